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
#include "paginate/placing.h"

static struct src
src_of(const struct fo_node *node)
{
	return node == NULL ? (struct src){0} : node->src;
}

void
put(struct placing *p, struct area *area, mpt x, mpt y)
{
	const struct nest *n = p->nest;

	area->x = n != NULL ? x - n->frame->x : p->spot.x + x;
	area->y = n != NULL ? y - n->y : p->spot.y + y;
	area_append(n != NULL ? n->area : p->spot.into, area);
}

struct area_box *
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

struct area *
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
	n->content_y = y + frame->before;
	n->ref = (struct reference){.w = frame->content_w, .h = FO_AUTO};
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
frame_close(struct placing *p, mpt y, mpt after)
{
	if (p->nest == NULL)
		return;
	reference_settle(&p->nest->ref, y - after - p->nest->content_y);
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
	p->nest->content_y = y + open->frame->before_kept;
	if (!open->frame->border_before_kept)
		frame_cut(p->nest->area, p->arena, EDGE_TOP);
	return y + open->frame->before_kept;
}

static void
frames_cut(struct placing *p, mpt y, int bare)
{
	while (p->nest != NULL) {
		const struct frame *frame = p->nest->frame;

		mpt after = bare ? 0 : frame->after_kept;

		y += after;
		if (bare || !frame->border_after_kept)
			frame_cut(p->nest->area, p->arena, EDGE_BOTTOM);
		frame_close(p, y, after);
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
	const struct again *again = p->spot.again;
	struct spot spot = spot_inside(p, 0, y);
	struct cursor start = {0};

	if (again != NULL && (artifact ? table->paged : table->retrieves))
		flow = again->lay(again->ctx, table, flow == table->footer,
		    !artifact, &p->fragment);
	area->artifact = artifact != 0;
	put(p, area, 0, y);
	spot.into = area;
	spot.repeat = artifact || p->spot.repeat;
	if (place_flow(p->arena, flow, &start, NULL, spot, p->diag) > height)
		diag_add(p->diag, DIAG_P10, src_of(table->node), "table");
}

struct area *
inset_area(struct placing *p, const struct inset *in)
{
	struct area *area = area_new(p->arena, AREA_INSET, src_of(in->node));
	struct reference ref = {.h = in->content_h};

	area->w = in->w;
	area->h = in->h;
	area->turn = (int16_t)in->turn;
	area->clip = in->clip;
	area->u.box = box_cut(p->arena, &in->box, 0, 0);
	if (in->flow == NULL)
		return area;
	ref.w = in->flow->width;
	place_aligned(p->arena, in->flow, (struct spot){.into = area,
	    .x = in->content_x, .y = in->content_y, .repeat = p->spot.repeat,
	    .area.of = &ref, .front = p->spot.front,
	    .again = p->spot.again}, in->content_h,
	    in->align, p->diag);
	return area;
}

static void
put_inset(struct placing *p, const struct inset *in, mpt y,
    const struct item *it)
{
	struct area *area = inset_area(p, in);

	put_ids(p, it, area, y);
	put(p, area, in->x, y);
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

/* --- the flow ---------------------------------------------------------- */

/* The head of the table that begins at the walk. */
static void
put_head(struct placing *p, mpt height)
{
	const struct table *t = p->flow->item[p->walk.at.item].table;

	if (height > 0)
		put_table_part(p, t->header, height, p->walk.y, t,
		    p->spot.repeat);
}

/* It stands alone: the page ends before the first row. */
static void
place_head(struct placing *p)
{
	put_head(p, walk_head(&p->walk));
	walk_pass_head(&p->walk);
}

/* The box at the walk, or its part up to to. */
static void
place_box(struct placing *p, const struct part *to)
{
	struct walk *w = &p->walk;
	const struct item *it = &p->flow->item[w->at.item];
	mpt head = walk_head(w), foot = walk_foot(w), y = w->y + head;
	mpt height = it->height;

	put_head(p, head);
	if (w->at.part == NULL)
		put_placed(p, it, y);
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
		put_placed(p, it, y);
		area = frame_open(p, it->frame, y);
		put_ids(p, it, area, y);
	}
	walk_edge(&p->walk);
	if (it->kind == ITEM_CLOSE)
		frame_close(p, p->walk.y, it->frame->after);
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

	p.fragment = (struct fragment){flow, *from, {.item = flow->n}};
	if (to != NULL)
		p.fragment.to = *to;
	p.walk = walk_start(a, flow, from, to != NULL && to->bare);
	place_start(&p, from);
	while (p.walk.at.item < stop)
		place_item(&p);
	if (to != NULL && to->part != NULL)
		place_box(&p, to->part);
	else if (to != NULL && to->table != p.walk.at.table)
		place_head(&p);
	return place_end(&p);
}

mpt
place_aligned(struct arena *a, const struct flow *flow, struct spot spot,
    mpt height, enum fo_kw align, struct diag *d)
{
	const struct area *after = spot.into->last;
	struct cursor start = {0};
	mpt used = place_flow(a, flow, &start, NULL, spot, d);
	mpt down = align == FO_KW_CENTER ? (height - used) / 2 :
	    align == FO_KW_AFTER ? height - used : 0;

	if (down <= 0)
		return used;
	place_shift(spot.into, after, down);
	reference_stay(spot.area.of, down);
	reference_stay(spot.page.of, down);
	return used;
}

void
place_shift(struct area *into, const struct area *after, mpt down)
{
	struct area *c = after == NULL ? into->child : after->next;

	for (; c != NULL; c = c->next)
		c->y += down;
}
