/*
 * figures: rules of indicators and thresholds: bounds that make no sense
 * make ratings that mislead.
 */
#include <stdlib.h>
#include <string.h>

#include "check/work.h"
#include "xml/node.h"

/* Exact enough to compare: figures have fifteen digits at the most. */
static int
figure(const xmlNode *n, const char *attr, double *value)
{
	const char *text = node_attr(n, attr);

	*value = text == NULL ? 0 : strtod(text, NULL);
	return text != NULL;
}

void
check_bounds(struct check *c, const xmlNode *n)
{
	int lower = node_attr_is(n, "polarity", "lower");
	double target, floor;

	if (!figure(n, "target", &target) || !figure(n, "floor", &floor))
		return;
	if (lower ? target > floor : target < floor)
		check_found(c, n, "%s: target %s, floor %s, %s is better",
		    node_attr(n, "ref"), node_attr(n, "target"),
		    node_attr(n, "floor"), lower ? "lower" : "higher");
}

void
check_thresholds(struct check *c, const xmlNode *n)
{
	double lower, upper;

	if (figure(n, "lower", &lower) && figure(n, "upper", &upper) &&
	    lower > upper)
		check_found(c, n, "lower %s, upper %s", node_attr(n, "lower"),
		    node_attr(n, "upper"));
}

void
check_quarters(struct check *c, const xmlNode *n)
{
	const xmlNode *quarter = node_child(n, "quarter");
	int seen[10] = {0};

	for (; quarter != NULL; quarter = node_sibling(quarter, "quarter")) {
		const char *which = node_attr(quarter, "n");

		if (which != NULL && which[0] >= '0' && which[0] <= '9' &&
		    seen[which[0] - '0']++ == 1)
			check_found(c, quarter, "%s: quarter %s",
			    node_attr(n, "ref"), which);
	}
}
