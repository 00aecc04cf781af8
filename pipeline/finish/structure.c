/*
 * The structure tree (ISO 32000-1, 14.7): one element for each tag that has
 * content, however many pages it crosses.
 *
 *     StructTreeRoot
 *       K           Document > ... by parent; kids in reading order
 *       ParentTree  page -> element of each MCID; annotation -> its Link
 *       IDTree      names of notes and of table heads
 *
 * Reading order: elements stand in the order of their tags; an element's own
 * marks stand among its children by where they were met in the area tree,
 * which is not always the order of drawing.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "finish/object.h"

#define NOWHERE UINT64_MAX

/* A mark or an annotation of an element. */
struct kid {
	uint64_t order; /* page, then order on it */
	size_t page;
	size_t n;       /* MCID, or which annotation of the page */
};

/* The kids of all tags, those of one tag together and in order. */
struct kids {
	struct kid *v;
	size_t *begin; /* by tag; begin[tag + 1] is the end */
};

struct tree {
	struct finish *f;
	qpdf_oh *elem;            /* by tag, 0: not written */
	struct kids marks, links;
	uint64_t *first;          /* by tag: of all that is in it */
	uint32_t *child, *next;   /* by tag: its first child, its sibling */
	qpdf_oh name[TAG_ROLES];  /* of structure types, shared by elements */
	qpdf_oh *number;          /* MCIDs, shared too; 0: not made yet */
};

/* --- what is written ---------------------------------------------------- */

static uint32_t
parent_of(const struct area_doc *doc, uint32_t tag)
{
	return doc->tag[tag].parent != 0 || tag == 1 ? doc->tag[tag].parent : 1;
}

/* An empty cell is still a cell. */
static int
part_of_table(enum tag_role role)
{
	return role == TAG_THEAD || role == TAG_TBODY || role == TAG_TFOOT ||
	    role == TAG_TR || role == TAG_TH || role == TAG_TD;
}

void
structure_live(struct finish *f)
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
		f->live[parent_of(doc, i)] |= f->live[i];
	for (uint32_t i = 2; i < doc->tags; i++)
		f->live[i] |= part_of_table(doc->tag[i].role) &&
		    f->live[parent_of(doc, i)];
}

/* --- the kids of each element ------------------------------------------- */

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
marks_sort(struct tree *t)
{
	const struct area_doc *doc = t->f->doc;
	size_t *n = ARENA_ARRAY(t->f->arena, doc->tags + 1, size_t);

	for (size_t p = 0; p < doc->pages; p++)
		for (size_t i = 0; i < doc->page[p].marks; i++)
			n[doc->page[p].mark[i].tag]++;
	t->marks = kids_new(t->f->arena, n, doc->tags);
	for (size_t p = 0; p < doc->pages; p++) {
		for (size_t i = 0; i < doc->page[p].marks; i++) {
			const struct area_mark *m = &doc->page[p].mark[i];
			t->marks.v[n[m->tag]++] = (struct kid){
			    (uint64_t)p << 32 | m->order, p, i};
		}
	}
	kids_settle(&t->marks, doc->tags);
}

static void
links_sort(struct tree *t)
{
	const struct area_doc *doc = t->f->doc;
	size_t *n = ARENA_ARRAY(t->f->arena, doc->tags + 1, size_t);

	for (size_t p = 0; p < doc->pages; p++)
		for (size_t i = 0; i < doc->page[p].links; i++)
			n[doc->page[p].link[i]]++;
	t->links = kids_new(t->f->arena, n, doc->tags);
	for (size_t p = 0; p < doc->pages; p++)
		for (size_t i = 0; i < doc->page[p].links; i++)
			t->links.v[n[doc->page[p].link[i]]++] = (struct kid){
			    (uint64_t)p << 32 | i, p, i};
	kids_settle(&t->links, doc->tags);
}

static void
children_find(struct tree *t)
{
	const struct area_doc *doc = t->f->doc;

	t->first = ARENA_ARRAY(t->f->arena, doc->tags, uint64_t);
	t->child = ARENA_ARRAY(t->f->arena, doc->tags, uint32_t);
	t->next = ARENA_ARRAY(t->f->arena, doc->tags, uint32_t);
	for (size_t i = 0; i < doc->tags; i++)
		t->first[i] = t->marks.begin[i] == t->marks.begin[i + 1] ?
		    NOWHERE : t->marks.v[t->marks.begin[i]].order;
	for (uint32_t i = (uint32_t)doc->tags - 1; i > 1; i--) {
		uint32_t p = parent_of(doc, i);
		if (!t->f->live[i])
			continue;
		t->next[i] = t->child[p];
		t->child[p] = i;
		if (t->first[i] < t->first[p])
			t->first[p] = t->first[i];
	}
}

/* --- one element -------------------------------------------------------- */

/* Numbers and names are shared: qpdf counts in microseconds a piece. */
static qpdf_oh
number_of(struct tree *t, size_t n)
{
	if (t->number[n] == 0)
		t->number[n] = qpdf_oh_new_integer(t->f->q, (long long)n);
	return t->number[n];
}

/* An MCID of page is a number, one of another page a dictionary. */
static void
mark_put(struct tree *t, qpdf_oh k, const struct kid *mark, size_t page)
{
	qpdf_data q = t->f->q;
	qpdf_oh mcr;

	if (mark->page == page) {
		qpdf_oh_append_item(q, k, number_of(t, mark->n));
		return;
	}
	mcr = qpdf_oh_new_dictionary(q);
	dict_put_name(q, mcr, "/Type", "/MCR");
	dict_put_ref(q, mcr, "/Pg", t->f->page[mark->page]);
	dict_put_ref(q, mcr, "/MCID", number_of(t, mark->n));
	array_put(q, k, mcr);
}

static void
annotation_put(struct tree *t, qpdf_oh k, const struct kid *link)
{
	qpdf_data q = t->f->q;
	qpdf_oh objr = qpdf_oh_new_dictionary(q);

	dict_put_name(q, objr, "/Type", "/OBJR");
	dict_put_ref(q, objr, "/Pg", t->f->page[link->page]);
	dict_put_ref(q, objr, "/Obj", t->f->annot[link->page][link->n]);
	array_put(q, k, objr);
}

/* Own marks among the children, then the annotations. */
static qpdf_oh
kids_new_array(struct tree *t, uint32_t tag, size_t page)
{
	qpdf_data q = t->f->q;
	qpdf_oh k = qpdf_oh_new_array(q);
	size_t m = t->marks.begin[tag], end = t->marks.begin[tag + 1];

	for (uint32_t c = t->child[tag]; c != 0; c = t->next[c]) {
		for (; m < end && t->first[c] != NOWHERE &&
		    t->marks.v[m].order < t->first[c]; m++)
			mark_put(t, k, &t->marks.v[m], page);
		qpdf_oh_append_item(q, k, t->elem[c]);
	}
	for (; m < end; m++)
		mark_put(t, k, &t->marks.v[m], page);
	for (size_t i = t->links.begin[tag]; i < t->links.begin[tag + 1]; i++)
		annotation_put(t, k, &t->links.v[i]);
	return k;
}

/* Most elements are one mark and nothing else. */
static void
kids_write(struct tree *t, uint32_t tag)
{
	const struct kid *mark = &t->marks.v[t->marks.begin[tag]];
	size_t marks = t->marks.begin[tag + 1] - t->marks.begin[tag];
	size_t links = t->links.begin[tag + 1] - t->links.begin[tag];
	qpdf_oh elem = t->elem[tag];

	if (marks != 0)
		dict_put_ref(t->f->q, elem, "/Pg", t->f->page[mark->page]);
	if (marks == 1 && links == 0 && t->child[tag] == 0)
		dict_put_ref(t->f->q, elem, "/K", number_of(t, mark->n));
	else
		dict_put(t->f->q, elem, "/K", kids_new_array(t, tag,
		    marks != 0 ? mark->page : SIZE_MAX));
}

/* Notes need an identifier, table heads have one if a cell may name it. */
static void
id_write(struct tree *t, uint32_t tag)
{
	const struct area_tag *e = &t->f->doc->tag[tag];
	const char *id = e->id;

	if (e->role != TAG_NOTE && (e->role != TAG_TH || id == NULL))
		return;
	if (id == NULL || map_find(t->f->ids, id) != NULL)
		id = arena_printf(t->f->arena, "%s-%u",
		    tag_role_name(e->role), tag);
	map_put(t->f->ids, id, &t->elem[tag]);
	dict_put(t->f->q, t->elem[tag], "/ID",
	    qpdf_oh_new_binary_string(t->f->q, id, strlen(id)));
}

static qpdf_oh
name_of(struct tree *t, enum tag_role role)
{
	char name[16];

	if (t->name[role] == 0) {
		snprintf(name, sizeof(name), "/%s", tag_role_name(role));
		t->name[role] = qpdf_oh_new_name(t->f->q, name);
	}
	return t->name[role];
}

/* A link that leads nowhere is a span. */
static void
element_write(struct tree *t, uint32_t tag)
{
	const struct area_tag *e = &t->f->doc->tag[tag];
	qpdf_data q = t->f->q;
	qpdf_oh elem = t->elem[tag];
	int linked = t->links.begin[tag] != t->links.begin[tag + 1];

	dict_put_ref(q, elem, "/S", name_of(t,
	    e->role == TAG_LINK && !linked ? TAG_SPAN : e->role));
	if (tag != 1)
		dict_put_ref(q, elem, "/P", t->elem[parent_of(t->f->doc, tag)]);
	if (e->alt != NULL && e->alt[0] != '\0')
		dict_put_text(q, elem, "/Alt", e->alt);
	if (e->lang != NULL)
		dict_put_text(q, elem, "/Lang", e->lang);
	attributes_write(t->f, elem, tag, (size_t)(t->first[tag] >> 32));
	kids_write(t, tag);
}

/* --- the root's trees --------------------------------------------------- */

/* Pages by their number, then annotations, as /StructParent(s) say. */
static void
parent_tree_write(struct tree *t, qpdf_oh root)
{
	const struct area_doc *doc = t->f->doc;
	qpdf_data q = t->f->q;
	qpdf_oh nums = qpdf_oh_new_array(q), tree = qpdf_oh_new_dictionary(q);
	size_t key = doc->pages;

	for (size_t p = 0; p < doc->pages; p++) {
		qpdf_oh marks = qpdf_oh_new_array(q);
		qpdf_oh null = qpdf_oh_new_null(q);
		for (size_t i = 0; i < doc->page[p].marks; i++) {
			uint32_t tag = doc->page[p].mark[i].tag;
			qpdf_oh_append_item(q, marks,
			    tag == 0 ? null : t->elem[tag]);
		}
		qpdf_oh_release(q, null);
		array_put_int(q, nums, (long long)p);
		array_put(q, nums, qpdf_make_indirect_object(q, marks));
		qpdf_oh_release(q, marks);
	}
	for (size_t p = 0; p < doc->pages; p++) {
		for (size_t i = 0; i < doc->page[p].links; i++) {
			array_put_int(q, nums, (long long)key++);
			qpdf_oh_append_item(q, nums,
			    t->elem[doc->page[p].link[i]]);
		}
	}
	dict_put(q, tree, "/Nums", nums);
	dict_put(q, root, "/ParentTree", qpdf_make_indirect_object(q, tree));
	qpdf_oh_release(q, tree);
	dict_put_int(q, root, "/ParentTreeNextKey", (long long)key);
}

static int
by_key(const void *pa, const void *pb)
{
	const struct map_entry *a = *(const struct map_entry *const *)pa;
	const struct map_entry *b = *(const struct map_entry *const *)pb;

	return strcmp(a->key, b->key);
}

static void
id_tree_write(struct tree *t, qpdf_oh root)
{
	size_t n = map_count(t->f->ids);
	const struct map_entry **v = ARENA_ARRAY(t->f->arena, n,
	    const struct map_entry *);
	qpdf_data q = t->f->q;
	qpdf_oh names, tree;

	if (n == 0)
		return;
	for (size_t i = 0; i < n; i++)
		v[i] = map_at(t->f->ids, i);
	qsort(v, n, sizeof(*v), by_key);
	names = qpdf_oh_new_array(q);
	for (size_t i = 0; i < n; i++) {
		array_put(q, names,
		    qpdf_oh_new_binary_string(q, v[i]->key, v[i]->len));
		qpdf_oh_append_item(q, names, *(qpdf_oh *)v[i]->value);
	}
	tree = qpdf_oh_new_dictionary(q);
	dict_put(q, tree, "/Names", names);
	dict_put(q, root, "/IDTree", tree);
}

/* Empty dictionaries, so that elements can refer to each other. */
static void
elements_new(struct tree *t)
{
	qpdf_data q = t->f->q;

	t->elem = ARENA_ARRAY(t->f->arena, t->f->doc->tags, qpdf_oh);
	for (uint32_t i = 1; i < t->f->doc->tags; i++) {
		qpdf_oh dict;
		if (!t->f->live[i])
			continue;
		dict = qpdf_oh_new_dictionary(q);
		t->elem[i] = qpdf_make_indirect_object(q, dict);
		qpdf_oh_release(q, dict);
		id_write(t, i);
	}
}

static size_t
marks_most(const struct area_doc *doc)
{
	size_t most = 0;

	for (size_t p = 0; p < doc->pages; p++)
		if (doc->page[p].marks > most)
			most = doc->page[p].marks;
	return most;
}

void
structure_write(struct finish *f, qpdf_oh catalog)
{
	const struct area_doc *doc = f->doc;
	struct tree t = {.f = f};
	qpdf_oh dict = qpdf_oh_new_dictionary(f->q);
	qpdf_oh root = qpdf_make_indirect_object(f->q, dict);

	f->ids = map_new(f->arena);
	t.number = ARENA_ARRAY(f->arena, marks_most(doc), qpdf_oh);
	marks_sort(&t);
	links_sort(&t);
	children_find(&t);
	elements_new(&t);
	for (uint32_t i = 1; i < doc->tags; i++)
		if (f->live[i])
			element_write(&t, i);
	dict_put_name(f->q, root, "/Type", "/StructTreeRoot");
	dict_put_ref(f->q, root, "/K", t.elem[1]);
	dict_put_ref(f->q, t.elem[1], "/P", root);
	parent_tree_write(&t, root);
	id_tree_write(&t, root);
	dict_put(f->q, catalog, "/StructTreeRoot", root);
	qpdf_oh_release(f->q, dict);
}
