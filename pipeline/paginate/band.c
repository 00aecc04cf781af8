/*
 * Breaking inside rows.
 *
 *      row 0 | A  | B ..... |      cells are parallel flows; each breaks
 *      row 1 | A  | C | D . |      where it likes. The part that goes on a
 *      ------+----+---+-----+ cut  page ends between two rows or inside one.
 *      row 1      | C'| D'  |      A is over; C and D go on; B was over
 *
 * Every cell is filled once, with all the height that is left below its top.
 * A row whose cells all end is passed. The first one that is not is cut: a
 * legal cut lets every unfinished cell make progress, and the row's
 * keep-together counts as the strength. A cell that spans the cut simply
 * keeps what it was filled with.
 */
#include "paginate/band.h"

#include "paginate/fill.h"

int
cell_ends(const struct cell *c, int r)
{
	return c->row + c->rows - 1 == r;
}

struct sweep
sweep_start(struct arena *a, const struct band *b, const struct part *from)
{
	struct sweep s = {.band = b, .from = from,
	    .row = from == NULL ? 0 : from->row};

	s.live = ARENA_ARRAY(a, b->cells, size_t);
	s.top = ARENA_ARRAY(a, b->cells, mpt);
	s.extent = ARENA_ARRAY(a, b->cells, mpt);
	return s;
}

size_t
sweep_enter(struct sweep *s)
{
	size_t entered = 0;

	while (s->next < s->band->cells &&
	    s->band->cell[s->next].row <= s->row) {
		const struct cell *c = &s->band->cell[s->next];

		if (c->row + c->rows > s->row) {
			s->top[s->next] = s->y;
			s->live[s->lives++] = s->next;
			entered++;
		}
		s->next++;
	}
	return entered;
}

mpt
sweep_height(const struct sweep *s)
{
	int begun = s->from != NULL && s->from->begun &&
	    s->from->row == s->row;
	mpt h = begun ? 0 : s->band->row_min[s->row];

	for (size_t k = 0; k < s->lives; k++) {
		size_t i = s->live[k];

		if (cell_ends(&s->band->cell[i], s->row))
			h = mpt_max(h, s->top[i] + s->extent[i] - s->y);
	}
	return h;
}

mpt
sweep_cut(const struct sweep *s)
{
	mpt h = 0;

	for (size_t k = 0; k < s->lives; k++) {
		size_t i = s->live[k];

		h = mpt_max(h, s->top[i] + s->extent[i] - s->y);
	}
	return h;
}

void
sweep_leave(struct sweep *s, mpt height)
{
	size_t n = 0;

	for (size_t k = 0; k < s->lives; k++)
		if (!cell_ends(&s->band->cell[s->live[k]], s->row))
			s->live[n++] = s->live[k];
	s->lives = n;
	s->y += height;
	s->row++;
}

/* A band being filled: the sweep, what each cell takes, the best place
   between two rows so far. */
struct filling {
	struct arena *arena;
	struct sweep s;
	struct room room;
	struct fill *got;     /* by cell */
	int between;          /* row the place is before, 0: none */
	int between_keep;
	mpt between_y;
};

/* Fill one cell from where it was left. */
static void
cell_fill(struct filling *f, size_t i, int force)
{
	const struct cell *c = &f->s.band->cell[i];
	struct cursor from = part_cell(f->s.from, i);
	mpt before = part_begun(f->s.from, c) ? c->before_kept : c->before;
	mpt top = f->s.top[i] + before;
	struct room r = {.column = f->room.column,
	    .cut = f->room.cut - top - c->after_kept,
	    .done = f->room.done - top - c->after};
	struct fill *got = &f->got[i];

	if (c->flow == NULL || from.item >= c->flow->n)
		*got = (struct fill){.status = FILL_DONE, .to = from};
	else
		*got = fill_flow(f->arena, c->flow, &from, r, force);
	if (got->status == FILL_AGAIN)
		got->to = from;
	f->s.extent[i] = before + got->used +
	    (got->status == FILL_DONE ? c->after : c->after_kept);
}

/* True when all cells that end in the row are over. */
static int
row_over(const struct filling *f)
{
	for (size_t k = 0; k < f->s.lives; k++) {
		size_t i = f->s.live[k];

		if (cell_ends(&f->s.band->cell[i], f->s.row) &&
		    f->got[i].status != FILL_DONE)
			return 0;
	}
	return 1;
}

static int
row_last(const struct filling *f)
{
	return f->s.row == f->s.band->rows - 1;
}

/* Go down as long as rows fit; 1 when the band is over. */
static int
rows_pass(struct filling *f)
{
	const struct band *b = f->s.band;
	mpt h;

	while (f->s.row < b->rows) {
		size_t entered = sweep_enter(&f->s);

		for (size_t k = f->s.lives - entered; k < f->s.lives; k++)
			cell_fill(f, f->s.live[k], 0);
		h = sweep_height(&f->s);
		if (!row_over(f) || f->s.y + h >
		    (row_last(f) ? f->room.done : f->room.cut))
			return 0;
		sweep_leave(&f->s, h);
		if (f->s.row < b->rows && (f->between == 0 ||
		    b->between[f->s.row - 1] <= f->between_keep)) {
			f->between = f->s.row;
			f->between_keep = b->between[f->s.row - 1];
			f->between_y = f->s.y;
		}
	}
	return 1;
}

/* The cursors of a part that begins at a row: of all cells entered above. */
static struct part *
part_new(struct filling *f, int row, int begun)
{
	const struct band *b = f->s.band;
	struct part *p = ARENA_NEW(f->arena, struct part);

	p->row = row;
	p->begun = begun != 0;
	p->cell = ARENA_ARRAY(f->arena, b->cells, struct cursor);
	for (size_t i = 0; i < b->cells; i++) {
		const struct cell *c = &b->cell[i];
		int entered = f->s.from == NULL ||
		    c->row + c->rows > f->s.from->row;

		if (c->row >= row + (begun != 0))
			break;
		p->cell[i] = entered ? f->got[i].to : part_cell(f->s.from, i);
	}
	return p;
}

/* End between two rows: cells that span the place are divided with it. */
static struct band_fill
cut_between(struct filling *f)
{
	const struct band *b = f->s.band;
	struct band_fill r = {.status = FILL_FULL, .used = f->between_y,
	    .strength = f->between_keep};

	for (size_t i = 0; i < f->s.next; i++) {
		const struct cell *c = &b->cell[i];

		if (c->row >= f->between || c->row + c->rows <= f->between)
			continue;
		if (f->got[i].status == FILL_AGAIN)
			r.strength = KEEP_ALWAYS;
		else if (f->got[i].strength > r.strength)
			r.strength = f->got[i].strength;
		r.split = c->node;
		r.used = mpt_max(r.used, f->s.top[i] + f->s.extent[i]);
	}
	if (r.split == NULL)
		for (size_t i = 0; i < f->s.next; i++)
			if (b->cell[i].row < f->between)
				r.split = b->cell[i].node;
	r.to = part_new(f, f->between, 0);
	return r;
}

/* What the cells of the row in hand say about ending inside it. */
struct verdict {
	int moved;    /* unfinished cells that make progress */
	int blocked;  /* those that do not */
};

static struct verdict
cut_ask(const struct filling *f, struct band_fill *r)
{
	struct verdict v = {0, 0};

	r->strength = f->s.band->row_keep[f->s.row];
	for (size_t k = 0; k < f->s.lives; k++) {
		size_t i = f->s.live[k];
		const struct fill *got = &f->got[i];

		v.moved += got->status == FILL_FULL;
		v.blocked += got->status == FILL_AGAIN;
		if (got->strength > r->strength)
			r->strength = got->strength;
		if (got->status == FILL_FULL || r->split == NULL)
			r->split = f->s.band->cell[i].node;
		if (got->tall != NULL)
			r->tall = got->tall;
		if (got->broke)
			r->brk = r->broke ? break_both(r->brk, got->brk) :
			    got->brk;
		r->broke |= got->broke;
	}
	if (r->broke && !v.blocked)
		r->strength = STRENGTH_LEGAL;
	return v;
}

static struct band_fill
cut_inside(struct filling *f, struct band_fill r)
{
	r.status = FILL_FULL;
	r.used = f->s.y + sweep_cut(&f->s);
	r.to = part_new(f, f->s.row, 1);
	return r;
}

/* Not one cell moves in an empty region: each sets its first box. */
static struct band_fill
cut_forced(struct filling *f)
{
	struct band_fill r = {.status = FILL_FULL};
	struct verdict v;
	mpt h;

	for (size_t k = 0; k < f->s.lives; k++)
		if (f->got[f->s.live[k]].status == FILL_AGAIN)
			cell_fill(f, f->s.live[k], 1);
	v = cut_ask(f, &r);
	r.strength = STRENGTH_FORCED;
	if (v.moved > 0)
		return cut_inside(f, r);
	/* over by force: the row is too tall, whole */
	h = mpt_max(sweep_height(&f->s), sweep_cut(&f->s));
	if (r.tall == NULL)
		r.tall = r.split;
	r.used = f->s.y + h;
	if (row_last(f))
		r.status = FILL_DONE;
	else
		r.to = part_new(f, f->s.row + 1, 0);
	return r;
}

struct band_fill
band_fill(struct arena *a, const struct band *b, const struct part *from,
    struct room room, int force)
{
	struct filling f = {.arena = a, .room = room};
	struct band_fill in = {0}, r;
	struct verdict v;

	f.s = sweep_start(a, b, from);
	f.got = ARENA_ARRAY(a, b->cells, struct fill);
	if (rows_pass(&f))
		return (struct band_fill){.status = FILL_DONE,
		    .used = f.s.y};
	v = cut_ask(&f, &in);
	if (f.between > 0) {
		r = cut_between(&f);
		if (!v.moved || v.blocked || in.strength > r.strength)
			return r;
	}
	if (v.moved && !v.blocked)
		return cut_inside(&f, in);
	if (!force)
		return (struct band_fill){.status = FILL_AGAIN};
	if (v.moved) {
		in.strength = STRENGTH_FORCED;
		return cut_inside(&f, in);
	}
	return cut_forced(&f);
}

int
band_has_break(const struct band *b)
{
	for (size_t i = 0; i < b->cells; i++) {
		const struct flow *f = b->cell[i].flow;

		for (size_t k = 0; f != NULL && k < f->n; k++)
			if (f->item[k].kind == ITEM_BREAK ||
			    (f->item[k].band != NULL &&
			    band_has_break(f->item[k].band)))
				return 1;
	}
	return 0;
}
