/*
 * Areas for the pages of a sequence: each sheet with its regions, the body
 * last, so that what a region paints lies under the text. A turned region is
 * an inset: its content is laid out along its own axes.
 */
#include "paginate/book.h"
#include "paginate/place.h"

struct area *
sheet_region(struct book *b, struct area *sheet, const struct fo_region *r)
{
	int clip = fo_kw(r->node, PROP_OVERFLOW) == FO_KW_HIDDEN;
	struct area *area = area_new(b->arena, r->turn != 0 || clip ?
	    AREA_INSET : AREA_BLOCK, r->node->src);

	area->x = r->x;
	area->y = r->y;
	area->w = mpt_max(r->w, 0);
	area->h = mpt_max(r->h, 0);
	area->turn = (int16_t)r->turn;
	area->clip = clip != 0;
	area_append(sheet, area);
	return area;
}

/*
 * Borders and background around a region's content. They belong to the edges
 * of the page, and turn with it, not with the region's own content.
 */
static void
region_paint(struct book *b, struct area *sheet, const struct fo_region *r)
{
	struct area_box box = box_of(r->node), *turned;
	struct sides in = box_sides(r->node, r->w), out;
	int turn = r->turn - (int)fo_int(r->node, PROP_REFERENCE_ORIENTATION);
	struct area *area;

	turned = ARENA_NEW(b->arena, struct area_box);
	*turned = box;
	for (int e = 0; e < 4; e++) {
		int to = (e + 4 - (turn + 360) % 360 / 90) % 4;

		turned->border[to] = box.border[e];
		out.edge[to] = in.edge[e];
	}
	area = area_new(b->arena, AREA_BLOCK, r->node->src);
	area->u.box = turned;
	area->x = r->x - out.edge[EDGE_LEFT];
	area->y = r->y - out.edge[EDGE_TOP];
	area->w = mpt_max(r->w, 0) + out.edge[EDGE_LEFT] +
	    out.edge[EDGE_RIGHT];
	area->h = mpt_max(r->h, 0) + out.edge[EDGE_TOP] +
	    out.edge[EDGE_BOTTOM];
	area_append(sheet, area);
}

static int
box_paints(const struct fo_node *node)
{
	struct area_box box = box_of(node);
	int paints = box.filled;

	for (int e = 0; e < 4; e++)
		paints |= box.border[e].width > 0;
	return paints;
}

/* A column is a reference area of its own; the only one is the region. */
static void
sheet_strip(struct book *b, const struct strip *s,
    const struct fo_region *body, struct area *into)
{
	struct area *area = into;

	if (body->columns > 1) {
		area = area_new(b->arena, AREA_BLOCK, body->node->src);
		area->x = s->x;
		area->y = s->y;
		area->w = s->stretch->flow->width;
		area->h = s->used;
		area_append(into, area);
	}
	place_flow(b->arena, s->stretch->flow, &s->from, &s->to,
	    (struct spot){.into = area}, b->diag);
}

/* The footnotes of a page and what separates them from the text; NULL: it has
   none. */
static struct area *
sheet_notes(struct book *b, size_t sequence, const struct page *page)
{
	const struct strip *notes = &page->notes;
	const struct fo_node *body = page->master->region[FO_BODY].node;
	mpt measure = b->sequence[sequence].whole;
	struct cursor start = {0};
	struct flow *separator;
	struct area *area;

	if (notes->stretch == NULL)
		return NULL;
	area = area_new(b->arena, AREA_BLOCK, body->src);
	area->w = measure;
	area->h = page->separation + notes->used;
	separator = furnish_separator(b, sequence, page, measure);
	if (separator != NULL && place_flow(b->arena, separator, &start, NULL,
	    (struct spot){.into = area, .repeat = 1}, b->diag) >
	    page->separation)
		diag_add(b->diag, DIAG_P10, body->src, "footnote separator");
	place_flow(b->arena, notes->stretch->flow, &notes->from, &notes->to,
	    (struct spot){.into = area, .y = page->separation}, b->diag);
	return area;
}

static void
sheet_body(struct book *b, size_t sequence, const struct page *page,
    struct area *sheet)
{
	const struct fo_region *body = &page->master->region[FO_BODY];
	struct area *area = sheet_region(b, sheet, body);
	struct area *notes = sheet_notes(b, sequence, page);
	mpt height = fo_region_height(body) - (notes == NULL ? 0 : notes->h);
	mpt spare = height - page->used;

	for (size_t i = 0; i < page->strips; i++)
		sheet_strip(b, page->strip + i, body, area);

	switch (fo_kw(body->node, PROP_DISPLAY_ALIGN)) {
	case FO_KW_CENTER:
		place_shift(area, NULL, mpt_max(spare, 0) / 2);
		break;
	case FO_KW_AFTER:
		place_shift(area, NULL, mpt_max(spare, 0));
		break;
	default:
		break;
	}
	if (notes != NULL) {
		notes->y = mpt_max(height, 0);
		area_append(area, notes);
	}
}

static void
sheet_page(struct book *b, size_t sequence, const struct page *page)
{
	const struct sequence *s = &b->sequence[sequence];
	const struct fo_page_master *m = page->master;
	struct area *sheet = area_new(b->arena, AREA_BLOCK, s->node->src);
	struct area_page made = {.w = m->w, .h = m->h,
	    .label = page_label(b, s, page), .number = page->number,
	    .blank = page->blank, .master = m->name, .area = sheet};

	sheet->w = m->w;
	sheet->h = m->h;
	if (page == s->page)
		sheet->id = s->node->id;
	ARENA_PUSH(b->arena, b->doc->page, b->doc->pages,
	    b->doc->pages_cap) = made;
	for (int i = FO_BODY; i < FO_REGIONS; i++)
		if (m->region[i].node != NULL && box_paints(m->region[i].node))
			region_paint(b, sheet, &m->region[i]);
	for (int i = FO_BODY + 1; i < FO_REGIONS; i++)
		if (m->region[i].node != NULL)
			furnish_region(b, sequence, page, sheet,
			    &m->region[i]);
	if (!page->blank)
		sheet_body(b, sequence, page, sheet);
}

void
sheet_sequence(struct book *b, size_t sequence)
{
	const struct sequence *s = &b->sequence[sequence];

	for (size_t i = 0; i < s->pages; i++)
		sheet_page(b, sequence, &s->page[i]);
}
