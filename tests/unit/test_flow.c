/* Blocks, spaces, breaks, anchors, lists, containers: what items they make. */
#include "flowing.h"

#define B(attributes, content) "<block " attributes ">" content "</block>"

/* --- blocks ------------------------------------------------------------- */

static void
test_paragraphs(void **state)
{
	flow_is(state, "<block>ab cd</block>", "ab cd");
	flow_is(state, "<block>one</block><block>two</block>", "one two");
	flow_is(state, "<block>one<block>two</block>three</block>",
	    "one two three");
	flow_is(state, "<block start-indent='20pt'>ab</block>", "ab@20");
	flow_is(state, "<block margin-left='20pt'><block margin-left='10pt'>"
	    "ab</block></block>", "ab@30");
	flow_is(state, "<block/><block> </block>", "");
	flow_is(state, "<wrapper><block>a</block></wrapper>", "a");
}

static void
test_frames(void **state)
{
	flow_is(state, B("border='1pt solid' padding='2pt'", "ab"),
	    "<-3+106:3/255 ab/255 >3");
	flow_is(state, B("border='1pt solid' margin='0pt' padding='2pt'",
	    "ab"), "<0+100:3/255 ab@3/255 >3");
	flow_is(state, B("background-color='red'", "ab"),
	    "<0+100:0/255 ab/255 >0");
	flow_is(state, B("border='1pt solid'", ""),
	    "<-1+102:1/255 ./255 >1");
	flow_is(state, B("padding='4pt'", B("border-after-style='solid'",
	    "a")), "<-4+108:4/255 <0+100:0/255 a/255 >1/255 >4");
}

static void
test_kept_edges(void **state)
{
	struct flowing *f = *state;
	const struct frame *frame;

	flowing_set(f, B("border='1pt solid' padding='2pt' "
	    "padding-before.conditionality='retain' "
	    "border-after-width.conditionality='retain'", "a"), 100);
	frame = f->flow->item[0].frame;
	assert_int_equal(frame->before_kept, 2000);
	assert_int_equal(frame->after_kept, 1000);
	assert_false(frame->border_before_kept);
	assert_true(frame->border_after_kept);
}

static void
test_no_room(void **state)
{
	flow_says(state, B("start-indent='60pt' end-indent='40pt'", "ab"),
	    DIAG_L30, "ab");
}

/* --- spaces ------------------------------------------------------------- */

static void
test_spaces(void **state)
{
	flow_is(state, B("space-after='4pt'", "a") B("space-before='6pt'",
	    "b"), "a _6 b");
	flow_is(state, B("space-before='6pt'", "a"), "_6 a");
	flow_is(state, B("space-after='4pt'", "a"), "a _4");
	/* through nesting */
	flow_is(state, B("space-after='4pt'", B("space-after='5pt'", "a"))
	    B("space-before='2pt'", B("space-before='3pt'", "b")), "a _5 b");
	/* an empty block vanishes, its spaces do not */
	flow_is(state, "<block>a</block>" B("space-before='6pt' "
	    "space-after='7pt'", "") "<block>b</block>", "a _7 b");
}

static void
test_space_precedence(void **state)
{
	flow_is(state, B("space-after='9pt'", "a")
	    B("space-before='6pt' space-before.precedence='1'", "b"),
	    "a _6 b");
	flow_is(state, B("space-after='9pt' space-after.precedence='force'",
	    "a") B("space-before='6pt' space-before.precedence='force'", "b")
	    , "a _15 b");
	flow_is(state, B("space-after='9pt' space-after.precedence='force'",
	    "a") B("space-before='20pt'", "b"), "a _9 b");
	flow_is(state, B("space-after.minimum='2pt' "
	    "space-after.optimum='5pt' space-after.maximum='9pt'", "a")
	    B("space-before.minimum='3pt' space-before.optimum='5pt' "
	    "space-before.maximum='12pt'", "b"), "a _5~3~9 b");
}

static void
test_space_conditionality(void **state)
{
	flow_is(state, B("space-after='4pt' "
	    "space-after.conditionality='retain'", "a")
	    B("space-before='6pt'", "b"), "a _6(0,4) b");
	flow_is(state, B("space-after='4pt'", "a")
	    B("space-before='6pt' space-before.conditionality='retain'", "b")
	    , "a _6(6,0) b");
	/* what follows a retained space is no longer at the start */
	flow_is(state, "<block>a</block>" B("space-before='2pt' "
	    "space-before.conditionality='retain'",
	    B("space-before='8pt'", "b")), "a _8(8,0) b");
	flow_is(state, "<block>a</block>" B("space-before='8pt'",
	    B("space-before='2pt' space-before.conditionality='retain'", "b"))
	    , "a _8(2,0) b");
}

static void
test_space_fences(void **state)
{
	flow_is(state, "<block>a</block>" B("space-before='4pt' "
	    "border='1pt solid' margin-left='0pt' margin-right='0pt'",
	    B("space-before='6pt' margin-left='0pt'", "b")),
	    "a _4 <0+100:1/255 _6(6,6)/255 b@1/255 >1");
	flow_is(state, B("space-after='4pt' padding='1pt'",
	    B("space-after='6pt'", "a")) "<block>b</block>",
	    "<-1+102:1/255 a/255 _6(6,6)/255 >1 _4 b");
	/* a background alone is no fence */
	flow_is(state, "<block>a</block>" B("space-before='4pt' "
	    "background-color='red'", B("space-before='6pt'", "b")),
	    "a _6 <0+100:0/255 b/255 >0");
}

/* --- breaks ------------------------------------------------------------- */

static void
test_breaks(void **state)
{
	flow_is(state, "<block>a</block>" B("break-before='page'", "b"),
	    "a !page b");
	flow_is(state, B("break-after='column'", "a") "<block>b</block>",
	    "a !column b");
	/* one break serves everybody who asks */
	flow_is(state, B("break-after='page'", "a") B("break-before='page'",
	    B("break-before='odd-page'", B("break-before='page'", "b"))),
	    "a !odd b");
	flow_is(state, B("space-after='3pt' space-after.conditionality="
	    "'retain'", "a") B("space-before='4pt' break-before='even-page' "
	    "space-before.conditionality='retain'", "b"),
	    "a _3(0,3) !even _4(4,0) b");
	/* before the border of the parent, not inside it */
	flow_is(state, "<block>a</block>" B("border='1pt solid'",
	    B("break-before='page'", "b")),
	    "a !page <-1+102:1/255 b/255 >1");
	flow_is(state, B("break-before='odd-page'", "a"), "!odd a");
	flow_is(state, B("break-after='page'", "a"), "a");
	flow_is(state, "<block>a</block>" B("break-after='page'", "")
	    "<block>b</block>", "a !page b");
	/* an empty block on a page of its own */
	flow_is(state, "<block>a</block>" B("break-before='page'", "")
	    B("break-before='page'", "b"), "a !page . !page b");
}

/* --- anchors ------------------------------------------------------------ */

static void
test_anchors(void **state)
{
	flow_is(state, B("id='x'", "a") B("", "b"), "a#x#x$ b");
	flow_is(state, B("id='x'", B("id='y'", "a") "b"),
	    "a#x#y#y$ b#x$");
	flow_is(state, B("id='x' border='1pt solid'", "a"),
	    "<-1+102:1#x/255 a#x$/255 >1");
	flow_is(state, "<block><marker marker-class-name='m'>t</marker>a"
	    "</block>", "a%m");
	flow_is(state, "<block>a<inline id='i'>b</inline></block>",
	    "ab#i#i$");
	flow_is(state, "<wrapper id='w'><block>a</block><block>b</block>"
	    "</wrapper>", "a#w b#w$");
}

/* An empty block goes with what follows it, or else with what is before. */
static void
test_anchors_of_empty_blocks(void **state)
{
	flow_is(state, "<block>a</block><block id='x'/><block>b</block>",
	    "a b#x#x$");
	flow_is(state, "<block space-after='5pt'>a</block><block id='x'/>",
	    "a/255 .#x#x$ _5");
	flow_is(state, "<block id='p'><block>a</block><block id='x'/></block>"
	    "<block>b</block>", "a#p/255 .#x#x$#p$ b");
	flow_is(state, "<block>a</block><block id='x'/>"
	    "<block break-before='page'>b</block>",
	    "a/255 .#x#x$ !page b");
	flow_is(state, "<block id='x'/>", ".#x#x$");
	flow_is(state, "<block><block id='x'><marker marker-class-name='m'/>"
	    "</block><block>b</block></block>", "b%m#x#x$");
	flow_is(state, "<block><inline id='i'/></block><block>b</block>",
	    "b#i#i$");
}

/* --- lists -------------------------------------------------------------- */

#define ITEM(label, body) "<list-item><list-item-label " \
	"end-indent='label-end()'><block>" label "</block></list-item-label>" \
	"<list-item-body start-indent='body-start()'>" body \
	"</list-item-body></list-item>"
#define LIST(items) "<list-block provisional-distance-between-starts='30pt' " \
	"provisional-label-separation='5pt'>" items "</list-block>"

static void
test_lists(void **state)
{
	flow_is(state, LIST(ITEM("1", "<block>ab</block>")
	    ITEM("2", "<block>cd</block>")),
	    "{0+25[1] 30+70[ab@30]}^10 {0+25[2] 30+70[cd@30]}^10");
	flow_is(state, "<block start-indent='10pt'>" LIST(ITEM("1",
	    "<block>a</block>")) "</block>", "{10+25[1@10] 40+60[a@40]}^10");
	/* nested */
	flow_is(state, LIST(ITEM("1", LIST(ITEM("a", "<block>x</block>")))),
	    "{0+25[1] 30+70[{30+25[a@30] 60+40[x@60]}^10]}^10");
	/* a body of two paragraphs; the space at its start vanishes */
	flow_is(state, LIST(ITEM("1", "<block space-before='9pt'>a</block>"
	    "<block space-before='5pt'>b</block>")),
	    "{0+25[1] 30+70[_9 a@30 _5 b@30]}^25");
}

/* Keeps and breaks at the edges of the body are the item's. */
static void
test_list_edges(void **state)
{
	flow_is(state, LIST(ITEM("1", B("keep-with-next='always'", "a"))
	    ITEM("2", B("break-before='page'", "b"))
	    ITEM("3", B("keep-with-previous='7'", "c"))),
	    "{0+25[1] 30+70[a@30]}^10/255 !page {0+25[2] 30+70[b@30]}^10/7 "
	    "{0+25[3] 30+70[c@30]}^10");
	flow_is(state, "<list-block id='l'>" ITEM("1",
	    "<block id='b'>a</block>") "</list-block>",
	    "{0+18[1] 24+76[a@24#b#b$]}^10#l#l$");
}

/* --- containers --------------------------------------------------------- */

#define BC(attributes, content) \
	"<block-container " attributes ">" content "</block-container>"
/* A block that does not inherit the indents that margins made. */
#define FLUSH(text) \
	"<block start-indent='0pt' end-indent='0pt'>" text "</block>"

static void
test_containers(void **state)
{
	/* free height: items of this flow, in a reference area of its own */
	flow_is(state, "<block>z</block>" BC("space-before='3pt' width='50pt'",
	    "<block space-before='8pt' text-align='end'>a</block>"),
	    "z _3 a");
	flow_is(state, BC("height='30pt'", "<block>a</block>"),
	    "turn0(0+100^30 0,0 [a])");
	flow_is(state, BC("height='30pt' width='40pt' padding='2pt' "
	    "border-before-style='solid' margin='0pt'", FLUSH("a")),
	    "turn0(0+44^35 2,3 [a])");
	flow_is(state, BC("reference-orientation='90' height='30pt' "
	    "width='20pt' border-bottom='1pt solid' border-left='2pt solid' "
	    "margin='0pt'", FLUSH("a")),
	    "turn90(0+22^31 1,2 [a])");
	flow_is(state, BC("reference-orientation='-90' height='30pt' "
	    "width='20pt' border-top='1pt solid' margin='0pt' "
	    "border-right='2pt solid'", FLUSH("a b")),
	    "turn270(0+22^31 1,2 [a b])");
	flow_is(state, BC("id='c' reference-orientation='180'",
	    "<block>a</block>"), "turn180(0+100^10 0,0 [a])#c#c$");
}

static void
test_container_findings(void **state)
{
	flow_says(state, BC("height='5pt'", "<block>a</block>"), DIAG_L41,
	    "turn0(0+100^5 0,0 [a])");
	flow_says(state, BC("height='5pt' overflow='hidden'",
	    "<block>a</block>"), DIAG_L42, "turn0(0+100^5 0,0 clip [a])");
	flow_says(state, BC("height='5pt' overflow='error-if-overflow'",
	    "<block>a</block>"), DIAG_L43, "turn0(0+100^5 0,0 [a])");
	flow_says(state, BC("width='20pt' reference-orientation='90'",
	    "<block>a</block>"), DIAG_L44, "turn90(0+20^20 0,0 [a])");
}

/* --- heights ------------------------------------------------------------ */

static void
height_is(void **state, const char *blocks, int pt)
{
	struct flowing *f = *state;

	flowing_set(f, blocks, 100);
	assert_int_equal(flow_height(f->flow), pt * MPT_PT);
}

static void
test_heights(void **state)
{
	height_is(state, "<block>a</block><block space-before='3pt' "
	    "space-after='7pt'>b</block>", 23);
	height_is(state, "<block space-before='3pt' space-before."
	    "conditionality='retain' space-after='7pt' "
	    "space-after.conditionality='retain'>b</block>", 20);
	height_is(state, B("space-before='3pt' border='2pt solid'",
	    B("space-before='5pt'", "a")), 19);
	height_is(state, "", 0);
}

static void
test_depth(void **state)
{
	struct flowing *f = *state;
	struct buf b = {0};

	for (int i = 0; i < 240; i++)
		buf_puts(&b, "<block>");
	buf_puts(&b, "a");
	for (int i = 0; i < 240; i++)
		buf_puts(&b, "</block>");
	assert_string_equal(flowing_set(f, b.data, 100), "a");
	/* what a caller has nested already counts too */
	f->layout.depth = 100;
	assert_int_equal(layout_flow(&f->layout, f->tree->root->last->last,
	    100000)->n, 0);
	assert_int_equal(diag_count(f->diag, DIAG_L06), 1);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_paragraphs),
	    cmocka_unit_test(test_frames),
	    cmocka_unit_test(test_kept_edges),
	    cmocka_unit_test(test_no_room),
	    cmocka_unit_test(test_spaces),
	    cmocka_unit_test(test_space_precedence),
	    cmocka_unit_test(test_space_conditionality),
	    cmocka_unit_test(test_space_fences),
	    cmocka_unit_test(test_breaks),
	    cmocka_unit_test(test_anchors),
	    cmocka_unit_test(test_anchors_of_empty_blocks),
	    cmocka_unit_test(test_lists),
	    cmocka_unit_test(test_list_edges),
	    cmocka_unit_test(test_containers),
	    cmocka_unit_test(test_container_findings),
	    cmocka_unit_test(test_heights),
	    cmocka_unit_test(test_depth)};

	return cmocka_run_group_tests(tests, flowing_open, flowing_close);
}
