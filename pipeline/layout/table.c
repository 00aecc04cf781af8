/*
 * Tables. In: fo:table. Out: an item for each band of rows, between the edges
 * of the table's frame.
 *
 *     fo:table --grid.c--> rows and cells --column.c--> grid lines
 *        --border.c--> borders --cell.c--> a flow for each cell
 *        --here--> bands; header and footer as flows of their own
 *
 * Rows that a span ties together are one band, inside which paginate/ may
 * still end a page; every other row is a band and an item. What rows, and the
 * first and last objects in their cells, ask about keeps and breaks is asked
 * of the gap between the bands, or stands in band.between. Header and footer
 * are in struct table: paginate/ places them, on every page.
 */
#include "layout/grid.h"

/* --- what a row asks of its neighbours ---------------------------------- */

static struct ends
row_asks(const struct grid *g, int row)
{
	const struct fo_node *n = g->row[row].node;
	struct ends all = {0};

	if (n != NULL)
		all = (struct ends){keep_of(n, PROP_KEEP_WITH_PREVIOUS),
		    keep_of(n, PROP_KEEP_WITH_NEXT),
		    break_of(n, PROP_BREAK_BEFORE),
		    break_of(n, PROP_BREAK_AFTER)};
	for (int k = 0; k < g->cols; k++) {
		const struct grid_cell *c = grid_at(g, row, k);
		struct ends e = c->ends;

		if (c->col != k)
			continue;
		if (c->row != row) {
			e.keep_before = KEEP_NONE;
			e.break_before = ASK_NONE;
		}
		if (c->row + c->rows - 1 != row) {
			e.keep_after = KEEP_NONE;
			e.break_after = ASK_NONE;
		}
		ends_join(&all, &e);
	}
	return all;
}

static void
strengthen(uint8_t *strength, int to)
{
	if (keep_page(to) > *strength)
		*strength = keep_page(to);
}

/* Keeps between the rows of a band; breaks are not possible there. */
static void
band_between(const struct grid *g, struct band *band, int row0)
{
	struct ends up = row_asks(g, row0), down;

	for (int r = 0; r + 1 < band->rows; r++) {
		down = row_asks(g, row0 + r + 1);
		strengthen(&band->between[r], up.keep_after);
		strengthen(&band->between[r], down.keep_before);
		if (up.break_after != ASK_NONE ||
		    down.break_before != ASK_NONE)
			diag_add(g->layout->diag, DIAG_L39,
			    grid_row_node(g, row0 + r + 1)->src, "row %d",
			    row0 + r + 2);
		up = down;
	}
}

/* --- bands -------------------------------------------------------------- */

/* The height that a cell or row asks for counts where it ends. */
static void
ask_height(struct band *band, const struct cell *c)
{
	mpt asked = c->node->type != FO_TABLE_CELL ? 0
	    : height_asked(c->node);
	int last = c->row + c->rows - 1;

	if (asked == 0)
		return;
	asked += c->before + c->after;
	for (int r = c->row; r < last; r++)
		asked -= band->row_min[r];
	band->row_min[last] = mpt_max(band->row_min[last], asked);
}

static void
row_lay(const struct grid *g, struct band *band, int row0, int r, size_t *n)
{
	const struct grid_row *row = &g->row[row0 + r];

	if (row->node != NULL) {
		strengthen(&band->row_keep[r], keep_of(row->node,
		    PROP_KEEP_TOGETHER));
		band->row_min[r] = row->hidden ? 0 : height_asked(row->node);
	}
	band->row_box[r] = row_box(g, row0 + r);
	for (size_t i = 0; i < row->cells; i++) {
		struct grid_cell *c = &g->cell[row->first + i];

		if (c->node != NULL)
			strengthen(&band->row_keep[r], keep_of(c->node,
			    PROP_KEEP_TOGETHER));
		cell_flow(g, c, KEEP_BOTH(band->row_keep[r]));
		band->cell[(*n)++] = cell_of(g, c, row0);
	}
}

/*
 * A row's id stands on the band, or, when other rows of the band may end a
 * page before it, on the first cell that begins in it.
 */
static void
row_anchor(struct build *b, const struct grid *g, int row, int row0)
{
	const struct grid_row *r = &g->row[row];
	struct anchors v;
	struct flow *f = r->cells == 0 ? NULL : g->cell[r->first].flow;

	if (r->node == NULL || r->node->id == NULL)
		return;
	if (row == row0 || f == NULL || f->n == 0) {
		anchor_add(b->layout->arena, &b->due, ANCHOR_ID, r->node->id,
		    r->node);
		return;
	}
	anchors_init(&v);
	anchor_add(b->layout->arena, &v, ANCHOR_ID, r->node->id, r->node);
	f->item[0].anchors = anchors_join(v.first, f->item[0].anchors);
}

static struct band *
band_make(struct build *b, const struct grid *g, int row0, int rows)
{
	struct band *band;
	size_t n = 0;

	for (int r = row0; r < row0 + rows; r++)
		n += g->row[r].cells;
	band = band_new(b, n, rows);
	band->x = g->x[0];
	band->w = g->x[g->cols] - g->x[0];
	n = 0;
	for (int r = 0; r < rows; r++)
		row_lay(g, band, row0, r, &n);
	for (size_t i = 0; i < n; i++) {
		band->cell[i].keep = band->row_keep[band->cell[i].row];
		if (!g->row[row0 + band->cell[i].row].hidden)
			ask_height(band, &band->cell[i]);
	}
	band_align(b->layout->arena, band);
	band_heights(b->layout->arena, band);
	band_between(g, band, row0);
	return band;
}

static void
band_lay(struct build *b, const struct grid *g, int row0, int rows,
    struct table *table)
{
	struct band *band = band_make(b, g, row0, rows);
	struct ends first = row_asks(g, row0);
	struct ends last = row_asks(g, row0 + rows - 1);

	gap_keep(b, first.keep_before);
	build_break(b, first.break_before);
	for (int r = row0; r < row0 + rows; r++)
		row_anchor(b, g, r, row0);
	build_box(b, (struct item){.band = band, .table = table,
	    .height = band_height(band), .node = grid_row_node(g, row0)});
	for (int r = row0; r < row0 + rows; r++)
		if (g->row[r].node != NULL)
			anchor_end(b, g->row[r].node, 0);
	gap_keep(b, last.keep_after);
	build_break(b, last.break_after);
}

static void
rows_lay(struct build *b, const struct grid *g, int from, int to,
    struct table *table)
{
	for (int r = from, end; r < to; r = end) {
		end = r + 1;
		while (end < to && grid_tied(g, end - 1))
			end++;
		band_lay(b, g, r, end - r, table);
	}
}

/* --- parts -------------------------------------------------------------- */

/* Rows from .. to-1 belong to a body, or to a header or footer. */
static void
part_lay(struct build *b, const struct grid *g, const struct fo_node *part,
    int from, int to, struct table *table)
{
	struct level v = {0};

	level_open(b, &v, part, NULL);
	anchors_of_markers(b, part);
	rows_lay(b, g, from, to, table);
	level_close(b, &v);
}

void
table_parts(struct build *b, const struct grid *g, enum fo_type type, int from,
    struct table *table)
{
	for (const struct fo_node *n = g->table->child; n != NULL;
	    n = n->next) {
		int to = from;

		if (n->type != type)
			continue;
		while (to < g->rows && g->row[to].part == n)
			to++;
		part_lay(b, g, n, from, to, table);
		from = to;
	}
}

static struct flow *
edge_flow(struct build *outer, const struct grid *g, enum fo_type type,
    int from)
{
	struct ends ends = {0};
	struct build b;

	build_start(&b, outer->layout, outer->flow->width, outer->place,
	    outer->together, &ends);
	table_parts(&b, g, type, from, NULL);
	return build_end(&b);
}

/* Header and footer; without body rows they are rows like any other. */
static void
table_rows(struct build *b, const struct grid *g, struct table *t)
{
	if (g->head == g->foot) {
		table_parts(b, g, FO_TABLE_HEADER, 0, NULL);
		table_parts(b, g, FO_TABLE_BODY, g->head, NULL);
		table_parts(b, g, FO_TABLE_FOOTER, g->foot, NULL);
		return;
	}
	if (g->head > 0)
		t->header = edge_flow(b, g, FO_TABLE_HEADER, 0);
	if (g->foot < g->rows)
		t->footer = edge_flow(b, g, FO_TABLE_FOOTER, g->foot);
	if (t->header != NULL)
		t->header_height = flow_height(t->header);
	if (t->footer != NULL)
		t->footer_height = flow_height(t->footer);
	heads_settle(b, g, t);
	table_parts(b, g, FO_TABLE_BODY, g->head, t);
}

/* --- the table ---------------------------------------------------------- */

/*
 * Separate: the table's own edges, and half the separation outside its cells.
 * Collapsed: its borders are the cells', and it has no padding.
 */
static struct frame *
table_frame(const struct build *b, const struct grid *g, struct place p)
{
	struct frame *f = block_frame(b, g->table, p);
	mpt half = g->row_separation / 2;

	if (f == NULL && half > 0) {
		f = ARENA_NEW(b->layout->arena, struct frame);
		*f = (struct frame){.x = p.x, .w = p.w, .node = g->table};
	}
	if (f == NULL || (g->collapse && !f->box.filled))
		return NULL;
	if (g->collapse)
		*f = (struct frame){.x = p.x, .w = p.w, .node = g->table,
		    .box = {.filled = 1, .background = f->box.background}};
	f->before += half;
	f->before_kept += half;
	f->after += half;
	f->after_kept += half;
	return f;
}

/* The place it takes in the room there is. */
static struct place
table_align(struct grid *g, struct place room, struct place p)
{
	mpt shift = caption_shift(g->table->parent, room.w - p.w);

	for (int i = 0; shift > 0 && i <= g->cols; i++)
		g->x[i] += shift;
	p.x += shift;
	return p;
}

void
table_lay(struct build *b, const struct fo_node *n)
{
	struct place p = block_place(b, n);
	struct grid *g = grid_read(b->layout, n);
	struct table *t = ARENA_NEW(b->layout->arena, struct table);
	struct level v = {0};

	t->node = n;
	t->omit_header = fo_kw(n, PROP_TABLE_OMIT_HEADER_AT_BREAK) ==
	    FO_KW_TRUE;
	t->omit_footer = fo_kw(n, PROP_TABLE_OMIT_FOOTER_AT_BREAK) ==
	    FO_KW_TRUE;
	if (g->cols > 0) {
		p = table_align(g, p, grid_columns(g, p));
		grid_borders(g);
	}
	level_open(b, &v, n, table_frame(b, g, p));
	anchors_of_markers(b, n);
	if (g->cols > 0)
		table_rows(b, g, t);
	level_close(b, &v);
	grid_decimals(g);
}
