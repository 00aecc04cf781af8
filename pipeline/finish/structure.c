/*
 * The structure tree (ISO 32000-1, 14.7): one element for each tag that has
 * content, however many pages it crosses.
 *
 *     StructTreeRoot
 *       K           Document > ... by parent; kids in reading order
 *       ParentTree  page -> element of each MCID; annotation -> its Link
 *       IDTree      names of notes and of table heads
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "finish/order.h"

struct tree {
	struct finish *f;
	struct order o;
	qpdf_oh *elem;           /* by tag, 0: not written */
	qpdf_oh name[TAG_ROLES]; /* of structure types, shared by elements */
	qpdf_oh *number;         /* MCIDs, shared too; 0: not made yet */
};

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
	size_t m = t->o.marks.begin[tag], end = t->o.marks.begin[tag + 1];

	for (uint32_t c = t->o.child[tag]; c != 0; c = t->o.next[c]) {
		for (; m < end && t->o.first[c] != ORDER_NOWHERE &&
		    t->o.marks.v[m].order < t->o.first[c]; m++)
			mark_put(t, k, &t->o.marks.v[m], page);
		qpdf_oh_append_item(q, k, t->elem[c]);
	}
	for (; m < end; m++)
		mark_put(t, k, &t->o.marks.v[m], page);
	for (m = t->o.links.begin[tag]; m < t->o.links.begin[tag + 1]; m++)
		annotation_put(t, k, &t->o.links.v[m]);
	return k;
}

/* Most elements are one mark and nothing else. */
static void
kids_write(struct tree *t, uint32_t tag)
{
	const struct kid *mark = &t->o.marks.v[t->o.marks.begin[tag]];
	size_t marks = t->o.marks.begin[tag + 1] - t->o.marks.begin[tag];
	size_t links = t->o.links.begin[tag + 1] - t->o.links.begin[tag];
	qpdf_oh elem = t->elem[tag];

	if (marks != 0)
		dict_put_ref(t->f->q, elem, "/Pg", t->f->page[mark->page]);
	if (marks == 1 && links == 0 && t->o.child[tag] == 0)
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
	int linked = t->o.links.begin[tag] != t->o.links.begin[tag + 1];

	dict_put_ref(q, elem, "/S", name_of(t,
	    e->role == TAG_LINK && !linked ? TAG_SPAN : e->role));
	if (tag != 1)
		dict_put_ref(q, elem, "/P",
		    t->elem[order_parent(t->f->doc, tag)]);
	if (e->alt != NULL && e->alt[0] != '\0')
		dict_put_text(q, elem, "/Alt", e->alt);
	if (e->lang != NULL)
		dict_put_text(q, elem, "/Lang", e->lang);
	attributes_write(t->f, elem, tag, (size_t)(t->o.first[tag] >> 32));
	kids_write(t, tag);
}

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
	struct tree t = {.f = f, .o = order_new(f)};
	qpdf_oh dict = qpdf_oh_new_dictionary(f->q);
	qpdf_oh root = qpdf_make_indirect_object(f->q, dict);

	f->ids = map_new(f->arena);
	t.number = ARENA_ARRAY(f->arena, marks_most(doc), qpdf_oh);
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
