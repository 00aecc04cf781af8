/*
 * In: a paragraph's pieces up to a forced end, and the measure. Out: all of
 * its lines, chosen together so that their spaces are as even as can be
 * (D. E. Knuth and M. F. Plass, Breaking paragraphs into lines, 1981).
 *
 *     knots   places where a line may end and that some chain of lines
 *             reaches; each knows its best way back
 *     active  the knots from which a line may still begin
 *
 *     The Cabinet Com|mittee is asked| to ...
 *     o------ o---- o ------ o -- o
 *
 * Every place is tried against every active knot; a line costs the square of
 * its badness, which is the cube of how far its spaces stretch or shrink, and
 * more where it ends in a hyphen or against a keep. A knot leaves the active
 * ones when lines from it are too full; so they are as many as the places in
 * a line, and ACTIVE_MAX at the most.
 *
 * First only lines that are not too loose are allowed; if none get to the
 * end, loose ones too; if still none do (a word wider than the line), the
 * caller takes what fits first, as it does where inlines keep their edges at
 * the ends of lines. Left out of the book: classes of fitness, for which
 * every place would need four knots.
 */
#include "layout/text.h"

#include <string.h>

#define ACTIVE_MAX 256
#define RATIO 1000        /* a ratio of 1 */
#define BADNESS_MAX 10000
#define BADNESS_LOOSE 800 /* spaces stretched to twice what is meant */
#define HYPHEN_COST 50
#define LADDER_COST 3000
#define KEEP_COST 1000

/* Width, and by how much it may be more and less. */
struct total {
	mpt w, more, less;
};

struct knot {
	size_t end;          /* the line ends before this piece */
	uint32_t bytes;      /* or so many bytes into it */
	uint8_t hyphen;
	struct total start;  /* of all that no line after it holds */
	int64_t cost;        /* of all lines up to it */
	int64_t ladder;
	size_t back;         /* the knot where its line begins */
};

/* A paragraph while its lines are chosen. */
struct choice {
	struct para *p;
	mpt first, last;     /* less in the first line, in the last line */
	mpt ragged;          /* what a line that is not justified may lack */
	int filled;          /* the last line, too */
	int loose;           /* lines may be loose */
	struct total sum;    /* of the pieces so far */
	struct total trail;  /* of the spaces that end them */
	size_t active[ACTIVE_MAX];
	size_t n;
};

/* A place where a line may end. */
struct spot {
	struct knot knot;
	struct total line;   /* up to it, its hyphen excluded */
	mpt hyphen;
	int64_t penalty;
	int final;           /* the forced end */
};

/* --- the cost of a line ------------------------------------------------- */

static int64_t
badness(mpt lack, mpt give)
{
	mpt r;

	if (lack == 0)
		return 0;
	if (give <= 0 || lack / give >= 5)
		return BADNESS_MAX;
	r = lack * RATIO / give;
	return mpt_min(BADNESS_MAX, r * r / RATIO * r / (RATIO * 10));
}

/* The badness of the line from a knot to a spot; -1: it is too full; -2: and
   so are all longer ones. */
static int64_t
line_badness(const struct choice *c, size_t from, const struct spot *to)
{
	const struct total *a = &c->p->knot[from].start, *b = &to->line;
	mpt room = c->p->measure - (from == 0 ? c->first : 0) -
	    (to->final ? c->last : 0);
	mpt lack = room - (b->w - a->w) - to->hyphen;
	mpt less = b->less - a->less;

	if (lack < -less)
		return lack + to->hyphen < -less ? -2 : -1;
	if (lack < 0)
		return badness(-lack, less);
	if (to->final && !c->filled)
		return 0;
	return badness(lack, b->more - a->more + c->ragged);
}

/* The cost of all lines to a spot by way of a knot, or -1. */
static int64_t
way_cost(const struct choice *c, size_t from, const struct spot *to,
    int64_t bad)
{
	const struct knot *k = &c->p->knot[from];
	int64_t most = c->p->ladder_max, sum = 10 + bad + to->penalty;

	if (bad < 0 || (bad > BADNESS_LOOSE && !c->loose && !to->final) ||
	    (to->knot.hyphen && most >= 0 && k->ladder >= most))
		return -1;
	return k->cost + sum * sum +
	    (to->knot.hyphen && k->hyphen ? LADDER_COST : 0);
}

/* --- knots -------------------------------------------------------------- */

static void
knot_add(struct choice *c, struct knot k)
{
	struct para *p = c->p;

	if (c->n == ACTIVE_MAX)
		memmove(c->active, c->active + 1, --c->n *
		    sizeof(c->active[0]));
	c->active[c->n++] = p->knots;
	ARENA_PUSH(p->words->arena, p->knot, p->knots, p->knots_cap) = k;
}

/* Find the best way to a spot. Knots that lie too far back cease to be
   active. */
static void
spot_try(struct choice *c, struct spot *s)
{
	int64_t best = -1, bad, cost;
	size_t kept = 0;

	for (size_t i = 0; i < c->n; i++) {
		bad = line_badness(c, c->active[i], s);
		cost = way_cost(c, c->active[i], s, bad);
		if (cost >= 0 && (best < 0 || cost < best)) {
			best = cost;
			s->knot.back = c->active[i];
		}
		if (bad != -2)
			c->active[kept++] = c->active[i];
	}
	c->n = kept;
	if (best < 0)
		return;
	s->knot.cost = best;
	s->knot.ladder = s->knot.hyphen ?
	    c->p->knot[s->knot.back].ladder + 1 : 0;
	knot_add(c, s->knot);
}

/* --- spots -------------------------------------------------------------- */

static mpt
hyphen_room(struct para *p, const struct span *s)
{
	return word_width(hyphen_of(p->words, s), s);
}

/* The places inside a word. */
static void
word_spots(struct choice *c, size_t i)
{
	struct para *p = c->p;
	const struct piece *w = &p->piece[i];
	struct spot s = {.penalty = HYPHEN_COST, .line = c->sum};

	s.hyphen = hyphen_room(p, w->span);
	for (uint32_t b = 1; b < w->len && c->n > 0; b++) {
		if (p->brk[w->at + b] != BRK_HYPHEN)
			continue;
		s.knot = (struct knot){.end = i, .bytes = b, .hyphen = 1,
		    .start = c->sum};
		s.line.w = c->sum.w + word_width(word_part(p, w, 0, b),
		    w->span);
		s.knot.start.w = c->sum.w + w->w - word_width(word_part(p, w,
		    b, w->len - b), w->span);
		spot_try(c, &s);
	}
}

static void
piece_add(struct choice *c, const struct piece *piece)
{
	struct total t = {piece->w, piece->max - piece->w,
	    piece->w - piece->min}, *trail = &c->trail;

	c->sum.w += t.w;
	c->sum.more += t.more;
	c->sum.less += t.less;
	if (piece->kind == PIECE_SPACE && !piece->fixed) {
		trail->w += t.w;
		trail->more += t.more;
		trail->less += t.less;
	} else if (!piece_is_nothing(piece)) {
		*trail = (struct total){0};
	}
}

/* The spot after the pieces so far. */
static struct spot
spot_here(const struct choice *c, size_t end)
{
	const struct total *a = &c->sum, *b = &c->trail;

	return (struct spot){.knot = {.end = end, .start = c->sum},
	    .line = {a->w - b->w, a->more - b->more, a->less - b->less}};
}

static void
piece_spot(struct choice *c, size_t i)
{
	const struct piece *piece = &c->p->piece[i];
	struct spot s = spot_here(c, i + 1);
	size_t word = i + 1;

	s.knot.hyphen = piece->brk == BRK_HYPHEN;
	s.penalty = piece->keep == 0 ? 0 : KEEP_COST + 20 * piece->keep;
	if (s.knot.hyphen) {
		while (word > 1 && c->p->piece[word - 1].kind != PIECE_WORD)
			word--;
		s.hyphen = hyphen_room(c->p, c->p->piece[word - 1].span);
		s.penalty += HYPHEN_COST;
	}
	spot_try(c, &s);
}

/* --- the paragraph ------------------------------------------------------ */

/* Choose lines up to a forced end; 0 where no chain of lines gets there. */
static int
choose(struct choice *c, size_t at, size_t end)
{
	struct para *p = c->p;
	struct spot s;

	p->knots = c->n = 0;
	c->sum = c->trail = (struct total){0};
	knot_add(c, (struct knot){.end = at, .ladder = p->ladder});
	for (size_t i = at; i < end && c->n > 0; i++) {
		if (p->divides && p->piece[i].kind == PIECE_WORD)
			word_spots(c, i);
		piece_add(c, &p->piece[i]);
		if (p->piece[i].brk != BRK_NO && i + 1 < end)
			piece_spot(c, i);
	}
	s = spot_here(c, end < p->pieces ? cut_absorb(p, end + 1) : end);
	s.final = 1;
	at = p->knots;
	if (c->n > 0)
		spot_try(c, &s);
	return p->knots > at;
}

/* The way back from the last knot, as cuts in order. */
static void
cuts_take(struct para *p)
{
	struct cut *cut;
	size_t k, n = 0;

	for (k = p->knots - 1; k != 0; k = p->knot[k].back)
		ARENA_PUSH(p->words->arena, p->cut, n, p->cuts_cap) =
		    (struct cut){0};
	p->cuts = n;
	for (k = p->knots - 1; k != 0; k = p->knot[k].back) {
		const struct knot *to = &p->knot[k], *from = &p->knot[to->back];

		cut = &p->cut[--n];
		*cut = (struct cut){.end = to->end, .bytes = to->bytes,
		    .hyphen = to->hyphen, .last = k == p->knots - 1};
		if (to->bytes != 0 && from->bytes != 0 && from->end == to->end)
			cut->bytes -= from->bytes;
	}
}

/* Spaces of a justified line give, where the document does not say how far: a
   half more, a third less. */
static void
spaces_give(struct para *p, size_t at, size_t end, int give)
{
	for (; at < end; at++) {
		struct piece *c = &p->piece[at];

		if (c->kind != PIECE_SPACE || c->span->word_less != 0 ||
		    c->span->word_more != 0)
			continue;
		c->min = c->w - (give ? mpt_max(0, c->word->w) / 3 : 0);
		c->max = c->w + (give ? mpt_max(0, c->word->w) / 2 : 0);
	}
}

int
cuts_fit(struct para *p, size_t at, mpt indent, mpt last_indent)
{
	struct choice c = {.p = p, .first = indent, .last = last_indent,
	    .ragged = p->justified ? 0 : 2 * p->span->font->size,
	    .filled = fo_kw(p->block, PROP_TEXT_ALIGN_LAST) ==
	        FO_KW_JUSTIFY};
	size_t end = at;

	while (end < p->pieces && p->piece[end].kind != PIECE_BREAK)
		end++;
	p->cuts = 0;
	if (p->justified)
		spaces_give(p, at, end, 1);
	if (!choose(&c, at, end)) {
		c.loose = 1;
		if (!choose(&c, at, end)) {
			spaces_give(p, at, end, 0);
			return 0;
		}
	}
	cuts_take(p);
	return 1;
}
