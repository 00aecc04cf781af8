/*
 * master: in: a page master's properties. Out: the rectangles of its regions
 * on the sheet, and for each page of a sequence the master it gets.
 *
 *     sheet ---------------------------+
 *     |  margins of the page master    |   A turned page master has its
 *     |  +- region-before -----------+ |   regions laid out on the turned
 *     |  | s |                   | e | |   rectangle, which is then put back
 *     |  | t |    region-body    | n | |   on the sheet.
 *     |  | a | (its own margins) | d | |
 *     |  +- region-after ------------+ |
 *     +--------------------------------+
 */
#include "fo/master.h"

#include <string.h>

struct rect {
	mpt x, y, w, h;
};

const char *
fo_region_name(const struct fo_node *region)
{
	const char *name = fo_str(region, PROP_REGION_NAME);

	if (*name != '\0')
		return name;
	switch (region->type) {
	case FO_REGION_BODY:
		return "xsl-region-body";
	case FO_REGION_BEFORE:
		return "xsl-region-before";
	case FO_REGION_AFTER:
		return "xsl-region-after";
	case FO_REGION_START:
		return "xsl-region-start";
	default:
		return "xsl-region-end";
	}
}

/* --- rectangles ------------------------------------------------------- */

/* Inside the margins; percentages are of the width (7.11). */
static struct rect
inside_margins(const struct fo_node *n, struct rect r)
{
	const mpt left = fo_len(n, PROP_MARGIN_LEFT, r.w);
	const mpt top = fo_len(n, PROP_MARGIN_TOP, r.w);

	return (struct rect){.x = r.x + left, .y = r.y + top,
	    .w = r.w - left - fo_len(n, PROP_MARGIN_RIGHT, r.w),
	    .h = r.h - top - fo_len(n, PROP_MARGIN_BOTTOM, r.w)};
}

static struct rect
inside_borders(const struct fo_node *n, struct rect r)
{
	const mpt start = fo_border(n, PROP_BORDER_START_WIDTH) +
	    fo_padding(n, PROP_PADDING_START, r.w);
	const mpt before = fo_border(n, PROP_BORDER_BEFORE_WIDTH) +
	    fo_padding(n, PROP_PADDING_BEFORE, r.w);

	return (struct rect){.x = r.x + start, .y = r.y + before,
	    .w = r.w - start - fo_border(n, PROP_BORDER_END_WIDTH) -
	        fo_padding(n, PROP_PADDING_END, r.w),
	    .h = r.h - before - fo_border(n, PROP_BORDER_AFTER_WIDTH) -
	        fo_padding(n, PROP_PADDING_AFTER, r.w)};
}

static mpt
extent(const struct fo_node *region, mpt base)
{
	return region == NULL ? 0 : fo_len(region, PROP_EXTENT, base);
}

static int
precedes(const struct fo_node *region)
{
	return region != NULL && fo_kw(region, PROP_PRECEDENCE) == FO_KW_TRUE;
}

/*
 * The corners belong to region-start and -end, unless region-before or -after
 * has precedence (7.27.16).
 */
static struct rect
region_rect(const struct fo_node *const *node, enum fo_region_kind kind,
    struct rect page)
{
	const mpt before = extent(node[FO_BEFORE], page.h);
	const mpt after = extent(node[FO_AFTER], page.h);
	const mpt start = extent(node[FO_START], page.w);
	const mpt end = extent(node[FO_END], page.w);
	struct rect r = page;

	if (kind == FO_BEFORE || kind == FO_AFTER) {
		r.h = kind == FO_BEFORE ? before : after;
		r.y = kind == FO_BEFORE ? 0 : page.h - after;
		r.x = precedes(node[kind]) ? 0 : start;
		r.w = page.w - (precedes(node[kind]) ? 0 : start + end);
	} else if (kind == FO_START || kind == FO_END) {
		r.w = kind == FO_START ? start : end;
		r.x = kind == FO_START ? 0 : page.w - end;
		r.y = precedes(node[FO_BEFORE]) ? before : 0;
		r.h = page.h - r.y - (precedes(node[FO_AFTER]) ? after : 0);
	} else {
		r = inside_margins(node[FO_BODY], page);
	}
	return inside_borders(node[kind], r);
}

mpt
fo_region_measure(const struct fo_region *r)
{
	return r->turn == 90 || r->turn == 270 ? r->h : r->w;
}

mpt
fo_region_height(const struct fo_region *r)
{
	return r->turn == 90 || r->turn == 270 ? r->w : r->h;
}

/* Between columns that are not there is no gap (7.27.3). */
mpt
fo_region_column(const struct fo_region *r)
{
	const mpt measure = fo_region_measure(r);

	if (r->columns == 1)
		return measure;
	if (r->columns > measure || r->gap > measure / (r->columns - 1))
		return 0;
	return (measure - (r->columns - 1) * r->gap) / r->columns;
}

static void
columns_measure(struct fo_region *r)
{
	const int64_t columns = fo_int(r->node, PROP_COLUMN_COUNT);

	r->columns = columns > INT32_MAX ? INT32_MAX : (int)columns;
	r->gap = fo_len(r->node, PROP_COLUMN_GAP, fo_region_measure(r));
}

/* From the turned rectangle back onto the sheet. */
static struct rect
turned_back(struct rect r, struct rect sheet, int turn)
{
	switch (turn) {
	case 90:
		return (struct rect){sheet.x + r.y,
		    sheet.y + sheet.h - r.x - r.w, r.h, r.w};
	case 180:
		return (struct rect){sheet.x + sheet.w - r.x - r.w,
		    sheet.y + sheet.h - r.y - r.h, r.w, r.h};
	case 270:
		return (struct rect){sheet.x + sheet.w - r.y - r.h,
		    sheet.y + r.x, r.h, r.w};
	default:
		return (struct rect){sheet.x + r.x, sheet.y + r.y, r.w, r.h};
	}
}

static void
regions_find(const struct fo_node *master, const struct fo_node **node)
{
	for (const struct fo_node *c = master->child; c != NULL; c = c->next)
		if (c->type >= FO_REGION_BODY && c->type <= FO_REGION_END)
			node[c->type - FO_REGION_BODY + FO_BODY] = c;
}

_Static_assert(FO_REGION_END - FO_REGION_BODY == (int)FO_END - (int)FO_BODY &&
    FO_REGION_BEFORE - FO_REGION_BODY == (int)FO_BEFORE - (int)FO_BODY,
    "object.def: regions in the order of enum fo_region_kind");

void
fo_master_measure(const struct fo_node *n, struct fo_page_master *m)
{
	const struct fo_node *node[FO_REGIONS] = {NULL};
	struct rect sheet, page = {0, 0, 0, 0};

	*m = (struct fo_page_master){.node = n,
	    .name = fo_str(n, PROP_MASTER_NAME),
	    .w = fo_len(n, PROP_PAGE_WIDTH, 0),
	    .h = fo_len(n, PROP_PAGE_HEIGHT, 0),
	    .turn = (int)fo_int(n, PROP_REFERENCE_ORIENTATION)};
	sheet = inside_margins(n, (struct rect){0, 0, m->w, m->h});
	page.w = m->turn % 180 == 0 ? sheet.w : sheet.h;
	page.h = m->turn % 180 == 0 ? sheet.h : sheet.w;
	regions_find(n, node);
	for (int i = FO_BODY; i < FO_REGIONS; i++) {
		struct fo_region *to = &m->region[i];
		struct rect r;

		if (node[i] == NULL)
			continue;
		r = turned_back(region_rect(node, (enum fo_region_kind)i,
		    page), sheet, m->turn);
		*to = (struct fo_region){.node = node[i],
		    .name = fo_region_name(node[i]), .x = r.x, .y = r.y,
		    .w = r.w, .h = r.h,
		    .turn = (m->turn + (int)fo_int(node[i],
		        PROP_REFERENCE_ORIENTATION)) % 360, .columns = 1};
		if (i == FO_BODY)
			columns_measure(to);
	}
}

/* --- which master ----------------------------------------------------- */

static int
position_fits(enum fo_kw position, struct fo_page_query q)
{
	switch (position) {
	case FO_KW_FIRST:
		return q.index == 0;
	case FO_KW_LAST:
		return q.last;
	case FO_KW_REST:
		return q.index > 0 && !q.last;
	case FO_KW_ONLY:
		return q.index == 0 && q.last;
	default:
		return 1;
	}
}

static int
condition_fits(const struct fo_node *n, struct fo_page_query q)
{
	const enum fo_kw parity = fo_kw(n, PROP_ODD_OR_EVEN);
	const enum fo_kw blank = fo_kw(n, PROP_BLANK_OR_NOT_BLANK);

	return position_fits(fo_kw(n, PROP_PAGE_POSITION), q) &&
	    (parity == FO_KW_ANY || (parity == FO_KW_ODD) == (q.odd != 0)) &&
	    (blank == FO_KW_ANY || (blank == FO_KW_BLANK) == (q.blank != 0));
}

/* The reference a specifier makes for this page; NULL: none fits. */
static const struct fo_node *
specifier_choose(const struct fo_node *s, struct fo_page_query q)
{
	if (s->type != FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES)
		return s;
	for (const struct fo_node *c = s->child; c != NULL; c = c->next)
		if (condition_fits(c, q))
			return c;
	return NULL;
}

static const struct fo_node *
master_of(const struct fo_tree *tree, const struct fo_node *reference)
{
	return map_find(tree->masters,
	    fo_str(reference, PROP_MASTER_REFERENCE));
}

/* What a page gets whose sequence names no master that there is. */
static const struct fo_node *
master_first(const struct fo_tree *tree)
{
	for (size_t i = 0; i < map_count(tree->masters); i++) {
		const struct fo_node *n = map_at(tree->masters, i)->value;

		if (n->type == FO_SIMPLE_PAGE_MASTER)
			return n;
	}
	return NULL;
}

/* How often a specifier may be used; -1: without end. */
static int64_t
specifier_limit(const struct fo_node *s)
{
	if (s->type == FO_SINGLE_PAGE_MASTER_REFERENCE)
		return 1;
	return fo_int(s, PROP_MAXIMUM_REPEATS);
}

/* The last reference of the last specifier, whatever its condition. */
static const struct fo_node *
specifier_force(const struct fo_node *s, struct fo_page_query q)
{
	const struct fo_node *reference = specifier_choose(s, q);

	return reference != NULL ? reference : s->last;
}

static const struct fo_node *
reference_next(const struct fo_node *master, struct fo_page_query q,
    struct fo_master_state *st, struct diag *d)
{
	if (st->specifier == NULL)
		*st = (struct fo_master_state){.specifier = master->child};
	for (;;) {
		const struct fo_node *s = st->specifier;
		const int64_t limit = specifier_limit(s);
		const struct fo_node *reference =
		    limit < 0 || st->used < limit ? specifier_choose(s, q)
		                                  : NULL;

		if (reference != NULL) {
			st->used += st->used < INT32_MAX;
			return reference;
		}
		if (s->next == NULL)
			break;
		*st = (struct fo_master_state){.specifier = s->next};
	}
	diag_add(d, DIAG_F14, master->src, "page-sequence-master \"%s\"",
	    fo_str(master, PROP_MASTER_NAME));
	return specifier_force(st->specifier, q);
}

const struct fo_page_master *
fo_master_next(const struct fo_tree *tree, struct arena *arena,
    const struct fo_node *sequence, struct fo_page_query q,
    struct fo_master_state *st, struct diag *d)
{
	struct fo_page_master *page = ARENA_NEW(arena, struct fo_page_master);
	const struct fo_node *master = master_of(tree, sequence);

	if (master != NULL && master->type == FO_PAGE_SEQUENCE_MASTER)
		master = master_of(tree, reference_next(master, q, st, d));
	if (master == NULL)
		master = master_first(tree);
	fo_master_measure(master, page);
	return page;
}

/* --- parity ----------------------------------------------------------- */

static int
same_body(const struct fo_tree *tree, const struct fo_node *a,
    const struct fo_node *b)
{
	struct fo_page_master ma, mb;

	if (a == b || a == NULL || b == NULL)
		return a == b;
	fo_master_measure(master_of(tree, a), &ma);
	fo_master_measure(master_of(tree, b), &mb);
	return ma.region[FO_BODY].w == mb.region[FO_BODY].w &&
	    ma.region[FO_BODY].h == mb.region[FO_BODY].h &&
	    ma.region[FO_BODY].turn == mb.region[FO_BODY].turn;
}

int
fo_master_parity(const struct fo_tree *tree, const struct fo_node *sequence)
{
	const struct fo_node *master = master_of(tree, sequence);

	if (master == NULL || master->type != FO_PAGE_SEQUENCE_MASTER)
		return 0;
	for (const struct fo_node *s = master->child; s != NULL; s = s->next)
		for (int i = 0; i < 8; i++) {
			struct fo_page_query q = {.index = i & 1,
			    .blank = i >> 1 & 1, .last = i >> 2};
			const struct fo_node *even = specifier_choose(s, q);

			q.odd = 1;
			if (!same_body(tree, even, specifier_choose(s, q)))
				return 1;
		}
	return 0;
}
