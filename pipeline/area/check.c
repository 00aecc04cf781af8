/*
 * What must hold of every finished document, whatever came in. Two kinds of
 * findings: content that a reader will miss (off the sheet, links to nowhere,
 * structure that a screen reader cannot follow) is told to the author; a tree
 * that contradicts itself is makepack's own fault and says so.
 */
#include "area/axes.h"

#define DEPTH 2048 /* no layout nests deeper */

struct check {
	const struct area_doc *doc;
	struct diag *diag;
	struct map *dests;
	const struct area_page *page;
	size_t faults;
	int depth;
};

static void
fault(struct check *c, struct src src, const char *what)
{
	diag_add(c->diag, DIAG_P12, src, "%s", what);
	c->faults++;
}

/* Clusters must cover the text and the glyphs exactly. */
static void
check_clusters(struct check *c, const struct area *area)
{
	const struct area_text *t = area->u.text;
	size_t bytes = 0, glyphs = 0;

	for (size_t i = 0; i < t->clusters; i++) {
		bytes += t->cluster[i].bytes;
		glyphs += t->cluster[i].glyphs;
	}
	if (bytes != t->bytes || glyphs != t->glyphs)
		fault(c, area->src, "glyphs do not cover their text");
}

static int
on_sheet(const struct area_page *page, mpt x, mpt y)
{
	return x >= -MPT_PT && y >= -MPT_PT && x <= page->w + MPT_PT &&
	    y <= page->h + MPT_PT;
}

static void
check_text(struct check *c, const struct area *area, const struct axes *axes)
{
	const struct area_text *t = area->u.text;
	mpt end = area->x + area->w;

	if (t == NULL) {
		fault(c, area->src, "text area without text");
		return;
	}
	if (area->tag >= c->doc->tags)
		fault(c, area->src, "text of an unknown element");
	check_clusters(c, area);
	if (!on_sheet(c->page, axes_x(axes, area->x, area->y),
	        axes_y(axes, area->x, area->y)) ||
	    !on_sheet(c->page, axes_x(axes, end, area->y),
	        axes_y(axes, end, area->y))) {
		diag_add(c->diag, DIAG_P11, area->src, "page %s: %.*s",
		    c->page->label != NULL ? c->page->label : "?",
		    (int)(t->bytes < 60 ? t->bytes : 60), t->text);
		c->faults++;
	}
}

static void
check_area(struct check *c, const struct area *area, struct axes axes)
{
	const struct area *last = NULL;

	if (area->kind == AREA_TEXT)
		check_text(c, area, &axes);
	if (area->w < 0 || area->h < 0)
		fault(c, area->src, "area of negative extent");
	if (++c->depth > DEPTH) {
		fault(c, area->src, "areas nested without end");
		c->depth--;
		return;
	}
	axes = axes_inside(&axes, area);
	for (const struct area *k = area->child; k != NULL; k = k->next) {
		check_area(c, k, axes);
		last = k;
	}
	if (last != area->last)
		fault(c, area->src, "last child is not the last child");
	c->depth--;
}

static void
check_pages(struct check *c)
{
	for (size_t i = 0; i < c->doc->pages; i++) {
		c->page = &c->doc->page[i];
		if (c->page->area == NULL)
			fault(c, (struct src){0}, "page without areas");
		else
			check_area(c, c->page->area, axes_page());
	}
}

static void
check_targets(struct check *c)
{
	for (size_t i = 0; i < c->doc->dests; i++) {
		if (c->doc->dest[i].page >= c->doc->pages)
			fault(c, (struct src){0}, c->doc->dest[i].name);
		map_put(c->dests, c->doc->dest[i].name, c->dests);
	}
	for (size_t i = 0; i < c->doc->bookmarks; i++) {
		const struct area_bookmark *m = &c->doc->bookmark[i];

		if (m->dest == NULL || map_find(c->dests, m->dest) == NULL)
			fault(c, (struct src){0}, m->title);
	}
	for (size_t i = 0; i < c->doc->tags; i++) {
		const struct area_tag *t = &c->doc->tag[i];

		if (t->dest == NULL || map_find(c->dests, t->dest) != NULL)
			continue;
		diag_add(c->diag, DIAG_P09, t->src, "%s", t->dest);
		c->faults++;
	}
}

static int
row_group(enum tag_role role)
{
	return role == TAG_THEAD || role == TAG_TBODY || role == TAG_TFOOT;
}

/* Where lists, contents and tables have parts, only those (ISO 32000-1,
   14.8.4.3). */
static int
child_allowed(enum tag_role parent, enum tag_role role)
{
	switch (parent) {
	case TAG_L:
		return role == TAG_LI || role == TAG_L || role == TAG_CAPTION;
	case TAG_LI:
		return role == TAG_LBL || role == TAG_LBODY;
	case TAG_TOC:
		return role == TAG_TOCI || role == TAG_TOC ||
		    role == TAG_CAPTION;
	case TAG_TABLE:
		return role == TAG_TR || row_group(role) ||
		    role == TAG_CAPTION;
	case TAG_THEAD:
	case TAG_TBODY:
	case TAG_TFOOT:
		return role == TAG_TR;
	case TAG_TR:
		return role == TAG_TH || role == TAG_TD;
	default:
		return 1;
	}
}

/* And those parts nowhere else; a label may stand anywhere. */
static int
parent_allowed(enum tag_role role, enum tag_role parent)
{
	switch (role) {
	case TAG_LI:
		return parent == TAG_L;
	case TAG_LBODY:
		return parent == TAG_LI;
	case TAG_TOCI:
		return parent == TAG_TOC;
	case TAG_THEAD:
	case TAG_TBODY:
	case TAG_TFOOT:
		return parent == TAG_TABLE;
	case TAG_TR:
		return parent == TAG_TABLE || row_group(parent);
	case TAG_TH:
	case TAG_TD:
		return parent == TAG_TR;
	default:
		return 1;
	}
}

static void
check_structure(struct check *c)
{
	for (size_t i = 2; i < c->doc->tags; i++) {
		const struct area_tag *t = &c->doc->tag[i];
		const struct area_tag *parent;

		if (t->parent >= i) {
			fault(c, t->src, "element before its parent");
			continue;
		}
		parent = &c->doc->tag[t->parent];
		if (parent_allowed(t->role, parent->role) &&
		    child_allowed(parent->role, t->role))
			continue;
		diag_add(c->diag, DIAG_P13, t->src, "%s inside %s",
		    tag_role_name(t->role), tag_role_name(parent->role));
		c->faults++;
	}
}

size_t
area_check(const struct area_doc *doc, struct diag *d)
{
	struct arena *scratch = arena_new();
	struct check c = {.doc = doc, .diag = d, .dests = map_new(scratch)};

	check_pages(&c);
	check_targets(&c);
	check_structure(&c);
	arena_free(scratch);
	return c.faults;
}
