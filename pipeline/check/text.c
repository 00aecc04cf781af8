/*
 * text: rules of what a page would print: nothing where there should be
 * words, and rows that do not fit their table.
 */
#include <stdlib.h>
#include <string.h>

#include "check/work.h"
#include "xml/node.h"

void
check_recommendation(struct check *c, const xmlNode *n)
{
	if (node_text(c->arena, n)[0] == '\0')
		check_found(c, n, "%s", "");
}

void
check_alt(struct check *c, const xmlNode *n)
{
	const char *alt = node_attr(n, "alt");

	if (alt == NULL || alt[strspn(alt, " \t\n\r")] == '\0')
		check_found(c, n, "%s", node_attr(n, "src"));
}

void
check_rating(struct check *c, const xmlNode *n)
{
	if (node_ext(n, "score") == NULL)
		check_found(c, n, "%s", "");
}

void
check_programme(struct check *c, const xmlNode *n)
{
	if (node_is(n->parent, "work-programme") &&
	    node_attr(n, "date") == NULL && node_attr(n, "label") == NULL)
		check_found(c, n, "%s", "");
}

/* Columns of a table, and how many rows a cell from above still fills. */
struct grid {
	size_t columns;
	long *down;
};

static long
span_of(const xmlNode *cell, const char *attr)
{
	const char *text = node_attr(cell, attr);
	long span = text == NULL ? 1 : strtol(text, NULL, 10);

	return span < 1 ? 1 : span;
}

/* How many columns the row fills, cells from above included. */
static size_t
row_fill(struct grid *g, const xmlNode *row)
{
	const xmlNode *cell = node_child(row, "cell");
	size_t at = 0, fills = 0;

	for (; cell != NULL; cell = node_sibling(cell, "cell")) {
		long down = span_of(cell, "down");

		while (at < g->columns && g->down[at] > 0)
			at++;
		for (long i = span_of(cell, "span"); i > 0; i--, at++) {
			if (at < g->columns)
				g->down[at] = down;
			else
				fills++;
		}
	}
	for (size_t i = 0; i < g->columns; i++)
		if (g->down[i] > 0) {
			g->down[i]--;
			fills++;
		}
	return fills;
}

static void
rows_check(struct check *c, struct grid *g, const xmlNode *part)
{
	const xmlNode *n = part;
	size_t fills;

	memset(g->down, 0, g->columns * sizeof(*g->down));
	while (n != NULL) {
		if (!node_is(n, "row")) {
			n = node_next(part, n);
			continue;
		}
		fills = row_fill(g, n);
		if (fills != g->columns)
			check_found(c, n, "the table has %zu columns, "
			    "the row fills %zu", g->columns, fills);
		n = node_after(part, n);
	}
}

void
check_table(struct check *c, const xmlNode *n)
{
	const xmlNode *columns = node_child(n, "columns"), *k;
	struct grid g = {0};

	k = columns == NULL ? NULL : node_child(columns, "column");
	for (; k != NULL; k = node_sibling(k, "column"))
		g.columns++;
	g.down = ARENA_ARRAY(c->arena, g.columns, long);
	if ((k = node_child(n, "head")) != NULL)
		rows_check(c, &g, k);
	if ((k = node_child(n, "body")) != NULL)
		rows_check(c, &g, k);
}
