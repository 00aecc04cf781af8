/*
 * block-containers (XSL 1.1, 6.5.3). In: the object. Out: an inset, a box with
 * a flow of its own that is placed whole; or, where its axes are as those
 * around it and its height is free, items in the flow around it.
 *
 *     outer flow   +-- h --+   turn 90: the text runs upward; its measure is
 *                  | t s i |   the height of the container
 *                  | x a n |
 *                w | e y s |   width and height are those of the outside,
 *                  | t   . |   borders belong to the outside's edges
 *                  +-------+
 *
 * A turned container without a height takes its width for it: no page is in
 * sight here whose height it could take.
 */
#include "layout/build.h"

/* Counter-clockwise quarters, 0 to 3. */
static int
quarters_of(const struct fo_node *n)
{
	int64_t turn = fo_int(n, PROP_REFERENCE_ORIENTATION) % 360;

	return (int)(turn < 0 ? turn + 360 : turn) / 90;
}

/* The content width of a container that asks for one, else the measure. */
static struct place
container_place(const struct build *b, const struct fo_node *n)
{
	struct place p = block_place(b, n);
	mpt w = fo_len(n, PROP_WIDTH, b->place.w);

	if (w == FO_AUTO)
		w = fo_range(n, PROP_INLINE_PROGRESSION_DIMENSION,
		    b->place.w).opt;
	if (w != FO_AUTO)
		p.w = mpt_max(w, 0);
	return p;
}

/* --- items in the flow around it ---------------------------------------- */

static void
container_flow(struct build *b, const struct fo_node *n, struct place p)
{
	struct place outer = b->place;
	struct level v = {.wall = 1};

	level_open(b, &v, n, block_frame(b, n, p));
	b->place = p;
	build_children(b, n);
	b->place = outer;
	level_close(b, &v);
}

/* --- insets ------------------------------------------------------------- */

/* Which outer edge is at the inside's left and top. */
static const struct { int turn; enum area_edge left, top; } turned[] = {
    {0, EDGE_LEFT, EDGE_TOP}, {90, EDGE_BOTTOM, EDGE_LEFT},
    {180, EDGE_RIGHT, EDGE_BOTTOM}, {270, EDGE_TOP, EDGE_RIGHT}};

static void
report_overflow(const struct build *b, const struct fo_node *n, mpt room,
    mpt height)
{
	enum fo_kw overflow = fo_kw(n, PROP_OVERFLOW);
	enum diag_code code = overflow == FO_KW_HIDDEN ? DIAG_L42
	    : overflow == FO_KW_ERROR_IF_OVERFLOW ? DIAG_L43 : DIAG_L41;

	if (height > room)
		diag_add(b->layout->diag, code, n->src,
		    "%.1fpt in a height of %.1fpt", mpt_to_pt(height),
		    mpt_to_pt(room));
}

/* Content width and height outside, from what was asked. */
static mpt
inset_height(const struct build *b, const struct fo_node *n, int sideways,
    mpt w)
{
	mpt h = height_asked(n);

	if (h > 0 || !sideways)
		return h;
	diag_add(b->layout->diag, DIAG_L44, n->src, "%.1fpt", mpt_to_pt(w));
	return w;
}

static struct inset *
inset_make(struct build *b, const struct fo_node *n, struct place p,
    int quarters)
{
	struct inset *in = ARENA_NEW(b->layout->arena, struct inset);
	struct sides s = box_sides(n, b->place.w);
	int sideways = quarters % 2;
	mpt h = inset_height(b, n, sideways, p.w);
	mpt measure = sideways ? h : p.w;
	enum fo_kw align = fo_kw(n, PROP_DISPLAY_ALIGN);

	in->turn = turned[quarters].turn;
	in->node = n;
	in->box = box_of(n);
	in->align = align == FO_KW_AUTO ? FO_KW_BEFORE : align;
	in->clip = fo_kw(n, PROP_OVERFLOW) == FO_KW_HIDDEN;
	in->flow = flow_lay(b->layout, n, measure, (struct place){0, measure},
	    KEEP_ALWAYS, &(struct ends){0});
	in->flow_height = flow_height(in->flow);
	if (h == 0)
		h = in->flow_height;
	in->content_h = sideways ? p.w : h;
	report_overflow(b, n, in->content_h, in->flow_height);
	in->x = p.x - s.edge[EDGE_LEFT];
	in->w = p.w + s.edge[EDGE_LEFT] + s.edge[EDGE_RIGHT];
	in->h = h + s.edge[EDGE_TOP] + s.edge[EDGE_BOTTOM];
	in->content_x = s.edge[turned[quarters].left];
	in->content_y = s.edge[turned[quarters].top];
	return in;
}

void
container_lay(struct build *b, const struct fo_node *n)
{
	struct place p = container_place(b, n);
	struct level v = {0};
	int quarters = quarters_of(n);
	struct inset *in;

	if (quarters == 0 && height_asked(n) == 0) {
		container_flow(b, n, p);
		return;
	}
	level_open(b, &v, n, NULL);
	in = inset_make(b, n, p, quarters);
	build_box(b, (struct item){.inset = in, .height = in->h, .node = n});
	level_close(b, &v);
}
