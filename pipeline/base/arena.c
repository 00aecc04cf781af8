/*
 * Blocks grow from 16 KiB to 1 MiB. A request that does not fit into the rest
 * of the current block gets a new one; a large request gets a block of its
 * own, linked behind the current block so that the current one stays in use.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_MIN ((size_t)16 << 10)
#define BLOCK_MAX ((size_t)1 << 20)

struct block {
	struct block *next;
	size_t size;       /* bytes of data */
	size_t used;       /* bytes handed out */
	max_align_t data[];
};

struct arena {
	struct block *block; /* the current block, then older ones */
	size_t grow;         /* size of the next block */
	size_t used;         /* bytes handed out in all */
};

static _Noreturn void
out_of_memory(void)
{
	fputs("makepack: system: out of memory\n", stderr);
	exit(4);
}

void *
mem_alloc(size_t size)
{
	void *p = malloc(size ? size : 1);

	if (p == NULL)
		out_of_memory();
	return p;
}

void *
mem_realloc(void *old, size_t size)
{
	void *p = realloc(old, size ? size : 1);

	if (p == NULL)
		out_of_memory();
	return p;
}

static struct block *
block_new(size_t size)
{
	struct block *b;

	if (size > SIZE_MAX - sizeof(*b))
		out_of_memory();
	b = calloc(1, sizeof(*b) + size);
	if (b == NULL)
		out_of_memory();
	b->size = size;
	return b;
}

struct arena *
arena_new(void)
{
	struct arena *a = mem_alloc(sizeof(*a));

	a->block = block_new(BLOCK_MIN);
	a->grow = BLOCK_MIN * 2;
	a->used = 0;
	return a;
}

void
arena_free(struct arena *a)
{
	struct block *b, *next;

	if (a == NULL)
		return;
	for (b = a->block; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

/* Put a block for at least size bytes in place; return where to take from. */
static struct block *
arena_block(struct arena *a, size_t size)
{
	struct block *b;

	if (size > a->grow / 4) {
		b = block_new(size);
		b->next = a->block->next;
		a->block->next = b;
		return b;
	}
	b = block_new(a->grow);
	b->next = a->block;
	a->block = b;
	if (a->grow < BLOCK_MAX)
		a->grow *= 2;
	return b;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	const size_t align = alignof(max_align_t);
	struct block *b = a->block;
	void *p;

	if (size > SIZE_MAX - align)
		out_of_memory();
	size = (size + align - 1) & ~(align - 1);
	if (size > b->size - b->used)
		b = arena_block(a, size);
	p = (char *)b->data + b->used;
	b->used += size;
	a->used += size;
	return p;
}

void *
arena_array(struct arena *a, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size)
		out_of_memory();
	return arena_alloc(a, n * size);
}

void *
arena_grow(struct arena *a, void *v, size_t n, size_t *cap, size_t size)
{
	void *wider;

	if (n < *cap)
		return v;
	*cap = *cap == 0 ? 8 : *cap * 2;
	wider = arena_array(a, *cap, size);
	if (n != 0)
		memcpy(wider, v, n * size);
	return wider;
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *copy = arena_alloc(a, n + 1);

	if (n != 0)
		memcpy(copy, s, n);
	return copy;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap, again;
	int n;
	char *s;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	s = arena_alloc(a, (size_t)(n < 0 ? 0 : n) + 1);
	if (n > 0)
		vsnprintf(s, (size_t)n + 1, fmt, again);
	va_end(again);
	return s;
}

size_t
arena_used(const struct arena *a)
{
	return a->used;
}
