/*
 * block-containers out of the flow (XSL 1.1, 7.6.1): in: the item that one is
 * anchored to. Out: its inset at a place of the nearest reference area, or of
 * the page.
 *
 *     +- reference area -----------+     top, left       from its before and
 *     | top                        |                     start edges
 *     |     +----------+           |     bottom, right   when those are auto
 *     |left |   inset  |   right   |     neither         where it would stand
 *     |     +----------+           |                     in the flow
 *     |      bottom                |
 *     +----------------------------+
 *
 * They are painted in document order, for their stack level is that of their
 * surroundings (7.30.18): over what was set before, under what follows.
 * What is fixed to the page lies in front of all that where the axes are not
 * the page's or something clips: inside a container, a turned region, one
 * that hides its overflow.
 *
 * What stands at the after edge of an area that is as high as its content is
 * placed when that ends. Display-align moves content, and not what stands
 * absolutely beside it.
 */
#include "paginate/placing.h"

struct origin
origin_here(const struct placing *p)
{
	for (struct nest *n = p->nest; n != NULL; n = n->up)
		if (n->frame->reference)
			return (struct origin){&n->ref, n->frame->content_x,
			    n->content_y};
	return p->spot.area;
}

struct spot
spot_inside(const struct placing *p, mpt x, mpt y)
{
	struct spot s = {.repeat = p->spot.repeat, .area = origin_here(p),
	    .page = p->spot.page, .front = p->spot.front,
	    .again = p->spot.again};

	s.area.x -= x;
	s.area.y -= y;
	s.page.x -= x;
	s.page.y -= y;
	return s;
}

/* Where an edge-to-edge extent begins between two offsets; auto: at rest. */
static mpt
between(mpt from, mpt to, mpt room, mpt extent, mpt rest)
{
	if (from != FO_AUTO)
		return from;
	return to == FO_AUTO ? rest : room - to - extent;
}

static void
reference_add(struct placing *p, struct reference *r, struct area *area,
    int from_after)
{
	struct standing *s = ARENA_NEW(p->arena, struct standing);

	*s = (struct standing){.next = r->first, .area = area,
	    .from_after = from_after != 0};
	r->first = s;
}

/* Its border edges in a reference area that begins at the origin; x and y:
   where it would stand in the flow. */
static void
stand_at(struct area *area, const struct fo_node *n, struct origin o, mpt x,
    mpt y)
{
	mpt w = o.of == NULL ? 0 : o.of->w;
	mpt h = o.of == NULL || o.of->h == FO_AUTO ? 0 : o.of->h;
	mpt left = fo_len(n, PROP_MARGIN_LEFT, w);
	mpt right = fo_len(n, PROP_MARGIN_RIGHT, w);
	mpt top = fo_len(n, PROP_MARGIN_TOP, w);
	mpt bottom = fo_len(n, PROP_MARGIN_BOTTOM, w);

	area->x = o.x + left + between(fo_len(n, PROP_LEFT, w),
	    fo_len(n, PROP_RIGHT, w), w, area->w + left + right,
	    x - o.x - left);
	area->y = o.y + top + between(fo_len(n, PROP_TOP, h),
	    fo_len(n, PROP_BOTTOM, h), h, area->h + top + bottom,
	    y - o.y - top);
}

/* In front of the page, whose axes are not those of the flow. */
static void
stand_in_front(struct placing *p, const struct inset *in)
{
	struct area *front = p->spot.front, *area = inset_area(p, in);
	int sideways = front->turn % 180 != 0;
	struct reference page = {.w = sideways ? front->h : front->w,
	    .h = sideways ? front->w : front->h};

	area->placed = 1;
	area->artifact = p->spot.repeat;
	stand_at(area, in->node, (struct origin){.of = &page}, 0, 0);
	area_append(front, area);
}

static void
stand(struct placing *p, const struct inset *in, mpt y)
{
	const struct fo_node *n = in->node;
	int fixed = fo_kw(n, PROP_ABSOLUTE_POSITION) == FO_KW_FIXED;
	struct origin o = fixed ? p->spot.page : origin_here(p);
	struct area *area;
	int from_after;

	if (fixed && o.of == NULL && p->spot.front != NULL) {
		stand_in_front(p, in);
		return;
	}
	area = inset_area(p, in);
	area->placed = 1;
	stand_at(area, n, o, in->x, y);
	put(p, area, area->x, area->y);
	from_after = fo_len(n, PROP_TOP, 0) == FO_AUTO;
	if (o.of != NULL &&
	    !(from_after && fo_len(n, PROP_BOTTOM, 0) == FO_AUTO))
		reference_add(p, o.of, area, from_after &&
		    o.of->h == FO_AUTO);
}

void
put_placed(struct placing *p, const struct item *it, mpt y)
{
	for (const struct anchor *k = it->anchors; k != NULL; k = k->next)
		if (k->kind == ANCHOR_PLACED)
			stand(p, k->inset, y);
}

void
reference_settle(struct reference *r, mpt h)
{
	for (struct standing *s = r->first; s != NULL; s = s->next) {
		if (s->from_after)
			s->area->y += h;
		s->from_after = 0;
	}
}

void
reference_stay(const struct reference *r, mpt down)
{
	for (const struct standing *s = r == NULL ? NULL : r->first;
	    s != NULL; s = s->next)
		s->area->y -= down;
}

void
reference_join(struct reference *outer, struct reference *inner)
{
	struct standing **end = &inner->first;

	if (outer == NULL || *end == NULL)
		return;
	while (*end != NULL)
		end = &(*end)->next;
	*end = outer->first;
	outer->first = inner->first;
	inner->first = NULL;
}
