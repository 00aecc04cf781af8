/*
 * templates/schema: each XSD loads alone, the minimal pack has a valid
 * document of each kind, every element is explained, and mistakes that
 * officers make give one clear line.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "said.h"
#include "xml/node.h"
#include "xml/xml.h"

#define SCHEMAS "templates/schema/"
#define EXAMPLES "tests/packs/minimal/"

static const struct kind {
	const char *xsd, *example;
} kinds[] = {
    {"pack", "minimal.xml"},
    {"people", "minimal/people.xml"},
    {"minutes", "minimal/minutes.xml"},
    {"report", "minimal/report.xml"},
    {"paper", "minimal/annex.xml"},
    {"work-programme", "minimal/programme.xml"},
    {"dashboard", "minimal/dashboard.xml"},
    {"activity", "minimal/thresholds.xml"},
    {"budget", "minimal/budget.xml"},
    {"risk-register", "minimal/register.xml"},
    {"business-plan", "minimal/plan.xml"},
};

#define KINDS (sizeof(kinds) / sizeof(*kinds))

static xmlDoc *
load(const char *folder, const char *name, const char *end, struct diag *d)
{
	char path[128];

	snprintf(path, sizeof(path), "%s%s%s", folder, name, end);
	return xml_load(path, NULL, (struct src){0}, d);
}

static struct schema *
open_schema(const char *name, struct diag *d)
{
	char path[128];

	snprintf(path, sizeof(path), SCHEMAS "%s.xsd", name);
	return schema_open(path, d);
}

static void
each_kind_has_a_schema_and_an_example(void **state)
{
	struct diag *d = diag_new();
	struct schema *all = open_schema("documents", d), *s;
	xmlDoc *doc;

	(void)state;
	assert_non_null(all);
	for (size_t i = 0; i < KINDS; i++) {
		s = open_schema(kinds[i].xsd, d);
		doc = load(EXAMPLES, kinds[i].example, "", d);
		assert_non_null(s);
		assert_non_null(doc);
		schema_check(s, doc, d);
		schema_check(all, doc, d);
		said_one(d, DIAG_S01, NULL);
		xmlFreeDoc(doc);
		schema_free(s);
	}
	schema_free(all);
	diag_free(d);
}

/* An example with one more element at its end: one line, of S01. */
static void
unknown_elements_give_one_line(void **state)
{
	struct diag *load_diag = diag_new();
	struct schema *s = open_schema("documents", load_diag);

	(void)state;
	for (size_t i = 0; i < KINDS; i++) {
		struct diag *d = diag_new();
		xmlDoc *doc = load(EXAMPLES, kinds[i].example, "", d);
		xmlNode *root = xmlDocGetRootElement(doc);

		xmlAddChild(root, node_new(root, "surprise"));
		assert_int_equal(schema_check(s, doc, d), -1);
		said_one(d, DIAG_S01, "<surprise>");
		xmlFreeDoc(doc);
		diag_free(d);
	}
	schema_free(s);
	diag_free(load_diag);
}

static int
is_xsd(const xmlNode *n, const char *name)
{
	return strcmp((const char *)n->name, name) == 0;
}

/* Its documentation's text. */
static const char *
documentation(struct arena *a, const xmlNode *declaration)
{
	const xmlNode *n = declaration->children;

	while (n != NULL && !(n->type == XML_ELEMENT_NODE &&
	    is_xsd(n, "annotation")))
		n = n->next;
	return n == NULL ? "" : node_text(a, n);
}

static void
every_element_and_attribute_is_explained(void **state)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();

	(void)state;
	for (size_t i = 0; i <= KINDS; i++) {
		const char *name = i < KINDS ? kinds[i].xsd : "types";
		xmlDoc *doc = load(SCHEMAS, name, ".xsd", d);
		xmlNode *root = xmlDocGetRootElement(doc), *n = root;

		for (; n != NULL; n = node_next(root, n)) {
			if (!is_xsd(n, "element") && !is_xsd(n, "simpleType") &&
			    !(is_xsd(n, "attribute") && node_attr(n, "name")))
				continue;
			if (is_xsd(n, "simpleType") && !node_attr(n, "name"))
				continue;
			if (documentation(a, n)[0] == '\0')
				fail_msg("%s.xsd:%ld: %s is not explained",
				    name, xmlGetLineNo(n),
				    node_attr(n, "name"));
		}
		xmlFreeDoc(doc);
	}
	diag_free(d);
	arena_free(a);
}

/* A report around a section's content: one finding, of this code. */
static void
mistake(struct schema *s, const char *content, enum diag_code code,
    const char *says)
{
	struct diag *d = diag_new();
	struct buf b = {0};
	xmlDoc *doc;

	buf_printf(&b, "<report xmlns='urn:makepack:1'><header>"
	    "<from person='a'/><subject>s</subject><classification>c"
	    "</classification></header><summary>s</summary><recommendation>"
	    "<p>r</p></recommendation>\n<section>%s</section></report>",
	    content);
	doc = xml_parse(b.data, b.len, "r.xml", d);
	assert_non_null(doc);
	schema_check(s, doc, d);
	said_one(d, code, says);
	xmlFreeDoc(doc);
	buf_free(&b);
	diag_free(d);
}

#define T "<title>t</title>"

static void
mistakes_are_said_plainly(void **state)
{
	struct diag *d = diag_new();
	struct schema *s = open_schema("documents", d);

	(void)state;
	mistake(s, T "<para>fine</para>", DIAG_S01, NULL);
	mistake(s, T "<prra>x</prra>", DIAG_S01, "r.xml:2: error: this element "
	    "may not stand here, the document is left out: <prra>; what may "
	    "stand here: para, ");
	mistake(s, "<para>x</para>", DIAG_S01, "<para>; what may stand here: "
	    "title [S01]");
	mistake(s, "", DIAG_S02, "<section> still needs one of: title [S02]");
	mistake(s, T "<para idd='x'/>", DIAG_S03, "idd of <para> [S03]");
	mistake(s, T "<figure src='a.png'/>", DIAG_S04, "alt of <figure>");
	mistake(s, T "<p><date day='22.4.2015'/></p>", DIAG_S05, "day of "
	    "<date>: '22.4.2015'; asked for: A day (2015-04-22) or a month "
	    "(2015-04) [S05]");
	mistake(s, T "<p><date day='2015-02-29'/></p>", DIAG_S05,
	    "'2015-02-29'; asked for: A day");
	mistake(s, T "<p><rag is='gren'/></p>", DIAG_S05,
	    "is of <rag>: 'gren' is none of green, amber, red [S05]");
	mistake(s, T "<p><rating likelihood='6' impact='1'/></p>", DIAG_S05,
	    "likelihood of <rating>: 6 is more than 5 [S05]");
	mistake(s, T "<p><link href='www.kent'>x</link></p>", DIAG_S05,
	    "'www.kent'; asked for: An address");
	mistake(s, T "<p><ref to='a b'/></p>", DIAG_S05, "'a b'; asked for: "
	    "The id of");
	mistake(s, T "<figure src='' alt='x'/>", DIAG_S05,
	    "src of <figure>: it is empty [S05]");
	mistake(s, T "words", DIAG_S06, "<section> [S06]");
	schema_free(s);
	diag_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_kind_has_a_schema_and_an_example),
	    cmocka_unit_test(unknown_elements_give_one_line),
	    cmocka_unit_test(every_element_and_attribute_is_explained),
	    cmocka_unit_test(mistakes_are_said_plainly),
	};
	int failed;

	xml_init();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	xml_cleanup();
	return failed;
}
