/*
 * Areas for the pages of a sequence: each sheet with its regions, the body
 * last, so that what a region paints lies under the text. A turned region is
 * an inset: its content is laid out along its own axes.
 */
#include "paginate/book.h"

/* What is fixed to the page finds it where the axes are the page's and nothing
   clips; else it stands in front. */
void
sheet_region(struct sheet *s, const struct fo_region *r, struct filled *to)
{
	const struct fo_page_master *m = s->page->master;
	int clip = fo_kw(r->node, PROP_OVERFLOW) == FO_KW_HIDDEN;
	int inset = r->turn != 0 || clip;
	struct area *area = area_new(s->book->arena, inset ? AREA_INSET :
	    AREA_BLOCK, r->node->src);

	area->x = r->x;
	area->y = r->y;
	area->w = mpt_max(r->w, 0);
	area->h = mpt_max(r->h, 0);
	area->turn = (int16_t)r->turn;
	area->clip = clip != 0;
	area_append(s->area, area);
	*to = (struct filled){.area = area, .content = {.w =
	    fo_region_measure(r), .h = fo_region_height(r)},
	    .page = {.w = m->w, .h = m->h}};
	to->spot = (struct spot){.into = area, .front = s->front,
	    .area.of = &to->content, .again = &s->again};
	if (!inset)
		to->spot.page = (struct origin){&to->page, -r->x, -r->y};
}

/*
 * Borders and background around a region's content. They belong to the edges
 * of the page, and turn with it, not with the region's own content.
 */
static void
region_paint(struct sheet *s, const struct fo_region *r)
{
	struct area_box box = box_of(r->node), *turned;
	struct sides in = box_sides(r->node, r->w), out;
	int turn = r->turn - (int)fo_int(r->node, PROP_REFERENCE_ORIENTATION);
	struct area *area;

	turned = ARENA_NEW(s->book->arena, struct area_box);
	*turned = box;
	for (int e = 0; e < 4; e++) {
		int to = (e + 4 - (turn + 360) % 360 / 90) % 4;

		turned->border[to] = box.border[e];
		out.edge[to] = in.edge[e];
	}
	area = area_new(s->book->arena, AREA_BLOCK, r->node->src);
	area->u.box = turned;
	area->x = r->x - out.edge[EDGE_LEFT];
	area->y = r->y - out.edge[EDGE_TOP];
	area->w = mpt_max(r->w, 0) + out.edge[EDGE_LEFT] +
	    out.edge[EDGE_RIGHT];
	area->h = mpt_max(r->h, 0) + out.edge[EDGE_TOP] +
	    out.edge[EDGE_BOTTOM];
	area_append(s->area, area);
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

/* A column is an area of its own; the only one is the region. */
static void
sheet_strip(struct sheet *sheet, const struct strip *s,
    const struct fo_region *body, const struct filled *in)
{
	struct spot spot = in->spot;
	struct area *area;

	if (body->columns > 1) {
		area = area_new(sheet->book->arena, AREA_BLOCK,
		    body->node->src);
		area->x = s->x;
		area->y = s->y;
		area->w = s->stretch->flow->width;
		area->h = s->used;
		area_append(in->area, area);
		spot.into = area;
		spot.area.x -= s->x;
		spot.area.y -= s->y;
		spot.page.x -= s->x;
		spot.page.y -= s->y;
	}
	place_flow(sheet->book->arena, s->stretch->flow, &s->from, &s->to,
	    spot, sheet->book->diag);
}

/* The footnotes of a page and what separates them from the text, at the foot
   of its body (XSL 1.1, 6.4.14). */
static void
sheet_notes(struct sheet *sheet, const struct filled *in, mpt height)
{
	const struct page *page = sheet->page;
	const struct strip *notes = &page->notes;
	struct book *b = sheet->book;
	struct area *area = area_new(b->arena, AREA_BLOCK, in->area->src);
	struct reference content = {.w = in->content.w, .h = notes->used};
	struct spot spot = in->spot;
	struct cursor start = {0};
	struct flow *separator = furnish_separator(b, sheet->sequence, page,
	    content.w);

	area->w = content.w;
	area->h = page->separation + notes->used;
	area->y = mpt_max(height, 0);
	spot.into = area;
	spot.page.y -= area->y;
	spot.area = (struct origin){.of = &content};
	spot.repeat = 1;
	if (separator != NULL && place_flow(b->arena, separator, &start, NULL,
	    spot, b->diag) > page->separation)
		diag_add(b->diag, DIAG_P10, area->src, "footnote separator");
	spot.repeat = 0;
	spot.y = page->separation;
	spot.page.y -= page->separation;
	place_flow(b->arena, notes->stretch->flow, &notes->from, &notes->to,
	    spot, b->diag);
	area_append(in->area, area);
}

static void
sheet_body(struct sheet *sheet)
{
	const struct page *page = sheet->page;
	const struct fo_region *body = &page->master->region[FO_BODY];
	enum fo_kw align = fo_kw(body->node, PROP_DISPLAY_ALIGN);
	int notes = page->notes.stretch != NULL;
	mpt height = fo_region_height(body) - (notes ? page->separation +
	    page->notes.used : 0);
	mpt spare = mpt_max(height - page->used, 0);
	mpt down = align == FO_KW_CENTER ? spare / 2 :
	    align == FO_KW_AFTER ? spare : 0;
	struct filled to;

	sheet_region(sheet, body, &to);
	for (size_t i = 0; i < page->strips; i++)
		sheet_strip(sheet, page->strip + i, body, &to);
	place_shift(to.area, NULL, down);
	reference_stay(&to.content, down);
	reference_stay(&to.page, down);
	if (notes)
		sheet_notes(sheet, &to, height);
}

/* The page's root, and what lies in front of it. */
static struct sheet
sheet_new(struct book *b, size_t sequence, const struct page *page)
{
	const struct fo_page_master *m = page->master;
	struct src src = b->sequence[sequence].node->src;
	struct sheet s = {.book = b, .sequence = sequence, .page = page};

	s.area = area_new(b->arena, AREA_BLOCK, src);
	s.front = area_new(b->arena, m->turn == 0 ? AREA_BLOCK : AREA_INSET,
	    src);
	s.area->w = s.front->w = m->w;
	s.area->h = s.front->h = m->h;
	s.front->turn = (int16_t)m->turn;
	return s;
}

static void
sheet_page(struct book *b, size_t sequence, const struct page *page)
{
	const struct sequence *s = &b->sequence[sequence];
	const struct fo_page_master *m = page->master;
	struct sheet sheet = sheet_new(b, sequence, page);
	struct area_page made = {.w = m->w, .h = m->h,
	    .label = page_label(b, s, page), .number = page->number,
	    .blank = page->blank, .master = m->name, .area = sheet.area};

	sheet.again = (struct again){furnish_repeat, &sheet};
	if (page == s->page)
		sheet.area->id = s->node->id;
	ARENA_PUSH(b->arena, b->doc->page, b->doc->pages,
	    b->doc->pages_cap) = made;
	for (int i = FO_BODY; i < FO_REGIONS; i++)
		if (m->region[i].node != NULL && box_paints(m->region[i].node))
			region_paint(&sheet, &m->region[i]);
	for (int i = FO_BODY + 1; i < FO_REGIONS; i++)
		if (m->region[i].node != NULL)
			furnish_region(&sheet, &m->region[i]);
	if (!page->blank)
		sheet_body(&sheet);
	if (sheet.front->child != NULL)
		area_append(sheet.area, sheet.front);
}

void
sheet_sequence(struct book *b, size_t sequence)
{
	const struct sequence *s = &b->sequence[sequence];

	for (size_t i = 0; i < s->pages; i++)
		sheet_page(b, sequence, &s->page[i]);
}
