/*
 * Graphics (XSL 1.1, 6.6.5, 6.6.6, 7.15). In: an external-graphic or
 * instream-foreign-object. Out: an area for a line.
 *
 *     +-- viewport: width x height, or as large as its content --+
 *     |   +-- content: content-width x content-height -------+   |
 *     |   |   the picture, scaled                            |   |
 *
 * scale-to-fit takes the viewport's size, scale-down-to-fit and
 * scale-up-to-fit only in that direction; a size left auto follows the other
 * one, or is the picture's own. Uniform scaling takes the smaller factor. A
 * graphic wider than the measure is scaled down to it, and reported.
 */
#include "layout/build.h"

struct size { mpt w, h; };

#define SIZE_MOST INT64_C(1000000000) /* products stay below 2^63 */

static mpt
times(mpt a, mpt num, mpt den)
{
	return den == 0 ? a : mpt_min(a * num / den, SIZE_MOST);
}

static const struct image *
picture(struct layout *l, const struct fo_node *n)
{
	if (n->type == FO_INSTREAM_FOREIGN_OBJECT)
		return image_svg(l->images, n->svg, n->svg_len, l->diag,
		    n->src);
	return image_load(l->images, fo_str(n, PROP_SRC), l->diag, n->src);
}

/* width or height of the viewport, or FO_AUTO. */
static mpt
viewport_side(const struct fo_node *n, enum fo_prop side, enum fo_prop range,
    mpt base)
{
	mpt v = fo_len(n, side, base);

	if (v == FO_AUTO)
		v = fo_range(n, range, base).opt;
	return v == FO_AUTO ? v : mpt_max(0, mpt_min(v, SIZE_MOST));
}

/* content-width or content-height: FO_AUTO where the picture decides. */
static mpt
content_side(const struct fo_node *n, enum fo_prop prop, mpt own, mpt view)
{
	switch (fo_kw(n, prop)) {
	case FO_KW_SCALE_TO_FIT:
		return view;
	case FO_KW_SCALE_DOWN_TO_FIT:
		return view != FO_AUTO && view < own ? view : FO_AUTO;
	case FO_KW_SCALE_UP_TO_FIT:
		return view != FO_AUTO && view > own ? view : FO_AUTO;
	case FO_KW_AUTO:
		return FO_AUTO;
	default:
		return mpt_max(0, mpt_min(fo_len(n, prop, own), SIZE_MOST));
	}
}

/* The content's size from what is asked, in the picture's proportions. */
static struct size
content_size(const struct fo_node *n, struct size own, struct size view)
{
	struct size c;
	int uniform = fo_kw(n, PROP_SCALING) != FO_KW_NON_UNIFORM;

	c.w = content_side(n, PROP_CONTENT_WIDTH, own.w, view.w);
	c.h = content_side(n, PROP_CONTENT_HEIGHT, own.h, view.h);
	if (c.w == FO_AUTO && c.h == FO_AUTO)
		return own;
	if (c.w == FO_AUTO)
		return (struct size){uniform ? times(own.w, c.h, own.h)
		    : own.w, c.h};
	if (c.h == FO_AUTO)
		return (struct size){c.w, uniform ? times(own.h, c.w, own.w)
		    : own.h};
	if (uniform && c.w * own.h > c.h * own.w)
		c.w = times(own.w, c.h, own.h);
	else if (uniform)
		c.h = times(own.h, c.w, own.w);
	return c;
}

/* What exceeds the measure makes the whole thing smaller. */
static void
fit_measure(struct layout *l, const struct fo_node *n, mpt room,
    struct size *content, struct size *view)
{
	mpt wide = view->w;

	if (wide <= room || room <= 0)
		return;
	diag_add(l->diag, DIAG_L45, n->src, "%.1fpt in a measure of %.1fpt",
	    mpt_to_pt(wide), mpt_to_pt(room));
	content->w = times(content->w, room, wide);
	content->h = times(content->h, room, wide);
	view->h = times(view->h, room, wide);
	view->w = room;
}

/* Where the content stands in one direction of the viewport. */
static mpt
aligned(enum fo_kw align, mpt room)
{
	switch (align) {
	case FO_KW_CENTER:
		return room / 2;
	case FO_KW_END:
	case FO_KW_AFTER:
		return room;
	default:
		return 0;
	}
}

/* A viewport that is larger or smaller than its content, or has edges. */
static struct area *
viewport(struct layout *l, const struct fo_node *n, struct area *content,
    struct size view, const struct sides *s)
{
	struct area *a = area_new(l->arena, AREA_INSET, n->src);
	struct area_box *box = ARENA_NEW(l->arena, struct area_box);

	*box = box_of(n);
	a->u.box = box;
	a->id = n->id;
	a->w = view.w + s->edge[EDGE_LEFT] + s->edge[EDGE_RIGHT];
	a->h = view.h + s->edge[EDGE_TOP] + s->edge[EDGE_BOTTOM];
	a->clip = fo_kw(n, PROP_OVERFLOW) == FO_KW_HIDDEN;
	if (fo_kw(n, PROP_OVERFLOW) == FO_KW_ERROR_IF_OVERFLOW &&
	    (content->w > view.w || content->h > view.h))
		diag_add(l->diag, DIAG_L46, n->src, "%.1fpt x %.1fpt",
		    mpt_to_pt(content->w), mpt_to_pt(content->h));
	content->x = s->edge[EDGE_LEFT] + aligned(fo_kw(n, PROP_TEXT_ALIGN),
	    view.w - content->w);
	content->y = s->edge[EDGE_TOP] + aligned(fo_kw(n, PROP_DISPLAY_ALIGN),
	    view.h - content->h);
	area_append(a, content);
	return a;
}

struct area *
graphic_area(struct layout *l, const struct fo_node *n, mpt measure)
{
	const struct image *image = picture(l, n);
	struct sides s = box_sides(n, measure);
	mpt across = s.edge[EDGE_LEFT] + s.edge[EDGE_RIGHT];
	struct size own, view, content;
	struct area *a;

	if (image == NULL)
		return NULL;
	own = (struct size){mpt_min(image->w, SIZE_MOST),
	    mpt_min(image->h, SIZE_MOST)};
	view.w = viewport_side(n, PROP_WIDTH,
	    PROP_INLINE_PROGRESSION_DIMENSION, measure);
	view.h = viewport_side(n, PROP_HEIGHT,
	    PROP_BLOCK_PROGRESSION_DIMENSION, 0);
	content = content_size(n, own, view);
	view.w = view.w == FO_AUTO ? content.w : view.w;
	view.h = view.h == FO_AUTO ? content.h : view.h;
	fit_measure(l, n, measure - across, &content, &view);
	a = area_new(l->arena, AREA_IMAGE, n->src);
	a->u.image = image;
	a->tag = l->artifact ? 0 : n->tag;
	a->w = content.w;
	a->h = content.h;
	if (view.w != content.w || view.h != content.h || across > 0 ||
	    s.edge[EDGE_TOP] + s.edge[EDGE_BOTTOM] > 0 || box_of(n).filled)
		return viewport(l, n, a, view, &s);
	a->id = n->id;
	return a;
}
