/*
 * transform: pack document in, XSL-FO document out. Everything about the
 * look of a pack is in templates/fo; here is only where that is, and that
 * what comes out must be something to typeset.
 */
#include "transform/transform.h"

#include <string.h>

#include "base/buf.h"
#include "xml/xml.h"

#define FO_NS "http://www.w3.org/1999/XSL/Format"

static int
is_fo_root(const xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement(doc);

	return root != NULL && root->ns != NULL &&
	    strcmp((const char *)root->name, "root") == 0 &&
	    strcmp((const char *)root->ns->href, FO_NS) == 0;
}

xmlDoc *
transform_pack(xmlDoc *pack, const char *templates, struct diag *d)
{
	struct buf path = {0};
	xsltStylesheet *sheet;
	xmlDoc *fo = NULL;

	buf_printf(&path, "%s/fo/pack.xsl", templates);
	sheet = xslt_open(path.data, d);
	if (sheet != NULL)
		fo = xslt_run(sheet, pack, NULL, d);
	if (fo != NULL && !is_fo_root(fo)) {
		diag_add(d, DIAG_T02, (struct src){path.data, 0, 0}, "%s", "");
		xmlFreeDoc(fo);
		fo = NULL;
	}
	if (sheet != NULL)
		xsltFreeStylesheet(sheet);
	buf_free(&path);
	return fo;
}
