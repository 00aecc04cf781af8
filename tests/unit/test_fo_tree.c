/* fo/: reading, the content model, markers, page masters. */
#include "fo.h"

static void
expect_of(const char *xml, const char *codes)
{
	struct fo f = fo_of(xml);

	expect(&f, codes);
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
others_tell_about_the_document_too(void **state)
{
	static const char *const said[] = {
	    ROOT " language='en' country='GB'>" MASTERS "<declarations>"
	    "<xmpmeta xmlns='adobe:ns:meta/'><r:RDF xmlns:r='http://www.w3.org"
	    "/1999/02/22-rdf-syntax-ns#' xmlns:d='http://purl.org/dc/elements"
	    "/1.1/'><r:Description><d:title><r:Alt><r:li>Pack</r:li></r:Alt>"
	    "</d:title><d:creator>Clerk</d:creator></r:Description></r:RDF>"
	    "</xmpmeta></declarations>" FLOW("<block/>") "</root>",
	    ROOT " xml:lang='en-GB'>"
	    "<a:document-info xmlns:a='http://www.antennahouse.com/names/XSL"
	    "/Extensions' name='title' value='Pack'/>"
	    "<r:meta-info xmlns:r='http://www.renderx.com/XSL/Extensions'>"
	    "<r:meta-field name='author' value='Clerk'/></r:meta-info>"
	    "<fox:destination internal-destination='a'/>"
	    MASTERS FLOW("<block id='a'/>") "</root>",
	    ROOT " xml:lang='en-GB'>" MASTERS "<declarations>"
	    "<mp:info author='Clerk'/></declarations>"
	    "<page-sequence master-reference='page'>"
	    "<title> The\n<inline>Pack</inline> </title>"
	    "<flow flow-name='xsl-region-body'/></page-sequence></root>"};

	(void)state;
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
		struct fo f = fo_of(said[i]);

		assert_string_equal(f.tree->title, i < 2 ? "Pack" : "The Pack");
		assert_string_equal(f.tree->author, "Clerk");
		assert_string_equal(f.tree->lang, "en-GB");
		expect(&f, "");
		fo_close(&f);
	}
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
	    {"F06", DOC("<block background-image='url(a.png)'/>")},
	    {"F06", DOC("<block text-depth='use-font-metrics 1pt'/>")},
	    {"", DOC("<block background-image='none' z-index='0'"
	        " letter-value='alphabetic' script='Latn'/>")},
	    {"", DOC("<block volume='50' cue='x' x:any='y'/>")},
	    {"F07", DOC("<block text-align='solid'/>")},
	    {"F07", DOC("<block color='reddish'/>")},
	    {"F07", DOC("<block padding='-1pt'/>")},
	    {"F07", DOC("<block border-width='10%'/>")},
	    {"F07", DOC("<block border='1pt solid plaid'/>")},
	    {"F07", DOC("<block font='bold'/>")},
	    {"F07", DOC("<block writing-mode='rl-tb'/>")},
	    {"F07", DOC("<block vertical-align='top'/>")},
	    {"F07", DOC("<block margin='1pt 2pt 3pt 4pt 5pt'/>")},
	    {"F07", DOC("<block reference-orientation='45'/>")},
	    {"F07", DOC("<block background='url(x.png) no-repeat'/>")},
	    {"F07", DOC("<block page-break-inside='always'/>")},
	    {"F08", DOC("<block><external-graphic/></block>")},
	    {"F08", DOC("<block><basic-link>x</basic-link></block>")},
	    {"F09", DOC("<block id='a'/><block id='a'/>")},
	    {"F10", DOC("<block><page-number-citation ref-id='a'/></block>")},
	    {"F10", DOC("<block><basic-link internal-destination='a'/>"
	        "</block>")},
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
	struct fo f = fo_of(DOC("\n<float><block>lost\n words</block>"
	    "</float>"));
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
	    {"I", 2944, "MMCMXLIV"}, {"a", 27, "aa"}, {"A", 26, "Z"},
	    {"(1)", 12, "(12)"}, {"i", 4000, "4000"}, {"A", 0, "0"},
	    {"-a-", 2147483647, "-fxshrxw-"}, {"", 3, "3"}, {"1", -5, "-5"}};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(fo_number_format(a, cases[i].format,
		    cases[i].number), cases[i].text);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sources_come_from_the_author),
	    cmocka_unit_test(text_is_kept_where_it_may_stand),
	    cmocka_unit_test(loose_text_gets_a_block),
	    cmocka_unit_test(declarations_tell_about_the_document),
	    cmocka_unit_test(others_tell_about_the_document_too),
	    cmocka_unit_test(pictures_are_serialised),
	    cmocka_unit_test(findings_name_what_is_wrong),
	    cmocka_unit_test(left_out_text_is_quoted),
	    cmocka_unit_test(nesting_is_bounded),
	    cmocka_unit_test(incomplete_objects_are_mended),
	    cmocka_unit_test(grafts_inherit_from_their_new_place),
	    cmocka_unit_test(regions_lie_on_the_sheet),
	    cmocka_unit_test(alternatives_are_chosen_by_page),
	    cmocka_unit_test(specifiers_follow_each_other),
	    cmocka_unit_test(page_numbers_are_formatted)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
