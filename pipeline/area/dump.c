/*
 * The area tree as XML, for --until paginate and for tests. Lengths are
 * integers in mpt; x and y are absolute in the page, or in the inset that
 * encloses them. Attributes with nothing to say are left out.
 *
 *     <areas>
 *     <page number="7" label="7" master="recto" w="595276" h="841890">
 *       <block id="a4" x="56693" y="70866" w="481890" h="12000"
 *           border-top="500 solid #000000" background="#eeeeee">
 *         <line x= y= w= h=>
 *           <text x= y= w= font= size= color= tag= role=>chars</text>
 *           <rule x= y= w= h= color=/> <image x= y= w= h= tag= role=/>
 *       <inset x= y= w= h= turn="90" clip="1">...</inset>
 *     </page>
 *     <dest name="a4" page="7" x= y=/>          page counts sheets from 1
 *     <bookmark level="1" title= dest= open="1"/>
 *     <tag n="2" parent="1" role="P" .../>
 *     </areas>
 */
#include "area/area.h"

#include <inttypes.h>
#include <string.h>

static const char *const kind_names[] = {
    "block", "line", "text", "rule", "image", "inset"};
static const char *const edge_names[] = {"top", "right", "bottom", "left"};
static const char *const style_names[] = {
    "none", "solid", "dashed", "dotted", "double", "groove", "ridge",
    "inset", "outset"};
static const char *const scope_names[] = {"none", "column", "row", "both"};

struct dump {
	const struct area_doc *doc;
	struct buf *out;
};

static void
attr_string(struct buf *b, const char *name, const char *value)
{
	if (value == NULL)
		return;
	buf_printf(b, " %s=\"", name);
	buf_xml(b, value, strlen(value));
	buf_putc(b, '"');
}

static void
attr_length(struct buf *b, const char *name, mpt value)
{
	buf_printf(b, " %s=\"%" PRId64 "\"", name, value);
}

static void
attr_color(struct buf *b, const char *name, uint32_t color)
{
	buf_printf(b, " %s=\"#%06x\"", name, color);
}

static void
dump_box(struct buf *b, const struct area_box *box)
{
	if (box == NULL)
		return;
	for (int i = 0; i < 4; i++) {
		const struct area_border *e = &box->border[i];

		if (e->style != BORDER_NONE && e->width > 0)
			buf_printf(b, " border-%s=\"%" PRId64 " %s #%06x\"",
			    edge_names[i], e->width, style_names[e->style],
			    e->color);
	}
	if (box->filled)
		attr_color(b, "background", box->background);
}

static void
dump_tag_of(const struct dump *d, const struct area *area)
{
	attr_length(d->out, "tag", area->tag);
	if (area->tag < d->doc->tags)
		attr_string(d->out, "role",
		    tag_role_name(d->doc->tag[area->tag].role));
}

static void
dump_font(const struct dump *d, const struct font *font)
{
	const char *family;
	mpt size;

	if (d->doc->font == NULL || font == NULL)
		return;
	d->doc->font(font, &family, &size);
	attr_string(d->out, "font", family);
	attr_length(d->out, "size", size);
}

static void
dump_text(const struct dump *d, const struct area *area)
{
	const struct area_text *t = area->u.text;

	if (t != NULL) {
		dump_font(d, t->font);
		attr_color(d->out, "color", t->color);
	}
	dump_tag_of(d, area);
	buf_putc(d->out, '>');
	if (t != NULL)
		buf_xml(d->out, t->text, t->bytes);
	buf_puts(d->out, "</text>\n");
}

/* What only one kind of area has. */
static void
dump_own(const struct dump *d, const struct area *area)
{
	struct buf *b = d->out;

	if (area->kind == AREA_BLOCK || area->kind == AREA_INSET)
		dump_box(b, area->u.box);
	if (area->kind == AREA_RULE)
		attr_color(b, "color", area->u.color);
	if (area->kind == AREA_RULE && area->pitch != 0)
		buf_puts(b, " dotted=\"1\"");
	if (area->kind == AREA_RULE && area->pitch != 0 &&
	    area->pitch != 4 * area->h)
		attr_length(b, "pitch", area->pitch);
	if (area->kind == AREA_IMAGE)
		dump_tag_of(d, area);
	if (area->kind == AREA_INSET && area->turn != 0)
		attr_length(b, "turn", area->turn);
	if (area->kind == AREA_INSET && area->clip)
		buf_puts(b, " clip=\"1\"");
	if (area->artifact)
		buf_puts(b, " artifact=\"1\"");
}

/* x, y: origin of the parent in the page or inset. */
static void
dump_area(const struct dump *d, const struct area *area, mpt x, mpt y)
{
	struct buf *b = d->out;

	x += area->x;
	y += area->y;
	buf_printf(b, "<%s", kind_names[area->kind]);
	attr_string(b, "id", area->id);
	attr_length(b, "x", x);
	attr_length(b, "y", y);
	attr_length(b, "w", area->w);
	if (area->kind == AREA_TEXT) {
		dump_text(d, area);
		return;
	}
	attr_length(b, "h", area->h);
	dump_own(d, area);
	if (area->child == NULL) {
		buf_puts(b, "/>\n");
		return;
	}
	buf_puts(b, ">\n");
	if (area->kind == AREA_INSET)
		x = y = 0;
	for (const struct area *c = area->child; c != NULL; c = c->next)
		dump_area(d, c, x, y);
	buf_printf(b, "</%s>\n", kind_names[area->kind]);
}

static void
dump_page(const struct dump *d, const struct area_page *page)
{
	struct buf *b = d->out;

	buf_printf(b, "<page number=\"%d\"", page->number);
	attr_string(b, "label", page->label);
	attr_string(b, "master", page->master);
	attr_length(b, "w", page->w);
	attr_length(b, "h", page->h);
	if (page->blank)
		buf_puts(b, " blank=\"1\"");
	buf_puts(b, ">\n");
	if (page->area != NULL)
		for (const struct area *c = page->area->child; c != NULL;
		    c = c->next)
			dump_area(d, c, page->area->x, page->area->y);
	buf_puts(b, "</page>\n");
}

static void
dump_targets(const struct dump *d)
{
	struct buf *b = d->out;

	for (size_t i = 0; i < d->doc->dests; i++) {
		const struct area_dest *dest = &d->doc->dest[i];

		buf_puts(b, "<dest");
		attr_string(b, "name", dest->name);
		attr_length(b, "page", (mpt)dest->page + 1);
		attr_length(b, "x", dest->x);
		attr_length(b, "y", dest->y);
		buf_puts(b, "/>\n");
	}
	for (size_t i = 0; i < d->doc->bookmarks; i++) {
		const struct area_bookmark *m = &d->doc->bookmark[i];

		buf_printf(b, "<bookmark level=\"%d\"", m->level);
		attr_string(b, "title", m->title);
		attr_string(b, "dest", m->dest);
		buf_printf(b, " open=\"%d\"/>\n", m->open != 0);
	}
}

static void
dump_tag(struct buf *b, size_t n, const struct area_tag *t)
{
	buf_printf(b, "<tag n=\"%zu\" parent=\"%" PRIu32 "\"", n, t->parent);
	attr_string(b, "role", tag_role_name(t->role));
	attr_string(b, "id", t->id);
	attr_string(b, "alt", t->alt);
	attr_string(b, "lang", t->lang);
	attr_string(b, "dest", t->dest);
	attr_string(b, "uri", t->uri);
	attr_string(b, "headers", t->headers);
	if (t->scope != SCOPE_NONE)
		attr_string(b, "scope", scope_names[t->scope]);
	if (t->colspan > 1)
		attr_length(b, "colspan", t->colspan);
	if (t->rowspan > 1)
		attr_length(b, "rowspan", t->rowspan);
	buf_puts(b, "/>\n");
}

void
area_dump(const struct area_doc *doc, struct buf *out)
{
	struct dump d = {doc, out};

	buf_puts(out, "<areas>\n");
	for (size_t i = 0; i < doc->pages; i++)
		dump_page(&d, &doc->page[i]);
	dump_targets(&d);
	for (size_t i = 1; i < doc->tags; i++)
		dump_tag(out, i, &doc->tag[i]);
	buf_puts(out, "</areas>\n");
}
