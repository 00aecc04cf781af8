/*
 * mp:decimal: figures of a column stand with their decimal points in line.
 * In: the cells of the grid, laid out. Out: their lines, moved sideways.
 *
 *        12.5 |        before | after
 *     1,003   |       the widest before and the widest after of the column
 *        (0.25)       make a block that stands as text-align says
 *
 * The property stands on a cell, or on its column for the cells of bodies and
 * footer. Only cells of one column with one line take part. The point is the
 * last full stop before a digit; without one, it would stand after the last
 * digit; a line without digits stays where it is. A header or footer that is
 * laid out again stands as the column does, where there is room.
 */
#include "layout/grid.h"

/* Going through the glyphs of a line from left to right. */
struct scan {
	mpt point;      /* of the decimal point, from the line's start */
	mpt digit;      /* end of the last digit */
	mpt stop;       /* a full stop that may be the point */
	mpt left, right;
	int points, digits, stops, glyphs;
};

struct figure {
	struct area *line;
	const struct grid_cell *cell;
	const struct fo_node *block;
	mpt point, before, after;
};

static void
scan_char(struct scan *s, char c, mpt x, mpt w)
{
	int digit = c >= '0' && c <= '9';

	if (digit && s->stops) {
		s->point = s->stop;
		s->points = 1;
	}
	s->stops = c == '.';
	s->stop = x;
	if (digit) {
		s->digit = x + w;
		s->digits = 1;
	}
}

static void
scan_text(struct scan *s, const struct area_text *t, mpt x)
{
	size_t byte = 0, glyph = 0;

	if (!s->glyphs || x < s->left)
		s->left = x;
	for (size_t i = 0; i < t->clusters; i++) {
		mpt w = 0;

		for (int k = 0; k < t->cluster[i].glyphs; k++)
			w += t->glyph[glyph++].advance;
		if (t->cluster[i].bytes > 0)
			scan_char(s, t->text[byte], x, w);
		byte += t->cluster[i].bytes;
		x += w;
	}
	s->right = s->glyphs && s->right > x ? s->right : x;
	s->glyphs = 1;
}

static void
scan_area(struct scan *s, const struct area *a, mpt x)
{
	for (const struct area *c = a->child; c != NULL; c = c->next) {
		if (c->kind == AREA_TEXT && !c->u.text->rtl)
			scan_text(s, c->u.text, x + c->x);
		else if (c->kind == AREA_BLOCK)
			scan_area(s, c, x + c->x);
	}
}

static int
is_decimal(const struct grid *g, const struct grid_cell *c)
{
	const struct fo_node *column = g->column[c->col];

	if (c->node == NULL || c->cols > 1)
		return 0;
	if (fo_kw(c->node, PROP_DECIMAL) == FO_KW_TRUE)
		return 1;
	return column != NULL && c->row >= g->head &&
	    fo_kw(column, PROP_DECIMAL) == FO_KW_TRUE;
}

/* The cell's only line as a figure; 0: it has none. */
static int
figure_of(const struct grid_cell *c, struct figure *f)
{
	const struct item *box = NULL;
	struct scan s = {0};

	for (size_t i = 0; i < c->flow->n; i++) {
		const struct item *it = &c->flow->item[i];

		if (it->kind == ITEM_BOX && box != NULL)
			return 0;
		if (it->kind == ITEM_BOX)
			box = it;
	}
	if (box == NULL || box->area == NULL ||
	    box->area->kind != AREA_LINE)
		return 0;
	scan_area(&s, box->area, box->area->x);
	if (!s.digits)
		return 0;
	f->line = box->area;
	f->cell = c;
	f->block = box->node;
	f->point = s.points ? s.point : s.digit;
	f->before = f->point - s.left;
	f->after = s.right - f->point;
	return 1;
}

/* Where the point stands in a column, from the start of its content, for a
   figure aligned like that. */
static mpt
point_at(const struct decimals *d, const struct figure *f)
{
	switch (fo_kw(f->block, PROP_TEXT_ALIGN)) {
	case FO_KW_END:
		return d->room - d->after;
	case FO_KW_CENTER:
		return (d->room - d->before - d->after) / 2 + d->before;
	default:
		return d->before;
	}
}

static void
figure_move(const struct decimals *d, const struct figure *f)
{
	f->line->x += d->left + point_at(d, f) -
	    f->cell->edge[EDGE_LEFT] - f->point;
}

/* Align the figures of one column. */
static void
column_align(const struct grid *g, const struct figure *f, size_t n)
{
	const struct grid_cell *c = f[0].cell;
	struct decimals *d = &g->decimal[c->col];
	mpt right = 0;

	for (size_t i = 0; i < n; i++) {
		d->before = mpt_max(d->before, f[i].before);
		d->after = mpt_max(d->after, f[i].after);
		d->left = mpt_max(d->left, f[i].cell->edge[EDGE_LEFT]);
		right = mpt_max(right, f[i].cell->edge[EDGE_RIGHT]);
	}
	d->room = g->x[c->col + 1] - g->x[c->col] - d->left - right;
	if (d->before + d->after > d->room) {
		diag_add(g->layout->diag, DIAG_L40, c->node->src,
		    "column %d needs %.1fpt and has %.1fpt", c->col + 1,
		    mpt_to_pt(d->before + d->after), mpt_to_pt(d->room));
		return;
	}
	d->aligned = 1;
	for (size_t i = 0; i < n; i++)
		figure_move(d, &f[i]);
}

void
cell_decimals(const struct grid *g, const struct grid_cell *c)
{
	const struct decimals *d = g->decimal == NULL ? NULL
	    : &g->decimal[c->col];
	struct figure f;

	if (d == NULL || !d->aligned || !is_decimal(g, c) ||
	    !figure_of(c, &f))
		return;
	if (f.before <= point_at(d, &f) &&
	    f.after <= d->room - point_at(d, &f))
		figure_move(d, &f);
}

void
grid_decimals(struct grid *g)
{
	struct figure *f = NULL;
	size_t n;

	g->decimal = ARENA_ARRAY(g->layout->arena, (size_t)g->cols,
	    struct decimals);
	for (int k = 0; k < g->cols; k++) {
		n = 0;
		for (int r = 0; r < g->rows; r++) {
			const struct grid_cell *c = grid_at(g, r, k);

			if (c->row != r || c->col != k || !is_decimal(g, c))
				continue;
			if (f == NULL)
				f = ARENA_ARRAY(g->layout->arena,
				    (size_t)g->rows, struct figure);
			n += (size_t)figure_of(c, &f[n]);
		}
		if (n > 0)
			column_align(g, f, n);
	}
}
