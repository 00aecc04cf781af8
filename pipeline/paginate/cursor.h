/*
 * cursor: a position in a flow where one page ends and the next begins, and
 * the walk from one cursor to the next that fill (which only measures) and
 * place (which makes areas) share, so that they cannot disagree.
 *
 *     cursor  item 7 ............ the next item of the flow
 *             part -> row 1 ..... if that item is a band and begun: its row,
 *                     cell[0] ... and a cursor into each cell's own flow,
 *                     cell[1]     which may hold a part in turn
 *             open .............. frames to be reopened on the next page
 *             table ............. table whose rows go on there
 */
#ifndef PAGINATE_CURSOR_H
#define PAGINATE_CURSOR_H

#include "layout/flow.h"

struct cursor;

/* Frames open at a cursor, innermost first. Shared, never changed. */
struct open {
	const struct frame *frame;
	const struct open *up;
};

/* Where in a band that is begun. */
struct part {
	int row;              /* first row that is not finished */
	uint8_t begun;        /* something of that row stands on a page before */
	struct cursor *cell;  /* one for each cell of the band */
};

struct cursor {
	size_t item;              /* flow->n at the end */
	const struct part *part;  /* NULL: the item is not begun */
	const struct open *open;
	const struct table *table; /* NULL: no rows go on here; that of the
	                             next item before any of its rows: its
	                             head stands alone on the page before */
	uint8_t bare;             /* the page that ends here shows nothing
	                             repeated: no table heads, no kept edges */
};

/* One region being filled from a cursor. */
struct walk {
	struct arena *arena;     /* for open frames */
	const struct flow *flow;
	struct cursor at;
	mpt y;         /* extent so far, a trailing space included */
	mpt trail;     /* what a region's end takes off that space */
	mpt closing;   /* kept edges of the open frames */
	uint8_t fresh; /* nothing stands above: spaces keep at_start only */
	uint8_t bare;
};

/* Begin a region: frames are reopened, a table's head repeated. */
struct walk walk_start(struct arena *, const struct flow *,
    const struct cursor *from, int bare);

/* Pass a SPACE, OPEN or CLOSE; a BREAK has no extent. */
void walk_edge(struct walk *);

/* Pass the head of the table that begins with the BOX at the cursor, and
   nothing else of it. */
void walk_pass_head(struct walk *);

/* Pass a whole BOX of that height, with its table's head or foot. */
void walk_box(struct walk *, mpt height);

/* End inside the band at the cursor, after height of it was set. */
void walk_part(struct walk *, mpt height, const struct part *);

/* Before and after the box at the cursor: table head and foot it brings. */
mpt walk_head(const struct walk *);
mpt walk_foot(const struct walk *);

/* Where the content ends when the region ends here. */
mpt walk_content_end(const struct walk *);

/* Extent of the region when it ends here with a break: footers repeated,
   frames closed. At the end of the flow nothing is left open. */
mpt walk_end(const struct walk *);

/* Heights of repeated heads and feet, 0 where omitted or none. */
mpt table_repeat_head(const struct table *);
mpt table_repeat_foot(const struct table *);

/* The index of the first item from i on that is no SPACE; n at the end. */
size_t flow_solid(const struct flow *, size_t i);

/* True when the box at i is the last row of its table. */
int flow_table_ends(const struct flow *, size_t i);

/* The cell's cursor in a part; the start of the cell when there is none. */
struct cursor part_cell(const struct part *, size_t cell);

/* True when a cell of the band is begun before the part. */
int part_begun(const struct part *, const struct cell *);

#endif
