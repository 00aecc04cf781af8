/*
 * number: every number that is printed is counted here, once.
 *
 *     agenda      A4          section's letter, place in the section
 *     decimal     2   2.1     section; paragraphs and numbered sections
 *                 2.3.1       within it share one count
 *     flat        1 2 3       paragraphs, through all sections
 *     minutes     111  (1)    on from the number given; paragraphs in each
 *     clauses     (1) (2)     where there is more than one
 *     captions    Table 1     in each document, tables and figures apart
 *
 * A section without number lets its paragraphs count on in the section
 * around it.
 */
#include <stdlib.h>
#include <string.h>

#include "merge/work.h"
#include "xml/node.h"

/* One count that numbers are taken from. */
struct count {
	const char *prefix; /* "" or "2." */
	int n;
};

/* The number n after a prefix. */
static void
number_put(struct merge *m, xmlNode *n, const char *prefix, long number)
{
	node_put(n, "number", arena_printf(m->arena, "%s%ld", prefix,
	    number));
}

/* The number n in brackets. */
static void
bracket_put(struct merge *m, xmlNode *n, long number)
{
	node_put(n, "number", arena_printf(m->arena, "(%ld)", number));
}

static void
agenda_number(struct merge *m, const xmlNode *section)
{
	struct count c = {node_attr(section, "label"), 0};
	xmlNode *n = node_child(section, "item");

	for (; n != NULL; n = node_sibling(n, "item"))
		number_put(m, n, c.prefix, ++c.n);
}

static int
section_has_number(const xmlNode *section, int top)
{
	return top ? !node_attr_is(section, "numbered", "no") :
	    node_attr_is(section, "numbered", "yes");
}

/* Decimal: the paragraphs and sections directly below n, and so on. */
static void
decimal_number(struct merge *m, xmlNode *n, struct count *c, int top)
{
	xmlNode *k = node_child(n, NULL);

	for (; k != NULL; k = node_sibling(k, NULL)) {
		if (node_is(k, "para")) {
			number_put(m, k, c->prefix, ++c->n);
		} else if (!node_is(k, "section")) {
			continue;
		} else if (section_has_number(k, top)) {
			struct count below = {arena_printf(m->arena, "%s%d.",
			    c->prefix, ++c->n), 0};

			number_put(m, k, c->prefix, c->n);
			decimal_number(m, k, &below, 0);
		} else {
			decimal_number(m, k, c, 0);
		}
	}
}

static void
flat_number(struct merge *m, xmlNode *root)
{
	xmlNode *n = node_next(root, root);
	int number = 0;

	for (; n != NULL; n = node_next(root, n))
		if (node_is(n, "para"))
			number_put(m, n, "", ++number);
}

static void
text_number(struct merge *m, xmlNode *root)
{
	struct count c = {"", 0};

	if (node_attr_is(root, "numbering", "flat"))
		flat_number(m, root);
	else if (!node_attr_is(root, "numbering", "none"))
		decimal_number(m, root, &c, 1);
}

static void
minutes_number(struct merge *m, xmlNode *root)
{
	long number = strtol(node_attr(root, "first"), NULL, 10);
	xmlNode *minute = node_child(root, "minute"), *n;

	for (; minute != NULL; minute = node_sibling(minute, "minute")) {
		int para = 0;

		number_put(m, minute, "", number++);
		n = node_child(minute, NULL);
		for (; n != NULL; n = node_sibling(n, NULL))
			if (node_is(n, "para") || (node_is(n, "resolved") &&
			    node_attr_is(n, "numbered", "yes")))
				bracket_put(m, n, ++para);
	}
}

static void
clauses_number(struct merge *m, xmlNode *recommendation)
{
	xmlNode *n = node_child(recommendation, "clause");
	int number = 0;

	if (n == NULL || node_sibling(n, "clause") == NULL)
		return;
	for (; n != NULL; n = node_sibling(n, "clause"))
		bracket_put(m, n, ++number);
}

static void
captions_number(struct merge *m, xmlNode *document)
{
	int tables = 0, figures = 0;
	xmlNode *n = document;

	for (; n != NULL; n = node_next(document, n)) {
		if (node_child(n, "caption") == NULL)
			continue;
		if (node_is(n, "table"))
			number_put(m, n, "Table ", ++tables);
		else if (node_is(n, "figure"))
			number_put(m, n, "Figure ", ++figures);
	}
}

void
numbers_fill(struct merge *m)
{
	const xmlNode *pack = xmlDocGetRootElement(m->pack);
	xmlNode *n = xmlDocGetRootElement(m->pack);

	for (; n != NULL; n = node_next(pack, n)) {
		if (n->parent == pack &&
		    (node_is(n, "section") || node_is(n, "exempt")))
			agenda_number(m, n);
		else if (node_is(n, "document") && node_is(n->parent, "item"))
			captions_number(m, n);
		else if (node_is(n, "report") || node_is(n, "paper"))
			text_number(m, n);
		else if (node_is(n, "minutes"))
			minutes_number(m, n);
		else if (node_is(n, "recommendation"))
			clauses_number(m, n);
	}
}
