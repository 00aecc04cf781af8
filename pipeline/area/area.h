/*
 * area: the area tree (XSL 1.1, 4.2), the language between paginate/ and
 * pdf/. A document is an array of pages, an array of tags (the logical
 * structure, in reading order, whatever page it falls on), and what leads to
 * pages: destinations and bookmarks.
 *
 *     area_doc
 *       tag[]       Document > Part > H1, P, Table > TR > TD ...
 *       page[]      650 x 842 pt, "Page 7"
 *         area      block areas, lines, text, rules, images, insets
 *       dest[]      id -> page and position
 *       bookmark[]
 *
 * x and y are relative to the parent area's origin (its top-left corner,
 * borders and padding included), x to the right, y down. An inset turns the
 * axes: its children live in its own, turned coordinates. Unit: mpt.
 *
 * An area with a tag is content and belongs to that element; an area of tag 0
 * is an artifact unless an ancestor area's tag says otherwise: text and images
 * always carry their own tag, boxes and rules never do.
 */
#ifndef AREA_AREA_H
#define AREA_AREA_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/mpt.h"

struct font;  /* font/font.h */
struct image; /* image/image.h */

enum area_kind {
	AREA_BLOCK, /* groups children; may have borders and a background */
	AREA_LINE,  /* one line; its children are TEXT, RULE, IMAGE, BLOCK */
	AREA_TEXT,  /* a run of glyphs of one font, colour and tag */
	AREA_RULE,  /* a filled rectangle (underline, leader, separator) */
	AREA_IMAGE, /* PNG, JPEG or SVG, scaled into w x h */
	AREA_INSET  /* a reference area with turned axes and, perhaps, a clip */
};

enum tag_role {
#define ROLE(id, name) TAG_##id,
#include "area/role.def"
#undef ROLE
	TAG_ROLES
};

enum tag_scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW, SCOPE_BOTH };

/*
 * One element of the logical structure. Filled by layout/ from the FO tree;
 * a parent comes before its children. tag[0] is the artifact, tag[1] the
 * Document.
 */
struct area_tag {
	uint32_t parent;       /* index; 0 for the Document and the artifact */
	enum tag_role role;
	const char *alt;       /* alternative text, or NULL */
	const char *lang;      /* BCP 47, only where it changes, or NULL */
	const char *dest;      /* LINK: id of the target, or NULL */
	const char *uri;       /* LINK: address, or NULL */
	const char *headers;   /* TD: ids of its heads, or NULL */
	const char *id;        /* the element's own id, or NULL */
	enum tag_scope scope;  /* TH */
	int colspan, rowspan;  /* TH, TD: 1 and up */
	struct src src;        /* the author's line */
};

struct area_glyph {
	uint32_t id;     /* in the font */
	int32_t advance; /* mpt, letter and word spacing included */
	int32_t dx, dy;  /* mpt: offset from the pen */
};

struct area_cluster {
	uint8_t bytes;  /* of text */
	uint8_t glyphs;
};

/* AREA_TEXT: x is the pen's start, y the baseline; w the sum of advances. */
struct area_text {
	struct font *font;
	uint32_t color;  /* 0xRRGGBB */
	uint8_t rtl;     /* glyphs in visual order, clusters backward */
	const char *text; /* UTF-8, not terminated: what a reader copies */
	size_t bytes;
	struct area_glyph *glyph;
	size_t glyphs;
	struct area_cluster *cluster; /* text to glyphs, in logical order */
	size_t clusters;
};

enum area_edge { EDGE_TOP, EDGE_RIGHT, EDGE_BOTTOM, EDGE_LEFT };

enum border_style {
	BORDER_NONE,
	BORDER_SOLID,
	BORDER_DASHED,
	BORDER_DOTTED,
	BORDER_DOUBLE,
	BORDER_GROOVE, /* sunk into the page, light from the top left */
	BORDER_RIDGE,  /* rising from it */
	BORDER_INSET,  /* what is inside sinks */
	BORDER_OUTSET  /* what is inside rises */
};

struct area_border {
	mpt width;
	uint32_t color;  /* 0xRRGGBB */
	enum border_style style;
};

/* AREA_BLOCK and AREA_INSET: painted inside x, y, w, h, before children. */
struct area_box {
	struct area_border border[4]; /* by enum area_edge */
	uint32_t background;          /* 0xRRGGBB */
	uint8_t filled;               /* background is to be painted */
};

struct area {
	enum area_kind kind;
	uint32_t tag;  /* index into area_doc.tag */
	mpt x, y;      /* in the parent's coordinates */
	mpt w, h;      /* extent, unturned */
	struct area *child, *last, *next;
	const char *id; /* of the formatting object, for the dump; or NULL */
	struct src src; /* the author's line */
	union {
		struct area_box *box;    /* BLOCK, INSET; NULL: nothing painted */
		struct area_text *text;  /* TEXT */
		uint32_t color;          /* RULE */
		const struct image *image; /* IMAGE */
	} u;
	int16_t turn;     /* INSET: 0, 90, 180, 270 counter-clockwise: the
	                     children's coordinates are turned by it and fitted
	                     back into the x, y, w, h of the inset */
	uint8_t clip;     /* INSET: children are clipped to it */
	uint8_t artifact; /* everything below is furniture, whatever its tag
	                     (a repeated table head) */
	uint8_t placed;   /* INSET: put where it stands by its template, in or
	                     out of the region */
	mpt pitch;        /* RULE: from dot to dot of a dotted leader; 0: solid */
};

/* One marked-content sequence of a page. */
struct area_mark {
	uint32_t tag;
	uint32_t order; /* of its first area in the page's tree: what is drawn
	                   first need not be read first */
};

/* Where content of a FIGURE or FORMULA stands on a page. */
struct area_figure {
	uint32_t tag;
	mpt x, y, w, h; /* from the page's top-left corner */
};

struct area_page {
	mpt w, h;
	const char *label;    /* the printed number: "7", "iv" */
	int number;           /* counted from the pack's origin */
	int blank;            /* a filler made by force-page-count */
	const char *master;   /* name of the simple-page-master */
	struct area *area;    /* the page's root, an AREA_BLOCK of its size */
	struct area_mark *mark; /* filled by pdf/: by MCID */
	size_t marks, marks_cap;
	uint32_t *link;       /* filled by pdf/: LINK tag of each annotation */
	size_t links, links_cap;
	struct area_figure *figure; /* filled by pdf/: figures it shows */
	size_t figures, figures_cap;
};

struct area_dest {
	const char *name;
	size_t page;    /* index into page[] */
	mpt x, y;       /* on the page */
};

struct area_bookmark {
	const char *title;
	const char *dest;  /* id */
	int level;         /* 1 is the top */
	int open;          /* children shown */
};

struct area_doc {
	struct arena *arena;  /* everything here lives in it; borrowed */
	/* for the dump: name and size of a font; filled by paginate/, which
	   knows fonts; NULL: they are left out */
	void (*font)(const struct font *, const char **family, mpt *size);
	const char *title, *author, *subject, *keywords; /* or NULL */
	const char *lang;     /* BCP 47 */
	const char *date;     /* ISO 8601 from the pack, or NULL */
	struct area_tag *tag;
	size_t tags, tags_cap;
	struct area_page *page;
	size_t pages, pages_cap;
	struct area_dest *dest; /* one per id, in page order */
	size_t dests, dests_cap;
	struct area_bookmark *bookmark; /* in document order */
	size_t bookmarks, bookmarks_cap;
};

/* An empty document with tags 0 and 1. Lives in the arena. */
struct area_doc *area_doc_new(struct arena *);

struct area *area_new(struct arena *, enum area_kind, struct src);
void area_append(struct area *parent, struct area *child);

/* Fill dest[]: the first area of every id, in page order. */
void area_dests(struct area_doc *);

/* The structure type of that name, or TAG_ROLES. */
enum tag_role tag_role_find(const char *name);
const char *tag_role_name(enum tag_role);

/*
 * The text of all content (no artifacts), one line per tag in the order of
 * tags, a tag's own text in page order: the same document on pages of
 * another height gives the same text.
 */
void area_text(const struct area_doc *, struct buf *);

/* The area tree as XML, lengths in mpt; see area/dump.c for its form. */
void area_dump(const struct area_doc *, struct buf *);

/*
 * Look for what may not be: content that leaves the sheet (P11), links and
 * bookmarks to nowhere (P07, P09), structure that PDF/UA forbids (P13), and
 * faults of makepack itself (P12): broken links of the tree, glyphs that do
 * not cover their text. Returns how many findings were added.
 */
size_t area_check(const struct area_doc *, struct diag *);

#endif
