/* Keeps, widows and orphans: the strength of every gap. */
#include "flowing.h"

#define B(attributes, content) "<block " attributes ">" content "</block>"

/* Four lines of a paragraph in a measure of ten characters. */
#define FOUR "a&#x2028;b&#x2028;c&#x2028;d"

static void
test_widows_and_orphans(void **state)
{
	flow_is(state, B("orphans='2' widows='2'", FOUR),
	    "a/200 b c/200 d");
	flow_is(state, B("orphans='2' widows='2'", "a&#x2028;b&#x2028;c"),
	    "a/200 b/200 c");
	flow_is(state, B("orphans='3' widows='1'", FOUR),
	    "a/200 b/200 c d");
	flow_is(state, B("orphans='1' widows='3'", FOUR),
	    "a b/200 c/200 d");
	flow_is(state, B("orphans='9' widows='9'", "a"), "a");
}

static void
test_together(void **state)
{
	flow_is(state, B("keep-together='always'", "a&#x2028;b")
	    "<block>c</block>", "a/255 b c");
	flow_is(state, B("keep-together.within-column='5'", B("", "a")
	    B("", "b")) B("", "c"), "a/5 b c");
	/* the strongest of what encloses both sides; a child's auto does not
	   free it from its parent */
	flow_is(state, B("keep-together.within-page='5'",
	    B("keep-together='auto'", "a&#x2028;b")
	    B("keep-together.within-page='9'", "c&#x2028;d")),
	    "a/5 b/5 c/9 d");
	/* stronger than widows, or weaker */
	flow_is(state, B("orphans='2' keep-together.within-page='210'",
	    "a&#x2028;b&#x2028;c"), "a/210 b/210 c");
	flow_is(state, B("orphans='2' keep-together.within-page='3'",
	    "a&#x2028;b&#x2028;c"), "a/200 b/3 c");
	/* within a line is no matter of pages */
	flow_is(state, B("keep-together.within-line='always'", "a")
	    B("", "b"), "a b");
}

static void
test_with_next(void **state)
{
	flow_is(state, B("keep-with-next='always'", "a") B("", "b"),
	    "a/255 b");
	flow_is(state, B("", "a") B("keep-with-previous='7'", "b"), "a/7 b");
	flow_is(state, B("keep-with-next='3'", "a")
	    B("keep-with-previous='7'", "b"), "a/7 b");
	/* it stands on the box, and on the space as well */
	flow_is(state, B("keep-with-next='always' space-after='6pt'", "a")
	    B("", "b"), "a/255 _6/255 b");
	/* on the edge behind the box */
	flow_is(state, B("keep-with-next='9' border='1pt solid'", "a")
	    B("space-before='2pt'", "b"),
	    "<-1+102:1/255 a/255 >1/9 _2/9 b");
	/* of the last child, of the first one */
	flow_is(state, B("", B("", "a") B("keep-with-next='4'", "b"))
	    B("", B("keep-with-previous='2'", "c")), "a b/4 c");
	/* nothing follows */
	flow_is(state, B("keep-with-next='always'", "a"), "a");
}

/* What has no box binds its neighbours only if it is bound to both. */
static void
test_through_empty_blocks(void **state)
{
	flow_is(state, B("", "a") B("keep-with-next='always'", "")
	    B("", "b"), "a b");
	flow_is(state, B("", "a") B("keep-with-next='always' "
	    "keep-with-previous='6'", "") B("", "b"), "a/6 b");
	flow_is(state, B("keep-with-next='8'", "a") B("", "") B("", "b"),
	    "a/8 b");
}

/* A break is where it is, whatever keeps say. */
static void
test_breaks_win(void **state)
{
	flow_is(state, B("keep-with-next='always'", "a")
	    B("break-before='page'", "b"), "a/255 !page b");
}

/* Strengths outside 1 to 254 are brought inside. */
static void
test_strengths(void **state)
{
	flow_is(state, B("keep-with-next='9999'", "a") B("", "b"),
	    "a/254 b");
	flow_is(state, B("keep-with-next='0'", "a") B("", "b"), "a b");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_widows_and_orphans),
	    cmocka_unit_test(test_together),
	    cmocka_unit_test(test_with_next),
	    cmocka_unit_test(test_through_empty_blocks),
	    cmocka_unit_test(test_breaks_win),
	    cmocka_unit_test(test_strengths)};

	return cmocka_run_group_tests(tests, flowing_open, flowing_close);
}
