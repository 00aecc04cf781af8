/*
 * The document as a whole: a PDF surface, one Document tag over all pages,
 * the destinations that something leads to, the outline, and the document's
 * information. Nothing here asks the clock: Cairo puts the time of
 * the day into a PDF unless it is given a date, or an empty one; its own form
 * of dates is not the standard's, so finish/ writes them.
 */
#include "pdf/pdf.h"

#include <cairo-pdf.h>
#include <string.h>

#include "base/map.h"
#include "pdf/paint.h"

static cairo_status_t
pdf_write(void *closure, const unsigned char *data, unsigned len)
{
	buf_add(closure, data, len);
	return CAIRO_STATUS_SUCCESS;
}

/* Destination names -> struct area_dest, those that lie on a page. */
static struct map *
dest_names(struct arena *a, const struct area_doc *doc)
{
	struct map *names = map_new(a);

	for (size_t i = 0; i < doc->dests; i++)
		if (doc->dest[i].page < doc->pages)
			map_put(names, doc->dest[i].name, &doc->dest[i]);
	return names;
}

/* Something leads to this name; 0 when it is on no page. */
static int
dest_want(const struct map *names, const char *name, struct map *wanted)
{
	struct area_dest *to = name == NULL ? NULL : map_find(names, name);

	if (to != NULL)
		map_put(wanted, name, to);
	return to != NULL;
}

/* By tag: the nearest element at or above it that is of use. */
static void
find_ancestors(struct painter *p, struct map *names, struct map *wanted)
{
	const struct area_doc *doc = p->doc;

	p->shown = ARENA_ARRAY(p->arena, doc->tags, uint32_t);
	p->link = ARENA_ARRAY(p->arena, doc->tags, uint32_t);
	p->figure = ARENA_ARRAY(p->arena, doc->tags, uint32_t);
	for (uint32_t i = 1; i < doc->tags; i++) {
		const struct area_tag *t = &doc->tag[i];
		p->shown[i] = t->role == TAG_ARTIFACT || (t->parent != 0 &&
		    p->shown[t->parent] == 0) ? 0 : i;
		p->link[i] = p->link[t->parent];
		p->figure[i] = p->figure[t->parent];
		if (t->role == TAG_FIGURE || t->role == TAG_FORMULA)
			p->figure[i] = i;
		if (t->role != TAG_LINK)
			continue;
		if ((t->uri != NULL && t->uri[0] != '\0') ||
		    dest_want(names, t->dest, wanted))
			p->link[i] = i;
	}
}

/* The outline, by levels; area_check has told of those without a page. */
static void
outline_add(struct painter *p, cairo_surface_t *surface, struct map *names,
    struct map *wanted)
{
	const struct area_doc *doc = p->doc;
	int *above = ARENA_ARRAY(p->arena, doc->bookmarks + 1, int);
	int *level = ARENA_ARRAY(p->arena, doc->bookmarks + 1, int);
	struct buf b = {0};
	size_t n = 0;

	for (size_t i = 0; i < doc->bookmarks; i++) {
		const struct area_bookmark *m = &doc->bookmark[i];

		if (!dest_want(names, m->dest, wanted))
			continue;
		while (n > 0 && level[n] >= m->level)
			n--;
		buf_reset(&b);
		dest_add(&b, "dest", m->dest);
		level[n + 1] = m->level;
		above[n + 1] = cairo_pdf_surface_add_outline(surface,
		    n == 0 ? CAIRO_PDF_OUTLINE_ROOT : above[n], m->title,
		    b.data, m->open ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
		n++;
	}
	buf_free(&b);
}

static void
metadata_set(const struct area_doc *doc, cairo_surface_t *surface)
{
	const struct {
		cairo_pdf_metadata_t key;
		const char *value;
	} rows[] = {{CAIRO_PDF_METADATA_TITLE, doc->title},
	    {CAIRO_PDF_METADATA_AUTHOR, doc->author},
	    {CAIRO_PDF_METADATA_SUBJECT, doc->subject},
	    {CAIRO_PDF_METADATA_KEYWORDS, doc->keywords},
	    {CAIRO_PDF_METADATA_CREATOR, "makepack"},
	    {CAIRO_PDF_METADATA_CREATE_DATE, ""}};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (rows[i].value != NULL)
			cairo_pdf_surface_set_metadata(surface, rows[i].key,
			    rows[i].value);
}

/* The named destinations of a page, before anything is drawn on it. */
static void
dests_mark(struct painter *p, struct map *wanted, size_t page)
{
	struct buf b = {0};

	for (size_t i = 0; i < map_count(wanted); i++) {
		const struct area_dest *to = map_at(wanted, i)->value;
		if (to->page != page)
			continue;
		buf_reset(&b);
		dest_add(&b, "name", to->name);
		buf_printf(&b, " x=%lld y=%lld", (long long)to->x / MPT_PT,
		    (long long)to->y / MPT_PT);
		cairo_tag_begin(p->cr, CAIRO_TAG_DEST, b.data);
		cairo_tag_end(p->cr, CAIRO_TAG_DEST);
	}
	buf_free(&b);
}

/* Every page, under one Document; the tag ends before its last page does. */
static void
pages_draw(struct painter *p, cairo_surface_t *surface, struct map *wanted)
{
	struct area_doc *doc = p->doc;

	cairo_tag_begin(p->cr, "Document", "");
	for (size_t i = 0; i < doc->pages; i++) {
		struct area_page *page = &doc->page[i];
		if (i != 0)
			cairo_pdf_surface_set_size(surface,
			    mpt_to_pt(page->w), mpt_to_pt(page->h));
		dests_mark(p, wanted, i);
		page_paint(p, page);
		if (i + 1 == doc->pages)
			cairo_tag_end(p->cr, "Document");
		cairo_show_page(p->cr);
	}
}

/* Setting its size afterwards would discard what is recorded, tags too. */
static cairo_surface_t *
surface_open(const struct area_doc *doc, struct buf *out)
{
	const struct area_page *first = doc->page;
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
	    pdf_write, out, doc->pages == 0 ? 1 : mpt_to_pt(first->w),
	    doc->pages == 0 ? 1 : mpt_to_pt(first->h));

	cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
	return surface;
}

static void
painter_free(struct painter *p)
{
	pictures_free(p);
	buf_free(&p->run.text);
	arena_free(p->arena);
}

int
pdf_draw(struct area_doc *doc, struct buf *out, struct diag *d)
{
	const size_t before = out->len;
	struct painter p = {.doc = doc, .diag = d, .arena = arena_new()};
	struct map *names = dest_names(p.arena, doc);
	struct map *wanted = map_new(p.arena);
	cairo_surface_t *surface = surface_open(doc, out);
	cairo_status_t status;

	p.cr = cairo_create(surface);
	p.pictures = map_new(p.arena);
	find_ancestors(&p, names, wanted);
	metadata_set(doc, surface);
	outline_add(&p, surface, names, wanted);
	pages_draw(&p, surface, wanted);
	status = cairo_status(p.cr);
	cairo_destroy(p.cr);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	painter_free(&p);
	if (status == CAIRO_STATUS_SUCCESS && doc->pages != 0)
		return 0;
	diag_add(d, DIAG_G07, (struct src){0}, "%s", doc->pages == 0 ?
	    "there are no pages" : cairo_status_to_string(status));
	out->len = before;
	return -1;
}
