/*
 * Areas for a stretch of a flow. The walk of cursor.h goes along and says
 * where things stand; here they are made. Frames nest:
 *
 *     page 1                     page 2
 *     +-----------+              | line 3    |   reopened: the edges that
 *     | line 1    |              | line 4    |   a break keeps, if any
 *     | line 2    |              +-----------+
 *
 * A table's head stands in a block of its own before the first row on a page,
 * its foot after the last one; repeated ones are artifacts.
 */
#include "paginate/place.h"

#include "paginate/band.h"

/* A frame that is open while items are placed into it. */
struct nest {
	struct nest *up;
	const struct frame *frame;
	struct area *area;
	mpt y;             /* its top, in the flow's coordinates */
};

struct placing {
	struct arena *arena;
	const struct flow *flow;
	struct walk walk;
	struct spot spot;
	struct nest *nest;
	struct diag *diag;
};

static struct src
src_of(const struct fo_node *node)
{
	return node == NULL ? (struct src){0} : node->src;
}

/* Append an area at a place of the flow. */
static void
put(struct placing *p, struct area *area, mpt x, mpt y)
{
	const struct nest *n = p->nest;

	area->x = n != NULL ? x - n->frame->x : p->spot.x + x;
	area->y = n != NULL ? y - n->y : p->spot.y + y;
	area_append(n != NULL ? n->area : p->spot.into, area);
}

/* The box without the edges that a break cuts; NULL: nothing to paint. */
static struct area_box *
box_cut(struct arena *a, const struct area_box *box, int top, int bottom)
{
	struct area_box *b = ARENA_NEW(a, struct area_box);
	int painted;

	*b = *box;
	if (top)
		b->border[EDGE_TOP] = (struct area_border){0};
	if (bottom)
		b->border[EDGE_BOTTOM] = (struct area_border){0};
	painted = b->filled;
	for (int i = 0; i < 4; i++)
		painted |= b->border[i].width > 0;
	return painted ? b : NULL;
}

static struct area *
block_new(struct arena *a, const struct fo_node *node, mpt w, mpt h)
{
	struct area *area = area_new(a, AREA_BLOCK, src_of(node));

	area->w = w;
	area->h = h;
	return area;
}

/* --- frames ------------------------------------------------------------ */

static struct area *
frame_open(struct placing *p, const struct frame *frame, mpt y)
{
	struct nest *n = ARENA_NEW(p->arena, struct nest);

	n->frame = frame;
	n->y = y;
	n->area = block_new(p->arena, frame->node, frame->w, 0);
	n->area->u.box = box_cut(p->arena, &frame->box, 0, 0);
	put(p, n->area, frame->x, y);
	n->up = p->nest;
	p->nest = n;
	return n->area;
}

static void
frame_cut(struct area *area, struct arena *a, enum area_edge edge)
{
	if (area->u.box != NULL)
		area->u.box = box_cut(a, area->u.box, edge == EDGE_TOP,
		    edge == EDGE_BOTTOM);
}

static void
frame_close(struct placing *p, mpt y)
{
	if (p->nest == NULL)
		return;
	p->nest->area->h = y - p->nest->y;
	p->nest = p->nest->up;
}

/* Frames left open on the page before, the outermost first. */
static mpt
frames_reopen(struct placing *p, const struct open *open)
{
	mpt y;

	if (open == NULL)
		return 0;
	y = frames_reopen(p, open->up);
	frame_open(p, open->frame, y);
	if (!open->frame->border_before_kept)
		frame_cut(p->nest->area, p->arena, EDGE_TOP);
	return y + open->frame->before_kept;
}

static void
frames_cut(struct placing *p, mpt y, int bare)
{
	while (p->nest != NULL) {
		const struct frame *frame = p->nest->frame;

		y += bare ? 0 : frame->after_kept;
		if (bare || !frame->border_after_kept)
			frame_cut(p->nest->area, p->arena, EDGE_BOTTOM);
		frame_close(p, y);
	}
}

/* --- boxes ------------------------------------------------------------- */

/* Make the ids of an item findable: on its area or on empty blocks. */
static void
put_ids(struct placing *p, const struct item *it, struct area *area, mpt y)
{
	const struct anchor *k = p->spot.repeat ? NULL : it->anchors;

	for (; k != NULL; k = k->next) {
		struct area *mark = area;

		if (k->kind != ANCHOR_ID)
			continue;
		if (mark == NULL || mark->id != NULL) {
			mark = block_new(p->arena, k->node, 0, 0);
			put(p, mark, 0, y);
		}
		mark->id = k->name;
	}
}

static void
put_table_part(struct placing *p, const struct flow *flow, mpt height, mpt y,
    const struct table *table, int artifact)
{
	struct area *area = block_new(p->arena, table->node, flow->width,
	    height);
	struct cursor start = {0};

	area->artifact = artifact != 0;
	put(p, area, 0, y);
	place_flow(p->arena, flow, &start, NULL, (struct spot){.into = area,
	    .repeat = artifact || p->spot.repeat}, p->diag);
}

static void
put_inset(struct placing *p, const struct inset *in, mpt y,
    const struct item *it)
{
	struct area *area = area_new(p->arena, AREA_INSET, src_of(in->node));

	area->w = in->w;
	area->h = in->h;
	area->turn = (int16_t)in->turn;
	area->clip = in->clip;
	area->u.box = box_cut(p->arena, &in->box, 0, 0);
	put_ids(p, it, area, y);
	put(p, area, in->x, y);
	if (in->flow != NULL)
		place_aligned(p->arena, in->flow, (struct spot){.into = area,
		    .x = in->content_x, .y = in->content_y,
		    .repeat = p->spot.repeat}, in->content_h, in->align,
		    p->diag);
}

static void
put_leaf(struct placing *p, const struct area *leaf, mpt y,
    const struct item *it)
{
	struct area *area = area_new(p->arena, leaf->kind, leaf->src);

	*area = *leaf;
	put_ids(p, it, area, y);
	put(p, area, leaf->x, y + leaf->y);
}

/* --- bands ------------------------------------------------------------- */

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

static void
cell_place(struct rows *b, size_t i)
{
	struct placing *p = b->p;
	const struct cell *c = &b->s.band->cell[i];
	int begun = part_begun(b->from, c), over = 1;
	mpt before = begun ? 0 : c->before, above = begun ? 0 : c->above;
	mpt used = 0;
	struct area *area = block_new(p->arena, c->node, c->w, 0);
	struct cursor from = part_cell(b->from, i);
	const struct cursor *to = b->to == NULL ? NULL : &b->to->cell[i];

	b->cell[i] = area;
	put(p, area, c->x, b->y + b->s.top[i] + above);
	if (c->flow != NULL && from.item < c->flow->n) {
		over = to == NULL || to->item >= c->flow->n;
		used = place_flow(p->arena, c->flow, &from, to,
		    (struct spot){.into = area, .x = c->content_x,
		    .y = before - above, .repeat = p->spot.repeat}, p->diag);
	}
	b->s.extent[i] = before + used + (over ? c->after : 0);
	b->whole[i] = !begun && over;
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
	area->u.box = box_cut(b->p->arena, &c->box, begun, cut);
	if (cut || !b->whole[i])
		return;
	if (spare > 0 && c->align == FO_KW_CENTER)
		place_shift(area, NULL, spare / 2);
	if (spare > 0 && c->align == FO_KW_AFTER)
		place_shift(area, NULL, spare);
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

/* The band from one part to another; its height here. */
static mpt
put_band(struct placing *p, const struct band *band, const struct part *from,
    const struct part *to, mpt y)
{
	struct rows b = {.p = p, .from = from, .to = to, .y = y};

	b.s = sweep_start(p->arena, band, from);
	b.stop = to == NULL ? band->rows : to->row + to->begun;
	b.cell = ARENA_ARRAY(p->arena, band->cells, struct area *);
	b.whole = ARENA_ARRAY(p->arena, band->cells, uint8_t);
	rows_background(&b);
	while (b.s.row < b.stop)
		rows_pass(&b);
	return b.s.y;
}

/* --- the flow ---------------------------------------------------------- */

/* The box at the walk, or its part up to to. */
static void
place_box(struct placing *p, const struct part *to)
{
	struct walk *w = &p->walk;
	const struct item *it = &p->flow->item[w->at.item];
	mpt head = walk_head(w), foot = walk_foot(w), y = w->y + head;
	mpt height = it->height;

	if (head > 0)
		put_table_part(p, it->table->header, head, w->y, it->table,
		    p->spot.repeat);
	if (it->band != NULL) {
		if (w->at.part == NULL)
			put_ids(p, it, NULL, y);
		height = put_band(p, it->band, w->at.part, to, y);
	} else if (it->inset != NULL)
		put_inset(p, it->inset, y, it);
	else if (it->area != NULL)
		put_leaf(p, it->area, y, it);
	else
		put_ids(p, it, NULL, y);
	if (to != NULL) {
		walk_part(w, height, to);
		return;
	}
	if (foot > 0)
		put_table_part(p, it->table->footer, foot, y + height,
		    it->table, p->spot.repeat);
	walk_box(w, height);
}

static void
place_item(struct placing *p)
{
	const struct item *it = &p->flow->item[p->walk.at.item];
	mpt y = p->walk.y;
	struct area *area;

	if (it->kind == ITEM_BOX) {
		place_box(p, NULL);
		return;
	}
	if (it->kind == ITEM_OPEN) {
		area = frame_open(p, it->frame, y);
		put_ids(p, it, area, y);
	}
	walk_edge(&p->walk);
	if (it->kind == ITEM_CLOSE)
		frame_close(p, p->walk.y);
}

/* The start of a page: frames reopened, the table's head repeated. */
static void
place_start(struct placing *p, const struct cursor *from)
{
	mpt y = frames_reopen(p, from->open);
	const struct table *t = from->table;

	if (table_repeat_head(t) > 0 && !p->walk.bare)
		put_table_part(p, t->header, t->header_height, y, t, 1);
	else if (table_repeat_head(t) > 0)
		diag_add(p->diag, DIAG_P04, src_of(t->node), "%s",
		    t->node != NULL && t->node->id != NULL ? t->node->id : "");
}

/* The end of a page inside the flow. */
static mpt
place_end(struct placing *p)
{
	mpt y = walk_content_end(&p->walk);
	const struct table *t = p->walk.at.table;

	if (table_repeat_foot(t) > 0 && !p->walk.bare) {
		put_table_part(p, t->footer, t->footer_height, y, t, 1);
		y += t->footer_height;
	}
	frames_cut(p, y, p->walk.bare);
	return walk_end(&p->walk);
}

mpt
place_flow(struct arena *a, const struct flow *flow, const struct cursor *from,
    const struct cursor *to, struct spot spot, struct diag *d)
{
	struct placing p = {.arena = a, .flow = flow, .spot = spot, .diag = d};
	size_t stop = to == NULL ? flow->n : to->item;

	p.walk = walk_start(a, flow, from, to != NULL && to->bare);
	place_start(&p, from);
	while (p.walk.at.item < stop)
		place_item(&p);
	if (to != NULL && to->part != NULL)
		place_box(&p, to->part);
	return place_end(&p);
}

mpt
place_aligned(struct arena *a, const struct flow *flow, struct spot spot,
    mpt height, enum fo_kw align, struct diag *d)
{
	const struct area *after = spot.into->last;
	struct cursor start = {0};
	mpt used = place_flow(a, flow, &start, NULL, spot, d);
	mpt spare = height - used;

	if (spare > 0 && align == FO_KW_CENTER)
		place_shift(spot.into, after, spare / 2);
	if (spare > 0 && align == FO_KW_AFTER)
		place_shift(spot.into, after, spare);
	return used;
}

void
place_shift(struct area *into, const struct area *after, mpt down)
{
	struct area *c = after == NULL ? into->child : after->next;

	for (; c != NULL; c = c->next)
		c->y += down;
}
