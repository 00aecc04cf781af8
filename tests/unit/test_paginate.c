/* Whole documents: FO text to pages, in the square font. Ten letters to a
   line of 100 pt; every line is 10 pt high. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "support.h"

/* Paragraphs of lines that are one word each. */
#define B(text) FO_BLOCK(text)
#define B5 B("a") B("b") B("c") B("d") B("e")

/* A body with a head of one line above it. */
#define HEADED(name, w, h) FO_MASTER(name, w, h, \
	"<fo:region-body margin-top='10pt'/>" \
	"<fo:region-before extent='10pt'/>")
#define PAGE_NUMBER "<fo:page-number/>"
#define CITE(id) "<fo:page-number-citation ref-id='" id "'/>"
#define CITE_LAST(id) "<fo:page-number-citation-last ref-id='" id "'/>"

static void
expect(void **state, const char *fo, const char *pages)
{
	struct set *s = set_fo(*state, fo);

	assert_string_equal(set_pages(s), pages);
	assert_int_equal(area_check(s->doc, s->diag), 0);
	if (diag_worst(s->diag) != DIAG_OK)
		diag_print(s->diag, stderr);
	assert_int_equal(diag_worst(s->diag), DIAG_OK);
}

/* The same, and one code is expected. */
static void
expect_code(void **state, const char *fo, enum diag_code code,
    const char *pages)
{
	struct set *s = set_fo(*state, fo);

	if (pages != NULL)
		assert_string_equal(set_pages(s), pages);
	area_check(s->doc, s->diag);
	if (set_count(s, code) == 0)
		diag_print(s->diag, stderr);
	assert_true(set_count(s, code) > 0);
}

static void
test_exact(void **state)
{
	expect(state, FO_ROOT(FO_PAGE(100, 50), FO_SEQUENCE("", B5)),
	    "1[a b c d e]");
	expect(state, FO_ROOT(FO_PAGE(100, 49), FO_SEQUENCE("", B5)),
	    "1[a b c d] 2[e]");
}

static void
test_empty_flow(void **state)
{
	expect(state, FO_ROOT(FO_PAGE(100, 50), FO_SEQUENCE("", B(""))),
	    "1[]");
}

static void
test_keeps(void **state)
{
	/* a heading goes with its text */
	expect(state, FO_ROOT(FO_PAGE(100, 30), FO_SEQUENCE("", B("a") B("b")
	    "<fo:block keep-with-next='always'>h</fo:block>" B("c"))),
	    "1[a b] 2[h c]");
	expect(state, FO_ROOT(FO_PAGE(100, 30), FO_SEQUENCE("", B("a")
	    "<fo:block keep-together='always'>" B("b") B("c") B("d")
	    "</fo:block>")), "1[a] 2[b c d]");
	expect_code(state, FO_ROOT(FO_PAGE(100, 20), FO_SEQUENCE("", B("a")
	    "<fo:block keep-together='always'>" B("b") B("c") B("d")
	    "</fo:block>")), DIAG_P02, "1[a] 2[b c] 3[d]");
	/* the weaker of two keeps gives way */
	expect_code(state, FO_ROOT(FO_PAGE(100, 30), FO_SEQUENCE("",
	    "<fo:block keep-with-next='5'>a</fo:block>"
	    "<fo:block keep-with-next='3'>b</fo:block>"
	    "<fo:block keep-with-next='4'>c</fo:block>" B("d"))), DIAG_P01,
	    "1[a b] 2[c d]");
}

static void
test_widows(void **state)
{
	expect(state, FO_ROOT(FO_PAGE(100, 40), FO_SEQUENCE("", B("a")
	    "<fo:block widows='2' orphans='2'>bbbbbb cccccc dddddd eeeeee"
	    "</fo:block>")), "1[a bbbbbb cccccc] 2[dddddd eeeeee]");
	expect(state, FO_ROOT(FO_PAGE(100, 30), FO_SEQUENCE("", B("a") B("b")
	    "<fo:block widows='2' orphans='2'>cccccc dddddd eeeeee"
	    "</fo:block>")), "1[a b] 2[cccccc dddddd eeeeee]");
	expect_code(state, FO_ROOT(FO_PAGE(100, 20), FO_SEQUENCE("",
	    "<fo:block widows='2' orphans='2'>cccccc dddddd eeeeee"
	    "</fo:block>")), DIAG_P01, "1[cccccc dddddd] 2[eeeeee]");
}

static void
test_spaces(void **state)
{
	struct set *s = set_fo(*state, FO_ROOT(FO_PAGE(100, 30),
	    FO_SEQUENCE("", "<fo:block space-before='7pt'>a</fo:block>"
	    "<fo:block space-before='5pt'>b</fo:block>"
	    "<fo:block space-before='5pt'>c</fo:block>")));

	assert_string_equal(set_pages(s), "1[a b] 2[c]");
	assert_string_equal(set_path(s, "string(//line[1]/@y)"), "0");
	assert_string_equal(set_path(s, "string(//page[1]//line[2]/@y)"),
	    "15000");
	assert_string_equal(set_path(s, "string(//page[2]//line[1]/@y)"),
	    "0");
}

static void
test_frames(void **state)
{
	struct set *s = set_fo(*state, FO_ROOT(FO_PAGE(100, 30),
	    FO_SEQUENCE("", "<fo:block border='2pt solid black'>" B("a")
	    B("b") B("c") B("d") "</fo:block>")));

	assert_string_equal(set_pages(s), "1[a b] 2[c d]");
	assert_string_equal(set_path(s, "string(//page[1]//block[@border-left]"
	    "/@border-top)"), "2000 solid #000000");
	assert_string_equal(set_path(s, "count(//page[1]//block["
	    "@border-bottom])"), "0");
	assert_string_equal(set_path(s, "count(//page[2]//block["
	    "@border-bottom])"), "1");
	set_fo(s, FO_ROOT(FO_PAGE(100, 30), FO_SEQUENCE("",
	    "<fo:block border='2pt solid black'"
	    " border-before-width.conditionality='retain'"
	    " border-after-width.conditionality='retain'>" B("a") B("b") B("c")
	    B("d") "</fo:block>")));
	assert_string_equal(set_path(s, "count(//block[@border-bottom and "
	    "@border-top])"), "2");
}

static void
test_breaks(void **state)
{
	expect(state, FO_ROOT(FO_PAGE(100, 50), FO_SEQUENCE("", B("a")
	    "<fo:block break-before='page'>b</fo:block>"
	    "<fo:block break-before='odd-page'>c</fo:block>"
	    "<fo:block break-before='odd-page'>d</fo:block>"
	    "<fo:block break-after='page'>e</fo:block>")),
	    "1[a] 2[b] 3[c] 4[] 5[d e]");
	expect(state, FO_ROOT(FO_PAGE(100, 50), FO_SEQUENCE("",
	    "<fo:block break-before='even-page'>a</fo:block>")), "1[] 2[a]");
}

#define NUMBERED(first, force, flow) FO_SEQUENCE( \
	"initial-page-number='" first "' force-page-count='" force "'", flow)

static void
test_initial_numbers(void **state)
{
	expect(state, FO_ROOT(FO_PAGE(100, 20), NUMBERED("5", "auto", B("a"))
	    NUMBERED("auto", "auto", B("b")) NUMBERED("auto-odd", "auto",
	    B("c")) NUMBERED("auto-odd", "auto", B("d"))
	    NUMBERED("auto-even", "auto", B("e")) NUMBERED("1", "auto",
	    B("f"))), "5[a] 6[b] 7[c] 8[] 9[d] 10[e] 1[f]");
	/* without a filler the number is skipped */
	expect(state, FO_ROOT(FO_PAGE(100, 20), NUMBERED("1", "no-force",
	    B("a")) NUMBERED("auto-odd", "auto", B("b"))), "1[a] 3[b]");
}

static void
test_force_page_count(void **state)
{
	expect(state, FO_ROOT(FO_PAGE(100, 20),
	    NUMBERED("4", "even", B("a"))), "4[a] 5[]");
	expect(state, FO_ROOT(FO_PAGE(100, 10),
	    NUMBERED("4", "even", B("a") B("b"))), "4[a] 5[b]");
	expect(state, FO_ROOT(FO_PAGE(100, 10),
	    NUMBERED("4", "odd", B("a") B("b"))), "4[a] 5[b] 6[]");
	expect(state, FO_ROOT(FO_PAGE(100, 10),
	    NUMBERED("4", "end-on-even", B("a") B("b"))),
	    "4[a] 5[b] 6[]");
	expect(state, FO_ROOT(FO_PAGE(100, 10),
	    NUMBERED("4", "end-on-odd", B("a"))), "4[a] 5[]");
	expect(state, FO_ROOT(FO_PAGE(100, 10),
	    NUMBERED("4", "end-on-odd", B("a") B("b"))), "4[a] 5[b]");
	expect(state, FO_ROOT(FO_PAGE(100, 10),
	    NUMBERED("4", "no-force", B("a"))), "4[a]");
	/* auto: the next sequence begins on page 1, so this ends even */
	expect(state, FO_ROOT(FO_PAGE(100, 10), NUMBERED("1", "auto", B("a"))
	    NUMBERED("1", "auto", B("b"))), "1[a] 2[] 1[b]");
}

/* Masters by position and parity; a filler has its own. */
#define CASE(attributes, master) \
	"<fo:conditional-page-master-reference " attributes \
	" master-reference='" master "'/>"
#define CHOICE(cases) "<fo:page-sequence-master master-name='choice'>" \
	"<fo:repeatable-page-master-alternatives>" cases \
	"</fo:repeatable-page-master-alternatives></fo:page-sequence-master>"

static void
test_masters(void **state)
{
	struct set *s = set_fo(*state, FO_ROOT(FO_MASTER("first", 100, 10,
	    "<fo:region-body/>") FO_MASTER("odd", 100, 20,
	    "<fo:region-body/>") FO_MASTER("even", 100, 30,
	    "<fo:region-body/>") FO_MASTER("blank", 100, 40,
	    "<fo:region-body/><fo:region-before extent='10pt'/>")
	    CHOICE(CASE("blank-or-not-blank='blank'", "blank")
	    CASE("page-position='first'", "first")
	    CASE("odd-or-even='odd'", "odd") CASE("", "even")),
	    FO_SEQUENCE_OF("choice", "force-page-count='even'",
	    FO_STATIC("before", B("blank")), B5 B("f") B("g"))));

	assert_string_equal(set_pages(s), "1[a] 2[b c d] 3[e f] 4[g]");
	assert_string_equal(set_path(s, "string(//page[2]/@master)"), "even");
	set_fo(s, FO_ROOT(FO_MASTER("m", 100, 50, "<fo:region-body/>")
	    FO_MASTER("blank", 100, 40,
	    "<fo:region-body/><fo:region-before extent='10pt'/>")
	    CHOICE(CASE("blank-or-not-blank='blank'", "blank")
	    CASE("", "m")),
	    FO_SEQUENCE_OF("choice", "force-page-count='even'",
	    FO_STATIC("before", B("blank")), B5)));
	assert_string_equal(set_pages(s), "1[a b c d e] 2[blank]");
	assert_string_equal(set_path(s, "string(//page[2]/@blank)"), "1");
}

static void
test_last_master(void **state)
{
	/* the last page is lower: what it cannot hold goes to one more */
	const char *fo = FO_ROOT(FO_MASTER("rest", 100, 30,
	    "<fo:region-body/>") FO_MASTER("last", 100, 20,
	    "<fo:region-body/>") CHOICE(CASE("page-position='last'", "last")
	    CASE("", "rest")), FO_SEQUENCE_OF("choice", "", "", B5));

	expect(state, fo, "1[a b c] 2[d e]");
	expect(state, FO_ROOT(FO_MASTER("rest", 100, 30, "<fo:region-body/>")
	    FO_MASTER("last", 100, 20, "<fo:region-body/>")
	    CHOICE(CASE("page-position='last'", "last") CASE("", "rest")),
	    FO_SEQUENCE_OF("choice", "", "", B5 B("f"))),
	    "1[a b c] 2[d e] 3[f]");
}

static void
test_citations(void **state)
{
	expect(state, FO_ROOT(FO_PAGE(100, 10),
	    FO_SEQUENCE("id='s'", "<fo:block id='one'>" CITE("two") "-"
	    CITE_LAST("two") "</fo:block><fo:block id='two'>" B("x") B("y")
	    "</fo:block>" B(CITE("one") CITE("s") CITE_LAST("s")))),
	    "1[2-3] 2[x] 3[y] 4[114]");
	/* a sequence ends on its filler, a block on its own last page */
	expect(state, FO_ROOT(FO_PAGE(100, 10),
	    FO_SEQUENCE("", B(CITE("s") CITE_LAST("s") CITE_LAST("b")))
	    FO_SEQUENCE("id='s' force-page-count='even'",
	    "<fo:block id='b'>x</fo:block>")), "1[232] 2[x] 3[]");
	expect(state, FO_ROOT(FO_PAGE(100, 10),
	    FO_SEQUENCE("", B("a") B(PAGE_NUMBER) B(PAGE_NUMBER))),
	    "1[a] 2[2] 3[3]");
}

static void
test_reserve_grows(void **state)
{
	/* a number that needs three digits pushes the text to a new line */
	expect(state, FO_ROOT(FO_PAGE(100, 10), FO_SEQUENCE("",
	    B("aaaaa " CITE("z") " bb")) FO_SEQUENCE(
	    "initial-page-number='151'", "<fo:block id='z'>z</fo:block>")),
	    "1[aaaaa 151] 2[bb] 151[z]");
	expect(state, FO_ROOT(FO_PAGE(100, 10), FO_SEQUENCE("",
	    B("aaaaa " CITE("z") " bb")) FO_SEQUENCE("",
	    "<fo:block id='z'>z</fo:block>")), "1[aaaaa 2 bb] 2[z]");
}

static void
test_contents_move_themselves(void **state)
{
	/* ten lines of contents become two pages once numbers have two
	   digits; what they cite moves with them */
	expect(state, FO_ROOT(FO_PAGE(100, 20), FO_SEQUENCE(
	    "initial-page-number='8'", B("aaaaa " CITE("z") " bb") B("c"))
	    FO_SEQUENCE("", B("x") B("y") B("x")) FO_SEQUENCE("",
	    "<fo:block id='z'>z</fo:block>")),
	    "8[aaaaa 12 bb] 9[c] 10[x y] 11[x] 12[z]");
}

#define CITES5 CITE("z") " " CITE("z") " " CITE("z") " " CITE("z") " " \
	CITE("z") " "

static void
test_unsettled(void **state)
{
	/* page xi needs 2 letters, then xiii 4, then xxviii 6 */
	expect_code(state, FO_ROOT(FO_PAGE(80, 10), FO_SEQUENCE(
	    "initial-page-number='5' format='i'", B(CITES5 CITES5 CITES5
	    CITES5 CITE("z") " " CITE("z") " " CITE("z"))) FO_SEQUENCE(
	    "format='i'", "<fo:block id='z'>z</fo:block>")), DIAG_P06, NULL);
}

#define RETRIEVE(position) "<fo:retrieve-marker retrieve-class-name='c'" \
	" retrieve-position='" position "'/>"
#define SECTION(name, text) "<fo:block><fo:marker marker-class-name='c'>" \
	name "</fo:marker>" text "</fo:block>"
#define MARKED(position) FO_ROOT(HEADED("m", 100, 40), \
	FO_SEQUENCE_OF("m", "", FO_STATIC("before", B("/" RETRIEVE(position))), \
	SECTION("A", "aaaaaa bbbbbb cccccc dddddd") SECTION("B", "e") \
	SECTION("C", "ffffff gggggg hhhhhh iiiiii")))
#define BODY1 " aaaaaa bbbbbb cccccc] "
#define BODY2 " dddddd e ffffff] "
#define BODY3 " gggggg hhhhhh iiiiii]"

static void
test_markers(void **state)
{
	expect(state, MARKED("first-starting-within-page"),
	    "1[/A" BODY1 "2[/B" BODY2 "3[/C" BODY3);
	expect(state, MARKED("first-including-carryover"),
	    "1[/A" BODY1 "2[/A" BODY2 "3[/C" BODY3);
	expect(state, MARKED("last-starting-within-page"),
	    "1[/A" BODY1 "2[/C" BODY2 "3[/C" BODY3);
	expect(state, MARKED("last-ending-within-page"),
	    "1[/A" BODY1 "2[/B" BODY2 "3[/C" BODY3);
}

#define BOUNDED(boundary) FO_ROOT(HEADED("m", 100, 20), \
	FO_SEQUENCE_OF("m", "", "", SECTION("A", "a")) \
	FO_SEQUENCE_OF("m", "", FO_STATIC("before", \
	B("/<fo:retrieve-marker retrieve-class-name='c' retrieve-boundary='" \
	boundary "'/>")), B("x") SECTION("B", "b") B("y")))

static void
test_marker_boundary(void **state)
{
	expect(state, BOUNDED("page"), "1[a] 2[/ x] 3[/B b] 4[/ y]");
	expect(state, BOUNDED("page-sequence"),
	    "1[a] 2[/ x] 3[/B b] 4[/B y]");
	expect(state, BOUNDED("document"), "1[a] 2[/A x] 3[/B b] 4[/B y]");
}

static void
test_static_numbers(void **state)
{
	expect(state, FO_ROOT(HEADED("m", 100, 20),
	    FO_SEQUENCE_OF("m", "initial-page-number='9' format='i' id='s'",
	    FO_STATIC("before", B(PAGE_NUMBER "/" CITE_LAST("s"))),
	    B("a") B("b"))), "ix[ix/x a] x[x/x b]");
}

static void
test_turned_body(void **state)
{
	struct set *s = set_fo(*state, FO_ROOT(FO_MASTER("m", 40, 110,
	    "<fo:region-body margin-bottom='10pt' reference-orientation='90'/>"
	    "<fo:region-after extent='10pt'/>"), FO_SEQUENCE_OF("m", "",
	    FO_STATIC("after", B(PAGE_NUMBER)),
	    B("aaaaaaaaaa") B("b") B("c") B("d")
	    "<fo:block id='e'>e</fo:block>")));

	/* lines are 100 long, the page holds four */
	assert_string_equal(set_pages(s),
	    "1[1 aaaaaaaaaa b c d] 2[2 e]");
	assert_string_equal(set_path(s, "string(//inset/@turn)"), "90");
	assert_string_equal(set_path(s, "string(//inset/@h)"), "100000");
	/* the foot stays upright */
	assert_string_equal(set_path(s, "count(//inset//text[.='1'])"), "0");
	/* its top left corner is the sheet's lower left corner */
	assert_string_equal(set_path(s, "string(//dest[@name='e']/@y)"),
	    "100000");
	assert_int_equal(area_check(s->doc, s->diag), 0);
}

static void
test_turned_back(void **state)
{
	struct set *s = set_fo(*state, FO_ROOT(FO_MASTER("m", 40, 100,
	    "<fo:region-body reference-orientation='-90'/>"), FO_SEQUENCE("",
	    "<fo:block id='e'>aaaaaaaaaa</fo:block>")));

	assert_string_equal(set_path(s, "string(//inset/@turn)"), "270");
	assert_string_equal(set_path(s, "string(//dest[@name='e']/@x)"),
	    "40000");
	assert_int_equal(area_check(s->doc, s->diag), 0);
}

static void
test_display_align(void **state)
{
	struct set *s = set_fo(*state, FO_ROOT(FO_MASTER("m", 100, 50,
	    "<fo:region-body display-align='after'/>"), FO_SEQUENCE("",
	    B("a"))));

	assert_string_equal(set_path(s, "string(//line/@y)"), "40000");
}

static void
test_region_box(void **state)
{
	struct set *s = set_fo(*state, FO_ROOT(FO_MASTER("m", 100, 50,
	    "<fo:region-body margin='10pt' padding='2pt'"
	    " border-top='1pt solid black' background-color='#eeeeee'/>"),
	    FO_SEQUENCE("", B("a"))));

	assert_string_equal(set_path(s, "string(//block[@background]/@y)"),
	    "10000");
	assert_string_equal(set_path(s, "string(//block[@background]/@h)"),
	    "30000");
	assert_string_equal(set_path(s, "string(//line/@y)"), "13000");
}

#define BOOKMARK(id, title, more) "<fo:bookmark internal-destination='" id \
	"'><fo:bookmark-title>" title "</fo:bookmark-title>" more \
	"</fo:bookmark>"

static void
test_bookmarks(void **state)
{
	struct set *s = set_fo(*state, FO_ROOT(FO_PAGE(100, 10),
	    "<fo:bookmark-tree>" BOOKMARK("a", "First", BOOKMARK("b",
	    "Second", "")) BOOKMARK("s", "Third", "") "</fo:bookmark-tree>"
	    FO_SEQUENCE("id='s'", "<fo:block id='a'>a</fo:block>"
	    "<fo:block id='b'>b</fo:block>")));

	assert_string_equal(set_path(s, "string(//bookmark[2]/@title)"),
	    "Second");
	assert_string_equal(set_path(s, "string(//bookmark[2]/@level)"), "2");
	assert_string_equal(set_path(s, "string(//bookmark[3]/@level)"), "1");
	assert_string_equal(set_path(s, "string(//dest[@name='b']/@page)"),
	    "2");
	assert_int_equal(area_check(s->doc, s->diag), 0);
}

/* --- tables --------------------------------------------------------------- */

#define CELL(content) "<fo:table-cell><fo:block>" content \
	"</fo:block></fo:table-cell>"
#define ROW(cells) "<fo:table-row>" cells "</fo:table-row>"
#define TABLE(attributes, head, body) \
	"<fo:table table-layout='fixed' width='100pt' " attributes ">" \
	"<fo:table-column column-width='50pt'/>" \
	"<fo:table-column column-width='50pt'/>" head \
	"<fo:table-body>" body "</fo:table-body></fo:table>"
#define HEAD(cells) "<fo:table-header>" ROW(cells) "</fo:table-header>"
#define FOOT(cells) "<fo:table-footer>" ROW(cells) "</fo:table-footer>"

static void
test_table_heads(void **state)
{
	expect(state, FO_ROOT(FO_PAGE(100, 30), FO_SEQUENCE("", TABLE("",
	    HEAD(CELL("H") CELL("I")), ROW(CELL("a") CELL("b")) ROW(CELL("c")
	    CELL("d")) ROW(CELL("e") CELL("f"))))),
	    "1[H I a b c d] 2[H I e f]");
	expect(state, FO_ROOT(FO_PAGE(100, 30), FO_SEQUENCE("",
	    TABLE("table-omit-header-at-break='true'",
	    HEAD(CELL("H") CELL("I")), ROW(CELL("a") CELL("b")) ROW(CELL("c")
	    CELL("d")) ROW(CELL("e") CELL("f"))))),
	    "1[H I a b c d] 2[e f]");
	expect(state, FO_ROOT(FO_PAGE(100, 30), FO_SEQUENCE("", TABLE("",
	    HEAD(CELL("H") CELL("I")) FOOT(CELL("F") CELL("G")),
	    ROW(CELL("a") CELL("b")) ROW(CELL("c") CELL("d"))))),
	    "1[H I a b F G] 2[H I c d F G]");
}

static void
test_table_rows_break(void **state)
{
	expect(state, FO_ROOT(FO_PAGE(100, 20), FO_SEQUENCE("", TABLE("", "",
	    ROW(CELL("aaaa bbbb cccc") CELL("dddd eeee ffff gggg hhhh"))))),
	    "1[aaaa bbbb dddd eeee] 2[cccc ffff gggg] 3[hhhh]");
	expect(state, FO_ROOT(FO_PAGE(100, 20), FO_SEQUENCE("", B("x")
	    TABLE("", "", "<fo:table-row keep-together='always'>"
	    CELL("aaaa bbbb") CELL("c") "</fo:table-row>"))),
	    "1[x] 2[aaaa bbbb c]");
}

static void
test_table_span_breaks(void **state)
{
	expect(state, FO_ROOT(FO_PAGE(100, 20), FO_SEQUENCE("", TABLE("", "",
	    ROW("<fo:table-cell number-rows-spanned='3'>" B("aaaa bbbb cccc")
	    "</fo:table-cell>" CELL("x")) ROW(CELL("y")) ROW(CELL("z"))))),
	    "1[aaaa bbbb x y] 2[cccc z]");
}

static void
test_table_head_too_tall(void **state)
{
	expect_code(state, FO_ROOT(FO_PAGE(100, 30), FO_SEQUENCE("",
	    TABLE("", HEAD(CELL("Hhhh Hhhh Hhhh") CELL("I")),
	    ROW(CELL("a") CELL("b")) ROW(CELL("c") CELL("d"))))), DIAG_P04,
	    "1[Hhhh Hhhh Hhhh I] 2[a b c d]");
	expect_code(state, FO_ROOT(FO_PAGE(100, 30), FO_SEQUENCE("",
	    TABLE("", HEAD(CELL("Hhhh Hhhh") CELL("I")),
	    ROW(CELL("a") CELL("b"))
	    ROW("<fo:table-cell><fo:block line-height='15pt'>c</fo:block>"
	    "</fo:table-cell>" CELL("d"))))), DIAG_P04,
	    "1[Hhhh Hhhh I a b] 2[c d]");
}

static void
test_lists(void **state)
{
	expect(state, FO_ROOT(FO_PAGE(100, 20), FO_SEQUENCE("",
	    "<fo:list-block provisional-distance-between-starts='20pt'"
	    " provisional-label-separation='0pt'><fo:list-item>"
	    "<fo:list-item-label end-indent='label-end()'>" B("1")
	    "</fo:list-item-label><fo:list-item-body "
	    "start-indent='body-start()'>" B("aaaaaa bbbbbb cccccc")
	    "</fo:list-item-body></fo:list-item></fo:list-block>")),
	    "1[1 aaaaaa bbbbbb] 2[cccccc]");
}

/* --- what can go wrong ---------------------------------------------------- */

static void
test_too_tall(void **state)
{
	expect_code(state, FO_ROOT(FO_PAGE(100, 20), FO_SEQUENCE("", B("a")
	    "<fo:block line-height='30pt'>b</fo:block>" B("c"))), DIAG_P03,
	    "1[a] 2[b] 3[c]");
}

static void
test_nowhere(void **state)
{
	/* an id in furniture is on no page that could be cited */
	const char *fo = FO_ROOT(HEADED("m", 100, 20), "<fo:bookmark-tree>"
	    BOOKMARK("x", "X", "") "</fo:bookmark-tree>"
	    FO_SEQUENCE_OF("m", "", FO_STATIC("before",
	    "<fo:block id='x'>x</fo:block>"), B(CITE("x"))
	    B("<fo:basic-link internal-destination='x'>l</fo:basic-link>")));

	expect_code(state, fo, DIAG_P05, "1[x ?] 2[x l]");
	expect_code(state, fo, DIAG_P07, NULL);
	expect_code(state, fo, DIAG_P09, NULL);
}

static void
test_widths_differ(void **state)
{
	expect_code(state, FO_ROOT(FO_MASTER("odd", 100, 20,
	    "<fo:region-body/>") FO_MASTER("even", 80, 20,
	    "<fo:region-body/>") CHOICE(CASE("odd-or-even='odd'", "odd")
	    CASE("", "even")), FO_SEQUENCE_OF("choice", "", "", B5)),
	    DIAG_P08, "1[a b] 2[c d] 3[e]");
}

static void
test_static_too_tall(void **state)
{
	expect_code(state, FO_ROOT(HEADED("m", 100, 20),
	    FO_SEQUENCE_OF("m", "", FO_STATIC("before", B("h") B("i")),
	    B("a"))), DIAG_P10, "1[h i a]");
}

static void
test_off_sheet(void **state)
{
	expect_code(state, FO_ROOT(FO_PAGE(100, 20), FO_SEQUENCE("",
	    "<fo:block wrap-option='no-wrap'>aaaaaaaa bbbbbbbb</fo:block>")),
	    DIAG_P11, NULL);
}

static void
test_structure(void **state)
{
	expect_code(state, FO_ROOT(FO_PAGE(100, 20), FO_SEQUENCE("",
	    "<fo:block role='LI'>a</fo:block>")), DIAG_P13, NULL);
}

/* The same text comes out however it is cut into pages. */
static void
test_text_is_conserved(void **state)
{
#define MIXED B5 TABLE("", HEAD(CELL("H") CELL("I")), ROW(CELL( \
	"aaaa bbbb cccc") CELL("dddd eeee ffff gggg hhhh")) ROW(CELL("i") \
	CELL("j"))) "<fo:block border='1pt solid black'>kkkkkk llllll mmmmmm" \
	"</fo:block>" B5
	static const char *const fo[] = {
	    FO_ROOT(FO_PAGE(100, 1000), FO_SEQUENCE("", MIXED)),
	    FO_ROOT(FO_PAGE(100, 70), FO_SEQUENCE("", MIXED)),
	    FO_ROOT(FO_PAGE(100, 40), FO_SEQUENCE("", MIXED)),
	    FO_ROOT(FO_PAGE(100, 33), FO_SEQUENCE("", MIXED)),
	};
	struct buf whole = {0}, text = {0};

	for (size_t i = 0; i < sizeof(fo) / sizeof(fo[0]); i++) {
		struct set *s = set_fo(*state, fo[i]);

		buf_reset(&text);
		area_text(s->doc, i == 0 ? &whole : &text);
		if (i > 0)
			assert_string_equal(text.data, whole.data);
		assert_int_equal(area_check(s->doc, s->diag), 0);
	}
	buf_free(&whole);
	buf_free(&text);
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, set_open, set_close)
	const struct CMUnitTest tests[] = {
	    T(test_exact), T(test_empty_flow), T(test_keeps), T(test_widows),
	    T(test_spaces), T(test_frames), T(test_breaks),
	    T(test_initial_numbers), T(test_force_page_count),
	    T(test_masters), T(test_last_master), T(test_citations),
	    T(test_reserve_grows), T(test_contents_move_themselves),
	    T(test_unsettled), T(test_markers), T(test_marker_boundary),
	    T(test_static_numbers), T(test_turned_body),
	    T(test_turned_back),
	    T(test_display_align), T(test_region_box), T(test_bookmarks),
	    T(test_table_heads),
	    T(test_table_rows_break), T(test_table_span_breaks),
	    T(test_table_head_too_tall), T(test_lists), T(test_too_tall),
	    T(test_nowhere), T(test_widths_differ), T(test_static_too_tall),
	    T(test_off_sheet), T(test_structure),
	    T(test_text_is_conserved),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
