/*
 * schema: XSD validation in words that an author can act on.
 *
 * libxml2 says "Element '{urn:makepack:1}itme': This element is not expected.
 * Expected is one of ( {urn:makepack:1}item, ... )". The numbers of its
 * errors choose one of our codes; of its text we keep the names and lists,
 * without namespaces. What form a value must have is said in the words of
 * the schema itself, the documentation of its type.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libxml/hash.h>
#include <libxml/schemasInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xml/node.h"
#include "xml/xml.h"

struct schema {
	xmlSchema *xsd;
};

/* What the error callback needs. */
struct report {
	struct diag *diag;
	const xmlSchema *xsd;
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
	xmlSchemaParserCtxt *ctxt;
	struct report r = {.diag = d};
	struct schema *s;
	xmlSchema *xsd;

	ctxt = access(path, R_OK) == 0 ? xmlSchemaNewParserCtxt(path) : NULL;
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

/* "( a, b )." as "a, b". libxml2 names ten at the most. */
static void
add_list(struct buf *b, const char *list)
{
	int names = 1;

	while (*list == ' ' || *list == '(')
		list++;
	for (; *list != '\0' && *list != ')'; list++) {
		names += *list == ',';
		if (!(list[0] == ' ' && list[1] == ')'))
			buf_putc(b, *list);
	}
	if (names >= 10)
		buf_puts(b, " and more");
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

/* A named type of the schema: by its name, or by its pattern. */
struct search {
	const char *name, *pattern; /* one of them is NULL */
	const xmlSchemaType *found;
};

static void
type_match(void *payload, void *ctx, const xmlChar *name)
{
	const xmlSchemaType *type = payload;
	struct search *s = ctx;

	(void)name;
	if (s->name != NULL && type->name != NULL &&
	    strcmp((const char *)type->name, s->name) == 0)
		s->found = type;
	for (const xmlSchemaFacet *f = type->facets;
	    s->pattern != NULL && f != NULL; f = f->next)
		if (f->type == XML_SCHEMA_FACET_PATTERN &&
		    strcmp((const char *)f->value, s->pattern) == 0)
			s->found = type;
}

/* "; asked for: " and what the schema says of the type, if anything. */
static void
add_asked(struct buf *b, const struct report *r, struct search s)
{
	struct arena *a = arena_new();
	const char *text;
	size_t n;

	xmlHashScan(r->xsd->typeDecl, type_match, &s);
	if (s.found != NULL && s.found->annot != NULL) {
		text = node_text(a, s.found->annot->content);
		n = strlen(text);
		buf_printf(b, "; asked for: %.*s",
		    (int)(n != 0 && text[n - 1] == '.' ? n - 1 : n), text);
	}
	arena_free(a);
}

/* The set "'up', 'down'" without its quotes. */
static void
add_set(struct buf *b, const char *set)
{
	for (; *set != '\0'; set++)
		if (*set != '{' && *set != '}' && *set != '\'')
			buf_putc(b, *set);
}

/* The type's name in "... of the atomic type 'day'.", or NULL. */
static char *
type_name(const char *text)
{
	const char *p = after(text, "type '");
	size_t n = p == NULL ? 0 : strcspn(p, "'");

	return n == 0 ? NULL : strndup(p, n);
}

/* What is wrong with the value, after "ATTRIBUTE of <NAME>: ". */
static void
add_fault(struct buf *b, const struct report *r, const xmlError *e,
    const char *text)
{
	const char *value = e->str1 ? e->str1 : "";
	const char *bound = e->str2 ? e->str2 : "";
	char *type;

	switch (e->code) {
	case XML_SCHEMAV_CVC_MINLENGTH_VALID:
		buf_puts(b, "it is empty");
		break;
	case XML_SCHEMAV_CVC_MININCLUSIVE_VALID:
		buf_printf(b, "%s is less than %s", value, bound);
		break;
	case XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID:
		buf_printf(b, "%s is more than %s", value, bound);
		break;
	case XML_SCHEMAV_CVC_ENUMERATION_VALID:
		buf_printf(b, "'%s' is none of ", value);
		add_set(b, bound);
		break;
	case XML_SCHEMAV_CVC_PATTERN_VALID:
		buf_printf(b, "'%s'", value);
		add_asked(b, r, (struct search){.pattern = bound});
		break;
	default:
		type = type_name(text);
		buf_printf(b, "'%s'", value);
		if (type != NULL)
			add_asked(b, r, (struct search){.name = type});
		free(type);
	}
}

static void
report_value(struct report *r, struct src at, const xmlError *e,
    const char *text, const char *attribute)
{
	const xmlNode *n = e->node;
	struct buf b = {0};

	if (attribute != NULL)
		buf_printf(&b, "%s of ", attribute);
	buf_printf(&b, "<%s>: ", n ? (const char *)n->name : "?");
	add_fault(&b, r, e, text);
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
		report_value(r, at, e, b.data, attribute);
	}
	free(attribute);
	buf_free(&b);
}

int
schema_check(struct schema *s, xmlDoc *doc, struct diag *d)
{
	xmlSchemaValidCtxt *ctxt = xmlSchemaNewValidCtxt(s->xsd);
	struct report r = {.diag = d, .xsd = s->xsd};
	int result;

	xmlSchemaSetValidStructuredErrors(ctxt, schema_error, &r);
	xmlSchemaSetValidOptions(ctxt, XML_SCHEMA_VAL_VC_I_CREATE);
	result = xmlSchemaValidateDoc(ctxt, doc);
	xmlSchemaFreeValidCtxt(ctxt);
	return result != 0 || r.found != 0 ? -1 : 0;
}
