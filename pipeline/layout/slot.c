/*
 * A citation's page is known only when pages are numbered. Until then it is a
 * slot: a TEXT area without glyphs, as wide as the layout's digits. Its line
 * keeps its pieces, and filling a slot is giving its piece a word and
 * composing the line again: what follows moves, leaders stretch, centred
 * lines are centred anew. Nothing else in the page moves, since the height
 * stays and the width only shrinks.
 */
#include "layout/text.h"

#include <string.h>

/* What slot->shape points to. */
struct shape {
	struct plan *plan;  /* shared by the slots of a line */
	size_t piece;
};

/* --- noting ------------------------------------------------------------ */

static void
slot_note(struct layout *l, struct plan *plan, size_t piece)
{
	const struct piece *c = &plan->piece[piece];
	struct slot slot = {.line = plan->area, .text = c->area,
	    .reserve = c->w, .digits = l->digits > 1 ? l->digits : 1,
	    .node = c->node};
	struct shape *shape = ARENA_NEW(l->arena, struct shape);

	shape->plan = plan;
	shape->piece = piece;
	slot.shape = shape;
	slot.from = fo_str(c->node, PROP_FROM);
	slot.last = c->node->type == FO_PAGE_NUMBER_CITATION_LAST;
	slot.pages = fo_kw(c->node, PROP_PAGE_CITATION_STRATEGY);
	if (c->node->type != FO_PAGE_NUMBER)
		slot.ref = fo_str(c->node, PROP_REF_ID);
	ARENA_PUSH(l->arena, l->slot, l->slots, l->slots_cap) = slot;
}

/* The plan and its pieces outlive the paragraph only where slots need it. */
static struct plan *
plan_keep(struct layout *l, const struct plan *plan)
{
	struct plan *kept = ARENA_NEW(l->arena, struct plan);

	*kept = *plan;
	kept->piece = ARENA_ARRAY(l->arena, plan->n, struct piece);
	memcpy(kept->piece, plan->piece, plan->n * sizeof(*plan->piece));
	return kept;
}

void
slots_note(struct layout *l, const struct plan *plan)
{
	struct plan *kept = NULL;

	for (size_t i = 0; i < plan->n; i++) {
		if (plan->piece[i].kind != PIECE_SLOT)
			continue;
		if (kept == NULL)
			kept = plan_keep(l, plan);
		slot_note(l, kept, i);
	}
}

/* --- filling ----------------------------------------------------------- */

int
layout_slot_fill(struct layout *l, struct slot *slot, const char *text)
{
	const struct shape *shape = slot->shape;
	struct piece *c = &shape->plan->piece[shape->piece];
	const struct word *word = word_find(l->words, c->span->shaper, text,
	    strlen(text));
	mpt w = word_width(word, c->span);
	mpt digit = mpt_max(slot->reserve / slot->digits, 1);

	if (w > slot->reserve)
		return (int)((w + digit - 1) / digit);
	c->word = word;
	c->w = c->min = c->max = w;
	line_compose(l, shape->plan);
	return 0;
}
