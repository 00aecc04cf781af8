/* transform/: what comes out of a stylesheet must be something to typeset. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "said.h"
#include "transform/transform.h"
#include "xml/xml.h"

static char folder[64];

static int
folder_make(void **state)
{
	char fo[80];

	(void)state;
	strcpy(folder, "/tmp/test_transform.");
	strcat(folder, "XX" "XX" "XX");
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(fo, sizeof(fo), "%s/fo", folder);
	return mkdir(fo, 0700);
}

static int
folder_remove(void **state)
{
	char command[128];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	return system(command) != 0;
}

/* A stylesheet whose one template has this content (NULL: none at all). */
static xmlDoc *
transformed(const char *content, struct diag *d)
{
	static const char pack[] = "<pack xmlns='urn:makepack:1'/>";
	xmlDoc *doc = xml_parse(pack, sizeof(pack) - 1, "p.xml", d), *fo;
	char path[128];
	FILE *f;

	snprintf(path, sizeof(path), "%s/fo/pack.xsl", folder);
	remove(path);
	if (content != NULL) {
		f = fopen(path, "w");
		fprintf(f, "<xsl:stylesheet version='1.0' "
		    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
		    "xmlns:fo='http://www.w3.org/1999/XSL/Format'>"
		    "<xsl:template match='/'>%s</xsl:template>"
		    "</xsl:stylesheet>", content);
		fclose(f);
	}
	fo = transform_pack(doc, folder, d);
	xmlFreeDoc(doc);
	return fo;
}

static void
a_formatting_root_comes_out(void **state)
{
	struct diag *d = diag_new();
	xmlDoc *fo = transformed("<fo:root/>", d);

	(void)state;
	assert_non_null(fo);
	said_one(d, DIAG_T02, NULL);
	xmlFreeDoc(fo);
	diag_free(d);
}

static void
refused(const char *content, enum diag_code code, const char *says)
{
	struct diag *d = diag_new();

	assert_null(transformed(content, d));
	said_one(d, code, says);
	diag_free(d);
}

static void
anything_else_is_refused(void **state)
{
	(void)state;
	refused("<root/>", DIAG_T02, "fo/pack.xsl: error: the stylesheet did "
	    "not make a document that can be typeset [T02]");
	refused("<fo:block/>", DIAG_T02, "[T02]");
	refused("", DIAG_T02, "[T02]");
	refused("<xsl:message terminate='yes'>no such unit</xsl:message>",
	    DIAG_T01, "no such unit [T01]");
	refused(NULL, DIAG_B02, "pack.xsl");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_formatting_root_comes_out),
	    cmocka_unit_test(anything_else_is_refused),
	};
	int failed;

	xml_init();
	failed = cmocka_run_group_tests(tests, folder_make, folder_remove);
	xml_cleanup();
	return failed;
}
