/*
 * The functions of libgit2 that are called, as functions of the program, which find the real ones when they are first
 * called. So the program is not linked with libgit2, which brings in a dozen libraries for TLS, SSH and Kerberos: loading them
 * takes a third of the program's start, and a commit-msg hook never reads an object (docs/decisions/0025).
 *
 * Forms and meaning are those of git2.h: the compiler refuses a definition that differs. dlsym(3) may be asked twice by two
 * threads, with one answer.
 */
#ifdef __linux__

#include <git2.h>
#include <stdatomic.h>

#include "library.h"

#define FIND(name)                                                             \
  static _Atomic(void *) known;                                                \
  void *found = atomic_load_explicit(&known, memory_order_acquire);            \
  if (!found) {                                                                \
    found = handoff_libgit2_symbol(#name);                                     \
    atomic_store_explicit(&known, found, memory_order_release);                \
  }

#define FORWARD(result, name, parameters, ...)                                 \
  result name parameters {                                                     \
    FIND(name)                                                                 \
    return ((__typeof__(&name))found)(__VA_ARGS__);                            \
  }

FORWARD(const git_signature *, git_commit_author, (const git_commit *commit), commit)
FORWARD(const git_signature *, git_commit_committer, (const git_commit *commit), commit)
FORWARD(int, git_commit_lookup, (git_commit **commit, git_repository *repo, const git_oid *id), commit, repo, id)
FORWARD(const char *, git_commit_message, (const git_commit *commit), commit)
FORWARD(const char *, git_commit_message_encoding, (const git_commit *commit), commit)
FORWARD(const git_oid *, git_commit_parent_id, (const git_commit *commit, unsigned int n), commit, n)
FORWARD(unsigned int, git_commit_parentcount, (const git_commit *commit), commit)
FORWARD(const char *, git_commit_raw_header, (const git_commit *commit), commit)
FORWARD(int, git_commit_tree, (git_tree **tree_out, const git_commit *commit), tree_out, commit)
FORWARD(const git_oid *, git_commit_tree_id, (const git_commit *commit), commit)
FORWARD(int, git_diff_find_options_init, (git_diff_find_options *opts, unsigned int version), opts, version)
FORWARD(int, git_diff_find_similar, (git_diff *diff, const git_diff_find_options *options), diff, options)
FORWARD(void, git_diff_free, (git_diff *diff), diff)
FORWARD(const git_diff_delta *, git_diff_get_delta, (const git_diff *diff, size_t idx), diff, idx)
FORWARD(size_t, git_diff_num_deltas, (const git_diff *diff), diff)
FORWARD(int, git_diff_options_init, (git_diff_options *opts, unsigned int version), opts, version)
FORWARD(int, git_diff_tree_to_tree,
    (git_diff **diff, git_repository *repo, git_tree *old_tree, git_tree *new_tree, const git_diff_options *opts),
    diff, repo, old_tree, new_tree, opts)
FORWARD(const git_error *, git_error_last, (void))
FORWARD(int, git_libgit2_init, (void))
FORWARD(int, git_libgit2_version, (int *major, int *minor, int *rev), major, minor, rev)
FORWARD(void, git_object_free, (git_object *object), object)
FORWARD(const git_oid *, git_object_id, (const git_object *obj), obj)
FORWARD(int, git_object_lookup,
    (git_object **object, git_repository *repo, const git_oid *id, git_object_t type), object, repo, id, type)
FORWARD(int, git_object_peel,
    (git_object **peeled, const git_object *object, git_object_t target_type), peeled, object, target_type)
FORWARD(int, git_odb_add_disk_alternate, (git_odb *odb, const char *path), odb, path)
FORWARD(void, git_odb_free, (git_odb *db), db)
FORWARD(const void *, git_odb_object_data, (git_odb_object *object), object)
FORWARD(void, git_odb_object_free, (git_odb_object *object), object)
FORWARD(size_t, git_odb_object_size, (git_odb_object *object), object)
FORWARD(git_object_t, git_odb_object_type, (git_odb_object *object), object)
FORWARD(int, git_odb_read, (git_odb_object **out, git_odb *db, const git_oid *id), out, db, id)
FORWARD(int, git_odb_read_header,
    (size_t *len_out, git_object_t *type_out, git_odb *db, const git_oid *id), len_out, type_out, db, id)
FORWARD(int, git_oid_fromraw, (git_oid *out, const unsigned char *raw), out, raw)
FORWARD(void, git_patch_free, (git_patch *patch), patch)
FORWARD(int, git_patch_from_blobs,
    (git_patch **out, const git_blob *old_blob, const char *old_as_path, const git_blob *new_blob,
     const char *new_as_path, const git_diff_options *opts),
    out, old_blob, old_as_path, new_blob, new_as_path, opts)
FORWARD(int, git_patch_from_buffers,
    (git_patch **out, const void *old_buffer, size_t old_len, const char *old_as_path, const void *new_buffer,
     size_t new_len, const char *new_as_path, const git_diff_options *opts),
    out, old_buffer, old_len, old_as_path, new_buffer, new_len, new_as_path, opts)
FORWARD(const git_diff_delta *, git_patch_get_delta, (const git_patch *patch), patch)
FORWARD(int, git_patch_get_line_in_hunk,
    (const git_diff_line **out, git_patch *patch, size_t hunk_idx, size_t line_of_hunk),
    out, patch, hunk_idx, line_of_hunk)
FORWARD(size_t, git_patch_num_hunks, (const git_patch *patch), patch)
FORWARD(int, git_patch_num_lines_in_hunk, (const git_patch *patch, size_t hunk_idx), patch, hunk_idx)
FORWARD(void, git_repository_free, (git_repository *repo), repo)
FORWARD(int, git_repository_odb, (git_odb **out, git_repository *repo), out, repo)
FORWARD(int, git_repository_open_bare, (git_repository **out, const char *bare_path), out, bare_path)
FORWARD(int, git_repository_open_ext,
    (git_repository **out, const char *path, unsigned int flags, const char *ceiling_dirs),
    out, path, flags, ceiling_dirs)
FORWARD(const git_tree_entry *, git_tree_entry_byindex, (const git_tree *tree, size_t idx), tree, idx)
FORWARD(int, git_tree_entry_bypath, (git_tree_entry **out, const git_tree *root, const char *path), out, root, path)
FORWARD(git_filemode_t, git_tree_entry_filemode, (const git_tree_entry *entry), entry)
FORWARD(void, git_tree_entry_free, (git_tree_entry *entry), entry)
FORWARD(const git_oid *, git_tree_entry_id, (const git_tree_entry *entry), entry)
FORWARD(const char *, git_tree_entry_name, (const git_tree_entry *entry), entry)
FORWARD(git_object_t, git_tree_entry_type, (const git_tree_entry *entry), entry)
FORWARD(size_t, git_tree_entrycount, (const git_tree *tree), tree)
FORWARD(void, git_tree_free, (git_tree *tree), tree)

#endif
