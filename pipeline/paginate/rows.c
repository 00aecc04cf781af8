/*
 * Areas for a band, or for the part of it that stands on a page: backgrounds
 * of rows first, then the cells, each with its stretch of its own flow. A
 * cell's height is only known when the last of its rows is.
 */
#include "paginate/band.h"
#include "paginate/placing.h"

/* One band, or a part of it, being placed. */
struct rows {
	struct placing *p;
	struct sweep s;
	const struct part *from, *to; /* NULL: its start, its end */
	int stop;                /* the first row not on this page */
	mpt y;                   /* top of the band in the flow */
	struct area **row;       /* backgrounds, by row; or NULL */
	struct area **cell;      /* by cell */
	uint8_t *whole;          /* by cell: neither begun nor going on */
	struct reference *content, *page; /* by cell: as seen from it */
};

static void
rows_background(struct rows *b)
{
	const struct band *band = b->s.band;

	b->row = ARENA_ARRAY(b->p->arena, (size_t)band->rows, struct area *);
	for (int r = b->s.row; r < b->stop; r++) {
		struct area *area;

		if (band->row_box == NULL || band->row_box[r] == NULL)
			continue;
		area = block_new(b->p->arena, NULL, band->w, 0);
		area->u.box = band->row_box[r];
		put(b->p, area, band->x, b->y);
		b->row[r] = area;
	}
}

/* A table cell is a reference area, the parts of a list item are not. What is
   fixed to the page is noted for the cell, which may still move. */
static struct spot
cell_spot(struct rows *b, size_t i, struct area *into, mpt y)
{
	const struct cell *c = &b->s.band->cell[i];
	int begun = part_begun(b->from, c);
	mpt before = begun ? c->before_kept : c->before;
	struct spot s = spot_inside(b->p, c->x + c->content_x, y + before);

	s.into = into;
	s.x = c->content_x;
	s.y = before - (begun ? 0 : c->above);
	if (s.page.of != NULL) {
		b->page[i] = (struct reference){s.page.of->w, s.page.of->h,
		    NULL};
		s.page.of = &b->page[i];
	}
	if (c->node != NULL && c->node->type == FO_TABLE_CELL) {
		b->content[i] = (struct reference){c->flow->width, FO_AUTO,
		    NULL};
		s.area = (struct origin){.of = &b->content[i]};
	}
	return s;
}

static void
cell_place(struct rows *b, size_t i)
{
	struct placing *p = b->p;
	const struct cell *c = &b->s.band->cell[i];
	int begun = part_begun(b->from, c), over = 1;
	mpt before = begun ? c->before_kept : c->before;
	mpt above = begun ? 0 : c->above, used = 0;
	struct area *area = block_new(p->arena, c->node, c->w, 0);
	struct cursor from = part_cell(b->from, i);
	const struct cursor *to = b->to == NULL ? NULL : &b->to->cell[i];

	b->cell[i] = area;
	put(p, area, c->x, b->y + b->s.top[i] + above);
	if (c->flow != NULL && from.item < c->flow->n) {
		over = to == NULL || to->item >= c->flow->n;
		used = place_flow(p->arena, c->flow, &from, to,
		    cell_spot(b, i, area, b->y + b->s.top[i]), p->diag);
	}
	b->s.extent[i] = before + used + (over ? c->after : c->after_kept);
	b->whole[i] = !begun && over;
}

static void
cell_align(struct rows *b, size_t i, mpt down)
{
	place_shift(b->cell[i], NULL, down);
	reference_stay(&b->content[i], down);
	reference_stay(&b->page[i], down);
}

/* The cell's box ends here, with its row or cut by the page's end. */
static void
cell_close(struct rows *b, size_t i, mpt bottom, int cut)
{
	const struct cell *c = &b->s.band->cell[i];
	struct area *area = b->cell[i];
	int begun = part_begun(b->from, c);
	mpt spare = bottom - b->s.top[i] - b->s.extent[i];

	area->h = mpt_max(bottom - b->s.top[i] - (begun ? 0 : c->above) -
	    (cut ? 0 : c->below), 0);
	area->u.box = box_cut(b->p->arena, &c->box,
	    begun && !c->border_before_kept, cut && !c->border_after_kept);
	reference_settle(&b->content[i], bottom - b->s.top[i] -
	    (begun ? c->before_kept : c->before) -
	    (cut ? c->after_kept : c->after));
	if (!cut && b->whole[i] && spare > 0)
		cell_align(b, i, c->align == FO_KW_CENTER ? spare / 2 :
		    c->align == FO_KW_AFTER ? spare : 0);
	reference_join(b->p->spot.page.of, &b->page[i]);
}

/* The height of the row in hand, in this part of the band. */
static mpt
rows_height(const struct rows *b)
{
	mpt h = b->from == NULL && b->to == NULL ?
	    b->s.band->row_height[b->s.row] : sweep_height(&b->s);

	return b->to != NULL && b->s.row == b->stop - 1 ?
	    mpt_max(h, sweep_cut(&b->s)) : h;
}

static void
rows_pass(struct rows *b)
{
	size_t entered = sweep_enter(&b->s);
	int cut_row = b->to != NULL && b->s.row == b->stop - 1;
	mpt h;

	for (size_t k = b->s.lives - entered; k < b->s.lives; k++)
		cell_place(b, b->s.live[k]);
	h = rows_height(b);
	if (b->row[b->s.row] != NULL) {
		b->row[b->s.row]->y += b->s.y;
		b->row[b->s.row]->h = h;
	}
	for (size_t k = 0; k < b->s.lives; k++) {
		size_t i = b->s.live[k];
		int ends = cell_ends(&b->s.band->cell[i], b->s.row);

		if (ends || cut_row)
			cell_close(b, i, b->s.y + h, cut_row &&
			    (!ends || b->to->begun));
	}
	sweep_leave(&b->s, h);
}

mpt
put_band(struct placing *p, const struct band *band, const struct part *from,
    const struct part *to, mpt y)
{
	struct rows b = {.p = p, .from = from, .to = to, .y = y};

	b.s = sweep_start(p->arena, band, from);
	b.stop = to == NULL ? band->rows : to->row + to->begun;
	b.cell = ARENA_ARRAY(p->arena, band->cells, struct area *);
	b.whole = ARENA_ARRAY(p->arena, band->cells, uint8_t);
	b.content = ARENA_ARRAY(p->arena, band->cells, struct reference);
	b.page = ARENA_ARRAY(p->arena, band->cells, struct reference);
	rows_background(&b);
	while (b.s.row < b.stop)
		rows_pass(&b);
	return b.s.y;
}
