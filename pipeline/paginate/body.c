/*
 * The body of one page. In: a position in the stretches of a flow, and a
 * region-body. Out: strips, one for each column that something stands in.
 *
 *     +------+------+------+
 *     | a    | a    | a    |  a stretch in columns, filled one after another
 *     | a    | a    |      |  and balanced, because it ends here
 *     +------+------+------+
 *     | b       b       b  |  a stretch that spans them
 *     +------+------+------+
 *     | c    | c    | c    |  goes on on the next page: columns are full
 *     +------+------+------+
 *
 * Where a stretch ends on the page, at the end of the flow, before one that
 * spans or by a forced page break, its columns are made as low as they can be
 * with the same content: the area that holds them is as high as they are
 * (XSL 1.1, 6.4.14), and what stands below begins there. Before a break that
 * comes by itself they are full.
 *
 * A stretch that does not fit below others, or only by dividing what a keep
 * holds together, waits for the next page. When it is kept to the one before,
 * that one ends earlier, or waits as well.
 */
#include "paginate/book.h"

#define STRENGTH_NONE (STRENGTH_FORCED + 1)

/* One stretch set on the page. */
struct setting {
	enum fill_status status;
	struct cursor to;
	mpt used;
	int strength;        /* of the weakest end of its columns */
	uint8_t broke;
	enum item_break brk;
	struct fill *column;
	struct cursor *from; /* by column */
	int columns;         /* in use */
};

/* The body as it was before a stretch. */
struct stop {
	const struct stop *up;
	size_t strips;
	mpt y;
	struct position at;
};

struct filling {
	struct arena *arena;
	const struct sequence *s;
	const struct fo_region *region;
	mpt height;
	struct position at;
	mpt y;
	int force;
	const struct stop *stops;
	struct body body;
};

/* --- a stretch in columns ----------------------------------------------- */

static const struct stretch *
stretch_at(const struct filling *f)
{
	return &f->s->stretch[f->at.stretch];
}

static int
stretch_columns(const struct filling *f)
{
	return stretch_at(f)->span ? 1 : f->region->columns;
}

/* One column; 0 when it takes nothing. */
static int
column_fill(struct filling *f, struct setting *g, struct cursor *at,
    struct room room)
{
	const struct flow *flow = stretch_at(f)->flow;
	struct fill *r = &g->column[g->columns];
	enum item_break brk = f->y == 0 && g->columns == 0 ? BREAK_COLUMN :
	    fill_skip_breaks(flow, at);

	if (brk > BREAK_COLUMN) {
		g->broke = 1;
		g->brk = brk;
		return 0;
	}
	room.column = g->columns + 1 < stretch_columns(f);
	*r = fill_flow(f->arena, flow, at, room, 0);
	if (r->status == FILL_AGAIN && f->force && f->y == 0 &&
	    g->columns == 0)
		*r = fill_flow(f->arena, flow, at, room, 1);
	if (r->status == FILL_AGAIN ||
	    (f->y > 0 && r->status == FILL_FULL && r->strength > g->strength))
		return 0;
	g->from[g->columns++] = *at;
	*at = r->to;
	return 1;
}

/*
 * What is kept within a page may go from column to column, and it is only in
 * the last one that it turns out to be divided: then an earlier column ends
 * the page, if it can do so before that.
 */
static void
columns_shorten(struct filling *f, struct setting *g, struct room room)
{
	const struct flow *flow = stretch_at(f)->flow;
	int last = g->columns - 1;
	struct fill r;

	if (last < 1 || g->broke || g->status != FILL_FULL ||
	    g->column[last].strength == STRENGTH_LEGAL)
		return;
	room.column = 1;
	r = fill_flow(f->arena, flow, &g->from[last], room, 0);
	if (r.status != FILL_FULL || r.strength >= g->column[last].strength)
		return;
	room.column = 0;
	for (int k = last - 1; k >= 0; k--) {
		r = fill_flow(f->arena, flow, &g->from[k], room, 0);
		if (r.status != FILL_FULL || r.strength > STRENGTH_LEGAL)
			continue;
		g->column[k] = r;
		g->columns = k + 1;
		g->to = r.to;
		g->strength = STRENGTH_LEGAL;
		return;
	}
}

/* Fill the columns one after another, each with so much room. Below other
   stretches none ends where more than limit forbids it. */
static struct setting
columns_fill(struct filling *f, struct room room, int limit)
{
	const int columns = stretch_columns(f);
	struct setting g = {.status = FILL_FULL, .to = f->at.at,
	    .strength = limit};
	int strength = STRENGTH_LEGAL;

	g.column = ARENA_ARRAY(f->arena, (size_t)columns, struct fill);
	g.from = ARENA_ARRAY(f->arena, (size_t)columns, struct cursor);
	while (g.columns < columns && !g.broke && g.status == FILL_FULL &&
	    column_fill(f, &g, &g.to, room)) {
		const struct fill *r = &g.column[g.columns - 1];

		g.status = r->status;
		g.used = mpt_max(g.used, r->used);
		if (r->strength > strength)
			strength = r->strength;
		g.broke = r->broke && r->brk > BREAK_COLUMN;
		g.brk = r->brk;
	}
	if (g.columns == 0)
		g.status = FILL_AGAIN;
	g.strength = strength;
	columns_shorten(f, &g, room);
	return g;
}

static int
same_end(const struct setting *a, const struct setting *b)
{
	return a->status == b->status && a->broke == b->broke &&
	    a->to.item == b->to.item && a->strength >= b->strength;
}

/* The lowest columns that hold the same. */
static struct setting
columns_balance(struct filling *f, struct setting full)
{
	mpt low = 0, high = full.used;
	int force = f->force;

	f->force = 0;
	while (low < high) {
		mpt mid = low + (high - low) / 2;
		struct setting g = columns_fill(f, (struct room){mid, mid, 0},
		    full.strength);

		if (same_end(&full, &g)) {
			full = g;
			high = mid;
		} else {
			low = mid + 1;
		}
	}
	f->force = force;
	return full;
}

/* The stretch at the position, in what is left of the page; ending: it may
   end there. */
static struct setting
stretch_fill(struct filling *f, int limit, int ending)
{
	mpt rest = f->height - f->y;
	struct room room = {rest, ending ? rest : -1, 0};
	struct setting g = columns_fill(f, room, limit);

	if (stretch_columns(f) > 1 && (g.status == FILL_DONE ||
	    (g.status == FILL_FULL && g.broke && g.to.part == NULL)))
		g = columns_balance(f, g);
	return g;
}

/* --- the page ------------------------------------------------------------ */

/* The stretch's strips are the page's. */
static void
setting_take(struct filling *f, const struct setting *g)
{
	const struct fo_region *r = f->region;
	mpt step = fo_region_column(r) + r->gap;

	for (int i = 0; i < g->columns; i++) {
		const struct fill *c = &g->column[i];
		struct strip strip = {.stretch = stretch_at(f),
		    .from = g->from[i], .to = c->to, .x = i * step, .y = f->y,
		    .used = c->used, .tall = c->tall};

		if (c->status == FILL_FULL) {
			strip.strength = c->strength;
			strip.split = c->split;
		}
		ARENA_PUSH(f->arena, f->body.strip, f->body.strips,
		    f->body.strips_cap) = strip;
	}
	f->at.at = g->to;
	f->y += g->used;
}

static void
stop_note(struct filling *f)
{
	struct stop *s = ARENA_NEW(f->arena, struct stop);

	*s = (struct stop){.up = f->stops, .strips = f->body.strips,
	    .y = f->y, .at = f->at};
	f->stops = s;
}

/*
 * The stretch at the position does not fit below the one before. While it is
 * kept to that, that one ends before its end, or goes to the next page whole.
 */
static void
body_back(struct filling *f)
{
	const struct stop *s = f->stops;
	size_t strips = f->body.strips;
	struct position at = f->at;
	mpt y = f->y;

	for (; s != NULL && f->at.at.item == 0 && f->at.at.part == NULL &&
	    stretch_at(f)->keep > KEEP_NONE; s = s->up) {
		int keep = stretch_at(f)->keep;
		struct setting g;

		f->at = s->at;
		f->y = s->y;
		f->body.strips = s->strips;
		g = stretch_fill(f, keep - 1, 0);
		if (g.status == FILL_FULL && g.strength < keep) {
			setting_take(f, &g);
			return;
		}
	}
	if (s != NULL || f->body.strips > 0)
		return;
	/* all are kept together: the last keep gives way */
	f->body.strips = strips;
	f->at = at;
	f->y = y;
	f->body.strip[strips - 1].strength = stretch_at(f)->keep;
	f->body.strip[strips - 1].split = stretch_at(f)->flow->item->node;
}

static struct body
body_end(struct filling *f, enum fill_status status)
{
	f->body.status = status;
	f->body.to = f->at;
	f->body.used = f->y;
	return f->body;
}

/* The stretch at the position does not begin on this page. */
static struct body
body_full(struct filling *f)
{
	if (f->body.strips == 0)
		return body_end(f, FILL_AGAIN);
	body_back(f);
	return body_end(f, FILL_FULL);
}

static struct body
body_broke(struct filling *f, enum item_break brk)
{
	f->body.broke = 1;
	f->body.brk = brk;
	return body_end(f, FILL_FULL);
}

/* The strength of a keep that may give way where a stretch is divided: below
   others what the page's end before it would break. */
static int
stretch_limit(const struct filling *f)
{
	if (f->y == 0)
		return STRENGTH_NONE;
	return f->at.at.item > 0 || f->at.at.part != NULL ? KEEP_NONE :
	    stretch_at(f)->keep;
}

struct body
body_fill(struct arena *a, const struct sequence *s,
    const struct position *from, const struct fo_region *region, mpt height,
    int force)
{
	struct filling f = {.arena = a, .s = s, .region = region,
	    .height = height, .at = *from, .force = force};
	struct setting g;

	for (;;) {
		const struct stretch *now = stretch_at(&f);

		if (f.body.strips > 0 && now->broke && now->brk > BREAK_COLUMN)
			return body_broke(&f, now->brk);
		g = stretch_fill(&f, stretch_limit(&f), 1);
		if (g.status == FILL_AGAIN && !g.broke)
			return body_full(&f);
		stop_note(&f);
		setting_take(&f, &g);
		if (g.broke)
			return body_broke(&f, g.brk);
		if (g.status == FILL_FULL)
			return body_end(&f, FILL_FULL);
		if (f.at.stretch + 1 == s->stretches)
			return body_end(&f, FILL_DONE);
		f.at = (struct position){.stretch = f.at.stretch + 1};
	}
}

enum item_break
body_skip_breaks(const struct sequence *s, struct position *at)
{
	const struct stretch *now = &s->stretch[at->stretch];
	int begins = at->at.item == 0 && at->at.part == NULL;
	enum item_break brk = fill_skip_breaks(now->flow, &at->at);

	return begins && now->broke ? break_both(now->brk, brk) : brk;
}
