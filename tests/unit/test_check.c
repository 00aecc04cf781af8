/*
 * check/: each rule passes what is right and finds what is wrong. A case is
 * a bit of a pack; the code is found in it exactly once, or not at all.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check/check.h"
#include "said.h"
#include "xml/xml.h"

#define TABLE(rows) "<table><columns><column/><column/><column/></columns>" \
	"<head><row><cell/><cell span='2'/></row></head><body>" rows \
	"</body></table>"
#define ITEM "<section><item oral='no'><title>Budget</title>"
#define MEETING "<meeting><date>2015-04-22</date></meeting>"

static const struct check_case {
	enum diag_code code;
	const char *passes, *fails, *says;
} cases[] = {
    {DIAG_C01, "<membership total='3'><party seats='2'><member/><member/>"
    "</party><party seats='1'><member/></party></membership>",
    "<membership total='14'><party seats='13' vacancies='13'/></membership>",
    "total 14, the parties have 13 [C01]"},
    {DIAG_C02, "<party name='P' seats='3' vacancies='1'><member/><member/>"
    "</party>", "<party name='P' seats='3'><member/><member/></party>",
    "P: 3 seats, 2 named, 0 vacant [C02]"},
    {DIAG_C03, MEETING "<issued>2015-04-22</issued>",
    MEETING "<issued>2015-04-23</issued>",
    "issued 2015-04-23, meeting 2015-04-22 [C03]"},
    {DIAG_C04, MEETING "<minutes><meeting date='2015-01-16'/></minutes>",
    MEETING "<minutes><meeting date='2015-04-22'/></minutes>",
    "held 2015-04-22, this meeting 2015-04-22 [C04]"},
    {DIAG_C05, "<recommendation lead='l'><p>note</p></recommendation>",
    "<recommendation lead='l'><p> <em/></p></recommendation>",
    "p.xml:1: error: the recommendation is empty [C05]"},
    {DIAG_C06, "<figure src='a.png' alt='A map'/>",
    "<figure src='a.png' alt=' '/>", "a.png [C06]"},
    {DIAG_C07, ITEM "<blurb/></item></section>", ITEM "</item></section>",
    "Budget [C07]"},
    {DIAG_C08, "<exempt><item oral='yes'><title>T</title></item></exempt>",
    "<exempt><item oral='yes'><title>T</title><document/></item></exempt>",
    "T [C08]"},
    {DIAG_C09, ITEM "<document start='recto'/><document start='next'/>"
    "</item></section>", ITEM "<document start='next'/></item></section>",
    "Budget [C09]"},
    {DIAG_C10, "<indicator ref='A' polarity='higher' target='90' floor='90'/>"
    "<kpi ref='B' polarity='lower' target='5' floor='15'/>",
    "<kpi ref='CE03' polarity='higher' target='900' floor='1000'/>",
    "CE03: target 900, floor 1000, higher is better [C10]"},
    {DIAG_C10, "<kpi ref='B' polarity='lower' target='5' floor='5'/>",
    "<indicator ref='FP06' polarity='lower' target='15' floor='10'/>",
    "FP06: target 15, floor 10, lower is better [C10]"},
    {DIAG_C11, "<measure lower='1' upper='1'/><annual upper='1'/>",
    "<quarter lower='2' upper='1.5'/>", "lower 2, upper 1.5 [C11]"},
    {DIAG_C12, "<rating xmlns:mp='urn:makepack:ext:1' mp:score='4'/>",
    "<rating/>", "[C12]"},
    {DIAG_C13, "<measure ref='A'><quarter n='1'/><quarter n='2'/></measure>",
    "<measure ref='A'><quarter n='2'/><quarter n='2'/><quarter n='2'/>"
    "</measure>", "A: quarter 2 [C13]"},
    {DIAG_C14, "<work-programme><meeting label='Later'/></work-programme>",
    "<work-programme><meeting/></work-programme>", "[C14]"},
    {DIAG_C15, TABLE("<row><cell down='2'/><cell/><cell/></row>"
    "<row><cell span='2'/></row><rows><row><cell span='3'/></row></rows>"),
    TABLE("<row><cell/><cell/></row>"),
    "the table has 3 columns, the row fills 2 [C15]"},
    {DIAG_C15, TABLE("<row><cell/><cell down='3' span='2'/></row>"
    "<row><cell/></row><row><cell/></row><row><cell span='3'/></row>"),
    TABLE("<row><cell down='2'/><cell/><cell/></row>"
    "<row><cell span='3'/></row>"),
    "the table has 3 columns, the row fills 4 [C15]"},
};

static void
checks(const char *content, enum diag_code code, const char *says)
{
	struct diag *d = diag_new();
	struct buf b = {0};
	xmlDoc *doc;

	buf_printf(&b, "<pack xmlns='urn:makepack:1'>%s</pack>", content);
	doc = xml_parse(b.data, b.len, "p.xml", d);
	assert_non_null(doc);
	check_pack(doc, d);
	said_one(d, code, says);
	xmlFreeDoc(doc);
	buf_free(&b);
	diag_free(d);
}

static void
rules_pass_what_is_right(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		checks(cases[i].passes, cases[i].code, NULL);
}

static void
rules_find_what_is_wrong(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		checks(cases[i].fails, cases[i].code, cases[i].says);
}

static void
every_rule_has_a_case(void **state)
{
	(void)state;
	for (int code = DIAG_C01; code < DIAG_CODES &&
	    diag_name((enum diag_code)code)[0] == 'C'; code++) {
		size_t i = 0;

		while (i < sizeof(cases) / sizeof(*cases) &&
		    (int)cases[i].code != code)
			i++;
		if (i == sizeof(cases) / sizeof(*cases))
			fail_msg("%s has no case",
			    diag_name((enum diag_code)code));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rules_pass_what_is_right),
	    cmocka_unit_test(rules_find_what_is_wrong),
	    cmocka_unit_test(every_rule_has_a_case),
	};
	int failed;

	xml_init();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	xml_cleanup();
	return failed;
}
