/*
 * include: documents come into the tree, each below the element that names
 * it, and the documents that they include in place of the include.
 *
 * Roots are copied, not moved: libxml2 ties names and the xml namespace to
 * the document they were parsed in. A chain of real paths from the pack down
 * to the file at hand finds includes that go round in a circle.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "merge/work.h"
#include "xml/node.h"
#include "xml/xml.h"

#define INCLUDES_MAX 16

/* The files that are open around the one at hand. */
struct chain {
	const char *real;
	const struct chain *up;
	int depth;
};

static const char *
path_real(struct merge *m, const char *path)
{
	char real[PATH_MAX];

	return arena_strdup(m->arena, realpath(path, real) ? real : path);
}

/* 0 when the file may be included at the end of this chain. */
static int
chain_check(struct merge *m, const struct chain *c, const char *path,
    struct src from)
{
	const char *real = path_real(m, path);

	if (c->depth >= INCLUDES_MAX) {
		diag_add(m->diag, DIAG_M05, from, "%s", path);
		return -1;
	}
	for (; c != NULL; c = c->up) {
		if (strcmp(c->real, real) == 0) {
			diag_add(m->diag, DIAG_M04, from, "%s", path);
			return -1;
		}
	}
	return 0;
}

/* A copy of the file's root for the pack; NULL after findings. */
static xmlNode *
root_load(struct merge *m, const char *path, struct src from)
{
	xmlDoc *doc = source_load(m, path, PLACE_DOCUMENT, from);
	xmlNode *root = NULL;

	if (doc != NULL)
		root = xmlDocCopyNode(xmlDocGetRootElement(doc), m->pack, 1);
	xmlFreeDoc(doc);
	return root;
}

static void includes_expand(struct merge *, xmlNode *, const struct chain *);

/* Returns what stands in place of the include: a root, or the include. */
static xmlNode *
include_replace(struct merge *m, xmlNode *include, const struct chain *up)
{
	const char *path = source_path(m, include, node_attr(include, "src"));
	const char *id = node_attr(include, "id");
	struct src from = xml_src(include);
	struct chain c = {path_real(m, path), up, up->depth + 1};
	xmlNode *root = NULL;

	if (chain_check(m, up, path, from) == 0)
		root = root_load(m, path, from);
	if (root == NULL) {
		node_put(include, "missing", "yes");
		return include;
	}
	if (id != NULL)
		node_set(root, "id", id);
	xmlReplaceNode(include, root);
	xmlFreeNode(include);
	includes_expand(m, root, &c);
	return root;
}

static void
includes_expand(struct merge *m, xmlNode *root, const struct chain *c)
{
	xmlNode *n = node_next(root, root);

	while (n != NULL) {
		if (node_is(n, "include"))
			n = node_after(root, include_replace(m, n, c));
		else
			n = node_next(root, n);
	}
}

static void
document_load(struct merge *m, xmlNode *document, struct map *seen)
{
	const char *path = source_path(m, document,
	    node_attr(document, "src"));
	struct chain c = {.real = path_real(m, path)};
	const xmlNode *first = map_put(seen, c.real, document);
	xmlNode *root;

	if (first != NULL)
		diag_add(m->diag, DIAG_M03, xml_src(document),
		    "%s, first in line %d", path, xml_src(first).line);
	root = root_load(m, path, xml_src(document));
	if (root == NULL) {
		node_put(document, "missing", "yes");
		return;
	}
	xmlAddChild(document, root);
	includes_expand(m, root, &c);
}

void
documents_load(struct merge *m)
{
	xmlNode *pack = xmlDocGetRootElement(m->pack), *n;
	struct chain c = {.real = path_real(m, xml_src(pack).file)};
	struct map *seen = map_new(m->arena);

	includes_expand(m, pack, &c);
	for (n = pack; n != NULL; ) {
		if (node_is(n, "document") && node_is(n->parent, "item")) {
			document_load(m, n, seen);
			n = node_after(pack, n);
		} else {
			n = node_next(pack, n);
		}
	}
}
