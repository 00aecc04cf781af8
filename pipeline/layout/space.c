/*
 * Space resolution (XSL 1.1, 4.3.1). In: the edges that gathered in the gap
 * between two boxes. Out: CLOSE, SPACE, BREAK and OPEN items.
 *
 *     BOX | after  close  after | before  open  before | BOX
 *         '---- what ended ----'^'---- what begins ----'
 *                             split
 *
 * Border or padding that takes room is a *fence*: spaces on its two sides do
 * not meet. The edges of a reference area are a *wall*, at which spaces that
 * are not retained vanish. Between fences all spaces become one: forcing ones
 * are added, else the highest precedence and of those the largest counts.
 *
 * The one space that holds the split is also resolved twice more, for the
 * page that ends there and the page that begins: at_end and at_start. It
 * stands exactly at the split. So a frame without border and padding, which
 * is no fence, never contains the space that meets its edge.
 */
#include "layout/build.h"

struct resolved { mpt min, opt, max; int precedence; };

void
gap_edge(struct build *b, struct edge e)
{
	struct gap *g = &b->gap;

	ARENA_PUSH(b->layout->arena, g->edge, g->n, g->cap) = e;
	if (e.kind == GAP_AFTER || e.kind == GAP_CLOSE)
		g->split = g->n;
}

void
gap_space(struct build *b, const struct fo_node *n, enum fo_prop prop)
{
	struct fo_space s = fo_space(n, prop, b->place.w);

	if (s.min == 0 && s.opt == 0 && s.max == 0 && s.precedence == 0)
		return;
	gap_edge(b, (struct edge){.kind = prop == PROP_SPACE_BEFORE
	    ? GAP_BEFORE : GAP_AFTER, .space = s, .node = n});
}

static int
is_space(const struct edge *e)
{
	return e->kind == GAP_AFTER || e->kind == GAP_BEFORE;
}

/* The range without the conditional spaces that stand at its ends. */
static void
space_trim(const struct edge *e, size_t *from, size_t *to, int at_start,
    int at_end)
{
	while (at_start && *from < *to &&
	    !(is_space(&e[*from]) && e[*from].space.retain))
		++*from;
	while (at_end && *from < *to &&
	    !(is_space(&e[*to - 1]) && e[*to - 1].space.retain))
		--*to;
}

/* The one space that a sequence becomes; conditional ones vanish at_start and
   at_end. */
static struct resolved
space_resolve(const struct edge *e, size_t n, int at_start, int at_end)
{
	struct resolved r = {0, 0, 0, INT32_MIN};
	size_t from = 0;

	space_trim(e, &from, &n, at_start, at_end);
	for (size_t i = from; i < n; i++) {
		const struct fo_space *s = &e[i].space;
		int force = s->precedence == FO_FORCE;

		if (!is_space(&e[i]) || s->precedence < r.precedence)
			continue;
		if (force && r.precedence == FO_FORCE) {
			r.min += s->min;
			r.opt += s->opt;
			r.max += s->max;
		} else if (s->precedence > r.precedence || s->opt > r.opt) {
			r = (struct resolved){s->min, s->opt, s->max,
			    s->precedence};
		} else if (s->opt == r.opt) {
			r.min = mpt_max(r.min, s->min);
			r.max = mpt_min(r.max, s->max);
		}
	}
	return r;
}

/* --- the gap becomes items ---------------------------------------------- */

/* What is settled: the gap, where it is divided, and by what. */
struct settling {
	struct build *b;
	const struct edge *edge;
	size_t n, split;
	int strength;
	enum ask brk;
};

static struct item *
put(struct build *b, struct item it)
{
	struct flow *f = b->flow;

	keep_item(&it, KEEP_BOTH(KEEP_ALWAYS));
	ARENA_PUSH(b->layout->arena, f->item, f->n, f->cap) = it;
	return &f->item[f->n - 1];
}

static void
put_edge(struct build *b, const struct edge *e)
{
	struct frame *f = e->frame;

	if (f == NULL || is_space(e))
		return;
	if (e->kind == GAP_OPEN)
		put(b, (struct item){.kind = ITEM_OPEN, .height = f->before,
		    .frame = f, .anchors = e->anchors, .node = e->node});
	else
		put(b, (struct item){.kind = ITEM_CLOSE, .height = f->after,
		    .frame = f, .node = e->node});
}

static void
put_space(struct build *b, struct resolved r, mpt at_start, mpt at_end,
    const struct fo_node *node)
{
	if (r.opt == 0 && r.min == 0 && r.max == 0 && at_start == 0 &&
	    at_end == 0)
		return;
	put(b, (struct item){.kind = ITEM_SPACE, .height = r.opt,
	    .min = r.min, .max = r.max, .precedence = r.precedence,
	    .at_start = at_start, .at_end = at_end, .node = node});
}

static int
is_fence(const struct edge *e)
{
	if (is_space(e))
		return 0;
	return e->wall || (e->frame != NULL && (e->kind == GAP_OPEN
	    ? e->frame->before : e->frame->after) > 0);
}

/* The space, and perhaps the break, of the segment that holds the split. */
static void
settle_split(struct settling *s, size_t from, size_t to, int at_start,
    int at_end)
{
	const struct edge *e = s->edge;
	const struct fo_node *node = from < to ? e[from].node : NULL;
	struct resolved before, after;
	struct flow *f = s->b->flow;
	size_t at = f->n;

	before = space_resolve(e + from, s->split - from, at_start, 1);
	after = space_resolve(e + s->split, to - s->split, 1, at_end);
	if (at > 0)
		keep_item(&f->item[at - 1], s->strength);
	if (s->brk == ASK_NONE) {
		put_space(s->b, space_resolve(e + from, to - from, at_start,
		    at_end), after.opt, before.opt, node);
	} else {
		put_space(s->b, space_resolve(e + from, s->split - from,
		    at_start, 0), 0, before.opt, node);
		put(s->b, (struct item){.kind = ITEM_BREAK, .node = node,
		    .brk = (enum item_break)(s->brk - ASK_COLUMN)});
		put_space(s->b, space_resolve(e + s->split, to - s->split, 0,
		    at_end), after.opt, 0, node);
	}
	for (; at < f->n; at++)
		keep_item(&f->item[at], s->strength);
}

/* Edges from .. to-1, none of them a fence. */
static void
settle_segment(struct settling *s, size_t from, size_t to)
{
	const struct edge *e = s->edge;
	int at_start = from > 0 && e[from - 1].kind == GAP_OPEN &&
	    e[from - 1].wall;
	int at_end = to < s->n && e[to].kind == GAP_CLOSE && e[to].wall;
	int holds = from <= s->split && s->split <= to;
	size_t here = s->split < from ? from : s->split > to ? to : s->split;
	struct resolved r;

	for (size_t i = from; i < here; i++)
		put_edge(s->b, &e[i]);
	if (holds) {
		settle_split(s, from, to, at_start, at_end);
	} else if (from < to) {
		r = space_resolve(e + from, to - from, at_start, at_end);
		put_space(s->b, r, r.opt, r.opt, e[from].node);
	}
	for (size_t i = here; i < to; i++)
		put_edge(s->b, &e[i]);
}

/* Breaks and keeps at the ends of a flow inside another are its caller's. */
static void
settle_ends(struct settling *s, int last)
{
	struct ends *ends = s->b->ends;

	if (s->b->flow->n == 0 && ends != NULL) {
		ends->keep_before = s->b->gap.keep;
		ends->break_before = s->brk;
		s->brk = ASK_NONE;
	}
	if (last && ends != NULL) {
		ends->keep_after = s->b->gap.keep;
		ends->break_after = s->brk;
	}
	if (last) {
		s->strength = KEEP_NONE;
		s->brk = ASK_NONE;
	}
}

void
gap_settle(struct build *b, int last)
{
	struct gap *g = &b->gap;
	struct settling s = {.b = b, .edge = g->edge, .n = g->n,
	    .split = last ? g->n : b->flow->n == 0 ? 0 : g->split,
	    .strength = keep_stronger(g->keep, g->together),
	    .brk = g->brk};
	size_t from = 0;

	settle_ends(&s, last);
	for (size_t i = 0; i <= s.n; i++) {
		if (i < s.n && !is_fence(&s.edge[i]))
			continue;
		settle_segment(&s, from, i);
		if (i < s.n)
			put_edge(b, &s.edge[i]);
		from = i + 1;
	}
	g->n = g->split = 0;
	g->keep = KEEP_NONE;
	g->brk = ASK_NONE;
	g->together = b->together;
}
