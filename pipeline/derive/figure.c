/*
 * figure: decimals as attributes. What is computed is written in the scale
 * it was computed in; what is typed is compared by value, so 10 and 10.0
 * agree.
 */
#include "derive/work.h"
#include "xml/node.h"
#include "xml/xml.h"

int
figure_read(const xmlNode *n, const char *attr, struct decimal *d)
{
	const char *text = node_attr(n, attr);

	*d = (struct decimal){0};
	return text == NULL ? -1 : decimal_read(text, d);
}

void
figure_put(xmlNode *n, const char *attr, struct decimal d)
{
	char text[DECIMAL_TEXT];

	decimal_write(d, text);
	node_put(n, attr, text);
}

void
figure_set(xmlNode *n, const char *attr, struct decimal d)
{
	char text[DECIMAL_TEXT];

	decimal_write(d, text);
	node_set(n, attr, text);
}

int
figure_add(struct derive *w, const xmlNode *n, struct decimal *sum,
    struct decimal d)
{
	if (decimal_add(*sum, d, sum) == 0)
		return 0;
	diag_add(w->diag, DIAG_D02, xml_src(n), "<%s>",
	    (const char *)n->name);
	return -1;
}

void
figure_compare(struct derive *w, const xmlNode *n, const char *attr,
    struct decimal computed)
{
	struct decimal typed;
	char a[DECIMAL_TEXT], b[DECIMAL_TEXT];
	const char *name = node_attr(n, "name");

	if (figure_read(n, attr, &typed) != 0 ||
	    decimal_compare(typed, computed) == 0)
		return;
	decimal_write(typed, a);
	decimal_write(computed, b);
	diag_add(w->diag, DIAG_D01, xml_src(n),
	    "%s of %s: %s is typed, %s computed", attr,
	    name ? name : (const char *)n->name, a, b);
}
