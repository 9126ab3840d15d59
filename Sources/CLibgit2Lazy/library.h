#ifndef HANDOFF_LIBRARY_H
#define HANDOFF_LIBRARY_H

#ifdef __linux__

/* The address of a function of the library, which is loaded; ends the process where there is none. */
void *handoff_libgit2_symbol(const char *name);

#define CALL_OF(name) ((__typeof__(&name))handoff_libgit2_symbol(#name))

#else

#define CALL_OF(name) name

#endif

#endif
