/*
 * In: a case and its pages. Out: a failure for every check whose XPath
 * expression gives something else on the area dump, for every finding that
 * the case does not name, and for every one it names that was not made.
 */
#include "regress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xpathInternals.h>

/* --- functions for checks ---------------------------------------------- */

static xmlChar *
normal_text(const xmlNode *n)
{
	xmlChar *text = xmlNodeGetContent(n), *to = text;

	for (const xmlChar *s = text; *s != '\0'; s++)
		if (*s != ' ' && *s != '\n')
			*to++ = *s;
		else if (to > text && to[-1] != ' ')
			*to++ = ' ';
	if (to > text && to[-1] == ' ')
		to--;
	*to = '\0';
	return text;
}

static const xmlNode *
next_below(const xmlNode *top, const xmlNode *n)
{
	if (n->children != NULL)
		return n->children;
	while (n != top && n->next == NULL)
		n = n->parent;
	return n == top ? NULL : n->next;
}

/* The texts of all elements of a name below top, divided by |. */
static void
return_texts(xmlXPathParserContext *ctx, const xmlNode *top, const char *name)
{
	struct buf b = {0};
	const char *gap = "";

	buf_puts(&b, "");
	for (const xmlNode *n = top; n != NULL; n = next_below(top, n)) {
		xmlChar *text;

		if (strcmp((const char *)n->name, name) != 0)
			continue;
		text = normal_text(n);
		buf_printf(&b, "%s%s", gap, (char *)text);
		xmlFree(text);
		gap = "|";
	}
	xmlXPathReturnString(ctx, xmlStrdup((xmlChar *)b.data));
	buf_free(&b);
}

static void
call_pages(xmlXPathParserContext *ctx, int n)
{
	(void)n;
	return_texts(ctx, xmlDocGetRootElement(ctx->context->doc), "page");
}

/* The first node of the only argument, or NULL. */
static const xmlNode *
pop_node(xmlXPathParserContext *ctx)
{
	xmlNodeSet *set = xmlXPathPopNodeSet(ctx);
	const xmlNode *n = set == NULL || set->nodeNr == 0 ? NULL :
	    set->nodeTab[0];

	xmlXPathFreeNodeSet(set);
	return n;
}

static void
call_lines(xmlXPathParserContext *ctx, int n)
{
	const xmlNode *node = n == 1 ? pop_node(ctx) : NULL;

	if (node == NULL)
		xmlXPathReturnEmptyString(ctx);
	else
		return_texts(ctx, node, "line");
}

static void
put_lengths(xmlXPathParserContext *ctx, const xmlNode *n, const char *names)
{
	struct buf b = {0};

	for (; *names != '\0'; names++) {
		const char one[2] = {*names, '\0'};

		buf_printf(&b, "%s%.10g", b.len > 0 ? " " : "",
		    atof(case_attr(n, one)) / MPT_PT);
	}
	xmlXPathReturnString(ctx, xmlStrdup((xmlChar *)b.data));
	buf_free(&b);
}

static void
call_box(xmlXPathParserContext *ctx, int n)
{
	const xmlNode *node = n == 1 ? pop_node(ctx) : NULL;

	if (node == NULL)
		xmlXPathReturnEmptyString(ctx);
	else
		put_lengths(ctx, node, "xywh");
}

static void
call_at(xmlXPathParserContext *ctx, int args)
{
	const xmlNode *top = xmlDocGetRootElement(ctx->context->doc);
	xmlChar *wanted = args == 1 ? xmlXPathPopString(ctx) : NULL;

	for (const xmlNode *n = top; n != NULL; n = next_below(top, n)) {
		xmlChar *text = strcmp((const char *)n->name, "text") == 0 ?
		    normal_text(n) : NULL;
		int found = text != NULL && wanted != NULL &&
		    xmlStrEqual(text, wanted) && n->type == XML_ELEMENT_NODE;

		xmlFree(text);
		if (!found)
			continue;
		xmlFree(wanted);
		put_lengths(ctx, n, "xy");
		return;
	}
	xmlFree(wanted);
	xmlXPathReturnEmptyString(ctx);
}

/* --- checks ------------------------------------------------------------ */

/* "12.5pt" as "12500"; other values as they are. In buf. */
static const char *
wanted_value(const char *is, struct buf *b)
{
	char *end;
	double pt = strtod(is, &end);

	if (end == is || strcmp(end, "pt") != 0)
		return is;
	buf_printf(b, "%.10g", pt * MPT_PT);
	return b->data;
}

static void
check_one(xmlXPathContext *ctx, const xmlNode *check, struct verdict *v)
{
	const char *path = case_attr(check, "xpath");
	struct buf b = {0};
	const char *is = wanted_value(case_attr(check, "is"), &b);
	xmlXPathObject *o;
	xmlChar *found;

	ctx->node = xmlDocGetRootElement(ctx->doc);
	o = xmlXPathEvalExpression((const xmlChar *)path, ctx);
	found = o == NULL ? NULL : xmlXPathCastToString(o);
	if (found == NULL)
		verdict_fail(v, "%s is no XPath expression", path);
	else if (strcmp((char *)found, is) != 0)
		verdict_fail(v, "%s is \"%s\", not \"%s\"", path,
		    (char *)found, is);
	xmlFree(found);
	xmlXPathFreeObject(o);
	buf_free(&b);
}

static void
checks_all(const struct regress_case *c, const struct setting *s,
    struct verdict *v)
{
	xmlDoc *dump = s->dump.data == NULL ? NULL : xmlReadMemory(
	    s->dump.data, (int)s->dump.len, "areas", NULL, XML_PARSE_HUGE);
	xmlXPathContext *ctx;

	if (dump == NULL) {
		if (s->tree != NULL)
			verdict_fail(v, "the area dump is no XML");
		return;
	}
	ctx = xmlXPathNewContext(dump);
	xmlXPathRegisterFunc(ctx, (const xmlChar *)"pages", call_pages);
	xmlXPathRegisterFunc(ctx, (const xmlChar *)"lines", call_lines);
	xmlXPathRegisterFunc(ctx, (const xmlChar *)"box", call_box);
	xmlXPathRegisterFunc(ctx, (const xmlChar *)"at", call_at);
	for (const xmlNode *n = c->root->children; n != NULL; n = n->next)
		if (strcmp((const char *)n->name, "check") == 0)
			check_one(ctx, n, v);
	xmlXPathFreeContext(ctx);
	xmlFreeDoc(dump);
}

/* --- findings ---------------------------------------------------------- */

/* Whether a printed finding is the one that the case names. */
static int
finding_is(const char *line, const xmlNode *finds)
{
	const char *at = case_attr(finds, "at");
	char code[16], place[32];

	snprintf(code, sizeof(code), "[%s]", case_attr(finds, "code"));
	snprintf(place, sizeof(place), ".xml:%s:", at);
	return strstr(line, code) != NULL &&
	    (*at == '\0' || strstr(line, place) != NULL) &&
	    strstr(line, case_attr(finds, "says")) != NULL;
}

#define FINDINGS 64

/* Mark the finds of the case that the line is; 0 when it is none. */
static int
finding_claim(const struct regress_case *c, const char *line, uint8_t *claimed)
{
	size_t i = 0;

	for (const xmlNode *n = c->root->children; n != NULL; n = n->next) {
		if (strcmp((const char *)n->name, "finds") != 0)
			continue;
		if (i < FINDINGS && !claimed[i] && finding_is(line, n)) {
			claimed[i] = 1;
			return 1;
		}
		i++;
	}
	return 0;
}

static void
findings_missing(const struct regress_case *c, const uint8_t *claimed,
    struct verdict *v)
{
	size_t i = 0;

	for (const xmlNode *n = c->root->children; n != NULL; n = n->next) {
		if (strcmp((const char *)n->name, "finds") != 0)
			continue;
		if (i >= FINDINGS || !claimed[i])
			verdict_fail(v, "no finding %s at \"%s\"",
			    case_attr(n, "code"), case_attr(n, "at"));
		i++;
	}
}

static void
findings_all(const struct regress_case *c, const struct setting *s,
    struct verdict *v)
{
	uint8_t claimed[FINDINGS] = {0};
	char *text, *next;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	diag_print(s->diag, out);
	fclose(out);
	for (char *line = text; *line != '\0'; line = next) {
		next = line + strcspn(line, "\n");
		if (*next != '\0')
			*next++ = '\0';
		if (*line != ' ' && !finding_claim(c, line, claimed))
			verdict_fail(v, "not expected: %s", line);
	}
	free(text);
	findings_missing(c, claimed, v);
}

void
expect_all(const struct regress_case *c, const struct setting *s,
    struct verdict *v)
{
	checks_all(c, s, v);
	findings_all(c, s, v);
}
