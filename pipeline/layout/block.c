/*
 * Block-level objects as edges of the gap and items between them. In: an
 * object and where its reference area lies. Out: a level, opened before its
 * children are built and closed after them.
 *
 *       reference area
 *       |<------------------ place.w ------------------>|
 *       |<- start-indent ->|                |<- end-i. ->|
 *              border padding content        padding border
 *              |<------------ frame.w ------------>|
 *
 * Indents are measured from the reference area to the content, so borders
 * and padding stick out of it (XSL 1.1, 5.3.2); only a block with border,
 * padding or background has a frame. An object without a box vanishes: it
 * leaves its spaces to the gap and its anchors to what follows.
 */
#include "layout/build.h"

static const enum fo_prop border_width[4] = {
    [EDGE_TOP] = PROP_BORDER_BEFORE_WIDTH,
    [EDGE_RIGHT] = PROP_BORDER_END_WIDTH,
    [EDGE_BOTTOM] = PROP_BORDER_AFTER_WIDTH,
    [EDGE_LEFT] = PROP_BORDER_START_WIDTH};
static const enum fo_prop border_style[4] = {
    [EDGE_TOP] = PROP_BORDER_BEFORE_STYLE,
    [EDGE_RIGHT] = PROP_BORDER_END_STYLE,
    [EDGE_BOTTOM] = PROP_BORDER_AFTER_STYLE,
    [EDGE_LEFT] = PROP_BORDER_START_STYLE};
static const enum fo_prop border_color[4] = {
    [EDGE_TOP] = PROP_BORDER_BEFORE_COLOR,
    [EDGE_RIGHT] = PROP_BORDER_END_COLOR,
    [EDGE_BOTTOM] = PROP_BORDER_AFTER_COLOR,
    [EDGE_LEFT] = PROP_BORDER_START_COLOR};
static const enum fo_prop padding[4] = {
    [EDGE_TOP] = PROP_PADDING_BEFORE,
    [EDGE_RIGHT] = PROP_PADDING_END,
    [EDGE_BOTTOM] = PROP_PADDING_AFTER,
    [EDGE_LEFT] = PROP_PADDING_START};

/* --- boxes -------------------------------------------------------------- */

enum border_style
border_style_of(enum fo_kw kw)
{
	switch (kw) {
	case FO_KW_SOLID:
		return BORDER_SOLID;
	case FO_KW_DASHED:
		return BORDER_DASHED;
	case FO_KW_DOTTED:
		return BORDER_DOTTED;
	case FO_KW_DOUBLE:
		return BORDER_DOUBLE;
	case FO_KW_GROOVE:
		return BORDER_GROOVE;
	case FO_KW_RIDGE:
		return BORDER_RIDGE;
	case FO_KW_INSET:
		return BORDER_INSET;
	case FO_KW_OUTSET:
		return BORDER_OUTSET;
	default:
		return BORDER_NONE;
	}
}

struct area_box
box_of(const struct fo_node *n)
{
	struct area_box box = {0};
	int seen;

	for (int e = 0; e < 4; e++)
		box.border[e] = (struct area_border){
		    .width = fo_border(n, border_width[e]),
		    .color = fo_color(n, border_color[e], NULL),
		    .style = border_style_of(fo_kw(n, border_style[e]))};
	box.background = fo_color(n, PROP_BACKGROUND_COLOR, &seen);
	box.filled = seen != 0;
	return box;
}

struct sides
box_sides(const struct fo_node *n, mpt base)
{
	struct sides s;

	for (int e = 0; e < 4; e++)
		s.edge[e] = fo_border(n, border_width[e]) +
		    fo_padding(n, padding[e], base);
	return s;
}

struct place
block_content(const struct build *b, const struct fo_node *n)
{
	mpt start = fo_len(n, PROP_START_INDENT, b->place.w);
	mpt end = fo_len(n, PROP_END_INDENT, b->place.w);
	struct place p = {b->place.x + start, b->place.w - start - end};

	return p.w > 0 ? p : b->place;
}

struct place
block_place(const struct build *b, const struct fo_node *n)
{
	mpt start = fo_len(n, PROP_START_INDENT, b->place.w);
	mpt end = fo_len(n, PROP_END_INDENT, b->place.w);

	if (b->place.w > 0 && b->place.w <= start + end)
		diag_add(b->layout->diag, DIAG_L30, n->src, "fo:%s",
		    fo_name(n->type));
	return block_content(b, n);
}

/* What of the border and padding at an edge a page break inside keeps. */
static mpt
kept(const struct fo_node *n, enum area_edge e, mpt base, uint8_t *border)
{
	mpt sum = 0;

	*border = fo_retain(n, border_width[e]) != 0;
	if (*border)
		sum += fo_border(n, border_width[e]);
	if (fo_retain(n, padding[e]))
		sum += fo_padding(n, padding[e], base);
	return sum;
}

struct frame *
block_frame(const struct build *b, const struct fo_node *n, struct place p)
{
	struct sides s = box_sides(n, b->place.w);
	struct frame f = {.box = box_of(n), .node = n};
	struct frame *frame;

	if (!f.box.filled && s.edge[EDGE_TOP] == 0 &&
	    s.edge[EDGE_BOTTOM] == 0 &&
	    f.box.border[EDGE_LEFT].width == 0 &&
	    f.box.border[EDGE_RIGHT].width == 0)
		return NULL;
	f.x = p.x - s.edge[EDGE_LEFT];
	f.w = p.w + s.edge[EDGE_LEFT] + s.edge[EDGE_RIGHT];
	f.before = s.edge[EDGE_TOP];
	f.after = s.edge[EDGE_BOTTOM];
	f.before_kept = kept(n, EDGE_TOP, b->place.w, &f.border_before_kept);
	f.after_kept = kept(n, EDGE_BOTTOM, b->place.w, &f.border_after_kept);
	frame = ARENA_NEW(b->layout->arena, struct frame);
	*frame = f;
	return frame;
}

/* --- a flow being built ------------------------------------------------- */

/*
 * build.due and build.left hold addresses inside the build: it is filled in
 * place and never copied.
 */
void
build_start(struct build *b, struct layout *l, mpt width, struct place p,
    int together, struct ends *ends)
{
	*b = (struct build){.layout = l, .place = p, .ends = ends,
	    .together = together};
	b->flow = flow_empty(l, width);
	b->gap.together = together;
	anchors_init(&b->due);
	anchors_init(&b->left);
}

struct flow *
build_end(struct build *b)
{
	anchors_leave(b, &b->due.first);
	anchors_settle(b);
	if (b->flow->n > 0)
		gap_settle(b, 1);
	return b->flow;
}

void
build_box(struct build *b, struct item it)
{
	struct flow *f = b->flow;

	gap_settle(b, 0);
	it.kind = ITEM_BOX;
	keep_item(&it, KEEP_BOTH(KEEP_ALWAYS));
	it.anchors = anchors_join(anchors_take(&b->due), it.anchors);
	it.anchors = anchors_join(anchors_take(&b->left), it.anchors);
	b->box = f->n;
	b->boxes++;
	ARENA_PUSH(b->layout->arena, f->item, f->n, f->cap) = it;
}

void
build_break(struct build *b, enum ask ask)
{
	if (ask == ASK_NONE)
		return;
	anchors_settle(b);
	b->gap.brk = ask_both(b->gap.brk, ask);
}

/* --- levels ------------------------------------------------------------- */

void
level_open(struct build *b, struct level *v, const struct fo_node *n,
    struct frame *frame)
{
	struct edge open = {.kind = GAP_OPEN, .wall = v->wall, .frame = frame,
	    .node = n};

	v->node = n;
	v->frame = frame;
	v->boxes = b->boxes;
	v->due = b->due.end;
	v->together = b->together;
	v->keep = b->gap.keep;
	v->brk = break_of(n, PROP_BREAK_BEFORE);
	build_break(b, v->brk);
	gap_keep(b, keep_of(n, PROP_KEEP_WITH_PREVIOUS));
	gap_space(b, n, PROP_SPACE_BEFORE);
	if (n->id != NULL)
		anchor_add(b->layout->arena, &b->due, ANCHOR_ID, n->id, n);
	if (frame != NULL)
		open.anchors = anchors_join(anchors_take(&b->left),
		    anchors_take(&b->due));
	if (frame != NULL || v->wall)
		gap_edge(b, open);
	b->together = keep_stronger(b->together, keep_of(n,
	    PROP_KEEP_TOGETHER));
}

/* An object without a box keeps its neighbours together only if it is kept
   with both. */
static void
level_vanish(struct build *b, struct level *v)
{
	anchors_leave(b, v->due);
	b->gap.keep = v->keep;
	gap_keep(b, keep_weaker(keep_of(v->node, PROP_KEEP_WITH_NEXT),
	    keep_of(v->node, PROP_KEEP_WITH_PREVIOUS)));
}

void
level_close(struct build *b, struct level *v)
{
	int vanishes;

	if (b->boxes == v->boxes && (v->frame != NULL || v->brk != ASK_NONE))
		build_box(b, (struct item){.node = v->node});
	vanishes = b->boxes == v->boxes;
	if (!vanishes) {
		anchors_leave(b, &b->due.first);
		anchors_settle(b);
	}
	anchor_end(b, v->node, v->boxes);
	if (vanishes)
		level_vanish(b, v);
	else
		gap_keep(b, keep_of(v->node, PROP_KEEP_WITH_NEXT));
	if (v->frame != NULL || v->wall)
		gap_edge(b, (struct edge){.kind = GAP_CLOSE, .wall = v->wall,
		    .frame = v->frame, .node = v->node});
	b->together = v->together;
	b->gap.together = keep_weaker(b->gap.together, b->together);
	gap_space(b, v->node, PROP_SPACE_AFTER);
	build_break(b, break_of(v->node, PROP_BREAK_AFTER));
}

void
block_lay(struct build *b, const struct fo_node *n)
{
	struct level v = {0};

	level_open(b, &v, n, block_frame(b, n, block_place(b, n)));
	build_children(b, n);
	level_close(b, &v);
}
