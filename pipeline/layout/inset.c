/*
 * block-containers (XSL 1.1, 6.5.3). In: the object. Out: an inset, a box with
 * a flow of its own that is placed whole; or, where its axes are as those
 * around it and its height is free, items in the flow around it; or, where it
 * is absolute or fixed, an inset out of the flow.
 *
 *     outer flow   +-- h --+   turn 90: the text runs upward; its measure is
 *                  | t s i |   the height of the container
 *                  | x a n |
 *                w | e y s |   width and height are those of the outside,
 *                  | t   . |   borders belong to the outside's edges
 *                  +-------+
 *
 * What a container does not say of its size it takes from its content, but
 * for the measure: that is the width around it, or, of a container out of the
 * flow, what left and right leave of its reference area (7.6.1). A turned
 * container without a height takes its width for it: no page is in sight here
 * whose height it could take.
 */
#include "layout/build.h"

/* Counter-clockwise quarters, 0 to 3. */
static int
quarters_of(const struct fo_node *n)
{
	int64_t turn = fo_int(n, PROP_REFERENCE_ORIENTATION) % 360;

	return (int)(turn < 0 ? turn + 360 : turn) / 90;
}

/* The content width that a container asks for, or FO_AUTO. */
static mpt
width_asked(const struct fo_node *n, mpt base)
{
	mpt w = fo_len(n, PROP_WIDTH, base);

	if (w == FO_AUTO)
		w = fo_range(n, PROP_INLINE_PROGRESSION_DIMENSION, base).opt;
	return w == FO_AUTO ? w : mpt_max(w, 0);
}

/* --- items in the flow around it ---------------------------------------- */

/* True when an absolute container stands in this one, and not in a reference
   area inside it. */
static int
holds_absolute(const struct fo_node *n, int depth)
{
	for (n = n->child; n != NULL && depth < LAYOUT_DEPTH; n = n->next)
		if (is_absolute(n) || (n->type != FO_BLOCK_CONTAINER &&
		    n->type != FO_TABLE_CELL && holds_absolute(n, depth + 1)))
			return 1;
	return 0;
}

static struct frame *
container_frame(const struct build *b, const struct fo_node *n,
    struct place p)
{
	struct frame *f = block_frame(b, n, p);

	if (f == NULL && holds_absolute(n, 0)) {
		f = ARENA_NEW(b->layout->arena, struct frame);
		*f = (struct frame){.x = p.x, .w = p.w, .node = n};
	}
	if (f != NULL) {
		f->reference = 1;
		f->content_x = p.x;
		f->content_w = p.w;
	}
	return f;
}

static void
container_flow(struct build *b, const struct fo_node *n, struct place p)
{
	struct place outer = b->place;
	struct extent around = b->layout->reference;
	struct level v = {.wall = 1};

	level_open(b, &v, n, container_frame(b, n, p));
	b->place = p;
	b->layout->reference = (struct extent){p.w, 0};
	build_children(b, n);
	b->layout->reference = around;
	b->place = outer;
	level_close(b, &v);
}

/* --- insets ------------------------------------------------------------- */

/* Which outer edge is at the inside's left and top. */
static const struct { int turn; enum area_edge left, top; } turned[] = {
    {0, EDGE_LEFT, EDGE_TOP}, {90, EDGE_BOTTOM, EDGE_LEFT},
    {180, EDGE_RIGHT, EDGE_BOTTOM}, {270, EDGE_TOP, EDGE_RIGHT}};

static void
report_overflow(const struct layout *l, const struct inset *in)
{
	enum fo_kw overflow = fo_kw(in->node, PROP_OVERFLOW);
	enum diag_code code = overflow == FO_KW_HIDDEN ? DIAG_L42
	    : overflow == FO_KW_ERROR_IF_OVERFLOW ? DIAG_L43 : DIAG_L41;

	if (in->flow_height > in->content_h)
		diag_add(l->diag, code, in->node->src,
		    "%.1fpt in a height of %.1fpt",
		    mpt_to_pt(in->flow_height), mpt_to_pt(in->content_h));
}

/*
 * The inset for a content rectangle; each side may be FO_AUTO, the width only
 * of a turned one. sides are its borders and padding.
 */
static struct inset *
inset_make(struct layout *l, const struct fo_node *n, struct extent size,
    struct sides s)
{
	struct inset *in = ARENA_NEW(l->arena, struct inset);
	const int quarters = quarters_of(n), sideways = quarters % 2;
	enum fo_kw align = fo_kw(n, PROP_DISPLAY_ALIGN);
	struct extent outer = l->reference;
	mpt across = sideways ? size.w : size.h;
	mpt measure = sideways ? size.h : size.w;

	in->turn = turned[quarters].turn;
	in->node = n;
	in->box = box_of(n);
	in->align = align == FO_KW_AUTO ? FO_KW_BEFORE : align;
	in->clip = fo_kw(n, PROP_OVERFLOW) == FO_KW_HIDDEN;
	l->reference = (struct extent){measure, across == FO_AUTO ? 0 :
	    across};
	in->flow = flow_lay(l, n, measure, (struct place){0, measure},
	    KEEP_BOTH(KEEP_ALWAYS), &(struct ends){0});
	l->reference = outer;
	in->flow_height = flow_height(in->flow);
	in->content_h = across == FO_AUTO ? in->flow_height : across;
	report_overflow(l, in);
	in->w = (sideways ? in->content_h : measure) + s.edge[EDGE_LEFT] +
	    s.edge[EDGE_RIGHT];
	in->h = (sideways ? measure : in->content_h) + s.edge[EDGE_TOP] +
	    s.edge[EDGE_BOTTOM];
	in->content_x = s.edge[turned[quarters].left];
	in->content_y = s.edge[turned[quarters].top];
	return in;
}

/* A turned container that says no height, and so no measure. */
static mpt
measure_supply(const struct layout *l, const struct fo_node *n, mpt w)
{
	diag_add(l->diag, DIAG_L44, n->src, "%.1fpt", mpt_to_pt(w));
	return w;
}

/* --- out of the flow ----------------------------------------------------- */

int
is_absolute(const struct fo_node *n)
{
	return n->type == FO_BLOCK_CONTAINER &&
	    fo_kw(n, PROP_ABSOLUTE_POSITION) != FO_KW_AUTO;
}

/* What the distances from two edges leave between them; FO_AUTO when one of
   them is not given, unless it fills. */
static mpt
between(const struct fo_node *n, enum fo_prop from, enum fo_prop to, mpt room,
    int fills)
{
	mpt a = fo_len(n, from, room), b = fo_len(n, to, room);

	if (room <= 0 || (!fills && (a == FO_AUTO || b == FO_AUTO)))
		return FO_AUTO;
	return room - (a == FO_AUTO ? 0 : a) - (b == FO_AUTO ? 0 : b);
}

/* The content height that is asked for or that top and bottom leave. */
static mpt
absolute_height(const struct fo_node *n, struct extent around, mpt edges)
{
	mpt h = height_asked(n);

	if (h > 0)
		return h;
	if (around.h > 0 && fo_is_percent(n, PROP_HEIGHT))
		return mpt_max(fo_len(n, PROP_HEIGHT, around.h), 0);
	h = between(n, PROP_TOP, PROP_BOTTOM, around.h, 0);
	return h == FO_AUTO ? h : mpt_max(h - edges, 0);
}

struct inset *
absolute_lay(struct layout *l, const struct fo_node *n, mpt x)
{
	const int fixed = fo_kw(n, PROP_ABSOLUTE_POSITION) == FO_KW_FIXED;
	const int sideways = quarters_of(n) % 2;
	struct extent around = fixed ? l->sheet : l->reference;
	struct sides s = box_sides(n, around.w);
	struct extent size = {width_asked(n, around.w), absolute_height(n,
	    around, s.edge[EDGE_TOP] + s.edge[EDGE_BOTTOM] +
	    fo_len(n, PROP_MARGIN_TOP, around.w) +
	    fo_len(n, PROP_MARGIN_BOTTOM, around.w))};
	struct inset *in;
	mpt w = between(n, PROP_LEFT, PROP_RIGHT, around.w, !sideways);

	if (size.w == FO_AUTO && w != FO_AUTO)
		size.w = mpt_max(w - s.edge[EDGE_LEFT] - s.edge[EDGE_RIGHT] -
		    fo_len(n, PROP_MARGIN_LEFT, around.w) -
		    fo_len(n, PROP_MARGIN_RIGHT, around.w), 0);
	if (sideways && size.h == FO_AUTO)
		size.h = measure_supply(l, n, size.w == FO_AUTO ?
		    mpt_max(around.w, 0) : size.w);
	else if (!sideways && size.w == FO_AUTO)
		size.w = mpt_max(around.w, 0);
	in = inset_make(l, n, size, s);
	in->x = x;
	return in;
}

/* --- in the flow ----------------------------------------------------------- */

void
container_lay(struct build *b, const struct fo_node *n)
{
	struct place p = block_place(b, n);
	mpt w = width_asked(n, b->place.w), h = height_asked(n);
	struct level v = {0};
	struct inset *in;
	struct sides s;

	if (w != FO_AUTO)
		p.w = w;
	if (quarters_of(n) == 0 && h == 0) {
		container_flow(b, n, p);
		return;
	}
	level_open(b, &v, n, NULL);
	s = box_sides(n, b->place.w);
	if (h == 0)
		h = quarters_of(n) % 2 ?
		    measure_supply(b->layout, n, p.w) : FO_AUTO;
	else if (quarters_of(n) % 2)
		p.w = w;
	in = inset_make(b->layout, n, (struct extent){p.w, h}, s);
	in->x = p.x - s.edge[EDGE_LEFT];
	build_box(b, (struct item){.inset = in, .height = in->h, .node = n});
	level_close(b, &v);
}
