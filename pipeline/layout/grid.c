/*
 * Reading a table into its grid. In: fo:table. Out: columns, rows and cells
 * with their places (XSL 1.1, 6.7 and 7.28).
 *
 *     column   1    2    3    4
 *     row 0    A    A    B    C        A spans two columns, B two rows;
 *     row 1    D    E    B    .        the last square is a missing cell
 *
 * A cell without column-number takes the next square that no span from above
 * covers. Spans are cut where they would leave the rows of their part or
 * meet another cell. A row ends with its fo:table-row, or, where cells stand
 * directly in a part, before starts-row and after ends-row.
 */
#include "layout/grid.h"

#define NO_CELL UINT32_MAX

/* Where the next cell of a part goes. */
struct reader {
	struct grid *g;
	const struct fo_node *part;
	int col;                  /* next column to try */
	int open;                 /* a row is being read */
	int covered[GRID_COLUMNS]; /* rows still covered by a span */
};

static struct arena *
arena_of(const struct grid *g)
{
	return g->layout->arena;
}

const struct fo_node *
grid_row_node(const struct grid *g, int row)
{
	const struct grid_row *r = &g->row[row];

	return r->node != NULL ? r->node : r->part;
}

/* --- columns ------------------------------------------------------------ */

static int
int_within(const struct fo_node *n, enum fo_prop prop, int most)
{
	int64_t v = fo_int(n, prop);

	return v < 1 ? 1 : v > most ? most : (int)v;
}

static void
columns_read(struct grid *g)
{
	int next = 0, times;

	g->column = ARENA_ARRAY(arena_of(g), GRID_COLUMNS,
	    const struct fo_node *);
	for (const struct fo_node *n = g->table->child; n != NULL;
	    n = n->next) {
		if (n->type != FO_TABLE_COLUMN)
			continue;
		if (fo_specified(n, PROP_COLUMN_NUMBER))
			next = int_within(n, PROP_COLUMN_NUMBER,
			    GRID_COLUMNS) - 1;
		times = int_within(n, PROP_NUMBER_COLUMNS_REPEATED,
		    GRID_COLUMNS);
		for (; times > 0 && next < GRID_COLUMNS; times--)
			g->column[next++] = n;
		if (next > g->declared)
			g->declared = next;
	}
	g->cols = g->declared;
}

/* --- rows and cells ----------------------------------------------------- */

static void
row_begin(struct reader *r, const struct fo_node *node)
{
	struct grid *g = r->g;
	size_t n = (size_t)g->rows;

	ARENA_PUSH(arena_of(g), g->row, n, g->rows_cap) = (struct grid_row){
	    .node = node, .part = r->part, .first = g->cells};
	g->rows++;
	r->col = 0;
	r->open = 1;
}

static void
row_end(struct reader *r)
{
	if (!r->open)
		return;
	for (int i = 0; i < GRID_COLUMNS; i++)
		r->covered[i] -= r->covered[i] > 0;
	r->open = 0;
}

/* The column of a cell; -1 after a diagnostic when there is none left. */
static int
cell_column(struct reader *r, const struct fo_node *n)
{
	int col = r->col;

	if (fo_specified(n, PROP_COLUMN_NUMBER)) {
		col = int_within(n, PROP_COLUMN_NUMBER, INT32_MAX) - 1;
		if (col < GRID_COLUMNS && r->covered[col])
			diag_add(r->g->layout->diag, DIAG_L34, n->src,
			    "column %d", col + 1);
	}
	while (col < GRID_COLUMNS && r->covered[col])
		col++;
	if (col < GRID_COLUMNS)
		return col;
	diag_add(r->g->layout->diag, DIAG_L36, n->src, "column %d", col + 1);
	return -1;
}

/* How many columns the cell may span from col on. */
static int
cell_columns(struct reader *r, const struct fo_node *n, int col)
{
	int most = r->g->declared > col ? r->g->declared : GRID_COLUMNS;
	int want = int_within(n, PROP_NUMBER_COLUMNS_SPANNED, INT32_MAX);
	int cols = 1;

	while (cols < want && col + cols < most && !r->covered[col + cols])
		cols++;
	if (cols < want)
		diag_add(r->g->layout->diag, DIAG_L35, n->src,
		    "%d columns instead of %d", cols, want);
	return cols;
}

static void
cell_read(struct reader *r, const struct fo_node *n)
{
	struct grid *g = r->g;
	struct grid_cell c = {.node = n, .row = g->rows - 1};

	c.col = cell_column(r, n);
	if (c.col < 0)
		return;
	c.cols = cell_columns(r, n, c.col);
	c.rows = int_within(n, PROP_NUMBER_ROWS_SPANNED, INT32_MAX / 2);
	if (g->declared > 0 && c.col >= g->declared)
		diag_add(g->layout->diag, DIAG_L37, n->src, "column %d",
		    c.col + 1);
	for (int i = 0; i < c.cols; i++)
		r->covered[c.col + i] = c.rows;
	r->col = c.col + c.cols;
	if (r->col > g->cols)
		g->cols = r->col;
	ARENA_PUSH(arena_of(g), g->cell, g->cells, g->cells_cap) = c;
	g->row[c.row].cells++;
}

/* A cell that stands directly in its part. */
static void
loose_cell_read(struct reader *r, const struct fo_node *n)
{
	if (fo_kw(n, PROP_STARTS_ROW) == FO_KW_TRUE)
		row_end(r);
	if (!r->open)
		row_begin(r, NULL);
	cell_read(r, n);
	if (fo_kw(n, PROP_ENDS_ROW) == FO_KW_TRUE)
		row_end(r);
}

/* Spans end with the part, at the latest. */
static void
spans_cut(struct reader *r, size_t first)
{
	struct grid *g = r->g;

	for (size_t i = first; i < g->cells; i++) {
		struct grid_cell *c = &g->cell[i];

		if (c->rows <= g->rows - c->row)
			continue;
		diag_add(g->layout->diag, DIAG_L35, c->node->src,
		    "%d rows instead of %d", g->rows - c->row, c->rows);
		c->rows = g->rows - c->row;
	}
}

static void
part_read(struct grid *g, const struct fo_node *part)
{
	struct reader r = {.g = g, .part = part};
	size_t first = g->cells;

	for (const struct fo_node *n = part->child; n != NULL; n = n->next) {
		if (n->type == FO_TABLE_CELL)
			loose_cell_read(&r, n);
		if (n->type != FO_TABLE_ROW)
			continue;
		row_end(&r);
		row_begin(&r, n);
		for (const struct fo_node *c = n->child; c != NULL; c = c->next)
			if (c->type == FO_TABLE_CELL)
				cell_read(&r, c);
		row_end(&r);
	}
	spans_cut(&r, first);
}

static void
parts_read(struct grid *g, enum fo_type type)
{
	for (const struct fo_node *n = g->table->child; n != NULL; n = n->next)
		if (n->type == type)
			part_read(g, n);
}

/* --- squares ------------------------------------------------------------ */

static void
squares_cover(struct grid *g)
{
	size_t n = (size_t)g->rows * (size_t)g->cols;

	g->at = ARENA_ARRAY(arena_of(g), n, uint32_t);
	for (size_t i = 0; i < n; i++)
		g->at[i] = NO_CELL;
	for (size_t i = 0; i < g->cells; i++) {
		const struct grid_cell *c = &g->cell[i];

		for (int r = c->row; r < c->row + c->rows; r++)
			for (int k = c->col; k < c->col + c->cols; k++)
				g->at[(size_t)r * (size_t)g->cols +
				    (size_t)k] = (uint32_t)i;
	}
}

/* Empty cells where a row has none: one for each stretch of squares. */
static int
missing_read(struct grid *g)
{
	size_t before = g->cells;

	for (int r = 0; r < g->rows; r++)
		for (int k = 0, from; k < g->cols; k++) {
			const uint32_t *at = g->at + (size_t)r *
			    (size_t)g->cols;

			if (at[k] != NO_CELL)
				continue;
			for (from = k; k + 1 < g->cols &&
			    at[k + 1] == NO_CELL; k++)
				;
			ARENA_PUSH(arena_of(g), g->cell, g->cells,
			    g->cells_cap) = (struct grid_cell){.row = r,
			    .col = from, .rows = 1, .cols = k + 1 - from};
		}
	return g->cells > before;
}

/* Bring the cells into the order of rows and columns. */
static void
cells_sort(struct grid *g)
{
	struct grid_cell *v = ARENA_ARRAY(arena_of(g), g->cells,
	    struct grid_cell);
	size_t n = 0;

	for (int r = 0; r < g->rows; r++) {
		g->row[r].first = n;
		for (int k = 0; k < g->cols; k++) {
			const struct grid_cell *c = grid_at(g, r, k);

			if (c->row == r && c->col == k)
				v[n++] = *c;
		}
		g->row[r].cells = n - g->row[r].first;
	}
	g->cell = v;
	g->cells = n;
}

int
grid_tied(const struct grid *g, int row)
{
	for (int k = 0; k < g->cols; k++)
		if (grid_at(g, row, k)->row + grid_at(g, row, k)->rows >
		    row + 1)
			return 1;
	return 0;
}

struct grid *
grid_read(struct layout *l, const struct fo_node *table)
{
	struct grid *g = ARENA_NEW(l->arena, struct grid);

	g->layout = l;
	g->table = table;
	g->collapse = fo_kw(table, PROP_BORDER_COLLAPSE) != FO_KW_SEPARATE;
	g->precedence = fo_kw(table, PROP_BORDER_COLLAPSE) ==
	    FO_KW_COLLAPSE_WITH_PRECEDENCE;
	if (!g->collapse) {
		g->separation = fo_column_separation(table);
		g->row_separation = fo_row_separation(table);
	}
	columns_read(g);
	parts_read(g, FO_TABLE_HEADER);
	g->head = g->rows;
	parts_read(g, FO_TABLE_BODY);
	g->foot = g->rows;
	parts_read(g, FO_TABLE_FOOTER);
	squares_cover(g);
	if (missing_read(g))
		squares_cover(g);
	cells_sort(g);
	squares_cover(g);
	return g;
}
