/*
 * prop: the property table, and the questions that layout/ and paginate/ ask
 * of a node's computed values. In: a style that fo/refine.c made. Out:
 * lengths in mpt, keywords, integers, colours.
 *
 * Most of a computed value is known when the tree is read: em, arithmetic and
 * functions are gone. Left for the asker are percentages (of a base that only
 * layout/ knows), line-height factors and currentcolor, which follow the font
 * size and colour of the node that asks.
 */
#include "fo/value.h"

#define YES 1
#define NO 0
static const struct prop_row rows[PROP_COUNT] = {
#define PROP(id, name, kind, inherited, initial) \
	{name, initial, KIND_##kind, inherited, PARTS_OF_##kind, PART_OF_##id},
#include "fo/prop.def"
#undef PROP
};
#undef YES
#undef NO

static const char *const type_names[FO_TYPES] = {
    "text",
#define FO(id, name) name,
#include "fo/object.def"
#undef FO
};

const struct prop_row *
prop_row(enum fo_prop prop)
{
	return &rows[prop];
}

const char *
fo_prop_name(enum fo_prop prop)
{
	return rows[prop].name;
}

struct fo_node *
fo_child(const struct fo_node *n, enum fo_type type)
{
	struct fo_node *c = n->child;

	while (c != NULL && c->type != type)
		c = c->next;
	return c;
}

const char *
fo_name(enum fo_type type)
{
	return type_names[type];
}

static const struct fo_value *
block_find(const struct value_block *b, unsigned part)
{
	const uint64_t bit = UINT64_C(1) << part % 64;
	const uint64_t word = b->set.word[part / 64];
	int before;

	if ((word & bit) == 0)
		return NULL;
	before = __builtin_popcountll(word & (bit - 1));
	for (unsigned i = 0; i < part / 64; i++)
		before += __builtin_popcountll(b->set.word[i]);
	return &b->v[before];
}

const struct fo_value *
style_value(const struct fo_style *s, enum fo_prop prop, unsigned k)
{
	const struct prop_row *row = &rows[prop];
	const struct fo_value *v = block_find(
	    row->inherited ? s->inherited : s->own, row->part + k);

	return v != NULL ? v : &s->initial[row->part + k];
}

/* base * pct, both bounded so that no product overflows. */
static mpt
percent_of(int64_t pct, mpt base)
{
	const mpt most = INT64_C(10000000000);
	const int64_t half = (pct < 0) == (base < 0) ? VALUE_WHOLE / 2
	                                         : -VALUE_WHOLE / 2;

	base = mpt_max(-most, mpt_min(base, most));
	return base * (pct / VALUE_WHOLE) +
	    (base * (pct % VALUE_WHOLE) + half) / VALUE_WHOLE;
}

mpt
value_len(const struct fo_value *v, mpt base)
{
	mpt sum;

	if (v->kind != VALUE_LENGTH)
		return FO_AUTO;
	if (v->pct == 0)
		return v->u.n;
	sum = v->u.n + percent_of(v->pct, base);
	return mpt_max(-MPT_MAX, mpt_min(sum, MPT_MAX));
}

/* XSL 1.1, 7.16.4: a number is a factor of the object's own font size. */
static mpt
line_height(const struct fo_node *n, const struct fo_value *v)
{
	const mpt size = fo_len(n, PROP_FONT_SIZE, 0);

	if (v->kind == VALUE_KW)
		return (size * 12 + 5) / 10;
	if (v->kind == VALUE_NUMBER)
		return percent_of(v->u.n * 100, size);
	return value_len(v, size);
}

mpt
fo_len(const struct fo_node *n, enum fo_prop prop, mpt base)
{
	const struct fo_value *v = style_value(n->style, prop, 0);

	if (prop == PROP_LINE_HEIGHT)
		return line_height(n, v);
	return value_len(v, base);
}

int
fo_is_percent(const struct fo_node *n, enum fo_prop prop)
{
	const struct fo_value *v = style_value(n->style, prop, 0);

	return v->kind == VALUE_LENGTH && v->pct != 0;
}

int64_t
fo_proportion(const struct fo_node *n, enum fo_prop prop)
{
	const struct fo_value *v = style_value(n->style, prop, 0);

	return v->kind == VALUE_LENGTH ? (int64_t)v->aux : 0;
}

enum fo_kw
fo_kw(const struct fo_node *n, enum fo_prop prop)
{
	const struct fo_value *v = style_value(n->style, prop, 0);

	return v->kind == VALUE_KW ? (enum fo_kw)v->aux : FO_KW_UNSET;
}

int64_t
fo_int(const struct fo_node *n, enum fo_prop prop)
{
	const struct fo_value *v = style_value(n->style, prop, 0);

	return v->kind == VALUE_NUMBER ? v->u.n / VALUE_ONE : -1;
}

const char *
fo_str(const struct fo_node *n, enum fo_prop prop)
{
	const struct fo_value *v = style_value(n->style, prop, 0);

	return v->kind == VALUE_STR ? v->u.str : "";
}

uint32_t
fo_color(const struct fo_node *n, enum fo_prop prop, int *seen)
{
	const struct fo_value *v = style_value(n->style, prop, 0);

	if (v->kind == VALUE_KW)
		v = style_value(n->style, PROP_COLOR, 0);
	if (seen != NULL)
		*seen = v->kind == VALUE_COLOR && v->aux != 0;
	return v->kind == VALUE_COLOR ? (uint32_t)v->u.n : 0;
}

struct fo_range
fo_range(const struct fo_node *n, enum fo_prop prop, mpt base)
{
	const struct fo_style *s = n->style;

	return (struct fo_range){
	    .min = value_len(style_value(s, prop, PART_MIN), base),
	    .opt = value_len(style_value(s, prop, PART_OPT), base),
	    .max = value_len(style_value(s, prop, PART_MAX), base)};
}

struct fo_space
fo_space(const struct fo_node *n, enum fo_prop prop, mpt base)
{
	const struct fo_range r = fo_range(n, prop, base);
	const struct fo_value *p = style_value(n->style, prop,
	    PART_PRECEDENCE);
	const struct fo_value *c = style_value(n->style, prop, PART_RETAIN);
	const int64_t number = p->u.n / VALUE_ONE;

	return (struct fo_space){
	    .min = r.min, .opt = r.opt, .max = r.max,
	    .precedence = p->kind == VALUE_KW ? FO_FORCE
	        : number < FO_FORCE ? (int)number : FO_FORCE - 1,
	    .retain = c->aux == FO_KW_RETAIN};
}

static int
keep_strength(const struct fo_value *v)
{
	if (v->kind == VALUE_KW)
		return v->aux == FO_KW_ALWAYS ? FO_KEEP_ALWAYS : 0;
	if (v->u.n < VALUE_ONE)
		return 0;
	return v->u.n < FO_KEEP_ALWAYS * VALUE_ONE
	    ? (int)(v->u.n / VALUE_ONE) : FO_KEEP_ALWAYS - 1;
}

int
fo_keep(const struct fo_node *n, enum fo_prop prop, enum fo_within within)
{
	int column, page;

	if (within == FO_WITHIN_LINE)
		return keep_strength(style_value(n->style, prop, PART_LINE));
	column = keep_strength(style_value(n->style, prop, PART_COLUMN));
	if (within == FO_WITHIN_COLUMN)
		return column;
	page = keep_strength(style_value(n->style, prop, PART_PAGE));
	return column > page ? column : page;
}

/* border-x-style stands four rows below border-x-width in prop.def. */
_Static_assert(PROP_BORDER_BEFORE_STYLE - PROP_BORDER_BEFORE_WIDTH == 4 &&
    PROP_BORDER_END_STYLE - PROP_BORDER_END_WIDTH == 4,
    "prop.def: the four styles follow the four widths");

mpt
fo_border(const struct fo_node *n, enum fo_prop width)
{
	const enum fo_kw style = fo_kw(n, (enum fo_prop)(width + 4));

	if (style == FO_KW_NONE || style == FO_KW_HIDDEN)
		return 0;
	return fo_len(n, width, 0);
}

mpt
fo_padding(const struct fo_node *n, enum fo_prop prop, mpt base)
{
	return fo_len(n, prop, base);
}

int
fo_retain(const struct fo_node *n, enum fo_prop prop)
{
	return style_value(n->style, prop, PART_EDGE_RETAIN)->aux ==
	    FO_KW_RETAIN;
}

mpt
fo_row_separation(const struct fo_node *n)
{
	return value_len(style_value(n->style, PROP_BORDER_SEPARATION,
	    PART_BLOCK_DIRECTION), 0);
}

mpt
fo_column_separation(const struct fo_node *n)
{
	return value_len(style_value(n->style, PROP_BORDER_SEPARATION,
	    PART_INLINE_DIRECTION), 0);
}

int
fo_specified(const struct fo_node *n, enum fo_prop prop)
{
	const struct prop_row *row = &rows[prop];

	for (unsigned k = 0; k < row->parts; k++)
		if (part_in(&n->style->given, row->part + k))
			return 1;
	return 0;
}
