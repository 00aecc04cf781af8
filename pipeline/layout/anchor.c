/*
 * Anchors: ids and markers on their way to the item that carries them. Those
 * of an object that is open are *due*: the next item takes them. Those of an
 * object that ended without a box are *left*: what follows it inside the same
 * parent takes them, so that a link leads to the text behind an empty block;
 * when nothing follows they get a box of no height, which stays with the box
 * before, so that the last page of an object is the page it ends on.
 *
 * The call of a footnote is an anchor too: its note is a flow of its own, as
 * wide as the region-body whatever it is called in.
 */
#include "layout/build.h"

void
anchors_init(struct anchors *v)
{
	v->first = NULL;
	v->end = &v->first;
}

static struct anchor *
anchor_new(struct arena *a, enum anchor_kind kind, const char *name,
    const struct fo_node *node)
{
	struct anchor *n = ARENA_NEW(a, struct anchor);

	n->kind = kind;
	n->name = name;
	n->node = node;
	return n;
}

void
anchor_add(struct arena *a, struct anchors *v, enum anchor_kind kind,
    const char *name, const struct fo_node *node)
{
	*v->end = anchor_new(a, kind, name, node);
	v->end = &(*v->end)->next;
}

void
anchors_append(struct anchors *v, struct anchor *more)
{
	*v->end = more;
	while (*v->end != NULL)
		v->end = &(*v->end)->next;
}

struct anchor *
anchors_take(struct anchors *v)
{
	struct anchor *first = v->first;

	anchors_init(v);
	return first;
}

struct anchor *
anchors_join(struct anchor *first, struct anchor *second)
{
	struct anchor **end = &first;

	while (*end != NULL)
		end = &(*end)->next;
	*end = second;
	return first;
}

void
anchors_leave(struct build *b, struct anchor **mark)
{
	if (*mark == NULL)
		return;
	*b->left.end = *mark;
	b->left.end = b->due.end;
	*mark = NULL;
	b->due.end = mark;
}

void
anchors_of_markers(struct build *b, const struct fo_node *parent)
{
	for (const struct fo_node *n = parent->child; n != NULL; n = n->next)
		if (n->type == FO_MARKER)
			anchor_add(b->layout->arena, &b->left, ANCHOR_MARKER,
			    fo_str(n, PROP_MARKER_CLASS_NAME), n);
}

void
anchors_settle(struct build *b)
{
	struct flow *f = b->flow;
	struct item it = {.kind = ITEM_BOX};

	if (b->left.first == NULL)
		return;
	keep_item(&it, KEEP_BOTH(KEEP_ALWAYS));
	it.node = b->left.first->node;
	it.anchors = anchors_take(&b->left);
	ARENA_PUSH(b->layout->arena, f->item, f->n, f->cap) = it;
	b->box = f->n - 1;
	b->boxes++;
}

void
anchor_end(struct build *b, const struct fo_node *n, size_t boxes)
{
	struct arena *a = b->layout->arena;

	if (n->id == NULL)
		return;
	if (b->boxes > boxes) {
		struct item *it = &b->flow->item[b->box];

		it->anchors = anchors_join(it->anchors,
		    anchor_new(a, ANCHOR_END, n->id, n));
	} else {
		anchor_add(a, &b->due, ANCHOR_END, n->id, n);
	}
}

void
notes_lay(struct layout *l, struct anchor *k)
{
	for (; k != NULL; k = k->next) {
		if (k->kind != ANCHOR_NOTE)
			continue;
		k->note = layout_flow(l, k->node, l->note_measure);
		l->notes++;
	}
}
