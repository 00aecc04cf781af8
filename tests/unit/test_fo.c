/* fo/: computed values: inheritance, expressions, compounds, shorthands. */
#include "fo.h"

/* --- computed values -------------------------------------------------- */

static void
values_are_inherited(void **state)
{
	struct fo f = fo_of(DOC("<block font-size='10pt' color='#f00'"
	    " text-align='right' background-color='yellow'>"
	    "<block id='a' font-size='1.5em'/><inline id='b'>x</inline>"
	    "<block id='c' font-size='50%' background-color='inherit'/>"
	    "</block>"));
	const struct fo_node *a = by_id(&f, "a"), *b = by_id(&f, "b");
	int seen;

	(void)state;
	assert_int_equal(fo_len(a, PROP_FONT_SIZE, 0), 15000);
	assert_int_equal(fo_len(b, PROP_FONT_SIZE, 0), 10000);
	assert_int_equal(fo_len(by_id(&f, "c"), PROP_FONT_SIZE, 0), 5000);
	assert_int_equal(fo_color(b, PROP_COLOR, &seen), 0xFF0000);
	assert_int_equal(seen, 1);
	assert_int_equal(fo_kw(b, PROP_TEXT_ALIGN), FO_KW_END);
	fo_color(b, PROP_BACKGROUND_COLOR, &seen);
	assert_int_equal(seen, 0);
	assert_int_equal(fo_color(by_id(&f, "c"), PROP_BACKGROUND_COLOR,
	    &seen), 0xFFFF00);
	assert_int_equal(seen, 1);
	assert_true(fo_specified(a, PROP_FONT_SIZE));
	assert_false(fo_specified(b, PROP_FONT_SIZE));
	assert_ptr_equal(b->child->style, b->style);
	expect(&f, "");
	fo_close(&f);
}

static void
line_height_inherits_a_factor_or_a_length(void **state)
{
	struct fo f = fo_of(DOC(
	    "<block font-size='10pt' line-height='1.5'>"
	    "<block id='factor' font-size='20pt'/></block>"
	    "<block font-size='10pt' line-height='150%'>"
	    "<block id='length' font-size='20pt'/></block>"
	    "<block font-size='10pt' line-height='2em'>"
	    "<block id='em' font-size='20pt'/></block>"
	    "<block id='normal' font-size='10pt'/>"));

	(void)state;
	assert_int_equal(fo_len(by_id(&f, "factor"), PROP_LINE_HEIGHT, 0),
	    30000);
	assert_int_equal(fo_len(by_id(&f, "length"), PROP_LINE_HEIGHT, 0),
	    15000);
	assert_int_equal(fo_len(by_id(&f, "em"), PROP_LINE_HEIGHT, 0), 20000);
	assert_int_equal(fo_len(by_id(&f, "normal"), PROP_LINE_HEIGHT, 0),
	    12000);
	fo_close(&f);
}

/* The value of text-indent="expr" at 10pt, percentages of 1000pt. */
static mpt
indent(const char *expr)
{
	char xml[2048];
	struct fo f;
	mpt m;

	snprintf(xml, sizeof(xml), DOC("<block font-size='10pt' "
	    "start-indent='7pt'><block id='a' text-indent='%s'/></block>"),
	    expr);
	f = fo_of(xml);
	m = diag_count(f.diag, DIAG_F07) > 0 ? FO_AUTO
	    : fo_len(by_id(&f, "a"), PROP_TEXT_INDENT, 1000000);
	fo_close(&f);
	return m;
}

static void
nearest_is_where_it_was_written(void **state)
{
	struct fo f = fo_of(DOC("<block space-before='4pt' color='red'>"
	    "<block><block id='a' space-before='"
	    "from-nearest-specified-value() * 2' text-indent='"
	    "from-nearest-specified-value(space-before)' widows='"
	    "from-nearest-specified-value()'/></block></block>"));
	const struct fo_node *a = by_id(&f, "a");

	(void)state;
	assert_int_equal(fo_space(a, PROP_SPACE_BEFORE, 0).opt, 8000);
	assert_int_equal(fo_len(a, PROP_TEXT_INDENT, 0), 4000);
	assert_int_equal(fo_int(a, PROP_WIDOWS), 2);
	expect(&f, "");
	fo_close(&f);
}

static void
expressions_are_evaluated(void **state)
{
	static const struct {
		const char *expr;
		mpt value;
	} cases[] = {
	    {"3pt", 3000}, {"25.4mm", 72000}, {"2.54cm", 72000},
	    {"1in", 72000}, {"96px", 72000}, {"1.5em", 15000}, {"1pc", 12000},
	    {"-2pt", -2000}, {"+2pt", 2000}, {".5pt", 500}, {"0", 0},
	    {"10%", 100000}, {"10% - 3pt", 97000}, {"2pt + 3 * 4pt", 14000},
	    {"(2pt + 3pt) * 4", 20000}, {"10pt div 4", 2500},
	    {"10pt mod 4pt", 2000}, {"-(1pt - 3pt)", 2000},
	    {"10pt div 4pt * 1pt", 2500}, {"50% div 2", 250000},
	    {"abs(-4pt)", 4000}, {"round(2.5) * 1pt", 3000},
	    {"round(-2.5) * 1pt", -2000}, {"floor(-1.2) * 1pt", -2000},
	    {"ceiling(-1.2) * 1pt", -1000}, {"ceiling(1.2) * 1pt", 2000},
	    {"min(3pt, 2pt)", 2000}, {"max(3pt, 2pt)", 3000},
	    {"min(10%, 20%)", 100000}, {"33.333333%", 333333},
	    {"from-parent(start-indent) + 1pt", 8000},
	    {"inherited-property-value(start-indent)", 7000},
	    {"inherited-property-value()", 0},
	    {"from-parent(font-size) * 2", 20000},
	    {"from-parent(space-before.optimum)", 0}};
	static const char *const bad[] = {"3", "3furlong", "pt", "1pt 2pt",
	    "1pt * 1pt", "1pt + 1", "1pt div 0", "(1pt", "1pt)", "", "nonsense",
	    "min(1pt, 10%)", "from-parent(nonsense)", "body-start()", "#ff0000",
	    "99999999999999999999pt", "900000pt * 900000 * 900000", "1..2pt",
	    "inherited-property-value(space-before)", "1pt mod 0pt",
	    "((((((((((((((((((((((((((((((((((1pt"};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (indent(cases[i].expr) != cases[i].value)
			fail_msg("%s = %lld, not %lld", cases[i].expr,
			    (long long)indent(cases[i].expr),
			    (long long)cases[i].value);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (indent(bad[i]) != FO_AUTO)
			fail_msg("%s was taken", bad[i]);
}

static uint32_t
color(const char *text, int *seen)
{
	char xml[2048];
	struct fo f;
	uint32_t c;

	snprintf(xml, sizeof(xml), DOC("<block color='#123456'>"
	    "<block id='a' background-color='%s'/></block>"), text);
	f = fo_of(xml);
	c = fo_color(by_id(&f, "a"), PROP_BACKGROUND_COLOR, seen);
	expect(&f, "");
	fo_close(&f);
	return c;
}

static void
colours_are_read(void **state)
{
	int seen;

	(void)state;
	assert_int_equal(color("#abc", &seen), 0xAABBCC);
	assert_int_equal(color("#A1b2C3", &seen), 0xA1B2C3);
	assert_int_equal(color("rgb(255, 0, 128)", &seen), 0xFF0080);
	assert_int_equal(color("rgb(100%, 50%, 0%)", &seen), 0xFF8000);
	assert_int_equal(color("teal", &seen), 0x008080);
	assert_int_equal(color("currentcolor", &seen), 0x123456);
	assert_int_equal(seen, 1);
	color("transparent", &seen);
	assert_int_equal(seen, 0);
}

static void
compounds_have_components(void **state)
{
	struct fo f = fo_of(DOC("<block id='a' space-before.optimum='8pt'"
	    " space-before='6pt' space-before.conditionality='retain'"
	    " space-after='10%' space-after.precedence='force'"
	    " keep-together.within-page='always'"
	    " keep-with-next.within-column='7' keep-with-previous='300'"
	    " padding-before='2pt' padding-before.conditionality='retain'"
	    " border-after-width.length='3pt' border-after-style='solid'>"
	    "<leader id='l' leader-length.minimum='1pt'/>"
	    "<block id='b'/></block>"));
	const struct fo_node *a = by_id(&f, "a");
	struct fo_space s = fo_space(a, PROP_SPACE_BEFORE, 0);
	struct fo_range r = fo_range(by_id(&f, "l"), PROP_LEADER_LENGTH, 500);

	(void)state;
	assert_int_equal(s.min, 6000);
	assert_int_equal(s.opt, 8000);
	assert_int_equal(s.max, 6000);
	assert_int_equal(s.retain, 1);
	assert_int_equal(s.precedence, 0);
	s = fo_space(a, PROP_SPACE_AFTER, 50000);
	assert_int_equal(s.opt, 5000);
	assert_int_equal(s.precedence, FO_FORCE);
	assert_int_equal(r.min, 1000);
	assert_int_equal(r.opt, 12000);
	assert_int_equal(r.max, 500);
	assert_int_equal(fo_keep(a, PROP_KEEP_TOGETHER, FO_WITHIN_PAGE),
	    FO_KEEP_ALWAYS);
	assert_int_equal(fo_keep(a, PROP_KEEP_TOGETHER, FO_WITHIN_LINE), 0);
	assert_int_equal(fo_keep(a, PROP_KEEP_WITH_NEXT, FO_WITHIN_PAGE), 7);
	assert_int_equal(fo_keep(a, PROP_KEEP_WITH_PREVIOUS, FO_WITHIN_LINE),
	    254);
	assert_int_equal(fo_keep(by_id(&f, "b"), PROP_KEEP_TOGETHER,
	    FO_WITHIN_PAGE), FO_KEEP_ALWAYS);
	assert_int_equal(fo_padding(a, PROP_PADDING_BEFORE, 0), 2000);
	assert_true(fo_retain(a, PROP_PADDING_BEFORE));
	assert_false(fo_retain(a, PROP_PADDING_AFTER));
	assert_int_equal(fo_border(a, PROP_BORDER_AFTER_WIDTH), 3000);
	assert_int_equal(fo_border(a, PROP_BORDER_BEFORE_WIDTH), 0);
	expect(&f, "");
	fo_close(&f);
}

static void
precise_properties_win_over_shorthands(void **state)
{
	struct fo f = fo_of(DOC("<block id='a'"
	    " border-before-color='blue' border-top='1pt solid'"
	    " border-top-width='4pt' border-style='dashed'"
	    " border-color='red lime' border='2pt double green'"
	    " padding-left='9pt' padding='1pt 2pt 3pt'/>"));
	const struct fo_node *a = by_id(&f, "a");

	(void)state;
	assert_int_equal(fo_border(a, PROP_BORDER_BEFORE_WIDTH), 4000);
	assert_int_equal(fo_border(a, PROP_BORDER_AFTER_WIDTH), 2000);
	assert_int_equal(fo_kw(a, PROP_BORDER_BEFORE_STYLE), FO_KW_SOLID);
	assert_int_equal(fo_kw(a, PROP_BORDER_END_STYLE), FO_KW_DASHED);
	assert_int_equal(fo_color(a, PROP_BORDER_BEFORE_COLOR, NULL), 0xFF);
	assert_int_equal(fo_color(a, PROP_BORDER_AFTER_COLOR, NULL), 0xFF0000);
	assert_int_equal(fo_color(a, PROP_BORDER_START_COLOR, NULL), 0xFF00);
	assert_int_equal(fo_padding(a, PROP_PADDING_BEFORE, 0), 1000);
	assert_int_equal(fo_padding(a, PROP_PADDING_END, 0), 2000);
	assert_int_equal(fo_padding(a, PROP_PADDING_AFTER, 0), 3000);
	assert_int_equal(fo_padding(a, PROP_PADDING_START, 0), 9000);
	expect(&f, "");
	fo_close(&f);
}

static void
other_shorthands_are_expanded(void **state)
{
	struct fo f = fo_of(DOC(
	    "<block id='a' font='italic bold 10pt/120% Big Font, serif'"
	    " background='#eee' white-space='pre' page-break-before='right'"
	    " page-break-inside='avoid' page-break-after='avoid'"
	    " xml:lang='cy-GB'>"
	    "<inline id='b' vertical-align='super'/></block>"
	    "<table><table-body><table-row><table-cell id='c'"
	    " vertical-align='middle'/></table-row></table-body></table>"));
	const struct fo_node *a = by_id(&f, "a");

	(void)state;
	assert_int_equal(fo_kw(a, PROP_FONT_STYLE), FO_KW_ITALIC);
	assert_int_equal(fo_int(a, PROP_FONT_WEIGHT), 700);
	assert_int_equal(fo_len(a, PROP_FONT_SIZE, 0), 10000);
	assert_int_equal(fo_len(a, PROP_LINE_HEIGHT, 0), 12000);
	assert_string_equal(fo_str(a, PROP_FONT_FAMILY), "Big Font, serif");
	assert_int_equal(fo_color(a, PROP_BACKGROUND_COLOR, NULL), 0xEEEEEE);
	assert_int_equal(fo_kw(a, PROP_LINEFEED_TREATMENT), FO_KW_PRESERVE);
	assert_int_equal(fo_kw(a, PROP_WRAP_OPTION), FO_KW_NO_WRAP);
	assert_int_equal(fo_kw(a, PROP_BREAK_BEFORE), FO_KW_ODD_PAGE);
	assert_int_equal(fo_keep(a, PROP_KEEP_TOGETHER, FO_WITHIN_PAGE),
	    FO_KEEP_ALWAYS);
	assert_int_equal(fo_keep(a, PROP_KEEP_TOGETHER, FO_WITHIN_LINE), 0);
	assert_int_equal(fo_keep(a, PROP_KEEP_WITH_NEXT, FO_WITHIN_PAGE),
	    FO_KEEP_ALWAYS);
	assert_string_equal(fo_str(a, PROP_LANGUAGE), "cy");
	assert_string_equal(fo_str(a, PROP_COUNTRY), "GB");
	assert_string_equal(fo_str(a, PROP_XML_LANG), "cy-GB");
	assert_int_equal(fo_len(by_id(&f, "b"), PROP_BASELINE_SHIFT, 0), 3500);
	assert_int_equal(fo_kw(by_id(&f, "c"), PROP_DISPLAY_ALIGN),
	    FO_KW_CENTER);
	expect(&f, "");
	fo_close(&f);
}

static void
margins_become_indents_and_spaces(void **state)
{
	struct fo f = fo_of(DOC("<block start-indent='10pt' end-indent='1pt'>"
	    "<block id='a' margin-left='5pt' padding-left='2pt'"
	    " border-left='1pt solid' margin-right='10%' margin-top='6pt'/>"
	    "<block-container id='b' margin-left='5pt'/>"
	    "<block><external-graphic id='c' src='x.png' margin-left='3pt'/>"
	    "</block></block>"));
	const struct fo_node *a = by_id(&f, "a");

	(void)state;
	assert_int_equal(fo_len(a, PROP_START_INDENT, 0), 18000);
	assert_true(fo_is_percent(a, PROP_END_INDENT));
	assert_int_equal(fo_len(a, PROP_END_INDENT, 200000), 21000);
	assert_int_equal(fo_space(a, PROP_SPACE_BEFORE, 0).opt, 6000);
	assert_true(fo_specified(a, PROP_START_INDENT));
	assert_int_equal(fo_len(by_id(&f, "b"), PROP_START_INDENT, 0), 5000);
	assert_int_equal(fo_space(by_id(&f, "c"), PROP_SPACE_START, 0).opt,
	    3000);
	fo_close(&f);
}

static void
dimensions_correspond(void **state)
{
	struct fo f = fo_of(DOC("<block-container id='a' width='100pt'"
	    " min-width='20pt' block-progression-dimension='50%'/>"));
	const struct fo_node *a = by_id(&f, "a");
	struct fo_range r = fo_range(a, PROP_INLINE_PROGRESSION_DIMENSION, 0);

	(void)state;
	assert_int_equal(r.min, 20000);
	assert_int_equal(r.opt, 100000);
	assert_int_equal(r.max, 100000);
	assert_int_equal(fo_len(a, PROP_HEIGHT, 80000), 40000);
	fo_close(&f);
}

static void
list_functions_meet_between_label_and_body(void **state)
{
	struct fo f = fo_of(DOC("<list-block start-indent='10pt'"
	    " provisional-distance-between-starts='30pt'"
	    " provisional-label-separation='4pt'><list-item>"
	    "<list-item-label id='l' end-indent='label-end()'/>"
	    "<list-item-body id='b' start-indent='body-start()'>"
	    "<block id='p' start-indent='body-start() + 5pt'/>"
	    "</list-item-body></list-item></list-block>"));

	(void)state;
	assert_int_equal(fo_len(by_id(&f, "b"), PROP_START_INDENT, 0), 40000);
	assert_int_equal(fo_len(by_id(&f, "l"), PROP_END_INDENT, 200000),
	    164000);
	assert_int_equal(fo_len(by_id(&f, "p"), PROP_START_INDENT, 0), 45000);
	expect(&f, "");
	fo_close(&f);
}

static void
special_values_are_told_apart(void **state)
{
	struct fo f = fo_of(DOC("<table><table-column id='p'"
	    " column-width='proportional-column-width(1.5)'/>"
	    "<table-column id='w' column-width='2cm'/><table-body>"
	    "<table-cell id='c' number-columns-spanned='0'"
	    " reference-orientation='-90'>"
	    "<block-container id='t' reference-orientation='-90'>"
	    "<block-container id='u'/></block-container>"
	    "<block id='x' font-weight='bolder' letter-spacing='normal'"
	    " font-size='larger' mp:artifact='true' fox:alt-text='it'/>"
	    "</table-cell></table-body></table>"));
	const struct fo_node *x = by_id(&f, "x");

	(void)state;
	assert_int_equal(fo_proportion(by_id(&f, "p"), PROP_COLUMN_WIDTH),
	    1500);
	assert_int_equal(fo_proportion(by_id(&f, "w"), PROP_COLUMN_WIDTH), 0);
	assert_int_equal(fo_len(by_id(&f, "c"), PROP_WIDTH, 0), FO_AUTO);
	assert_int_equal(fo_int(by_id(&f, "c"), PROP_NUMBER_COLUMNS_SPANNED),
	    1);
	assert_int_equal(fo_int(by_id(&f, "t"), PROP_REFERENCE_ORIENTATION),
	    270);
	assert_int_equal(fo_int(by_id(&f, "u"), PROP_REFERENCE_ORIENTATION),
	    0);
	assert_int_equal(fo_int(x, PROP_FONT_WEIGHT), 700);
	assert_int_equal(fo_len(x, PROP_LETTER_SPACING, 0), 0);
	assert_int_equal(fo_len(x, PROP_FONT_SIZE, 0), 14400);
	assert_int_equal(fo_kw(x, PROP_ARTIFACT), FO_KW_TRUE);
	assert_string_equal(fo_str(x, PROP_ALT_TEXT), "it");
	assert_int_equal(fo_int(x->parent->parent->parent->parent->parent,
	    PROP_INITIAL_PAGE_NUMBER), -1);
	assert_int_equal(fo_kw(x, PROP_INITIAL_PAGE_NUMBER), FO_KW_AUTO);
	expect(&f, "");
	fo_close(&f);
}

/* --- size ------------------------------------------------------------- */

static void
styles_are_shared(void **state)
{
	struct buf b = {0};
	struct fo f;

	(void)state;
	buf_puts(&b, ROOT ">" MASTERS "<page-sequence master-reference='page'>"
	    "<flow flow-name='xsl-region-body'>");
	for (int i = 0; i < 15000; i++)
		buf_printf(&b, "<block id='n%d' mp:src='pack.xml#%d'"
		    " space-before='6pt' font-weight='bold'"
		    " keep-together.within-page='always' text-align='justify'>"
		    "<inline color='#123456' padding='1pt'>some text</inline>"
		    "more</block>", i, i);
	buf_puts(&b, "</flow></page-sequence></root>");
	f.arena = arena_new();
	f.diag = diag_new();
	f.doc = xmlReadMemory(b.data, (int)b.len, "large.fo", NULL, 0);
	f.tree = fo_read(f.arena, f.doc, f.diag);
	expect(&f, "");
	assert_ptr_equal(by_id(&f, "n1")->style, by_id(&f, "n14999")->style);
	/* 60,000 nodes */
	assert_true(arena_used(f.arena) < (size_t)15 << 20);
	fo_close(&f);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(values_are_inherited),
	    cmocka_unit_test(line_height_inherits_a_factor_or_a_length),
	    cmocka_unit_test(nearest_is_where_it_was_written),
	    cmocka_unit_test(expressions_are_evaluated),
	    cmocka_unit_test(colours_are_read),
	    cmocka_unit_test(compounds_have_components),
	    cmocka_unit_test(precise_properties_win_over_shorthands),
	    cmocka_unit_test(other_shorthands_are_expanded),
	    cmocka_unit_test(margins_become_indents_and_spaces),
	    cmocka_unit_test(dimensions_correspond),
	    cmocka_unit_test(list_functions_meet_between_label_and_body),
	    cmocka_unit_test(special_values_are_told_apart),
	    cmocka_unit_test(styles_are_shared)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
