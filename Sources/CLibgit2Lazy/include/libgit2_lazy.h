#ifndef HANDOFF_LIBGIT2_LAZY_H
#define HANDOFF_LIBGIT2_LAZY_H

#include <stddef.h>

/* Loads libgit2, once; has to come before any other call into it. NULL, or why it cannot be loaded. */
const char *handoff_libgit2_load(void);

/* Swift cannot call C variadics, and git_libgit2_opts is one. */
int handoff_libgit2_set_extensions(const char *const *names, size_t count);

/* How much of what was read the library may keep, in bytes. */
int handoff_libgit2_set_cache_size(ptrdiff_t bytes);

/* Whether the id of an object that is read is worked out again; git itself leaves that to fsck. */
int handoff_libgit2_set_strict_hash_verification(int is_on);

#endif
