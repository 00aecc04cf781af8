/* Leaders, citations, anchors, tags and widths of paragraphs. */
#include "lines.h"

struct area *
graphic_area(struct layout *l, const struct fo_node *n, mpt measure)
{
	struct area *a = area_new(l->arena, AREA_IMAGE, n->src);

	(void)measure;
	a->w = a->h = 10000;
	return a;
}

/* Set block at width points and compare one line's places. */
static void
places_are(void **state, const char *block, int pt, size_t line,
    const char *places)
{
	struct lines s = lines_read(*state, block, 0);

	lines_set(&s, pt * MPT_PT);
	assert_true(line < s.n);
	assert_string_equal(lines_places(&s, line), places);
	assert_int_equal(diag_worst(s.diag), DIAG_OK);
	lines_free(&s);
}

/* --- leaders ----------------------------------------------------------- */

#define DOTS "<leader leader-pattern='dots'/>"
#define RULE "<leader leader-pattern='rule' leader-length='30pt'/>"

static void
test_leader_takes_slack(void **state)
{
	places_are(state, "<block>ab" DOTS "9</block>", 100, 0,
	    "0:ab 20:rule70 90:9");
	places_are(state, "<block>a" DOTS "b" DOTS "c</block>", 90, 0,
	    "0:a 10:rule30 40:b 50:rule30 80:c");
	places_are(state, "<block>ab" RULE "9</block>", 100, 0,
	    "0:ab 20:rule30 50:9");
	places_are(state, "<block text-align='justify' text-align-last="
	    "'justify'>a b" DOTS "9</block>", 100, 0,
	    "0:a b 30:rule60 90:9");
}

static void
test_leader_shrinks_before_the_line_ends(void **state)
{
	places_are(state, "<block>ab" DOTS "9</block>", 34, 0,
	    "0:ab 20:rule4 24:9");
	places_are(state, "<block>ab cd " DOTS " 9</block>", 60, 0,
	    "0:ab cd ");
	places_are(state, "<block>ab cd " DOTS " 9</block>", 60, 1,
	    "0:rule40 40: 9");
	places_are(state, "<block>ab cd" DOTS "9</block>", 50, 1,
	    "0:cd 20:rule20 40:9");
}

static void
test_leader_limits(void **state)
{
	places_are(state, "<block>a<leader leader-pattern='rule' "
	    "leader-length.minimum='10pt' leader-length.optimum='20pt' "
	    "leader-length.maximum='25pt'/>b" DOTS "c</block>", 100, 0,
	    "0:a 10:rule25 35:b 45:rule45 90:c");
	places_are(state, "<block text-align='end'>a<leader "
	    "leader-length='20pt'/>b</block>", 100, 0, "60:a 90:b");
}

static void
test_rule_leader(void **state)
{
	struct lines s = lines_read(*state, "<block><leader leader-pattern="
	    "'rule' rule-thickness='2pt' leader-length='100%' color='red'/>"
	    "</block>", 0);
	const struct area *a;

	lines_set(&s, 80000);
	a = s.line[0].area->child;
	assert_int_equal(a->w, 80000);
	assert_int_equal(a->h, 2000);
	assert_int_equal(a->y, 7000); /* on the baseline at 9 */
	assert_int_equal(a->u.color, 0xff0000);
	assert_int_equal(a->tag, 0);
	assert_int_equal(a->pitch, 0);
	lines_free(&s);
}

/* --- citations --------------------------------------------------------- */

#define CITE "<page-number-citation ref-id='there'/>"

static void
filled_are(void **state, const char *block, const char *text,
    const char *before, const char *after)
{
	struct lines s = lines_read(*state, block, 0);

	lines_set(&s, 100000);
	assert_string_equal(lines_places(&s, 0), before);
	for (size_t i = 0; i < s.layout.slots; i++)
		assert_int_equal(layout_slot_fill(&s.layout,
		    &s.layout.slot[i], text), 0);
	assert_string_equal(lines_places(&s, 0), after);
	lines_free(&s);
}

static void
test_fill(void **state)
{
	filled_are(state, "<block>(p" CITE ")</block>", "7",
	    "0:(p 20: 50:)", "0:(p 20:7 30:)");
	filled_are(state, "<block text-align='end'>(p" CITE ")</block>", "7",
	    "40:(p 60: 90:)", "60:(p 80:7 90:)");
	filled_are(state, "<block text-align='center'>(p" CITE ")</block>",
	    "7", "20:(p 40: 70:)", "30:(p 50:7 60:)");
	filled_are(state, "<block>a" DOTS CITE "</block>", "42",
	    "0:a 10:rule60 70:", "0:a 10:rule70 80:42");
	filled_are(state, "<block>" CITE "-" CITE "</block>", "9",
	    "0: 30:- 40:", "0:9 10:- 20:9");
	filled_are(state, "<block>" CITE DOTS "a</block>", "9",
	    "0: 30:rule60 90:a", "0:9 10:rule80 90:a");
}

static void
test_fill_again_and_too_wide(void **state)
{
	struct lines s = lines_read(*state, "<block>a" CITE "b</block>", 0);
	struct slot *slot;

	s.layout.digits = 2;
	lines_set(&s, 100000);
	slot = &s.layout.slot[0];
	assert_string_equal(slot->ref, "there");
	assert_int_equal(slot->last, 0);
	assert_int_equal(slot->digits, 2);
	assert_int_equal(slot->reserve, 20000);
	assert_ptr_equal(slot->line, s.line[0].area);
	assert_int_equal(layout_slot_fill(&s.layout, slot, "1234"), 4);
	assert_string_equal(lines_places(&s, 0), "0:a 10: 30:b");
	assert_int_equal(layout_slot_fill(&s.layout, slot, "12"), 0);
	assert_int_equal(layout_slot_fill(&s.layout, slot, "8"), 0);
	assert_string_equal(lines_places(&s, 0), "0:a 10:8 20:b");
	assert_int_equal(slot->text->w, 10000);
	lines_free(&s);
}

static const char *
roman_four(void *page, const struct fo_node *n)
{
	(void)page;
	(void)n;
	return "iv";
}

static void
test_page_number(void **state)
{
	struct lines s = lines_read(*state, "<block>p <page-number/> "
	    "<page-number-citation-last ref-id='then'/></block>", 0);

	lines_set(&s, 100000);
	assert_int_equal(s.layout.slots, 2);
	assert_null(s.layout.slot[0].ref);
	assert_int_equal(s.layout.slot[1].last, 1);
	lines_free(&s);
	s = lines_read(*state, "<block>p <page-number/></block>", 0);
	s.layout.page_number = roman_four;
	lines_set(&s, 100000);
	assert_int_equal(s.layout.slots, 0);
	assert_string_equal(lines_text(&s), "p iv");
	lines_free(&s);
}

static void
test_citation_keeps_its_brackets(void **state)
{
	places_are(state, "<block>see (" CITE "), p</block>", 80, 1,
	    "0:( 10: 40:), p");
}

/* --- anchors, markers, tags -------------------------------------------- */

static void
test_anchors(void **state)
{
	struct lines s = lines_read(*state, "<block>a <inline id='i'>bb cc"
	    "</inline> <wrapper id='w'/>d</block>", 0);
	const struct anchor *a;

	lines_set(&s, 40000);
	assert_string_equal(lines_text(&s), "a bb |cc d");
	a = s.line[0].anchors;
	assert_int_equal(a->kind, ANCHOR_ID);
	assert_string_equal(a->name, "i");
	assert_null(a->next);
	a = s.line[1].anchors;
	assert_int_equal(a->kind, ANCHOR_END);
	assert_string_equal(a->name, "i");
	assert_int_equal(a->next->kind, ANCHOR_ID);
	assert_string_equal(a->next->name, "w");
	assert_int_equal(a->next->next->kind, ANCHOR_END);
	lines_free(&s);
}

static void
test_anchor_without_text(void **state)
{
	struct lines s = lines_read(*state, "<block> <wrapper id='w'/> "
	    "</block>", 0);

	lines_set(&s, 40000);
	assert_int_equal(s.n, 1);
	assert_int_equal(s.line[0].height, 0);
	assert_string_equal(s.line[0].anchors->name, "w");
	lines_free(&s);
}

static const struct fo_node *
retrieve(void *ctx, const struct fo_node *n)
{
	return n->type == FO_RETRIEVE_MARKER ? ctx : NULL;
}

static void
test_marker(void **state)
{
	struct lines s = lines_read(*state, "<block><marker "
	    "marker-class-name='m'>Item <inline>A4</inline></marker>x"
	    "</block>", 0);
	struct fo_node mark = *s.block->child, ask = {.src = mark.src,
	    .type = FO_RETRIEVE_MARKER, .style = mark.style};

	s.n = para_lines(&s.layout, s.block, s.block->child, NULL, 0, 0,
	    50000, 1, &s.line);
	assert_int_equal(s.line[0].anchors->kind, ANCHOR_MARKER);
	assert_string_equal(s.line[0].anchors->name, "m");
	s.layout.retrieve = retrieve;
	s.layout.page = s.block->child;
	s.n = para_lines(&s.layout, s.block, &ask, NULL, 0, 0, 50000, 1,
	    &s.line);
	assert_string_equal(lines_text(&s), "Item |A4");
	s.layout.page = NULL;
	s.n = para_lines(&s.layout, s.block, &ask, NULL, 0, 0, 50000, 1,
	    &s.line);
	assert_int_equal(s.n, 0);
	lines_free(&s);
}

static void
test_tags(void **state)
{
	struct lines s = lines_read(*state, "<block>a <basic-link "
	    "internal-destination='there'>b <inline>c</inline></basic-link>"
	    "<inline mp:artifact='true'>d</inline></block>", 0);
	const struct area *a;

	s.block->tag = 5;
	s.block->child->next->tag = 6;
	lines_set(&s, 200000);
	assert_string_equal(lines_places(&s, 0), "0:a  20:b c 50:d");
	a = s.line[0].area->child;
	assert_int_equal(a->tag, 5);
	assert_int_equal(a->next->tag, 6);
	assert_int_equal(a->next->next->tag, 0);
	s.layout.artifact = 1;
	lines_set(&s, 200000);
	assert_string_equal(lines_places(&s, 0), "0:a b cd");
	assert_int_equal(s.line[0].area->child->tag, 0);
	lines_free(&s);
}

/* --- what should not be there ------------------------------------------ */

static void
test_block_in_line(void **state)
{
	struct lines s = lines_read(*state, "<block><marker "
	    "marker-class-name='m'>a<block>b</block>c</marker></block>", 0);

	s.n = para_lines(&s.layout, s.block, s.block->child->child, NULL, 0,
	    0, 50000, 1, &s.line);
	assert_string_equal(lines_text(&s), "a|b|c");
	assert_int_equal(diag_count(s.diag, DIAG_L05), 1);
	lines_free(&s);
}

static void
test_nested_too_deeply(void **state)
{
	struct lines s = lines_read(*state, "<block>a<inline>b</inline>"
	    "</block>", 0);

	s.layout.depth = DEPTH_MAX;
	lines_set(&s, 50000);
	assert_string_equal(lines_text(&s), "a");
	assert_int_equal(diag_count(s.diag, DIAG_L06), 1);
	lines_free(&s);
}

/* --- widths ------------------------------------------------------------ */

static void
widths_are(void **state, const char *block, mpt min, mpt max)
{
	struct lines s = lines_read(*state, block, 0);
	mpt have_min, have_max;

	para_widths(&s.layout, s.block, s.block->child, NULL, &have_min,
	    &have_max);
	assert_int_equal(have_min, min);
	assert_int_equal(have_max, max);
	assert_int_equal(diag_worst(s.diag), DIAG_OK);
	assert_int_equal(s.layout.slots, 0);
	lines_free(&s);
}

static void
test_widths(void **state)
{
	widths_are(state, "<block>to reports </block>", 70000, 100000);
	widths_are(state, "<block>\xc3\xa9</block>", 10000, 10000);
	widths_are(state, "<block linefeed-treatment='preserve'>a b\ncdef g"
	    "</block>", 40000, 60000);
	widths_are(state, "<block>a" DOTS CITE "</block>", 40000, 52000);
	widths_are(state, "<block>well-known</block>", 50000, 100000);
	widths_are(state, "<block> </block>", 0, 0);
}

/* --- worst cases ------------------------------------------------------- */

/* A word of a hundred thousand letters in a narrow column, and as many
   changes of style: the work must grow with the text, not with its square. */
static void
test_long_words(void **state)
{
	struct buf b = {0};
	struct lines s;

	buf_puts(&b, "<block>");
	for (int i = 0; i < 100000; i++)
		buf_putc(&b, 'x');
	buf_puts(&b, "</block>");
	s = lines_read(*state, b.data, 0);
	lines_set(&s, 20000);
	assert_int_equal(s.n, 50000);
	assert_int_equal(diag_count(s.diag, DIAG_L03), 1);
	lines_free(&s);
	buf_reset(&b);
	buf_puts(&b, "<block>");
	for (int i = 0; i < 20000; i++)
		buf_puts(&b, "x<inline>y</inline>");
	buf_puts(&b, "</block>");
	s = lines_read(*state, b.data, 0);
	lines_set(&s, 20000);
	assert_int_equal(s.n, 20000);
	lines_free(&s);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_leader_takes_slack),
	    cmocka_unit_test(test_leader_shrinks_before_the_line_ends),
	    cmocka_unit_test(test_leader_limits),
	    cmocka_unit_test(test_rule_leader),
	    cmocka_unit_test(test_fill),
	    cmocka_unit_test(test_fill_again_and_too_wide),
	    cmocka_unit_test(test_page_number),
	    cmocka_unit_test(test_citation_keeps_its_brackets),
	    cmocka_unit_test(test_anchors),
	    cmocka_unit_test(test_anchor_without_text),
	    cmocka_unit_test(test_marker),
	    cmocka_unit_test(test_tags),
	    cmocka_unit_test(test_block_in_line),
	    cmocka_unit_test(test_nested_too_deeply),
	    cmocka_unit_test(test_widths),
	    cmocka_unit_test(test_long_words),
	};

	return cmocka_run_group_tests_name("slot", tests, fonts_at_new,
	    fonts_at_free);
}
