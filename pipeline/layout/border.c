/*
 * Borders of cells. In: a grid. Out: for each cell its border and how far
 * border and content lie from the grid lines.
 *
 * Separate: each cell has its own, half the border-separation inside its
 * grid lines. Collapsed (CSS 2.1, 17.6.2, as XSL 1.1 6.7 has it): on each
 * stretch of grid line between two squares one border wins:
 *
 *     hidden, then the wider, then double solid dashed dotted ridge outset
 *     groove inset, then cell, row, header/body/footer, column, table; of
 *     equals the earlier one
 *
 * collapse-with-precedence (7.28.1): first the highest border-*-precedence of
 * those objects that say what their border is, none and hidden included.
 *
 * Winners are drawn once, by the cell before the line if the winner is the
 * same all along that cell's edge, else by the cells behind it (the line
 * before the footer always by the footer, which repeats it). So nothing is
 * drawn in halves, whose seam shows and whose dashes do not match.
 *
 *     across: centred on the line, half a border in either column
 *     down:   all of it in the row above (the table's first line and that
 *             before the footer: in the row below), centred in the widest
 *             border of its line: a page may end at the line, and the border
 *             stays with its row
 */
#include "layout/grid.h"

struct winner {
	struct area_border border;
	int hidden;
	int64_t precedence;  /* collapse-with-precedence: of the border */
};

static const enum fo_prop width_at[4] = {PROP_BORDER_BEFORE_WIDTH,
    PROP_BORDER_END_WIDTH, PROP_BORDER_AFTER_WIDTH, PROP_BORDER_START_WIDTH};
static const enum fo_prop style_at[4] = {PROP_BORDER_BEFORE_STYLE,
    PROP_BORDER_END_STYLE, PROP_BORDER_AFTER_STYLE, PROP_BORDER_START_STYLE};
static const enum fo_prop color_at[4] = {PROP_BORDER_BEFORE_COLOR,
    PROP_BORDER_END_COLOR, PROP_BORDER_AFTER_COLOR, PROP_BORDER_START_COLOR};
static const enum fo_prop precedence_at[4] = {PROP_BORDER_BEFORE_PRECEDENCE,
    PROP_BORDER_END_PRECEDENCE, PROP_BORDER_AFTER_PRECEDENCE,
    PROP_BORDER_START_PRECEDENCE};
static const enum fo_prop padding_at[4] = {PROP_PADDING_BEFORE,
    PROP_PADDING_END, PROP_PADDING_AFTER, PROP_PADDING_START};

/* --- conflicts ---------------------------------------------------------- */

static int
style_rank(enum border_style s)
{
	static const int rank[] = {[BORDER_NONE] = 0, [BORDER_DOUBLE] = 8,
	    [BORDER_SOLID] = 7, [BORDER_DASHED] = 6, [BORDER_DOTTED] = 5,
	    [BORDER_RIDGE] = 4, [BORDER_OUTSET] = 3, [BORDER_GROOVE] = 2,
	    [BORDER_INSET] = 1};

	return rank[s];
}

/* Between two cells there is no inside to sink or rise (CSS 2.1, 17.6.3). */
static enum border_style
style_shared(enum border_style s)
{
	return s == BORDER_INSET ? BORDER_RIDGE
	    : s == BORDER_OUTSET ? BORDER_GROOVE : s;
}

/* What an object's precedence is where it does not say (7.28.3). */
static int64_t
precedence_default(enum fo_type type)
{
	switch (type) {
	case FO_TABLE:
		return 6;
	case FO_TABLE_CELL:
		return 5;
	case FO_TABLE_COLUMN:
		return 4;
	case FO_TABLE_ROW:
		return 3;
	case FO_TABLE_BODY:
		return 2;
	case FO_TABLE_HEADER:
		return 1;
	default:
		return 0;
	}
}

/* 0: others have a higher precedence, or the object says no border. */
static int
precedes(struct winner *w, const struct fo_node *n, enum area_edge e)
{
	int64_t p = fo_int(n, precedence_at[e]);

	if (!fo_specified(n, style_at[e]))
		return 0;
	if (fo_kw(n, precedence_at[e]) == FO_KW_FORCE)
		p = INT64_MAX;
	else if (!fo_specified(n, precedence_at[e]))
		p = precedence_default(n->type);
	if (p > w->precedence)
		*w = (struct winner){.precedence = p};
	return p == w->precedence;
}

/* Let an object's border compete. Objects come in order of their rank. */
static void
compete(const struct grid *g, struct winner *w, const struct fo_node *n,
    enum area_edge e)
{
	struct area_border *b = &w->border;
	enum border_style style;
	enum fo_kw kw;
	mpt width;

	if (n == NULL || (g->precedence && !precedes(w, n, e)) || w->hidden)
		return;
	kw = fo_kw(n, style_at[e]);
	if (kw == FO_KW_HIDDEN)
		*w = (struct winner){.hidden = 1,
		    .precedence = w->precedence};
	style = border_style_of(kw);
	width = fo_border(n, width_at[e]);
	if (style == BORDER_NONE || width <= 0)
		return;
	if (width > b->width || (width == b->width &&
	    style_rank(style) > style_rank(b->style)))
		*b = (struct area_border){.width = width, .style = style,
		    .color = fo_color(n, color_at[e], NULL)};
}

static const struct fo_node *
part_at(const struct grid *g, int row)
{
	return g->row[row].part;
}

/* The border above row at one column; row == rows: below the table. */
static struct area_border
across(const struct grid *g, int row, int col)
{
	const struct grid_cell *up, *down;
	struct winner w = {.precedence = -1};
	int top = row == 0, bottom = row == g->rows;

	up = top ? NULL : grid_at(g, row - 1, col);
	down = bottom ? NULL : grid_at(g, row, col);
	if (up == down)
		return (struct area_border){0};
	compete(g, &w, top ? NULL : up->node, EDGE_BOTTOM);
	compete(g, &w, bottom ? NULL : down->node, EDGE_TOP);
	compete(g, &w, top ? NULL : g->row[row - 1].node, EDGE_BOTTOM);
	compete(g, &w, bottom ? NULL : g->row[row].node, EDGE_TOP);
	if (top || bottom || part_at(g, row - 1) != part_at(g, row)) {
		compete(g, &w, top ? NULL : part_at(g, row - 1), EDGE_BOTTOM);
		compete(g, &w, bottom ? NULL : part_at(g, row), EDGE_TOP);
	}
	if (top || bottom) {
		compete(g, &w, g->column[col], top ? EDGE_TOP : EDGE_BOTTOM);
		compete(g, &w, g->table, top ? EDGE_TOP : EDGE_BOTTOM);
	}
	w.border.style = style_shared(w.border.style);
	return w.border;
}

/* The border before col at one row; col == cols: after the table. */
static struct area_border
down(const struct grid *g, int row, int col)
{
	const struct grid_cell *before, *behind;
	struct winner w = {.precedence = -1};
	int start = col == 0, end = col == g->cols;

	before = start ? NULL : grid_at(g, row, col - 1);
	behind = end ? NULL : grid_at(g, row, col);
	if (before == behind)
		return (struct area_border){0};
	compete(g, &w, start ? NULL : before->node, EDGE_RIGHT);
	compete(g, &w, end ? NULL : behind->node, EDGE_LEFT);
	if (start || end) {
		enum area_edge e = start ? EDGE_LEFT : EDGE_RIGHT;

		compete(g, &w, g->row[row].node, e);
		compete(g, &w, part_at(g, row), e);
	}
	compete(g, &w, start ? NULL : g->column[col - 1], EDGE_RIGHT);
	compete(g, &w, end ? NULL : g->column[col], EDGE_LEFT);
	if (start || end)
		compete(g, &w, g->table, start ? EDGE_LEFT : EDGE_RIGHT);
	w.border.style = style_shared(w.border.style);
	return w.border;
}

/* --- one edge of a cell ------------------------------------------------- */

static int
same_border(const struct area_border *a, const struct area_border *b)
{
	return a->width == b->width && a->color == b->color &&
	    a->style == b->style;
}

/* The widest border along an edge, and whether it is the same all along. */
static struct area_border
along(const struct grid *g, const struct grid_cell *c, enum area_edge e,
    int *same)
{
	int is_across = e == EDGE_TOP || e == EDGE_BOTTOM;
	int line = e == EDGE_TOP ? c->row : e == EDGE_BOTTOM
	    ? c->row + c->rows : e == EDGE_LEFT ? c->col : c->col + c->cols;
	int from = is_across ? c->col : c->row;
	int to = from + (is_across ? c->cols : c->rows);
	struct area_border widest = {0}, b;

	*same = 1;
	for (int i = from; i < to; i++) {
		b = is_across ? across(g, line, i) : down(g, i, line);
		if (i > from && !same_border(&b, &widest))
			*same = 0;
		if (i == from || b.width > widest.width)
			widest = b;
	}
	return widest;
}

/* The cell on the other side at the start of an edge; NULL at the table's. */
static const struct grid_cell *
opposite(const struct grid *g, const struct grid_cell *c, enum area_edge e)
{
	switch (e) {
	case EDGE_TOP:
		return c->row == 0 ? NULL : grid_at(g, c->row - 1, c->col);
	case EDGE_LEFT:
		return c->col == 0 ? NULL : grid_at(g, c->row, c->col - 1);
	default:
		return NULL;
	}
}

/* True when the borders above a row belong into that row. */
static int
line_below(const struct grid *g, int row)
{
	return row == 0 || (row == g->foot && g->foot < g->rows);
}

/* True when a cell before the line draws what lies along the edge of a cell
   behind it. */
static int
drawn_before(const struct grid *g, const struct grid_cell *c, enum area_edge e)
{
	const struct grid_cell *o = opposite(g, c, e);
	enum area_edge facing = e == EDGE_TOP ? EDGE_BOTTOM : EDGE_RIGHT;
	int same;

	if (o == NULL || (e == EDGE_TOP && line_below(g, c->row)))
		return 0;
	along(g, o, facing, &same);
	return same;
}

/* True when the cells behind the line draw the edge, each its own part. */
static int
drawn_behind(const struct grid *g, const struct grid_cell *c, enum area_edge e)
{
	int line = e == EDGE_BOTTOM ? c->row + c->rows : c->col + c->cols;
	int same;

	if (line == (e == EDGE_BOTTOM ? g->rows : g->cols))
		return 0;
	if (e == EDGE_BOTTOM && line_below(g, line))
		return 1;
	along(g, c, e, &same);
	return !same;
}

/* --- collapsed ---------------------------------------------------------- */

/* Grid line and content at an edge across: t is the widest of the line. */
static void
edge_across(struct grid_cell *c, enum area_edge e, mpt t, mpt w, int inside,
    int draws)
{
	mpt outer = (t - w) / 2, inner = outer + w;

	c->edge[e] += inside ? inner : 0;
	c->inset[e] = inside ? (draws ? outer : inner)
	                     : (draws ? -inner : -outer);
}

static void
cell_collapse(const struct grid *g, struct grid_cell *c, const mpt *thick)
{
	for (int i = 0; i < 4; i++) {
		enum area_edge e = (enum area_edge)i;
		int same, draws, behind = e == EDGE_TOP || e == EDGE_LEFT;
		struct area_border b = along(g, c, e, &same);
		int line = e == EDGE_TOP ? c->row : c->row + c->rows;
		mpt half = e == EDGE_LEFT ? b.width - b.width / 2
		    : b.width / 2;

		draws = behind ? !drawn_before(g, c, e)
		    : !drawn_behind(g, c, e);
		if (draws)
			c->border[e] = b;
		if (e == EDGE_TOP || e == EDGE_BOTTOM) {
			edge_across(c, e, thick[line], b.width,
			    line_below(g, line) == (e == EDGE_TOP), draws);
		} else {
			c->edge[e] += half;
			c->inset[e] = draws ? -(b.width - half) : half;
		}
	}
}

/* The widest border of each line across. */
static mpt *
lines_thick(const struct grid *g)
{
	mpt *t = ARENA_ARRAY(g->layout->arena, (size_t)g->rows + 1, mpt);

	for (int r = 0; r <= g->rows; r++)
		for (int k = 0; k < g->cols; k++)
			t[r] = mpt_max(t[r], across(g, r, k).width);
	return t;
}

/* --- separate ----------------------------------------------------------- */

/* empty-cells="hide" (7.28.6). */
static int
is_hidden(const struct grid_cell *c)
{
	return c->node != NULL &&
	    fo_kw(c->node, PROP_EMPTY_CELLS) == FO_KW_HIDE &&
	    !has_content(c->node);
}

/* A row of hidden cells only, which takes no room at all. */
static int
row_hidden(const struct grid *g, int row)
{
	int any = 0;

	for (int k = 0; k < g->cols; k++) {
		const struct grid_cell *c = grid_at(g, row, k);

		if (c->rows > 1 || (c->node != NULL && !c->hidden))
			return 0;
		any |= c->hidden;
	}
	return any;
}

static void
cells_hide(struct grid *g)
{
	for (size_t i = 0; i < g->cells; i++)
		g->cell[i].hidden = is_hidden(&g->cell[i]) != 0;
	for (int r = 0; r < g->rows; r++)
		g->row[r].hidden = row_hidden(g, r) != 0;
}

static void
cell_separate(const struct grid *g, struct grid_cell *c)
{
	struct area_box box = {0};

	if (c->node != NULL)
		box = box_of(c->node);
	for (int e = 0; e < 4; e++) {
		mpt s = e == EDGE_TOP || e == EDGE_BOTTOM
		    ? g->row_separation : g->separation;

		c->inset[e] = e == EDGE_TOP || e == EDGE_LEFT ? s / 2
		    : s - s / 2;
		if (!c->hidden)
			c->border[e] = box.border[e];
		c->edge[e] += c->inset[e] + box.border[e].width;
	}
	if (g->row[c->row].hidden)
		c->edge[EDGE_TOP] = c->edge[EDGE_BOTTOM] =
		    c->inset[EDGE_TOP] = c->inset[EDGE_BOTTOM] = 0;
}

mpt
cell_kept(const struct grid *g, const struct grid_cell *c, enum area_edge e,
    uint8_t *border)
{
	mpt w = g->x[c->col + c->cols] - g->x[c->col], sum = 0;

	*border = 0;
	if (c->node == NULL)
		return 0;
	*border = fo_retain(c->node, width_at[e]) && c->border[e].width > 0;
	if (*border)
		sum += c->border[e].width;
	if (fo_retain(c->node, padding_at[e]))
		sum += fo_padding(c->node, padding_at[e], w);
	return sum;
}

mpt
cell_padding_part(const struct fo_node *cell)
{
	mpt part = 0;

	for (int e = EDGE_RIGHT; e <= EDGE_LEFT; e += EDGE_LEFT - EDGE_RIGHT)
		part += fo_padding(cell, padding_at[e], 1000000) -
		    fo_padding(cell, padding_at[e], 0);
	return part;
}

void
grid_borders(struct grid *g)
{
	const mpt *thick = g->collapse ? lines_thick(g) : NULL;

	if (!g->collapse)
		cells_hide(g);
	for (size_t i = 0; i < g->cells; i++) {
		struct grid_cell *c = &g->cell[i];
		mpt w = g->x[c->col + c->cols] - g->x[c->col];

		for (int e = 0; e < 4; e++)
			c->edge[e] = c->node == NULL ? 0
			    : fo_padding(c->node, padding_at[e], w);
		if (g->collapse)
			cell_collapse(g, c, thick);
		else
			cell_separate(g, c);
	}
}
