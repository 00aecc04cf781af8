/*
 * graft: the children of a marker at another place. In: the fo:marker as it
 * was read. Out: a fo:wrapper with a copy of them, their properties computed
 * again from what stands at the new place. A copy has no id: the same marker
 * may be retrieved on many pages.
 */
#include "fo/column.h"

static struct fo_node *
copy_node(struct refiner *r, const struct fo_node *from,
    struct fo_node *parent)
{
	struct fo_node *n = ARENA_NEW(r->arena, struct fo_node), *c;

	*n = *from;
	n->parent = parent;
	n->child = n->last = n->next = NULL;
	if (n->type == FO_TEXT)
		n->style = parent->style;
	else
		refine(r, n, n->xml);
	n->id = NULL;
	for (const struct fo_node *k = from->child; k != NULL; k = k->next) {
		c = copy_node(r, k, n);
		if (n->last != NULL)
			n->last->next = c;
		else
			n->child = c;
		n->last = c;
	}
	return n;
}

struct fo_node *
fo_graft(struct arena *arena, const struct fo_tree *tree,
    const struct fo_node *marker, const struct fo_node *at, struct diag *diag)
{
	struct fo_node stem = *marker, *copy;
	struct refiner r;

	stem.type = FO_WRAPPER;
	stem.xml = NULL;
	refiner_open(&r, arena, tree->vocab, diag);
	copy = copy_node(&r, &stem, (struct fo_node *)at);
	column_resolve(&r);
	refiner_close(&r);
	return copy;
}
