/*
 * build: what the files that make flow items share; nothing else includes it.
 *
 * A flow is built from its start to its end. Boxes are pushed; all that lies
 * between two boxes (edges of blocks that close and open, spaces, breaks,
 * keeps) gathers in the *gap* and becomes items only when the next box comes,
 * because only then is it known what meets what (XSL 1.1, 4.3.1 and 4.8).
 */
#ifndef LAYOUT_BUILD_H
#define LAYOUT_BUILD_H

#include "layout/layout.h"

#define LAYOUT_DEPTH 256 /* of nested objects */

/* No table is wider; times all shares below 2^63. */
#define WIDTH_MOST INT64_C(10000000000)

/*
 * Here a strength is that of a keep in both contexts in one int: KEEP_* within
 * pages, and 256 times KEEP_* within columns, which is never more.
 */
#define KEEP_BOTH(strength) ((strength) * 257)

/* What a gap asks for between two boxes; ASK_x is 1 + BREAK_x. */
enum ask { ASK_NONE, ASK_COLUMN, ASK_PAGE, ASK_ODD, ASK_EVEN };

/* One thing that lies between two boxes. */
enum edge_kind { GAP_AFTER, GAP_CLOSE, GAP_BEFORE, GAP_OPEN };

struct edge {
	enum edge_kind kind;
	uint8_t wall;            /* OPEN, CLOSE: of a reference area */
	struct fo_space space;   /* AFTER, BEFORE */
	struct frame *frame;     /* OPEN, CLOSE; NULL: only a wall */
	struct anchor *anchors;  /* OPEN */
	const struct fo_node *node;
};

struct gap {
	struct edge *edge;
	size_t n, cap;
	size_t split;    /* edges before it belong to what ended: a page may end
	                    there */
	int keep;        /* the strongest keep-with-next and -previous */
	int together;    /* keep-together of what encloses both sides */
	enum ask brk;
};

struct anchors {
	struct anchor *first, **end;
};

/* What the first and last objects of a flow ask of its surroundings. */
struct ends {
	int keep_before, keep_after;
	enum ask break_before, break_after;
};

/* The reference area in which indents are measured. */
struct place {
	mpt x;           /* its start edge in the flow's coordinates */
	mpt w;           /* the measure */
};

struct build {
	struct layout *layout;
	struct flow *flow;
	struct place place;
	struct ends *ends;       /* NULL: breaks at the ends are items */
	int together;            /* the strongest keep-together around */
	struct gap gap;
	struct anchors due;      /* of open objects: to the next item */
	struct anchors left;     /* of objects that had no box: to the next
	                            item, or to a box of their own */
	size_t boxes;
	size_t box;              /* index of the last BOX */
};

/* An object between its first and its last item. */
struct level {
	const struct fo_node *node;
	struct frame *frame;     /* or NULL */
	size_t boxes;            /* pushed before it */
	struct anchor **due;     /* end of build.due before it */
	int together, keep;      /* as they were before it */
	uint8_t wall;            /* a reference area that may be divided */
	enum ask brk;
};

/* --- flow.c ------------------------------------------------------------- */

/* The flow of an object's children. together is what encloses it; ends NULL:
   breaks at the ends become items. */
struct flow *flow_lay(struct layout *, const struct fo_node *, mpt width,
    struct place, int together, struct ends *);

/* A flow without items. */
struct flow *flow_empty(struct layout *, mpt width);

/* True when something in an object can be seen. */
int has_content(const struct fo_node *);

/* True when some children are set between paragraphs and not in a line. */
int has_blocks(const struct fo_node *);

/* The children of an object into the flow being built: all of them, or those
   from first up to, not including, stop. */
void build_children(struct build *, const struct fo_node *);
void build_range(struct build *, const struct fo_node *parent,
    const struct fo_node *first, const struct fo_node *stop);

/* --- block.c ------------------------------------------------------------ */

void build_start(struct build *, struct layout *, mpt width, struct place,
    int together, struct ends *);
struct flow *build_end(struct build *);

void level_open(struct build *, struct level *, const struct fo_node *,
    struct frame *);
void level_close(struct build *, struct level *);

/* Push a box; what the gap holds becomes items before it. */
void build_box(struct build *, struct item);

/* A break that is asked for in the gap. */
void build_break(struct build *, enum ask);

/* A block with its children. */
void block_lay(struct build *, const struct fo_node *);

/* The rectangle of an object's content in the flow's coordinates; the whole
   reference area when indents leave nothing. block_place reports that. */
struct place block_content(const struct build *, const struct fo_node *);
struct place block_place(const struct build *, const struct fo_node *);

/* The frame of an object that has borders, padding or a background, content
   at place; NULL: it has none. */
struct frame *block_frame(const struct build *, const struct fo_node *,
    struct place);

/* --- anchor.c ----------------------------------------------------------- */

void anchors_init(struct anchors *);
void anchor_add(struct arena *, struct anchors *, enum anchor_kind,
    const char *name, const struct fo_node *);
/* Everything from the list; the list is empty after it. */
struct anchor *anchors_take(struct anchors *);
void anchors_append(struct anchors *, struct anchor *);
/* Put a list behind another. */
struct anchor *anchors_join(struct anchor *, struct anchor *);
/* The part of due from mark on moves to left. */
void anchors_leave(struct build *, struct anchor **mark);
/* The markers among the children of an object that holds no lines. */
void anchors_of_markers(struct build *, const struct fo_node *parent);
/* Anchors with nothing to stand on get a box of no height at the end. */
void anchors_settle(struct build *);
/* Lay out the notes that are called among anchors. */
void notes_lay(struct layout *, struct anchor *);
/* The same anchor at the end of what the object set; see ANCHOR_END. */
void anchor_end(struct build *, const struct fo_node *, size_t boxes);

/* --- space.c ------------------------------------------------------------ */

void gap_space(struct build *, const struct fo_node *, enum fo_prop);
void gap_edge(struct build *, struct edge);

/* Turn the gap into items; last: nothing follows in the flow. */
void gap_settle(struct build *, int last);

/* --- keep.c ------------------------------------------------------------- */

/* The strength of a keep property of an object. */
int keep_of(const struct fo_node *, enum fo_prop);

/* Within pages. */
uint8_t keep_page(int strength);

/* The stronger and the weaker of two in each context. */
int keep_stronger(int, int);
int keep_weaker(int, int);

/* The item's break has that strength. */
void keep_item(struct item *, int strength);

/* The gap is kept with that strength. */
void gap_keep(struct build *, int strength);

/* What widows and orphans ask of the gap after line i of n. */
int keep_lines(const struct fo_node *block, size_t i, size_t n);

enum ask break_of(const struct fo_node *, enum fo_prop);
enum ask ask_both(enum ask, enum ask);

/* Whatever one of the two asks. */
void ends_join(struct ends *all, const struct ends *);

/* --- widths.c, auto.c --------------------------------------------------- */

/* What content asks of a measure: no less, and no more. */
struct widths {
	mpt min, max;
};

/* Of the children of an object, their indents included; quiet. */
struct widths content_widths(struct layout *, const struct fo_node *);

/* Of a table, between its indents; remembered in layout->widths. */
struct widths table_widths(struct layout *, const struct fo_node *table);

/* --- list.c, table.c, caption.c, inset.c ------------------------------------------- */

void list_lay(struct build *, const struct fo_node *);
void table_lay(struct build *, const struct fo_node *);
void table_and_caption_lay(struct build *, const struct fo_node *);

/* How far something moves that leaves so much of a table-and-caption free; 0
   in any other object. */
mpt caption_shift(const struct fo_node *table_and_caption, mpt spare);

void container_lay(struct build *, const struct fo_node *);

/* --- baseline.c --------------------------------------------------------- */

/* Cells aligned FO_KW_BASELINE begin where their first lines share a baseline;
   then they are FO_KW_BEFORE. */
void band_align(struct arena *, struct band *);

/* --- band.c ------------------------------------------------------------- */

/* A band with room for so many cells and rows, as wide as the place. */
struct band *band_new(const struct build *, size_t cells, int rows);

/* Natural heights of its rows, from row_min and the cells' flows. */
void band_heights(struct arena *, struct band *);

mpt band_height(const struct band *);

/* Make the last row of a flow of bands higher, to that height of it all. */
void flow_stretch(struct flow *, mpt height);

/* The content height an object asks for, or 0: height or
   block-progression-dimension; a percentage counts as auto. */
mpt height_asked(const struct fo_node *);

#endif
