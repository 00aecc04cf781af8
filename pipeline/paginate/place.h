/*
 * place: areas for the items between two cursors. Items are not changed: a
 * leaf's area is copied (its children are shared), so that a flow can be
 * placed again and a table's head on every page.
 */
#ifndef PAGINATE_PLACE_H
#define PAGINATE_PLACE_H

#include "paginate/cursor.h"

/* Where areas go. */
struct spot {
	struct area *into;  /* areas are appended to it */
	mpt x, y;           /* the flow's origin in its coordinates */
	uint8_t repeat;     /* a repetition: no ids, which stand already */
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

/* Move everything appended to an area after a child (NULL: all) down. */
void place_shift(struct area *, const struct area *after, mpt down);

#endif
