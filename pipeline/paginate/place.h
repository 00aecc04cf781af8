/*
 * place: areas for the items between two cursors. Items are not changed: a
 * leaf's area is copied (its children are shared), so that a flow can be
 * placed again and a table's head on every page.
 */
#ifndef PAGINATE_PLACE_H
#define PAGINATE_PLACE_H

#include "paginate/cursor.h"

/* An area that stands absolutely in a reference area. */
struct standing {
	struct standing *next;
	struct area *area;
	uint8_t from_after; /* placed as if the height were 0 */
};

/* A reference area, or the page, while content is placed in it. */
struct reference {
	mpt w, h;           /* content rectangle; h FO_AUTO: known when it ends */
	struct standing *first;
};

/* Where its content begins, in the coordinates of a flow. */
struct origin {
	struct reference *of; /* NULL: there is none in these axes */
	mpt x, y;
};

/* The part of a flow that stands in one place. */
struct fragment {
	const struct flow *flow;
	struct cursor from, to;
};

/* Who lays out a table's header or footer that is not the same everywhere.
   first: it is not repeated yet. */
struct again {
	struct flow *(*lay)(void *, const struct table *, int footer,
	    int first, const struct fragment *);
	void *ctx;
};

/* Where areas go. */
struct spot {
	struct area *into;  /* areas are appended to it */
	mpt x, y;           /* the flow's origin in its coordinates */
	uint8_t repeat;     /* a repetition: no ids, which stand already */
	struct origin area; /* the nearest reference area */
	struct origin page; /* the page: for what is fixed to it */
	struct area *front; /* for what is fixed where page is not known: as
	                       large as the sheet; or NULL */
	const struct again *again; /* or NULL */
};

/*
 * Set the flow from one cursor to the other; to NULL: to its end. The extent
 * used. Adds P04 where a table's repeated head or foot is left out.
 */
mpt place_flow(struct arena *, const struct flow *, const struct cursor *from,
    const struct cursor *to, struct spot, struct diag *);

/*
 * Set a whole flow into a rectangle of that height after display-align; the
 * extent used. A flow that is taller starts at the top and runs over.
 */
mpt place_aligned(struct arena *, const struct flow *, struct spot, mpt height,
    enum fo_kw align, struct diag *);

/* The reference area's content ends at height h: what stands at its after edge
   moves there. */
void reference_settle(struct reference *, mpt h);

/* Content was moved down with all that is in it: what stands absolutely is
   moved back. NULL: nothing to do. */
void reference_stay(const struct reference *, mpt down);

/* What stands in one stands in the other. */
void reference_join(struct reference *outer, struct reference *inner);

/* Move everything appended to an area after a child (NULL: all) down. */
void place_shift(struct area *, const struct area *after, mpt down);

#endif
