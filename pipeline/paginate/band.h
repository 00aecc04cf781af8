/*
 * sweep: going down the rows of a band, with the cells that cover each row.
 * Filling and placing differ in what they do with a cell that is entered;
 * heights come from here for both.
 */
#ifndef PAGINATE_BAND_H
#define PAGINATE_BAND_H

#include "paginate/cursor.h"

struct sweep {
	const struct band *band;
	const struct part *from;  /* NULL: the band begins here */
	int row;
	mpt y;           /* top of the row in this part of the band */
	size_t next;     /* first cell that is not entered */
	size_t *live;    /* cells that cover the row, by index */
	size_t lives;
	mpt *top;        /* by cell: where it begins in this part */
	mpt *extent;     /* by cell: edges and content; set by whoever sweeps */
};

struct sweep sweep_start(struct arena *, const struct band *,
    const struct part *from);

/* Enter the row: how many cells are new; they are the last of live. */
size_t sweep_enter(struct sweep *);

/*
 * The row's height: of the cells that end in it, and what the row itself
 * asks for when nothing of it stood on a page before.
 */
mpt sweep_height(const struct sweep *);

/* Height down to the lowest end of any live cell, when the part ends here. */
mpt sweep_cut(const struct sweep *);

/* Go to the next row. */
void sweep_leave(struct sweep *, mpt height);

/* True when the cell's last row is r. */
int cell_ends(const struct cell *, int r);

#endif
