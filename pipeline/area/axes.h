/*
 * axes: from an area's own coordinates to the page's, through turned insets.
 * Only quarter turns exist, so that the map is exact in integers:
 *     page x = x + xx * cx + xy * cy
 *     page y = y + yx * cx + yy * cy
 */
#ifndef AREA_AXES_H
#define AREA_AXES_H

#include "area/area.h"

struct axes {
	int xx, xy, yx, yy; /* -1, 0, 1 */
	mpt x, y;           /* the origin on the page */
};

static inline mpt
axes_x(const struct axes *a, mpt cx, mpt cy)
{
	return a->x + a->xx * cx + a->xy * cy;
}

static inline mpt
axes_y(const struct axes *a, mpt cx, mpt cy)
{
	return a->y + a->yx * cx + a->yy * cy;
}

static inline struct axes
axes_page(void)
{
	return (struct axes){.xx = 1, .yy = 1};
}

/* The axes of an area's children: moved to its corner, an inset's turned. */
static inline struct axes
axes_inside(const struct axes *a, const struct area *area)
{
	int turn = area->kind == AREA_INSET ? area->turn : 0;
	mpt ox = area->x + (turn == 180 || turn == 270 ? area->w : 0);
	mpt oy = area->y + (turn == 90 || turn == 180 ? area->h : 0);
	/* where a child's x and y axes point in the parent */
	int c = turn == 0 ? 1 : turn == 180 ? -1 : 0;
	int s = turn == 90 ? 1 : turn == 270 ? -1 : 0;

	return (struct axes){
	    .xx = a->xx * c - a->xy * s, .xy = a->xx * s + a->xy * c,
	    .yx = a->yx * c - a->yy * s, .yy = a->yx * s + a->yy * c,
	    .x = axes_x(a, ox, oy), .y = axes_y(a, ox, oy)};
}

#endif
