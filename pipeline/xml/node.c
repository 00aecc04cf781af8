/*
 * node: what libxml2 asks of its callers, said once: namespaces, attributes
 * as lists of text nodes, borrowed and owned strings.
 *
 * Attributes are looked for in the element's own list (a handful) instead of
 * xmlGetProp, which copies. The extension namespace is the one declared at
 * the root of the pack, so that no document in it declares its own.
 */
#include "xml/node.h"

#include <string.h>

#include "base/buf.h"
#include "xml/xml.h"

static int
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

int
node_is(const xmlNode *n, const char *name)
{
	return n != NULL && n->type == XML_ELEMENT_NODE && n->ns != NULL &&
	    (name == NULL || strcmp((const char *)n->name, name) == 0) &&
	    strcmp((const char *)n->ns->href, MP_NS) == 0;
}

static xmlNode *
first_element(xmlNode *n)
{
	while (n != NULL && n->type != XML_ELEMENT_NODE)
		n = n->next;
	return n;
}

xmlNode *
node_after(const xmlNode *root, const xmlNode *n)
{
	xmlNode *next;

	for (; n != root && n != NULL; n = n->parent)
		if ((next = first_element(n->next)) != NULL)
			return next;
	return NULL;
}

xmlNode *
node_next(const xmlNode *root, const xmlNode *n)
{
	xmlNode *child = first_element(n->children);

	return child != NULL ? child : node_after(root, n);
}

static xmlNode *
named(xmlNode *n, const char *name)
{
	while (n != NULL && !node_is(n, name))
		n = n->next;
	return n;
}

xmlNode *
node_child(const xmlNode *parent, const char *name)
{
	return named(parent->children, name);
}

xmlNode *
node_sibling(const xmlNode *n, const char *name)
{
	return named(n->next, name);
}

xmlNode *
node_around(const xmlNode *n, const char *name)
{
	xmlNode *at = n->parent;

	while (at != NULL && !node_is(at, name))
		at = at->type == XML_ELEMENT_NODE ? at->parent : NULL;
	return at;
}

static xmlAttr *
attr_find(const xmlNode *n, const char *name, const char *ns)
{
	xmlAttr *a = n->properties;

	for (; a != NULL; a = a->next)
		if (strcmp((const char *)a->name, name) == 0 &&
		    (ns == NULL ? a->ns == NULL : a->ns != NULL &&
		    strcmp((const char *)a->ns->href, ns) == 0))
			return a;
	return NULL;
}

static const char *
attr_value(const xmlAttr *a)
{
	if (a == NULL)
		return NULL;
	return a->children == NULL || a->children->content == NULL ? "" :
	    (const char *)a->children->content;
}

const char *
node_attr(const xmlNode *n, const char *name)
{
	return attr_value(attr_find(n, name, NULL));
}

const char *
node_ext(const xmlNode *n, const char *name)
{
	return attr_value(attr_find(n, name, MP_EXT_NS));
}

int
node_attr_is(const xmlNode *n, const char *name, const char *value)
{
	const char *v = node_attr(n, name);

	return v != NULL && strcmp(v, value) == 0;
}

void
node_set(xmlNode *n, const char *name, const char *value)
{
	if (node_attr_is(n, name, value)) /* value may be the very one */
		return;
	xmlSetNsProp(n, NULL, (const xmlChar *)name, (const xmlChar *)value);
}

xmlNs *
node_ext_ns(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	xmlNs *ns = root->nsDef;

	while (ns != NULL && strcmp((const char *)ns->href, MP_EXT_NS) != 0)
		ns = ns->next;
	if (ns == NULL)
		ns = xmlNewNs(root, (const xmlChar *)MP_EXT_NS,
		    (const xmlChar *)"mp");
	if (ns == NULL) /* the author uses the prefix for something else */
		ns = xmlNewNs(root, (const xmlChar *)MP_EXT_NS,
		    (const xmlChar *)"makepack");
	return ns;
}

void
node_put(xmlNode *n, const char *name, const char *value)
{
	xmlSetNsProp(n, node_ext_ns(n->doc), (const xmlChar *)name,
	    (const xmlChar *)value);
}

xmlNode *
node_new(const xmlNode *src, const char *name)
{
	xmlNode *n = xmlNewDocNode(src->doc, src->ns, (const xmlChar *)name,
	    NULL);
	const char *place = node_ext(src, "src");

	if (place != NULL)
		node_put(n, "src", place);
	return n;
}

/* The next node of any kind below root, in the order of reading. */
static const xmlNode *
any_next(const xmlNode *root, const xmlNode *n)
{
	if (n->type == XML_ELEMENT_NODE && n->children != NULL)
		return n->children;
	while (n != root && n->next == NULL)
		n = n->parent;
	return n == root ? NULL : n->next;
}

/* Add text with its white space made single; *gap: some came before. */
static void
text_add(struct buf *b, int *gap, const char *text)
{
	for (; *text != '\0'; text++) {
		if (!is_space(*text)) {
			if (*gap && b->len != 0)
				buf_putc(b, ' ');
			buf_putc(b, *text);
		}
		*gap = is_space(*text);
	}
}

/* What an empty element prints, "" for nothing. */
static const char *
printed(const xmlNode *n)
{
	const char *text = node_ext(n, "text");

	if (text == NULL)
		text = node_ext(n, "plain");
	return text == NULL ? "" : text;
}

const char *
node_text(struct arena *a, const xmlNode *root)
{
	struct buf b = {0};
	const char *text;
	int gap = 0;

	for (const xmlNode *n = root; n != NULL; n = any_next(root, n)) {
		if (node_is(n, "br"))
			gap = 1;
		else if (n->type == XML_ELEMENT_NODE && n->children == NULL)
			text_add(&b, &gap, printed(n));
		else if (n->type == XML_TEXT_NODE ||
		    n->type == XML_CDATA_SECTION_NODE)
			text_add(&b, &gap, (const char *)n->content);
	}
	text = arena_strdup(a, b.data ? b.data : "");
	buf_free(&b);
	return text;
}
