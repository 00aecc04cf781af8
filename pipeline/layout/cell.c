/*
 * Cells. In: a cell of the grid. Out: its flow, and the struct cell that a
 * band holds.
 *
 *     grid line                                grid line
 *     |<-inset->| border | padding | content ...    |
 *     |<------------ edge -------->|
 *
 * A cell is a reference area: indents inside it, inherited ones too, count
 * from its content.
 * Backgrounds are painted table, column, body, row, cell; all of them are
 * opaque, so the last one that is there is the one that shows.
 */
#include "layout/grid.h"

static mpt
cell_width(const struct grid *g, const struct grid_cell *c)
{
	return g->x[c->col + c->cols] - g->x[c->col];
}

void
cell_flow(const struct grid *g, struct grid_cell *c, int together)
{
	mpt w = cell_width(g, c) - c->edge[EDGE_LEFT] - c->edge[EDGE_RIGHT];

	if (c->node == NULL) {
		c->flow = flow_empty(g->layout, w);
		return;
	}
	if (w < 0 || (w == 0 && has_content(c->node))) {
		diag_add(g->layout->diag, DIAG_L38, c->node->src,
		    "column %d", c->col + 1);
		w = mpt_max(cell_width(g, c), 0);
	}
	c->flow = flow_lay(g->layout, c->node, w, (struct place){0, w},
	    together, &c->ends);
	ends_join(&c->ends, &(struct ends){
	    keep_of(c->node, PROP_KEEP_WITH_PREVIOUS),
	    keep_of(c->node, PROP_KEEP_WITH_NEXT), ASK_NONE, ASK_NONE});
}

static int
background_of(struct area_box *box, const struct fo_node *n)
{
	int seen = 0;

	if (n == NULL || box->filled)
		return box->filled;
	box->background = fo_color(n, PROP_BACKGROUND_COLOR, &seen);
	box->filled = seen != 0;
	return seen;
}

struct area_box *
row_box(const struct grid *g, int row)
{
	struct area_box box = {0}, *copy;

	background_of(&box, g->row[row].node);
	if (!background_of(&box, g->row[row].part))
		return NULL;
	copy = ARENA_NEW(g->layout->arena, struct area_box);
	*copy = box;
	return copy;
}

/* A cell over several rows would else show each row's own background. */
static struct area_box
cell_box(const struct grid *g, const struct grid_cell *c)
{
	const struct grid_row *row = &g->row[c->row];
	struct area_box box = {0}, behind = {0};

	for (int e = 0; e < 4; e++)
		box.border[e] = c->border[e];
	if (!c->hidden)
		background_of(&box, c->node);
	background_of(&behind, row->node);
	background_of(&behind, row->part);
	if (box.filled || (behind.filled && c->rows == 1))
		return box;
	background_of(&behind, g->column[c->col]);
	box.filled = behind.filled;
	box.background = behind.background;
	return box;
}

struct cell
cell_of(const struct grid *g, const struct grid_cell *c, int row0)
{
	enum fo_kw align = c->node == NULL ? FO_KW_BEFORE
	    : fo_kw(c->node, PROP_DISPLAY_ALIGN);
	struct cell cell = {.x = g->x[c->col] + c->inset[EDGE_LEFT],
	    .w = mpt_max(cell_width(g, c) - c->inset[EDGE_LEFT] -
	        c->inset[EDGE_RIGHT], 0),
	    .content_x = c->edge[EDGE_LEFT] - c->inset[EDGE_LEFT],
	    .box = cell_box(g, c),
	    .above = c->inset[EDGE_TOP], .below = c->inset[EDGE_BOTTOM],
	    .before = c->edge[EDGE_TOP], .after = c->edge[EDGE_BOTTOM],
	    .flow = c->flow, .row = c->row - row0, .rows = c->rows,
	    .tag = c->node == NULL || g->layout->artifact ? 0 : c->node->tag,
	    .node = c->node != NULL ? c->node : grid_row_node(g, c->row)};

	cell.align = align != FO_KW_AUTO ? align
	    : fo_kw(c->node, PROP_RELATIVE_ALIGN);
	cell.before_kept = cell_kept(g, c, EDGE_TOP,
	    &cell.border_before_kept);
	cell.after_kept = cell_kept(g, c, EDGE_BOTTOM,
	    &cell.border_after_kept);
	return cell;
}
