/*
 * What stands around the text: the static content of a page's regions, set
 * once for each page, because the page number and the markers differ. It is
 * furniture and carries no tags. So is what separates footnotes from the text.
 */
#include "paginate/book.h"

#include <string.h>

#define ROUNDS 3 /* a citation that needs more digits is laid out again */

struct furnish {
	struct book *book;
	size_t sequence;
	const struct page *page;
	const struct table *table;       /* whose header or footer it is, */
	const struct fragment *fragment; /* and where; or NULL */
};

static const struct fo_node *
retrieve(void *ctx, const struct fo_node *at)
{
	const struct furnish *f = ctx;
	const struct fo_node *marker = NULL;

	if (at->type == FO_RETRIEVE_TABLE_MARKER && f->fragment != NULL)
		marker = fragment_marker(f->book->arena, f->fragment,
		    f->table, f->page, at);
	if (at->type == FO_RETRIEVE_MARKER && f->page != NULL)
		marker = marker_find(f->book, f->sequence, f->page, at);
	return marker == NULL ? NULL : fo_graft(f->book->arena,
	    f->book->tree, marker, at, f->book->diag);
}

static const char *
page_number(void *ctx, const struct fo_node *n)
{
	const struct furnish *f = ctx;

	if (f->page == NULL)
		return "0";
	return cite_label(f->book, &f->book->sequence[f->sequence], f->page,
	    fo_str(n, PROP_FROM));
}

/* The static-content for a region name, or NULL. */
static const struct fo_node *
static_content(const struct fo_node *sequence, const char *region)
{
	const struct fo_node *c = sequence->child;

	while (c != NULL && (c->type != FO_STATIC_CONTENT ||
	    strcmp(fo_str(c, PROP_FLOW_NAME), region) != 0))
		c = c->next;
	return c;
}

static struct flow *
furnish_layout(struct furnish *f, const struct fo_node *content,
    struct extent reference)
{
	struct book *b = f->book;
	struct flow *flow = NULL;
	int digits = b->digits;

	for (int round = 1; round <= ROUNDS && digits > 0; round++) {
		struct layout l = {.arena = b->arena, .fonts = b->fonts,
		    .words = b->words, .images = b->images, .tree = b->tree,
		    .doc = b->doc, .diag = b->diag, .digits = digits,
		    .page_number = page_number, .retrieve = retrieve,
		    .page = f, .artifact = 1,
		    .sheet = page_extent(f->page->master),
		    .reference = reference};

		flow = layout_flow(&l, content, reference.w);
		digits = cite_fill(b, &l, round == ROUNDS ? b->diag : NULL);
		if (digits == 0)
			cite_fill(b, &l, b->diag);
	}
	return flow;
}

/* Its extent is wanted before there are pages; it is laid out again for each
   of them, and reports then. */
static struct flow *
furnish_ahead(struct furnish *f, const struct fo_node *content, mpt measure)
{
	struct book *b = f->book;
	struct layout l = {.arena = b->arena, .fonts = b->fonts,
	    .words = b->words, .images = b->images, .tree = b->tree,
	    .doc = b->doc, .diag = diag_new(), .digits = 1,
	    .page_number = page_number, .retrieve = retrieve, .page = f,
	    .artifact = 1, .sheet = b->sequence[f->sequence].sheet,
	    .reference = {measure, 0}};
	struct flow *flow = layout_flow(&l, content, measure);

	diag_free(l.diag);
	return flow;
}

struct flow *
furnish_separator(struct book *b, size_t sequence, const struct page *page,
    mpt measure)
{
	struct furnish f = {.book = b, .sequence = sequence, .page = page};
	const struct fo_node *content = static_content(
	    b->sequence[sequence].node, "xsl-footnote-separator");

	if (content == NULL)
		return NULL;
	return page == NULL ? furnish_ahead(&f, content, measure) :
	    furnish_layout(&f, content, (struct extent){measure, 0});
}

/* It was reported when the table was laid out. */
struct flow *
furnish_repeat(void *ctx, const struct table *table, int footer, int first,
    const struct fragment *fragment)
{
	const struct sheet *sheet = ctx;
	struct book *b = sheet->book;
	struct sequence *s = &b->sequence[sheet->sequence];
	struct furnish f = {.book = b, .sequence = sheet->sequence,
	    .page = sheet->page, .table = table, .fragment = fragment};
	struct layout l = s->layout;
	struct flow *flow;

	l.slot = NULL;
	l.slots = l.slots_cap = 0;
	l.diag = diag_new();
	l.page_number = page_number;
	l.page = &f;
	l.retrieve = retrieve;
	l.artifact = !first;
	flow = layout_repeat(&l, table, footer);
	cite_fill(b, &l, NULL);
	diag_free(l.diag);
	return flow;
}

/* What it is that a region's content is too tall (7.21.2). */
static enum diag_code
overflow_code(const struct fo_region *region)
{
	switch (fo_kw(region->node, PROP_OVERFLOW)) {
	case FO_KW_HIDDEN:
		return DIAG_P15;
	case FO_KW_ERROR_IF_OVERFLOW:
		return DIAG_P16;
	default:
		return DIAG_P10;
	}
}

void
furnish_region(struct sheet *sheet, const struct fo_region *region)
{
	struct book *b = sheet->book;
	struct furnish f = {.book = b, .sequence = sheet->sequence,
	    .page = sheet->page};
	const struct fo_node *content = static_content(
	    b->sequence[sheet->sequence].node, region->name);
	struct extent size = {fo_region_measure(region),
	    fo_region_height(region)};
	struct filled to;
	struct flow *flow;

	if (content == NULL)
		return;
	flow = furnish_layout(&f, content, size);
	sheet_region(sheet, region, &to);
	to.spot.repeat = 1;
	if (place_aligned(b->arena, flow, to.spot, size.h,
	    fo_kw(region->node, PROP_DISPLAY_ALIGN), b->diag) > size.h)
		diag_add(b->diag, overflow_code(region), content->src, "%s",
		    region->name);
}
