/*
 * grid: a table before it is laid out. Rows of header, bodies and footer are
 * counted through in this order, which is also the order on the page; every
 * square of the grid belongs to exactly one cell, missing ones included.
 */
#ifndef LAYOUT_GRID_H
#define LAYOUT_GRID_H

#include "layout/build.h"

#define GRID_COLUMNS 256 /* the most a table may have */

struct grid_cell {
	const struct fo_node *node;  /* NULL: a missing cell */
	int row, col, rows, cols;
	uint8_t hidden;  /* by empty-cells; set by border.c */
	/* filled by border.c, by enum area_edge: */
	struct area_border border[4];
	mpt inset[4];    /* from the grid line to the border edge; negative:
	                    the border sticks out over the line */
	mpt edge[4];     /* from the grid line to the content */
	/* filled by cell.c: */
	struct flow *flow;
	struct ends ends;
};

struct grid_row {
	const struct fo_node *node;  /* fo:table-row, or NULL */
	const struct fo_node *part;  /* header, body or footer */
	size_t first, cells;         /* those that begin in it */
	uint8_t hidden;              /* all of them by empty-cells */
};

/* The figures of a column, once they stand in line. */
struct decimals {
	mpt before, after;   /* the widest on either side of the point */
	mpt left, room;      /* of the content, from the grid line */
	uint8_t aligned;
};

struct grid {
	struct layout *layout;
	const struct fo_node *table;
	const struct fo_node **column; /* fo:table-column of each, or NULL */
	mpt *x;                        /* cols + 1 grid lines, in the flow's
	                                  coordinates */
	struct grid_row *row;
	size_t rows_cap;
	struct grid_cell *cell;        /* by row, then column */
	size_t cells, cells_cap;
	uint32_t *at;                  /* rows x cols: index into cell */
	int rows, cols, declared;
	int head, foot;                /* first row of bodies, of footer */
	mpt separation;                /* border-separation between columns; */
	mpt row_separation;            /* between rows; 0 if collapsed */
	struct decimals *decimal;      /* by column; NULL: not yet aligned */
	uint8_t collapse;
	uint8_t precedence;            /* collapse-with-precedence */
};

/* Which cell covers a square. */
static inline struct grid_cell *
grid_at(const struct grid *g, int row, int col)
{
	return &g->cell[g->at[(size_t)row * (size_t)g->cols + (size_t)col]];
}

/* True when a cell covers row and the one after it. */
int grid_tied(const struct grid *, int row);

/* Read the table; faults of its form are diagnostics. The arena's. */
struct grid *grid_read(struct layout *, const struct fo_node *table);

/* The row of the table it belongs to, or its part when that has no rows. */
const struct fo_node *grid_row_node(const struct grid *, int row);

/* --- column.c ----------------------------------------------------------- */

/* Place the grid lines for a table in that content rectangle; the rectangle
   it really takes. */
struct place grid_columns(struct grid *, struct place);

/* --- auto.c ------------------------------------------------------------- */

/* The grid lines of table-layout auto, from 0, for a width (or FO_AUTO) and a
   measure without separation. 1: they stick out, which L60 says. */
int columns_auto(struct grid *, mpt asked, mpt measure);

/* --- border.c ----------------------------------------------------------- */

/* Fill border, inset and edge of every cell, collapsed or separate. */
void grid_borders(struct grid *);

/* What of a cell's border and padding at an edge a page break inside keeps,
   and whether it keeps the border. */
mpt cell_kept(const struct grid *, const struct grid_cell *, enum area_edge,
    uint8_t *border);

/* The percentages of a cell's start and end padding, in millionths. */
mpt cell_padding_part(const struct fo_node *cell);

/* --- cell.c ------------------------------------------------------------- */

/* Lay out the cell; its flow's breaks and keeps go to ends. */
void cell_flow(const struct grid *, struct grid_cell *, int together);

/* The cell for a band that begins at row0. */
struct cell cell_of(const struct grid *, const struct grid_cell *, int row0);

/* The background that shows behind all cells of a row; NULL: none. */
struct area_box *row_box(const struct grid *, int row);

/* --- table.c ------------------------------------------------------------ */

/* Items for all parts of a type, one after another, from a row on; the bodies
   are told their table. */
void table_parts(struct build *, const struct grid *, enum fo_type, int from,
    struct table *);

/* --- heads.c ------------------------------------------------------------ */

/* Header and footer are laid out: note what is needed to do it again, and keep
   room for whatever they may show. */
void heads_settle(const struct build *, const struct grid *, struct table *);

/* Of a cell in the table's header or footer. */
struct widths heads_widths(struct layout *, const struct fo_node *table,
    const struct fo_node *cell);

/* --- decimal.c ---------------------------------------------------------- */

/* Move the lines of mp:decimal cells so that their points stand in line. */
void grid_decimals(struct grid *);

/* The same for a cell laid out after that: its column stays as it is. */
void cell_decimals(const struct grid *, const struct grid_cell *);

#endif
