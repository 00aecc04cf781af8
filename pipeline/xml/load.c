/*
 * load: bytes of a file to a libxml2 document, assuming the worst of both.
 *
 * The file is read by us (so that its size is bounded and its real place is
 * known before a byte of it is parsed), then parsed without network, without
 * external subsets and without entity declarations. libxml2's own bounds on
 * depth (256) and text size stay on. Nodes remember their line; xml_stamp
 * writes it down as mp:src before nodes move between documents.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <libexslt/exslt.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxslt/xslt.h>

#include "xml/node.h"
#include "xml/xml.h"

#define FILE_MAX ((off_t)32 << 20)

/* External entities, DTDs and the like: nothing is ever loaded. */
static xmlParserInput *
load_nothing(const char *url, const char *id, xmlParserCtxt *ctxt)
{
	(void)url;
	(void)id;
	(void)ctxt;
	return NULL;
}

void
xml_init(void)
{
	xmlInitParser();
	xsltInit();
	exsltRegisterAll();
}

void
xml_cleanup(void)
{
	xsltCleanupGlobals();
	xmlCleanupParser();
}

/* 1 when the real path lies in the folder root (a real path itself). */
static int
path_inside(const char *real, const char *root)
{
	size_t n = strlen(root);

	while (n > 1 && root[n - 1] == '/')
		n--;
	return strncmp(real, root, n) == 0 && (real[n] == '/' || n == 1);
}

int
xml_path_check(const char *path, const char *root, struct src from,
    struct diag *d)
{
	char *real = realpath(path, NULL);
	struct stat st;
	int bad = -1;

	if (real == NULL || stat(real, &st) != 0)
		diag_add(d, DIAG_X01, from, "%s", path);
	else if (root != NULL && !path_inside(real, root))
		diag_add(d, DIAG_X03, from, "%s", path);
	else if (!S_ISREG(st.st_mode))
		diag_add(d, DIAG_X01, from, "%s is not a file", path);
	else if (st.st_size > FILE_MAX)
		diag_add(d, DIAG_X05, from, "%s", path);
	else
		bad = 0;
	free(real);
	return bad;
}

static int
file_read(const char *path, struct buf *b, struct src from, struct diag *d)
{
	FILE *f = fopen(path, "rb");
	char chunk[65536];
	size_t n;
	int bad;

	if (f == NULL) {
		diag_add(d, DIAG_X01, from, "%s: %s", path, strerror(errno));
		return -1;
	}
	while ((n = fread(chunk, 1, sizeof(chunk), f)) > 0 &&
	    b->len <= (size_t)FILE_MAX)
		buf_add(b, chunk, n);
	bad = ferror(f) || b->len > (size_t)FILE_MAX;
	fclose(f);
	if (bad)
		diag_add(d, DIAG_X05, from, "%s", path);
	return bad ? -1 : 0;
}

/* Without the newline that libxml2 ends its messages with. */
static int
text_end(const char *s)
{
	size_t n = strlen(s);

	while (n > 0 && (s[n - 1] == '\n' || s[n - 1] == ' '))
		n--;
	return (int)n;
}

static void
parse_failed(xmlParserCtxt *ctxt, const char *name, struct diag *d)
{
	const xmlError *e = xmlCtxtGetLastError(ctxt);
	struct src at = {name, e ? e->line : 0, e ? e->int2 : 0};
	const char *text = e && e->message ? e->message : "no content";

	if (e != NULL && e->code == XML_ERR_INTERNAL_ERROR &&
	    strstr(text, "depth") != NULL)
		diag_add(d, DIAG_X05, at, "%.*s", text_end(text), text);
	else
		diag_add(d, DIAG_X02, at, "%.*s", text_end(text), text);
}

/* The line of the DOCTYPE is not kept; the root's is near enough. */
static int
has_entities(const xmlDoc *doc)
{
	const xmlDtd *dtd = doc->intSubset;

	return dtd != NULL && (dtd->entities != NULL || dtd->pentities != NULL ||
	    dtd->ExternalID != NULL || dtd->SystemID != NULL);
}

static void
parse_silent(void *ctx, xmlError *e)
{
	(void)ctx;
	(void)e;
}

xmlDoc *
xml_parse(const char *data, size_t len, const char *name, struct diag *d)
{
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	xmlExternalEntityLoader loader = xmlGetExternalEntityLoader();
	xmlDoc *doc;

	xmlSetExternalEntityLoader(load_nothing);
	ctxt->sax->serror = parse_silent;
	doc = xmlCtxtReadMemory(ctxt, data, (int)len, name, NULL,
	    XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT |
	    XML_PARSE_NOCDATA);
	xmlSetExternalEntityLoader(loader);
	if (doc != NULL && has_entities(doc)) {
		diag_add(d, DIAG_X04, (struct src){name, 1, 0}, "%s", "");
		xmlFreeDoc(doc);
		doc = NULL;
	} else if (doc == NULL) {
		parse_failed(ctxt, name, d);
	}
	xmlFreeParserCtxt(ctxt);
	return doc;
}

xmlDoc *
xml_load(const char *path, const char *root, struct src from, struct diag *d)
{
	struct buf b = {0};
	xmlDoc *doc = NULL;

	if (xml_path_check(path, root, from, d) == 0 &&
	    file_read(path, &b, from, d) == 0)
		doc = xml_parse(b.data ? b.data : "", b.len, path, d);
	buf_free(&b);
	return doc;
}

/* "file#line" cut apart; the name is kept in the document's dictionary. */
static struct src
src_parse(const xmlNode *n, const char *stamp)
{
	const char *hash = strrchr(stamp, '#');
	struct src src = {0};

	if (hash == NULL || n->doc->dict == NULL)
		return src;
	src.file = (const char *)xmlDictLookup(n->doc->dict,
	    (const xmlChar *)stamp, (int)(hash - stamp));
	src.line = (int)strtol(hash + 1, NULL, 10);
	return src;
}

struct src
xml_src(const xmlNode *n)
{
	const xmlNode *at = n;
	struct src src = {0};

	while (at != NULL && at->type != XML_ELEMENT_NODE)
		at = at->parent;
	if (at == NULL)
		return src;
	for (const xmlAttr *a = at->properties; a != NULL; a = a->next)
		if (a->ns != NULL && a->children != NULL &&
		    strcmp((const char *)a->name, "src") == 0 &&
		    strcmp((const char *)a->ns->href, MP_EXT_NS) == 0)
			src = src_parse(at,
			    (const char *)a->children->content);
	if (src.file == NULL) {
		src.file = (const char *)at->doc->URL;
		src.line = (int)xmlGetLineNo(at);
	}
	return src;
}

void
xml_stamp(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc), *n;
	char stamp[PATH_MAX + 32];
	xmlNs *ns;

	if (root == NULL)
		return;
	ns = node_ext_ns(doc);
	for (n = root; n != NULL; n = node_next(root, n)) {
		if (node_ext(n, "src") != NULL)
			continue;
		snprintf(stamp, sizeof(stamp), "%s#%ld",
		    (const char *)doc->URL, xmlGetLineNo(n));
		xmlNewNsProp(n, ns, (const xmlChar *)"src",
		    (const xmlChar *)stamp);
	}
}
