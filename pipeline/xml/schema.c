/*
 * schema: XSD validation in words that an author can act on.
 *
 * libxml2 says "Element '{urn:makepack:1}itme': This element is not expected.
 * Expected is one of ( {urn:makepack:1}item, ... )". The numbers of its
 * errors choose one of our codes; of its text we keep the names and lists,
 * without namespaces. A value that breaks a facet is reported twice by
 * libxml2 (the facet, then the type): the second is dropped.
 */
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xml/xml.h"

struct schema {
	xmlSchema *xsd;
};

/* What the error callback needs. */
struct report {
	struct diag *diag;
	int last_line;     /* of the last value error */
	int found;
};

/* A message without {namespaces}; a set of values is {'up', 'down'}. */
static void
plain_text(struct buf *b, const char *s)
{
	for (; *s != '\0'; s++) {
		if (*s == '{' && s[1] != '\'' && strchr(s, '}') != NULL)
			s = strchr(s, '}');
		else if (*s != '{' && *s != '}' && *s != '\n')
			buf_putc(b, *s);
	}
}

static void
schema_broken(void *ctx, xmlError *e)
{
	struct report *r = ctx;
	struct src at = {e->file, e->line, 0};
	struct buf b = {0};

	plain_text(&b, e->message ? e->message : "");
	diag_add(r->diag, DIAG_B02, at, "%s", b.data ? b.data : "");
	buf_free(&b);
}

struct schema *
schema_open(const char *path, struct diag *d)
{
	xmlSchemaParserCtxt *ctxt = xmlSchemaNewParserCtxt(path);
	struct report r = {.diag = d};
	struct schema *s;
	xmlSchema *xsd;

	if (ctxt == NULL) {
		diag_add(d, DIAG_B02, (struct src){path, 0, 0}, "%s", path);
		return NULL;
	}
	xmlSchemaSetParserStructuredErrors(ctxt, schema_broken, &r);
	xsd = xmlSchemaParse(ctxt);
	xmlSchemaFreeParserCtxt(ctxt);
	if (xsd == NULL)
		return NULL;
	s = mem_alloc(sizeof(*s));
	s->xsd = xsd;
	return s;
}

void
schema_free(struct schema *s)
{
	if (s == NULL)
		return;
	xmlSchemaFree(s->xsd);
	free(s);
}

/* The part of the message after "what: ", the rest being our own words. */
static const char *
after(const char *text, const char *what)
{
	const char *p = strstr(text, what);

	return p == NULL ? NULL : p + strlen(what);
}

/* "( a, b )." as "a, b". */
static void
add_list(struct buf *b, const char *list)
{
	while (*list == ' ' || *list == '(')
		list++;
	for (; *list != '\0' && *list != ')'; list++)
		if (!(list[0] == ' ' && list[1] == ')'))
			buf_putc(b, *list);
}

static void
report_content(struct report *r, struct src at, const xmlNode *n,
    const char *text)
{
	const char *one = after(text, "Expected is");
	const char *name = n ? (const char *)n->name : "?";
	int missing = strstr(text, "Missing child") != NULL;
	struct buf b = {0};

	buf_printf(&b, "<%s>", name);
	if (one != NULL) {
		one = strchr(one, '(') ? strchr(one, '(') : one;
		buf_puts(&b, missing ? " still needs one of: " :
		    "; what may stand here: ");
		add_list(&b, one);
	}
	diag_add(r->diag, missing ? DIAG_S02 : DIAG_S01, at, "%s", b.data);
	buf_free(&b);
}

static void
report_value(struct report *r, struct src at, const xmlNode *n,
    const char *text, const char *attribute)
{
	struct buf b = {0};
	const char *what;

	if (r->last_line == at.line)
		return;
	r->last_line = at.line;
	if (attribute != NULL)
		buf_printf(&b, "%s of <%s>: ", attribute,
		    n ? (const char *)n->name : "?");
	else
		buf_printf(&b, "<%s>: ", n ? (const char *)n->name : "?");
	what = after(text, "] ");
	if (what == NULL)
		what = after(text, ": ");
	buf_puts(&b, what ? what : text);
	diag_add(r->diag, DIAG_S05, at, "%s", b.data);
	buf_free(&b);
}

/* The name between the first pair of quotes after "attribute". */
static char *
attribute_name(const char *text)
{
	const char *p = strstr(text, "ttribute '"), *end;

	if (p == NULL)
		return NULL;
	p += strlen("ttribute '");
	end = strchr(p, '\'');
	return end == NULL ? NULL : strndup(p, (size_t)(end - p));
}

static void
schema_error(void *ctx, xmlError *e)
{
	struct report *r = ctx;
	const xmlNode *n = e->node;
	struct src at = {e->file, e->line, 0};
	struct buf b = {0};
	char *attribute;

	if (n != NULL)
		at = xml_src(n);
	r->found++;
	plain_text(&b, e->message ? e->message : "");
	attribute = attribute_name(b.data);
	switch (e->code) {
	case XML_SCHEMAV_ELEMENT_CONTENT:
		report_content(r, at, n, b.data);
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
		diag_add(r->diag, DIAG_S06, at, "<%s>",
		    n ? (const char *)n->name : "?");
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
		diag_add(r->diag, DIAG_S03, at, "%s of <%s>",
		    attribute ? attribute : "?",
		    n ? (const char *)n->name : "?");
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
		diag_add(r->diag, DIAG_S04, at, "%s of <%s>",
		    attribute ? attribute : "?",
		    n ? (const char *)n->name : "?");
		break;
	case XML_SCHEMAV_CVC_ELT_1:
		diag_add(r->diag, DIAG_S07, at, "<%s>",
		    n ? (const char *)n->name : "?");
		break;
	default:
		report_value(r, at, n, b.data, attribute);
	}
	free(attribute);
	buf_free(&b);
}

int
schema_check(struct schema *s, xmlDoc *doc, struct diag *d)
{
	xmlSchemaValidCtxt *ctxt = xmlSchemaNewValidCtxt(s->xsd);
	struct report r = {.diag = d};
	int result;

	xmlSchemaSetValidStructuredErrors(ctxt, schema_error, &r);
	xmlSchemaSetValidOptions(ctxt, XML_SCHEMA_VAL_VC_I_CREATE);
	result = xmlSchemaValidateDoc(ctxt, doc);
	xmlSchemaFreeValidCtxt(ctxt);
	return result != 0 || r.found != 0 ? -1 : 0;
}
