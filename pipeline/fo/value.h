/*
 * value: one computed value, and the style that holds those of a node.
 * Private to fo/; others ask through fo/tree.h.
 *
 * A compound property has several components, each a value of its own: a
 * *part* is a simple property or one component of a compound. A style is two
 * sparse arrays of values by part, the inherited ones and the node's own.
 * Both are shared between nodes, and a part that is not there has its initial
 * value:
 *
 *     fo_style --> inherited: font-size, color ...  (shared by whole subtrees)
 *              --> own:       border-before-width.length ... (often empty)
 *              --> initial:   one dense array per document
 *
 * Rejected: a dense array of all properties for each node (60,000 nodes would
 * take 240 MB), and a list walked up to the root (slow where it matters).
 */
#ifndef FO_VALUE_H
#define FO_VALUE_H

#include "fo/tree.h"

enum value_kind {
	VALUE_KW,     /* aux: enum fo_kw */
	VALUE_LENGTH, /* u.n: mpt, pct: share of the base, aux: proportional
	                 measure in thousandths; the three are added */
	VALUE_NUMBER, /* u.n: millionths */
	VALUE_COLOR,  /* u.n: 0xRRGGBB, aux: 0 when transparent */
	VALUE_STR     /* u.str: interned, so equal strings are one address */
};

/* Without padding: values are hashed and compared as bytes. */
struct fo_value {
	uint32_t kind;
	uint32_t aux;
	int64_t pct; /* millionths of a percent */
	union {
		int64_t n;
		const char *str;
	} u;
};

#define VALUE_ONE INT64_C(1000000)       /* of a VALUE_NUMBER */
#define VALUE_WHOLE (100 * VALUE_ONE)    /* 100 percent */

/* How a property reads its text; see prop.def. */
enum prop_kind {
	KIND_LEN, KIND_NUM, KIND_INT, KIND_KW, KIND_COLOR, KIND_STR, KIND_ID,
	KIND_SPACE, KIND_KEEP, KIND_LEN3, KIND_BORDW, KIND_PAD, KIND_PAIR
};

/* The components of the compounds, counted from the property's first part. */
enum { PART_MIN, PART_OPT, PART_MAX, PART_PRECEDENCE, PART_RETAIN };
enum { PART_LINE, PART_COLUMN, PART_PAGE };
enum { PART_LENGTH, PART_EDGE_RETAIN };
enum { PART_BLOCK_DIRECTION, PART_INLINE_DIRECTION };

enum {
	PARTS_OF_LEN = 1, PARTS_OF_NUM = 1, PARTS_OF_INT = 1, PARTS_OF_KW = 1,
	PARTS_OF_COLOR = 1, PARTS_OF_STR = 1, PARTS_OF_ID = 1,
	PARTS_OF_SPACE = 5, PARTS_OF_KEEP = 3, PARTS_OF_LEN3 = 3,
	PARTS_OF_BORDW = 2, PARTS_OF_PAD = 2, PARTS_OF_PAIR = 2
};

/* The first part of each property: PART_OF_x. */
enum {
#define PROP(id, name, kind, inherited, initial) \
	PART_OF_##id, \
	PART_END_##id = PART_OF_##id + PARTS_OF_##kind - 1,
#include "fo/prop.def"
#undef PROP
	PARTS
};

#define PART_WORDS ((PARTS + 63) / 64)

/* A set of parts. */
struct part_set {
	uint64_t word[PART_WORDS];
};

static inline void
part_add(struct part_set *s, unsigned part)
{
	s->word[part / 64] |= UINT64_C(1) << part % 64;
}

static inline int
part_in(const struct part_set *s, unsigned part)
{
	return (int)(s->word[part / 64] >> part % 64 & 1);
}

/* Values of the parts in set, in order of their parts. */
struct value_block {
	struct part_set set;
	size_t n;
	struct fo_value v[];
};

struct fo_style {
	const struct value_block *inherited, *own;
	const struct fo_value *initial; /* PARTS of them */
	struct part_set given;          /* stood on the node itself */
};

/* One row of prop.def. */
struct prop_row {
	const char *name;
	const char *initial;
	enum prop_kind kind;
	uint8_t inherited;
	uint8_t parts;
	uint16_t part; /* the first */
};

const struct prop_row *prop_row(enum fo_prop);

/* The value of a property's k-th component. Never NULL. */
const struct fo_value *style_value(const struct fo_style *, enum fo_prop,
    unsigned k);

/* A VALUE_LENGTH in mpt with percentages of base; FO_AUTO for others. */
mpt value_len(const struct fo_value *, mpt base);

#endif
