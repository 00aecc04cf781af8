/*
 * read: one pass over the FO document. In: libxml2 elements, text and
 * attributes. Out: fo_nodes with computed styles.
 *
 * An element becomes a node where the content model has a place for it. Text
 * or an inline where only blocks may stand gets an anonymous block. What has
 * no place is left out, and the finding quotes what the reader will miss.
 * Strings are borrowed from the document.
 */
#include "fo/read.h"

#include <libxml/xmlmemory.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "fo/check.h"
#include "fo/column.h"
#include "fo/info.h"
#include "fo/mend.h"

#define FO_NS "http://www.w3.org/1999/XSL/Format"
#define EXT_NS "urn:makepack:ext:1"
#define DEPTH_MAX 256

struct reader {
	struct fo_tree *tree;
	struct refiner refiner;
	struct diag *diag;
	const char *file; /* of the FO document */
	int depth;
};

static void read_children(struct reader *, struct fo_node *, const xmlNode *);

static int
in_ns(const xmlNode *xml, const char *uri)
{
	return xml->ns != NULL && xml->ns->href != NULL &&
	    strcmp((const char *)xml->ns->href, uri) == 0;
}

/* --- places ----------------------------------------------------------- */

static const char *
source_attribute(const xmlNode *xml)
{
	for (const xmlAttr *a = xml->properties; a != NULL; a = a->next)
		if (a->ns != NULL && a->children != NULL &&
		    strcmp((const char *)a->name, "src") == 0 &&
		    strcmp((const char *)a->ns->href, EXT_NS) == 0)
			return (const char *)a->children->content;
	return NULL;
}

/*
 * mp:src="file#line"; without it the place of the nearest element above that
 * has one, for the author's line says more than the FO document's; without
 * any the line of the FO document.
 */
static struct src
source_of(struct reader *rd, const struct fo_node *parent, const xmlNode *xml)
{
	const char *text = source_attribute(xml);
	const char *hash = text != NULL ? strrchr(text, '#') : NULL;
	const long line = xmlGetLineNo((xmlNode *)xml);

	if (hash != NULL)
		return (struct src){
		    .file = value_string(styles_strings(rd->refiner.styles),
		        text, (size_t)(hash - text)),
		    .line = (int)strtol(hash + 1, NULL, 10)};
	if (parent != NULL && parent->src.file != rd->file)
		return parent->src;
	return (struct src){.file = rd->file,
	    .line = line > 0 && line < INT_MAX ? (int)line : 0};
}

/* --- nodes ------------------------------------------------------------ */

static struct fo_node *
node_new(struct reader *rd, enum fo_type type, struct fo_node *parent,
    struct src src)
{
	struct fo_node *n = ARENA_NEW(rd->tree->arena, struct fo_node);

	n->type = type;
	n->parent = parent;
	n->src = src;
	return n;
}

static void
node_append(struct fo_node *n)
{
	struct fo_node *parent = n->parent;

	if (parent == NULL)
		return;
	if (parent->last != NULL)
		parent->last->next = n;
	else
		parent->child = n;
	parent->last = n;
}

/* The anonymous block that a run of inlines in parent goes into. */
static struct fo_node *
anonymous_block(struct reader *rd, struct fo_node *parent, struct src src,
    const char *what)
{
	struct fo_node *block = parent->last;

	if (block != NULL && block->type == FO_BLOCK && block->xml == NULL)
		return block;
	block = node_new(rd, FO_BLOCK, parent, src);
	refine(&rd->refiner, block, NULL);
	node_append(block);
	diag_add(rd->diag, DIAG_F04, src, "%s in fo:%s", what,
	    fo_name(parent->type));
	return block;
}

static void
id_keep(struct reader *rd, struct fo_node *n)
{
	if (n->id == NULL)
		return;
	if (map_find(rd->tree->ids, n->id) == NULL) {
		map_put(rd->tree->ids, n->id, n);
		return;
	}
	diag_add(rd->diag, DIAG_F09, n->src, "id=\"%s\" on fo:%s", n->id,
	    fo_name(n->type));
	n->id = NULL;
}

/* --- text ------------------------------------------------------------- */

static int
is_white(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && (s[i] == ' ' || s[i] == '\n' || s[i] == '\t' ||
	    s[i] == '\r'))
		i++;
	return i == n;
}

static void
read_text(struct reader *rd, struct fo_node *parent, const xmlNode *xml,
    uint64_t had)
{
	const char *text = (const char *)xml->content;
	const size_t len = text != NULL ? strlen(text) : 0;
	const enum check_place place = check_child(parent, FO_TEXT, had);
	const int white = is_white(text, len);
	struct fo_node *n;

	if (len == 0 || (white && place != CHECK_FITS))
		return;
	if (place == CHECK_NOT) {
		check_left_out(rd->diag, DIAG_F05, parent->src, xml,
		    fo_name(parent->type));
		return;
	}
	if (place == CHECK_WRAPS)
		parent = anonymous_block(rd, parent, parent->src, "text");
	n = node_new(rd, FO_TEXT, parent, parent->src);
	n->text = text;
	n->len = len;
	n->style = parent->style;
	n->xml = xml;
	node_append(n);
}

/* --- elements of other languages -------------------------------------- */

/* Serialised as a document of its own, with every namespace it needs. */
static void
read_picture(struct reader *rd, struct fo_node *n, const xmlNode *xml)
{
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *copy = doc == NULL ? NULL
	    : xmlDocCopyNode((xmlNode *)xml, doc, 1);
	xmlChar *text = NULL;
	int len = 0;

	if (copy != NULL) {
		xmlDocSetRootElement(doc, copy);
		xmlDocDumpMemoryEnc(doc, &text, &len, "UTF-8");
	}
	if (text != NULL && len > 0) {
		n->svg = arena_strndup(rd->tree->arena, (char *)text,
		    (size_t)len);
		n->svg_len = (size_t)len;
	}
	xmlFree(text);
	xmlFreeDoc(doc);
}

static void
read_foreign(struct reader *rd, struct fo_node *parent, const xmlNode *xml)
{
	const int about = (parent->type == FO_DECLARATIONS ||
	    parent->type == FO_ROOT) && info_take(rd->tree, xml);

	if (about || parent->type == FO_DECLARATIONS)
		return;
	if (parent->type == FO_INSTREAM_FOREIGN_OBJECT && parent->svg == NULL)
		read_picture(rd, parent, xml);
	else
		check_left_out(rd->diag, DIAG_F18,
		    source_of(rd, parent, xml), xml, fo_name(parent->type));
}

/* --- formatting objects ----------------------------------------------- */

/* had gains the type of a child that stays. */
static void
read_object(struct reader *rd, struct fo_node *parent, const xmlNode *xml,
    uint64_t *had)
{
	const char *name = (const char *)xml->name;
	const enum fo_type type = vocab_object(rd->refiner.vocab, name);
	const struct src src = source_of(rd, parent, xml);
	enum check_place place;
	struct fo_node *n;

	if (type == FO_TYPES) {
		check_left_out(rd->diag, DIAG_F02, src, xml,
		    fo_name(parent->type));
		return;
	}
	place = check_child(parent, type, *had);
	if (place == CHECK_NOT || rd->depth == DEPTH_MAX) {
		check_left_out(rd->diag,
		    place == CHECK_NOT ? DIAG_F03 : DIAG_F13, src, xml,
		    fo_name(parent->type));
		return;
	}
	if (place == CHECK_WRAPS)
		parent = anonymous_block(rd, parent, src, name);
	*had |= UINT64_C(1) << type;
	n = node_new(rd, type, parent, src);
	n->xml = xml;
	refine(&rd->refiner, n, xml);
	id_keep(rd, n);
	node_append(n);
	read_children(rd, n, xml);
}

static void
read_children(struct reader *rd, struct fo_node *parent, const xmlNode *xml)
{
	uint64_t had = 0;

	rd->depth++;
	for (const xmlNode *c = xml->children; c != NULL; c = c->next) {
		if (c->type == XML_TEXT_NODE ||
		    c->type == XML_CDATA_SECTION_NODE)
			read_text(rd, parent, c, had);
		else if (c->type == XML_ENTITY_REF_NODE)
			check_left_out(rd->diag, DIAG_F05, parent->src, c,
			    fo_name(parent->type));
		else if (c->type == XML_ELEMENT_NODE && in_ns(c, FO_NS))
			read_object(rd, parent, c, &had);
		else if (c->type == XML_ELEMENT_NODE)
			read_foreign(rd, parent, c);
	}
	rd->depth--;
}

static struct fo_tree *
tree_new(struct arena *arena)
{
	struct fo_tree *t = ARENA_NEW(arena, struct fo_tree);

	t->arena = arena;
	t->ids = map_new(arena);
	t->masters = map_new(arena);
	t->columns = map_new(arena);
	t->vocab = vocab_new(arena);
	return t;
}

struct fo_tree *
fo_read(struct arena *arena, xmlDoc *doc, struct diag *diag)
{
	const xmlNode *xml = xmlDocGetRootElement(doc);
	const char *file = doc->URL != NULL ? (const char *)doc->URL : "FO";
	struct reader rd;
	struct fo_node *root;

	if (xml == NULL || !in_ns(xml, FO_NS) ||
	    strcmp((const char *)xml->name, "root") != 0) {
		diag_add(diag, DIAG_F01, (struct src){.file = file}, "%s",
		    xml != NULL ? (const char *)xml->name : "empty");
		return NULL;
	}
	rd.tree = tree_new(arena);
	rd.diag = diag;
	rd.file = file;
	rd.depth = 0;
	refiner_open(&rd.refiner, arena, rd.tree->vocab, diag);
	root = node_new(&rd, FO_ROOT, NULL, source_of(&rd, NULL, xml));
	root->xml = xml;
	refine(&rd.refiner, root, xml);
	id_keep(&rd, root);
	rd.tree->root = root;
	read_children(&rd, root, xml);
	column_resolve(&rd.refiner);
	mend_tree(&rd.refiner, rd.tree);
	info_complete(rd.tree);
	refiner_close(&rd.refiner);
	return rd.tree;
}
