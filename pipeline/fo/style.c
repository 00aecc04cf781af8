/*
 * style: hash-consing. In: a parent's style and the values set on a node.
 * Out: a struct fo_style, the same address for the same values. A node that
 * sets no inherited property shares its parent's inherited block as it is;
 * most nodes of a document do.
 */
#include "fo/style.h"

#include <string.h>

/* A set of byte strings, each kept once. */
struct cons {
	struct cons_entry {
		const void *bytes;
		size_t size;
		uint64_t hash;
	} *entry;
	size_t n, slots; /* slots: a power of two */
};

struct styles {
	struct arena *arena, *scratch;
	const struct vocab *vocab;
	struct map *strings;
	struct cons blocks, styles;
	const struct value_block *none;
	struct value_block *draft; /* room for PARTS values */
};

static uint64_t
hash_bytes(const void *bytes, size_t size)
{
	const unsigned char *p = bytes;
	uint64_t h = UINT64_C(0x9E3779B97F4A7C15), word;

	for (; size >= sizeof(word); p += sizeof(word)) {
		memcpy(&word, p, sizeof(word));
		h = (h ^ word) * UINT64_C(0xFF51AFD7ED558CCD);
		h ^= h >> 32;
		size -= sizeof(word);
	}
	return h;
}

static struct cons_entry *
cons_slot(const struct cons *c, uint64_t hash, const void *bytes, size_t size)
{
	size_t i = (size_t)hash & (c->slots - 1);

	for (; c->entry[i].bytes != NULL; i = (i + 1) & (c->slots - 1))
		if (c->entry[i].hash == hash && c->entry[i].size == size &&
		    memcmp(c->entry[i].bytes, bytes, size) == 0)
			break;
	return &c->entry[i];
}

static void
cons_widen(struct cons *c, struct arena *a)
{
	const struct cons old = *c;

	c->slots = old.slots == 0 ? 64 : old.slots * 2;
	c->entry = ARENA_ARRAY(a, c->slots, struct cons_entry);
	for (size_t i = 0; i < old.slots; i++) {
		const struct cons_entry *e = &old.entry[i];

		if (e->bytes != NULL)
			*cons_slot(c, e->hash, e->bytes, e->size) = *e;
	}
}

/* The kept copy of these bytes; their size is a multiple of eight. */
static const void *
cons_keep(struct styles *s, struct cons *c, const void *bytes, size_t size)
{
	const uint64_t hash = hash_bytes(bytes, size);
	struct cons_entry *e;
	void *copy;

	if (c->n * 2 >= c->slots)
		cons_widen(c, s->scratch);
	e = cons_slot(c, hash, bytes, size);
	if (e->bytes != NULL)
		return e->bytes;
	copy = arena_alloc(s->arena, size);
	memcpy(copy, bytes, size);
	*e = (struct cons_entry){.bytes = copy, .size = size, .hash = hash};
	c->n++;
	return copy;
}

static const struct value_block *
block_keep(struct styles *s)
{
	return cons_keep(s, &s->blocks, s->draft,
	    sizeof(*s->draft) + s->draft->n * sizeof(s->draft->v[0]));
}

struct styles *
styles_new(struct arena *a, struct arena *scratch, const struct vocab *vocab)
{
	struct styles *s = ARENA_NEW(scratch, struct styles);

	s->arena = a;
	s->scratch = scratch;
	s->vocab = vocab;
	s->strings = map_new(a);
	s->draft = arena_alloc(scratch,
	    sizeof(*s->draft) + PARTS * sizeof(s->draft->v[0]));
	s->none = block_keep(s);
	return s;
}

struct map *
styles_strings(struct styles *s)
{
	return s->strings;
}

/* base's values with those of v in set, as far as allowed has them. */
static const struct value_block *
block_merge(struct styles *s, const struct value_block *base,
    const struct part_set *set, const struct part_set *allowed, int wanted,
    const struct fo_value *v)
{
	struct value_block *draft = s->draft;
	size_t from = 0;
	int touched = 0;

	draft->n = 0;
	for (unsigned w = 0; w < PART_WORDS; w++) {
		const uint64_t mask = wanted ? allowed->word[w]
		                             : ~allowed->word[w];
		const uint64_t news = set->word[w] & mask;
		uint64_t left = news | base->set.word[w];

		touched |= news != 0;
		draft->set.word[w] = left;
		for (; left != 0; left &= left - 1) {
			const uint64_t bit = left & -left;
			const int old = (base->set.word[w] & bit) != 0;

			draft->v[draft->n++] = news & bit
			    ? v[w * 64 + (unsigned)__builtin_ctzll(bit)]
			    : base->v[from];
			from += (size_t)old;
		}
	}
	return touched ? block_keep(s) : base;
}

const struct fo_style *
style_make(struct styles *s, const struct fo_style *parent,
    const struct part_set *set, const struct fo_value *v)
{
	const struct part_set *inherited = &s->vocab->inherited;
	struct fo_style style;

	memset(&style, 0, sizeof(style));
	style.inherited = block_merge(s,
	    parent != NULL ? parent->inherited : s->none, set, inherited, 1, v);
	style.own = block_merge(s, s->none, set, inherited, 0, v);
	style.initial = s->vocab->initial;
	style.given = *set;
	return cons_keep(s, &s->styles, &style, sizeof(style));
}
