/*
 * A small area document, laid out by hand, with one of everything that a PDF
 * can hold: a paragraph and a table that cross a page, a repeated table head,
 * a list, links inside and outside (one over two lines), a note, figures of
 * three formats, a turned inset, borders of all styles, page furniture.
 */
#ifndef UNIT_SAMPLE_H
#define UNIT_SAMPLE_H

#include <cairo.h>
#include <string.h>

#include "area/area.h"
#include "font/font.h"
#include "image/image.h"

struct sample {
	struct arena *arena;
	struct diag *diag;
	struct fonts *fonts;
	struct area_doc *doc;
	struct font *font;
	struct area_page *page; /* the current one */
	mpt y;                  /* the current baseline */
};

static inline mpt
sample_mpt(int units)
{
	return ((mpt)units * MPT_PT + PANGO_SCALE / 2) / PANGO_SCALE;
}

/* Glyphs and clusters of one itemized run. */
static inline void
sample_shape(struct arena *a, struct area_text *t, PangoItem *item)
{
	PangoGlyphString *g = pango_glyph_string_new();
	int bytes = item->length;

	pango_shape(t->text, bytes, &item->analysis, g);
	t->glyphs = (size_t)g->num_glyphs;
	t->glyph = ARENA_ARRAY(a, t->glyphs, struct area_glyph);
	t->cluster = ARENA_ARRAY(a, t->glyphs, struct area_cluster);
	for (int i = 0, from = 0; i < g->num_glyphs; i++) {
		PangoGlyphInfo *info = &g->glyphs[i];
		int last = i + 1 == g->num_glyphs;
		t->glyph[i] = (struct area_glyph){info->glyph,
		    (int32_t)sample_mpt(info->geometry.width),
		    (int32_t)sample_mpt(info->geometry.x_offset),
		    (int32_t)sample_mpt(info->geometry.y_offset)};
		if (!last && g->log_clusters[i + 1] == g->log_clusters[i])
			continue;
		t->cluster[t->clusters++] = (struct area_cluster){
		    (uint8_t)((last ? bytes : g->log_clusters[i + 1]) -
		        g->log_clusters[i]),
		    (uint8_t)(i + 1 - from)};
		from = i + 1;
	}
	pango_glyph_string_free(g);
}

/* A text area with its pen at x, 0; string must be of one script. */
static inline struct area *
sample_text(struct sample *s, uint32_t tag, mpt x, const char *string)
{
	struct area *a = area_new(s->arena, AREA_TEXT, (struct src){0});
	PangoAttrList *attrs = pango_attr_list_new();
	GList *items;

	a->tag = tag;
	a->x = x;
	a->u.text = ARENA_NEW(s->arena, struct area_text);
	a->u.text->font = s->font;
	a->u.text->text = string;
	a->u.text->bytes = strlen(string);
	pango_attr_list_insert(attrs, pango_attr_font_desc_new(s->font->desc));
	items = pango_itemize(fonts_context(s->fonts), string, 0,
	    (int)strlen(string), attrs, NULL);
	sample_shape(s->arena, a->u.text, items->data);
	g_list_free_full(items, (GDestroyNotify)pango_item_free);
	pango_attr_list_unref(attrs);
	for (size_t i = 0; i < a->u.text->glyphs; i++)
		a->w += a->u.text->glyph[i].advance;
	return a;
}

static inline struct area *
sample_area(struct sample *s, enum area_kind kind, mpt x, mpt y, mpt w, mpt h)
{
	struct area *a = area_new(s->arena, kind, (struct src){"a.xml", 3, 0});

	a->x = x, a->y = y, a->w = w, a->h = h;
	area_append(s->page->area, a);
	return a;
}

static inline struct area *
sample_line_at(struct sample *s, mpt x)
{
	struct area *line = sample_area(s, AREA_LINE, x, s->y, 400000, 12000);

	s->y += 14000;
	return line;
}

/* A line of one text on the current page; the next goes below it. */
static inline struct area *
sample_line(struct sample *s, uint32_t tag, const char *string)
{
	struct area *line = sample_line_at(s, 50000);

	area_append(line, sample_text(s, tag, 0, string));
	return line;
}

static inline uint32_t
sample_tag(struct sample *s, uint32_t parent, enum tag_role role)
{
	struct area_tag t = {.parent = parent, .role = role, .colspan = 1,
	    .rowspan = 1, .src = {"a.xml", 5, 0}};

	ARENA_PUSH(s->arena, s->doc->tag, s->doc->tags, s->doc->tags_cap) = t;
	return (uint32_t)s->doc->tags - 1;
}

static inline void
sample_page(struct sample *s, const char *label)
{
	struct area_page p = {.w = 595276, .h = 841890, .label = label,
	    .number = (int)s->doc->pages + 1, .master = "only"};
	struct area *foot;
	mpt y = 60000;

	p.area = area_new(s->arena, AREA_BLOCK, (struct src){0});
	p.area->w = p.w, p.area->h = p.h;
	ARENA_PUSH(s->arena, s->doc->page, s->doc->pages, s->doc->pages_cap) =
	    p;
	s->page = &s->doc->page[s->doc->pages - 1];
	s->y = 800000;
	foot = sample_line(s, 0, "Page ");
	area_append(foot, sample_text(s, 0, 40000, label));
	s->y = y;
}

static inline void
sample_dest(struct sample *s, const char *name)
{
	struct area_dest d = {name, s->doc->pages - 1, 50000, s->y - 12000};

	ARENA_PUSH(s->arena, s->doc->dest, s->doc->dests, s->doc->dests_cap) =
	    d;
}

static inline void
sample_bookmark(struct sample *s, const char *title, const char *to, int level)
{
	struct area_bookmark b = {title, to, level, 1};

	ARENA_PUSH(s->arena, s->doc->bookmark, s->doc->bookmarks,
	    s->doc->bookmarks_cap) = b;
}

/* Without fonts.conf of its own: the project's. Run from its root. */
static inline void
sample_new(struct sample *s)
{
	*s = (struct sample){.arena = arena_new(), .diag = diag_new()};
	s->fonts = fonts_open("fonts/fonts.conf", s->diag);
	s->font = font_find(s->fonts, "Liberation Sans", 11000, 400,
	    FONT_NORMAL, s->diag, (struct src){0});
	s->doc = area_doc_new(s->arena);
	s->doc->title = "A sample (of everything) & more";
	s->doc->lang = "en-GB";
	s->doc->date = "2015-04-14";
}

static inline void
sample_free(struct sample *s)
{
	fonts_free(s->fonts);
	diag_free(s->diag);
	arena_free(s->arena);
}

/* --- pictures ----------------------------------------------------------- */

static inline cairo_status_t
sample_png_write(void *to, const unsigned char *data, unsigned n)
{
	buf_add(to, data, n);
	return CAIRO_STATUS_SUCCESS;
}

/* 4 x 4 pixels, half transparent. */
static inline const struct image *
sample_png(struct sample *s)
{
	struct image *im = ARENA_NEW(s->arena, struct image);
	cairo_surface_t *surface = cairo_image_surface_create(
	    CAIRO_FORMAT_ARGB32, 4, 4);
	cairo_t *cr = cairo_create(surface);
	struct buf b = {0};

	cairo_set_source_rgba(cr, 1, 0, 0, 0.5);
	cairo_paint(cr);
	cairo_surface_write_to_png_stream(surface, sample_png_write, &b);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	*im = (struct image){IMAGE_PNG, "it.png", 3000, 3000, 4, 4,
	    (unsigned char *)arena_strndup(s->arena, b.data, b.len), b.len};
	buf_free(&b);
	return im;
}

/* 8 x 8 pixels of grey: one block, no difference, end of block. */
static inline const struct image *
sample_jpeg(struct sample *s)
{
	static const unsigned char soi[] = {0xff, 0xd8, 0xff, 0xdb, 0, 67, 0},
	    sof[] = {0xff, 0xc0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0},
	    dht[] = {0xff, 0xc4, 0, 20, 0, 1},
	    sos[] = {0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x3f, 0xff, 0xd9};
	struct image *im = ARENA_NEW(s->arena, struct image);
	struct buf b = {0};

	buf_add(&b, soi, sizeof(soi));
	for (int i = 0; i < 64; i++)
		buf_putc(&b, 1);
	buf_add(&b, sof, sizeof(sof));
	for (int class = 0; class < 2; class++) {
		buf_add(&b, dht, sizeof(dht));
		b.data[b.len - 2] = (char)(class * 16);
		for (int i = 0; i < 16; i++)
			buf_putc(&b, 0);
	}
	buf_add(&b, sos, sizeof(sos));
	*im = (struct image){IMAGE_JPEG, "it.jpg", 6000, 6000, 8, 8,
	    (unsigned char *)arena_strndup(s->arena, b.data, b.len), b.len};
	buf_free(&b);
	return im;
}

static inline const struct image *
sample_svg(struct sample *s, const char *svg)
{
	struct image *im = ARENA_NEW(s->arena, struct image);

	*im = (struct image){IMAGE_SVG, "it.svg", 100000, 50000, 0, 0,
	    (const unsigned char *)svg, strlen(svg)};
	return im;
}

#define SAMPLE_SVG "<svg xmlns='http://www.w3.org/2000/svg' width='200' " \
    "height='100'><rect width='200' height='100' fill='#def'/><g " \
    "opacity='0.5'><circle cx='50' cy='50' r='40'/><circle cx='80' cy='50' " \
    "r='40' fill='red'/></g><text x='90' y='50' font-family='Liberation " \
    "Sans' font-size='20'>Chart word</text></svg>"

static inline uint32_t
sample_figure(struct sample *s, const struct image *im, const char *alt, mpt x)
{
	struct area *a = sample_area(s, AREA_IMAGE, x, s->y, 100000, 50000);

	a->u.image = im;
	a->tag = sample_tag(s, 1, TAG_FIGURE);
	s->doc->tag[a->tag].alt = alt;
	return a->tag;
}

/* --- the whole ---------------------------------------------------------- */

static inline void
sample_row(struct sample *s, uint32_t part, enum tag_role role, int furniture)
{
	static const struct area_border rule = {500, 0x336699, BORDER_SOLID};
	uint32_t tr = furniture ? 0 : sample_tag(s, part, TAG_TR);
	struct area *line;

	for (int i = 0; i < 2; i++) {
		struct area *cell = sample_area(s, AREA_BLOCK,
		    50000 + i * 150000, s->y, 150000, 16000);
		uint32_t tag = furniture ? 0 : sample_tag(s, tr, role);
		cell->artifact = (uint8_t)furniture;
		cell->u.box = ARENA_NEW(s->arena, struct area_box);
		cell->u.box->filled = role == TAG_TH;
		cell->u.box->background = 0xddeeff;
		for (int e = 0; e < 4; e++)
			cell->u.box->border[e] = rule;
		if (role == TAG_TH && !furniture)
			s->doc->tag[tag].scope = SCOPE_COLUMN;
		line = area_new(s->arena, AREA_LINE, (struct src){0});
		line->w = 150000, line->h = 12000;
		area_append(cell, line);
		area_append(line, sample_text(s, tag, 3000,
		    role == TAG_TH ? "Head" : i ? "second cell" :
		    "first cell"));
		line->child->y = 12000;
	}
	s->y += 16000;
}

static inline void
sample_table(struct sample *s, const char *next_page)
{
	uint32_t table = sample_tag(s, 1, TAG_TABLE);
	uint32_t head = sample_tag(s, table, TAG_THEAD);
	uint32_t body = sample_tag(s, table, TAG_TBODY);

	sample_row(s, head, TAG_TH, 0);
	sample_row(s, body, TAG_TD, 0);
	sample_page(s, next_page);
	sample_row(s, 0, TAG_TH, 1);
	sample_row(s, body, TAG_TD, 0);
	s->y += 20000;
}

static inline void
sample_list(struct sample *s)
{
	uint32_t list = sample_tag(s, 1, TAG_L);

	for (int i = 0; i < 2; i++) {
		uint32_t item = sample_tag(s, list, TAG_LI);
		uint32_t label = sample_tag(s, item, TAG_LBL);
		uint32_t body = sample_tag(s, item, TAG_LBODY);
		uint32_t p = sample_tag(s, body, TAG_P);
		struct area *line = sample_line(s, label, i ? "2." : "1.");
		area_append(line, sample_text(s, p, 20000, "an item"));
	}
}

/* Before, a link that goes on in the next line, after. */
static inline void
sample_links(struct sample *s)
{
	uint32_t p = sample_tag(s, 1, TAG_P);
	uint32_t in = sample_tag(s, p, TAG_LINK);
	uint32_t strong = sample_tag(s, in, TAG_SPAN);
	uint32_t out = sample_tag(s, p, TAG_LINK);
	struct area *line = sample_line(s, p, "See ");

	s->doc->tag[in].dest = "it's (here)\\";
	s->doc->tag[out].uri = "https://example.org/a'b(c)d\\e?q=1&r=\xc3\xa9";
	area_append(line, sample_text(s, in, 30000, "the part "));
	area_append(line, sample_text(s, strong, 80000, "about"));
	line = sample_line(s, in, "links");
	area_append(line, sample_text(s, p, 40000, " and "));
	area_append(line, sample_text(s, out, 80000, "the web."));
}

static inline void
sample_boxes(struct sample *s)
{
	static const enum border_style styles[] = {BORDER_SOLID, BORDER_DASHED,
	    BORDER_DOTTED, BORDER_DOUBLE, BORDER_NONE};

	for (int i = 0; i < 5; i++) {
		struct area *a = sample_area(s, AREA_BLOCK,
		    50000 + i * 90000, s->y, 80000, 40000);
		a->u.box = ARENA_NEW(s->arena, struct area_box);
		a->u.box->filled = 1;
		a->u.box->background = 0xffffee;
		for (int e = 0; e < 4; e++)
			a->u.box->border[e] = (struct area_border){
			    1000 * (e + 1), 0x993300, styles[i]};
	}
	s->y += 60000;
}

static inline void
sample_leader(struct sample *s)
{
	struct area *rule = sample_area(s, AREA_RULE, 50000, s->y, 200000,
	    1000);

	rule->pitch = 4 * rule->h;
	rule->u.color = 0x808080;
	s->y += 20000;
	sample_area(s, AREA_RULE, 50000, s->y, 200000, 500);
	s->y += 20000;
}

static inline void
sample_inset(struct sample *s, int turn, mpt x, const char *text)
{
	struct area *inset = sample_area(s, AREA_INSET, x, s->y, 80000, 100000);
	struct area *line = area_new(s->arena, AREA_LINE, (struct src){0});

	inset->turn = (int16_t)turn;
	inset->clip = 1;
	line->x = 10000, line->y = 20000, line->w = 60000, line->h = 12000;
	area_append(inset, line);
	area_append(line, sample_text(s, sample_tag(s, 1, TAG_P), 0, text));
}

static inline void
sample_everything(struct sample *s)
{
	uint32_t h1, p, note;

	sample_page(s, "i");
	h1 = sample_tag(s, 1, TAG_H1);
	sample_dest(s, "top");
	sample_bookmark(s, "First", "top", 1);
	sample_line(s, h1, "An office of fine efficiency");
	p = sample_tag(s, 1, TAG_P);
	s->doc->tag[p].lang = "fr";
	sample_line(s, p, "A paragraph that");
	sample_line(s, p, "goes on overleaf ");
	sample_page(s, "1");
	sample_line(s, p, "and ends here.");
	sample_links(s);
	sample_list(s);
	sample_table(s, "2");
	sample_dest(s, "it's (here)\\");
	sample_dest(s, "unused");
	sample_bookmark(s, "Second: d\xc3\xa9j\xc3\xa0", "it's (here)\\", 2);
	note = sample_tag(s, 1, TAG_NOTE);
	sample_line(s, sample_tag(s, note, TAG_P), "A note.");
	sample_figure(s, sample_png(s), "A red square", 50000);
	sample_figure(s, sample_jpeg(s), "A grey square", 160000);
	sample_figure(s, sample_svg(s, SAMPLE_SVG), "Two discs", 270000);
	s->y += 80000;
	sample_boxes(s);
	sample_leader(s);
	for (int i = 0; i < 4; i++)
		sample_inset(s, 90 * i, 50000 + 100000 * i, i == 0 ? "zero" :
		    i == 1 ? "ninety" : i == 2 ? "half turn" : "clockwise");
}

#endif
