/*
 * flow: after it, an element of flow content holds blocks only.
 *
 *     <item>costs, and <list>..</list></item>
 *  -> <item><p>costs, and </p><list>..</list></item>
 *
 * A run of text and inline elements between blocks becomes one p; white
 * space between blocks goes. Names alone decide: where a name of the table
 * is also that of an element without text (the item of the agenda, the group
 * of a budget), there is nothing in it to wrap.
 */
#include <string.h>

#include "merge/work.h"
#include "xml/node.h"

static const char *const flow_names[] = {"a", "access-statement", "action",
    "b", "blurb", "box", "cell", "clause", "commentary", "consequence",
    "control", "declaration", "delivery", "description", "entry", "event",
    "foreword", "group", "guidance", "intro", "item", "left", "meaning",
    "nb", "note", "notice", "para", "portfolio", "postscript", "quote",
    "resolved", "right", "source", "summary"};

static const char *const inline_names[] = {"br", "date", "direction", "em",
    "foreign", "link", "person", "rag", "rating", "ref", "strong", "sub",
    "sup"};

static int
named_in(const xmlNode *n, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp((const char *)n->name, names[i]) == 0)
			return node_is(n, NULL);
	return 0;
}

static int
is_flow(const xmlNode *n)
{
	return named_in(n, flow_names,
	    sizeof(flow_names) / sizeof(*flow_names));
}

/* Text (of any kind, also comments in it) and inline elements. */
static int
is_loose(const xmlNode *n)
{
	return n->type != XML_ELEMENT_NODE || named_in(n, inline_names,
	    sizeof(inline_names) / sizeof(*inline_names));
}

/* 1 for white space between elements, and comments. */
static int
is_blank(const xmlNode *n)
{
	return n->type == XML_ELEMENT_NODE ? 0 :
	    (n->type != XML_TEXT_NODE && n->type != XML_CDATA_SECTION_NODE) ||
	    xmlIsBlankNode(n);
}

static xmlNode *
node_drop(xmlNode *n)
{
	xmlNode *next = n->next;

	xmlUnlinkNode(n);
	xmlFreeNode(n);
	return next;
}

/* Wrap the run that begins at first; returns what follows it. */
static xmlNode *
run_wrap(xmlNode *first)
{
	xmlNode *p = node_new(first->parent, "p"), *n = first, *next;

	xmlAddPrevSibling(first, p);
	for (; n != NULL && is_loose(n); n = next) {
		next = n->next;
		xmlUnlinkNode(n);
		xmlAddChild(p, n);
	}
	return n;
}

static void
flow_blocks(xmlNode *flow)
{
	xmlNode *n = flow->children;

	while (n != NULL) {
		if (is_blank(n))
			n = node_drop(n);
		else if (is_loose(n))
			n = run_wrap(n);
		else
			n = n->next;
	}
}

void
flow_wrap(struct merge *m)
{
	const xmlNode *pack = xmlDocGetRootElement(m->pack);
	xmlNode *n = xmlDocGetRootElement(m->pack);

	for (; n != NULL; n = node_next(pack, n))
		if (is_flow(n))
			flow_blocks(n);
}
