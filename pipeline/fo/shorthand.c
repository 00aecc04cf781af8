/*
 * shorthand: in: the text of a shorthand. Out: the properties it stands for,
 * set in the work. A shorthand is read whole before anything is set, so that
 * a word it does not know leaves nothing behind.
 */
#include "fo/shorthand.h"

#include <string.h>

#include "fo/edge.h"
#include "fo/refine.h"

#define WORDS_MAX 8

struct word {
	const char *s;
	size_t n;
};

static int
word_is(struct word w, const char *name)
{
	return strlen(name) == w.n && memcmp(w.s, name, w.n) == 0;
}

static int
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Split at white space outside parentheses; 0 when there are too many. */
static int
split(const char *s, size_t n, struct word *word)
{
	int words = 0, depth = 0, open = 0;

	for (size_t i = 0; i < n; i++) {
		if (depth == 0 && is_blank(s[i])) {
			open = 0;
			continue;
		}
		if (!open && words == WORDS_MAX)
			return 0;
		if (!open)
			word[words++] = (struct word){.s = s + i};
		open = 1;
		word[words - 1].n++;
		depth += (s[i] == '(') - (s[i] == ')' && depth > 0);
	}
	return words;
}

static int
set_text(struct work *w, enum fo_prop prop, const char *text)
{
	return work_set(w, prop, COMPONENT_ALL, text, strlen(text));
}

/* --- one to four values: border-width, padding, margin ... ------------- */

static int
expand_edges(struct work *w, enum fo_prop before, const char *s, size_t n)
{
	/* Which of 1, 2, 3, 4 words goes to top, bottom, left, right. */
	static const int which[4][EDGES] = {
	    {0, 0, 0, 0}, {0, 0, 1, 1}, {0, 2, 1, 1}, {0, 2, 3, 1}};
	struct word word[WORDS_MAX];
	struct fo_value v[EDGES];
	const int words = split(s, n, word);

	if (words < 1 || words > 4)
		return -1;
	for (int e = BEFORE; e < EDGES; e++) {
		const struct word *at = &word[which[words - 1][e]];

		if (work_parse(w, at_edge(before, (enum edge)e), 0, at->s,
		    at->n, &v[e]) != 0)
			return -1;
	}
	for (int e = BEFORE; e < EDGES; e++)
		work_put(w, at_edge(before, (enum edge)e), COMPONENT_ALL,
		    &v[e]);
	return 0;
}

/* --- width, style and colour in any order: border, border-top ... ------ */

static int
border_parse(struct work *w, const char *s, size_t n, struct fo_value *v,
    int *has)
{
	static const enum fo_prop aspect[3] = {PROP_BORDER_BEFORE_WIDTH,
	    PROP_BORDER_BEFORE_STYLE, PROP_BORDER_BEFORE_COLOR};
	struct word word[WORDS_MAX];
	const int words = split(s, n, word);

	for (int i = 0; i < words; i++) {
		int k = 0;

		while (k < 3 && (has[k] || work_parse(w, aspect[k], 0,
		    word[i].s, word[i].n, &v[k]) != 0))
			k++;
		if (k == 3)
			return -1;
		has[k] = 1;
	}
	return words > 0 ? 0 : -1;
}

static void
border_put(struct work *w, enum edge e, const struct fo_value *v,
    const int *has)
{
	static const enum fo_prop aspect[3] = {PROP_BORDER_BEFORE_WIDTH,
	    PROP_BORDER_BEFORE_STYLE, PROP_BORDER_BEFORE_COLOR};

	for (int k = 0; k < 3; k++) {
		work_reset(w, at_edge(aspect[k], e));
		if (has[k])
			work_put(w, at_edge(aspect[k], e), COMPONENT_ALL,
			    &v[k]);
	}
}

static int
expand_border(struct work *w, enum fo_prop first, const char *s, size_t n)
{
	struct fo_value v[3];
	int has[3] = {0, 0, 0};

	(void)first;
	if (border_parse(w, s, n, v, has) != 0)
		return -1;
	for (int e = BEFORE; e < EDGES; e++)
		border_put(w, (enum edge)e, v, has);
	return 0;
}

static int
expand_border_edge(struct work *w, enum fo_prop width, const char *s, size_t n)
{
	struct fo_value v[3];
	int has[3] = {0, 0, 0};

	if (border_parse(w, s, n, v, has) != 0)
		return -1;
	border_put(w, (enum edge)(width - PROP_BORDER_BEFORE_WIDTH), v, has);
	return 0;
}

/* Only a colour: pictures behind text are not in the profile. */
static int
expand_background(struct work *w, enum fo_prop color, const char *s, size_t n)
{
	struct word word[WORDS_MAX];

	if (split(s, n, word) == 1 && word_is(word[0], "none"))
		return set_text(w, color, "transparent");
	return work_set(w, color, COMPONENT_ALL, s, n);
}

/* --- font (7.31.13): [style || variant || weight] size[/line-height] family ------- */

struct font_words {
	struct fo_value style, variant, weight, size, height;
	int has_style, has_variant, has_weight, has_height;
	struct word family;
};

/* A size, with the line height that may follow after a slash. */
static int
font_size_parse(struct work *w, struct word word, struct font_words *f)
{
	const char *slash = memchr(word.s, '/', word.n);
	const size_t n = slash != NULL ? (size_t)(slash - word.s) : word.n;

	if (work_parse(w, PROP_FONT_SIZE, 0, word.s, n, &f->size) != 0)
		return -1;
	f->has_height = slash != NULL;
	if (slash == NULL)
		return 0;
	return work_parse(w, PROP_LINE_HEIGHT, 0, slash + 1, word.n - n - 1,
	    &f->height);
}

static int
font_parse(struct work *w, const char *s, size_t n, struct font_words *f)
{
	struct word word[WORDS_MAX];
	const int words = split(s, n, word);
	int i = 0;

	for (; i < words && i < 4; i++) {
		if (word_is(word[i], "normal"))
			continue;
		if (!f->has_style && work_parse(w, PROP_FONT_STYLE, 0,
		    word[i].s, word[i].n, &f->style) == 0)
			f->has_style = 1;
		else if (!f->has_variant && work_parse(w, PROP_FONT_VARIANT, 0,
		    word[i].s, word[i].n, &f->variant) == 0)
			f->has_variant = 1;
		else if (!f->has_weight && work_parse(w, PROP_FONT_WEIGHT, 0,
		    word[i].s, word[i].n, &f->weight) == 0)
			f->has_weight = 1;
		else
			break;
	}
	if (i + 1 >= words || font_size_parse(w, word[i], f) != 0)
		return -1;
	f->family = (struct word){.s = word[i + 1].s,
	    .n = (size_t)(s + n - word[i + 1].s)};
	return 0;
}

static int
expand_font(struct work *w, enum fo_prop family, const char *s, size_t n)
{
	struct font_words f = {.has_style = 0};

	if (font_parse(w, s, n, &f) != 0 ||
	    work_set(w, family, COMPONENT_ALL, f.family.s, f.family.n) != 0)
		return -1;
	work_reset(w, PROP_FONT_STYLE);
	work_reset(w, PROP_FONT_VARIANT);
	work_reset(w, PROP_FONT_WEIGHT);
	work_reset(w, PROP_LINE_HEIGHT);
	work_put(w, PROP_FONT_SIZE, 0, &f.size);
	if (f.has_style)
		work_put(w, PROP_FONT_STYLE, 0, &f.style);
	if (f.has_variant)
		work_put(w, PROP_FONT_VARIANT, 0, &f.variant);
	if (f.has_weight)
		work_put(w, PROP_FONT_WEIGHT, 0, &f.weight);
	if (f.has_height)
		work_put(w, PROP_LINE_HEIGHT, 0, &f.height);
	return 0;
}

/* --- words that stand for several values ------------------------------- */

static int
expand_white_space(struct work *w, enum fo_prop first, const char *s,
    size_t n)
{
	static const struct {
		const char *name, *linefeed, *collapse, *treatment, *wrap;
	} rows[] = {
	    {"normal", "treat-as-space", "true",
	        "ignore-if-surrounding-linefeed", "wrap"},
	    {"nowrap", "treat-as-space", "true",
	        "ignore-if-surrounding-linefeed", "no-wrap"},
	    {"pre", "preserve", "false", "preserve", "no-wrap"}};
	struct word word[WORDS_MAX];

	if (split(s, n, word) != 1)
		return -1;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (!word_is(word[0], rows[i].name))
			continue;
		(void)set_text(w, first, rows[i].linefeed);
		(void)set_text(w, PROP_WHITE_SPACE_COLLAPSE,
		    rows[i].collapse);
		(void)set_text(w, PROP_WHITE_SPACE_TREATMENT,
		    rows[i].treatment);
		(void)set_text(w, PROP_WRAP_OPTION, rows[i].wrap);
		return 0;
	}
	return -1;
}

/* 7.31.16 to 18; prop: break-before, break-after or keep-together. */
static int
expand_page_break(struct work *w, enum fo_prop prop, const char *s, size_t n)
{
	static const struct {
		const char *name, *brk, *keep;
	} rows[] = {{"auto", "auto", "auto"}, {"always", "page", "auto"},
	    {"avoid", "auto", "always"}, {"left", "even-page", "auto"},
	    {"right", "odd-page", "auto"}};
	const enum fo_prop keep = prop == PROP_BREAK_BEFORE
	    ? PROP_KEEP_WITH_PREVIOUS : prop == PROP_BREAK_AFTER
	    ? PROP_KEEP_WITH_NEXT : PROP_KEEP_TOGETHER;
	struct word word[WORDS_MAX];

	if (split(s, n, word) != 1)
		return -1;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (!word_is(word[0], rows[i].name))
			continue;
		if (keep == PROP_KEEP_TOGETHER && strcmp(rows[i].brk, "auto"))
			return -1;
		if (keep != PROP_KEEP_TOGETHER)
			(void)set_text(w, prop, rows[i].brk);
		(void)work_set(w, keep, PART_PAGE, rows[i].keep,
		    strlen(rows[i].keep));
		return work_set(w, keep, PART_COLUMN, rows[i].keep,
		    strlen(rows[i].keep));
	}
	return -1;
}

/* In a cell top, middle and bottom align its content as CSS means it. */
static int
expand_vertical_align(struct work *w, enum fo_prop shift, const char *s,
    size_t n)
{
	static const char *const rows[][2] = {{"top", "before"},
	    {"middle", "center"}, {"bottom", "after"}};
	static const char *const lines[][2] = {{"middle", "middle"},
	    {"text-top", "text-before-edge"},
	    {"text-bottom", "text-after-edge"}};
	struct word word[WORDS_MAX];
	int one = split(s, n, word) == 1;
	int whole = w->type == FO_TABLE_CELL || w->type == FO_BLOCK_CONTAINER;

	for (int i = 0; one && i < 3; i++) {
		if (whole && word_is(word[0], rows[i][0]))
			return set_text(w, PROP_DISPLAY_ALIGN, rows[i][1]);
		if (!whole && word_is(word[0], lines[i][0]))
			return set_text(w, PROP_ALIGNMENT_BASELINE,
			    lines[i][1]);
	}
	return work_set(w, shift, COMPONENT_ALL, s, n);
}

/* 7.31.20; an absolute position is absolute-position's, the others are
   relative-position's. */
static int
expand_position(struct work *w, enum fo_prop position, const char *s, size_t n)
{
	struct word word[WORDS_MAX];
	int words = split(s, n, word);

	if (words == 1 && (word_is(word[0], "static") ||
	    word_is(word[0], "relative")))
		position = PROP_RELATIVE_POSITION;
	return work_set(w, position, COMPONENT_ALL, s, n);
}

static int
expand_size(struct work *w, enum fo_prop width, const char *s, size_t n)
{
	struct word word[WORDS_MAX];
	struct fo_value wide, high;
	const int words = split(s, n, word);

	if (words < 1 || words > 2)
		return -1;
	if (words == 1 && word_is(word[0], "landscape"))
		return set_text(w, width, "297mm") ||
		    set_text(w, PROP_PAGE_HEIGHT, "210mm") ? -1 : 0;
	if (words == 1 && word_is(word[0], "portrait"))
		word[0] = (struct word){"auto", 4};
	if (work_parse(w, width, 0, word[0].s, word[0].n, &wide) != 0 ||
	    work_parse(w, PROP_PAGE_HEIGHT, 0, word[words - 1].s,
	        word[words - 1].n, &high) != 0)
		return -1;
	work_put(w, width, 0, &wide);
	work_put(w, PROP_PAGE_HEIGHT, 0, &high);
	return 0;
}

/* xml:lang is language, then (BCP 47) a region of two letters. */
static int
expand_lang(struct work *w, enum fo_prop lang, const char *s, size_t n)
{
	const char *end = s + n, *sub = s;
	size_t len = strcspn(s, "-");

	if (n == 0)
		return -1;
	(void)work_set(w, lang, COMPONENT_ALL, s, n);
	(void)work_set(w, PROP_LANGUAGE, COMPONENT_ALL, s, len);
	work_reset(w, PROP_COUNTRY);
	while (sub + len < end) {
		sub += len + 1;
		len = strcspn(sub, "-");
		if (len == 2)
			return work_set(w, PROP_COUNTRY, COMPONENT_ALL, sub,
			    len);
	}
	return 0;
}

/* Bounds that have absolute names too (7.15.7 and its kin). */
static int
expand_minimum(struct work *w, enum fo_prop dimension, const char *s,
    size_t n)
{
	return work_set(w, dimension, PART_MIN, s, n);
}

static int
expand_maximum(struct work *w, enum fo_prop dimension, const char *s,
    size_t n)
{
	struct word word[WORDS_MAX];

	if (split(s, n, word) == 1 && word_is(word[0], "none"))
		return work_set(w, dimension, PART_MAX, "auto", 4);
	return work_set(w, dimension, PART_MAX, s, n);
}

/* One length for both directions, or that between columns and then that
   between rows (7.31.6). */
static int
expand_spacing(struct work *w, enum fo_prop separation, const char *s,
    size_t n)
{
	struct word word[WORDS_MAX];
	struct fo_value across, down;
	const int words = split(s, n, word);

	if (words < 1 || words > 2 || work_parse(w, separation,
	    PART_INLINE_DIRECTION, word[0].s, word[0].n, &across) != 0 ||
	    work_parse(w, separation, PART_BLOCK_DIRECTION,
	        word[words - 1].s, word[words - 1].n, &down) != 0)
		return -1;
	work_put(w, separation, PART_INLINE_DIRECTION, &across);
	work_put(w, separation, PART_BLOCK_DIRECTION, &down);
	return 0;
}

static const struct shorthand_row table[] = {
    {"font", RANK_FONT, expand_font, PROP_FONT_FAMILY},
    {"background", RANK_GENERAL, expand_background, PROP_BACKGROUND_COLOR},
    {"border", RANK_GENERAL, expand_border, PROP_BORDER_BEFORE_WIDTH},
    {"border-width", RANK_ASPECT, expand_edges, PROP_BORDER_BEFORE_WIDTH},
    {"border-style", RANK_ASPECT, expand_edges, PROP_BORDER_BEFORE_STYLE},
    {"border-color", RANK_ASPECT, expand_edges, PROP_BORDER_BEFORE_COLOR},
    {"border-top", RANK_EDGE, expand_border_edge, PROP_BORDER_BEFORE_WIDTH},
    {"border-bottom", RANK_EDGE, expand_border_edge, PROP_BORDER_AFTER_WIDTH},
    {"border-left", RANK_EDGE, expand_border_edge, PROP_BORDER_START_WIDTH},
    {"border-right", RANK_EDGE, expand_border_edge, PROP_BORDER_END_WIDTH},
    {"padding", RANK_GENERAL, expand_edges, PROP_PADDING_BEFORE},
    {"margin", RANK_GENERAL, expand_edges, PROP_MARGIN_TOP},
    {"white-space", RANK_GENERAL, expand_white_space,
        PROP_LINEFEED_TREATMENT},
    {"page-break-before", RANK_GENERAL, expand_page_break, PROP_BREAK_BEFORE},
    {"page-break-after", RANK_GENERAL, expand_page_break, PROP_BREAK_AFTER},
    {"page-break-inside", RANK_GENERAL, expand_page_break,
        PROP_KEEP_TOGETHER},
    {"vertical-align", RANK_GENERAL, expand_vertical_align,
        PROP_BASELINE_SHIFT},
    {"border-spacing", RANK_GENERAL, expand_spacing,
        PROP_BORDER_SEPARATION},
    {"position", RANK_GENERAL, expand_position, PROP_ABSOLUTE_POSITION},
    {"size", RANK_GENERAL, expand_size, PROP_PAGE_WIDTH},
    {"xml:lang", RANK_GENERAL, expand_lang, PROP_XML_LANG},
    {"min-width", RANK_ABSOLUTE, expand_minimum,
        PROP_INLINE_PROGRESSION_DIMENSION},
    {"max-width", RANK_ABSOLUTE, expand_maximum,
        PROP_INLINE_PROGRESSION_DIMENSION},
    {"min-height", RANK_ABSOLUTE, expand_minimum,
        PROP_BLOCK_PROGRESSION_DIMENSION},
    {"max-height", RANK_ABSOLUTE, expand_maximum,
        PROP_BLOCK_PROGRESSION_DIMENSION}};

const struct shorthand_row *
shorthand_rows(size_t *rows)
{
	*rows = sizeof(table) / sizeof(table[0]);
	return table;
}
