/*
 * Headers and footers of tables that are not the same on every page. In: a
 * table whose header or footer prints a page number or retrieves a marker
 * (XSL 1.1, 6.13.7). Out: the header or footer once more, for a layout that
 * knows its page.
 *
 *     page 1   | Table 1             |     Pages are filled before it is known
 *     page 2   | Table 1 (continued) |     what they show, so all of them keep
 *                                          the height of the tallest: the
 *                                          last row is stretched to it
 *
 * The tallest is found by laying them out with each of the longest markers
 * of a class in turn, and with none. Should another one turn out taller
 * after all, paginate/ says so.
 *
 * Rejected: heights that follow what is shown. What is shown depends on where
 * the page ends, and that on the height.
 */
#include <string.h>

#include "layout/grid.h"

#define TRIED 8 /* markers of a class */

/* What a table's header and footer need to be laid out again. */
struct shape {
	const struct grid *grid;
	struct place place;
	mpt width;
	int together;
};

/* True when an object of that type is in a header or footer of a table, or
   anywhere in a cell. */
static int
heads_hold(const struct fo_node *n, enum fo_type type, int depth)
{
	for (n = n->child; n != NULL && depth < LAYOUT_DEPTH; n = n->next)
		if (n->type == type || ((n->type != FO_TABLE_BODY ||
		    depth > 0) && heads_hold(n, type, depth + 1)))
			return 1;
	return 0;
}

/* The cells of the table keep their flows. */
struct flow *
layout_repeat(struct layout *l, const struct table *t, int footer)
{
	const struct shape *s = t->shape;
	struct grid g = *s->grid;
	size_t first = footer ? g.row[g.foot].first : 0;
	size_t n = (footer ? g.cells : g.row[g.head].first) - first;
	struct grid_cell *kept = ARENA_ARRAY(l->arena, n, struct grid_cell);
	struct ends ends = {0};
	struct build b;
	struct flow *f;

	g.layout = l;
	memcpy(kept, g.cell + first, n * sizeof(*kept));
	build_start(&b, l, s->width, s->place, s->together, &ends);
	table_parts(&b, &g, footer ? FO_TABLE_FOOTER : FO_TABLE_HEADER,
	    footer ? g.foot : 0, NULL);
	f = build_end(&b);
	for (size_t i = 0; i < n; i++)
		cell_decimals(&g, &g.cell[first + i]);
	memcpy(g.cell + first, kept, n * sizeof(*kept));
	flow_stretch(f, footer ? t->footer_height : t->header_height);
	return f;
}

/* --- what may be retrieved ---------------------------------------------- */

struct candidate {
	const struct fo_node *marker;
	size_t letters;
};

/* The markers of a table, and which one is tried. */
struct candidates {
	struct layout *layout;
	struct candidate *v;
	size_t n, cap;
	int rank;          /* so many of a class are longer */
};

static size_t
letters_of(const struct fo_node *n, int depth)
{
	size_t sum = n->len;

	for (n = n->child; n != NULL && depth < LAYOUT_DEPTH; n = n->next)
		sum += letters_of(n, depth + 1);
	return sum;
}

static void
candidates_find(struct candidates *c, const struct fo_node *n, int depth)
{
	for (n = n->child; n != NULL && depth < LAYOUT_DEPTH; n = n->next) {
		if (n->type == FO_MARKER)
			ARENA_PUSH(c->layout->arena, c->v, c->n, c->cap) =
			    (struct candidate){n, letters_of(n, 0)};
		else
			candidates_find(c, n, depth + 1);
	}
}

static int
same_class(const struct candidate *a, const char *name)
{
	return strcmp(fo_str(a->marker, PROP_MARKER_CLASS_NAME), name) == 0;
}

/* Keep the longest of each class, the longest first. */
static void
candidates_sift(struct candidates *c)
{
	size_t kept = 0;

	for (size_t i = 0; i < c->n; i++) {
		struct candidate k = c->v[i];
		const char *name = fo_str(k.marker, PROP_MARKER_CLASS_NAME);
		size_t at = kept, last = kept, same = 0;

		for (size_t j = 0; j < kept; j++) {
			if (!same_class(&c->v[j], name))
				continue;
			same++;
			last = j;
			if (at == kept && k.letters > c->v[j].letters)
				at = j;
		}
		if (same == TRIED && at == kept)
			continue;
		if (same < TRIED)
			last = kept++;
		for (; last > at; last--)
			c->v[last] = c->v[last - 1];
		c->v[at] = k;
	}
	c->n = kept;
}

/* struct layout.retrieve: of the class asked for, the one that is tried. */
static const struct fo_node *
candidate_graft(void *ctx, const struct fo_node *at)
{
	const struct candidates *c = ctx;
	const char *name = fo_str(at, PROP_RETRIEVE_CLASS_NAME);
	const struct fo_node *found = NULL;
	int rank = c->rank;

	for (size_t i = 0; i < c->n && rank >= 0; i++)
		if (same_class(&c->v[i], name)) {
			found = c->v[i].marker;
			rank--;
		}
	return found == NULL ? NULL : fo_graft(c->layout->arena,
	    c->layout->tree, found, at, c->layout->diag);
}

/* A layout for trying: what it gathers and says is nobody's. */
static struct layout
layout_trial(const struct layout *l, struct candidates *c)
{
	struct layout trial = *l;

	trial.slot = NULL;
	trial.slots = trial.slots_cap = 0;
	trial.diag = diag_new();
	trial.page_number = NULL;
	trial.retrieve = candidate_graft;
	trial.page = c;
	trial.artifact = 1;
	return trial;
}

/* Header and footer get the height of the tallest they may show. */
static void
heads_measure(const struct layout *l, const struct grid *g, struct table *t)
{
	struct candidates c = {.rank = 0};
	struct layout trial = layout_trial(l, &c);
	mpt header = t->header_height, footer = t->footer_height;

	c.layout = &trial;
	candidates_find(&c, g->table, 0);
	candidates_sift(&c);
	for (c.rank = 0; c.rank < TRIED && (size_t)c.rank < c.n; c.rank++) {
		if (t->header != NULL)
			header = mpt_max(header, flow_height(layout_repeat(
			    &trial, t, 0)));
		if (t->footer != NULL)
			footer = mpt_max(footer, flow_height(layout_repeat(
			    &trial, t, 1)));
	}
	t->header_height = header;
	t->footer_height = footer;
	diag_free(trial.diag);
}

void
heads_settle(const struct build *b, const struct grid *g, struct table *t)
{
	struct shape *s;

	t->retrieves = heads_hold(g->table, FO_RETRIEVE_TABLE_MARKER, 0) != 0;
	t->paged = t->retrieves || heads_hold(g->table, FO_PAGE_NUMBER, 0);
	if (!t->paged)
		return;
	s = ARENA_NEW(b->layout->arena, struct shape);
	*s = (struct shape){g, b->place, b->flow->width, b->together};
	t->shape = s;
	if (!t->retrieves)
		return;
	heads_measure(b->layout, g, t);
	if (t->header != NULL)
		flow_stretch(t->header, t->header_height);
	if (t->footer != NULL)
		flow_stretch(t->footer, t->footer_height);
}

/* --- widths ------------------------------------------------------------- */

struct widths
heads_widths(struct layout *l, const struct fo_node *table,
    const struct fo_node *cell)
{
	struct candidates c = {.rank = 0};
	struct layout trial;
	struct widths w;

	if (!heads_hold(cell, FO_RETRIEVE_TABLE_MARKER, 1))
		return content_widths(l, cell);
	trial = layout_trial(l, &c);
	c.layout = &trial;
	candidates_find(&c, table, 0);
	candidates_sift(&c);
	w = content_widths(&trial, cell);
	diag_free(trial.diag);
	return w;
}
