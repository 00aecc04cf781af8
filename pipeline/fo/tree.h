/*
 * fo: the formatting objects of one document with their computed properties
 * (XSL 1.1, chapters 5 to 7), read from an FO document that stays within the
 * profile. Objects are enum values (object.def), properties rows of a table
 * (prop.def). Anything outside is a diagnostic with file and line.
 */
#ifndef FO_TREE_H
#define FO_TREE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/mpt.h"

enum fo_type {
	FO_TEXT, /* character data */
#define FO(id, name) FO_##id,
#include "fo/object.def"
#undef FO
	FO_TYPES
};

enum fo_prop {
#define PROP(id, name, kind, inherited, initial) PROP_##id,
#include "fo/prop.def"
#undef PROP
	PROP_COUNT
};

/* Keywords of all properties; FO_KW_x for the keyword x, - written _. */
enum fo_kw {
	FO_KW_UNSET,
#define KW(id, name) FO_KW_##id,
#include "fo/keyword.def"
#undef KW
	FO_KW_COUNT
};

struct fo_style; /* computed values, shared between nodes; see fo/value.h */
struct vocab;    /* fo/vocab.h */

/* Open tree in document order; lives in the arena of its fo_tree. */
struct fo_node {
	enum fo_type type;
	struct fo_node *parent, *child, *last, *next;
	const struct fo_style *style; /* a text node shares its parent's; id
	                      is not in it */
	const char *text;  /* TEXT: UTF-8, as written; else NULL */
	size_t len;        /* TEXT: bytes */
	const char *id;    /* or NULL */
	const char *svg;   /* INSTREAM_FOREIGN_OBJECT: the serialised content */
	size_t svg_len;
	struct src src;    /* mp:src, its own or the nearest above; without
	                      any the FO file's line */
	uint32_t tag;      /* index of its structure element; filled by
	                      layout/tags.c; 0: artifact */
	const struct fo_node *column; /* TABLE_CELL: what from-table-column()
	                      asks; only where it is called; or NULL */
	const void *xml;   /* the libxml2 node; only fo/ may look */
};

/* What layout/ made of a table. */
struct fo_columns {
	const struct fo_node *table;
	mpt whole;         /* the table's width */
	mpt *width;        /* of its columns */
	int n;
	uint8_t varies;    /* it was set again at other widths: these are the
	                      first */
};

struct fo_tree {
	struct arena *arena;      /* borrowed: everything lives in it */
	struct fo_node *root;
	struct map *ids;          /* id -> struct fo_node */
	struct map *masters;      /* master-name -> struct fo_node (simple or
	                             sequence master) */
	const char *title, *author, *subject, *keywords, *lang, *date;
	                          /* from declarations and their like, or
	                             the tree (fo/info.h); or NULL */
	struct map *columns;      /* table's xml -> struct fo_columns; filled by
	                             layout/column.c */
	const struct vocab *vocab; /* fo/'s own, for fo_graft */
};

/* --- computed values -------------------------------------------------- */

#define FO_AUTO INT64_MIN /* "auto", "none", "indefinite": no length */

/*
 * A computed length in mpt. Percentages are taken of base. FO_AUTO when the
 * value is a keyword. For a proportional column width see
 * fo_proportion. line-height: already resolved against the font size
 * ("normal" is 1.2 times). baseline-shift: positive is up; sub and super are
 * resolved to -0.2 and +0.35 of the parent's font size. width and
 * inline-progression-dimension, height and block-progression-dimension say
 * the same, whichever was written.
 */
mpt fo_len(const struct fo_node *, enum fo_prop, mpt base);

/* True when the value is a percentage (fo_len then depends on base). */
int fo_is_percent(const struct fo_node *, enum fo_prop);

/*
 * proportional-column-width(n) in thousandths; 0 for any other value. Where
 * it is part of a sum, fo_len is the rest of the sum (else 0).
 */
int64_t fo_proportion(const struct fo_node *, enum fo_prop);

enum fo_kw fo_kw(const struct fo_node *, enum fo_prop);
int64_t fo_int(const struct fo_node *, enum fo_prop);  /* INT; keyword: -1 */

/* STR and ID: never NULL, "" when unset. */
const char *fo_str(const struct fo_node *, enum fo_prop);

/* 0xRRGGBB; *seen is 0 for transparent. seen may be NULL. */
uint32_t fo_color(const struct fo_node *, enum fo_prop, int *seen);

/* space-before and its kin (XSL 1.1, 5.11.1); percentages of base. */
struct fo_space {
	mpt min, opt, max;
	int precedence;   /* FO_FORCE for force */
	uint8_t retain;   /* .conditionality="retain" */
};
#define FO_FORCE INT32_MAX
struct fo_space fo_space(const struct fo_node *, enum fo_prop, mpt base);

/* The min/opt/max of a LEN3; each FO_AUTO where it is auto; "normal" letter
   and word spacing is 0. */
struct fo_range { mpt min, opt, max; };
struct fo_range fo_range(const struct fo_node *, enum fo_prop, mpt base);

/*
 * A keep's strength in one context: 0 auto, 1 .. 254 integer (clamped), 255
 * always. What is in one column is on one page: FO_WITHIN_PAGE is the maximum
 * of page and column.
 */
enum fo_within { FO_WITHIN_LINE, FO_WITHIN_COLUMN, FO_WITHIN_PAGE };
#define FO_KEEP_ALWAYS 255
int fo_keep(const struct fo_node *, enum fo_prop, enum fo_within);

/* Border and padding lengths; border is 0 where its style is none. */
mpt fo_border(const struct fo_node *, enum fo_prop width);
mpt fo_padding(const struct fo_node *, enum fo_prop, mpt base);
/* .conditionality="retain" of a border-width or padding property. */
int fo_retain(const struct fo_node *, enum fo_prop);

/* border-separation: between rows, between columns. */
mpt fo_row_separation(const struct fo_node *);
mpt fo_column_separation(const struct fo_node *);

/* True when the property stands on the node itself, or a shorthand or a
   corresponding property (margin-left for start-indent) that sets it. */
int fo_specified(const struct fo_node *, enum fo_prop);

/*
 * The children of a marker as if they stood at another place: a copy of its
 * subtree with properties inherited from at (XSL 1.1, 6.13.6). A fo:wrapper
 * below at, not linked into its children; copies have no id. In arena.
 */
struct fo_node *fo_graft(struct arena *, const struct fo_tree *,
    const struct fo_node *marker, const struct fo_node *at, struct diag *);

/* The first child of that type, or NULL. */
struct fo_node *fo_child(const struct fo_node *, enum fo_type);

const char *fo_name(enum fo_type);
const char *fo_prop_name(enum fo_prop);

#endif
