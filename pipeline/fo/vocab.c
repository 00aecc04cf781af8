/*
 * vocab: tables to maps. In: the .def files and the shorthands. Out: one
 * struct vocab per document. Building it costs some twenty microseconds; it
 * spares every node a search through a hundred names.
 */
#include "fo/vocab.h"

#include <string.h>

#include "fo/expr.h"
#include "fo/shorthand.h"

static const struct {
	enum fo_prop prop;
	const char *keywords;
	uint8_t limits;
} rules[] = {
#define RULE(id, keywords, limits) {PROP_##id, keywords, limits},
#define SAME(id, word, text)
#include "fo/rule.def"
#undef RULE
#undef SAME
};

static const struct {
	enum fo_prop prop;
	const char *word, *text;
} sames[] = {
#define RULE(id, keywords, limits)
#define SAME(id, word, text) {PROP_##id, word, text},
#include "fo/rule.def"
#undef RULE
#undef SAME
};

static const char *const kw_names[FO_KW_COUNT] = {
    "",
#define KW(id, name) name,
#include "fo/keyword.def"
#undef KW
};

/* The basic colours (XSL 1.1, 5.9.5, after HTML 4.0). */
static const struct color {
	const char *name;
	int64_t rgb;
} colors[] = {
    {"aqua", 0x00FFFF}, {"black", 0x000000}, {"blue", 0x0000FF},
    {"fuchsia", 0xFF00FF}, {"gray", 0x808080}, {"green", 0x008000},
    {"lime", 0x00FF00}, {"maroon", 0x800000}, {"navy", 0x000080},
    {"olive", 0x808000}, {"purple", 0x800080}, {"red", 0xFF0000},
    {"silver", 0xC0C0C0}, {"teal", 0x008080}, {"white", 0xFFFFFF},
    {"yellow", 0xFFFF00}};

/* Absolute names of edges are the relative ones in lr-tb (5.3.1). */
static const struct {
	const char *name;
	enum fo_prop prop;
} absolutes[] = {
    {"border-top-width", PROP_BORDER_BEFORE_WIDTH},
    {"border-bottom-width", PROP_BORDER_AFTER_WIDTH},
    {"border-left-width", PROP_BORDER_START_WIDTH},
    {"border-right-width", PROP_BORDER_END_WIDTH},
    {"border-top-style", PROP_BORDER_BEFORE_STYLE},
    {"border-bottom-style", PROP_BORDER_AFTER_STYLE},
    {"border-left-style", PROP_BORDER_START_STYLE},
    {"border-right-style", PROP_BORDER_END_STYLE},
    {"border-top-color", PROP_BORDER_BEFORE_COLOR},
    {"border-bottom-color", PROP_BORDER_AFTER_COLOR},
    {"border-left-color", PROP_BORDER_START_COLOR},
    {"border-right-color", PROP_BORDER_END_COLOR},
    {"padding-top", PROP_PADDING_BEFORE},
    {"padding-bottom", PROP_PADDING_AFTER},
    {"padding-left", PROP_PADDING_START},
    {"padding-right", PROP_PADDING_END}};

static const struct {
	const char *name, *values;
} harmless[] = {
#define HARMLESS(name, values) {name, values},
#include "fo/harmless.def"
#undef HARMLESS
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *const *
component_names(enum prop_kind kind)
{
	static const char *const space[] = {"minimum", "optimum", "maximum",
	    "precedence", "conditionality"};
	static const char *const keep[] = {"within-line", "within-column",
	    "within-page"};
	static const char *const edge[] = {"length", "conditionality"};
	static const char *const pair[] = {"block-progression-direction",
	    "inline-progression-direction"};

	return kind == KIND_KEEP ? keep : kind == KIND_PAIR ? pair
	    : kind == KIND_BORDW || kind == KIND_PAD ? edge : space;
}

static void
name_put(struct vocab *vocab, struct arena *arena, const char *name,
    struct vocab_name what)
{
	struct vocab_name *entry = ARENA_NEW(arena, struct vocab_name);

	*entry = what;
	map_put(vocab->names, name, entry);
}

static void
properties_put(struct vocab *vocab, struct arena *a)
{
	for (int i = 0; i < PROP_COUNT; i++) {
		const struct prop_row *row = prop_row((enum fo_prop)i);
		struct vocab_name n = {.rank = RANK_PROPERTY,
		    .prop = (enum fo_prop)i, .component = COMPONENT_ALL};

		if (i == PROP_FONT_SIZE)
			n.rank = RANK_FONT_SIZE;
		name_put(vocab, a, row->name, n);
		n.rank = RANK_COMPONENT;
		for (unsigned k = 0; row->parts > 1 && k < row->parts; k++) {
			n.component = k;
			name_put(vocab, a, arena_printf(a, "%s.%s", row->name,
			    component_names(row->kind)[k]), n);
		}
		for (unsigned k = 0; row->inherited && k < row->parts; k++)
			part_add(&vocab->inherited, row->part + k);
	}
}

static void
names_put(struct vocab *vocab, struct arena *a)
{
	size_t rows;
	const struct shorthand_row *row = shorthand_rows(&rows);

	properties_put(vocab, a);
	for (size_t i = 0; i < COUNT(absolutes); i++)
		name_put(vocab, a, absolutes[i].name, (struct vocab_name){
		    .rank = RANK_ABSOLUTE, .prop = absolutes[i].prop,
		    .component = COMPONENT_ALL});
	for (size_t i = 0; i < rows; i++)
		name_put(vocab, a, row[i].name, (struct vocab_name){
		    .rank = row[i].rank, .prop = row[i].prop,
		    .expand = row[i].expand});
	for (size_t i = 0; i < COUNT(harmless); i++)
		name_put(vocab, a, harmless[i].name,
		    (struct vocab_name){.harmless = harmless[i].values});
}

/* Allow each of a list of keywords for a part. */
static void
keywords_allow(struct vocab *vocab, unsigned part, const char *words)
{
	while (*words != '\0') {
		const size_t n = strcspn(words, " ");
		const enum fo_kw *kw = map_find_n(vocab->keywords, words, n);

		vocab->takes[part].word[*kw / 64] |= UINT64_C(1) << *kw % 64;
		words += n + (words[n] == ' ');
	}
}

static void
compound_allow(struct vocab *vocab, const struct prop_row *row)
{
	const unsigned part = row->part;

	if (row->kind == KIND_SPACE) {
		keywords_allow(vocab, part + PART_PRECEDENCE, "force");
		keywords_allow(vocab, part + PART_RETAIN, "discard retain");
	} else if (row->kind == KIND_BORDW || row->kind == KIND_PAD) {
		keywords_allow(vocab, part + PART_EDGE_RETAIN,
		    "discard retain");
	} else if (row->kind == KIND_KEEP) {
		for (unsigned k = 0; k < row->parts; k++)
			keywords_allow(vocab, part + k, "auto always");
	}
}

static void
rules_put(struct vocab *vocab)
{
	for (int i = 0; i < PROP_COUNT; i++)
		compound_allow(vocab, prop_row((enum fo_prop)i));
	for (size_t i = 0; i < COUNT(rules); i++) {
		const struct prop_row *row = prop_row(rules[i].prop);
		const unsigned parts = row->kind == KIND_LEN3 ? row->parts : 1;

		vocab->limits[rules[i].prop] = rules[i].limits;
		for (unsigned k = 0; k < parts; k++)
			keywords_allow(vocab, row->part + k,
			    rules[i].keywords);
	}
}

/* The text of one component's initial value. */
static const char *
initial_text(const struct prop_row *row, unsigned k, size_t *len)
{
	const char *text = row->initial;

	if (row->kind == KIND_SPACE && k >= PART_PRECEDENCE)
		text = k == PART_RETAIN ? "discard" : "0";
	if ((row->kind == KIND_BORDW || row->kind == KIND_PAD) && k > 0)
		text = "discard";
	for (; row->kind == KIND_LEN3 && k > 0; k--) {
		const char *next = strchr(text, ' ');

		text = next != NULL ? next + 1 : text;
	}
	*len = row->kind == KIND_LEN3 ? strcspn(text, " ") : strlen(text);
	return text;
}

static void
initials_put(struct vocab *vocab, struct arena *a)
{
	struct expr_place at = {.vocab = vocab, .strings = map_new(a),
	    .initial = 1};

	for (int i = 0; i < PROP_COUNT; i++) {
		const struct prop_row *row = prop_row((enum fo_prop)i);

		at.prop = (enum fo_prop)i;
		for (unsigned k = 0; k < row->parts; k++) {
			size_t len;
			const char *text = initial_text(row, k, &len);

			at.component = k;
			(void)value_parse(&at, text, len,
			    &vocab->initial[row->part + k]);
		}
	}
}

const struct vocab *
vocab_new(struct arena *a)
{
	struct vocab *vocab = ARENA_NEW(a, struct vocab);

	vocab->objects = map_new(a);
	vocab->names = map_new(a);
	vocab->keywords = map_new(a);
	vocab->colors = map_new(a);
	for (int i = FO_TEXT + 1; i < FO_TYPES; i++) {
		vocab->type[i] = (enum fo_type)i;
		map_put(vocab->objects, fo_name((enum fo_type)i),
		    &vocab->type[i]);
	}
	for (int i = FO_KW_UNSET + 1; i < FO_KW_COUNT; i++) {
		vocab->kw[i] = (enum fo_kw)i;
		map_put(vocab->keywords, kw_names[i], &vocab->kw[i]);
	}
	for (size_t i = 0; i < COUNT(colors); i++)
		map_put(vocab->colors, colors[i].name, (void *)&colors[i]);
	names_put(vocab, a);
	rules_put(vocab);
	initials_put(vocab, a);
	return vocab;
}

enum fo_type
vocab_object(const struct vocab *vocab, const char *name)
{
	const enum fo_type *type = map_find(vocab->objects, name);

	return type != NULL ? *type : FO_TYPES;
}

const struct vocab_name *
vocab_find(const struct vocab *vocab, const char *name)
{
	return map_find(vocab->names, name);
}

const struct vocab_name *
vocab_prop(const struct vocab *vocab, const char *name, size_t len)
{
	const struct vocab_name *n = map_find_n(vocab->names, name, len);

	return n == NULL || n->harmless != NULL || n->expand != NULL ? NULL : n;
}

enum fo_kw
vocab_keyword(const struct vocab *vocab, unsigned part, const char *word,
    size_t len)
{
	const enum fo_kw *kw = map_find_n(vocab->keywords, word, len);

	if (kw == NULL ||
	    (vocab->takes[part].word[*kw / 64] >> *kw % 64 & 1) == 0)
		return FO_KW_UNSET;
	return *kw;
}

const char *
vocab_same(enum fo_prop prop, const char *word, size_t len)
{
	for (size_t i = 0; i < COUNT(sames); i++)
		if (sames[i].prop == prop && strlen(sames[i].word) == len &&
		    memcmp(sames[i].word, word, len) == 0)
			return sames[i].text;
	return NULL;
}

int64_t
vocab_color(const struct vocab *vocab, const char *word, size_t len)
{
	const struct color *color = map_find_n(vocab->colors, word, len);

	return color != NULL ? color->rgb : -1;
}
