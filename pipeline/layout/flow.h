/*
 * flow: what layout/ makes of a flow, and paginate/ fills pages with.
 *
 * A flow is an array of items. A box is never split and has an area or a set
 * of parallel flows; a space vanishes or shrinks at a break; a break is
 * forced. Between any two items a page may end unless the first one's keep
 * forbids it: widows, orphans and all keeps of XSL 1.1 (4.8, 7.20) have become
 * that one strength, so that paginate/ knows none of those words.
 *
 *     OPEN(frame)      border and padding before of a decorated block
 *     BOX line         keep = strength of the keep to the next item
 *     SPACE
 *     BOX band         parallel cells: a table row (or rows tied by a row
 *                      span), a list item's label and body
 *     CLOSE(frame)
 *     BREAK
 *
 * A page ends after a BOX or the last CLOSE behind it, never after OPEN nor
 * between a box and its CLOSE; the keep that counts is that of the item the
 * page ends after; a SPACE behind it has the same. That space is split by the
 * break: its at_end stays on this page, its at_start on the next.
 *
 * Frames are blocks with a border, padding or background: paginate/ closes
 * the open ones at the end of a page and opens them again on the next.
 * Positions: x is relative to the flow's start edge; areas, bands and frames
 * carry it, so a flow is flat. y exists only once paginate/ has placed it.
 *
 * Rejected: a tree of boxes that split themselves (xmlroff, MuPDF's html):
 * the code that decides a break then stands in every kind of box.
 */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "area/area.h"
#include "fo/tree.h"

enum item_kind { ITEM_BOX, ITEM_SPACE, ITEM_BREAK, ITEM_OPEN, ITEM_CLOSE };

enum item_break { BREAK_COLUMN, BREAK_PAGE, BREAK_ODD, BREAK_EVEN };

#define KEEP_NONE 0
#define KEEP_ALWAYS 255
/* What a widow or orphan counts among integer keeps. */
#define KEEP_WIDOW 200

struct flow;
struct band;
struct frame;
struct inset;
struct table;

/* Something that takes no room but must know its page. */
enum anchor_kind {
	ANCHOR_ID,         /* a destination: name */
	ANCHOR_MARKER,     /* a marker: name is its class, node the fo:marker */
	ANCHOR_PLACED,     /* a block-container that is out of the flow: inset,
	                      name is NULL */
	ANCHOR_END,        /* the last area of an object with an id: name
	                      (for page-number-citation-last) */
	ANCHOR_NOTE        /* a footnote is called: node its footnote-body,
	                      note what is set at the foot of the page */
};

struct anchor {
	struct anchor *next;
	enum anchor_kind kind;
	const char *name;
	const struct fo_node *node;
	struct flow *note;       /* NOTE */
	struct inset *inset;     /* PLACED */
};

struct item {
	enum item_kind kind;
	uint8_t keep;            /* KEEP_*: of the break after this item, */
	uint8_t keep_column;     /* when that is between columns of a page;
	                            never more than keep */
	enum item_break brk;     /* BREAK */
	mpt height;              /* BOX, OPEN, CLOSE: extent; SPACE: optimum */
	mpt min, max;            /* SPACE */
	int precedence;          /* SPACE: among those it may meet; FO_FORCE */
	mpt at_start, at_end;    /* SPACE: what stays of it at the start or end
	                            of a region (conditionality retain) */
	struct area *area;       /* BOX: leaf: a line or graphic, x set; or */
	struct band *band;       /* BOX: parallel cells; or */
	struct inset *inset;     /* BOX: a flow of its own that is not split; or
	                            none: only anchors */
	struct frame *frame;     /* OPEN, CLOSE: which */
	struct table *table;     /* BOX of a table-body: its table */
	struct anchor *anchors;  /* BOX, OPEN */
	const struct fo_node *node; /* for messages */
};

struct flow {
	struct item *item;
	size_t n, cap;
	mpt width;               /* the measure it was laid out for */
};

/* A block with border, padding or background that may cross pages. */
struct frame {
	mpt x, w;                /* border edges, in the flow's coordinates */
	struct area_box box;
	mpt before, after;       /* border + padding, as in OPEN and CLOSE */
	mpt before_kept, after_kept; /* of those, what a page break inside
	                            keeps (.conditionality="retain") */
	uint8_t border_before_kept, border_after_kept;
	uint8_t reference;       /* a block-container: what is absolute in it
	                            is placed in its content rectangle, */
	mpt content_x, content_w; /* of which this is known */
	const struct fo_node *node;
};

/* One of the parallel flows of a band. */
struct cell {
	mpt x, w;                /* border edges, in the flow's coordinates */
	mpt content_x;           /* of its flow, from x */
	struct area_box box;     /* borders and background; resolved */
	mpt above, below;        /* from the edges of its rows to its border
	                            edges (border-separation; negative where
	                            a collapsed border sticks out): only for
	                            painting the box */
	mpt before, after;       /* from the edges of its rows to its content:
	                            border, padding, separation */
	mpt before_kept, after_kept; /* the same at a page break inside
	                            (.conditionality="retain") */
	uint8_t border_before_kept, border_after_kept;
	struct flow *flow;
	int row, rows;           /* first row in the band, rows spanned */
	enum fo_kw align;        /* display-align: before, center, after */
	uint8_t keep;            /* keep-together strength of the cell's row */
	uint32_t tag;            /* its TD, TH ... */
	const struct fo_node *node;
};

/*
 * Rows tied together by row spans; most bands have one row. Natural heights
 * are layout's; when a row breaks, paginate/ recomputes what is left.
 */
struct band {
	struct cell *cell;       /* ordered by row, then x */
	size_t cells;
	mpt *row_height;         /* natural: content and the row's own height */
	mpt *row_min;            /* height asked for by the row, or 0 */
	uint8_t *row_keep;       /* strength of the row's keep-together */
	uint8_t *between;        /* strength of the keep after row i inside */
	struct area_box **row_box; /* row's background, or NULL */
	int rows;
	mpt x, w;                /* of the rows' backgrounds */
};

/*
 * What is repeated while the rows of a table-body cross pages. Header and
 * footer do not stand among the items: paginate/ places them before the first
 * and after the last row on each page, the table's own first and last
 * included; every occurrence but one is an artifact.
 */
struct table {
	struct flow *header, *footer;     /* NULL: none. Laid out for the same
	                                     coordinates as the table's flow */
	mpt header_height, footer_height;
	uint8_t omit_header, omit_footer; /* at breaks */
	uint8_t retrieves;                /* they show what stands on their
	                                     page: each one is layout_repeat's */
	uint8_t paged;                    /* they print their page's number: a
	                                     repeated one is layout_repeat's */
	const void *shape;                /* layout's: how to lay them out */
	const struct fo_node *node;
};

/* A block-container: a reference area that is placed whole. Where it is out of
   the flow (ANCHOR_PLACED), its node's top, right, bottom and left say where
   it stands, and x is for left="auto". */
struct inset {
	mpt x, w, h;             /* in the outer flow's coordinates, turned */
	int turn;                /* 0, 90, 180, 270 counter-clockwise */
	struct area_box box;
	mpt content_x, content_y; /* of the flow inside the (unturned) box */
	mpt content_h;           /* what the flow may take there; its measure
	                            is flow->width */
	struct flow *flow;
	enum fo_kw align;        /* display-align, when it has spare height */
	mpt flow_height;         /* natural height of flow */
	uint8_t clip;
	const struct fo_node *node;
};

/* A page-number or citation in a line, filled once pages are numbered. */
struct slot {
	const char *ref;         /* the id whose page is wanted; NULL: the page
	                            the line stands on (page-number in a flow) */
	const char *from;        /* count from this id's first page; "": from the
	                            pack's origin */
	uint8_t last;            /* the last of its pages, */
	enum fo_kw pages;        /* which are: all, non-blank, normal */
	struct area *line;       /* the line it stands in */
	struct area *text;       /* the TEXT area to fill */
	mpt reserve;             /* width kept for it */
	int digits;              /* the reserve in digits */
	const struct fo_node *node;
	void *shape;             /* layout's: how to shape and realign */
};

#endif
