#include "library.h"

#include <git2.h>

#include "libgit2_lazy.h"

int handoff_libgit2_set_extensions(const char *const *names, size_t count) {
  return CALL_OF(git_libgit2_opts)(GIT_OPT_SET_EXTENSIONS, (const char **)names, count);
}

int handoff_libgit2_set_cache_size(ptrdiff_t bytes) {
  return CALL_OF(git_libgit2_opts)(GIT_OPT_SET_CACHE_MAX_SIZE, bytes);
}

int handoff_libgit2_set_strict_hash_verification(int is_on) {
  return CALL_OF(git_libgit2_opts)(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, is_on);
}

#ifdef __linux__

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

static void *library;

const char *handoff_libgit2_load(void) {
  if (!library) library = dlopen("libgit2.so." LIBGIT2_SOVERSION, RTLD_LAZY | RTLD_LOCAL);
  return library ? NULL : dlerror();
}

void *handoff_libgit2_symbol(const char *name) {
  void *symbol = library ? dlsym(library, name) : NULL;
  if (!symbol) {
    fprintf(stderr, "git-handoff: %s was called before libgit2 was loaded, or is not part of it\n", name);
    abort();
  }
  return symbol;
}

#else

const char *handoff_libgit2_load(void) { return NULL; }

#endif
