/* derive/: decimals, ratings, scores, budgets, sums. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "derive/decimal.h"
#include "derive/derive.h"
#include "said.h"
#include "xml/node.h"
#include "xml/xml.h"

static struct decimal
dec(const char *text)
{
	struct decimal d;

	if (decimal_read(text, &d) != 0)
		fail_msg("%s is no decimal", text);
	return d;
}

static void
decimals_are_read_and_written(void **state)
{
	static const char *const same[] = {"0", "1", "-1", "702.6", "-0.5",
	    "0.000001", "999999999999999", "-4388.0",
	    "9223372036854775807", "-9223372036854775807"};
	static const char *const wrong[] = {"", "-", ".", "1,5", "1.2.3",
	    "1e3", "0.0000001", "9223372036854775808", " 1", "x", "--1"};
	char text[DECIMAL_TEXT];
	struct decimal d;

	(void)state;
	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++) {
		decimal_write(dec(same[i]), text);
		assert_string_equal(text, same[i]);
	}
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_int_equal(decimal_read(wrong[i], &d), -1);
	decimal_write(dec("+.5"), text);
	assert_string_equal(text, "0.5");
}

static void
sum_is(const char *a, const char *b, const char *sum)
{
	char text[DECIMAL_TEXT];
	struct decimal s;

	if (decimal_add(dec(a), dec(b), &s) != 0) {
		assert_null(sum);
		return;
	}
	decimal_write(s, text);
	assert_string_equal(text, sum);
}

static void
decimals_add_exactly_or_not_at_all(void **state)
{
	(void)state;
	sum_is("0.1", "0.2", "0.3");
	sum_is("5952.8", "-688.2", "5264.6");
	sum_is("1", "0.000001", "1.000001");
	sum_is("-0.5", "0.5", "0.0");
	sum_is("-0.5", "0.2", "-0.3");
	sum_is("9223372036854775807", "1", NULL);
	sum_is("9223372036854775807", "0.1", NULL);
}

static void
decimals_compare_by_value(void **state)
{
	(void)state;
	assert_int_equal(decimal_compare(dec("10"), dec("10.0")), 0);
	assert_int_equal(decimal_compare(dec("99.8"), dec("99.75")), 1);
	assert_int_equal(decimal_compare(dec("-0.5"), dec("-0.25")), -1);
	assert_int_equal(decimal_compare(dec("-0.5"), dec("0.1")), -1);
	assert_int_equal(decimal_compare(dec("9223372036854775807"),
	    dec("0.000001")), 1);
}

/* Derive <x>content</x>; the sink and the document are the caller's. */
static xmlDoc *
derived(const char *content, struct diag *d)
{
	struct buf b = {0};
	xmlDoc *doc;

	buf_printf(&b, "<x xmlns='urn:makepack:1'>%s</x>", content);
	doc = xml_parse(b.data, b.len, "x.xml", d);
	assert_non_null(doc);
	derive_pack(doc, d);
	buf_free(&b);
	return doc;
}

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

/* The first element of that name has this mp: attribute (NULL: has not). */
static void
derives(const char *content, const char *name, const char *ext,
    const char *value)
{
	struct diag *d = diag_new();
	xmlDoc *doc = derived(content, d);
	const char *v = node_ext(element(doc, name, 1), ext);

	said_one(d, DIAG_D01, NULL);
	if (value == NULL ? v != NULL : v == NULL || strcmp(v, value) != 0)
		fail_msg("%s: mp:%s is %s, not %s", content, ext,
		    v ? v : "missing", value ? value : "missing");
	xmlFreeDoc(doc);
	diag_free(d);
}

static void
rated(const char *polarity, const char *value, const char *target,
    const char *floor, const char *rag)
{
	char text[256];

	snprintf(text, sizeof(text), "<indicator polarity='%s' latest='%s' "
	    "target='%s' floor='%s'/>", polarity, value, target, floor);
	derives(text, "indicator", "latest-rag", rag);
}

static void
ratings_include_their_bounds(void **state)
{
	(void)state;
	rated("higher", "85", "85", "80", "green");
	rated("higher", "80", "90", "80", "amber");
	rated("higher", "79.9", "90", "80", "red");
	rated("higher", "99.8", "99.80", "99", "green");
	rated("lower", "10", "10", "15", "green");
	rated("lower", "10", "5", "15", "amber");
	rated("lower", "15.1", "5", "15", "red");
	rated("higher", "100", "100", "100", "green");
	derives("<indicator polarity='higher' latest='1' ytd='79' target='90'"
	    " floor='85'/>", "indicator", "ytd-rag", "red");
	derives("<indicator polarity='higher' latest='1' target='90' "
	    "floor='85'/>", "indicator", "ytd-rag", NULL);
}

static void
measures_lie_in_their_range(void **state)
{
	(void)state;
	derives("<activity><measure ytd='222' lower='190' upper='222'/>"
	    "</activity>", "measure", "range", "Yes");
	derives("<activity><measure ytd='4251' lower='4534' upper='5000'/>"
	    "</activity>", "measure", "range", "Low");
	derives("<activity><measure ytd='752' lower='652' upper='751'/>"
	    "</activity>", "measure", "range", "High");
	derives("<activity><measure ytd='752' upper='751'/></activity>",
	    "measure", "range", "High");
	derives("<activity><measure ytd='752'/></activity>", "measure",
	    "range", NULL);
	derives("<activity><measure lower='1'/></activity>", "measure",
	    "range", NULL);
}

static void
scores_have_bands(void **state)
{
	(void)state;
	derives("<risk><current likelihood='2' impact='3'/></risk>",
	    "current", "score", "6");
	derives("<risk><current likelihood='2' impact='3'/></risk>",
	    "current", "band", "low");
	derives("<risk><target likelihood='2' impact='4'/></risk>", "target",
	    "band", "medium");
	derives("<rating likelihood='3' impact='5'/>", "rating", "band",
	    "medium");
	derives("<rating likelihood='4' impact='4'/>", "rating", "band",
	    "high");
	derives("<rating score='20'/>", "rating", "band", "high");
	derives("<rating/>", "rating", "score", NULL);
	derives("<risk-profile><risk current='16' target='6'/>"
	    "</risk-profile>", "risk", "current-band", "high");
	derives("<risk-profile><risk current='16' target='6'/>"
	    "</risk-profile>", "risk", "target-band", "low");
}

/* The April budget's first group, and its last line. */
#define BUDGET "<budget><group name='Strategic Management'%s>" \
	"<line name='a' staffing='536.3' non-staffing='2437.4' " \
	"internal='-648.2' external='-132.0' grants='-4388.0' net='%s'/>" \
	"<line name='b' staffing='1185.3' non-staffing='126.9' " \
	"internal='-40.0'/>" \
	"<line name='c' staffing='1445.3' non-staffing='221.6' " \
	"external='-42.0'/>" \
	"<line name='d' staffing='395.5' non-staffing='-395.5'/></group>" \
	"<line name='e' staffing='1.25'/><total name='Directorate'/></budget>"

static void
budgets_add_up(void **state)
{
	struct diag *d = diag_new();
	char text[1024];
	xmlDoc *doc;

	(void)state;
	snprintf(text, sizeof(text), BUDGET, "", "-2194.5");
	doc = derived(text, d);
	said_one(d, DIAG_D01, NULL);
	assert_string_equal(node_ext(element(doc, "line", 1), "gross"),
	    "2973.7");
	assert_string_equal(node_ext(element(doc, "line", 1), "net"),
	    "-2194.5");
	assert_string_equal(node_ext(element(doc, "line", 4), "net"), "0.0");
	assert_string_equal(node_attr(element(doc, "line", 5), "name"),
	    "Strategic Management total");
	assert_string_equal(node_attr(element(doc, "line", 5), "kind"),
	    "subtotal");
	assert_string_equal(node_attr(element(doc, "line", 5), "external"),
	    "-174.0");
	assert_string_equal(node_ext(element(doc, "line", 5), "net"), "702.6");
	assert_string_equal(node_attr(element(doc, "line", 7), "kind"),
	    "total");
	assert_string_equal(node_ext(element(doc, "line", 7), "gross"),
	    "5954.05");
	assert_null(node_child(element(doc, "budget", 1), "total"));
	xmlFreeDoc(doc);
	diag_free(d);
}

/* Derive content: exactly one finding that says this. */
static void
finds(const char *content, enum diag_code code, const char *says)
{
	struct diag *d = diag_new();
	xmlDoc *doc = derived(content, d);

	said_one(d, code, says);
	xmlFreeDoc(doc);
	diag_free(d);
}

static void
typed_figures_are_compared(void **state)
{
	char text[1024];

	(void)state;
	snprintf(text, sizeof(text), BUDGET, "", "-2710.7");
	finds(text, DIAG_D01, "x.xml:1: warning: a typed figure is not what "
	    "the figures beside it come to, the computed one is printed: net "
	    "of a: -2710.7 is typed, -2194.5 computed [D01]");
	snprintf(text, sizeof(text), BUDGET, " gross='5952.8' net='700'",
	    "-2194.50");
	finds(text, DIAG_D01, "net of Strategic Management: 700 is typed, "
	    "702.6 computed");
	finds("<budget><line name='a' staffing='1'/><total name='t' "
	    "gross='2'/></budget>", DIAG_D01, "gross of t: 2 is typed");
	finds("<resources><resource name='a' amount='1' unit='gbp'/>"
	    "<net-cost amount='2' unit='gbp'/></resources>", DIAG_D01,
	    "amount of net-cost: 2 is typed, 1 computed");
	finds("<measure><quarter n='1' lower='1' upper='2'/>"
	    "<annual upper='3'/></measure>", DIAG_D01,
	    "upper of annual: 3 is typed, 2 computed");
}

#define MANY "9223372036854775807"

static void
sums_that_cannot_be_made(void **state)
{
	(void)state;
	finds("<budget><line name='a' staffing='" MANY "'/>"
	    "<line name='b' staffing='1'/><total name='t'/></budget>",
	    DIAG_D02, "<line> [D02]");
	finds("<measure><quarter lower='" MANY "'/><quarter lower='1'/>"
	    "<annual/></measure>", DIAG_D02, "<quarter> [D02]");
	finds("<resources><resource name='a' amount='1' unit='gbp'/>"
	    "<resource name='b' amount='1' unit='gbpk'/></resources>",
	    DIAG_D03, "b [D03]");
}

static void
small_sums(void **state)
{
	(void)state;
	derives("<measure><quarter lower='175' upper='200'/><quarter "
	    "lower='185' upper='210'/><annual/></measure>", "annual",
	    "lower", "360");
	derives("<measure><quarter lower='1' upper='2'/><annual sum='no' "
	    "lower='7'/></measure>", "annual", "lower", "7");
	derives("<measure><quarter lower='1' upper='2'/><annual sum='no'/>"
	    "</measure>", "annual", "lower", NULL);
	derives("<measure><annual/></measure>", "annual", "lower", NULL);
}

static void
resources_get_their_net_cost(void **state)
{
	struct diag *d = diag_new();
	xmlDoc *doc = derived("<resources><resource name='a' "
	    "amount='5371200' unit='gbp'/><resource name='b' amount='7840600' "
	    "unit='gbp'/><fte value='1'/></resources>", d);
	const xmlNode *net = element(doc, "net-cost", 1);

	(void)state;
	said_one(d, DIAG_D01, NULL);
	assert_string_equal(node_attr(net, "amount"), "13211800");
	assert_string_equal(node_attr(net, "unit"), "gbp");
	assert_true(node_is(net->next, "fte"));
	xmlFreeDoc(doc);
	diag_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(decimals_are_read_and_written),
	    cmocka_unit_test(decimals_add_exactly_or_not_at_all),
	    cmocka_unit_test(decimals_compare_by_value),
	    cmocka_unit_test(ratings_include_their_bounds),
	    cmocka_unit_test(measures_lie_in_their_range),
	    cmocka_unit_test(scores_have_bands),
	    cmocka_unit_test(budgets_add_up),
	    cmocka_unit_test(typed_figures_are_compared),
	    cmocka_unit_test(sums_that_cannot_be_made),
	    cmocka_unit_test(small_sums),
	    cmocka_unit_test(resources_get_their_net_cost),
	};
	int failed;

	xml_init();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	xml_cleanup();
	return failed;
}
