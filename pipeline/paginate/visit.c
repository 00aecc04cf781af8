/* Going over what stands on a page, without placing it. */
#include "paginate/book.h"

static void
visit_whole(const struct visit *v, const struct flow *f)
{
	const struct cursor start = {0}, end = {.item = f == NULL ? 0 : f->n};

	if (f != NULL)
		visit_flow(v, f, &start, &end);
}

/* What is out of the flow is met where it is anchored. */
static void
visit_anchors(const struct visit *v, const struct item *it, int begins,
    int ends)
{
	for (const struct anchor *k = it->anchors; k != NULL; k = k->next)
		if (k->kind == ANCHOR_PLACED && begins)
			visit_whole(v, k->inset->flow);
		else if (k->kind == ANCHOR_END ? ends :
		    begins && k->kind != ANCHOR_PLACED)
			v->anchor(v->ctx, k);
}

static void
visit_band(const struct visit *v, const struct band *b,
    const struct part *from, const struct part *to)
{
	for (size_t i = 0; i < b->cells; i++) {
		const struct cell *c = &b->cell[i];
		struct cursor start, end;

		if (c->flow == NULL)
			continue;
		if (to != NULL && c->row >= to->row + to->begun)
			break;
		start = part_cell(from, i);
		end = to != NULL ? to->cell[i] :
		    (struct cursor){.item = c->flow->n};
		visit_flow(v, c->flow, &start, &end);
	}
}

/* One item, from a part of it to a part of it. */
static void
visit_item(const struct visit *v, const struct item *it,
    const struct part *from, const struct part *to)
{
	visit_anchors(v, it, from == NULL, 0);
	if (it->band != NULL)
		visit_band(v, it->band, from, to);
	else if (it->inset != NULL)
		visit_whole(v, it->inset->flow);
	else if (it->area != NULL && v->leaf != NULL)
		v->leaf(v->ctx, it->area);
	visit_anchors(v, it, 0, to == NULL);
}

void
visit_flow(const struct visit *v, const struct flow *f,
    const struct cursor *from, const struct cursor *to)
{
	const struct table *table = from->table;
	const struct part *part = from->part;

	for (size_t i = from->item; i < to->item; i++, part = NULL) {
		const struct item *it = &f->item[i];

		if (it->table != NULL && it->table != table)
			visit_whole(v, it->table->header);
		visit_item(v, it, part, NULL);
		if (it->kind == ITEM_BOX)
			table = it->table;
		if (it->table != NULL && flow_table_ends(f, i)) {
			visit_whole(v, it->table->footer);
			table = NULL;
		}
	}
	if (to->table != NULL && to->table != table)
		visit_whole(v, to->table->header);
	if (to->part != NULL)
		visit_item(v, &f->item[to->item], part, to->part);
}

void
visit_strips(const struct visit *v, const struct strip *s, size_t n)
{
	for (; n > 0; s++, n--)
		visit_flow(v, s->stretch->flow, &s->from, &s->to);
}

void
visit_page(const struct visit *v, const struct page *page)
{
	visit_strips(v, page->strip, page->strips);
	visit_strips(v, &page->notes, page->notes.stretch != NULL);
}

int
visit_inside(const struct fo_node *node, const struct fo_node *outer)
{
	while (node != NULL && node != outer)
		node = node->parent;
	return node != NULL;
}

int
visit_goes_on(const struct flow *f, const struct cursor *at,
    const struct fo_node *object)
{
	const struct band *b;
	size_t i = at->item;

	while (i < f->n && f->item[i].kind != ITEM_BOX)
		i++;
	if (i == f->n)
		return 0;
	if (visit_inside(f->item[i].node, object))
		return 1;
	b = f->item[i].band;
	if (b == NULL || at->part == NULL)
		return 0;
	for (size_t k = 0; k < b->cells; k++)
		if (part_begun(at->part, &b->cell[k]) &&
		    b->cell[k].flow != NULL &&
		    visit_goes_on(b->cell[k].flow, &at->part->cell[k], object))
			return 1;
	return 0;
}

/* An object lies in one stretch: beyond the end of it nothing goes on. */
int
visit_continues(const struct page *page, const struct fo_node *object)
{
	const struct strip *last = page->strips == 0 ? NULL :
	    &page->strip[page->strips - 1];

	return last == NULL ||
	    visit_goes_on(last->stretch->flow, &last->to, object);
}
