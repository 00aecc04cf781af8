/*
 * vocab: the words of the profile, ready to be looked up: objects, attribute
 * names, keywords, and what each property takes. Built once per document from
 * object.def, prop.def, rule.def and keyword.def; never changed afterwards, so
 * that threads may share it. Private to fo/.
 */
#ifndef FO_VOCAB_H
#define FO_VOCAB_H

#include "fo/value.h"

/*
 * Shorthands in order of precision (XSL 1.1, 5.2): a more precise property
 * wins over a less precise one, whatever the order of the attributes. em
 * needs the font size, so what sets that comes first.
 */
enum vocab_rank {
	RANK_FONT,      /* font */
	RANK_FONT_SIZE, /* font-size */
	RANK_GENERAL,   /* border, margin, padding ... */
	RANK_ASPECT,    /* border-width, border-style, border-color */
	RANK_EDGE,      /* border-top ... */
	RANK_PROPERTY,  /* space-before, border-before-width ... */
	RANK_COMPONENT, /* space-before.optimum ... */
	RANK_ABSOLUTE,  /* border-top-width ... (5.3.1) */
	RANKS
};

struct work; /* fo/refine.h */

/* Sets what a shorthand stands for; -1: not its language, nothing was set. */
typedef int shorthand(struct work *, enum fo_prop, const char *text,
    size_t len);

#define COMPONENT_ALL 255

/* An attribute name. */
struct vocab_name {
	enum vocab_rank rank;
	const char *harmless;  /* NULL, or outside the profile: the values
	                          that change no page; "": whatever it says */
	shorthand *expand;     /* or NULL: a property */
	enum fo_prop prop;     /* for a shorthand the first it sets */
	unsigned component;    /* of prop, or COMPONENT_ALL */
};

enum { NOT_NEGATIVE = 1, NO_PERCENT = 2, FROM_ONE = 4 };

struct kw_set {
	uint64_t word[(FO_KW_COUNT + 63) / 64];
};

struct vocab {
	struct map *objects;             /* name -> &type[i] */
	struct map *names;               /* attribute -> struct vocab_name */
	struct map *keywords;            /* name -> &kw[i] */
	struct map *colors;              /* name -> &vocab_color */
	enum fo_type type[FO_TYPES];
	enum fo_kw kw[FO_KW_COUNT];
	struct kw_set takes[PARTS];      /* keywords allowed */
	uint8_t limits[PROP_COUNT];
	struct part_set inherited;
	struct fo_value initial[PARTS];
};

/* Lives in the arena. */
const struct vocab *vocab_new(struct arena *);

/* FO_TYPES: no such object. */
enum fo_type vocab_object(const struct vocab *, const char *name);

/* NULL: no such attribute. name has its prefix: "xml:lang", "mp:scope". */
const struct vocab_name *vocab_find(const struct vocab *, const char *name);

/* The same for a property or component only; NULL for a shorthand. */
const struct vocab_name *vocab_prop(const struct vocab *, const char *name,
    size_t len);

/* FO_KW_UNSET: no keyword of this part. */
enum fo_kw vocab_keyword(const struct vocab *, unsigned part,
    const char *word, size_t len);

/* The text a property's word stands for, or NULL. */
const char *vocab_same(enum fo_prop, const char *word, size_t len);

/* 0xRRGGBB of a colour name, or -1. */
int64_t vocab_color(const struct vocab *, const char *word, size_t len);

#endif
