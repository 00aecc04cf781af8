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
};

struct placing {
	struct arena *arena;
	const struct flow *flow;
	struct walk walk;
	struct spot spot;
	struct nest *nest;
	struct diag *diag;
};

/* Append an area at a place of the flow. */
void put(struct placing *, struct area *, mpt x, mpt y);

/* The band from one part to another (NULL: its start, its end) at y; its
   height here. */
mpt put_band(struct placing *, const struct band *, const struct part *from,
    const struct part *to, mpt y);

struct area *block_new(struct arena *, const struct fo_node *, mpt w, mpt h);

/* The box without the edges that a break cuts; NULL: nothing to paint. */
struct area_box *box_cut(struct arena *, const struct area_box *, int top,
    int bottom);

#endif
