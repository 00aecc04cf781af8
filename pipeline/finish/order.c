/*
 * Reading order: elements stand in the order of their tags; an element's own
 * marks stand among its children by where they were met in the area tree,
 * which is not always the order of drawing.
 */
#include "finish/order.h"

#include <stdlib.h>
#include <string.h>

/* An empty cell is still a cell. */
static int
part_of_table(enum tag_role role)
{
	return role == TAG_THEAD || role == TAG_TBODY || role == TAG_TFOOT ||
	    role == TAG_TR || role == TAG_TH || role == TAG_TD;
}

void
order_live(struct finish *f)
{
	const struct area_doc *doc = f->doc;

	f->live = ARENA_ARRAY(f->arena, doc->tags, unsigned char);
	for (size_t p = 0; p < doc->pages; p++) {
		for (size_t i = 0; i < doc->page[p].marks; i++)
			f->live[doc->page[p].mark[i].tag] = 1;
		for (size_t i = 0; i < doc->page[p].links; i++)
			f->live[doc->page[p].link[i]] = 1;
	}
	f->live[0] = 0;
	f->live[1] = 1;
	for (uint32_t i = (uint32_t)doc->tags - 1; i > 1; i--)
		f->live[order_parent(doc, i)] |= f->live[i];
	for (uint32_t i = 2; i < doc->tags; i++)
		f->live[i] |= part_of_table(doc->tag[i].role) &&
		    f->live[order_parent(doc, i)];
}

static int
by_order(const void *pa, const void *pb)
{
	const struct kid *a = pa, *b = pb;

	return a->order < b->order ? -1 : a->order > b->order;
}

/* Room for counts[tag] kids each; begin then holds where to put the next. */
static struct kids
kids_new(struct arena *a, size_t *counts, size_t tags)
{
	struct kids k = {.begin = counts};
	size_t sum = 0;

	for (size_t i = 0; i <= tags; i++) {
		size_t n = counts[i];
		counts[i] = sum;
		sum += n;
	}
	k.v = ARENA_ARRAY(a, sum, struct kid);
	return k;
}

/* After filling, begin[tag] is the end of tag: the start of the next one. */
static void
kids_settle(struct kids *k, size_t tags)
{
	memmove(k->begin + 1, k->begin, tags * sizeof(*k->begin));
	k->begin[0] = 0;
	for (size_t i = 0; i < tags; i++)
		qsort(k->v + k->begin[i], k->begin[i + 1] - k->begin[i],
		    sizeof(*k->v), by_order);
}

static void
marks_sort(struct order *o, const struct finish *f)
{
	const struct area_doc *doc = f->doc;
	size_t *n = ARENA_ARRAY(f->arena, doc->tags + 1, size_t);

	for (size_t p = 0; p < doc->pages; p++)
		for (size_t i = 0; i < doc->page[p].marks; i++)
			n[doc->page[p].mark[i].tag]++;
	o->marks = kids_new(f->arena, n, doc->tags);
	for (size_t p = 0; p < doc->pages; p++) {
		for (size_t i = 0; i < doc->page[p].marks; i++) {
			const struct area_mark *m = &doc->page[p].mark[i];
			o->marks.v[n[m->tag]++] = (struct kid){
			    (uint64_t)p << 32 | m->order, p, i};
		}
	}
	kids_settle(&o->marks, doc->tags);
}

static void
links_sort(struct order *o, const struct finish *f)
{
	const struct area_doc *doc = f->doc;
	size_t *n = ARENA_ARRAY(f->arena, doc->tags + 1, size_t);

	for (size_t p = 0; p < doc->pages; p++)
		for (size_t i = 0; i < doc->page[p].links; i++)
			n[doc->page[p].link[i]]++;
	o->links = kids_new(f->arena, n, doc->tags);
	for (size_t p = 0; p < doc->pages; p++)
		for (size_t i = 0; i < doc->page[p].links; i++)
			o->links.v[n[doc->page[p].link[i]]++] = (struct kid){
			    (uint64_t)p << 32 | i, p, i};
	kids_settle(&o->links, doc->tags);
}

static void
children_find(struct order *o, const struct finish *f)
{
	const struct area_doc *doc = f->doc;

	o->first = ARENA_ARRAY(f->arena, doc->tags, uint64_t);
	o->child = ARENA_ARRAY(f->arena, doc->tags, uint32_t);
	o->next = ARENA_ARRAY(f->arena, doc->tags, uint32_t);
	for (size_t i = 0; i < doc->tags; i++)
		o->first[i] = o->marks.begin[i] == o->marks.begin[i + 1] ?
		    ORDER_NOWHERE : o->marks.v[o->marks.begin[i]].order;
	for (uint32_t i = (uint32_t)doc->tags - 1; i > 1; i--) {
		uint32_t p = order_parent(doc, i);
		if (!f->live[i])
			continue;
		o->next[i] = o->child[p];
		o->child[p] = i;
		if (o->first[i] < o->first[p])
			o->first[p] = o->first[i];
	}
}

struct order
order_new(const struct finish *f)
{
	struct order o = {.first = NULL};

	marks_sort(&o, f);
	links_sort(&o, f);
	children_find(&o, f);
	return o;
}
