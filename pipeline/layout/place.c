/*
 * In: the pieces of a line with their natural widths. Out: how wide each is
 * set and where.
 *
 * What the natural widths leave of the line (or exceed it by) goes to its
 * leaders within their limits; what is left then goes to the spaces of a
 * justified line, or before the first piece. Where word spacing and letter
 * spacing have limits they move within them first, words before letters; but
 * a justified line is full whatever they say. Places run from left to right in
 * visual order (UAX 9, rule L2).
 */
#include "layout/text.h"

/* No single space is stretched beyond this. */
#define STRETCH_MAX (1000000 * MPT_PT)

/* --- widths ------------------------------------------------------------ */

static mpt
line_width(const struct plan *line)
{
	mpt w = 0;

	for (size_t i = 0; i < line->n; i++)
		w += line->piece[i].set;
	return w;
}

/* How far a piece may move from its set width towards the slack's sign. */
static mpt
leader_room(const struct piece *c, mpt slack)
{
	if (c->kind != PIECE_LEADER)
		return 0;
	return slack > 0 ? c->max - c->set : c->set - c->min;
}

static mpt
leader_count(const struct plan *line, mpt slack)
{
	mpt n = 0;

	for (size_t i = 0; i < line->n; i++)
		n += leader_room(&line->piece[i], slack) > 0;
	return n;
}

/* Share the slack among leaders, again while some of it and of them is left;
   what no leader could take is returned. */
static mpt
leaders_take(struct plan *line, mpt slack)
{
	mpt n, share, sign = slack < 0 ? -1 : 1;

	while (slack != 0 && (n = leader_count(line, slack)) > 0)
		for (size_t i = 0; i < line->n && slack != 0; i++) {
			struct piece *c = &line->piece[i];
			mpt room = leader_room(c, slack);

			if (room <= 0)
				continue;
			share = (slack * sign + n - 1) / n;
			share = mpt_min(share, room);
			c->set += sign * share;
			slack -= sign * share;
			n = n > 1 ? n - 1 : 1;
		}
	return slack;
}

/* What is missing to a whole, in so many parts. */
#define PARTS INT64_C(1000000)

static mpt
flex_room(const struct piece *c, enum piece_kind kind, mpt slack)
{
	if (c->kind != kind)
		return 0;
	return slack > 0 ? c->max - c->set : c->set - c->min;
}

/* Share the slack among pieces of a kind in proportion to their room; what
   is beyond all room is returned. */
static mpt
flex_take(struct plan *line, enum piece_kind kind, mpt slack)
{
	mpt all = 0, part, share, sign = slack < 0 ? -1 : 1, left;

	for (size_t i = 0; i < line->n; i++)
		all += flex_room(&line->piece[i], kind, slack);
	if (all <= 0)
		return slack;
	left = mpt_min(slack * sign, all);
	part = left * PARTS / all;
	slack -= sign * left;
	for (size_t i = 0; i < line->n; i++) {
		struct piece *c = &line->piece[i];
		mpt room = flex_room(c, kind, sign);

		share = mpt_min((room * part + PARTS - 1) / PARTS, left);
		c->set += sign * share;
		left -= share;
	}
	return slack;
}

static int
is_stretchable(const struct piece *c)
{
	return c->kind == PIECE_SPACE && !c->hangs;
}

static mpt
spaces_take(struct plan *line, mpt slack)
{
	mpt n = 0, share;

	for (size_t i = 0; i < line->n; i++)
		n += is_stretchable(&line->piece[i]);
	for (size_t i = 0; i < line->n && n > 0; i++) {
		if (!is_stretchable(&line->piece[i]))
			continue;
		share = mpt_min(slack / n, STRETCH_MAX);
		line->piece[i].set += share;
		slack -= share;
		n--;
	}
	return slack;
}

/* Where the first piece begins. */
static mpt
line_stretch(struct plan *line)
{
	mpt slack;

	for (size_t i = 0; i < line->n; i++)
		line->piece[i].set = line->piece[i].w;
	slack = leaders_take(line, line->area->w - line_width(line));
	if (slack < 0 || line->align == ALIGN_JUSTIFY) {
		slack = flex_take(line, PIECE_SPACE, slack);
		slack = flex_take(line, PIECE_WORD, slack);
	}
	if (slack <= 0)
		return 0;
	switch (line->align) {
	case ALIGN_JUSTIFY:
		spaces_take(line, slack);
		return 0;
	case ALIGN_END:
		return slack;
	case ALIGN_CENTER:
		return slack / 2;
	default:
		return 0;
	}
}

/* --- places ------------------------------------------------------------ */

static void
reverse(size_t *v, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		size_t t = v[i];

		v[i] = v[n - 1 - i];
		v[n - 1 - i] = t;
	}
}

/* Reverse every sequence at or above each level, from the highest down. */
static void
order_visually(const struct plan *line, size_t *order, int highest)
{
	for (int level = highest; level > 0; level--)
		for (size_t i = 0, end; i < line->n; i = end + 1) {
			end = i;
			while (end < line->n &&
			    line->piece[order[end]].level >= level)
				end++;
			reverse(order + i, end - i);
		}
}

void
line_place(struct layout *l, struct plan *line)
{
	size_t *order = NULL;
	int highest = 0;
	mpt x = line_stretch(line);

	for (size_t i = 0; i < line->n; i++)
		if (line->piece[i].level > highest)
			highest = line->piece[i].level;
	if (highest > 0) {
		order = ARENA_ARRAY(l->arena, line->n, size_t);
		for (size_t i = 0; i < line->n; i++)
			order[i] = i;
		order_visually(line, order, highest);
	}
	for (size_t i = 0; i < line->n; i++) {
		struct piece *c = &line->piece[order == NULL ? i : order[i]];

		c->x = x;
		x += c->set;
	}
}
