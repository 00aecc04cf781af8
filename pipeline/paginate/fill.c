/*
 * Filling one region, greedily, with snapshots.
 *
 * The walk goes forward item by item and only adds heights. At every place
 * where the region could end (behind a box, or behind the frames that close
 * after it) it keeps a snapshot when no better one is known: better is a
 * weaker keep, and of equals the later. When a box does not fit, the last
 * snapshot is the answer; if the box is a band, the band is asked how far it
 * can be set, which is one more place to compare.
 *
 *     heading   keep 255      no snapshot can beat ...
 *     line      keep 200
 *     line      keep 0        ... this one
 *     line      keep 200
 *     line                    does not fit: back to the snapshot
 *
 * A band that fits as a whole but is kept to what no longer fits can still
 * be divided: bands passed since the last legal place are remembered.
 *
 * Rejected: total-fit breaking (Knuth, FOP). A pack has hundreds of pages
 * that break anywhere; what matters is that a keep is never dropped unsaid.
 */
#include "paginate/fill.h"

/* A band passed whole: the walk as it stood before it. */
struct mark {
	const struct mark *up;
	struct walk before;
};

struct filling {
	struct arena *arena;
	const struct flow *flow;
	struct walk walk;
	struct room room;
	struct fill best;          /* strength > FORCED: none yet */
	const struct mark *marks;  /* bands passed since the last legal place */
	size_t boxes;              /* passed */
	uint8_t force;
	uint8_t pending;           /* a BREAK was passed: */
	enum item_break brk;
};

#define STRENGTH_NONE (STRENGTH_FORCED + 1)

static const struct item *
item_at(const struct filling *f)
{
	return &f->flow->item[f->walk.at.item];
}

static int
better(const struct filling *f, int strength, size_t item)
{
	return strength < f->best.strength ||
	    (strength == f->best.strength && item >= f->best.to.item);
}

/* The region may end where the walk stands: keep it if it is the best. */
static void
fill_snapshot(struct filling *f)
{
	size_t i = f->walk.at.item, solid = flow_solid(f->flow, i);
	const struct item *last = &f->flow->item[i - 1];
	int strength = f->room.column ? last->keep_column : last->keep;
	mpt end = walk_end(&f->walk);

	if (solid == f->flow->n || end > f->room.cut)
		return;
	if (f->flow->item[solid].kind == ITEM_CLOSE) {
		if (!f->force)
			return;
		strength = STRENGTH_FORCED;
	}
	if (!better(f, strength, i))
		return;
	f->best = (struct fill){.status = FILL_FULL, .to = f->walk.at,
	    .used = end, .strength = strength, .split = last->node};
	if (strength == STRENGTH_LEGAL)
		f->marks = NULL;
}

/* What a band at the walk has, table heads and kept edges taken off. */
static struct room
fill_rest(const struct filling *f, const struct walk *w)
{
	const struct table *t = f->flow->item[w->at.item].table;
	mpt taken = w->y + walk_head(w), foot = walk_foot(w);
	struct room r = {.column = f->room.column};

	if (!f->force) {
		taken += w->closing;
		foot = mpt_max(foot, table_repeat_foot(t));
	}
	r.cut = f->room.cut - taken - (f->force ? 0 : table_repeat_foot(t));
	r.done = mpt_min(r.cut, f->room.cut - taken - foot);
	return r;
}

/* A place inside a band, as a result. */
static struct fill
fill_inside(const struct walk *before, const struct band_fill *b)
{
	struct walk w = *before;
	struct fill r = {.status = FILL_FULL, .strength = b->strength,
	    .split = b->split, .tall = b->tall, .broke = b->broke,
	    .brk = b->brk};

	walk_part(&w, b->used, b->to);
	r.to = w.at;
	r.used = walk_end(&w);
	return r;
}

/* Bands that fitted whole are asked for a place before their end. */
static void
fill_back(struct filling *f)
{
	const struct mark *m = f->marks;

	for (; m != NULL && f->best.strength > STRENGTH_LEGAL; m = m->up) {
		const struct item *it = &f->flow->item[m->before.at.item];
		struct room r = fill_rest(f, &m->before);
		struct band_fill b;

		r.cut = mpt_min(r.cut, it->height - 1);
		r.done = mpt_min(r.done, r.cut);
		b = band_fill(f->arena, it->band, NULL, r, 0);
		if (b.status == FILL_FULL &&
		    better(f, b.strength, m->before.at.item))
			f->best = fill_inside(&m->before, &b);
	}
}

static struct fill
fill_done(struct filling *f, const struct fo_node *tall)
{
	return (struct fill){.status = FILL_DONE, .to = f->walk.at,
	    .used = walk_end(&f->walk), .tall = tall};
}

/* A table's head leaves no room for a row: it stands alone, the rows follow
   without it. */
static struct fill
fill_head(struct filling *f)
{
	struct fill r = {.status = FILL_FULL};

	walk_pass_head(&f->walk);
	r.to = f->walk.at;
	r.used = walk_end(&f->walk);
	if (r.used > f->room.cut)
		r.tall = r.to.table->node;
	return r;
}

/* Nothing fits into an empty region: set the first box all the same. */
static struct fill
fill_forced(struct filling *f)
{
	const struct item *it = item_at(f);
	struct band_fill b = {.status = FILL_DONE, .used = it->height,
	    .tall = it->node};
	struct fill r;

	if (walk_head(&f->walk) > 0)
		return fill_head(f);
	if (it->band != NULL)
		b = band_fill(f->arena, it->band, f->walk.at.part,
		    fill_rest(f, &f->walk), 1);
	if (b.status == FILL_FULL)
		return fill_inside(&f->walk, &b);
	walk_box(&f->walk, b.used);
	while (f->walk.at.item < f->flow->n && (item_at(f)->kind == ITEM_CLOSE
	    || flow_solid(f->flow, f->walk.at.item) == f->flow->n))
		walk_edge(&f->walk);
	r = fill_done(f, b.tall);
	if (f->walk.at.item < f->flow->n) {
		r.status = FILL_FULL;
		r.strength = STRENGTH_FORCED;
		r.split = it->node;
	}
	return r;
}

/* The item at the walk does not fit: end at the best place there is. */
static struct fill
fill_overflow(struct filling *f, const struct band_fill *cut)
{
	size_t i = f->walk.at.item;

	if (cut != NULL && cut->status == FILL_FULL &&
	    better(f, cut->strength, i))
		f->best = fill_inside(&f->walk, cut);
	fill_back(f);
	if (f->best.strength < STRENGTH_NONE)
		return f->best;
	if (!f->force)
		return (struct fill){.status = FILL_AGAIN,
		    .strength = STRENGTH_NONE};
	if (i == f->flow->n)
		return fill_done(f, f->flow->item[i - 1].node);
	return fill_forced(f);
}

static int
box_remains(const struct flow *flow, size_t i)
{
	while (i < flow->n && flow->item[i].kind != ITEM_BOX)
		i++;
	return i < flow->n;
}

/* True when a BREAK was passed that ends the region here. */
static int
fill_breaks(const struct filling *f)
{
	size_t i = flow_solid(f->flow, f->walk.at.item);

	return f->pending && f->boxes > 0 && box_remains(f->flow, i) &&
	    f->flow->item[i].kind != ITEM_CLOSE &&
	    f->flow->item[i].kind != ITEM_BREAK;
}

/* End at the BREAK that was passed, or earlier when that has no room. */
static struct fill
fill_break(struct filling *f)
{
	struct fill r = fill_done(f, NULL);

	if (r.used > f->room.cut && !f->force)
		return fill_overflow(f, NULL);
	r.status = FILL_FULL;
	r.broke = 1;
	r.brk = f->brk;
	return r;
}

static void
fill_pass_edge(struct filling *f)
{
	const struct item *it = item_at(f);

	walk_edge(&f->walk);
	if (it->kind == ITEM_CLOSE)
		fill_snapshot(f);
	if (it->kind == ITEM_BREAK) {
		f->brk = f->pending ? break_both(f->brk, it->brk) : it->brk;
		f->pending = 1;
	}
}

static void
fill_pass_box(struct filling *f, mpt height)
{
	struct mark *m;

	if (item_at(f)->band != NULL && f->walk.at.part == NULL) {
		m = ARENA_NEW(f->arena, struct mark);
		m->up = f->marks;
		m->before = f->walk;
		f->marks = m;
	}
	f->boxes++;
	f->pending = 0;
	walk_box(&f->walk, height);
	fill_snapshot(f);
}

/* Pass the box at the walk if it fits; else FILL_AGAIN, and in *cut how far
   its band would go. */
static enum fill_status
fill_box(struct filling *f, struct band_fill *cut)
{
	const struct item *it = item_at(f);
	const struct walk *w = &f->walk;

	cut->status = FILL_AGAIN;
	if (w->at.part == NULL &&
	    w->y + walk_head(w) + it->height + walk_foot(w) <= f->room.cut &&
	    (it->band == NULL || !band_has_break(it->band))) {
		fill_pass_box(f, it->height);
		return FILL_DONE;
	}
	if (it->band == NULL)
		return FILL_AGAIN;
	*cut = band_fill(f->arena, it->band, w->at.part, fill_rest(f, w), 0);
	if (cut->status != FILL_DONE)
		return FILL_AGAIN;
	fill_pass_box(f, cut->used);
	return FILL_DONE;
}

struct fill
fill_flow(struct arena *a, const struct flow *flow, const struct cursor *from,
    struct room room, int force)
{
	struct filling f = {.arena = a, .flow = flow, .room = room,
	    .force = force != 0, .best.strength = STRENGTH_NONE};
	struct band_fill cut;

	f.walk = walk_start(a, flow, from, force);
	if (from->item >= flow->n)
		return fill_done(&f, NULL);
	while (f.walk.at.item < flow->n) {
		if (fill_breaks(&f))
			return fill_break(&f);
		if (item_at(&f)->kind != ITEM_BOX)
			fill_pass_edge(&f);
		else if (fill_box(&f, &cut) != FILL_DONE)
			return cut.broke && cut.status == FILL_FULL ?
			    fill_inside(&f.walk, &cut) :
			    fill_overflow(&f, &cut);
	}
	return walk_end(&f.walk) <= room.done ? fill_done(&f, NULL) :
	    fill_overflow(&f, NULL);
}

enum item_break
break_both(enum item_break first, enum item_break second)
{
	return second > BREAK_PAGE || second > first ? second : first;
}

enum item_break
fill_skip_breaks(const struct flow *flow, struct cursor *at)
{
	enum item_break brk = BREAK_COLUMN;

	for (size_t i = at->item; at->part == NULL && i < flow->n; i++) {
		if (flow->item[i].kind == ITEM_BREAK) {
			at->item = i + 1;
			brk = break_both(brk, flow->item[i].brk);
		} else if (flow->item[i].kind != ITEM_SPACE)
			break;
	}
	return brk;
}
