/*
 * merge/: from sources to one pack document. Each test writes a small pack
 * into a folder of its own, merges it, and looks at elements of the result
 * or at the one finding.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "merge/calendar.h"
#include "merge/merge.h"
#include "said.h"
#include "xml/node.h"
#include "xml/xml.h"

static char folder[64];

static int
folder_make(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/test_merge.");
	strcat(folder, "XX" "XX" "XX");
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

static void __attribute__((format(printf, 2, 3)))
file(const char *name, const char *fmt, ...)
{
	char path[128];
	va_list ap;
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "w");
	va_start(ap, fmt);
	vfprintf(f, fmt, ap);
	va_end(ap);
	fclose(f);
}

#define NS "xmlns='urn:makepack:1'"

static void
people(void)
{
	file("people.xml", "<people " NS ">"
	    "<person id='king' name='Mr A J King' honours='MBE'/>"
	    "<person id='ford' name='Ben Ford'><office>Director</office>"
	    "<office>Treasurer</office><phone>1</phone><phone>2</phone>"
	    "<email>b@f</email></person>"
	    "<person id='vries' name='Cllr Jo de Vries' surname='de Vries'/>"
	    "</people>");
}

/* A pack whose section A has these items. */
static void
pack(const char *items)
{
	people();
	file("pack.xml", "<pack " NS " people='people.xml'><meeting>"
	    "<authority>Council</authority><committee>The Committee"
	    "</committee><date>2015-04-22</date><time>10:00</time>"
	    "<venue>Hall</venue></meeting><issued>2015-04-14</issued>"
	    "<contact person='ford'/><membership total='0'><party name='P' "
	    "seats='0'/></membership><access><title>Open</title><p/></access>"
	    "<section label='A' id='sec'><title>Business</title>\n%s"
	    "</section><exempt><title>Exempt</title><p/></exempt>"
	    "<signatory person='ford'/></pack>", items);
}

static xmlDoc *
merge(struct diag *d)
{
	struct merge_options o = {.schemas = "templates/schema"};
	char path[128];

	snprintf(path, sizeof(path), "%s/pack.xml", folder);
	return merge_pack(path, &o, d);
}

/* A pack of one paper with this content, as d.xml, document id "d". */
static void
paper(const char *content)
{
	pack("<item id='one'><title>One</title><document id='d' "
	    "src='d.xml'/></item>");
	file("d.xml", "<paper " NS "><title>Paper</title>\n%s</paper>",
	    content);
}

/* Merge what was written: exactly one finding, or (says NULL) none. */
static void
merges(enum diag_code code, const char *says)
{
	struct diag *d = diag_new();
	xmlDoc *doc = merge(d);

	said_one(d, code, says);
	xmlFreeDoc(doc);
	diag_free(d);
}

/* The nth element of that name. */
static xmlNode *
element(xmlDoc *doc, const char *name, int nth)
{
	xmlNode *root = xmlDocGetRootElement(doc), *n = root;

	for (; n != NULL; n = node_next(root, n))
		if (node_is(n, name) && nth-- == 1)
			return n;
	fail_msg("no <%s>", name);
	return NULL;
}

static void
has(xmlDoc *doc, const char *name, int nth, const char *ext,
    const char *value)
{
	const char *v = node_ext(element(doc, name, nth), ext);

	if (value == NULL)
		assert_null(v);
	else if (v == NULL || strcmp(v, value) != 0)
		fail_msg("mp:%s of <%s> %d is %s, not %s", ext, name, nth,
		    v ? v : "missing", value);
}

/* The minimal pack as it lies in the tests. */
static xmlDoc *
minimal(void)
{
	struct merge_options o = {.schemas = "templates/schema"};
	struct diag *d = diag_new();
	xmlDoc *doc = merge_pack("tests/packs/minimal/minimal.xml", &o, d);

	said_one(d, DIAG_M01, NULL);
	diag_free(d);
	return doc;
}

static void
documents_stand_in_their_items(void **state)
{
	xmlDoc *doc = minimal();
	const xmlNode *report = element(doc, "report", 1);

	(void)state;
	assert_true(node_is(report->parent, "document"));
	has(doc, "report", 1, "docid", "report");
	has(doc, "report", 1, "item", "B1");
	has(doc, "report", 1, "title", "Dashboard at a Glance");
	has(doc, "report", 1, "src",
	    "tests/packs/minimal/minimal/report.xml#2");
	has(doc, "dashboard", 1, "label", "Appendix 1");
	has(doc, "minutes", 1, "title",
	    "Minutes of the meeting held on 16 January 2015");
	assert_true(node_is(element(doc, "budget", 1)->parent, "chapter"));
	assert_string_equal(node_attr(element(doc, "activity-thresholds", 1),
	    "id"), "plan.thresholds");
	xmlFreeDoc(doc);
}

static void
what_is_numbered_has_its_number(void **state)
{
	static const struct { const char *name; int nth; const char *number; }
	numbers[] = {
	    {"item", 1, "A1"}, {"minute", 1, "11"}, {"minute", 4, "14"},
	    {"para", 1, "(1)"}, {"para", 2, "(2)"}, {"resolved", 1, "(3)"},
	    {"resolved", 2, NULL}, {"clause", 2, "(2)"}, {"para", 3, "1.1"},
	    {"para", 4, "1.2"}, {"para", 6, "2.2.1"}, {"table", 1, "Table 1"},
	    {"figure", 1, "Figure 1"}, {"para", 7, "1"}, {"para", 9, "3"},
	    {"section", 3, "1"}, {"section", 5, "2.2"}, {"section", 6, NULL},
	    {"section", 8, "4"}, {"section", 9, NULL},
	};
	xmlDoc *doc = minimal();

	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		has(doc, numbers[i].name, numbers[i].nth, "number",
		    numbers[i].number);
	xmlFreeDoc(doc);
}

static void
unnumbered_sections_count_on(void **state)
{
	struct diag *d = diag_new();
	xmlDoc *doc;

	(void)state;
	paper("<para>a</para><section><title>t</title><para>b</para>"
	    "<section><title>u</title><para>c</para></section>"
	    "<para>d</para></section><section numbered='no'><title>v</title>"
	    "<para>e</para></section>");
	doc = merge(d);
	has(doc, "para", 1, "number", "1");
	has(doc, "section", 2, "number", "2");
	has(doc, "para", 2, "number", "2.1");
	has(doc, "para", 3, "number", "2.2");
	has(doc, "para", 4, "number", "2.3");
	has(doc, "section", 4, "number", NULL);
	has(doc, "para", 5, "number", "3");
	xmlFreeDoc(doc);
	diag_free(d);
}

static void
people_are_written_where_named(void **state)
{
	struct diag *d = diag_new();
	xmlDoc *doc;

	(void)state;
	paper("<p><person ref='king'/><person ref='king' form='surname'/>"
	    "<person ref='ford' form='both'/><person ref='ford' "
	    "form='office' office='Section 151 Officer'/>"
	    "<person ref='vries' form='surname'/><person ref='ford' "
	    "form='surname'/></p><signoff person='king' office='Leader'/>");
	doc = merge(d);
	said_one(d, DIAG_M06, NULL);
	has(doc, "person", 1, "text", "Mr A J King, MBE");
	has(doc, "person", 2, "text", "Mr King");
	has(doc, "person", 3, "text", "Ben Ford, Director");
	has(doc, "person", 4, "text", "Section 151 Officer");
	has(doc, "person", 5, "text", "Cllr de Vries");
	has(doc, "person", 6, "text", "Ford");
	has(doc, "signoff", 1, "person-name", "Mr A J King, MBE");
	has(doc, "signoff", 1, "person-short", "Mr A J King");
	has(doc, "signoff", 1, "person-office", "Leader");
	has(doc, "contact", 1, "person-phone", "1");
	has(doc, "contact", 1, "person-email", "b@f");
	xmlFreeDoc(doc);
	diag_free(d);
}

static void
people_that_are_not_there(void **state)
{
	(void)state;
	paper("<signoff person='nobody'/>");
	merges(DIAG_M06, "d.xml:2: error: no such person, ? is printed for the "
	    "name: person=\"nobody\" of <signoff> [M06]");
	paper("<p><person ref='king' form='office'/></p>");
	merges(DIAG_M01, "Mr A J King, MBE [M01]");
	paper("<p/>");
	file("people.xml", "<people " NS "><person id='ford' name='A'/>\n"
	    "<person id='ford' name='B'/></people>");
	merges(DIAG_M09, "people.xml:2: error: ");
}

static void
dates_are_words(void **state)
{
	static const struct { const char *date, *said; } days[] = {
	    {"2015-04-22", "Wednesday, 22 April 2015"},
	    {"2015-04-14", "Tuesday, 14 April 2015"},
	    {"2000-02-29", "Tuesday, 29 February 2000"},
	    {"1900-03-01", "Thursday, 1 March 1900"},
	    {"2024-12-31", "Tuesday, 31 December 2024"},
	};
	static const char *const wrong[] = {"2015-02-29", "1900-02-29",
	    "2015-13-01", "2015-00-10", "2015-04-31", "2015-4-1", "", "22",
	    "2015-04-22Z", "2015/04/22", "TBA", "2015-04"};
	char text[CALENDAR_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		assert_int_equal(calendar_long(days[i].date, text), 0);
		assert_string_equal(text, days[i].said);
	}
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_int_equal(calendar_long(wrong[i], text), -1);
	assert_int_equal(calendar_plain("2015-04", text), 0);
	assert_string_equal(text, "April 2015");
	assert_int_equal(calendar_time("00:05", text), 0);
	assert_string_equal(text, "12.05 am");
	assert_int_equal(calendar_time("12:00", text), 0);
	assert_string_equal(text, "12 noon");
	assert_int_equal(calendar_time("14:30", text), 0);
	assert_string_equal(text, "2.30 pm");
	assert_int_equal(calendar_time("24:00", text), -1);
}

static void
dates_stand_beside_their_source(void **state)
{
	xmlDoc *doc = minimal();

	(void)state;
	has(doc, "issued", 1, "long", "Tuesday, 14 April 2015");
	has(doc, "time", 1, "plain", "10.00 am");
	has(doc, "to", 1, "plain", "22 April 2015");
	has(doc, "signoff", 1, "plain", "April 2015");
	has(doc, "action", 1, "plain", "April 2015");
	has(doc, "action", 2, "plain", "Ongoing");
	has(doc, "service", 1, "plain", "December 2014");
	has(doc, "list", 3, "plain", NULL);
	xmlFreeDoc(doc);
}

static void
headers_say_to_whom(void **state)
{
	struct diag *d = diag_new();
	xmlDoc *doc = minimal();
	xmlNode *to = element(doc, "to", 1);

	(void)state;
	assert_string_equal((const char *)to->children->content,
	    "Resources Committee");
	assert_string_equal(node_attr(to, "date"), "2015-04-22");
	xmlFreeDoc(doc);
	diag_free(d);
}

/* Children of n by name, as one string. */
static const char *
children(struct arena *a, const xmlNode *n)
{
	const char *s = "";

	for (n = n->children; n != NULL; n = n->next)
		s = arena_printf(a, "%s%s ", s, (const char *)n->name);
	return s;
}

static void
flow_holds_blocks_only(void **state)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	xmlDoc *doc;

	(void)state;
	paper("<list><item>one <em>two</em> <!-- no --><list><item/></list> "
	    "three</item><item> <p>p</p> </item><item><date day='2015-04'/>"
	    "</item></list><para><head>Run in</head> text</para>");
	doc = merge(d);
	said_one(d, DIAG_M08, NULL);
	assert_string_equal(children(a, element(doc, "item", 2)), "p list p ");
	assert_string_equal(children(a, element(doc, "item", 3)), "");
	assert_string_equal(children(a, element(doc, "item", 4)), "p ");
	assert_string_equal(children(a, element(doc, "item", 5)), "p ");
	assert_string_equal(children(a, element(doc, "para", 1)), "head p ");
	xmlFreeDoc(doc);
	diag_free(d);
	arena_free(a);
}

static void
references_find_their_targets(void **state)
{
	struct diag *d = diag_new();
	xmlDoc *doc;

	(void)state;
	pack("<item id='one'><title>One</title><document id='d' src='d.xml' "
	    "label='Annex 1'/><document id='e' src='e.xml'/></item>");
	file("d.xml", "<paper " NS " id='top'><title>Paper</title><p>"
	    "<ref to='s'/><ref to='one'/><ref to='d'/><ref to='e'/>"
	    "<ref to='e.s'/><ref to='q'>these words</ref></p>"
	    "<section id='s'><title>S</title><quote id='q'>w</quote>"
	    "</section></paper>");
	file("e.xml", "<paper " NS " numbering='none'><title>The <em>other"
	    "</em></title><section id='s'><title>Its\n part</title></section>"
	    "<section id='one'><title>Not the item</title><p><ref to='one'/>"
	    "</p></section></paper>");
	doc = merge(d);
	said_one(d, DIAG_M08, NULL);
	has(doc, "ref", 1, "text", "1");
	assert_true(node_attr_is(element(doc, "ref", 1), "to", "d.s"));
	has(doc, "ref", 2, "text", "A1");
	has(doc, "ref", 3, "text", "Annex 1");
	has(doc, "ref", 4, "text", "The other");
	has(doc, "ref", 5, "text", "Its part");
	assert_true(node_attr_is(element(doc, "ref", 6), "to", "d.q"));
	assert_true(node_attr_is(element(doc, "ref", 7), "to", "e.one"));
	xmlFreeDoc(doc);
	diag_free(d);
}

static void
references_that_lead_nowhere(void **state)
{
	(void)state;
	paper("<p>\n<ref to='nowhere'/></p>");
	merges(DIAG_M08, "d.xml:3: error: the reference leads nowhere, ? is "
	    "printed: nowhere [M08]");
	paper("<p><ref to='q'/></p><quote id='q'>w</quote>");
	merges(DIAG_M10, "q [M10]");
	paper("<p id='q'/><p id='q'/>");
	merges(DIAG_M07, "d.q, first used at ");
	paper("<appendices><appendix document='one'/></appendices>");
	merges(DIAG_M08, "one [M08]");
}

static void
pictures_are_looked_for(void **state)
{
	struct diag *d = diag_new();
	char path[128];
	xmlDoc *doc;

	(void)state;
	paper("<figure src='p.gif' alt='x'/>");
	merges(DIAG_M11, "p.gif [M11]");
	paper("<figure src='gone.png' alt='x'/>");
	merges(DIAG_X01, "d.xml:2: error: file not found: ");
	paper("<figure src='../../etc/../../../../etc/passwd.png' alt='x'/>");
	merges(DIAG_X01, "passwd.png");
	snprintf(path, sizeof(path), "%s/sub", folder);
	mkdir(path, 0700);
	pack("<item><title>One</title><document id='d' src='sub/d.xml'/>"
	    "</item>");
	file("sub/d.xml", "<paper " NS "><title>P</title><figure src='m.svg' "
	    "alt='x'/></paper>");
	file("sub/m.svg", "<svg/>");
	doc = merge(d);
	said_one(d, DIAG_X01, NULL);
	assert_true(node_attr_is(element(doc, "figure", 1), "src",
	    "sub/m.svg"));
	xmlFreeDoc(doc);
	diag_free(d);
}

static void
missing_documents_do_not_hide_the_rest(void **state)
{
	struct diag *d = diag_new();
	xmlDoc *doc;

	(void)state;
	pack("<item><title>One</title><document id='d' src='gone.xml'/>\n"
	    "<document id='e' src='e.xml'/></item>");
	file("e.xml", "<paper " NS "><title>E</title><p><ref to='d.x'/></p>"
	    "<include src='also-gone.xml'/><signoff person='king'/></paper>");
	doc = merge(d);
	assert_int_equal(diag_count(d, DIAG_X01), 2);
	assert_int_equal(diag_count(d, DIAG_M08), 0);
	has(doc, "document", 1, "missing", "yes");
	has(doc, "include", 1, "missing", "yes");
	has(doc, "signoff", 1, "person-short", "Mr A J King");
	xmlFreeDoc(doc);
	diag_free(d);
}

static void
sources_that_cannot_be_used(void **state)
{
	(void)state;
	paper("");
	file("d.xml", "<paper " NS "><title>x</paper>");
	merges(DIAG_X02, "d.xml:1");
	file("d.xml", "<paper " NS "><titel>x</titel></paper>");
	merges(DIAG_S01, "<titel>; what may stand here: title [S01]");
	file("d.xml", "<novel " NS "/>");
	merges(DIAG_S07, "d.xml:1: error: ");
	file("d.xml", "<people " NS "><person id='a' name='A'/></people>");
	merges(DIAG_M02, "pack.xml:2: error: wrong kind of document in this "
	    "place");
	pack("<item><title>x</title><document id='d' src='/etc/passwd'/>"
	    "</item>");
	merges(DIAG_X03, "/etc/passwd [X03]");
	pack("<item><title>One</title><document id='d' src='d.xml'/></item>"
	    "<item><title>Two</title><document id='e' src='./d.xml'/></item>");
	file("d.xml", "<paper " NS "><title>x</title></paper>");
	merges(DIAG_M03, "d.xml, first in line 2 [M03]");
}

static void
the_pack_itself_cannot_be_used(void **state)
{
	struct merge_options o = {.schemas = folder};
	struct diag *d = diag_new();
	char path[128];

	(void)state;
	snprintf(path, sizeof(path), "%s/none.xml", folder);
	assert_null(merge_pack(path, &o, d));
	said_one(d, DIAG_B02, "documents.xsd");
	diag_free(d);
	d = diag_new();
	o.schemas = "templates/schema";
	assert_null(merge_pack(path, &o, d));
	said_one(d, DIAG_X01, "none.xml");
	diag_free(d);
	file("pack.xml", "<paper " NS "><title>x</title></paper>");
	d = diag_new();
	assert_null(merge(d));
	said_one(d, DIAG_M02, "pack.xml:1: error: ");
	diag_free(d);
}

static void
includes_are_bounded(void **state)
{
	char name[16];

	(void)state;
	paper("\n<include src='d.xml'/>");
	merges(DIAG_M04, "d.xml:3: error: the document includes itself");
	paper("<include src='a.xml'/>");
	file("a.xml", "<paper " NS "><title>a</title><include src='b.xml'/>"
	    "</paper>");
	file("b.xml", "<paper " NS "><title>b</title><include src='a.xml'/>"
	    "</paper>");
	merges(DIAG_M04, "b.xml:1: error: ");
	paper("<include src='i0.xml'/>");
	for (int i = 0; i < 20; i++) {
		snprintf(name, sizeof(name), "i%d.xml", i);
		file(name, "<paper " NS "><title>a</title>"
		    "<include src='i%d.xml'/></paper>", i + 1);
	}
	merges(DIAG_M05, "i15.xml:1: error: too much is included");
}

/* One mebibyte, included seventy times. */
static void
includes_cannot_fill_the_memory(void **state)
{
	struct diag *d = diag_new();
	struct buf b = {0};
	xmlDoc *doc;

	(void)state;
	for (int i = 0; i < 70; i++)
		buf_puts(&b, "<include src='big.xml'/>");
	paper(b.data);
	file("big.xml", "<paper " NS "><title>%01048500d</title></paper>", 7);
	doc = merge(d);
	assert_int_equal(diag_count(d, DIAG_M05), 7);
	xmlFreeDoc(doc);
	buf_free(&b);
	diag_free(d);
}

static void
other_prefixes_and_languages_survive(void **state)
{
	struct diag *d = diag_new();
	xmlDoc *doc;
	xmlChar *lang;

	(void)state;
	paper("");
	file("d.xml", "<?xml-model href='x'?><v:paper xmlns:v='urn:makepack:1' "
	    "xmlns:mp='urn:other' xml:lang='cy'><v:title>T</v:title>"
	    "<v:p>w <v:foreign xml:lang='fr'>mot</v:foreign></v:p>"
	    "</v:paper>");
	doc = merge(d);
	said_one(d, DIAG_S01, NULL);
	has(doc, "paper", 1, "docid", "d");
	lang = xmlNodeGetLang(element(doc, "foreign", 1));
	assert_string_equal((char *)lang, "fr");
	xmlFree(lang);
	xmlFreeDoc(doc);
	diag_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(documents_stand_in_their_items),
	    cmocka_unit_test(what_is_numbered_has_its_number),
	    cmocka_unit_test(unnumbered_sections_count_on),
	    cmocka_unit_test(people_are_written_where_named),
	    cmocka_unit_test(people_that_are_not_there),
	    cmocka_unit_test(dates_are_words),
	    cmocka_unit_test(dates_stand_beside_their_source),
	    cmocka_unit_test(headers_say_to_whom),
	    cmocka_unit_test(flow_holds_blocks_only),
	    cmocka_unit_test(references_find_their_targets),
	    cmocka_unit_test(references_that_lead_nowhere),
	    cmocka_unit_test(pictures_are_looked_for),
	    cmocka_unit_test(missing_documents_do_not_hide_the_rest),
	    cmocka_unit_test(sources_that_cannot_be_used),
	    cmocka_unit_test(the_pack_itself_cannot_be_used),
	    cmocka_unit_test(includes_are_bounded),
	    cmocka_unit_test(includes_cannot_fill_the_memory),
	    cmocka_unit_test(other_prefixes_and_languages_survive),
	};
	int failed;

	xml_init();
	failed = cmocka_run_group_tests(tests, folder_make, folder_remove);
	xml_cleanup();
	return failed;
}
