/*
 * Column widths. In: the table-columns. Out: the grid lines. Those of
 * table-layout auto are auto.c's; here are those of table-layout fixed
 * (XSL 1.1, 7.28.5 and 6.7.4):
 *
 *     table width   given, or the measure when a column shares it, or the sum
 *     length, %     as written, percentages of the table width
 *     proportional  n shares of what the others leave
 *     auto          one share
 *
 * Lines are placed by sums over whole columns, so that rounding never adds
 * up: the last line is exactly the table's end. Half the border-separation
 * lies outside the first and the last line.
 */
#include "layout/grid.h"

/* What divides the table's width. Shares are thousandths. */
struct shares {
	mpt fixed;      /* sum of lengths */
	int64_t total;  /* sum of shares */
	int with;       /* columns that have one */
};

#define SHARE_ONE 1000
#define SHARE_MOST 1000000

static int64_t
column_share(const struct fo_node *column)
{
	int64_t share;

	if (column == NULL)
		return SHARE_ONE;
	if (fo_len(column, PROP_COLUMN_WIDTH, 0) == FO_AUTO)
		return SHARE_ONE;
	share = fo_proportion(column, PROP_COLUMN_WIDTH);
	return share > SHARE_MOST ? SHARE_MOST : share;
}

static mpt
column_length(const struct fo_node *column, mpt base)
{
	mpt w = column == NULL ? FO_AUTO
	    : fo_len(column, PROP_COLUMN_WIDTH, base);

	return w == FO_AUTO ? 0 : mpt_max(0, mpt_min(w, WIDTH_MOST));
}

static struct shares
columns_sum(const struct grid *g, mpt base)
{
	struct shares s = {0, 0, 0};

	for (int i = 0; i < g->cols; i++) {
		int64_t share = column_share(g->column[i]);

		s.fixed += column_length(g->column[i], base);
		s.total += share;
		s.with += share > 0;
	}
	return s;
}

/* The width the table asks for, or FO_AUTO. */
static mpt
table_width(const struct fo_node *table, mpt measure)
{
	mpt w = fo_len(table, PROP_WIDTH, measure);

	if (w == FO_AUTO)
		w = fo_range(table, PROP_INLINE_PROGRESSION_DIMENSION,
		    measure).opt;
	return w == FO_AUTO ? w : mpt_max(0, mpt_min(w, WIDTH_MOST));
}

/* Lines at x0 + lengths + shares of rest. Without shares, rest is spread over
   the lengths. */
static void
lines_place(struct grid *g, mpt x0, mpt base, mpt rest, struct shares s)
{
	mpt fixed = 0;
	int64_t share = 0, total = s.total;

	if (total == 0)
		total = mpt_max(s.fixed / 1000, 1);
	g->x[0] = x0;
	for (int i = 0; i < g->cols; i++) {
		fixed += column_length(g->column[i], base);
		share += column_share(g->column[i]);
		g->x[i + 1] = x0 + fixed + (s.total > 0 ? rest * share / total
		    : rest * mpt_min(fixed / 1000, total) / total);
	}
}

static void
report_width(const struct grid *g, mpt wide, mpt measure)
{
	if (wide > measure)
		diag_add(g->layout->diag, DIAG_L32, g->table->src,
		    "%.1fpt in a measure of %.1fpt", mpt_to_pt(wide),
		    mpt_to_pt(measure));
}

/* table-layout fixed, for a table of that width without separation. */
static void
columns_fixed(struct grid *g, struct place p, mpt asked, mpt base)
{
	struct shares s = columns_sum(g, base);
	mpt rest = base - s.fixed;

	if (asked == FO_AUTO && s.total == 0)
		rest = 0;
	if (rest <= 0 && s.with > 0) {
		diag_add(g->layout->diag, DIAG_L33, g->table->src,
		    "%d of %d columns", s.with, g->cols);
		rest = base * s.with / g->cols;
	}
	rest = mpt_max(rest, 0);
	g->x = ARENA_ARRAY(g->layout->arena, (size_t)g->cols + 1, mpt);
	lines_place(g, p.x + g->separation / 2, base, rest, s);
}

/* Note the widths for whoever writes them back (fo/resolve.h). */
static void
columns_note(const struct grid *g, mpt whole)
{
	const struct fo_tree *tree = g->layout->tree;
	const void *xml = g->table->xml;
	struct fo_columns *c;
	int known;

	if (tree == NULL || xml == NULL)
		return;
	c = map_find_n(tree->columns, (const char *)&xml, sizeof(xml));
	known = c != NULL;
	if (!known) {
		c = ARENA_NEW(tree->arena, struct fo_columns);
		*c = (struct fo_columns){.table = g->table, .whole = whole,
		    .n = g->cols};
		c->width = ARENA_ARRAY(tree->arena, (size_t)g->cols, mpt);
		map_put_n(tree->columns, (const char *)&xml, sizeof(xml), c);
	}
	for (int i = 0; i < g->cols && i < c->n; i++) {
		mpt w = g->x[i + 1] - g->x[i];

		c->varies |= known && c->width[i] != w;
		c->width[i] = known ? c->width[i] : w;
	}
}

struct place
grid_columns(struct grid *g, struct place p)
{
	mpt asked = table_width(g->table, p.w), base, wide;
	int said = 0;

	base = asked == FO_AUTO ? p.w : asked;
	base = mpt_max(0, mpt_min(base, WIDTH_MOST) - g->separation);
	if (fo_kw(g->table, PROP_TABLE_LAYOUT) == FO_KW_FIXED) {
		columns_fixed(g, p, asked, base);
	} else {
		said = columns_auto(g, asked == FO_AUTO ? asked : base,
		    mpt_max(0, p.w - g->separation));
		for (int i = 0; i <= g->cols; i++)
			g->x[i] += p.x + g->separation / 2;
	}
	wide = g->x[g->cols] - g->x[0] + g->separation;
	columns_note(g, wide);
	if (!said)
		report_width(g, wide, p.w);
	return (struct place){p.x, wide};
}
