/*
 * paint: what the files of pdf/ share while a document is drawn. All
 * coordinates are those of the frame in force: the page, or the nearest
 * turned inset. Internal to pdf/.
 */
#ifndef PDF_PAINT_H
#define PDF_PAINT_H

#include <cairo.h>

#include "area/area.h"
#include "image/image.h"

/* Glyphs that wait to be shown together: one font, colour and direction. */
struct run {
	struct font *font;
	uint32_t color;
	uint8_t rtl;
	cairo_glyph_t *glyph;
	size_t glyphs, glyphs_cap;
	cairo_text_cluster_t *cluster;
	size_t clusters, clusters_cap;
	struct buf text;
};

/* The marked-content sequence that is open. */
struct leaf {
	const char *name;        /* as Cairo knows it; NULL: none is open */
	uint32_t tag;            /* 0: furniture */
	uint32_t link;           /* the LINK it belongs to, or 0 */
	const struct area *line; /* that the link's annotation covers */
};

struct painter {
	cairo_t *cr;
	struct area_doc *doc;
	struct area_page *page;
	struct diag *diag;
	struct arena *arena;  /* lives as long as the painter */
	uint32_t *shown;      /* by tag: itself; 0 in an artifact */
	uint32_t *link;       /* by tag: the LINK at or above it that leads
	                         somewhere, or 0 */
	uint32_t *figure;     /* by tag: the FIGURE or FORMULA at or above */
	struct map *pictures; /* struct image * -> struct picture */
	uint32_t order;       /* areas of the page visited so far */
	struct leaf leaf;
	struct run run;
};

struct rect {
	mpt x, y, w, h;
};

/*
 * The leaf for content of an element, or for furniture (tag 0): opened
 * unless it is open already. line: where a link's annotation ends; around:
 * what it covers on the page, used when the annotation begins here.
 */
void leaf_open(struct painter *, uint32_t tag, const struct area *line,
    const struct rect *around);
/* Show what waits and close the leaf, if one is open. */
void leaf_close(struct painter *);

/* Background and borders of a box; a rule, or dots where pitch is not 0. They
   open the furniture leaf. */
void box_paint(struct painter *, const struct area_box *, struct rect);
void rule_paint(struct painter *, struct rect, uint32_t color, mpt pitch);

/* A run of text whose pen starts at x, y; its leaf must be open. */
void text_add(struct painter *, const struct area_text *, mpt x, mpt y);
void text_flush(struct painter *);

/* A picture scaled into the rectangle; its leaf must be open. */
void picture_paint(struct painter *, const struct image *, struct rect,
    struct src);
void pictures_free(struct painter *);

/* One page's areas. */
void page_paint(struct painter *, struct area_page *);

void paint_color(cairo_t *, uint32_t rgb);

/* attribute='id' for Cairo's tags, with the id made fit for a PDF name. */
void dest_add(struct buf *, const char *attribute, const char *id);

#endif
