/*
 * mend: the second look at a tree, when all of it is there. In: a tree of
 * which every object stands where it may. Out: the same tree, in which every
 * object has what it cannot do without, and findings about what is missing,
 * out of order, or refers to nothing.
 *
 * Page masters come first, for page sequences refer to them.
 */
#include "fo/mend.h"

#include <string.h>

#include "fo/check.h"
#include "fo/master.h"

enum verdict { KEEP, LEAVE };

struct mender {
	struct fo_tree *tree;
	struct refiner *refiner;
	struct diag *diag;
};

/* --- required properties ----------------------------------------------- */

/* Without one of them the object says nothing; LEAVE: it is left out. */
static const struct required {
	enum fo_type type;
	enum fo_prop prop, other;
	enum verdict verdict;
} required[] = {
    {FO_PAGE_SEQUENCE, PROP_MASTER_REFERENCE, PROP_MASTER_REFERENCE, KEEP},
    {FO_FLOW, PROP_FLOW_NAME, PROP_FLOW_NAME, KEEP},
    {FO_STATIC_CONTENT, PROP_FLOW_NAME, PROP_FLOW_NAME, LEAVE},
    {FO_CHARACTER, PROP_CHARACTER, PROP_CHARACTER, LEAVE},
    {FO_EXTERNAL_GRAPHIC, PROP_SRC, PROP_SRC, LEAVE},
    {FO_BASIC_LINK, PROP_INTERNAL_DESTINATION, PROP_EXTERNAL_DESTINATION,
        KEEP},
    {FO_BOOKMARK, PROP_INTERNAL_DESTINATION, PROP_EXTERNAL_DESTINATION,
        KEEP},
    {FO_PAGE_NUMBER_CITATION, PROP_REF_ID, PROP_REF_ID, LEAVE},
    {FO_PAGE_NUMBER_CITATION_LAST, PROP_REF_ID, PROP_REF_ID, LEAVE},
    {FO_MARKER, PROP_MARKER_CLASS_NAME, PROP_MARKER_CLASS_NAME, LEAVE},
    {FO_RETRIEVE_TABLE_MARKER, PROP_RETRIEVE_CLASS_NAME,
        PROP_RETRIEVE_CLASS_NAME, LEAVE},
    {FO_RETRIEVE_MARKER, PROP_RETRIEVE_CLASS_NAME, PROP_RETRIEVE_CLASS_NAME,
        LEAVE}};

static enum verdict
required_check(const struct fo_node *n, struct diag *d)
{
	for (size_t i = 0; i < sizeof(required) / sizeof(required[0]); i++) {
		const struct required *r = &required[i];

		if (r->type != n->type || *fo_str(n, r->prop) != '\0' ||
		    *fo_str(n, r->other) != '\0')
			continue;
		diag_add(d, DIAG_F08, n->src, "fo:%s needs %s",
		    fo_name(n->type), fo_prop_name(r->prop));
		return r->verdict;
	}
	return KEEP;
}

/* --- the tree's links -------------------------------------------------- */

/* Take c, which follows prev (NULL: is the first), out of its parent. */
static void
unlink_child(struct fo_node *c, struct fo_node *prev)
{
	struct fo_node *parent = c->parent;

	if (prev != NULL)
		prev->next = c->next;
	else
		parent->child = c->next;
	if (parent->last == c)
		parent->last = prev;
}

/* An empty object of this type, before next (NULL: at the end). */
static void
child_supply(struct refiner *r, struct fo_node *parent, enum fo_type type,
    struct fo_node *next)
{
	struct fo_node *n = ARENA_NEW(r->arena, struct fo_node);
	struct fo_node *prev = NULL;

	n->type = type;
	n->parent = parent;
	n->src = parent->src;
	n->next = next;
	refine(r, n, NULL);
	for (struct fo_node *c = parent->child; c != next; c = c->next)
		prev = c;
	if (prev != NULL)
		prev->next = n;
	else
		parent->child = n;
	if (next == NULL)
		parent->last = n;
}

/* Leave out the children for which look says so. */
static void
children_sift(struct mender *m, struct fo_node *n,
    enum verdict (*look)(struct mender *, struct fo_node *))
{
	struct fo_node *prev = NULL, *next;

	for (struct fo_node *c = n->child; c != NULL; c = next) {
		next = c->next;
		if (look(m, c) == LEAVE)
			unlink_child(c, prev);
		else
			prev = c;
	}
}

/* --- page masters ------------------------------------------------------ */

static enum verdict
master_register(struct mender *m, struct fo_node *n)
{
	const char *name = fo_str(n, PROP_MASTER_NAME);

	if (*name == '\0') {
		diag_add(m->diag, DIAG_F08, n->src, "fo:%s needs master-name",
		    fo_name(n->type));
		return LEAVE;
	}
	if (map_find(m->tree->masters, name) != NULL) {
		diag_add(m->diag, DIAG_F17, n->src, "master-name=\"%s\"",
		    name);
		return LEAVE;
	}
	map_put(m->tree->masters, name, n);
	return KEEP;
}

static enum verdict
simple_look(struct mender *m, struct fo_node *n)
{
	struct fo_page_master page;

	if (n->type != FO_SIMPLE_PAGE_MASTER)
		return KEEP;
	if (check_children(n, m->diag) != 0)
		return LEAVE;
	fo_master_measure(n, &page);
	if (fo_region_column(&page.region[FO_BODY]) <= 0 ||
	    fo_region_height(&page.region[FO_BODY]) <= 0) {
		diag_add(m->diag, DIAG_F20, n->src, "master-name=\"%s\"",
		    fo_str(n, PROP_MASTER_NAME));
		return LEAVE;
	}
	return master_register(m, n);
}

static const struct fo_node *
simple_find(const struct fo_tree *tree, const char *name)
{
	const struct fo_node *n = map_find(tree->masters, name);

	return n != NULL && n->type == FO_SIMPLE_PAGE_MASTER ? n : NULL;
}

/* A specifier, or one of its alternatives. */
static enum verdict
specifier_look(struct mender *m, struct fo_node *n)
{
	const char *name = fo_str(n, PROP_MASTER_REFERENCE);

	if (n->type == FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES) {
		children_sift(m, n, specifier_look);
		return check_children(n, m->diag) == 0 ? KEEP : LEAVE;
	}
	if (simple_find(m->tree, name) != NULL)
		return KEEP;
	diag_add(m->diag, DIAG_F11, n->src, "master-reference=\"%s\" on fo:%s",
	    name, fo_name(n->type));
	return LEAVE;
}

static enum verdict
sequence_master_look(struct mender *m, struct fo_node *n)
{
	if (n->type != FO_PAGE_SEQUENCE_MASTER)
		return KEEP;
	children_sift(m, n, specifier_look);
	if (n->child == NULL) {
		diag_add(m->diag, DIAG_F15, n->src,
		    "fo:%s \"%s\" names no page master", fo_name(n->type),
		    fo_str(n, PROP_MASTER_NAME));
		return LEAVE;
	}
	return master_register(m, n);
}

/* --- page sequences ---------------------------------------------------- */

static int
master_has(const struct fo_node *simple, const char *name, int body)
{
	for (const struct fo_node *r = simple->child; r != NULL; r = r->next)
		if ((!body || r->type == FO_REGION_BODY) &&
		    strcmp(fo_region_name(r), name) == 0)
			return 1;
	return 0;
}

/* Whether any page master below n, a sequence master's part, has it. */
static int
specifiers_have(const struct fo_tree *tree, const struct fo_node *n,
    const char *name, int body)
{
	for (const struct fo_node *c = n->child; c != NULL; c = c->next) {
		const struct fo_node *simple = simple_find(tree,
		    fo_str(c, PROP_MASTER_REFERENCE));

		if (simple != NULL && master_has(simple, name, body))
			return 1;
		if (specifiers_have(tree, c, name, body))
			return 1;
	}
	return 0;
}

static void
flow_name_check(struct mender *m, const struct fo_node *master,
    const struct fo_node *flow)
{
	const char *name = fo_str(flow, PROP_FLOW_NAME);
	const int body = flow->type == FO_FLOW;

	if (!body && strcmp(name, "xsl-footnote-separator") == 0)
		return;
	if (master->type == FO_SIMPLE_PAGE_MASTER
	    ? master_has(master, name, body)
	    : specifiers_have(m->tree, master, name, body))
		return;
	diag_add(m->diag, body ? DIAG_F12 : DIAG_F19, flow->src,
	    "flow-name=\"%s\", page master \"%s\"", name,
	    fo_str(master, PROP_MASTER_NAME));
}

static enum verdict
page_sequence_check(struct mender *m, const struct fo_node *n)
{
	const char *name = fo_str(n, PROP_MASTER_REFERENCE);
	const struct fo_node *master = map_find(m->tree->masters, name);

	if (master == NULL)
		diag_add(m->diag, DIAG_F11, n->src,
		    "master-reference=\"%s\" on fo:%s", name,
		    fo_name(n->type));
	if (map_count(m->tree->masters) == 0)
		return LEAVE;
	for (const struct fo_node *c = n->child; master != NULL && c != NULL;
	    c = c->next)
		if (c->type == FO_FLOW || c->type == FO_STATIC_CONTENT)
			flow_name_check(m, master, c);
	return KEEP;
}

/* --- everything else --------------------------------------------------- */

static void
reference_check(struct mender *m, const struct fo_node *n, enum fo_prop prop)
{
	const char *id = fo_str(n, prop);

	if (*id != '\0' && map_find(m->tree->ids, id) == NULL)
		diag_add(m->diag, DIAG_F10, n->src, "%s=\"%s\" on fo:%s",
		    fo_prop_name(prop), id, fo_name(n->type));
}

/* Give a pair the half that it lacks, empty. */
static void
pair_complete(struct mender *m, struct fo_node *n, enum fo_type first,
    enum fo_type second)
{
	if (fo_child(n, second) == NULL)
		child_supply(m->refiner, n, second, NULL);
	if (fo_child(n, first) == NULL)
		child_supply(m->refiner, n, first, fo_child(n, second));
}

/* What fails for want of a child; a list item and a footnote are given an
   empty one. */
static enum verdict
incomplete(struct mender *m, struct fo_node *n)
{
	switch (n->type) {
	case FO_ROOT:
		return KEEP;
	case FO_LIST_ITEM:
		pair_complete(m, n, FO_LIST_ITEM_LABEL, FO_LIST_ITEM_BODY);
		return KEEP;
	case FO_FOOTNOTE:
		pair_complete(m, n, FO_INLINE, FO_FOOTNOTE_BODY);
		return KEEP;
	default:
		return LEAVE;
	}
}

static void
span_check(struct mender *m, const struct fo_node *n)
{
	if (fo_kw(n, PROP_SPAN) != FO_KW_ALL || (n->parent != NULL &&
	    n->parent->type == FO_FLOW && n->type != FO_WRAPPER))
		return;
	diag_add(m->diag, DIAG_F21, n->src, "fo:%s in fo:%s",
	    fo_name(n->type), n->parent == NULL ? "root" :
	    fo_name(n->parent->type));
}

/* 6.12.3: nothing in a footnote is out of the flow. */
static enum verdict
placed_check(struct mender *m, const struct fo_node *n)
{
	const struct fo_node *note = n;

	if (!check_is_placed(n))
		return KEEP;
	while (note != NULL && note->type != FO_FOOTNOTE)
		note = note->parent;
	if (note == NULL)
		return KEEP;
	check_left_out(m->diag, DIAG_F03, n->src, n->xml, fo_name(note->type));
	return LEAVE;
}

static enum verdict
node_look(struct mender *m, struct fo_node *n)
{
	if (n->type == FO_TEXT || n->type == FO_LAYOUT_MASTER_SET)
		return KEEP;
	if (placed_check(m, n) == LEAVE)
		return LEAVE;
	span_check(m, n);
	if (required_check(n, m->diag) == LEAVE)
		return LEAVE;
	children_sift(m, n, node_look);
	if (check_children(n, m->diag) != 0 && incomplete(m, n) == LEAVE)
		return LEAVE;
	switch (n->type) {
	case FO_PAGE_SEQUENCE:
		return page_sequence_check(m, n);
	case FO_BASIC_LINK:
	case FO_BOOKMARK:
		reference_check(m, n, PROP_INTERNAL_DESTINATION);
		return KEEP;
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
		reference_check(m, n, PROP_REF_ID);
		reference_check(m, n, PROP_FROM);
		return KEEP;
	case FO_PAGE_NUMBER:
		reference_check(m, n, PROP_FROM);
		return KEEP;
	default:
		return KEEP;
	}
}

void
mend_tree(struct refiner *r, struct fo_tree *tree)
{
	struct mender m = {.tree = tree, .refiner = r, .diag = r->diag};
	struct fo_node *set = fo_child(tree->root, FO_LAYOUT_MASTER_SET);

	if (set != NULL) {
		children_sift(&m, set, simple_look);
		children_sift(&m, set, sequence_master_look);
	}
	(void)node_look(&m, tree->root);
}
