/*
 * fill: how much of a flow goes into a region. Nothing is placed here: a
 * cursor and a height come in, a cursor comes out.
 */
#ifndef PAGINATE_FILL_H
#define PAGINATE_FILL_H

#include "paginate/cursor.h"

enum fill_status {
	FILL_DONE,  /* the flow ends in this region */
	FILL_FULL,  /* it goes on at fill.to */
	FILL_AGAIN  /* nothing fits: try again in an empty region, or by force */
};

/* A break that no keep forbids, and one that even keeps cannot forbid. */
#define STRENGTH_LEGAL KEEP_NONE
#define STRENGTH_FORCED (KEEP_ALWAYS + 1)

/* Heights: of the region when its content breaks, and when it ends. A cell
   needs its after edges only at its end. */
struct room {
	mpt cut;
	mpt done;  /* never more than cut */
	uint8_t column; /* it goes on in another column of the page */
};

struct fill {
	enum fill_status status;
	struct cursor to;       /* FULL, DONE: what the region ends with */
	mpt used;               /* extent of what goes in */
	int strength;           /* of the break at to: 0 legal, up to 255 a keep
	                           of that strength gives way */
	const struct fo_node *split; /* strength > 0: what is divided */
	const struct fo_node *tall;  /* a box that is taller than the region,
	                           or NULL */
	uint8_t broke;          /* ended by a BREAK: then */
	enum item_break brk;
};

/*
 * Fill a region from a cursor. Of the places where it may end, the last one
 * that no keep forbids is taken; when there is none, the last of those with
 * the weakest keep. With force something is always taken: repeated heads and
 * kept edges give way, then bands break in spite of everything, and at last a
 * box is taken that is too tall. Without force the result may be FILL_AGAIN.
 */
struct fill fill_flow(struct arena *, const struct flow *,
    const struct cursor *from, struct room, int force);

/* One break serves both; of two parities the later one counts. */
enum item_break break_both(enum item_break first, enum item_break second);

/* Pass spaces and breaks that stand at the start of a region, where they
   have nothing to end. What they ask together, or BREAK_COLUMN. */
enum item_break fill_skip_breaks(const struct flow *, struct cursor *);

/* --- band.c: breaking inside rows --------------------------------------- */

struct band_fill {
	enum fill_status status;
	const struct part *to;  /* FULL */
	mpt used;
	int strength;
	const struct fo_node *split, *tall;
	uint8_t broke;
	enum item_break brk;
};

/* The same for a band, from a part of it (NULL: from its start). */
struct band_fill band_fill(struct arena *, const struct band *,
    const struct part *from, struct room, int force);

/* True when a flow inside the band holds a BREAK. */
int band_has_break(const struct band *);

#endif
