/*
 * info: In: mp:info; XMP; and what Antenna House, RenderX and FOP have for
 * the same purpose, for their users' stylesheets write it. Out: the fields of
 * the tree. Who writes none of these may still have said the language on
 * fo:root, and a title in the first page sequence that has an fo:title.
 */
#include "fo/info.h"

#include <libxml/xmlmemory.h>
#include <string.h>

#include "base/buf.h"

#define EXT_NS "urn:makepack:ext:1"
#define FOX_NS "http://xmlgraphics.apache.org/fop/extensions"
#define AXF_NS "http://www.antennahouse.com/names/XSL/Extensions"
#define RX_NS "http://www.renderx.com/XSL/Extensions"
#define XMP_NS "adobe:ns:meta/"
#define RDF_NS "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define DC_NS "http://purl.org/dc/elements/1.1/"
#define PDF_NS "http://ns.adobe.com/pdf/1.3/"
#define DEPTH_MAX 16

static int
is(const xmlNode *xml, const char *ns, const char *name)
{
	return xml->type == XML_ELEMENT_NODE && xml->ns != NULL &&
	    xml->ns->href != NULL &&
	    strcmp((const char *)xml->ns->href, ns) == 0 &&
	    (name == NULL || strcmp((const char *)xml->name, name) == 0);
}

static const char **
field(struct fo_tree *t, const char *name)
{
	const struct {
		const char *name;
		const char **to;
	} fields[] = {{"title", &t->title}, {"document-title", &t->title},
	    {"author", &t->author}, {"subject", &t->subject},
	    {"keywords", &t->keywords}, {"lang", &t->lang},
	    {"date", &t->date}};

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (strcmp(fields[i].name, name) == 0)
			return fields[i].to;
	return NULL;
}

/* The value becomes ours; it is freed. */
static void
field_put(struct fo_tree *t, const char *name, xmlChar *value, int again)
{
	const char **to = name == NULL ? NULL : field(t, name);

	if (to != NULL && value != NULL && *value != '\0' &&
	    (*to == NULL || again))
		*to = arena_strdup(t->arena, (char *)value);
	xmlFree(value);
}

static void
attributes_take(struct fo_tree *t, const xmlNode *xml)
{
	for (const xmlAttr *a = xml->properties; a != NULL; a = a->next)
		if (a->ns == NULL)
			field_put(t, (const char *)a->name,
			    xmlNodeListGetString(a->doc, a->children, 1), 1);
}

/* name="title" value="..." */
static void
pair_take(struct fo_tree *t, const xmlNode *xml)
{
	xmlChar *name = xmlGetNoNsProp(xml, (const xmlChar *)"name");

	field_put(t, (const char *)name,
	    xmlGetNoNsProp(xml, (const xmlChar *)"value"), 0);
	xmlFree(name);
}

/* Dublin Core: the first of several values, if they are in a container. */
static void
xmp_take(struct fo_tree *t, const xmlNode *xml, int depth)
{
	static const struct {
		const char *ns, *name, *field;
	} rows[] = {{DC_NS, "title", "title"}, {DC_NS, "creator", "author"},
	    {DC_NS, "description", "subject"}, {DC_NS, "language", "lang"},
	    {PDF_NS, "Keywords", "keywords"}};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const xmlNode *c = xml;

		if (!is(xml, rows[i].ns, rows[i].name))
			continue;
		while (c != NULL && xmlChildElementCount((xmlNode *)c) > 0)
			c = xmlFirstElementChild((xmlNode *)c);
		field_put(t, rows[i].field, xmlNodeGetContent(c), 0);
		return;
	}
	for (const xmlNode *c = xml->children; c != NULL && depth < DEPTH_MAX;
	    c = c->next)
		if (c->type == XML_ELEMENT_NODE)
			xmp_take(t, c, depth + 1);
}

int
info_take(struct fo_tree *t, const xmlNode *xml)
{
	if (is(xml, EXT_NS, "info")) {
		attributes_take(t, xml);
	} else if (is(xml, AXF_NS, "document-info")) {
		pair_take(t, xml);
	} else if (is(xml, RX_NS, "meta-info")) {
		for (const xmlNode *c = xml->children; c != NULL; c = c->next)
			if (is(c, RX_NS, "meta-field"))
				pair_take(t, c);
	} else if (is(xml, XMP_NS, "xmpmeta") || is(xml, RDF_NS, "RDF")) {
		xmp_take(t, xml, 0);
	} else {
		return is(xml, FOX_NS, "destination");
	}
	return 1;
}

/* --- from the tree itself ------------------------------------------------ */

static void
language_complete(struct fo_tree *t)
{
	const char *tag = fo_str(t->root, PROP_XML_LANG);
	const char *language = fo_str(t->root, PROP_LANGUAGE);
	const char *country = fo_str(t->root, PROP_COUNTRY);

	if (*tag != '\0')
		t->lang = tag;
	else if (strcmp(language, "none") != 0 && strcmp(country, "none") != 0)
		t->lang = arena_printf(t->arena, "%s-%s", language, country);
	else if (strcmp(language, "none") != 0)
		t->lang = language;
}

/* The text of an fo:title, its inlines' as well. */
static void
title_text(const struct fo_node *n, struct buf *b)
{
	for (const struct fo_node *c = n->child; c != NULL; c = c->next) {
		if (c->type == FO_TEXT)
			buf_add(b, c->text, c->len);
		title_text(c, b);
	}
}

static void
title_complete(struct fo_tree *t, const struct fo_node *title)
{
	struct buf b = {0};
	size_t n = 0;

	title_text(title, &b);
	for (size_t i = 0; i < b.len; i++) {
		const int white = strchr(" \t\r\n", b.data[i]) != NULL;

		if (!white)
			b.data[n++] = b.data[i];
		else if (n > 0 && b.data[n - 1] != ' ')
			b.data[n++] = ' ';
	}
	while (n > 0 && b.data[n - 1] == ' ')
		n--;
	if (n > 0)
		t->title = arena_strndup(t->arena, b.data, n);
	buf_free(&b);
}

void
info_complete(struct fo_tree *t)
{
	if (t->lang == NULL)
		language_complete(t);
	for (const struct fo_node *s = t->root->child;
	    s != NULL && t->title == NULL; s = s->next)
		if (s->type == FO_PAGE_SEQUENCE && s->child != NULL &&
		    s->child->type == FO_TITLE)
			title_complete(t, s->child);
}
