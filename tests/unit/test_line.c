/* Paragraphs: where lines end, where their content stands. */
#include "lines.h"

#define SHY "\xc2\xad"
#define NBSP "\xc2\xa0"

/* Stands in for layout's: a square of the height asked for. */
struct area *
graphic_area(struct layout *l, const struct fo_node *n, mpt measure)
{
	struct area *a = area_new(l->arena, AREA_IMAGE, n->src);

	a->w = fo_len(n, PROP_CONTENT_WIDTH, measure);
	a->h = fo_len(n, PROP_CONTENT_HEIGHT, measure);
	return a;
}

/* Set block at width points in squares; text is what lines_text gives. */
static void
lines_are(void **state, const char *block, int pt, const char *text)
{
	struct lines s = lines_read(*state, block, 0);

	lines_set(&s, pt * MPT_PT);
	assert_string_equal(lines_text(&s), text);
	assert_int_equal(diag_worst(s.diag), DIAG_OK);
	lines_free(&s);
}

static void
places_are(void **state, const char *block, int pt, size_t line,
    const char *places)
{
	struct lines s = lines_read(*state, block, 0);

	lines_set(&s, pt * MPT_PT);
	assert_true(line < s.n);
	assert_string_equal(lines_places(&s, line), places);
	lines_free(&s);
}

/* --- where lines end --------------------------------------------------- */

static void
test_first_fit(void **state)
{
	lines_are(state, "<block>See the report</block>", 100,
	    "See the |report");
	lines_are(state, "<block>See the report</block>", 70,
	    "See the |report");
	lines_are(state, "<block>See the report</block>", 69,
	    "See |the |report");
	lines_are(state, "<block>See the report</block>", 140,
	    "See the report");
	lines_are(state, "<block>well-known fact</block>", 60,
	    "well-|known |fact");
	lines_are(state, "<block>a<inline font-weight='bold'>b</inline>c d"
	    "</block>", 40, "abc |d");
}

static void
test_soft_hyphen(void **state)
{
	lines_are(state, "<block>imple" SHY "men" SHY "tation</block>", 90,
	    "implemen" SHY "|tation");
	lines_are(state, "<block>imple" SHY "men" SHY "tation</block>", 80,
	    "imple" SHY "|men" SHY "|tation");
	lines_are(state, "<block>imple" SHY "men" SHY "tation</block>", 140,
	    "implementation");
	places_are(state, "<block>ab" SHY "cdef</block>", 40, 0,
	    "0:ab" SHY);
}

static void
test_zero_width_and_no_break_space(void **state)
{
	lines_are(state, "<block>abc&#x200b;def</block>", 40, "abc|def");
	lines_are(state, "<block>abc&#x200b;def</block>", 60, "abcdef");
	lines_are(state, "<block>a b" NBSP "c</block>", 40,
	    "a |b" NBSP "c");
}

static void
test_no_wrap_and_keep(void **state)
{
	lines_are(state, "<block>a <inline wrap-option='no-wrap'>b c</inline>"
	    " d</block>", 40, "a |b c |d");
	lines_are(state, "<block>a <inline keep-together.within-line='always'>"
	    "b c</inline> d</block>", 40, "a |b c |d");
}

static void
test_address(void **state)
{
	lines_are(state, "<block>See www.kent.gov.uk/council now</block>", 120,
	    "See www.|kent.gov.uk/|council now");
	lines_are(state, "<block>At someone.else@kent.gov.uk</block>", 150,
	    "At someone.|else@kent.gov.|uk");
	lines_are(state, "<block>a_long_name_of_it</block>", 80,
	    "a_long_|name_of_|it");
}

static void
test_emergency(void **state)
{
	struct lines s = lines_read(*state, "<block>so incomprehensibilities "
	    "go</block>", 0);

	lines_set(&s, 80000);
	assert_string_equal(lines_text(&s), "so |incompre|hensibil|ities go");
	assert_int_equal(diag_count(s.diag, DIAG_L03), 1);
	lines_free(&s);
	s = lines_read(*state, "<block>ab</block>", 0);
	lines_set(&s, 5000);
	assert_string_equal(lines_text(&s), "a|b");
	lines_free(&s);
	s = lines_read(*state, "<block>1,234,567.89</block>", 0);
	lines_set(&s, 100000);
	assert_string_equal(lines_text(&s), "1,234,567.|89");
	assert_int_equal(diag_count(s.diag, DIAG_L03), 1);
	lines_free(&s);
	s = lines_read(*state, "<block>Plan" NBSP "for" NBSP "<inline>2015"
	    "</inline></block>", 0);
	lines_set(&s, 100000);
	assert_string_equal(lines_text(&s), "Plan" NBSP "for" NBSP "|2015");
	assert_int_equal(diag_count(s.diag, DIAG_L03), 1);
	lines_free(&s);
}

static void
test_too_wide(void **state)
{
	struct lines s = lines_read(*state, "<block wrap-option='no-wrap'>"
	    "one two</block>", 0);

	lines_set(&s, 30000);
	assert_string_equal(lines_text(&s), "one two");
	assert_int_equal(diag_count(s.diag, DIAG_L04), 1);
	lines_free(&s);
	s = lines_read(*state, "<block>a <external-graphic src='x.png' "
	    "content-width='90pt' content-height='20pt'/> b</block>", 0);
	lines_set(&s, 50000);
	assert_int_equal(s.n, 3);
	assert_int_equal(diag_count(s.diag, DIAG_L04), 1);
	lines_free(&s);
}

/* --- white space and case ---------------------------------------------- */

static void
test_white_space(void **state)
{
	lines_are(state, "<block>\n  a \t\n b  </block>", 90, "a b");
	lines_are(state, "<block>a <inline> b </inline> c</block>", 90,
	    "a b c");
	lines_are(state, "<block linefeed-treatment='preserve'>a \n b\n\nc\n"
	    "</block>", 90, "a|b||c");
	lines_are(state, "<block linefeed-treatment='preserve' "
	    "white-space-collapse='false' white-space-treatment='preserve'>"
	    "a  b\n  c</block>", 90, "a  b|  c");
	lines_are(state, "<block linefeed-treatment='ignore'>a\nb</block>",
	    90, "ab");
	lines_are(state, "<block linefeed-treatment='treat-as-zero-width-"
	    "space'>aaa\nbbb</block>", 40, "aaa|bbb");
	lines_are(state, "<block white-space-treatment='ignore'>a b\nc"
	    "</block>", 90, "ab c");
	lines_are(state, "<block>  \n </block>", 90, "");
	lines_are(state, "<block>a&#x2028;b</block>", 90, "a|b");
}

static void
test_case(void **state)
{
	lines_are(state, "<block text-transform='uppercase'>item a4</block>",
	    90, "ITEM A4");
	lines_are(state, "<block text-transform='capitalize'>the "
	    "<inline>cl</inline>erk's</block>", 200, "The Clerk's");
	lines_are(state, "<block text-transform='lowercase'>ABC<character "
	    "character='D'/></block>", 90, "abcd");
}

/* --- alignment --------------------------------------------------------- */

static void
test_alignment(void **state)
{
	places_are(state, "<block text-align='end'>ab cd</block>", 45, 0,
	    "25:ab ");
	places_are(state, "<block text-align='center'>ab cd</block>", 40, 1,
	    "10:cd");
	places_are(state, "<block text-align='justify'>a b c dd</block>", 64,
	    0, "0:a b c ");
	places_are(state, "<block text-indent='20pt'>ab cd</block>", 40, 0,
	    "0:ab ");
	places_are(state, "<block text-align='end' last-line-end-indent="
	    "'10pt'>ab cd</block>", 40, 1, "10:cd");
	places_are(state, "<block text-align-last='end'>ab cd</block>", 40, 1,
	    "20:cd");
}

static mpt
space_advance(const struct line *line, size_t n)
{
	const struct area_text *t = line->area->child->u.text;

	for (size_t i = 0; i < t->bytes; i++)
		if (t->text[i] == ' ' && n-- == 0)
			return t->glyph[i].advance;
	return -1;
}

static void
test_justify(void **state)
{
	struct lines s = lines_read(*state, "<block text-align='justify'>"
	    "a b c dddd e f</block>", 0);

	lines_set(&s, 65003);
	assert_string_equal(lines_text(&s), "a b c |dddd e |f");
	assert_int_equal(space_advance(&s.line[0], 0), 17501);
	assert_int_equal(space_advance(&s.line[0], 1), 17502);
	assert_int_equal(space_advance(&s.line[0], 2), 0);
	assert_int_equal(s.line[0].area->child->w, 65003);
	assert_int_equal(space_advance(&s.line[1], 0), 15003);
	lines_free(&s);
}

static void
test_indents(void **state)
{
	struct lines s = lines_read(*state, "<block text-indent='-10pt'>"
	    "ab cd</block>", 0);

	s.n = para_lines(&s.layout, s.block, s.block->child, NULL, 20000,
	    10000, 60000, 1, &s.line);
	assert_string_equal(lines_text(&s), "ab |cd");
	assert_int_equal(s.line[0].area->x, 10000);
	assert_int_equal(s.line[0].area->w, 40000);
	assert_int_equal(s.line[1].area->x, 20000);
	assert_int_equal(s.line[1].area->w, 30000);
	lines_free(&s);
}

static void
test_spacing(void **state)
{
	lines_are(state, "<block letter-spacing='5pt'>ab cd</block>", 60,
	    "ab |cd");
	places_are(state, "<block word-spacing='3pt'>a b<leader "
	    "leader-length='5pt' leader-pattern='rule'/></block>", 90, 0,
	    "0:a b 33:rule5");
}

/* --- heights ----------------------------------------------------------- */

static mpt
height_of(void **state, const char *block)
{
	struct lines s = lines_read(*state, block, 0);
	mpt h;

	lines_set(&s, 200000);
	assert_int_equal(s.n, 1);
	h = s.line[0].height;
	assert_int_equal(h, s.line[0].area->h);
	lines_free(&s);
	return h;
}

static void
test_heights(void **state)
{
	assert_int_equal(height_of(state, "<block>a</block>"), 12000);
	assert_int_equal(height_of(state, "<block>a<inline font-size='20pt' "
	    "line-height='30pt'>b</inline></block>"), 30000);
	assert_int_equal(height_of(state, "<block>a<inline font-size='6pt' "
	    "line-height='12pt' baseline-shift='super'>2</inline></block>"),
	    12000);
	assert_int_equal(height_of(state, "<block>a<inline "
	    "baseline-shift='10pt'>2</inline></block>"), 18000 + 3000);
	assert_int_equal(height_of(state, "<block>a<external-graphic src='x' "
	    "content-width='9pt' content-height='40pt'/></block>"), 43000);
	assert_int_equal(height_of(state, "<block><inline id='x'/></block>"),
	    0);
}

static void
test_baseline(void **state)
{
	struct lines s = lines_read(*state, "<block>a<inline "
	    "baseline-shift='2pt'>2</inline></block>", 0);
	const struct area *a;

	lines_set(&s, 100000);
	a = s.line[0].area->child;
	assert_int_equal(a->y, 10000); /* 1 + 8 for the leading, 2 shifted */
	assert_int_equal(a->next->y, 8000);
	lines_free(&s);
}

/* --- runs, boxes, rules ------------------------------------------------ */

static void
test_runs(void **state)
{
	places_are(state, "<block>a <inline color='red'>b</inline> c</block>",
	    200, 0, "0:a  20:b 30: c");
	places_are(state, "<block>a <inline id='x'>b</inline> c</block>",
	    200, 0, "0:a b c");
}

static void
test_boxes(void **state)
{
	const char *block = "<block>a <inline background-color='red' "
	    "padding-start='3pt' padding-end='2pt' space-start='4pt' "
	    "border-start-style='solid' border-start-width='1pt'>bb cc"
	    "</inline> d</block>";

	places_are(state, block, 200, 0, "24:box56 0:a  28:bb cc 80: d");
	places_are(state, block, 70, 0, "24:box24 0:a  28:bb ");
	places_are(state, block, 70, 1, "0:box22 0:cc 22: d");
}

static void
test_decoration(void **state)
{
	places_are(state, "<block>a <inline text-decoration='underline'>b c"
	    "</inline></block>", 200, 0, "0:a b c 20:rule30");
	places_are(state, "<block text-decoration='underline'>a<inline "
	    "text-decoration='overline'>b</inline></block>", 200, 0,
	    "0:ab 0:rule20 10:rule10");
	places_are(state, "<block>a <inline text-decoration='line-through'>b c"
	    "</inline></block>", 30, 0, "0:a b  20:rule10");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_first_fit),
	    cmocka_unit_test(test_soft_hyphen),
	    cmocka_unit_test(test_zero_width_and_no_break_space),
	    cmocka_unit_test(test_no_wrap_and_keep),
	    cmocka_unit_test(test_address),
	    cmocka_unit_test(test_emergency),
	    cmocka_unit_test(test_too_wide),
	    cmocka_unit_test(test_white_space),
	    cmocka_unit_test(test_case),
	    cmocka_unit_test(test_alignment),
	    cmocka_unit_test(test_justify),
	    cmocka_unit_test(test_indents),
	    cmocka_unit_test(test_spacing),
	    cmocka_unit_test(test_heights),
	    cmocka_unit_test(test_baseline),
	    cmocka_unit_test(test_runs),
	    cmocka_unit_test(test_boxes),
	    cmocka_unit_test(test_decoration),
	};

	return cmocka_run_group_tests_name("line", tests, fonts_at_new,
	    fonts_at_free);
}
