/*
 * resolve: computed column widths written back. In: the tree, with what
 * layout/ made of its tables. Out: its document, changed.
 *
 *     <table-column column-width="20%"         <table-column column-number="1"
 *         number-columns-repeated="2"/>            column-width="40pt"/>
 *                                        ->    <table-column column-number="2"
 *                                                  column-width="40pt"/>
 *     (a column nobody declared)               <table-column column-number="3"
 *                                                  column-width="17.5pt"/>
 *
 * Everything else on a column stays, for its background and borders may still
 * be wanted. A column of several spans holds properties for cells only
 * (6.7.4): it keeps its place in the count.
 */
#include "fo/resolve.h"

#include <libxml/tree.h>
#include <stdio.h>

/* A table being rewritten. */
struct rewrite {
	const struct fo_columns *made;
	xmlNode *table;
	xmlNode *after;      /* where the next new column goes; NULL: first */
	uint8_t *done;       /* by column */
};

static void
length_set(xmlNode *xml, const char *name, mpt w)
{
	char text[32];

	snprintf(text, sizeof(text), "%lld.%03lldpt", (long long)(w / MPT_PT),
	    (long long)(w % MPT_PT));
	xmlSetProp(xml, (const xmlChar *)name, (const xmlChar *)text);
}

static void
number_set(xmlNode *xml, const char *name, int n)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", n);
	xmlSetProp(xml, (const xmlChar *)name, (const xmlChar *)text);
}

static void
column_write(struct rewrite *r, xmlNode *xml, int column)
{
	xmlUnsetProp(xml, (const xmlChar *)"number-columns-repeated");
	number_set(xml, "column-number", column + 1);
	length_set(xml, "column-width", r->made->width[column]);
	r->done[column] = 1;
	r->after = xml;
}

/* One element for each column that a table-column stands for. */
static void
column_divide(struct rewrite *r, xmlNode *xml, int from, int to)
{
	r->after = xml;
	for (int i = from; i < to && i < r->made->n; i++) {
		xmlNode *at = i == from ? xml : xmlCopyNode(xml, 1);

		if (at == NULL)
			return;
		if (at != xml) {
			xmlUnsetProp(at, (const xmlChar *)"id");
			xmlAddNextSibling(r->after, at);
		}
		column_write(r, at, i);
	}
}

static int
at_least_one(int64_t n)
{
	return n < 1 ? 1 : n > INT32_MAX / 2 ? INT32_MAX / 2 : (int)n;
}

static void
columns_write(struct rewrite *r, const struct fo_node *table)
{
	int next = 0, times;

	for (const struct fo_node *n = table->child; n != NULL; n = n->next) {
		xmlNode *xml = (xmlNode *)(uintptr_t)n->xml;

		if (n->type != FO_TABLE_COLUMN || xml == NULL)
			continue;
		if (fo_specified(n, PROP_COLUMN_NUMBER))
			next = at_least_one(fo_int(n, PROP_COLUMN_NUMBER)) - 1;
		times = at_least_one(fo_int(n, PROP_NUMBER_COLUMNS_REPEATED));
		if (fo_int(n, PROP_NUMBER_COLUMNS_SPANNED) > 1) {
			number_set(xml, "column-number", next + 1);
			r->after = xml;
		} else {
			column_divide(r, xml, next, next + times);
		}
		next += times;
	}
}

/* Before the first child that is no marker, or behind the last column. */
static void
column_insert(struct rewrite *r, xmlNode *column)
{
	xmlNode *c = r->table->children;

	while (c != NULL && (c->type != XML_ELEMENT_NODE ||
	    xmlStrEqual(c->name, (const xmlChar *)"marker")))
		c = c->next;
	if (r->after != NULL)
		xmlAddNextSibling(r->after, column);
	else if (c != NULL)
		xmlAddPrevSibling(c, column);
	else
		xmlAddChild(r->table, column);
}

static void
columns_add(struct rewrite *r)
{
	for (int i = 0; i < r->made->n; i++) {
		xmlNode *column;

		if (r->done[i])
			continue;
		column = xmlNewDocNode(r->table->doc, r->table->ns,
		    (const xmlChar *)"table-column", NULL);
		if (column == NULL)
			return;
		column_insert(r, column);
		column_write(r, column, i);
	}
}

static void
table_write(struct arena *a, const struct fo_columns *made)
{
	static const char *const widths[] = {"inline-progression-dimension",
	    "inline-progression-dimension.minimum",
	    "inline-progression-dimension.optimum",
	    "inline-progression-dimension.maximum", "min-width", "max-width"};
	struct rewrite r = {.made = made,
	    .table = (xmlNode *)(uintptr_t)made->table->xml};

	r.done = ARENA_ARRAY(a, (size_t)made->n, uint8_t);
	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++)
		xmlUnsetProp(r.table, (const xmlChar *)widths[i]);
	xmlSetProp(r.table, (const xmlChar *)"table-layout",
	    (const xmlChar *)"fixed");
	length_set(r.table, "width", made->whole);
	columns_write(&r, made->table);
	columns_add(&r);
}

void
fo_resolve_columns(const struct fo_tree *tree, struct diag *d)
{
	for (size_t i = 0; i < map_count(tree->columns); i++) {
		const struct fo_columns *made = map_at(tree->columns,
		    i)->value;

		if (made->varies)
			diag_add(d, DIAG_F30, made->table->src, "%s",
			    made->table->id != NULL ? made->table->id : "");
		table_write(tree->arena, made);
	}
}
