/*
 * book: the page sequences of one document while they are being paged. Shared
 * by the files of paginate/ only.
 *
 *     paginate.c   the rounds: lay out, page, cite, until numbers settle
 *     page.c       one sequence: masters, page breaks, fillers, numbers
 *     body.c       one page: stretches of the flow in its columns
 *     note.c       its footnotes, and the text that they leave room for
 *     visit.c      what stands on a page: anchors and lines
 *     cite.c       ids to pages, citations
 *     marker.c     which marker a page shows
 *     sheet.c      areas of a page: its body, and what stands around it
 *     furnish.c    static content
 */
#ifndef PAGINATE_BOOK_H
#define PAGINATE_BOOK_H

#include "fo/master.h"
#include "layout/layout.h"
#include "paginate/fill.h"
#include "paginate/place.h"
#include "paginate/paginate.h"

/* A marker that starts on a page. */
struct mark {
	const char *name;              /* its class */
	const struct fo_node *marker;
};

/* What stands in one column of a page, or across its columns. */
struct strip {
	const struct stretch *stretch;
	struct cursor from, to;
	mpt x, y;                 /* in the body's content rectangle */
	mpt used;                 /* extent, from y */
	int strength;             /* of its end: fill.h */
	const struct fo_node *split, *tall;
};

/* One page, before there are areas. */
struct page {
	const struct fo_page_master *master;
	struct strip *strip;      /* its body's, in order; a blank page has
	                             none */
	size_t strips;
	mpt used;                 /* extent of its body's content */
	struct strip notes;       /* of its footnotes; stretch NULL: none */
	mpt separation;           /* from the separator's top to the notes */
	int number;
	uint8_t blank;
	size_t marks, marks_end;  /* started here: book.mark[marks .. end) */
	size_t *carried;          /* started before, still going on here */
	size_t carries;
	size_t *ended;            /* of both: what ends here, in order */
	size_t ends;
};

/* One page-sequence. */
struct sequence {
	const struct fo_node *node;
	const struct fo_node *flow;
	struct layout layout;
	struct stretch *stretch;  /* of its flow; none: it has no flow */
	size_t stretches;
	struct notes *notes;      /* NULL: it calls none */
	mpt measure;              /* of a column */
	struct extent body;       /* of its region-body */
	struct extent sheet;      /* of its page; all three of the first one */
	struct page *page;
	size_t pages, pages_cap;
	int first;                /* number of its first page */
	struct diag *said_layout; /* of the last time it was laid out */
	struct diag *said_pages;  /* of the last time it was paged */
};

/* The pages of an id. */
struct where {
	const struct sequence *sequence;
	size_t first, last;       /* index into its pages: of its normal areas, */
	size_t shown, all;        /* and the last one with its footnotes, and
	                             with blank pages too (7.30.10) */
};

struct book {
	struct arena *arena;
	const struct fo_tree *tree;
	struct area_doc *doc;
	struct fonts *fonts;
	struct words *words;
	struct images *images;
	struct diag *diag;
	struct sequence *sequence;
	size_t sequences, sequences_cap;
	struct map *ids;          /* id -> struct where */
	struct map *lines;        /* line area -> struct where; lines with a
	                             page-number of their own */
	struct mark *mark;        /* all markers, in document order */
	size_t marks, marks_cap;
	int digits;               /* of the longest number in the document */
};

/* --- page.c ------------------------------------------------------------- */

/* The measures of a sequence's flow: those of its first page. */
void page_measure(struct book *, struct sequence *);

/* Width and height of a page, as its content is turned. */
struct extent page_extent(const struct fo_page_master *);

/* Number of the first page after a page numbered last. */
int page_first(const struct sequence *, int last);

/* Divide a sequence into pages numbered from first; next: the sequence after
   it, which its fillers serve, or NULL. Adds P01, P02, P03, P08. */
void page_sequence(struct book *, struct sequence *, int first,
    const struct sequence *next);

/* The printed number. */
const char *page_label(struct book *, const struct sequence *,
    const struct page *);

/* --- body.c ------------------------------------------------------------- */

/* A position in the flow of a sequence. */
struct position {
	size_t stretch;
	struct cursor at;         /* in it */
};

/* How a page's body was filled. */
struct body {
	enum fill_status status;
	struct position to;       /* FULL: where the flow goes on */
	struct strip *strip;
	size_t strips, strips_cap;
	mpt used;
	uint8_t broke;            /* FULL: ended by a break: */
	enum item_break brk;
};

/*
 * Fill the columns of a region-body, for that much of its height, with the
 * flow from a position. With force something is always taken; without it the
 * result may be FILL_AGAIN.
 */
struct body body_fill(struct arena *, const struct sequence *,
    const struct position *from, const struct fo_region *, mpt height,
    int force);

/* Pass breaks at a position where a page begins; what they ask together. */
enum item_break body_skip_breaks(const struct sequence *, struct position *);

/* --- note.c ------------------------------------------------------------- */

/* No notes on any page yet; separator: what stands above them, or NULL. */
struct notes *notes_new(struct arena *, const struct flow *separator);

/*
 * As body_fill, with the notes that the text calls at the foot of the region
 * (XSL 1.1, 6.12.3): each begins on the page that calls it, all but the last
 * are whole, and what is left of earlier pages comes first. So text that
 * would fit waits for the next page with its note; but a note that can be
 * divided is. Where notes of earlier pages leave no room for text, the page
 * has none. The status is FULL also when the text ends and notes go on.
 */
struct body note_fill(const struct sequence *, const struct position *from,
    const struct fo_region *, int force);

/* Set the notes of a page whose body note_fill gave: the next page's come
   after them. Adds P14. */
void note_take(const struct sequence *, struct page *, struct diag *);

/* --- visit.c ------------------------------------------------------------ */

/* What stands between two cursors, or on a page, in order; a table's head
   where it stands first, its foot where it stands last. An anchor that begins
   something is met where its item begins, one that ends something where it
   ends. */
struct visit {
	void (*anchor)(void *, const struct anchor *);
	void (*leaf)(void *, const struct area *);   /* may be NULL */
	void *ctx;
};

void visit_flow(const struct visit *, const struct flow *,
    const struct cursor *from, const struct cursor *to);
void visit_strips(const struct visit *, const struct strip *, size_t n);
void visit_page(const struct visit *, const struct page *);

/* True when something inside the object is not on that page, but on later
   ones. Only for objects that began before its end. */
int visit_continues(const struct page *, const struct fo_node *);

/* The same in one flow, behind a cursor. */
int visit_goes_on(const struct flow *, const struct cursor *,
    const struct fo_node *);

/* True for the object and what is in it. */
int visit_inside(const struct fo_node *, const struct fo_node *object);

/* --- fragment.c --------------------------------------------------------- */

/* The marker for a retrieve-table-marker in a header or footer of the table
   where it stands on a page, or NULL. */
const struct fo_node *fragment_marker(struct arena *, const struct fragment *,
    const struct table *, const struct page *,
    const struct fo_node *retrieve);

/* --- cite.c, marker.c --------------------------------------------------- */

/* Note for all pages which ids and markers stand on them. */
void cite_collect(struct book *);

/* The number printed for a page: the page's own, or counted from the first
   page of the id from, where that is not "" (mp:from). */
const char *cite_label(struct book *, const struct sequence *,
    const struct page *, const char *from);

/* Fill the citations of a layout; 0, or the digits that one of them needs.
   report: not NULL: say those that do not fit (P06) and unknown ids (P05). */
int cite_fill(struct book *, struct layout *, struct diag *report);

/* The marker for a retrieve-marker on a page, or NULL. */
const struct fo_node *marker_find(const struct book *, size_t sequence,
    const struct page *, const struct fo_node *retrieve);

/* Note what a page carries over, and what ends on it; before: the page
   before it in the sequence, or NULL. */
void marker_carry(struct book *, struct page *, const struct page *before);

/* --- sheet.c, furnish.c ------------------------------------------------- */

/* Areas for all pages of a sequence. */
void sheet_sequence(struct book *, size_t sequence);

/* A page while its areas are made. */
struct sheet {
	struct book *book;
	size_t sequence;
	const struct page *page;
	struct area *area;        /* its root */
	struct area *front;       /* as large, turned as the page is; it comes
	                             last */
	struct again again;       /* its page's table heads */
};

/* A region while it is filled. */
struct filled {
	struct area *area;
	struct reference content, page;
	struct spot spot;         /* for its content */
};

/* A region's rectangle on a page, turned if the region is. Appended to it;
   its children's coordinates begin at the content rectangle. */
void sheet_region(struct sheet *, const struct fo_region *, struct filled *);

/* Static content of one region. Adds P10, P15, P16. */
void furnish_region(struct sheet *, const struct fo_region *);

/* A table head or foot of a page: struct again's lay; the first argument is a
   struct sheet. */
struct flow *furnish_repeat(void *sheet, const struct table *, int footer,
    int first, const struct fragment *);

/* The xsl-footnote-separator of a page; page NULL: as it is without markers,
   before there are pages. NULL: there is none. */
struct flow *furnish_separator(struct book *, size_t sequence,
    const struct page *, mpt measure);

#endif
