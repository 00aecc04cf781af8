/* fo/: objects, computed properties, the content model, page masters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libxml/parser.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "fo/master.h"
#include "fo/read.h"

#define ROOT \
	"<root xmlns='http://www.w3.org/1999/XSL/Format'" \
	" xmlns:mp='urn:makepack:ext:1' xmlns:x='urn:x'" \
	" xmlns:fox='http://xmlgraphics.apache.org/fop/extensions'"
#define MASTERS \
	"<layout-master-set><simple-page-master master-name='page'" \
	" page-width='200mm' page-height='100mm' margin='10mm'>" \
	"<region-body margin-top='5mm'/><region-before extent='5mm'/>" \
	"</simple-page-master></layout-master-set>"
#define FLOW(content) \
	"<page-sequence master-reference='page'>" \
	"<flow flow-name='xsl-region-body'>" content "</flow></page-sequence>"
#define DOC(content) ROOT ">" MASTERS FLOW(content) "</root>"

struct fo {
	struct arena *arena;
	struct diag *diag;
	xmlDoc *doc;
	struct fo_tree *tree;
};

static struct fo
fo_of(const char *xml)
{
	struct fo f = {.arena = arena_new(), .diag = diag_new()};

	f.doc = xmlReadMemory(xml, (int)strlen(xml), "test.fo", NULL,
	    XML_PARSE_NONET);
	assert_non_null(f.doc);
	f.tree = fo_read(f.arena, f.doc, f.diag);
	return f;
}

static void
fo_close(struct fo *f)
{
	arena_free(f->arena);
	diag_free(f->diag);
	xmlFreeDoc(f->doc);
}

static const struct fo_node *
by_id(const struct fo *f, const char *id)
{
	const struct fo_node *n = map_find(f->tree->ids, id);

	assert_non_null(n);
	return n;
}

/* Exactly these codes, each once or more, in the order of diag.def. */
static void
expect(const struct fo *f, const char *codes)
{
	struct buf got = {0};

	buf_puts(&got, "");
	for (int i = 0; i < DIAG_CODES; i++)
		if (diag_count(f->diag, (enum diag_code)i) > 0)
			buf_printf(&got, "%s%s", got.len > 0 ? " " : "",
			    diag_name((enum diag_code)i));
	if (strcmp(got.data, codes) != 0)
		diag_print(f->diag, stderr);
	assert_string_equal(got.data, codes);
	buf_free(&got);
}

static void
expect_of(const char *xml, const char *codes)
{
	struct fo f = fo_of(xml);

	expect(&f, codes);
	fo_close(&f);
}

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
	    "((((((((((((((((((((((((((((((((((((((1pt))))))))))))))))))))))))"};

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

/* --- reading ---------------------------------------------------------- */

static void
sources_come_from_the_author(void **state)
{
	struct fo f = fo_of(DOC("<block id='a' mp:src='a4.xml#17'>"
	    "<inline id='b'>x</inline></block>\n<block id='c' x:y='z'/>"));

	(void)state;
	assert_string_equal(by_id(&f, "a")->src.file, "a4.xml");
	assert_int_equal(by_id(&f, "a")->src.line, 17);
	assert_int_equal(by_id(&f, "b")->src.line, 17);
	assert_string_equal(by_id(&f, "c")->src.file, "test.fo");
	assert_int_equal(by_id(&f, "c")->src.line, 2);
	expect(&f, "");
	fo_close(&f);
}

static void
text_is_kept_where_it_may_stand(void **state)
{
	struct fo f = fo_of(DOC(" <block id='a'> x <![CDATA[<y>]]> </block> "
	    "<list-block> <list-item> <list-item-label id='l'> "
	    "</list-item-label> <list-item-body/> </list-item></list-block>"));
	const struct fo_node *a = by_id(&f, "a");

	(void)state;
	assert_int_equal(a->child->type, FO_TEXT);
	assert_int_equal(a->child->len, 3);
	assert_string_equal(a->child->next->text, "<y>");
	assert_ptr_equal(a->parent->child, a);
	assert_null(by_id(&f, "l")->child);
	assert_int_equal(a->next->type, FO_LIST_BLOCK);
	assert_null(a->next->next);
	expect(&f, "");
	fo_close(&f);
}

static void
loose_text_gets_a_block(void **state)
{
	struct fo f = fo_of(DOC("<block-container id='a' padding='2pt'"
	    " color='red'>loose <inline>text</inline> here<block/>"
	    "</block-container>"));
	const struct fo_node *a = by_id(&f, "a"), *b = a->child;

	(void)state;
	assert_int_equal(b->type, FO_BLOCK);
	assert_int_equal(b->child->next->type, FO_INLINE);
	assert_string_equal(b->last->text, " here");
	assert_int_equal(fo_color(b, PROP_COLOR, NULL), 0xFF0000);
	assert_int_equal(fo_padding(b, PROP_PADDING_BEFORE, 0), 0);
	assert_int_equal(b->next->type, FO_BLOCK);
	assert_int_equal(diag_count(f.diag, DIAG_F04), 1);
	fo_close(&f);
}

static void
declarations_tell_about_the_document(void **state)
{
	struct fo f = fo_of(ROOT ">" MASTERS "<declarations>"
	    "<mp:info title='Pack' lang='en-GB' date='2015-04-22'/>"
	    "<x:other/></declarations>" FLOW("<block/>") "</root>");

	(void)state;
	assert_string_equal(f.tree->title, "Pack");
	assert_string_equal(f.tree->lang, "en-GB");
	assert_string_equal(f.tree->date, "2015-04-22");
	assert_null(f.tree->author);
	expect(&f, "");
	fo_close(&f);
}

static void
pictures_are_serialised(void **state)
{
	struct fo f = fo_of(DOC("<block><instream-foreign-object id='a'> "
	    "<x:svg x:w='1'><x:g/></x:svg></instream-foreign-object>"
	    "</block>"));
	const struct fo_node *a = by_id(&f, "a");

	(void)state;
	assert_non_null(strstr(a->svg, "<x:svg xmlns:x=\"urn:x\" x:w=\"1\">"));
	assert_int_equal(strlen(a->svg), a->svg_len);
	expect(&f, "");
	fo_close(&f);
}

static void
findings_name_what_is_wrong(void **state)
{
	static const struct {
		const char *codes, *xml;
	} cases[] = {
	    {"F01", "<html/>"},
	    {"F01", "<root xmlns='urn:x'/>"},
	    {"F02", DOC("<float><block>lost words</block></float>")},
	    {"F03", DOC("<table-row><table-cell/></table-row>")},
	    {"F03", DOC("<block><marker marker-class-name='a'>"
	        "<marker marker-class-name='b'/></marker></block>")},
	    {"F03", DOC("<retrieve-marker retrieve-class-name='a'/>")},
	    {"F03", DOC("<block><leader><block/></leader></block>")},
	    {"F03", DOC("<table><table-header/><table-header/><table-body/>"
	        "</table>")},
	    {"F04", DOC("words")},
	    {"F04", DOC("<wrapper>words</wrapper>")},
	    {"F05", DOC("<list-block>words<list-item><list-item-label/>"
	        "<list-item-body/></list-item></list-block>")},
	    {"F05", DOC("<block><page-number>7</page-number></block>")},
	    {"F06", DOC("<block colour='red'/>")},
	    {"F06", DOC("<block mp:colour='red'/>")},
	    {"F06", DOC("<block border-before='1pt'/>")},
	    {"", DOC("<block volume='50' cue='x' x:any='y'/>")},
	    {"F07", DOC("<block text-align='solid'/>")},
	    {"F07", DOC("<block color='reddish'/>")},
	    {"F07", DOC("<block padding='-1pt'/>")},
	    {"F07", DOC("<block border-width='10%'/>")},
	    {"F07", DOC("<block border='1pt solid plaid'/>")},
	    {"F07", DOC("<block font='bold'/>")},
	    {"F07", DOC("<block writing-mode='rl-tb'/>")},
	    {"F07", DOC("<block vertical-align='middle'/>")},
	    {"F07", DOC("<block margin='1pt 2pt 3pt 4pt 5pt'/>")},
	    {"F07", DOC("<block reference-orientation='45'/>")},
	    {"F07", DOC("<block background='url(x.png) no-repeat'/>")},
	    {"F07", DOC("<block page-break-inside='always'/>")},
	    {"F08", DOC("<block><external-graphic/></block>")},
	    {"F08", DOC("<block><basic-link>x</basic-link></block>")},
	    {"F09", DOC("<block id='a'/><block id='a'/>")},
	    {"F10", DOC("<block><page-number-citation ref-id='a'/></block>")},
	    {"F10", DOC("<block><basic-link internal-destination='a'/></block>")},
	    {"F11", ROOT ">" MASTERS "<page-sequence master-reference='other'>"
	        "<flow flow-name='xsl-region-body'/></page-sequence></root>"},
	    {"F12", ROOT ">" MASTERS "<page-sequence master-reference='page'>"
	        "<flow flow-name='xsl-region-before'/></page-sequence></root>"},
	    {"F15", ROOT ">" MASTERS "<page-sequence master-reference='page'/>"
	        "</root>"},
	    {"F15", DOC("<list-block><list-item><list-item-body/></list-item>"
	        "</list-block>")},
	    {"F15", DOC("<table><table-column/></table>")},
	    {"F16", DOC("<table><table-body/><table-column/></table>")},
	    {"F16", DOC("<block>x<marker marker-class-name='a'/></block>")},
	    {"F17", ROOT "><layout-master-set>"
	        "<simple-page-master master-name='a'><region-body/>"
	        "</simple-page-master><simple-page-master master-name='a'>"
	        "<region-body/></simple-page-master></layout-master-set>"
	        "<page-sequence master-reference='a'>"
	        "<flow flow-name='xsl-region-body'/></page-sequence></root>"},
	    {"F18", DOC("<x:para>missed by a template</x:para>")},
	    {"F19", ROOT ">" MASTERS "<page-sequence master-reference='page'>"
	        "<static-content flow-name='xsl-region-end'/>"
	        "<flow flow-name='xsl-region-body'/></page-sequence></root>"},
	    {"F11 F15 F20", ROOT "><layout-master-set><simple-page-master "
	        "master-name='a' margin='150mm'><region-body/>"
	        "</simple-page-master></layout-master-set>"
	        "<page-sequence master-reference='a'>"
	        "<flow flow-name='xsl-region-body'/></page-sequence></root>"}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		expect_of(cases[i].xml, cases[i].codes);
}

static void
left_out_text_is_quoted(void **state)
{
	struct fo f = fo_of(DOC("\n<float><block>lost\n words</block></float>"));
	char *out = NULL;
	size_t size = 0;
	FILE *to = open_memstream(&out, &size);

	(void)state;
	diag_print(f.diag, to);
	fclose(to);
	assert_non_null(strstr(out, "test.fo:2: error: "));
	assert_non_null(strstr(out, "float in fo:flow with \"lost words\""));
	free(out);
	fo_close(&f);
}

static void
nesting_is_bounded(void **state)
{
	struct buf b = {0};
	struct fo f;

	(void)state;
	buf_puts(&b, ROOT ">" MASTERS "<page-sequence master-reference='page'>"
	    "<flow flow-name='xsl-region-body'>");
	for (int i = 0; i < 254; i++)
		buf_puts(&b, "<block>");
	buf_puts(&b, "deep");
	for (int i = 0; i < 254; i++)
		buf_puts(&b, "</block>");
	buf_puts(&b, "</flow></page-sequence></root>");
	f.arena = arena_new();
	f.diag = diag_new();
	f.doc = xmlReadMemory(b.data, (int)b.len, "deep.fo", NULL,
	    XML_PARSE_HUGE);
	f.tree = fo_read(f.arena, f.doc, f.diag);
	expect(&f, "F13");
	fo_close(&f);
	buf_free(&b);
}

static void
incomplete_objects_are_mended(void **state)
{
	struct fo f = fo_of(ROOT "><layout-master-set>"
	    "<simple-page-master master-name='bare'/>"
	    "<simple-page-master master-name='page'><region-body/>"
	    "</simple-page-master><page-sequence-master master-name='s'>"
	    "<single-page-master-reference master-reference='bare'/>"
	    "</page-sequence-master></layout-master-set>"
	    "<page-sequence id='q' master-reference='s'><flow"
	    " flow-name='xsl-region-body'><list-block><list-item id='i'>"
	    "<list-item-body/></list-item></list-block></flow>"
	    "</page-sequence></root>");
	const struct fo_node *i = by_id(&f, "i");
	struct fo_master_state st = {0};
	const struct fo_page_master *m = fo_master_next(f.tree, f.arena,
	    by_id(&f, "q"), (struct fo_page_query){0}, &st, f.diag);

	(void)state;
	assert_int_equal(i->child->type, FO_LIST_ITEM_LABEL);
	assert_int_equal(i->child->next->type, FO_LIST_ITEM_BODY);
	assert_ptr_equal(i->last, i->child->next);
	assert_string_equal(m->name, "page");
	assert_null(map_find(f.tree->masters, "bare"));
	expect(&f, "F11 F15");
	fo_close(&f);
}

/* --- markers ---------------------------------------------------------- */

static void
grafts_inherit_from_their_new_place(void **state)
{
	struct fo f = fo_of(ROOT ">" MASTERS
	    "<page-sequence master-reference='page'>"
	    "<static-content flow-name='xsl-region-before'>"
	    "<block font-size='20pt'><retrieve-marker id='at'"
	    " retrieve-class-name='m'/></block></static-content>"
	    "<flow flow-name='xsl-region-body'><block font-size='8pt'>"
	    "<marker id='m' marker-class-name='m'>"
	    "<inline font-size='50%' color='red' id='i'>head</inline>"
	    "</marker></block></flow></page-sequence></root>");
	const struct fo_node *m = by_id(&f, "m");
	struct fo_node *g = fo_graft(f.arena, f.tree, m, by_id(&f, "at"),
	    f.diag);

	(void)state;
	assert_int_equal(fo_len(m->child, PROP_FONT_SIZE, 0), 4000);
	assert_int_equal(fo_len(g, PROP_FONT_SIZE, 0), 20000);
	assert_int_equal(fo_len(g->child, PROP_FONT_SIZE, 0), 10000);
	assert_int_equal(fo_color(g->child, PROP_COLOR, NULL), 0xFF0000);
	assert_string_equal(g->child->child->text, "head");
	assert_ptr_equal(g->parent, by_id(&f, "at"));
	assert_null(g->child->id);
	assert_ptr_equal(g->child->parent, g);
	expect(&f, "");
	fo_close(&f);
}

/* --- page masters ----------------------------------------------------- */

static void
assert_region(const struct fo_region *r, mpt x, mpt y, mpt w, mpt h)
{
	assert_int_equal(r->x, x);
	assert_int_equal(r->y, y);
	assert_int_equal(r->w, w);
	assert_int_equal(r->h, h);
}

#define REGIONS \
	"<region-body margin='20pt 15pt 30pt 10pt' padding='1pt'/>" \
	"<region-before extent='20pt' precedence='true'/>" \
	"<region-after extent='30pt'/><region-start extent='10pt'/>" \
	"<region-end extent='15pt' reference-orientation='90'/>"

static void
regions_lie_on_the_sheet(void **state)
{
	struct fo f = fo_of(ROOT "><layout-master-set><simple-page-master"
	    " id='m' master-name='page' page-width='300pt' page-height='500pt'"
	    " margin='5pt 6pt 7pt 8pt'>" REGIONS "</simple-page-master>"
	    "<simple-page-master id='t' master-name='turned' size='300pt 500pt'"
	    " reference-orientation='90'>" REGIONS "</simple-page-master>"
	    "</layout-master-set>" FLOW("<block/>") "</root>");
	struct fo_page_master m;

	(void)state;
	fo_master_measure(by_id(&f, "m"), &m);
	/* 300 - 6 - 8 = 286 by 500 - 5 - 7 = 488 at 8, 5 */
	assert_region(&m.region[FO_BODY], 19000, 26000, 259000, 436000);
	assert_region(&m.region[FO_BEFORE], 8000, 5000, 286000, 20000);
	assert_region(&m.region[FO_AFTER], 18000, 463000, 261000, 30000);
	assert_region(&m.region[FO_START], 8000, 25000, 10000, 468000);
	assert_region(&m.region[FO_END], 279000, 25000, 15000, 468000);
	assert_int_equal(m.region[FO_END].turn, 90);
	assert_string_equal(m.region[FO_END].name, "xsl-region-end");
	/* Turned: 500 wide, 300 high; its top is the sheet's left edge. */
	fo_master_measure(by_id(&f, "t"), &m);
	assert_int_equal(m.turn, 90);
	assert_region(&m.region[FO_BEFORE], 0, 0, 20000, 500000);
	assert_region(&m.region[FO_BODY], 21000, 16000, 248000, 473000);
	assert_region(&m.region[FO_START], 20000, 490000, 280000, 10000);
	assert_int_equal(m.region[FO_END].turn, 180);
	fo_close(&f);
}

#define SIMPLE(name, margin) \
	"<simple-page-master master-name='" name "'>" \
	"<region-body margin='" margin "'/></simple-page-master>"
#define WHEN(name, condition) \
	"<conditional-page-master-reference master-reference='" name "' " \
	condition "/>"

static const char *
next_master(struct fo *f, struct fo_master_state *st, struct fo_page_query q)
{
	return fo_master_next(f->tree, f->arena, by_id(f, "q"), q, st,
	    f->diag)->name;
}

static struct fo
fo_of_masters(const char *masters)
{
	char xml[4096];

	snprintf(xml, sizeof(xml), ROOT "><layout-master-set>"
	    SIMPLE("first", "1pt") SIMPLE("odd", "2pt") SIMPLE("even", "2pt")
	    SIMPLE("blank", "3pt") SIMPLE("last", "4pt")
	    "<page-sequence-master master-name='s'>%s</page-sequence-master>"
	    "</layout-master-set><page-sequence id='q' master-reference='s'>"
	    "<flow flow-name='xsl-region-body'/></page-sequence></root>",
	    masters);
	return fo_of(xml);
}

static void
alternatives_are_chosen_by_page(void **state)
{
	struct fo f = fo_of_masters("<repeatable-page-master-alternatives>"
	    WHEN("blank", "blank-or-not-blank='blank'")
	    WHEN("first", "page-position='first'")
	    WHEN("last", "page-position='last'")
	    WHEN("odd", "odd-or-even='odd'") WHEN("even", "odd-or-even='even'")
	    "</repeatable-page-master-alternatives>");
	struct fo_master_state st = {0};

	(void)state;
	assert_string_equal(next_master(&f, &st,
	    (struct fo_page_query){.odd = 1}), "first");
	assert_string_equal(next_master(&f, &st,
	    (struct fo_page_query){.index = 1}), "even");
	assert_string_equal(next_master(&f, &st,
	    (struct fo_page_query){.index = 2, .odd = 1}), "odd");
	assert_string_equal(next_master(&f, &st,
	    (struct fo_page_query){.index = 3, .last = 1}), "last");
	assert_string_equal(next_master(&f, &st,
	    (struct fo_page_query){.index = 4, .blank = 1}), "blank");
	assert_int_equal(fo_master_parity(f.tree, by_id(&f, "q")), 0);
	expect(&f, "");
	fo_close(&f);
}

static void
specifiers_follow_each_other(void **state)
{
	struct fo f = fo_of_masters(
	    "<single-page-master-reference master-reference='first'/>"
	    "<repeatable-page-master-reference master-reference='odd'"
	    " maximum-repeats='2'/>"
	    "<repeatable-page-master-alternatives maximum-repeats='1'>"
	    WHEN("odd", "odd-or-even='odd'") WHEN("last", "")
	    "</repeatable-page-master-alternatives>");
	static const char *const names[] = {"first", "odd", "odd", "last",
	    "last"};
	struct fo_master_state st = {0};

	(void)state;
	for (int i = 0; i < 5; i++)
		assert_string_equal(next_master(&f, &st,
		    (struct fo_page_query){.index = i}), names[i]);
	assert_int_equal(fo_master_parity(f.tree, by_id(&f, "q")), 1);
	expect(&f, "F14");
	fo_close(&f);
}

static void
page_numbers_are_formatted(void **state)
{
	static const struct {
		const char *format;
		int number;
		const char *text;
	} cases[] = {{"1", 7, "7"}, {"001", 7, "007"}, {"i", 1994, "mcmxciv"},
	    {"I", 3888, "MMMDCCCLXXXVIII"}, {"a", 27, "aa"}, {"A", 26, "Z"},
	    {"(1)", 12, "(12)"}, {"i", 4000, "4000"}, {"A", 0, "0"},
	    {"-a-", 2147483647, "-fxshrxw-"}, {"", 3, "3"}, {"1", -5, "-5"}};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(fo_number_format(a, cases[i].format,
		    cases[i].number), cases[i].text);
	arena_free(a);
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
	    cmocka_unit_test(expressions_are_evaluated),
	    cmocka_unit_test(colours_are_read),
	    cmocka_unit_test(compounds_have_components),
	    cmocka_unit_test(precise_properties_win_over_shorthands),
	    cmocka_unit_test(other_shorthands_are_expanded),
	    cmocka_unit_test(margins_become_indents_and_spaces),
	    cmocka_unit_test(dimensions_correspond),
	    cmocka_unit_test(list_functions_meet_between_label_and_body),
	    cmocka_unit_test(special_values_are_told_apart),
	    cmocka_unit_test(sources_come_from_the_author),
	    cmocka_unit_test(text_is_kept_where_it_may_stand),
	    cmocka_unit_test(loose_text_gets_a_block),
	    cmocka_unit_test(declarations_tell_about_the_document),
	    cmocka_unit_test(pictures_are_serialised),
	    cmocka_unit_test(findings_name_what_is_wrong),
	    cmocka_unit_test(left_out_text_is_quoted),
	    cmocka_unit_test(nesting_is_bounded),
	    cmocka_unit_test(incomplete_objects_are_mended),
	    cmocka_unit_test(grafts_inherit_from_their_new_place),
	    cmocka_unit_test(regions_lie_on_the_sheet),
	    cmocka_unit_test(alternatives_are_chosen_by_page),
	    cmocka_unit_test(specifiers_follow_each_other),
	    cmocka_unit_test(page_numbers_are_formatted),
	    cmocka_unit_test(styles_are_shared)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
