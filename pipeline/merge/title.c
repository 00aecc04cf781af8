/*
 * title: what documents are called. Each document says its title in a place
 * of its own kind (a report in its subject, a dashboard on its cover); it is
 * written to the element document and to the root below it, in plain words,
 * together with label and item number, so that agenda, bookmarks, running
 * heads and references all print the same. A report that does not say to
 * whom it goes gets the committee and the date of the pack.
 */
#include <string.h>

#include "merge/work.h"
#include "xml/node.h"

/* The element with the title; NULL: the kind has none (minutes). */
static const xmlNode *
title_of(const xmlNode *root)
{
	const xmlNode *part = node_child(root, "header");

	if (part != NULL)
		return node_child(part, "subject");
	part = node_child(root, "cover");
	return node_child(part != NULL ? part : root, "title");
}

static void
document_title(struct merge *m, xmlNode *document)
{
	const char *label = node_attr(document, "label");
	const char *number = node_ext(document->parent, "number");
	xmlNode *root = node_child(document, NULL);
	const xmlNode *title = root == NULL ? NULL : title_of(root);
	const char *text;

	if (title == NULL)
		title = node_child(document->parent, "title");
	text = title == NULL ? "" : node_text(m->arena, title);
	node_put(document, "title", text);
	if (number != NULL)
		node_put(document, "item", number);
	if (root == NULL)
		return;
	node_put(root, "docid", node_attr(document, "id"));
	node_put(root, "title", text);
	if (number != NULL)
		node_put(root, "item", number);
	if (label != NULL)
		node_put(root, "label", label);
}

/* The pack's committee and date, as the header's to. */
static void
header_to(struct merge *m, xmlNode *header)
{
	const xmlNode *meeting = node_child(xmlDocGetRootElement(m->pack),
	    "meeting");
	xmlNode *subject = node_child(header, "subject"), *to;
	const char *committee;

	if (node_child(header, "to") != NULL || subject == NULL)
		return;
	committee = node_text(m->arena, node_child(meeting, "committee"));
	to = node_new(header, "to");
	xmlAddPrevSibling(subject, to);
	xmlAddChild(to, xmlNewDocText(m->pack, (const xmlChar *)committee));
	node_set(to, "date", node_text(m->arena, node_child(meeting, "date")));
}

void
headers_fill(struct merge *m)
{
	const xmlNode *pack = xmlDocGetRootElement(m->pack);
	xmlNode *n = xmlDocGetRootElement(m->pack);

	for (; n != NULL; n = node_next(pack, n))
		if (node_is(n, "header"))
			header_to(m, n);
}

void
documents_title(struct merge *m)
{
	const xmlNode *pack = xmlDocGetRootElement(m->pack);
	xmlNode *n = xmlDocGetRootElement(m->pack);

	for (; n != NULL; n = node_next(pack, n))
		if (node_is(n, "document") && node_is(n->parent, "item"))
			document_title(m, n);
}
