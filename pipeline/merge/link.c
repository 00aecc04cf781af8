/*
 * link: ids become unique over the pack, and references find them.
 *
 *     <section id="costs"> in the document "d1"   ->  id="d1.costs"
 *     <ref to="costs"/> there                     ->  to="d1.costs"
 *                                                     mp:text="3"
 *
 * Ids of the agenda (sections, items, documents) keep their names. A ref is
 * looked for in its own document first, then on the agenda, so that no
 * document changes its meaning with the pack it stands in. What a ref
 * without text prints: the number of its target, else its title.
 */
#include <string.h>

#include "merge/work.h"
#include "xml/node.h"
#include "xml/xml.h"

static void
target_add(struct merge *m, xmlNode *n, const char *id)
{
	const xmlNode *first = map_find(m->targets, id);
	struct src at;

	if (first == NULL) {
		map_put(m->targets, id, n);
		return;
	}
	at = xml_src(first);
	diag_add(m->diag, DIAG_M07, xml_src(n), "%s, first used at %s:%d", id,
	    at.file, at.line);
}

/* Elements below a document get its id in front of theirs. */
static void
ids_collect(struct merge *m)
{
	xmlNode *pack = xmlDocGetRootElement(m->pack), *n = pack;
	const xmlNode *document = NULL, *end = NULL;
	const char *id;

	for (; n != NULL; n = node_next(pack, n)) {
		if (n == end)
			document = end = NULL;
		id = node_attr(n, "id");
		if (id != NULL && document != NULL) {
			id = arena_printf(m->arena, "%s.%s",
			    node_attr(document, "id"), id);
			node_set(n, "id", id);
		}
		if (id != NULL)
			target_add(m, n, id);
		if (node_is(n, "document") && node_is(n->parent, "item")) {
			document = n;
			end = node_after(pack, n);
		}
	}
}

/* The full id that a name means in a document (NULL: on the agenda). */
static const char *
target_name(struct merge *m, const xmlNode *document, const char *to)
{
	const char *own;

	if (document != NULL && strchr(to, '.') == NULL) {
		own = arena_printf(m->arena, "%s.%s",
		    node_attr(document, "id"), to);
		if (map_find(m->targets, own) != NULL)
			return own;
	}
	return map_find(m->targets, to) != NULL ? to : NULL;
}

/* 1 when the name is of a document that could not be read, or in it: then
   its own finding says enough. */
static int
target_missing(struct merge *m, const char *to)
{
	const xmlNode *n = map_find_n(m->targets, to, strcspn(to, "."));

	return n != NULL && node_ext(n, "missing") != NULL;
}

/* What stands for an element where it is referred to; NULL: nothing. */
static const char *
target_text(struct merge *m, const xmlNode *n)
{
	static const char *const named[] = {"title", "name", "term",
	    "caption"};
	static const char *const attrs[] = {"code", "ref", "label", "title",
	    "name"};
	const char *text = node_ext(n, "number");

	if (text == NULL && node_is(n, "document"))
		text = node_attr(n, "label") ? node_attr(n, "label") :
		    node_ext(n, "title");
	for (size_t i = 0; text == NULL &&
	    i < sizeof(attrs) / sizeof(*attrs); i++)
		text = node_attr(n, attrs[i]);
	for (size_t i = 0; text == NULL &&
	    i < sizeof(named) / sizeof(*named); i++)
		if (node_child(n, named[i]) != NULL)
			text = node_text(m->arena, node_child(n, named[i]));
	return text != NULL && text[0] != '\0' ? text : NULL;
}

static void
ref_resolve(struct merge *m, const xmlNode *document, xmlNode *ref)
{
	const char *to = node_attr(ref, "to");
	const char *name = target_name(m, document, to);
	const char *text = name == NULL ? "?" :
	    target_text(m, map_find(m->targets, name));

	if (name == NULL && !target_missing(m, to))
		diag_add(m->diag, DIAG_M08, xml_src(ref), "%s", to);
	if (text == NULL && ref->children == NULL)
		diag_add(m->diag, DIAG_M10, xml_src(ref), "%s", to);
	node_put(ref, "text", text ? text : "?");
	if (name != NULL) /* after it, the old value is gone */
		node_set(ref, "to", name);
}

/* An appendix that names a document gets its label and title. */
static void
appendix_resolve(struct merge *m, xmlNode *appendix)
{
	const char *id = node_attr(appendix, "document"), *label;
	const xmlNode *document = id ? map_find(m->targets, id) : NULL;

	if (id == NULL)
		return;
	if (!node_is(document, "document")) {
		diag_add(m->diag, DIAG_M08, xml_src(appendix), "%s", id);
		node_put(appendix, "title", "?");
		return;
	}
	label = node_attr(document, "label");
	node_put(appendix, "title", node_ext(document, "title"));
	if (label != NULL)
		node_put(appendix, "label", label);
}

/* The picture's file must be there; src becomes relative to the pack. */
static void
figure_resolve(struct merge *m, xmlNode *figure)
{
	const char *path = source_path(m, figure, node_attr(figure, "src"));
	const char *dot = strrchr(path, '.');
	size_t folder = strlen(m->folder);

	if (dot == NULL || (strcasecmp(dot, ".png") != 0 &&
	    strcasecmp(dot, ".jpg") != 0 && strcasecmp(dot, ".jpeg") != 0 &&
	    strcasecmp(dot, ".svg") != 0))
		diag_add(m->diag, DIAG_M11, xml_src(figure), "%s", path);
	else
		xml_path_check(path, m->root, xml_src(figure), m->diag);
	if (strncmp(path, m->folder, folder) == 0)
		path += folder;
	node_set(figure, "src", path);
}

void
links_resolve(struct merge *m)
{
	xmlNode *pack = xmlDocGetRootElement(m->pack), *n = pack;
	const xmlNode *document = NULL, *end = NULL;

	ids_collect(m);
	for (; n != NULL; n = node_next(pack, n)) {
		if (n == end)
			document = end = NULL;
		if (node_is(n, "document") && node_is(n->parent, "item")) {
			document = n;
			end = node_after(pack, n);
		} else if (node_is(n, "ref")) {
			ref_resolve(m, document, n);
		} else if (node_is(n, "appendix")) {
			appendix_resolve(m, n);
		} else if (node_is(n, "figure")) {
			figure_resolve(m, n);
		}
	}
}
