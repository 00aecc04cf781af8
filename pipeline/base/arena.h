/*
 * arena: memory for one tree. Everything in a tree lives and dies together:
 * nodes are never freed alone. Allocations are zeroed and aligned for any
 * type. Out of memory prints one line and ends the program (exit status 4):
 * no caller has a branch for it.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

/* Owned by the caller; arena_free(NULL) is allowed. */
struct arena *arena_new(void);
void arena_free(struct arena *);

/* size bytes, zeroed. Never NULL; size 0 gives a valid address. */
void *arena_alloc(struct arena *, size_t size);

/* n zeroed elements of size bytes, with the product checked. */
void *arena_array(struct arena *, size_t n, size_t size);

/* Copies that live in the arena. */
char *arena_strdup(struct arena *, const char *);
char *arena_strndup(struct arena *, const char *, size_t);
char *arena_printf(struct arena *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes handed out so far. */
size_t arena_used(const struct arena *);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, n, type) ((type *)arena_array((a), (n), sizeof(type)))

/*
 * Append to a growing array that lives in an arena:
 *     struct item *v; size_t n, cap;
 *     ARENA_PUSH(a, v, n, cap) = item;
 * The array doubles; the old copy stays in the arena until it dies.
 */
#define ARENA_PUSH(a, v, n, cap) \
	(*((v) = arena_grow((a), (v), (n), &(cap), sizeof(*(v))), &(v)[(n)++]))

/* v, or a larger zero-filled copy when n == *cap. */
void *arena_grow(struct arena *, void *v, size_t n, size_t *cap, size_t size);

/* malloc and realloc for buffers outside any arena; same end on failure. */
void *mem_alloc(size_t);
void *mem_realloc(void *, size_t);

#endif
