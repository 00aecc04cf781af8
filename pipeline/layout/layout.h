/*
 * layout: from formatting objects to flow items, for one given width. It
 * knows lines, blocks, lists and tables, and never sees a page.
 */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "font/font.h"
#include "image/image.h"
#include "layout/flow.h"

/* Width and height of a content rectangle; h 0: not known before pages are. */
struct extent {
	mpt w, h;
};

/* What one page-sequence's layout needs and gathers. Open, owned by paginate/. */
struct layout {
	struct arena *arena;       /* areas and items */
	struct fonts *fonts;       /* borrowed */
	struct words *words;       /* the cache of shaped words; borrowed */
	struct images *images;     /* borrowed */
	const struct fo_tree *tree;
	struct area_doc *doc;      /* for its tags */
	struct diag *diag;
	mpt note_measure;          /* of footnotes: that of the region-body */
	size_t notes;              /* gathered: how many were called */
	int digits;                /* reserve of every citation of this
	                              sequence, in digits */
	struct extent sheet;       /* of the page, for what is fixed to it */
	struct extent reference;   /* of the reference area in which content
	                              is laid out */
	struct slot *slot;         /* gathered: one per citation */
	size_t slots, slots_cap;
	/* only while static content is laid out: */
	const char *(*page_number)(void *, const struct fo_node *);
	                           /* what an fo:page-number prints */
	const struct fo_node *(*retrieve)(void *, const struct fo_node *);
	                           /* retrieve-marker -> grafted children's
	                              parent, or NULL when no page has one */
	void *page;                /* the first argument of both */
	uint8_t artifact;          /* everything gets tag 0 */
	int depth;                 /* of nesting, bounded */
	struct map *widths;        /* of tables measured so far: auto.c */
};

/*
 * Give every formatting object its structure element: fills doc->tag and
 * fo_node.tag. role names the type; without it: page-sequence Part, block P
 * or Div (with block children), tables, lists, links and graphics their own.
 * role="none" is transparent; mp:artifact and static-content are tag 0.
 */
void layout_tags(struct fo_tree *, struct area_doc *, struct diag *);

/* Lay out the children of a flow, static-content, cell ... at a measure. */
struct flow *layout_flow(struct layout *, const struct fo_node *, mpt width);

/*
 * A stretch of a flow: what is set in columns, or across all of them. Each is
 * a reference area on every page it stands on (XSL 1.1, 6.4.14), so spaces of
 * two stretches do not meet.
 */
struct stretch {
	struct flow *flow;
	uint8_t span;        /* span="all" */
	uint8_t keep;        /* strength of the keep to the stretch before */
	uint8_t broke;       /* it begins with a break: */
	enum item_break brk;
};

/*
 * Lay out a flow for columns of that measure, what spans them for the whole
 * one. At least one stretch, in the arena; where the measures are the same
 * nothing can span, and it is one.
 */
size_t layout_stretches(struct layout *, const struct fo_node *flow,
    mpt measure, mpt whole, struct stretch **);

/* Natural height of a flow placed without a break, spaces at their optimum;
   spaces at its edges count as at a region's edges. */
mpt flow_height(const struct flow *);

/* A table's header, or its footer, once more as it was laid out; for a layout
   that knows its page. */
struct flow *layout_repeat(struct layout *, const struct table *, int footer);

/*
 * Fill a citation with its text; the rest of the line moves and the line is
 * aligned again. 0 when it fits the reserve; else the digits it needs, and
 * nothing is changed.
 */
int layout_slot_fill(struct layout *, struct slot *, const char *text);

/* --- between layout's own files --------------------------------------- */

/* One line of a paragraph. */
struct line {
	struct area *area;      /* AREA_LINE; x set, w = measure used, h */
	mpt height;             /* of the line: line-height and inline images */
	struct anchor *anchors; /* ids, markers and calls of notes in it */
};

/*
 * Break a run of inline-level siblings (from first up to, not including,
 * stop) of block into lines of the block's measure. start_indent and
 * end_indent are already absolute (in the flow's coordinates) and width is
 * the flow's width. first_in_block: text-indent applies. The result is in the
 * arena; no lines for white space only, and a line without height or content
 * where only anchors stand. Lines know their alignment: slots move within
 * them.
 */
size_t para_lines(struct layout *, const struct fo_node *block,
    const struct fo_node *first, const struct fo_node *stop, mpt start_indent,
    mpt end_indent, mpt width, int first_in_block, struct line **lines);

/* Smallest and largest useful widths of the same run, for auto tables. */
void para_widths(struct layout *, const struct fo_node *block,
    const struct fo_node *first, const struct fo_node *stop, mpt *min,
    mpt *max);

/* A block-container that is out of the flow: absolute or fixed. */
int is_absolute(const struct fo_node *);

/* It, for the item or line that it is anchored to; x is where it would start
   if it stood in the flow. */
struct inset *absolute_lay(struct layout *, const struct fo_node *, mpt x);

/* True for objects that go into a line (text, inline, leader, ...). */
int fo_is_inline(const struct fo_node *);

/* The style of a keyword; none for others. */
enum border_style border_style_of(enum fo_kw);

/* Borders and background of an object. */
struct area_box box_of(const struct fo_node *);

/* Border and padding at each edge (enum area_edge); percentages of base. */
struct sides { mpt edge[4]; };
struct sides box_sides(const struct fo_node *, mpt base);

/* The area of an external-graphic or instream-foreign-object, sized after
   content-width/height, width, height, scaling; w, h set. NULL: reported. */
struct area *graphic_area(struct layout *, const struct fo_node *, mpt measure);

/* The shaped-word cache; belongs to one thread, may outlive a layout. */
struct words *words_new(struct arena *, struct fonts *);

#endif
