/* Open addressing over an index into a growing array of entries. */
#include "base/map.h"

#include <stdint.h>
#include <string.h>

struct map {
	struct arena *arena;
	struct map_entry *entry; /* in order of insertion */
	size_t n, cap;
	uint32_t *slot;          /* index into entry + 1; 0 is free */
	size_t slots;            /* a power of two */
};

static uint32_t
map_hash(const char *s, size_t n)
{
	uint32_t h = UINT32_C(2166136261);

	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * UINT32_C(16777619);
	return h ^ (h >> 15);
}

struct map *
map_new(struct arena *a)
{
	struct map *m = ARENA_NEW(a, struct map);

	m->arena = a;
	m->slots = 16;
	m->slot = ARENA_ARRAY(a, m->slots, uint32_t);
	return m;
}

/* The slot that holds the key, or the free one where it belongs. */
static uint32_t *
map_slot(const struct map *m, const char *key, size_t len)
{
	size_t i = map_hash(key, len) & (m->slots - 1);

	while (m->slot[i] != 0) {
		const struct map_entry *e = &m->entry[m->slot[i] - 1];

		if (e->len == len && memcmp(e->key, key, len) == 0)
			break;
		i = (i + 1) & (m->slots - 1);
	}
	return &m->slot[i];
}

static void
map_widen(struct map *m)
{
	m->slots *= 2;
	m->slot = ARENA_ARRAY(m->arena, m->slots, uint32_t);
	for (size_t i = 0; i < m->n; i++)
		*map_slot(m, m->entry[i].key, m->entry[i].len) =
		    (uint32_t)i + 1;
}

void *
map_find_n(const struct map *m, const char *key, size_t len)
{
	uint32_t i = *map_slot(m, key, len);

	return i == 0 ? NULL : m->entry[i - 1].value;
}

void *
map_find(const struct map *m, const char *key)
{
	return map_find_n(m, key, strlen(key));
}

void *
map_put_n(struct map *m, const char *key, size_t len, void *value)
{
	uint32_t *slot = map_slot(m, key, len);
	struct map_entry e = {0};

	if (*slot != 0) {
		void *old = m->entry[*slot - 1].value;

		m->entry[*slot - 1].value = value;
		return old;
	}
	e.key = arena_strndup(m->arena, key, len);
	e.len = len;
	e.value = value;
	ARENA_PUSH(m->arena, m->entry, m->n, m->cap) = e;
	*slot = (uint32_t)m->n;
	if (m->n * 2 > m->slots)
		map_widen(m);
	return NULL;
}

void *
map_put(struct map *m, const char *key, void *value)
{
	return map_put_n(m, key, strlen(key), value);
}

size_t
map_count(const struct map *m)
{
	return m->n;
}

const struct map_entry *
map_at(const struct map *m, size_t i)
{
	return &m->entry[i];
}
