/*
 * budget: a table of lines, groups of lines, and a total.
 *
 *     group "Strategy"    line   staffing non-staffing internal ... grants
 *                         line
 *                         line kind="subtotal" name="Strategy total"
 *     line
 *     line kind="total" name="..."     in place of <total>
 *
 * Gross = staffing + non-staffing; net = gross + incomes + grants, which are
 * negative. Every line gets mp:gross and mp:net; the inserted ones carry the
 * five sums as attributes of their own, so that a template prints all lines
 * alike.
 */
#include "derive/work.h"
#include "xml/node.h"

#define COLUMNS 5
#define SPENDING 2 /* of the columns, the first ones */

static const char *const columns[COLUMNS] = {"staffing", "non-staffing",
    "internal", "external", "grants"};

struct sums {
	struct decimal column[COLUMNS];
	int failed;  /* a figure did not fit: nothing is printed */
};

/* Gross and net of a line, and what is typed against them. */
static void
line_total(struct derive *w, xmlNode *line, const xmlNode *typed,
    const struct sums *s)
{
	struct decimal gross = {0}, net;

	if (s->failed)
		return;
	for (int i = 0; i < SPENDING; i++)
		if (figure_add(w, line, &gross, s->column[i]) != 0)
			return;
	net = gross;
	for (int i = SPENDING; i < COLUMNS; i++)
		if (figure_add(w, line, &net, s->column[i]) != 0)
			return;
	figure_put(line, "gross", gross);
	figure_put(line, "net", net);
	figure_compare(w, typed, "gross", gross);
	figure_compare(w, typed, "net", net);
}

static void
sums_add(struct derive *w, const xmlNode *n, struct sums *to,
    const struct sums *s)
{
	to->failed |= s->failed;
	for (int i = 0; i < COLUMNS && !to->failed; i++)
		to->failed = figure_add(w, n, &to->column[i],
		    s->column[i]) != 0;
}

static void
line_derive(struct derive *w, xmlNode *line, struct sums *to)
{
	struct sums s = {0};

	for (int i = 0; i < COLUMNS; i++)
		figure_read(line, columns[i], &s.column[i]);
	line_total(w, line, line, &s);
	sums_add(w, line, to, &s);
}

/* A computed line, not yet in the tree, at the place of typed. */
static xmlNode *
line_new(struct derive *w, const xmlNode *typed, const char *kind,
    const char *name, const struct sums *s)
{
	xmlNode *line = node_new(typed, "line");

	node_set(line, "kind", kind);
	node_set(line, "name", name);
	for (int i = 0; i < COLUMNS && !s->failed; i++)
		figure_set(line, columns[i], s->column[i]);
	line_total(w, line, typed, s);
	return line;
}

static void
group_derive(struct derive *w, xmlNode *group, struct sums *to)
{
	struct sums s = {0};
	xmlNode *n = node_child(group, "line");

	for (; n != NULL; n = node_sibling(n, "line"))
		line_derive(w, n, &s);
	xmlAddChild(group, line_new(w, group, "subtotal",
	    arena_printf(w->arena, "%s total", node_attr(group, "name")),
	    &s));
	sums_add(w, group, to, &s);
}

void
budget_derive(struct derive *w, xmlNode *budget)
{
	xmlNode *total = node_child(budget, "total"), *n;
	struct sums s = {0};

	for (n = node_child(budget, NULL); n != NULL;
	    n = node_sibling(n, NULL)) {
		if (node_is(n, "line"))
			line_derive(w, n, &s);
		else if (node_is(n, "group"))
			group_derive(w, n, &s);
	}
	if (total == NULL)
		return;
	n = line_new(w, total, "total", node_attr(total, "name"), &s);
	xmlReplaceNode(total, n);
	xmlFreeNode(total);
}
