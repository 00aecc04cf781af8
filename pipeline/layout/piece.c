/*
 * In: a paragraph's text and the runs over it. Out: its pieces: words that
 * are shaped, spaces, leaders with the range of their length, graphics,
 * citations with their reserve, the edges of inline boxes; each knows its
 * width and whether a line may end after it.
 *
 * Only text that is not plain Latin in its primary font is itemized by Pango
 * (script, direction, fallback faces); a word is then cut where an item ends.
 */
#include "layout/text.h"

#include <string.h>

/* The items of a paragraph, in order. */
struct items {
	GList *list, *at;   /* at: the item last found */
};

/* --- what Pango must itemize ------------------------------------------- */

static int
run_is_plain(const struct para *p, const struct run *r)
{
	const char *s = p->text + r->at, *end = s + r->len;
	const struct shaper *shaper = r->span->shaper;

	for (; s < end; s = g_utf8_next_char(s))
		if (!shaper_covers(shaper, g_utf8_get_char(s)))
			return 0;
	return 1;
}

static int
text_is_plain(const struct para *p)
{
	for (size_t i = 0; i < p->runs; i++)
		if (p->run[i].kind == RUN_TEXT && !run_is_plain(p, &p->run[i]))
			return 0;
	return 1;
}

static void
attr_over(PangoAttrList *attrs, PangoAttribute *attr, size_t from, size_t len)
{
	attr->start_index = (guint)from;
	attr->end_index = (guint)(from + len);
	pango_attr_list_insert(attrs, attr);
}

static struct items
items_make(const struct para *p)
{
	PangoAttrList *attrs = pango_attr_list_new();
	struct items items = {0};

	for (size_t i = 0; i < p->runs; i++) {
		const struct run *r = &p->run[i];

		if (r->len == 0)
			continue;
		attr_over(attrs, pango_attr_font_desc_new(
		    r->span->font->desc), r->at, r->len);
		attr_over(attrs, pango_attr_language_new(r->span->language),
		    r->at, r->len);
	}
	items.list = pango_itemize_with_base_dir(
	    fonts_context(p->words->fonts), PANGO_DIRECTION_LTR, p->text, 0,
	    (int)p->len, attrs, NULL);
	items.at = items.list;
	pango_attr_list_unref(attrs);
	return items;
}

/* The item that holds a byte; NULL for plain text. Asked in order. */
static const PangoItem *
item_at(struct items *items, size_t at)
{
	const PangoItem *item;

	while (items->at != NULL) {
		item = items->at->data;
		if (at < (size_t)(item->offset + item->length) ||
		    items->at->next == NULL)
			return item;
		items->at = items->at->next;
	}
	return NULL;
}

/* --- where lines may not end after all --------------------------------- */

static int
is_unwrapped(const struct span *s)
{
	return s->nowrap && fo_kw(s->node, PROP_WRAP_OPTION) == FO_KW_NO_WRAP;
}

/* Within text that does not wrap, and between two such texts. */
static void
breaks_forbid(struct para *p)
{
	int before = 0;

	for (size_t i = 0; i < p->runs; i++) {
		const struct run *r = &p->run[i];

		if (r->len == 0)
			continue;
		if (before && is_unwrapped(r->span))
			p->brk[r->at] = BRK_NO;
		if (r->span->nowrap)
			memset(p->brk + r->at + 1, BRK_NO, r->len - 1);
		before = is_unwrapped(r->span);
	}
}

/*
 * What is kept together, or with its neighbour. The spaces between it and the
 * neighbour belong to the joint: at the end of a line they would go, and what
 * is after them is next. A hold that may give way still divides no word.
 */
static void
hold_apply(struct para *p, const struct hold *h)
{
	size_t to = h->to < p->len ? h->to : p->len;

	while (h->joint && to < p->len && p->text[to] == ' ')
		to++;
	for (size_t k = h->from; k <= to; k++) {
		if (h->strength == FO_KEEP_ALWAYS || p->brk[k] == BRK_HYPHEN)
			p->brk[k] = BRK_NO;
		else if (p->keep[k] < h->strength)
			p->keep[k] = h->strength;
	}
}

static void
breaks_hold(struct para *p)
{
	p->keep = NULL;
	for (size_t i = 0; i < p->holds; i++) {
		if (p->hold[i].strength != FO_KEEP_ALWAYS && p->keep == NULL)
			p->keep = arena_alloc(p->words->arena, p->len + 1);
		hold_apply(p, &p->hold[i]);
	}
}

static void
breaks_make(struct para *p)
{
	if (p->brk_cap < p->len + 1) {
		p->brk_cap = 2 * p->len + 256;
		p->brk = arena_alloc(p->words->arena, p->brk_cap);
	}
	breaks_find(p->words, p->text, p->len, p->brk);
	if (p->divides)
		words_divide(p);
	breaks_forbid(p);
	breaks_hold(p);
}

/* --- pieces ------------------------------------------------------------ */

mpt
word_width(const struct word *word, const struct span *span)
{
	return word->w + (mpt)word->clusters * span->letter;
}

int
piece_is_nothing(const struct piece *c)
{
	switch (c->kind) {
	case PIECE_WORD:
		return c->word->glyphs == 0;
	case PIECE_OPEN:
	case PIECE_CLOSE:
	case PIECE_MARK:
	case PIECE_NOTE:
	case PIECE_BREAK:
		return c->w == 0;
	default:
		return 0;
	}
}

static struct piece *
piece_push(struct para *p, enum piece_kind kind, const struct run *r)
{
	struct piece *c = &ARENA_PUSH(p->words->arena, p->piece, p->pieces,
	    p->pieces_cap);

	*c = (struct piece){.kind = (uint8_t)kind, .span = r->span,
	    .node = r->node};
	return c;
}

static void
piece_width(struct piece *c, mpt w)
{
	c->w = c->min = c->max = w;
}

void
piece_report(struct para *p, const struct word *word, const struct span *span)
{
	for (size_t i = 0; i < word->missings && !p->quiet; i++)
		diag_add(p->layout->diag, DIAG_L02, span->node->src, "U+%04X",
		    word->missing[i]);
}

/* A line may end after the piece, which ends before a byte. */
static void
piece_brk(const struct para *p, struct piece *c, size_t end)
{
	c->brk = p->brk[end];
	c->keep = p->keep == NULL ? 0 : p->keep[end];
}

void
piece_set_word(const struct para *p, struct piece *c, const struct word *word)
{
	const struct span *s = c->span;

	c->word = word;
	piece_width(c, word_width(word, s));
	if (p->justified) {
		c->min -= (mpt)word->clusters * s->letter_less;
		c->max += (mpt)word->clusters * s->letter_more;
	}
}

static struct piece *
piece_text(struct para *p, enum piece_kind kind, const struct run *r,
    const PangoItem *item, size_t at, size_t len)
{
	struct piece *c = piece_push(p, kind, r);
	struct shaper *shaper = r->span->shaper;

	if (item != NULL) {
		c->level = item->analysis.level;
		if (kind == PIECE_WORD && item->analysis.font != NULL)
			shaper = shaper_item(p->words, r->span->font,
			    &item->analysis);
		if (r->span->shaper->capitals)
			shaper = shaper_capitals(p->words, shaper);
	}
	piece_set_word(p, c, word_find(p->words, shaper, p->text + at, len));
	c->at = (uint32_t)at;
	c->len = (uint32_t)len;
	piece_brk(p, c, at + len);
	piece_report(p, c->word, r->span);
	return c;
}

static void
piece_space(struct para *p, const struct run *r, const PangoItem *item,
    size_t at, size_t len)
{
	struct piece *c = piece_text(p, PIECE_SPACE, r, item, at, len);
	const struct span *s = r->span;

	c->fixed = len > 1 || s->retains;
	c->w += s->word;
	c->min += s->word;
	c->max += s->word;
	if (p->justified) {
		c->min -= s->word_less;
		c->max += s->word_more;
	}
}

/* Signs that only steer where lines end: bytes, or 0. */
static size_t
steer_length(const char *s, size_t len)
{
	if (len >= 2 && memcmp(s, "\xc2\xad", 2) == 0)
		return 2;
	return len >= 3 && memcmp(s, "\xe2\x80\x8b", 3) == 0 ? 3 : 0;
}

/* 1 for a space, 2 for a no-break space, or 0. */
static size_t
space_length(const char *s, size_t len)
{
	if (*s == ' ')
		return 1;
	return len >= 2 && memcmp(s, "\xc2\xa0", 2) == 0 ? 2 : 0;
}

/* A soft hyphen or zero width space leaves the text and marks what is before
   it. */
static void
steer(struct para *p, size_t at, size_t len)
{
	struct piece *c;

	if (p->pieces == 0)
		return;
	c = &p->piece[p->pieces - 1];
	if (p->brk[at + len] == BRK_NO)
		return;
	piece_brk(p, c, at + len);
	c->brk = len == 2 && c->kind == PIECE_WORD ? BRK_HYPHEN : BRK_YES;
}

/* Bytes up to what ends a word: a space, a place for a line to end ... */
static size_t
word_length(const struct para *p, size_t at, size_t end)
{
	size_t i = at + 1;

	while (i < end && p->brk[i] != BRK_YES && p->text[i] != ' ' &&
	    !((unsigned char)p->text[i] >= 0xc2 &&
	    (space_length(p->text + i, end - i) != 0 ||
	    steer_length(p->text + i, end - i) != 0)))
		i++;
	return i - at;
}

static void
pieces_text(struct para *p, const struct run *r, struct items *items)
{
	size_t at = r->at, end = at + r->len, n, stop;
	const PangoItem *item;

	for (; at < end; at += n) {
		if ((n = steer_length(p->text + at, end - at)) != 0) {
			steer(p, at, n);
			continue;
		}
		item = item_at(items, at);
		if ((n = space_length(p->text + at, end - at)) != 0) {
			piece_space(p, r, item, at, n);
			continue;
		}
		stop = item == NULL ? end : (size_t)(item->offset +
		    item->length);
		n = word_length(p, at, stop < end ? stop : end);
		piece_text(p, PIECE_WORD, r, item, at, n);
	}
}

/* --- objects ----------------------------------------------------------- */

/* When widths are asked for there is no measure yet, and a leader counts with
   its optimum. */
static void
piece_leader(struct para *p, struct piece *c)
{
	struct fo_range r = fo_range(c->node, PROP_LEADER_LENGTH, p->measure);

	c->min = r.min == FO_AUTO ? 0 : mpt_max(r.min, 0);
	c->max = r.max == FO_AUTO ? p->measure : mpt_max(r.max, c->min);
	if (p->quiet)
		c->max = mpt_max(c->max, r.opt);
	c->w = r.opt == FO_AUTO ? c->min :
	    mpt_max(c->min, mpt_min(r.opt, c->max));
}

/* The room that a citation of the layout's digits needs at the most. */
static void
piece_slot(struct para *p, struct piece *c)
{
	const struct span *s = c->span;
	mpt widest = 0;

	for (char d = '0'; d <= '9'; d++)
		widest = mpt_max(widest, word_width(word_find(p->words,
		    s->shaper, &d, 1), s));
	piece_width(c, widest * (p->layout->digits > 1 ?
	    p->layout->digits : 1));
	if (!p->quiet)
		c->area = area_new(p->layout->arena, AREA_TEXT, s->node->src);
}

/* Where a line might have ended before a piece, it ends after it. */
static void
piece_cling(struct piece *c)
{
	c->brk = c[-1].brk;
	c->keep = c[-1].keep;
	c->level = c[-1].level;
	c[-1].brk = BRK_NO;
}

static void
piece_object(struct para *p, const struct run *r, struct items *items)
{
	static const enum piece_kind kind[] = {
	    [RUN_GRAPHIC] = PIECE_GRAPHIC, [RUN_LEADER] = PIECE_LEADER,
	    [RUN_SLOT] = PIECE_SLOT, [RUN_MARK] = PIECE_MARK,
	    [RUN_NOTE] = PIECE_NOTE, [RUN_BREAK] = PIECE_BREAK};
	struct piece *c = piece_push(p, kind[r->kind], r);
	const PangoItem *item = item_at(items, r->at);

	c->level = item == NULL ? 0 : item->analysis.level;
	if (r->len != 0)
		piece_brk(p, c, r->at + r->len);
	if (r->kind == RUN_NOTE && p->pieces > 1)
		piece_cling(c);
	else if (r->kind == RUN_LEADER)
		piece_leader(p, c);
	else if (r->kind == RUN_SLOT)
		piece_slot(p, c);
	c->area = r->area != NULL ? r->area : c->area;
	if (r->area != NULL)
		piece_width(c, r->area->w);
}

/* The edge of an inline; CLOSE stays with what it closes. */
static void
piece_edge(struct para *p, const struct run *r, struct items *items)
{
	const PangoItem *item = item_at(items, r->at);
	const struct inbox *b = r->span->box;
	int open = r->kind == RUN_OPEN;
	struct piece *c = piece_push(p, open ? PIECE_OPEN : PIECE_CLOSE, r);

	if (b != NULL && b->node == r->node)
		piece_width(c, open ? b->space_start + b->start :
		    b->end + b->space_end);
	if (!open && p->pieces > 1)
		piece_cling(c);
	else if (item != NULL)
		c->level = item->analysis.level;
}

void
pieces_make(struct para *p)
{
	struct items items = {0};

	breaks_make(p);
	if (!text_is_plain(p))
		items = items_make(p);
	for (size_t i = 0; i < p->runs; i++) {
		const struct run *r = &p->run[i];

		if (r->kind == RUN_TEXT)
			pieces_text(p, r, &items);
		else if (r->kind == RUN_OPEN || r->kind == RUN_CLOSE)
			piece_edge(p, r, &items);
		else
			piece_object(p, r, &items);
	}
	g_list_free_full(items.list, (GDestroyNotify)pango_item_free);
}
