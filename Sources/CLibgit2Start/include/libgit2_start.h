#ifndef HANDOFF_LIBGIT2_START_H
#define HANDOFF_LIBGIT2_START_H

/* Linked in for what it defines; see certificates.c. Nothing of it is called by name. */

#endif
