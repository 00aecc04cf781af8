/*
 * rag: figures against what was aimed at.
 *
 *     higher is better     floor         target
 *                   red  |--- amber ---|--- green
 *     lower is better      target        floor
 *                 green ---|--- amber ---|  red
 *
 * Both bounds belong to the better side. Polarity is always said, never
 * guessed from the bounds: floor and target may be equal.
 */
#include "derive/work.h"
#include "xml/node.h"

/* 1 when a is as good as b or better. */
static int
as_good(const xmlNode *n, struct decimal a, struct decimal b)
{
	int order = decimal_compare(a, b);

	return node_attr_is(n, "polarity", "lower") ? order <= 0 : order >= 0;
}

static void
rag_put(xmlNode *n, const char *attr, const char *result)
{
	struct decimal value, target, floor;

	if (figure_read(n, attr, &value) != 0 ||
	    figure_read(n, "target", &target) != 0 ||
	    figure_read(n, "floor", &floor) != 0)
		return;
	node_put(n, result, as_good(n, value, target) ? "green" :
	    as_good(n, value, floor) ? "amber" : "red");
}

void
indicator_derive(struct derive *w, xmlNode *n)
{
	(void)w;
	rag_put(n, "latest", "latest-rag");
	rag_put(n, "ytd", "ytd-rag");
}

void
measure_derive(struct derive *w, xmlNode *n)
{
	struct decimal value, lower, upper;
	int has_lower = figure_read(n, "lower", &lower) == 0;
	int has_upper = figure_read(n, "upper", &upper) == 0;

	(void)w;
	if (figure_read(n, "ytd", &value) != 0 || (!has_lower && !has_upper))
		return;
	if (has_lower && decimal_compare(value, lower) < 0)
		node_put(n, "range", "Low");
	else if (has_upper && decimal_compare(value, upper) > 0)
		node_put(n, "range", "High");
	else
		node_put(n, "range", "Yes");
}
