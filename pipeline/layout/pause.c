/*
 * Inlines that go on in the next line (XSL 1.1, 7.8, conditionality). In: a
 * place between two pieces, or inside one. Out: what the inlines that are
 * open there keep of their border and padding, as room in both lines and as
 * pieces of them: a PAUSE at the end of the one, a RESUME at the beginning of
 * the next.
 *
 *     <inline border="..." border-end-width.conditionality="retain">
 *
 *     |see the report |        nothing is kept unless "retain" says so; then
 *     | on page 7|             the edge is as at the inline's own ends
 */
#include "layout/text.h"

/* Is a box that surrounds the piece still open after it, already before it? */
static int
stays_open(const struct piece *c, const struct inbox *b)
{
	return c->kind != PIECE_CLOSE || b->node != c->node;
}

static int
was_open(const struct piece *c, const struct inbox *b)
{
	return c->kind != PIECE_OPEN || b->node != c->node;
}

static int
surrounds(const struct inbox *b, const struct piece *c)
{
	const struct inbox *o = c->span->box;

	while (o != NULL && o != b)
		o = o->outer;
	return o == b;
}

/* The innermost box that goes on over the place before a piece; inside: the
   place is within it. */
static struct inbox *
box_over(const struct para *p, size_t at, int inside)
{
	const struct piece *before, *after;
	struct inbox *b;

	if (at >= p->pieces || (at == 0 && !inside))
		return NULL;
	after = &p->piece[at];
	if (inside)
		return after->span->box;
	before = &p->piece[at - 1];
	for (b = after->span->box; b != NULL; b = b->outer)
		if (was_open(after, b) && stays_open(before, b) &&
		    surrounds(b, before))
			break;
	return b;
}

mpt
pause_width(const struct para *p, size_t at, int inside)
{
	mpt w = 0;

	if (!p->pauses)
		return 0;
	for (struct inbox *b = box_over(p, at, inside); b != NULL;
	    b = b->outer)
		w += b->kept_end;
	return w;
}

mpt
resume_width(const struct para *p, size_t at, int inside)
{
	mpt w = 0;

	if (!p->pauses)
		return 0;
	for (struct inbox *b = box_over(p, at, inside); b != NULL;
	    b = b->outer)
		w += b->kept_start;
	return w;
}

static void
edge_push(struct para *p, enum piece_kind kind, const struct span *like,
    struct inbox *b)
{
	struct span *span = ARENA_NEW(p->layout->arena, struct span);
	struct piece c = {.kind = (uint8_t)kind, .span = span,
	    .node = b->node};

	*span = *like;
	span->box = b;
	c.w = c.min = c.max = kind == PIECE_PAUSE ? b->kept_end :
	    b->kept_start;
	if (c.w != 0)
		ARENA_PUSH(p->words->arena, p->line, p->lines,
		    p->lines_cap) = c;
}

/* From the outside in. */
static void
resume_box(struct para *p, const struct span *like, struct inbox *b)
{
	if (b == NULL)
		return;
	resume_box(p, like, b->outer);
	edge_push(p, PIECE_RESUME, like, b);
}

void
line_resume(struct para *p, size_t at, int inside)
{
	if (p->pauses)
		resume_box(p, p->piece[at].span, box_over(p, at, inside));
}

void
line_pause(struct para *p, size_t at, int inside)
{
	if (!p->pauses)
		return;
	for (struct inbox *b = box_over(p, at, inside); b != NULL;
	    b = b->outer)
		edge_push(p, PIECE_PAUSE, p->piece[at].span, b);
}
