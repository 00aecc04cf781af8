/*
 * map: strings to pointers, in an arena. Keys are copied. The order of
 * iteration is the order of insertion, so that output never depends on
 * addresses or hashes.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>

#include "base/arena.h"

struct map;

struct map_entry {
	const char *key;
	size_t len;        /* bytes of key */
	void *value;
};

struct map *map_new(struct arena *);

/* The value, or NULL when the key is not there. */
void *map_find(const struct map *, const char *key);
void *map_find_n(const struct map *, const char *key, size_t len);

/* Set it; the former value, or NULL. */
void *map_put(struct map *, const char *key, void *value);
void *map_put_n(struct map *, const char *key, size_t len, void *value);

/* Entries 0 .. map_count-1 in order of first insertion. */
size_t map_count(const struct map *);
const struct map_entry *map_at(const struct map *, size_t i);

#endif
