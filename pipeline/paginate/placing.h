/*
 * placing: what place.c and rows.c share; nothing else includes it.
 */
#ifndef PAGINATE_PLACING_H
#define PAGINATE_PLACING_H

#include "paginate/place.h"

/* A frame that is open while items are placed into it. */
struct nest {
	struct nest *up;
	const struct frame *frame;
	struct area *area;
	mpt y;             /* its top, in the flow's coordinates */
	mpt content_y;     /* that of its content */
	struct reference ref; /* frame->reference: of its content */
};

struct placing {
	struct arena *arena;
	const struct flow *flow;
	struct fragment fragment;
	struct walk walk;
	struct spot spot;
	struct nest *nest;
	struct diag *diag;
};

/* Append an area at a place of the flow. */
void put(struct placing *, struct area *, mpt x, mpt y);

/* The spot for a flow whose own coordinates begin at x, y of this one: nothing
   but its references. */
struct spot spot_inside(const struct placing *, mpt x, mpt y);

/* An inset with its content, its border edges at a place of its parent. */
struct area *inset_area(struct placing *, const struct inset *);

/* --- stand.c: block-containers that are out of the flow ----------------- */

/* Those that are anchored to an item at y. */
void put_placed(struct placing *, const struct item *, mpt y);

/* The reference area at the placing's position. */
struct origin origin_here(const struct placing *);

/* The band from one part to another (NULL: its start, its end) at y; its
   height here. */
mpt put_band(struct placing *, const struct band *, const struct part *from,
    const struct part *to, mpt y);

struct area *block_new(struct arena *, const struct fo_node *, mpt w, mpt h);

/* The box without the edges that a break cuts; NULL: nothing to paint. */
struct area_box *box_cut(struct arena *, const struct area_box *, int top,
    int bottom);

#endif
