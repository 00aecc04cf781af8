/*
 * One page of areas, in two passes: first the ground (boxes, rules and
 * pictures, in the order of the tree), then all text. Text is thus never
 * interrupted by the boxes of its neighbours, and a paragraph or a row of
 * furniture takes one leaf each; a table of ruled cells would take twice as
 * many otherwise. The price: text under a box that comes later is seen.
 */
#include "area/axes.h"
#include "font/font.h"
#include "pdf/paint.h"

enum pass { GROUND, TEXT };

/* Where an area stands, and what it inherits. */
struct place {
	struct axes frame; /* of the page, or of the inset last entered */
	mpt x, y;          /* in the frame */
	enum pass pass;
	int furniture;
};

static void visit(struct painter *, const struct area *parent,
    const struct area *, struct place);

static void
visit_children(struct painter *p, const struct area *a, struct place at)
{
	for (const struct area *c = a->child; c != NULL; c = c->next)
		visit(p, a, c, at);
}

static struct rect
rect_at(struct place at, const struct area *a)
{
	return (struct rect){at.x, at.y, a->w, a->h};
}

/* Only an inset that turns or clips has a frame of its own. */
static void
inset_visit(struct painter *p, const struct area *a, struct place at)
{
	struct area here = *a;
	cairo_matrix_t m;

	if (a->turn == 0 && !a->clip) {
		visit_children(p, a, at);
		return;
	}
	leaf_close(p);
	cairo_save(p->cr);
	if (a->clip) {
		cairo_rectangle(p->cr, mpt_to_pt(at.x), mpt_to_pt(at.y),
		    mpt_to_pt(a->w), mpt_to_pt(a->h));
		cairo_clip(p->cr);
	}
	here.x = at.x;
	here.y = at.y;
	at.frame = axes_inside(&at.frame, &here);
	at.x = at.y = 0;
	cairo_matrix_init(&m, at.frame.xx, at.frame.yx, at.frame.xy,
	    at.frame.yy, mpt_to_pt(at.frame.x), mpt_to_pt(at.frame.y));
	cairo_set_matrix(p->cr, &m);
	visit_children(p, a, at);
	leaf_close(p);
	cairo_restore(p->cr);
}

/* The smallest rectangle around both; one without extent counts for naught. */
static struct rect
rect_join(struct rect a, struct rect b)
{
	mpt right = mpt_max(a.x + a.w, b.x + b.w);
	mpt bottom = mpt_max(a.y + a.h, b.y + b.h);

	if (a.w <= 0 || a.h <= 0)
		return b;
	if (b.w <= 0 || b.h <= 0)
		return a;
	a.x = mpt_min(a.x, b.x);
	a.y = mpt_min(a.y, b.y);
	a.w = right - a.x;
	a.h = bottom - a.y;
	return a;
}

/* A rectangle of the frame, on the page. */
static struct rect
rect_on_page(const struct axes *f, struct rect r)
{
	mpt x0 = axes_x(f, r.x, r.y), x1 = axes_x(f, r.x + r.w, r.y + r.h);
	mpt y0 = axes_y(f, r.x, r.y), y1 = axes_y(f, r.x + r.w, r.y + r.h);

	return (struct rect){mpt_min(x0, x1), mpt_min(y0, y1),
	    mpt_max(x0, x1) - mpt_min(x0, x1),
	    mpt_max(y0, y1) - mpt_min(y0, y1)};
}

/* Where text or a picture stands on the page; text as high as its font. */
static struct rect
extent(struct place at, const struct area *a)
{
	struct rect r = rect_at(at, a);

	if (a->kind == AREA_TEXT) {
		r.y -= a->u.text->font->ascent;
		r.h = a->u.text->font->ascent + a->u.text->font->descent;
	}
	return rect_on_page(&at.frame, r);
}

static uint32_t
tag_of(const struct painter *p, struct place at, const struct area *a)
{
	return at.furniture || a->artifact ? 0 : p->shown[a->tag];
}

/* What the annotation of a link covers: all of it that is on this line. */
static struct rect
link_extent(const struct painter *p, struct place at, const struct area *a)
{
	const uint32_t link = p->link[tag_of(p, at, a)];
	struct rect r = extent(at, a);
	const struct area *first = a;

	for (a = a->next; a != NULL; a = a->next) {
		struct place next = at;
		if (a->kind == AREA_RULE)
			continue;
		if ((a->kind != AREA_TEXT && a->kind != AREA_IMAGE) ||
		    p->link[tag_of(p, at, a)] != link)
			break;
		next.x += a->x - first->x;
		next.y += a->y - first->y;
		r = rect_join(r, extent(next, a));
	}
	return r;
}

/* A figure's place on the page, for /BBox: the sum of what it shows. */
static void
figure_note(struct painter *p, uint32_t figure, struct rect r)
{
	struct area_page *page = p->page;
	struct area_figure *f = page->figures == 0 ? NULL :
	    &page->figure[page->figures - 1];

	if (f != NULL && f->tag == figure)
		r = rect_join((struct rect){f->x, f->y, f->w, f->h}, r);
	else
		f = &ARENA_PUSH(p->doc->arena, page->figure, page->figures,
		    page->figures_cap);
	*f = (struct area_figure){figure, r.x, r.y, r.w, r.h};
}

static void
content_visit(struct painter *p, const struct area *parent,
    const struct area *a, struct place at)
{
	uint32_t tag = tag_of(p, at, a);
	struct rect around = {0};

	if (a->kind == AREA_TEXT && a->u.text->glyphs == 0)
		return;
	if (p->link[tag] != 0)
		around = link_extent(p, at, a);
	if (p->figure[tag] != 0)
		figure_note(p, p->figure[tag], extent(at, a));
	leaf_open(p, tag, parent, &around);
	if (a->kind == AREA_TEXT)
		text_add(p, a->u.text, at.x, at.y);
	else
		picture_paint(p, a->u.image, rect_at(at, a), a->src);
}

static void
visit(struct painter *p, const struct area *parent, const struct area *a,
    struct place at)
{
	at.x += a->x;
	at.y += a->y;
	at.furniture |= a->artifact;
	p->order++;
	if (at.pass == GROUND && a->u.box != NULL &&
	    (a->kind == AREA_BLOCK || a->kind == AREA_INSET))
		box_paint(p, a->u.box, rect_at(at, a));
	switch (a->kind) {
	case AREA_BLOCK:
	case AREA_LINE:
		visit_children(p, a, at);
		break;
	case AREA_INSET:
		inset_visit(p, a, at);
		break;
	case AREA_RULE:
		if (at.pass == GROUND)
			rule_paint(p, rect_at(at, a), a->u.color, a->pitch);
		break;
	case AREA_IMAGE:
		if (at.pass == GROUND)
			content_visit(p, parent, a, at);
		else
			leaf_close(p); /* it stands between two texts */
		break;
	case AREA_TEXT:
		if (at.pass == TEXT)
			content_visit(p, parent, a, at);
		break;
	}
}

/*
 * Cairo forgets what was recorded of a page on which nothing is painted: its
 * destinations, and the ends of tags. A blank page has a white speck.
 */
static void
speck_paint(struct painter *p)
{
	leaf_open(p, 0, NULL, NULL);
	cairo_set_source_rgb(p->cr, 1, 1, 1);
	cairo_rectangle(p->cr, 0, 0, 0.25, 0.25);
	cairo_fill(p->cr);
}

void
page_paint(struct painter *p, struct area_page *page)
{
	struct place at = {.frame = axes_page(), .pass = GROUND};

	p->page = page;
	page->marks = page->links = page->figures = 0;
	p->order = 0;
	visit(p, NULL, page->area, at);
	at.pass = TEXT;
	p->order = 0;
	visit(p, NULL, page->area, at);
	if (page->marks == 0)
		speck_paint(p);
	leaf_close(p);
}
