/*
 * Which marker a table's header or footer shows (XSL 1.1, 6.13.7).
 *
 * A table that goes over pages stands there in fragments, each between two
 * cursors of the flow it is in. As on a page (marker.c), the object that a
 * marker stands in may start in a fragment, end in it, both, or just go on:
 *
 *     fragment 1   row 1: "10"   row 2: "25"   footer: last-ending, "25"
 *     fragment 2   row 3: "40"                 footer: "40"
 *
 * Where none starts or ends as asked, one that is in the fragment at all will
 * do; where there is none, the last one of the fragments before, on this page
 * or in the whole table, as the boundary says.
 */
#include "paginate/book.h"

#include <string.h>

/* Markers of one class in one table, in document order. */
struct finding {
	struct arena *arena;
	const struct fo_node *table;
	const char *name;
	const struct fo_node **v;
	size_t n, cap;
};

static void
finding_anchor(void *ctx, const struct anchor *k)
{
	struct finding *f = ctx;

	if (k->kind == ANCHOR_MARKER && strcmp(k->name, f->name) == 0 &&
	    visit_inside(k->node, f->table))
		ARENA_PUSH(f->arena, f->v, f->n, f->cap) = k->node;
}

static struct finding
find_between(const struct finding *like, const struct flow *flow,
    const struct cursor *from, const struct cursor *to)
{
	struct finding f = {.arena = like->arena, .table = like->table,
	    .name = like->name};
	struct visit v = {.anchor = finding_anchor, .ctx = &f};

	visit_flow(&v, flow, from, to);
	return f;
}

/* Where the table of the fragment begins, or something just before it. */
static struct cursor
table_start(const struct fragment *at, const struct table *table)
{
	struct cursor start = {.item = at->from.item};

	while (start.item > 0) {
		const struct item *it = &at->flow->item[start.item - 1];

		if (it->kind == ITEM_BOX && it->table != table)
			break;
		start.item--;
	}
	return start;
}

/* The first or last of some whose object goes on at a cursor, or is over. */
static const struct fo_node *
pick(const struct finding *f, const struct flow *flow,
    const struct cursor *at, int going, int last)
{
	const struct fo_node *found = NULL;

	for (size_t i = 0; i < f->n && (last || found == NULL); i++)
		if (visit_goes_on(flow, at, f->v[i]->parent) == going)
			found = f->v[i];
	return found;
}

/* The last one of the fragments before this one that count. */
static const struct fo_node *
find_earlier(const struct finding *like, const struct fragment *at,
    const struct cursor *start, const struct page *page, enum fo_kw boundary)
{
	struct cursor from = boundary == FO_KW_TABLE ? *start : at->from;
	struct finding f;

	for (size_t i = page->strips; boundary == FO_KW_PAGE && i-- > 0;)
		if (page->strip[i].stretch->flow == at->flow)
			from = page->strip[i].from;
	if (from.item < start->item)
		from = *start;
	f = find_between(like, at->flow, &from, &at->from);
	return f.n > 0 ? f.v[f.n - 1] : NULL;
}

/* In the fragment; NULL: none. */
static const struct fo_node *
find_here(const struct fragment *at, const struct finding *here,
    const struct finding *before, enum fo_kw position)
{
	int last = position == FO_KW_LAST_STARTING ||
	    position == FO_KW_LAST_ENDING;
	const struct fo_node *carried = pick(before, at->flow, &at->from, 1,
	    last), *m = NULL;

	if (position == FO_KW_FIRST_INCLUDING_CARRYOVER)
		m = carried;
	if (position == FO_KW_LAST_ENDING) {
		m = pick(here, at->flow, &at->to, 0, 1);
		if (m == NULL && carried != NULL &&
		    !visit_goes_on(at->flow, &at->to, carried->parent))
			m = carried;
	}
	if (m == NULL && here->n > 0)
		m = here->v[last ? here->n - 1 : 0];
	return m != NULL ? m : carried;
}

const struct fo_node *
fragment_marker(struct arena *a, const struct fragment *at,
    const struct table *table, const struct page *page,
    const struct fo_node *retrieve)
{
	struct finding like = {.arena = a, .table = table->node,
	    .name = fo_str(retrieve, PROP_RETRIEVE_CLASS_NAME)};
	struct cursor start = table_start(at, table);
	struct finding here = find_between(&like, at->flow, &at->from,
	    &at->to);
	struct finding before = find_between(&like, at->flow, &start,
	    &at->from);
	const struct fo_node *m = find_here(at, &here, &before,
	    fo_kw(retrieve, PROP_RETRIEVE_POSITION_WITHIN_TABLE));

	return m != NULL ? m : find_earlier(&like, at, &start, page,
	    fo_kw(retrieve, PROP_RETRIEVE_BOUNDARY_WITHIN_TABLE));
}
