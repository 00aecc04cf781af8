/*
 * Backgrounds, borders and rules. A border is a filled strip inside the box;
 * top and bottom run over the corners, so that edges of any widths meet
 * without a gap. Where colours differ at a corner, the last edge painted
 * wins: top, right, bottom, left.
 *
 *      +----------- top ----------+
 *      |left                right |     double: the strip's outer and inner
 *      +--------- bottom ---------+     third; dashed, dotted: a stroke along
 *                                       its middle; groove, ridge,
 *                                       inset, outset: two shades
 */
#include <math.h>

#include "pdf/paint.h"

static void
fill(cairo_t *cr, struct rect r)
{
	if (r.w <= 0 || r.h <= 0)
		return;
	cairo_rectangle(cr, mpt_to_pt(r.x), mpt_to_pt(r.y), mpt_to_pt(r.w),
	    mpt_to_pt(r.h));
	cairo_fill(cr);
}

static mpt
width(const struct area_box *box, enum area_edge e)
{
	return box->border[e].style == BORDER_NONE ? 0 : box->border[e].width;
}

/* The part of an edge between from/6 and to/6 of its width, from outside. */
static struct rect
strip(const struct area_box *box, struct rect r, enum area_edge e, int from,
    int to)
{
	mpt t = width(box, EDGE_TOP), b = width(box, EDGE_BOTTOM);
	mpt l = width(box, EDGE_LEFT), g = width(box, EDGE_RIGHT);
	struct rect in = {r.x + l * from / 6, r.y + t * from / 6,
	    r.w - l * from / 6 - g * from / 6,
	    r.h - t * from / 6 - b * from / 6};

	switch (e) {
	case EDGE_TOP:
		in.h = t * to / 6 - t * from / 6;
		break;
	case EDGE_BOTTOM:
		in.y = r.y + r.h - b * to / 6;
		in.h = b * to / 6 - b * from / 6;
		break;
	case EDGE_LEFT:
		in.w = l * to / 6 - l * from / 6;
		break;
	case EDGE_RIGHT:
		in.x = r.x + r.w - g * to / 6;
		in.w = g * to / 6 - g * from / 6;
		break;
	}
	return in;
}

/* Dashes or dots along the middle of a strip, a whole one at either end. */
static void
stroke(cairo_t *cr, struct rect r, int dots)
{
	int down = r.h > r.w;
	double w = mpt_to_pt(down ? r.w : r.h);
	double len = mpt_to_pt(down ? r.h : r.w);
	double x = mpt_to_pt(r.x), y = mpt_to_pt(r.y);
	double end = dots ? w / 2 : 0, period, dash[2];

	if (w <= 0 || len <= w)
		return;
	/* n periods and one more dash fill the length; a dot has none */
	dash[0] = dots ? 0 : 3 * w;
	period = (dots ? 2 : 5) * w;
	len -= 2 * end;
	period = (len - dash[0]) / fmax(1, round((len - dash[0]) / period));
	dash[1] = fmax(0, period - dash[0]);
	if (dash[1] <= 0)
		dash[0] = len;
	cairo_save(cr);
	cairo_set_line_width(cr, w);
	cairo_set_dash(cr, dash, 2, 0);
	cairo_set_line_cap(cr, dots ? CAIRO_LINE_CAP_ROUND :
	    CAIRO_LINE_CAP_BUTT);
	cairo_move_to(cr, down ? x + w / 2 : x + end,
	    down ? y + end : y + w / 2);
	cairo_rel_line_to(cr, down ? 0 : len, down ? len : 0);
	cairo_stroke(cr);
	cairo_restore(cr);
}

/* The side away from the light has half of each colour. */
static uint32_t
shaded(uint32_t color, int dark)
{
	return dark ? color >> 1 & 0x7f7f7f : color;
}

/* outer, inner: whether those halves of the edge lie in the shade. */
static void
halves_fill(cairo_t *cr, const struct area_box *box, struct rect r,
    enum area_edge e, int outer, int inner)
{
	paint_color(cr, shaded(box->border[e].color, outer));
	fill(cr, strip(box, r, e, 0, 3));
	paint_color(cr, shaded(box->border[e].color, inner));
	fill(cr, strip(box, r, e, 3, 6));
}

static void
edge_paint(cairo_t *cr, const struct area_box *box, struct rect r,
    enum area_edge e)
{
	const struct area_border *b = &box->border[e];
	int lit = e == EDGE_TOP || e == EDGE_LEFT;

	if (b->style == BORDER_NONE || b->width <= 0)
		return;
	paint_color(cr, b->color);
	switch (b->style) {
	case BORDER_NONE:
		break;
	case BORDER_SOLID:
		fill(cr, strip(box, r, e, 0, 6));
		break;
	case BORDER_DOUBLE:
		fill(cr, strip(box, r, e, 0, 2));
		fill(cr, strip(box, r, e, 4, 6));
		break;
	case BORDER_DASHED:
	case BORDER_DOTTED:
		stroke(cr, strip(box, r, e, 0, 6), b->style == BORDER_DOTTED);
		break;
	case BORDER_GROOVE:
		halves_fill(cr, box, r, e, lit, !lit);
		break;
	case BORDER_RIDGE:
		halves_fill(cr, box, r, e, !lit, lit);
		break;
	case BORDER_INSET:
		halves_fill(cr, box, r, e, lit, lit);
		break;
	case BORDER_OUTSET:
		halves_fill(cr, box, r, e, !lit, !lit);
		break;
	}
}

void
box_paint(struct painter *p, const struct area_box *box, struct rect r)
{
	int edges = 0;

	for (int e = 0; e < 4; e++)
		edges |= width(box, (enum area_edge)e) > 0;
	if (!box->filled && !edges)
		return;
	leaf_open(p, 0, NULL, NULL);
	if (box->filled) {
		paint_color(p->cr, box->background);
		fill(p->cr, r);
	}
	for (int e = 0; e < 4; e++)
		edge_paint(p->cr, box, r, (enum area_edge)e);
}

/*
 * Dots stand on multiples of their period from the frame's origin, so that
 * those of one line stand below those of another.
 */
static void
leader_paint(cairo_t *cr, struct rect r, mpt period)
{
	mpt first = ((r.x + r.h / 2 + period - 1) / period) * period;
	mpt n = (r.x + r.w - r.h / 2 - first) / period;
	const double dash[2] = {0, mpt_to_pt(period)};

	if (r.h <= 0 || n < 0)
		return;
	cairo_save(cr);
	cairo_set_line_width(cr, mpt_to_pt(r.h));
	cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
	cairo_set_dash(cr, dash, 2, 0);
	cairo_move_to(cr, mpt_to_pt(first), mpt_to_pt(r.y + r.h / 2));
	cairo_rel_line_to(cr, mpt_to_pt(n * period + period / 4), 0);
	cairo_stroke(cr);
	cairo_restore(cr);
}

void
rule_paint(struct painter *p, struct rect r, uint32_t color, mpt pitch)
{
	if (r.w <= 0 || r.h <= 0)
		return;
	leaf_open(p, 0, NULL, NULL);
	paint_color(p->cr, color);
	if (pitch > 0)
		leader_paint(p->cr, r, pitch);
	else
		fill(p->cr, r);
}
