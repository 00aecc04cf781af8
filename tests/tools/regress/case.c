/*
 * In: the file of a case. Out: its FO document, with page shorthands expanded
 * to a root, masters and page sequences. Elements keep the lines they have in
 * the file, so that findings can be told by their line.
 */
#include "regress.h"

#include <stdio.h>
#include <string.h>

#include <libxml/parser.h>

#define FO_NS "http://www.w3.org/1999/XSL/Format"
#define S(x) ((const xmlChar *)(x))

const char *
case_attr(const xmlNode *n, const char *name)
{
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next)
		if (a->ns == NULL && strcmp((const char *)a->name, name) == 0)
			return a->children == NULL ? "" :
			    (const char *)a->children->content;
	return "";
}

static int
is_named(const xmlNode *n, const char *ns, const char *name)
{
	return n->type == XML_ELEMENT_NODE &&
	    strcmp((const char *)n->name, name) == 0 &&
	    (ns == NULL ? n->ns == NULL : n->ns != NULL &&
	    strcmp((const char *)n->ns->href, ns) == 0);
}

/* --- the shorthand ----------------------------------------------------- */

/* The parts of the root that pages are expanded into. */
struct skeleton {
	xmlDoc *doc;
	xmlNode *root, *masters;
	xmlNs *fo;
	int pages;
};

static void
add_copy(xmlNode *to, const xmlNode *n)
{
	xmlAddChild(to, xmlDocCopyNode((xmlNode *)(uintptr_t)n, to->doc, 1));
}

static xmlNode *
add_object(struct skeleton *s, xmlNode *to, const char *name, int line)
{
	xmlNode *n = xmlNewDocNode(to->doc, s->fo, S(name), NULL);

	n->line = (unsigned short)line;
	return xmlAddChild(to, n);
}

static xmlNode *
add_master(struct skeleton *s, const xmlNode *page, const char *name)
{
	xmlNode *m = add_object(s, s->masters, "simple-page-master",
	    page->line);
	int body = 0;

	xmlSetProp(m, S("master-name"), S(name));
	xmlSetProp(m, S("page-width"), S(case_attr(page, "width")));
	xmlSetProp(m, S("page-height"), S(case_attr(page, "height")));
	for (const xmlNode *c = page->children; c != NULL; c = c->next)
		body |= is_named(c, FO_NS, "region-body");
	if (!body)
		add_object(s, m, "region-body", page->line);
	for (const xmlNode *c = page->children; c != NULL; c = c->next)
		if (c->type == XML_ELEMENT_NODE &&
		    strncmp((const char *)c->name, "region-", 7) == 0)
			add_copy(m, c);
	return m;
}

static void
page_attributes(xmlNode *sequence, const xmlNode *page)
{
	for (const xmlAttr *a = page->properties; a != NULL; a = a->next)
		if (strcmp((const char *)a->name, "width") != 0 &&
		    strcmp((const char *)a->name, "height") != 0)
			xmlSetProp(sequence, a->name, S(case_attr(page,
			    (const char *)a->name)));
}

/* A page's child to the object that it belongs in. */
static void
page_child(struct skeleton *s, xmlNode *sequence, xmlNode *flow,
    const xmlNode *c)
{
	const char *name = (const char *)c->name;

	if (c->type == XML_ELEMENT_NODE && strncmp(name, "region-", 7) == 0)
		return;
	if (is_named(c, FO_NS, "bookmark-tree") ||
	    is_named(c, FO_NS, "declarations"))
		xmlAddPrevSibling(sequence, xmlDocCopyNode((xmlNode *)
		    (uintptr_t)c, s->doc, 1));
	else if (is_named(c, FO_NS, "static-content") ||
	    is_named(c, FO_NS, "title"))
		xmlAddPrevSibling(flow, xmlDocCopyNode((xmlNode *)
		    (uintptr_t)c, s->doc, 1));
	else
		add_copy(flow, c);
}

static void
page_expand(struct skeleton *s, const xmlNode *page)
{
	char name[16];
	xmlNode *sequence, *flow;

	snprintf(name, sizeof(name), "page%d", ++s->pages);
	add_master(s, page, name);
	sequence = add_object(s, s->root, "page-sequence", page->line);
	page_attributes(sequence, page);
	xmlSetProp(sequence, S("master-reference"), S(name));
	flow = add_object(s, sequence, "flow", page->line);
	xmlSetProp(flow, S("flow-name"), S("xsl-region-body"));
	for (const xmlNode *c = page->children; c != NULL; c = c->next)
		page_child(s, sequence, flow, c);
}

static xmlNode *
pages_expand(xmlDoc *doc, const xmlNode *c)
{
	struct skeleton s = {.doc = doc};

	s.root = xmlNewDocNode(doc, NULL, S("root"), NULL);
	s.fo = xmlNewNs(s.root, S(FO_NS), S("fo"));
	xmlSetNs(s.root, s.fo);
	s.root->line = c->line;
	xmlDocSetRootElement(doc, s.root);
	s.masters = add_object(&s, s.root, "layout-master-set", c->line);
	for (const xmlNode *p = c->children; p != NULL; p = p->next)
		if (is_named(p, NULL, "page"))
			page_expand(&s, p);
	return s.pages > 0 ? s.root : NULL;
}

/* --- the document ------------------------------------------------------ */

static void
root_defaults(xmlNode *root)
{
	static const char *const defaults[][2] = {
	    {"font-family", "Makepack Square"}, {"font-size", "10pt"},
	    {"line-height", "10pt"}, {"widows", "1"}, {"orphans", "1"}};

	if (*case_attr(root, "font-family") != '\0')
		return;
	for (size_t i = 0; i < sizeof(defaults) / sizeof(*defaults); i++)
		if (*case_attr(root, defaults[i][0]) == '\0')
			xmlSetProp(root, S(defaults[i][0]),
			    S(defaults[i][1]));
}

static xmlNode *
root_find(xmlDoc *doc, const xmlNode *c)
{
	for (const xmlNode *n = c->children; n != NULL; n = n->next)
		if (is_named(n, FO_NS, "root")) {
			xmlDocSetRootElement(doc, xmlDocCopyNode((xmlNode *)
			    (uintptr_t)n, doc, 1));
			return xmlDocGetRootElement(doc);
		}
	return pages_expand(doc, c);
}

int
case_read(struct regress_case *c, const char *path, struct verdict *v)
{
	xmlNode *root;

	*c = (struct regress_case){.file = xmlReadFile(path, NULL,
	    XML_PARSE_NONET | XML_PARSE_HUGE)};
	c->root = c->file == NULL ? NULL : xmlDocGetRootElement(c->file);
	if (c->root == NULL || !is_named(c->root, NULL, "case")) {
		verdict_fail(v, "not a case");
		return -1;
	}
	c->fo = xmlNewDoc(S("1.0"));
	c->fo->URL = xmlStrdup(S(path));
	root = root_find(c->fo, c->root);
	if (root == NULL) {
		verdict_fail(v, "no page and no fo:root");
		return -1;
	}
	root_defaults(root);
	return 0;
}

void
case_free(struct regress_case *c)
{
	xmlFreeDoc(c->fo);
	xmlFreeDoc(c->file);
}
