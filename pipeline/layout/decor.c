/*
 * In: a line whose pieces have their places. Out: what is painted around its
 * text: background and border of inlines, underlines and their kin.
 *
 * Boxes and decorations are nested chains on the span of each piece; while a
 * line is composed each remembers how far it reaches in it. All of it is
 * artifact: boxes and rules have no tag.
 */
#include "layout/text.h"

/* --- boxes ------------------------------------------------------------- */

static void
box_extend(struct inbox *b, mpt x0, mpt x1)
{
	b->x0 = b->seen ? mpt_min(b->x0, x0) : x0;
	b->x1 = b->seen ? mpt_max(b->x1, x1) : x1;
	b->seen = 1;
}

/* The inline is cut at the line's ends: an edge that is not in this line is
   not drawn, unless it is kept (pause.c). */
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
				b->opened |= own && b->border_start_kept &&
				    c->kind == PIECE_RESUME;
				b->closed |= own && b->border_end_kept &&
				    c->kind == PIECE_PAUSE;
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

void
line_boxes(struct layout *l, struct plan *line)
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

void
line_rules(struct layout *l, struct plan *line)
{
	for (size_t i = 0; i < line->n; i++)
		for (struct deco *d = line->piece[i].span->deco; d != NULL;
		    d = d->outer)
			d->rule = NULL;
	for (size_t i = 0; i < line->n; i++) {
		const struct piece *c = &line->piece[i];

		if (c->set > 0 && (piece_is_text(c) || c->kind == PIECE_SLOT))
			for (struct deco *d = c->span->deco; d != NULL;
			    d = d->outer)
				deco_extend(l, line, d, c);
	}
}
