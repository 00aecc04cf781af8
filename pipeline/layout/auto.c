/*
 * Column widths of table-layout auto (XSL 1.1, 7.28.5, by the way of CSS 2.1,
 * 17.5.2.2). In: a grid. Out: its grid lines.
 *
 * 1. Every cell of one column says its minimum and maximum (widths.c), edges
 *    included; a column's are the largest of its cells'. What stands in
 *    column-width is a hint:
 *
 *        length         the column is as wide, or as its minimum
 *        percentage     of the table's width, at least its minimum
 *        proportional   n shares of what the others leave, at least its
 *                       minimum (7.28.3 has it under fixed only; here a
 *                       table that has one is as wide as the measure)
 *        auto           between its minimum and its maximum
 *
 * 2. Cells that span more columns, those over two first, then over three ...:
 *    what such a cell wants more than its columns have together is added to
 *    them in proportion to their maxima; columns with a length get some only
 *    where there is no other.
 *
 * 3. The table's width: as asked; else the sum of the maxima, or more where a
 *    percentage would else be too little for its column, the measure at the
 *    most. Never less than the sum of the minima: words are not broken for a
 *    table, it sticks out, and the finding names the widest cell.
 *
 * 4. That width less the minima goes to the percentages, then to the auto
 *    columns in proportion to maximum less minimum, then to the proportional
 *    ones; what is left then, all after their maxima.
 *
 * The cost is linear in the squares of the grid.
 */
#include "layout/grid.h"

enum hint { HINT_NONE, HINT_LENGTH, HINT_PERCENT, HINT_SHARE };

struct auto_column {
	struct widths w;
	enum hint hint;
	mpt length;       /* LENGTH; PERCENT: what is added to it */
	int64_t part;     /* SHARE: thousandths; PERCENT: millionths */
	mpt set;          /* the width it gets */
};

/* The columns of a table being divided. */
struct division {
	const struct grid *g;
	struct auto_column *c;
	int n;
	const struct grid_cell *widest; /* the cell that asks for most */
	mpt asks;
};

#define WHOLE 1000000 /* of a percentage */
#define SHARE_MOST 1000000

/* --- arithmetic --------------------------------------------------------- */

/* amount * part / whole, part <= whole; amount up to WIDTH_MOST. */
static mpt
portion(mpt amount, mpt part, mpt whole)
{
	while (whole >= INT64_C(1) << 29) {
		whole >>= 1;
		part >>= 1;
	}
	return whole == 0 ? 0 : amount * part / whole;
}

/* Divide an amount after weights; the parts add up to it. */
static void
divide(mpt amount, const mpt *weight, int n, mpt *part)
{
	mpt total = 0, sum = 0, given = 0;

	for (int i = 0; i < n; i++)
		total += weight[i];
	for (int i = 0; i < n; i++) {
		sum += weight[i];
		part[i] = (total == 0 ? 0 : sum == total ? amount
		    : portion(amount, sum, total)) - given;
		given += part[i];
	}
}

/* --- what columns ask for ----------------------------------------------- */

static void
hint_read(struct auto_column *c, const struct fo_node *n, int fixed)
{
	mpt w = n == NULL ? FO_AUTO : fo_len(n, PROP_COLUMN_WIDTH, 0);

	c->hint = fixed ? HINT_SHARE : HINT_NONE;
	c->part = 1000;
	if (w == FO_AUTO)
		return;
	c->length = mpt_max(0, mpt_min(w, WIDTH_MOST));
	c->part = fo_proportion(n, PROP_COLUMN_WIDTH);
	c->hint = c->part > 0 ? HINT_SHARE : HINT_LENGTH;
	if (fo_is_percent(n, PROP_COLUMN_WIDTH)) {
		c->hint = HINT_PERCENT;
		c->part = fo_len(n, PROP_COLUMN_WIDTH, WHOLE) - w;
	}
	c->part = mpt_max(0, mpt_min(c->part, SHARE_MOST));
}

/* A cell's widths with its edges; grid_borders has taken no percentages. */
static struct widths
cell_widths(const struct grid *g, const struct grid_cell *c)
{
	struct widths w = c->row >= g->head && c->row < g->foot
	    ? content_widths(g->layout, c->node)
	    : heads_widths(g->layout, g->table, c->node);
	mpt edges = c->edge[EDGE_LEFT] + c->edge[EDGE_RIGHT];
	mpt part = cell_padding_part(c->node);
	mpt asked = fo_is_percent(c->node, PROP_WIDTH) ? FO_AUTO
	    : fo_len(c->node, PROP_WIDTH, 0);

	if (asked != FO_AUTO && asked > w.min)
		w = (struct widths){asked, asked};
	w.min += edges;
	w.max += edges;
	if (part > 0 && part < WHOLE / 2) {
		w.min = w.min * WHOLE / (WHOLE - part);
		w.max = w.max * WHOLE / (WHOLE - part);
	}
	return (struct widths){mpt_min(w.min, WIDTH_MOST),
	    mpt_min(w.max, WIDTH_MOST)};
}

static void
column_ask(struct auto_column *c, struct widths w)
{
	c->w.min = mpt_max(c->w.min, w.min);
	c->w.max = mpt_max(c->w.max, w.max);
}

/* A length is both; nothing is less wide at most than at least. */
static void
column_settle(struct auto_column *c)
{
	if (c->hint != HINT_NONE)
		c->w.min = mpt_max(c->w.min, c->length);
	if (c->hint == HINT_LENGTH)
		c->w.max = c->w.min;
	c->w.max = mpt_max(c->w.max, c->w.min);
}

/* Columns of some hints (bits) weigh as much as their maxima, or all the same
   where these are nothing. 0: there are no such columns. */
static int
columns_weigh(const struct auto_column *c, int n, unsigned hints, mpt *weight)
{
	mpt total = 0;
	int any = 0;

	for (int i = 0; i < n; i++) {
		weight[i] = hints >> c[i].hint & 1 ? c[i].w.max : 0;
		total += weight[i];
	}
	for (int i = 0; i < n; i++)
		if (hints >> c[i].hint & 1) {
			weight[i] += total == 0;
			any = 1;
		}
	return any;
}

static void
span_ask(struct auto_column *c, int n, struct widths w)
{
	mpt weight[GRID_COLUMNS] = {0}, part[GRID_COLUMNS] = {0};

	for (int i = 0; i < n; i++) {
		w.min -= c[i].w.min;
		w.max -= c[i].w.max;
	}
	if (!columns_weigh(c, n, ~(1U << HINT_LENGTH), weight))
		columns_weigh(c, n, 1U << HINT_LENGTH, weight);
	divide(mpt_max(w.max, 0), weight, n, part);
	for (int i = 0; i < n; i++)
		c[i].w.max += part[i];
	divide(mpt_max(w.min, 0), weight, n, part);
	for (int i = 0; i < n; i++) {
		c[i].w.min += part[i];
		column_settle(&c[i]);
	}
}

/* Cells over so many columns. */
static void
cells_ask(struct division *d, int cols)
{
	const struct grid *g = d->g;

	for (size_t i = 0; i < g->cells; i++) {
		const struct grid_cell *c = &g->cell[i];
		struct widths w;

		if (c->node == NULL || c->cols != cols)
			continue;
		w = cell_widths(g, c);
		if (w.min > d->asks) {
			d->asks = w.min;
			d->widest = c;
		}
		if (cols == 1)
			column_ask(&d->c[c->col], w);
		else
			span_ask(d->c + c->col, cols, w);
	}
}

/* Steps 1 and 2. */
static struct division
division_new(struct grid *g, int fixed)
{
	struct division d = {.g = g, .n = g->cols};
	uint8_t spans[GRID_COLUMNS + 1] = {0};

	d.c = ARENA_ARRAY(g->layout->arena, (size_t)g->cols,
	    struct auto_column);
	g->x = ARENA_ARRAY(g->layout->arena, (size_t)g->cols + 1, mpt);
	grid_borders(g);
	for (size_t i = 0; i < g->cells; i++)
		spans[g->cell[i].cols] = 1;
	for (int i = 0; i < d.n; i++)
		hint_read(&d.c[i], g->column[i], fixed);
	cells_ask(&d, 1);
	for (int i = 0; i < d.n; i++)
		column_settle(&d.c[i]);
	for (int cols = 2; cols <= d.n; cols++)
		if (spans[cols])
			cells_ask(&d, cols);
	return d;
}

static struct widths
columns_sum(const struct division *d)
{
	struct widths sum = {0, 0};

	for (int i = 0; i < d->n; i++) {
		sum.min += d->c[i].w.min;
		sum.max += d->c[i].w.max;
	}
	return sum;
}

/* --- the table's width -------------------------------------------------- */

/* The width at which the shares of all columns hold their maxima. */
static mpt
shares_width(const struct division *d, int least)
{
	mpt unit = 0, sum = 0;
	int64_t parts = 0;

	for (int i = 0; i < d->n; i++) {
		const struct auto_column *c = &d->c[i];
		mpt w = least ? c->w.min : c->w.max;

		if (c->hint != HINT_SHARE) {
			sum += w;
			continue;
		}
		parts += c->part;
		unit = mpt_max(unit, w * 1000 / mpt_max(c->part, 1));
	}
	return sum + mpt_min(unit, WIDTH_MOST) * parts / 1000;
}

/* Step 3 for width auto; percentages are of what the cells share. */
static mpt
natural_width(const struct division *d, mpt measure)
{
	mpt width = 0, others = 0;
	int64_t parts = 0;

	for (int i = 0; i < d->n; i++) {
		const struct auto_column *c = &d->c[i];

		if (c->hint == HINT_SHARE)
			return measure;
		if (c->hint != HINT_PERCENT) {
			others += c->w.max;
			continue;
		}
		parts += c->part;
		others += c->length;
		if (c->part > 0)
			width = mpt_max(width, mpt_min(c->w.max - c->length,
			    WIDTH_MOST) * WHOLE / c->part);
	}
	if (parts >= WHOLE && others > 0)
		return measure;
	if (parts < WHOLE)
		width = mpt_max(width, mpt_min(others, WIDTH_MOST) * WHOLE /
		    (WHOLE - parts));
	return mpt_min(width, measure);
}

/* --- step 4 ------------------------------------------------------------- */

/* Widen columns of a hint as far as they want; what is left of extra. */
static mpt
columns_widen(struct division *d, enum hint hint, mpt width, mpt extra)
{
	mpt want[GRID_COLUMNS] = {0}, part[GRID_COLUMNS] = {0}, total = 0;

	for (int i = 0; i < d->n; i++) {
		const struct auto_column *c = &d->c[i];
		mpt to = hint == HINT_PERCENT
		    ? c->length + portion(width, c->part, WHOLE) : c->w.max;

		want[i] = c->hint == hint ? mpt_max(to - c->set, 0) : 0;
		total += want[i];
	}
	divide(mpt_min(total, extra), want, d->n, part);
	for (int i = 0; i < d->n; i++)
		d->c[i].set += part[i];
	return extra - mpt_min(total, extra);
}

/* All shares take extra; a column whose share is less than its minimum keeps
   that, and the others share what is left. 0: there are none. */
static int
shares_take(struct division *d, mpt extra)
{
	mpt weight[GRID_COLUMNS] = {0}, part[GRID_COLUMNS] = {0}, room = extra;
	int more = 1, shares = 0;

	for (int i = 0; i < d->n; i++) {
		weight[i] = d->c[i].hint == HINT_SHARE ? d->c[i].part : 0;
		shares |= weight[i] > 0;
		room += weight[i] > 0 ? d->c[i].w.min : 0;
	}
	while (more) {
		more = 0;
		divide(room, weight, d->n, part);
		for (int i = 0; i < d->n; i++) {
			if (weight[i] == 0 || part[i] >= d->c[i].w.min)
				continue;
			room -= d->c[i].w.min;
			weight[i] = 0;
			more = 1;
		}
	}
	for (int i = 0; i < d->n; i++)
		if (weight[i] > 0)
			d->c[i].set = part[i];
	return shares;
}

/* What nobody wants: auto columns first, lengths last. */
static void
columns_stretch(struct division *d, mpt extra)
{
	static const enum hint order[] = {HINT_NONE, HINT_PERCENT};
	mpt weight[GRID_COLUMNS] = {0}, part[GRID_COLUMNS] = {0};
	size_t k = 0;

	while (k < 2 && !columns_weigh(d->c, d->n, 1U << order[k], weight))
		k++;
	if (k == 2)
		columns_weigh(d->c, d->n, 1U << HINT_LENGTH, weight);
	divide(extra, weight, d->n, part);
	for (int i = 0; i < d->n; i++)
		d->c[i].set += part[i];
}

static void
columns_set(struct division *d, mpt width)
{
	mpt extra = width - columns_sum(d).min;

	for (int i = 0; i < d->n; i++)
		d->c[i].set = d->c[i].w.min;
	if (extra <= 0)
		return;
	extra = columns_widen(d, HINT_PERCENT, width, extra);
	extra = columns_widen(d, HINT_NONE, width, extra);
	if (extra > 0 && !shares_take(d, extra))
		columns_stretch(d, extra);
}

/* --- the table ---------------------------------------------------------- */

/* True when the lengths written fit, so that it is a cell that does not. */
static int
lengths_fit(const struct division *d, mpt measure)
{
	mpt sum = 0;

	for (int i = 0; i < d->n; i++)
		sum += d->c[i].hint == HINT_LENGTH ? d->c[i].length : 0;
	return sum <= measure;
}

int
columns_auto(struct grid *g, mpt asked, mpt measure)
{
	struct division d = division_new(g, 0);
	mpt least = columns_sum(&d).min;
	mpt width = asked != FO_AUTO ? asked : natural_width(&d, measure);

	columns_set(&d, mpt_max(width, least));
	for (int i = 0; i < d.n; i++)
		g->x[i + 1] = g->x[i] + d.c[i].set;
	if (least <= measure || d.widest == NULL || !lengths_fit(&d, measure))
		return 0;
	diag_add(g->layout->diag, DIAG_L60, d.widest->node->src,
	    "column %d asks for %.1fpt, the table for %.1fpt in a measure of "
	    "%.1fpt", d.widest->col + 1, mpt_to_pt(d.asks), mpt_to_pt(least),
	    mpt_to_pt(measure));
	return 1;
}

static struct widths
table_measure(struct layout *l, const struct fo_node *table)
{
	int fixed = fo_kw(table, PROP_TABLE_LAYOUT) == FO_KW_FIXED;
	struct layout quiet = *l;
	struct widths w = {0, 0};
	struct division d;
	struct grid *g;

	quiet.diag = diag_new();
	g = grid_read(&quiet, table);
	if (g->cols > 0) {
		d = division_new(g, fixed);
		w.min = shares_width(&d, 1) + g->separation;
		w.max = shares_width(&d, 0) + g->separation;
	}
	diag_free(quiet.diag);
	if (!fo_is_percent(table, PROP_WIDTH) &&
	    fo_len(table, PROP_WIDTH, 0) != FO_AUTO)
		w.min = w.max = mpt_max(w.min, fo_len(table, PROP_WIDTH, 0));
	return (struct widths){mpt_min(w.min, WIDTH_MOST),
	    mpt_min(w.max, WIDTH_MOST)};
}

struct widths
table_widths(struct layout *l, const struct fo_node *table)
{
	struct widths *known;

	if (l->widths == NULL)
		l->widths = map_new(l->arena);
	known = map_find_n(l->widths, (const char *)&table, sizeof(table));
	if (known != NULL)
		return *known;
	known = ARENA_NEW(l->arena, struct widths);
	*known = table_measure(l, table);
	map_put_n(l->widths, (const char *)&table, sizeof(table), known);
	return *known;
}
