#ifndef HANDOFF_CLIBGIT2_SHIM_H
#define HANDOFF_CLIBGIT2_SHIM_H

#include <git2.h>

/* Swift cannot call C variadics, and git_libgit2_opts is one. */
static inline int handoff_git_set_extensions(const char *const *names, size_t count) {
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, (const char **)names, count);
}

/* Whether the id of an object that is read is worked out again; git itself leaves that to fsck. */
static inline int handoff_git_set_strict_hash_verification(int isOn) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, isOn);
}

#endif
