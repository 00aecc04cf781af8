/*
 * The stretches of a flow. In: fo:flow and the two measures of its columns.
 * Out: flows that paginate/ sets one below the other.
 *
 *     block               | a | a |   stretch 0, in columns
 *     block               | a | a |
 *     block span="all"    | b b b |   stretch 1, across them
 *     table               | c | c |   stretch 2
 *
 * Only children of fo:flow span (XSL 1.1, 7.21.4), so a flow is divided
 * between its children. What the first and last objects of a stretch ask of
 * their surroundings is asked of its neighbours.
 */
#include "layout/build.h"

static int
spans(const struct fo_node *n)
{
	return n->type != FO_TEXT && n->type != FO_WRAPPER &&
	    fo_kw(n, PROP_SPAN) == FO_KW_ALL;
}

/* Stretches being made. */
struct divided {
	struct layout *layout;
	const struct fo_node *flow;
	mpt measure[2];         /* by span */
	struct stretch *stretch;
	size_t n, cap;
	struct ends before;     /* what the stretches so far ask */
};

/* The children from first to stop. */
static void
stretch_lay(struct divided *d, const struct fo_node *first,
    const struct fo_node *stop)
{
	const int span = spans(first);
	const mpt measure = d->measure[span];
	const struct fo_node *flow = d->flow;
	struct ends ends = {0};
	struct stretch s = {.span = span != 0};
	struct build b;
	enum ask brk;

	build_start(&b, d->layout, measure, (struct place){0, measure},
	    KEEP_NONE, &ends);
	if (first == flow->child && flow->id != NULL)
		anchor_add(d->layout->arena, &b.due, ANCHOR_ID, flow->id,
		    flow);
	build_range(&b, flow, first, stop);
	if (stop == NULL)
		anchor_end(&b, flow, 0);
	s.flow = build_end(&b);
	if (s.flow->n == 0)
		return;
	brk = ask_both(d->before.break_after, ends.break_before);
	s.keep = keep_page(keep_stronger(d->before.keep_after,
	    ends.keep_before));
	s.broke = brk != ASK_NONE;
	if (s.broke)
		s.brk = (enum item_break)(brk - ASK_COLUMN);
	d->before = ends;
	ARENA_PUSH(d->layout->arena, d->stretch, d->n, d->cap) = s;
}

size_t
layout_stretches(struct layout *l, const struct fo_node *flow, mpt measure,
    mpt whole, struct stretch **out)
{
	struct divided d = {.layout = l, .flow = flow,
	    .measure = {measure, whole}};
	const struct fo_node *n = flow->child, *stop;

	if (measure == whole || n == NULL) {
		*out = ARENA_NEW(l->arena, struct stretch);
		(*out)->flow = layout_flow(l, flow, measure);
		return 1;
	}
	for (; n != NULL; n = stop) {
		stop = n->next;
		while (stop != NULL && spans(stop) == spans(n))
			stop = stop->next;
		stretch_lay(&d, n, stop);
	}
	if (d.n == 0)
		ARENA_PUSH(l->arena, d.stretch, d.n, d.cap) =
		    (struct stretch){.flow = flow_empty(l, measure)};
	*out = d.stretch;
	return d.n;
}
