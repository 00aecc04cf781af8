/*
 * In: the pieces of one line, its width and alignment. Out: the children of
 * its area, each at its place.
 *
 *     widths     leaders take the slack, or justified spaces do
 *     places     from left to right in visual order (UAX 9, rule L2)
 *     boxes      behind the text: background and border of inlines
 *     content    runs of one font, colour, tag and baseline, in reading
 *                order; leaders, graphics, citations
 *     rules      underlines and the like
 *
 * A line can be composed again after a citation was filled: pieces keep their
 * natural widths.
 */
#include "layout/text.h"

#include <string.h>

/* No single space is stretched beyond this. */
#define STRETCH_MAX (1000000 * MPT_PT)

/* --- widths ------------------------------------------------------------ */

static mpt
line_width(const struct plan *line)
{
	mpt w = 0;

	for (size_t i = 0; i < line->n; i++)
		w += line->piece[i].set;
	return w;
}

/* How far a piece may move from its set width towards the slack's sign. */
static mpt
leader_room(const struct piece *c, mpt slack)
{
	if (c->kind != PIECE_LEADER)
		return 0;
	return slack > 0 ? c->max - c->set : c->set - c->min;
}

static mpt
leader_count(const struct plan *line, mpt slack)
{
	mpt n = 0;

	for (size_t i = 0; i < line->n; i++)
		n += leader_room(&line->piece[i], slack) > 0;
	return n;
}

/* Share the slack among leaders, again while some of it and of them is left;
   what no leader could take is returned. */
static mpt
leaders_take(struct plan *line, mpt slack)
{
	mpt n, share, sign = slack < 0 ? -1 : 1;

	while (slack != 0 && (n = leader_count(line, slack)) > 0)
		for (size_t i = 0; i < line->n && slack != 0; i++) {
			struct piece *c = &line->piece[i];
			mpt room = leader_room(c, slack);

			if (room <= 0)
				continue;
			share = (slack * sign + n - 1) / n;
			share = mpt_min(share, room);
			c->set += sign * share;
			slack -= sign * share;
			n = n > 1 ? n - 1 : 1;
		}
	return slack;
}

static int
is_stretchable(const struct piece *c)
{
	return c->kind == PIECE_SPACE && !c->hangs;
}

static mpt
spaces_take(struct plan *line, mpt slack)
{
	mpt n = 0, share;

	for (size_t i = 0; i < line->n; i++)
		n += is_stretchable(&line->piece[i]);
	for (size_t i = 0; i < line->n && n > 0; i++) {
		if (!is_stretchable(&line->piece[i]))
			continue;
		share = mpt_min(slack / n, STRETCH_MAX);
		line->piece[i].set += share;
		slack -= share;
		n--;
	}
	return slack;
}

/* Where the first piece begins. */
static mpt
line_stretch(struct plan *line)
{
	mpt slack;

	for (size_t i = 0; i < line->n; i++)
		line->piece[i].set = line->piece[i].w;
	slack = leaders_take(line, line->area->w - line_width(line));
	if (slack <= 0)
		return 0;
	switch (line->align) {
	case ALIGN_JUSTIFY:
		spaces_take(line, slack);
		return 0;
	case ALIGN_END:
		return slack;
	case ALIGN_CENTER:
		return slack / 2;
	default:
		return 0;
	}
}

/* --- places ------------------------------------------------------------ */

static void
reverse(size_t *v, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		size_t t = v[i];

		v[i] = v[n - 1 - i];
		v[n - 1 - i] = t;
	}
}

/* Reverse every sequence at or above each level, from the highest down. */
static void
order_visually(const struct plan *line, size_t *order, int highest)
{
	for (int level = highest; level > 0; level--)
		for (size_t i = 0, end; i < line->n; i = end + 1) {
			end = i;
			while (end < line->n &&
			    line->piece[order[end]].level >= level)
				end++;
			reverse(order + i, end - i);
		}
}

static void
line_place(struct layout *l, struct plan *line, mpt x)
{
	size_t *order = NULL;
	int highest = 0;

	for (size_t i = 0; i < line->n; i++)
		if (line->piece[i].level > highest)
			highest = line->piece[i].level;
	if (highest > 0) {
		order = ARENA_ARRAY(l->arena, line->n, size_t);
		for (size_t i = 0; i < line->n; i++)
			order[i] = i;
		order_visually(line, order, highest);
	}
	for (size_t i = 0; i < line->n; i++) {
		struct piece *c = &line->piece[order == NULL ? i : order[i]];

		c->x = x;
		x += c->set;
	}
}

/* --- text -------------------------------------------------------------- */

static int
is_text(const struct piece *c)
{
	return (c->kind == PIECE_WORD || c->kind == PIECE_SPACE) &&
	    c->word->glyphs != 0;
}

/* Nothing that is drawn or takes room. */
static int
is_nothing(const struct piece *c)
{
	return (c->kind == PIECE_OPEN || c->kind == PIECE_CLOSE ||
	    c->kind == PIECE_MARK ||
	    (c->kind == PIECE_WORD && c->word->glyphs == 0)) && c->set == 0;
}

static int
same_run(const struct piece *a, const struct piece *b)
{
	return a->word->font == b->word->font && a->level == b->level &&
	    a->span->color == b->span->color &&
	    a->span->tag == b->span->tag && a->span->shift == b->span->shift;
}

/* The end of the run of text that begins at a piece. */
static size_t
run_end(const struct plan *line, size_t at)
{
	size_t end = at + 1, last = at;

	for (; end < line->n; end++) {
		const struct piece *c = &line->piece[end];

		if (is_nothing(c))
			continue;
		if (!is_text(c) || !same_run(&line->piece[at], c))
			break;
		last = end;
	}
	return last + 1;
}

/* The advances of a piece's glyphs: letter spacing after each cluster, the
   rest of its set width after the last. */
static void
piece_advances(const struct piece *c, struct area_glyph *g)
{
	const struct word *word = c->word;
	mpt spare = c->set - word_width(word, c->span);
	size_t at = c->level & 1 ? word->glyphs : 0;

	for (size_t k = 0; k < word->clusters; k++) {
		at = c->level & 1 ? at - word->cluster[k].glyphs :
		    at + word->cluster[k].glyphs;
		if (word->cluster[k].glyphs != 0)
			g[c->level & 1 ? at + word->cluster[k].glyphs - 1 :
			    at - 1].advance += (int32_t)c->span->letter;
	}
	g[word->glyphs - 1].advance += (int32_t)spare;
}

static void
text_add(struct area_text *t, const struct piece *c, size_t glyph_at)
{
	const struct word *word = c->word;

	memcpy(t->glyph + glyph_at, word->glyph,
	    word->glyphs * sizeof(*t->glyph));
	memcpy(t->cluster + t->clusters, word->cluster,
	    word->clusters * sizeof(*t->cluster));
	memcpy((char *)(uintptr_t)t->text + t->bytes, word->text, word->bytes);
	piece_advances(c, t->glyph + glyph_at);
	t->clusters += word->clusters;
	t->bytes += word->bytes;
}

/* Pieces of one run as the content of a TEXT area. From right to left, the
   first piece's glyphs come last. */
static struct area_text *
text_of(struct layout *l, const struct piece *first, size_t n)
{
	struct area_text *t = ARENA_NEW(l->arena, struct area_text);
	size_t bytes = 0, clusters = 0, at = 0;

	for (size_t i = 0; i < n; i++)
		if (is_text(&first[i]) || first[i].kind == PIECE_SLOT) {
			bytes += first[i].word->bytes;
			clusters += first[i].word->clusters;
			t->glyphs += first[i].word->glyphs;
		}
	t->font = first->word->font;
	t->color = first->span->color;
	t->rtl = first->level & 1;
	t->text = arena_alloc(l->arena, bytes);
	t->glyph = ARENA_ARRAY(l->arena, t->glyphs, struct area_glyph);
	t->cluster = ARENA_ARRAY(l->arena, clusters, struct area_cluster);
	for (size_t i = 0; i < n; i++)
		if (is_text(&first[i]) || first[i].kind == PIECE_SLOT) {
			at += first[i].word->glyphs;
			text_add(t, &first[i], t->rtl ? t->glyphs - at :
			    at - first[i].word->glyphs);
		}
	return t;
}

static void
area_place(struct plan *line, struct area *a, const struct piece *c)
{
	a->next = NULL;
	a->x = c->x;
	a->y = line->baseline - c->span->shift;
	area_append(line->area, a);
}

static void
compose_text(struct layout *l, struct plan *line, size_t from, size_t to)
{
	const struct piece *first = &line->piece[from];
	struct area *a = area_new(l->arena, AREA_TEXT,
	    first->span->node->src);

	a->tag = first->span->tag;
	a->u.text = text_of(l, first, to - from);
	area_place(line, a, first);
	for (size_t i = from; i < to; i++) {
		a->x = mpt_min(a->x, line->piece[i].x);
		a->w += line->piece[i].set;
	}
	a->w = mpt_max(a->w, 0);
	a->h = first->span->font->ascent + first->span->font->descent;
}

/* --- other content ----------------------------------------------------- */

static void
compose_slot(struct layout *l, struct plan *line, struct piece *c)
{
	c->area->tag = c->span->tag;
	c->area->w = c->set;
	c->area->h = c->span->font->ascent + c->span->font->descent;
	if (c->word != NULL && c->word->glyphs != 0) {
		c->area->u.text = text_of(l, c, 1);
	} else {
		c->area->u.text = ARENA_NEW(l->arena, struct area_text);
		c->area->u.text->font = c->span->font;
		c->area->u.text->color = c->span->color;
	}
	area_place(line, c->area, c);
}

static void
compose_graphic(struct plan *line, struct piece *c)
{
	area_place(line, c->area, c);
	c->area->y -= c->area->h;
}

/* Dots are as thick as a full stop; a rule stands on the baseline. */
static void
compose_leader(struct layout *l, struct plan *line, struct piece *c)
{
	enum fo_kw pattern = fo_kw(c->node, PROP_LEADER_PATTERN);
	enum fo_kw style = fo_kw(c->node, PROP_RULE_STYLE);
	struct area *a;

	if (c->set <= 0 || (pattern != FO_KW_DOTS && (pattern != FO_KW_RULE ||
	    style == FO_KW_NONE)))
		return;
	a = area_new(l->arena, AREA_RULE, c->span->node->src);
	a->u.color = c->span->color;
	a->w = c->set;
	a->h = fo_len(c->node, PROP_RULE_THICKNESS, 0);
	if (pattern == FO_KW_DOTS)
		a->h = c->span->font->size / 11;
	a->dotted = pattern == FO_KW_DOTS || style == FO_KW_DOTTED ||
	    style == FO_KW_DASHED;
	area_place(line, a, c);
	a->y -= a->h;
}

/* --- boxes ------------------------------------------------------------- */

static void
box_extend(struct inbox *b, mpt x0, mpt x1)
{
	b->x0 = b->seen ? mpt_min(b->x0, x0) : x0;
	b->x1 = b->seen ? mpt_max(b->x1, x1) : x1;
	b->seen = 1;
}

/* The inline is cut at the line's ends: an edge that is not in this line is
   not drawn (conditionality "discard"). */
static void
box_emit(struct layout *l, struct plan *line, struct inbox *b)
{
	struct area *a = area_new(l->arena, AREA_BLOCK, b->node->src);
	struct area_box *paint = ARENA_NEW(l->arena, struct area_box);

	*paint = b->paint;
	if (!b->opened)
		paint->border[EDGE_LEFT] = (struct area_border){0};
	if (!b->closed)
		paint->border[EDGE_RIGHT] = (struct area_border){0};
	a->u.box = paint;
	a->x = b->x0;
	a->w = b->x1 - b->x0;
	a->y = line->baseline - b->shift - b->font->ascent - b->before;
	a->h = b->before + b->font->ascent + b->font->descent + b->after;
	area_append(line->area, a);
}

/* How far each piece reaches into the boxes that it stands in; the space
   outside of an inline's edge is not the inline's. */
static void
boxes_measure(struct plan *line)
{
	for (size_t i = 0; i < line->n; i++) {
		const struct piece *c = &line->piece[i];
		mpt x0 = c->x, x1 = c->x + c->set;

		for (struct inbox *b = c->span->box; b != NULL; b = b->outer) {
			int own = b->node == c->node;

			if (own && c->kind == PIECE_OPEN) {
				box_extend(b, x0 + b->space_start, x1);
				b->opened = 1;
			} else if (own && c->kind == PIECE_CLOSE) {
				box_extend(b, x0, x1 - b->space_end);
				b->closed = 1;
			} else {
				box_extend(b, x0, x1);
			}
		}
	}
}

/* The outermost first, in the order in which they are met. */
static void
box_paint(struct layout *l, struct plan *line, struct inbox *b)
{
	if (b == NULL || !b->seen)
		return;
	b->seen = 0;
	box_paint(l, line, b->outer);
	if (b->visible && b->x1 > b->x0)
		box_emit(l, line, b);
	b->opened = b->closed = 0;
}

static void
compose_boxes(struct layout *l, struct plan *line)
{
	boxes_measure(line);
	for (size_t i = 0; i < line->n; i++)
		box_paint(l, line, line->piece[i].span->box);
}

/* --- rules ------------------------------------------------------------- */

static mpt
deco_y(const struct deco *d)
{
	switch (d->line) {
	case FO_KW_UNDERLINE:
		return d->font->underline_y;
	case FO_KW_OVERLINE:
		return -d->font->ascent;
	default:
		return -(d->font->x_height + d->font->underline_h) / 2;
	}
}

static void
deco_extend(struct layout *l, struct plan *line, struct deco *d,
    const struct piece *c)
{
	struct area *a = d->rule;

	if (a != NULL && a->x + a->w == c->x) {
		a->w += c->set;
		return;
	}
	if (a != NULL && c->x + c->set == a->x) {
		a->x = c->x;
		a->w += c->set;
		return;
	}
	a = d->rule = area_new(l->arena, AREA_RULE, c->span->node->src);
	a->u.color = d->color;
	a->x = c->x;
	a->w = c->set;
	a->y = line->baseline - d->shift + deco_y(d);
	a->h = d->font->underline_h;
	area_append(line->area, a);
}

static void
compose_rules(struct layout *l, struct plan *line)
{
	for (size_t i = 0; i < line->n; i++)
		for (struct deco *d = line->piece[i].span->deco; d != NULL;
		    d = d->outer)
			d->rule = NULL;
	for (size_t i = 0; i < line->n; i++) {
		const struct piece *c = &line->piece[i];

		if (c->set > 0 && (is_text(c) || c->kind == PIECE_SLOT))
			for (struct deco *d = c->span->deco; d != NULL;
			    d = d->outer)
				deco_extend(l, line, d, c);
	}
}

/* --- the line ---------------------------------------------------------- */

static void
compose_content(struct layout *l, struct plan *line)
{
	size_t next;

	for (size_t i = 0; i < line->n; i = next) {
		struct piece *c = &line->piece[i];

		next = i + 1;
		if (is_text(c)) {
			next = run_end(line, i);
			compose_text(l, line, i, next);
		} else if (c->kind == PIECE_SLOT) {
			compose_slot(l, line, c);
		} else if (c->kind == PIECE_GRAPHIC) {
			compose_graphic(line, c);
		} else if (c->kind == PIECE_LEADER) {
			compose_leader(l, line, c);
		}
	}
}

void
line_compose(struct layout *l, struct plan *line)
{
	line->area->child = line->area->last = NULL;
	line_place(l, line, line_stretch(line));
	compose_boxes(l, line);
	compose_content(l, line);
	compose_rules(l, line);
}
