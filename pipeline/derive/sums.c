/*
 * sums: the small ones: the net cost of a division's resources, and the year
 * as the sum of its quarters.
 */
#include <string.h>

#include "derive/work.h"
#include "xml/node.h"
#include "xml/xml.h"

/* The sum of the resources, when all have the unit of the first. */
static int
resources_sum(struct derive *w, const xmlNode *resources,
    struct decimal *sum)
{
	const xmlNode *first = node_child(resources, "resource"), *n = first;
	struct decimal d;

	for (; n != NULL; n = node_sibling(n, "resource")) {
		if (!node_attr_is(n, "unit", node_attr(first, "unit"))) {
			diag_add(w->diag, DIAG_D03, xml_src(n), "%s",
			    node_attr(n, "name"));
			return -1;
		}
		figure_read(n, "amount", &d);
		if (figure_add(w, n, sum, d) != 0)
			return -1;
	}
	return 0;
}

void
resources_derive(struct derive *w, xmlNode *resources)
{
	xmlNode *first = node_child(resources, "resource"), *last, *n;
	xmlNode *net = node_child(resources, "net-cost");
	struct decimal sum = {0};

	if (first == NULL || resources_sum(w, resources, &sum) != 0)
		return;
	if (net != NULL) {
		if (node_attr_is(net, "unit", node_attr(first, "unit")))
			figure_compare(w, net, "amount", sum);
		return;
	}
	for (last = n = first; n != NULL; n = node_sibling(n, "resource"))
		last = n;
	net = node_new(resources, "net-cost");
	xmlAddNextSibling(last, net);
	figure_set(net, "amount", sum);
	node_set(net, "unit", node_attr(first, "unit"));
}

/* mp:lower or mp:upper of the year. */
static void
threshold_put(struct derive *w, xmlNode *annual, const char *attr)
{
	const xmlNode *n = node_child(annual->parent, "quarter");
	struct decimal sum = {0}, d;

	if (node_attr_is(annual, "sum", "no")) {
		if (figure_read(annual, attr, &sum) == 0)
			figure_put(annual, attr, sum);
		return;
	}
	if (n == NULL)
		return;
	for (; n != NULL; n = node_sibling(n, "quarter")) {
		figure_read(n, attr, &d);
		if (figure_add(w, n, &sum, d) != 0)
			return;
	}
	figure_put(annual, attr, sum);
	figure_compare(w, annual, attr, sum);
}

void
annual_derive(struct derive *w, xmlNode *annual)
{
	threshold_put(w, annual, "lower");
	threshold_put(w, annual, "upper");
}
