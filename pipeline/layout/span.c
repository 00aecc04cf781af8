/*
 * In: an inline object and the span that it stands in. Out: its own span:
 * font, colour, tag, baseline, spacing, decoration and box, so that whatever
 * sets its text need not look at properties again.
 */
#include "layout/text.h"

#include <string.h>

#define SPACING_MAX (10000 * MPT_PT)
#define SHY "\xc2\xad"

/* --- small readings ---------------------------------------------------- */

static mpt
spacing_bound(mpt v)
{
	return v == FO_AUTO ? 0 :
	    mpt_max(-SPACING_MAX, mpt_min(v, SPACING_MAX));
}

/* letter-spacing or word-spacing: its optimum, and how far less and more. */
static mpt
spacing_of(const struct fo_node *n, enum fo_prop prop, mpt *less, mpt *more)
{
	struct fo_range r = fo_range(n, prop, 0);
	mpt v = spacing_bound(r.opt);

	*less = mpt_max(0, v - spacing_bound(r.min));
	*more = mpt_max(0, spacing_bound(r.max) - v);
	return v;
}

static PangoLanguage *
language_of(const struct words *w, const struct fo_node *n,
    const struct fo_tree *tree)
{
	const char *lang = fo_str(n, PROP_XML_LANG);
	const char *language = fo_str(n, PROP_LANGUAGE);

	if (lang[0] == '\0' && strcmp(language, "none") != 0)
		lang = language;
	if (lang[0] == '\0' && tree != NULL && tree->lang != NULL)
		lang = tree->lang;
	return lang[0] == '\0' ? w->language :
	    pango_language_from_string(lang);
}

/* The nearest object that has an element; an artifact has none. */
static uint32_t
tag_of(const struct layout *l, const struct fo_node *n)
{
	if (l->artifact)
		return 0;
	for (; n != NULL; n = n->parent) {
		if (n->tag != 0)
			return n->tag;
		if (n->type != FO_TEXT &&
		    fo_kw(n, PROP_ARTIFACT) == FO_KW_TRUE)
			return 0;
	}
	return 0;
}

static struct font *
font_of(struct layout *l, const struct fo_node *n)
{
	return font_find(l->fonts, fo_str(n, PROP_FONT_FAMILY),
	    fo_len(n, PROP_FONT_SIZE, 0), (int)fo_int(n, PROP_FONT_WEIGHT),
	    fo_kw(n, PROP_FONT_STYLE) == FO_KW_ITALIC ? FONT_ITALIC :
	    FONT_NORMAL, l->diag, n->src);
}

/* --- decoration and box ------------------------------------------------ */

static int
has_word(const char *text, const char *word)
{
	size_t n = strlen(word);

	for (const char *s = text; (s = strstr(s, word)) != NULL; s += n)
		if ((s == text || strchr(" \t\r\n", s[-1]) != NULL) &&
		    strchr(" \t\r\n", s[n]) != NULL)
			return 1;
	return 0;
}

/* The chain without one kind of line. */
static struct deco *
deco_without(struct layout *l, struct deco *d, enum fo_kw line)
{
	struct deco *outer, *copy;

	if (d == NULL)
		return NULL;
	outer = deco_without(l, d->outer, line);
	if (d->line == line)
		return outer;
	if (d->outer == outer)
		return d;
	copy = ARENA_NEW(l->arena, struct deco);
	*copy = *d;
	copy->outer = outer;
	return copy;
}

/* XSL 1.1, 7.17.4: a decoration reaches over what is nested in it, unless
   that says no- to it. Nothing blinks on paper. */
static struct deco *
deco_new(struct layout *l, const struct span *s, const struct fo_node *n)
{
	static const struct {
		enum fo_kw line;
		const char *yes, *no;
	} rows[] = {{FO_KW_UNDERLINE, "underline", "no-underline"},
	    {FO_KW_OVERLINE, "overline", "no-overline"},
	    {FO_KW_LINE_THROUGH, "line-through", "no-line-through"}};
	const char *text = n->type == FO_WRAPPER ||
	    !fo_specified(n, PROP_TEXT_DECORATION) ? "" :
	    fo_str(n, PROP_TEXT_DECORATION);
	struct deco *d = s->deco, *inner;

	for (size_t i = 0; text[0] != '\0' && i < 3; i++) {
		if (has_word(text, rows[i].no))
			d = deco_without(l, d, rows[i].line);
		if (!has_word(text, rows[i].yes))
			continue;
		inner = ARENA_NEW(l->arena, struct deco);
		*inner = (struct deco){.outer = d, .line = rows[i].line,
		    .font = s->font, .shift = s->shift,
		    .color = fo_color(n, PROP_COLOR, NULL)};
		d = inner;
	}
	return d;
}

/* That of a block is that of the blocks in it as well. */
static struct deco *
deco_of_block(struct layout *l, struct span *s, const struct fo_node *n)
{
	if (n == NULL || n->type != FO_BLOCK)
		return NULL;
	s->deco = deco_of_block(l, s, n->parent);
	return deco_new(l, s, n);
}

/* Graphics have their borders and padding within. */
static void
inbox_paint(struct inbox *b, const struct fo_node *n, mpt base)
{
	struct sides s = box_sides(n, base);

	b->paint = box_of(n);
	b->before = s.edge[EDGE_TOP];
	b->after = s.edge[EDGE_BOTTOM];
	b->start = s.edge[EDGE_LEFT];
	b->end = s.edge[EDGE_RIGHT];
	b->visible = b->paint.filled;
	for (int i = 0; i < 4; i++)
		b->visible |= b->paint.border[i].width != 0;
}

/* What a line that ends inside leaves of the edges at its sides. */
static void
inbox_kept(struct para *p, struct inbox *b, const struct fo_node *n, mpt base)
{
	b->border_start_kept = fo_retain(n, PROP_BORDER_START_WIDTH) != 0;
	b->border_end_kept = fo_retain(n, PROP_BORDER_END_WIDTH) != 0;
	if (b->border_start_kept)
		b->kept_start += fo_border(n, PROP_BORDER_START_WIDTH);
	if (b->border_end_kept)
		b->kept_end += fo_border(n, PROP_BORDER_END_WIDTH);
	if (fo_retain(n, PROP_PADDING_START))
		b->kept_start += fo_padding(n, PROP_PADDING_START, base);
	if (fo_retain(n, PROP_PADDING_END))
		b->kept_end += fo_padding(n, PROP_PADDING_END, base);
	p->pauses |= (b->kept_start | b->kept_end) != 0;
}

static int
is_graphic(const struct fo_node *n)
{
	return n->type == FO_EXTERNAL_GRAPHIC ||
	    n->type == FO_INSTREAM_FOREIGN_OBJECT;
}

static struct inbox *
inbox_new(struct para *p, const struct span *s, const struct fo_node *n)
{
	struct inbox b = {.outer = s->box, .font = s->font,
	    .shift = s->shift, .node = n}, *kept;

	if (n->type == FO_WRAPPER)
		return s->box;
	b.space_start = fo_space(n, PROP_SPACE_START, p->measure).opt;
	b.space_end = fo_space(n, PROP_SPACE_END, p->measure).opt;
	if (!is_graphic(n)) {
		inbox_paint(&b, n, p->measure);
		inbox_kept(p, &b, n, p->measure);
	}
	if (!b.visible && b.start == 0 && b.end == 0 && b.space_start == 0 &&
	    b.space_end == 0)
		return s->box;
	kept = ARENA_NEW(p->layout->arena, struct inbox);
	*kept = b;
	return kept;
}

/* --- the span ---------------------------------------------------------- */

/*
 * What the span asks of its line, by the block's strategy (XSL 1.1, 4.5 and
 * 7.16.6). line-height: its own line-height, half of the leading above and
 * half below. max-height: its font's height; line.c adds the block's leading.
 * font-height: nothing. auto: as line-height, but no leading for shifted
 * text: a superscript that fits the leading leaves the lines even.
 */
static void
span_heights(const struct para *p, struct span *s)
{
	const struct font *f = s->font;
	mpt shift = p->level ? 0 : s->shift;
	mpt height = fo_len(s->node, PROP_LINE_HEIGHT, f->size);
	mpt leading = height == FO_AUTO ? 0 : height - f->ascent - f->descent;

	s->leading = leading;
	if (p->stacking == FO_KW_MAX_HEIGHT ||
	    p->stacking == FO_KW_FONT_HEIGHT ||
	    (p->stacking == FO_KW_AUTO && s->shift != 0))
		leading = 0;
	s->top = f->ascent + shift + leading / 2;
	s->bottom = f->descent - shift + (leading - leading / 2);
}

/* The dictionary of the text's language: its own, else the document's. */
static struct hyphens *
hyphens_of_node(struct para *p, const struct fo_node *n)
{
	struct layout *l = p->layout;
	const char *language = fo_str(n, PROP_LANGUAGE);
	const char *country = fo_str(n, PROP_COUNTRY);
	struct hyphens *h;

	if (strcmp(language, "none") == 0 && l->tree->lang != NULL) {
		country = strchr(l->tree->lang, '-');
		language = arena_strndup(l->arena, l->tree->lang,
		    strcspn(l->tree->lang, "-"));
		country = country == NULL ? "" : country + 1;
	}
	if (strcmp(country, "none") == 0)
		country = "";
	h = strcmp(language, "none") == 0 ? NULL :
	    fonts_hyphens(l->fonts, language, country);
	if (h == NULL && !p->quiet)
		diag_add(l->diag, DIAG_L50, l->tree->root->src,
		    "language=\"%s\"%s%s", language, country[0] == '\0' ?
		    "" : ", country ", country);
	return h;
}

/* Of the initial character, U+2010, fonts have the other form only. */
static const char *
hyphen_of_node(const struct para *p, const struct fo_node *n)
{
	const char *c = fo_str(n, PROP_HYPHENATION_CHARACTER);

	if (c[0] == '\0' || strcmp(c, "\xe2\x80\x90") == 0 ||
	    strcmp(c, "-") == 0)
		return SHY "-";
	return arena_printf(p->layout->arena, SHY "%s", c);
}

static void
span_divide(struct para *p, struct span *s, const struct fo_node *n)
{
	s->hyphen = hyphen_of_node(p, n);
	if (fo_kw(n, PROP_HYPHENATE) != FO_KW_TRUE)
		return;
	s->hyphens = hyphens_of_node(p, n);
	p->divides |= s->hyphens != NULL;
}

static void
span_style(struct para *p, struct span *s, const struct fo_node *n)
{
	struct layout *l = p->layout;

	s->node = n;
	s->font = font_of(l, n);
	s->language = language_of(p->words, n, l->tree);
	s->shaper = shaper_latin(p->words, s->font, s->language);
	s->color = fo_color(n, PROP_COLOR, NULL);
	s->tag = tag_of(l, n);
	s->letter = spacing_of(n, PROP_LETTER_SPACING, &s->letter_less,
	    &s->letter_more);
	s->word = spacing_of(n, PROP_WORD_SPACING, &s->word_less,
	    &s->word_more);
	p->ranged |= p->justified && (s->letter_less | s->letter_more |
	    s->word_less | s->word_more) != 0;
	s->nowrap = s->kept ||
	    fo_kw(n, PROP_WRAP_OPTION) == FO_KW_NO_WRAP;
	s->retains = n->type == FO_CHARACTER &&
	    fo_kw(n, PROP_SUPPRESS_AT_LINE_BREAK) == FO_KW_RETAIN;
	span_divide(p, s, n);
}

/* Capitals in place of small letters are four fifths of the size; nothing
   else is less for them. */
static void
span_capitals(struct para *p, struct span *s)
{
	struct layout *l = p->layout;
	const struct fo_node *n = s->node;
	struct span *small;

	if (fo_kw(n, PROP_FONT_VARIANT) != FO_KW_SMALL_CAPS)
		return;
	small = ARENA_NEW(l->arena, struct span);
	*small = *s;
	small->font = font_find(l->fonts, s->font->family,
	    s->font->size * 8 / 10, s->font->weight, s->font->style, l->diag,
	    n->src);
	small->shaper = shaper_capitals(p->words, shaper_latin(p->words,
	    small->font, s->language));
	s->small = small;
}

struct span *
span_block(struct para *p, const struct fo_node *block)
{
	struct span *s = ARENA_NEW(p->layout->arena, struct span);

	span_style(p, s, block);
	s->deco = deco_of_block(p->layout, s, block);
	span_heights(p, s);
	span_capitals(p, s);
	return s;
}

/*
 * How far up an inline goes for its alignment-baseline (7.14.2): its own line
 * of that name is put on that of the text around it. above and below: how far
 * it reaches from its baseline; x: its x-height.
 */
static mpt
align_shift(const struct fo_node *n, const struct font *outer, mpt above,
    mpt below, mpt x)
{
	switch (fo_kw(n, PROP_ALIGNMENT_BASELINE)) {
	case FO_KW_MIDDLE:
		return (outer->x_height - x) / 2;
	case FO_KW_CENTRAL:
		return (outer->ascent - outer->descent - above + below) / 2;
	case FO_KW_TEXT_BEFORE_EDGE:
		return outer->ascent - above;
	case FO_KW_TEXT_AFTER_EDGE:
		return below - outer->descent;
	default:
		return 0;
	}
}

/* baseline-shift: percentages are of the line-height around it (7.14.3). */
static mpt
span_shift(const struct span *s, const struct span *outer,
    const struct fo_node *n)
{
	mpt shift = fo_len(n, PROP_BASELINE_SHIFT, fo_len(outer->node,
	    PROP_LINE_HEIGHT, outer->font->size));

	if (n->type == FO_WRAPPER)
		return 0;
	if (shift == FO_AUTO)
		shift = 0;
	return is_graphic(n) ? shift : shift + align_shift(n, outer->font,
	    s->font->ascent, s->font->descent, s->font->x_height);
}

/* A graphic stands on its line of alignment; its middle is half of it. */
const struct span *
span_graphic(struct para *p, const struct span *s, mpt height)
{
	mpt shift = align_shift(s->node, s->font, height, 0, height);
	struct span *moved;

	if (shift == 0)
		return s;
	moved = ARENA_NEW(p->layout->arena, struct span);
	*moved = *s;
	moved->shift += shift;
	return moved;
}

struct span *
span_new(struct para *p, const struct span *outer, const struct fo_node *n)
{
	struct span *s = ARENA_NEW(p->layout->arena, struct span);

	s->box = outer->box;
	s->deco = outer->deco;
	s->kept = outer->kept || (fo_specified(n, PROP_KEEP_TOGETHER) &&
	    fo_keep(n, PROP_KEEP_TOGETHER, FO_WITHIN_LINE) == FO_KEEP_ALWAYS);
	span_style(p, s, n);
	s->shift = outer->shift + span_shift(s, outer, n);
	s->deco = deco_new(p->layout, s, n);
	s->box = inbox_new(p, s, n);
	span_heights(p, s);
	span_capitals(p, s);
	return s;
}
