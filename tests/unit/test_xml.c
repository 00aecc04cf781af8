/* xml/: loading hostile files, schema findings in plain words, stylesheets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <libxslt/transform.h>

#include "xml/xml.h"

/* A folder for the files of one test. */
static char folder[64];

static int
folder_make(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/test_xml.XXXXXX");
	return mkdtemp(folder) == NULL;
}

static int
folder_remove(void **state)
{
	char command[128];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	return system(command) != 0;
}

/* Write a file of the folder; its path. */
static const char *
file(const char *name, const char *text)
{
	static char path[4][128];
	static int turn;
	char *p = path[turn++ % 4];
	FILE *f;

	snprintf(p, sizeof(path[0]), "%s/%s", folder, name);
	f = fopen(p, "w");
	fputs(text, f);
	fclose(f);
	return p;
}

static void
assert_says(struct diag *d, const char *what)
{
	char *text;
	size_t len;
	FILE *f = open_memstream(&text, &len);

	diag_print(d, f);
	fclose(f);
	if (strstr(text, what) == NULL)
		fail_msg("expected \"%s\" in:\n%s", what, text);
	free(text);
}

static void
refuses(const char *text, const char *says)
{
	struct diag *d = diag_new();
	const char *path = file("a.xml", text);

	assert_null(xml_load(path, NULL, (struct src){0}, d));
	assert_says(d, says);
	diag_free(d);
}

static void
load_refuses_what_it_must(void **state)
{
	struct diag *d = diag_new();
	struct src from = {"pack.xml", 12, 0};
	char deep[3000] = "";

	(void)state;
	assert_null(xml_load("/nowhere/x.xml", NULL, from, d));
	assert_says(d, "pack.xml:12: error: file not found: /nowhere/x.xml");
	assert_null(xml_load(file("out.xml", "<a/>"), "/usr", from, d));
	assert_says(d, "outside the pack's folder");
	assert_null(xml_load(folder, NULL, from, d));
	assert_says(d, "is not a file");
	diag_free(d);
	refuses("<a>\n<b></a>", "a.xml:2:8: error: not well-formed XML");
	refuses("", "not well-formed XML");
	refuses("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "[X04]");
	refuses("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "[X04]");
	for (int i = 0; i < 300; i++)
		strcat(deep, "<a>");
	refuses(deep, "[X05]");
}

static void
load_refuses_a_huge_file(void **state)
{
	struct diag *d = diag_new();
	const char *path = file("huge.xml", "<a/>");

	(void)state;
	assert_int_equal(truncate(path, 65L << 20), 0);
	assert_null(xml_load(path, NULL, (struct src){0}, d));
	assert_says(d, "[X05]");
	diag_free(d);
}

static void
stamps_survive_a_move(void **state)
{
	struct diag *d = diag_new();
	const char *path = file("stamp.xml", "<a>\n<b/>\n<c>\n<d/></c></a>");
	xmlDoc *doc = xml_load(path, folder, (struct src){0}, d);
	xmlDoc *other = xml_parse("<x/>", 4, "other.xml", d);
	xmlNode *c;

	(void)state;
	assert_int_equal(diag_worst(d), DIAG_OK);
	xml_stamp(doc);
	c = xmlDocCopyNode(xmlLastElementChild(xmlDocGetRootElement(doc)),
	    other, 1);
	xmlAddChild(xmlDocGetRootElement(other), c);
	assert_int_equal(xml_src(c).line, 3);
	assert_string_equal(xml_src(c).file, path);
	assert_int_equal(xml_src(xmlFirstElementChild(c)).line, 4);
	assert_string_equal(xml_src(xmlDocGetRootElement(other)).file,
	    "other.xml");
	xmlFreeDoc(doc);
	xmlFreeDoc(other);
	diag_free(d);
}

static const char xsd[] =
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='urn:t' "
    "targetNamespace='urn:t' elementFormDefault='qualified'>"
    "<xs:element name='a'><xs:complexType><xs:sequence>"
    "<xs:element name='b' type='xs:date'/>"
    "<xs:element name='c' minOccurs='0'><xs:complexType>"
    "<xs:attribute name='is' use='required'><xs:simpleType>"
    "<xs:restriction base='xs:string'><xs:enumeration value='up'/>"
    "<xs:enumeration value='down'/></xs:restriction></xs:simpleType>"
    "</xs:attribute></xs:complexType></xs:element>"
    "</xs:sequence></xs:complexType></xs:element></xs:schema>";

static void
finds(struct schema *s, const char *text, const char *says)
{
	struct diag *d = diag_new();
	xmlDoc *doc = xml_parse(text, strlen(text), "a.xml", d);

	assert_int_equal(schema_check(s, doc, d), says ? -1 : 0);
	if (says != NULL)
		assert_says(d, says);
	xmlFreeDoc(doc);
	diag_free(d);
}

static void
schema_speaks_plainly(void **state)
{
	struct diag *d = diag_new();
	struct schema *s = schema_open(file("t.xsd", xsd), d);

	(void)state;
	assert_non_null(s);
	finds(s, "<a xmlns='urn:t'><b>2015-04-22</b></a>", NULL);
	finds(s, "<a xmlns='urn:t'>\n<d/></a>",
	    "a.xml:2: error: this element may not stand here, the document is "
	    "left out: <d>; what may stand here: b [S01]");
	finds(s, "<a xmlns='urn:t'/>", "<a> still needs one of: b [S02]");
	finds(s, "<a xmlns='urn:t'><b>2015-04-22</b><c is='up' of='x'/></a>",
	    "of of <c> [S03]");
	finds(s, "<a xmlns='urn:t'><b>2015-04-22</b><c/></a>",
	    "is of <c> [S04]");
	finds(s, "<a xmlns='urn:t'><b>22 April</b></a>", "<b>: '22 April'");
	finds(s, "<a xmlns='urn:t'><b>2015-04-22</b><c is='left'/></a>",
	    "is of <c>: 'left' is none of up, down [S05]");
	finds(s, "<a xmlns='urn:t'>words<b>2015-04-22</b></a>", "<a> [S06]");
	finds(s, "<z xmlns='urn:t'/>", "<z> [S07]");
	schema_free(s);
	assert_null(schema_open(file("bad.xsd", "<no/>"), d));
	assert_says(d, "[B02]");
	diag_free(d);
}

static void
stylesheets_report_through_the_sink(void **state)
{
	const char *head =
	    "<xsl:stylesheet version='1.0' "
	    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>";
	const char *params[] = {"p", "it's \"quoted\"", NULL};
	struct diag *d = diag_new();
	char text[1024];
	xsltStylesheet *sheet;
	xmlDoc *doc = xml_parse("<a/>", 4, "a.xml", d), *out;
	xmlChar *p;

	(void)state;
	snprintf(text, sizeof(text), "%s<xsl:param name='p'/><xsl:template "
	    "match='/'><o p='{$p}'/></xsl:template></xsl:stylesheet>", head);
	sheet = xslt_open(file("ok.xsl", text), d);
	out = xslt_run(sheet, doc, params, d);
	assert_int_equal(diag_worst(d), DIAG_OK);
	p = xmlGetProp(xmlDocGetRootElement(out), (const xmlChar *)"p");
	assert_string_equal((char *)p, "it's \"quoted\"");
	xmlFree(p);
	xmlFreeDoc(out);
	xsltFreeStylesheet(sheet);

	snprintf(text, sizeof(text), "%s<xsl:template match='/'><xsl:message "
	    "terminate='yes'>no such thing</xsl:message></xsl:template>"
	    "</xsl:stylesheet>", head);
	sheet = xslt_open(file("stop.xsl", text), d);
	assert_null(xslt_run(sheet, doc, NULL, d));
	assert_says(d, "no such thing [T01]");
	xsltFreeStylesheet(sheet);

	snprintf(text, sizeof(text), "%s<xsl:template match='/'><o>"
	    "<xsl:copy-of select=\"document('%s')\"/></o></xsl:template>"
	    "</xsl:stylesheet>", head, file("secret.xml", "<secret/>"));
	sheet = xslt_open(file("read.xsl", text), d);
	out = xslt_run(sheet, doc, NULL, d);
	assert_true(out == NULL ||
	    xmlFirstElementChild(xmlDocGetRootElement(out)) == NULL);
	xmlFreeDoc(out);
	xsltFreeStylesheet(sheet);

	assert_null(xslt_open(file("bad.xsl", "<xsl:oops"), d));
	xmlFreeDoc(doc);
	diag_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(load_refuses_what_it_must,
	        folder_make, folder_remove),
	    cmocka_unit_test_setup_teardown(load_refuses_a_huge_file,
	        folder_make, folder_remove),
	    cmocka_unit_test_setup_teardown(stamps_survive_a_move,
	        folder_make, folder_remove),
	    cmocka_unit_test_setup_teardown(schema_speaks_plainly,
	        folder_make, folder_remove),
	    cmocka_unit_test_setup_teardown(
	        stylesheets_report_through_the_sink, folder_make,
	        folder_remove),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
