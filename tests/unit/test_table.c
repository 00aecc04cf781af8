/* Tables: grid, columns, borders, keeps between rows, decimals. */
#include "flowing.h"

#define COL(width) "<table-column column-width='" width "'/>"
#define CELL(text) "<table-cell><block>" text "</block></table-cell>"
#define CELLA(attributes, text) \
	"<table-cell " attributes "><block>" text "</block></table-cell>"
#define ROW(cells) "<table-row>" cells "</table-row>"
#define ROWA(attributes, cells) \
	"<table-row " attributes ">" cells "</table-row>"
#define BODY(rows) "<table-body>" rows "</table-body>"
#define TABLE(content) "<table table-layout='fixed'>" content "</table>"
#define TABLEA(attributes, content) "<table table-layout='fixed' " attributes ">" content "</table>"
#define TWO COL("30pt") COL("70pt")

/* --- the grid ----------------------------------------------------------- */

static void
test_rows(void **state)
{
	flow_is(state, TABLE(TWO BODY(ROW(CELL("a") CELL("b"))
	    ROW(CELL("c") CELL("d e f g")))),
	    "{0+30[a] 30+70[b]}^10 {0+30[c] 30+70[d e f g]}^10");
	flow_is(state, TABLE(TWO BODY(CELL("a") CELLA("ends-row='true'", "b")
	    CELL("c") CELLA("starts-row='true'", "d"))),
	    "{0+30[a] 30+70[b]}^10 {0+30[c] 30+70[]}^10 "
	    "{0+30[d] 30+70[]}^10");
	flow_is(state, TABLE(TWO BODY(ROW(CELLA("column-number='2'", "b")))),
	    "{0+30[] 30+70[b]}^10");
	flow_is(state, "<block start-indent='10pt'>" TABLE(COL("20pt")
	    BODY(ROW(CELL("a")))) "</block>", "{10+20[a@10]}^10");
}

static void
test_spans(void **state)
{
	flow_is(state, TABLE(TWO BODY(ROW(CELLA("number-columns-spanned='2'",
	    "a")) ROW(CELL("b") CELL("c")))),
	    "{0+100[a]}^10 {0+30[b] 30+70[c]}^10");
	/* rows tied by a span are one band; the rest goes to the last row */
	flow_is(state, TABLE(TWO BODY(ROW(CELLA("number-rows-spanned='2'",
	    "a b c d e") CELL("d")) ROW(CELL("e")) ROW(CELL("f")
	    CELL("g")))), "{0+30(2)[a b  c d  e] 30+70[d] | 30+70[e]}^10,20 "
	    "{0+30[f] 30+70[g]}^10");
	flow_is(state, TABLE(COL("30pt") COL("30pt") COL("40pt")
	    BODY(ROW(CELL("a") CELLA("number-rows-spanned='2'", "b")
	    CELL("c")) ROW(CELL("d") CELL("e")))),
	    "{0+30[a] 30+30(2)[b] 60+40[c] | 0+30[d] 60+40[e]}^10,10");
}

static void
test_bad_grids(void **state)
{
	flow_says(state, TABLE(TWO BODY(ROW(
	    CELLA("number-columns-spanned='3'", "a")))), DIAG_L35,
	    "{0+100[a]}^10");
	flow_says(state, TABLE(TWO BODY(ROW(
	    CELLA("number-rows-spanned='9'", "a") CELL("b")))), DIAG_L35,
	    "{0+30[a] 30+70[b]}^10");
	flow_says(state, TABLE(TWO BODY(ROW(CELL("a")
	    CELLA("column-number='1'", "b")))), DIAG_L34,
	    "{0+30[a] 30+70[b]}^10");
	flow_says(state, TABLE(COL("30pt") BODY(ROW(CELL("a") CELL("b")))),
	    DIAG_L37, "{0+30[a] 30+70[b]}^10");
	flow_says(state, TABLE(BODY(ROW(CELL("a")
	    CELLA("column-number='300'", "b")))), DIAG_L36, "{0+100[a]}^10");
}

/* --- columns ------------------------------------------------------------ */

static void
test_columns(void **state)
{
#define P(n) "proportional-column-width(" n ")"
	flow_is(state, TABLE(COL(P("1")) COL(P("3")) BODY(ROW(CELL("a")
	    CELL("b")))), "{0+25[a] 25+75[b]}^10");
	flow_is(state, TABLE(COL("40pt") COL(P("1")) COL(P("2"))
	    BODY(ROW(CELL("a") CELL("b") CELL("c")))),
	    "{0+40[a] 40+20[b] 60+40[c]}^10");
	flow_is(state, TABLE(COL("20%") "<table-column/>"
	    BODY(ROW(CELL("a") CELL("b")))), "{0+20[a] 20+80[b]}^10");
	flow_is(state, TABLE("<table-column column-width='10pt' "
	    "number-columns-repeated='2'/>" COL("20pt") BODY(ROW(CELL("a")
	    CELL("b") CELL("c")))), "{0+10[a] 10+10[b] 20+20[c]}^10");
	flow_is(state, TABLE(BODY(ROW(CELL("a") CELL("b")))),
	    "{0+50[a] 50+50[b]}^10");
	/* a table width that lengths do not fill is spread over them */
	flow_is(state, TABLEA("width='100%'", COL("10pt") COL("30pt")
	    BODY(ROW(CELL("a") CELL("b")))), "{0+25[a] 25+75[b]}^10");
	flow_is(state, TABLEA("width='60pt'", COL(P("1")) COL(P("1"))
	    BODY(ROW(CELL("a") CELL("b")))), "{0+30[a] 30+30[b]}^10");
	/* thirds add up */
	flow_is(state, TABLE(COL(P("1")) COL(P("1")) COL(P("1"))
	    BODY(ROW(CELL("") CELL("")
	    CELLA("padding-left='0.001pt'", "a")))),
	    "{0+33.333[] 33.333+33.333[] 66.666+33.334[a]}^10");
}

static void
test_wide_columns(void **state)
{
	flow_says(state, TABLE(COL("80pt") COL("40pt") BODY(ROW(CELL("a")
	    CELL("b")))), DIAG_L32, "{0+80[a] 80+40[b]}^10");
	flow_says(state, TABLE(COL("100pt") COL(P("1")) BODY(ROW(CELL("a")
	    CELL("b")))), DIAG_L33, "{0+100[a] 100+50[b]}^10");
	flow_says(state, TABLE(COL("10pt") BODY(ROW(CELLA("padding='5pt'",
	    "a")))), DIAG_L38, "{0+10[a]}^20");
	flow_says(state, TABLEA("border-separation='200pt'", COL("10pt")
	    BODY(ROW(CELL("a")))), DIAG_L38,
	    "<0+210:100/255 {200+0[a]}^210/255 >100");
}

/* --- heights ------------------------------------------------------------ */

static void
test_heights(void **state)
{
	flow_is(state, TABLE(TWO BODY(ROWA("height='25pt'", CELL("a")
	    CELL("b")))), "{0+30[a] 30+70[b]}^25");
	flow_is(state, TABLE(TWO BODY(ROWA(
	    "block-progression-dimension.minimum='15pt'", CELL("a")
	    CELLA("height='20pt' padding='1pt'", "b")))),
	    "{0+30[a] 30+70[b]}^22");
	flow_is(state, TABLE(TWO BODY(ROW(CELL("a")
	    CELLA("padding-before='2pt' padding-after='3pt'", "b")))),
	    "{0+30[a] 30+70[b]}^15");
}

/* --- headers and footers ------------------------------------------------ */

static void
test_header_and_footer(void **state)
{
	struct flowing *f = *state;
	const struct table *t;
	struct buf b = {0};

	flow_is(state, TABLEA("table-omit-footer-at-break='true'", TWO
	    "<table-header>" ROW(CELL("h") CELL("i")) ROW(CELL("j"))
	    "</table-header><table-footer>" CELL("f") CELL("g")
	    "</table-footer>" BODY(ROW(CELL("a") CELL("b")))
	    BODY(ROW(CELL("c") CELL("d")))),
	    "{0+30[a] 30+70[b]}^10=table^20v10 "
	    "{0+30[c] 30+70[d]}^10=table^20v10");
	t = f->flow->item[0].table;
	assert_ptr_equal(t, f->flow->item[1].table);
	assert_false(t->omit_header);
	assert_true(t->omit_footer);
	show_flow(&b, t->header);
	assert_string_equal(b.data,
	    "{0+30[h] 30+70[i]}^10 {0+30[j] 30+70[]}^10");
	buf_reset(&b);
	show_flow(&b, t->footer);
	assert_string_equal(b.data, "{0+30[f] 30+70[g]}^10");
	assert_int_equal(flow_height(f->flow), 50 * MPT_PT);
	buf_free(&b);
}

/* Without rows to repeat them for, they are rows. */
static void
test_header_alone(void **state)
{
	flow_is(state, TABLE(COL("20pt") "<table-header>" CELL("h")
	    "</table-header><table-body><marker marker-class-name='m'/>"
	    "</table-body>"), "{0+20[h]}^10/255 .%m");
}

/* --- keeps and breaks --------------------------------------------------- */

static void
test_row_keeps(void **state)
{
	flow_is(state, TABLE(COL("20pt") BODY(
	    ROWA("keep-with-next='always'", CELL("a"))
	    ROWA("keep-together.within-page='5'", CELL("b"))
	    ROWA("keep-with-previous='7'", CELL("c")) ROW(CELL("d")))),
	    "{0+20[a]}^10/255 {0+20[b]}^10k5/7 {0+20[c]}^10 {0+20[d]}^10");
	flow_is(state, TABLEA("keep-together='always'", COL("20pt")
	    BODY(ROW(CELL("a")) ROW(CELL("b")))) "<block>c</block>",
	    "{0+20[a]}^10k255/255 {0+20[b]}^10k255 c");
	flow_is(state, TABLEA("keep-with-next='always'", COL("20pt")
	    BODY(ROW(CELL("a")))) "<block>c</block>", "{0+20[a]}^10/255 c");
	/* from inside the cells */
	flow_is(state, TABLE(COL("20pt") COL("20pt") BODY(ROW(CELL("a")
	    "<table-cell><block keep-with-next='9'>b</block></table-cell>")
	    ROW(CELL("c") CELL("d")))),
	    "{0+20[a] 20+20[b]}^10/9 {0+20[c] 20+20[d]}^10");
	/* inside a band */
	flow_is(state, TABLE(COL("20pt") COL("20pt") BODY(
	    ROWA("keep-with-next='8'", CELLA("number-rows-spanned='2'", "a")
	    CELL("b")) ROWA("keep-together.within-page='3'", CELL("c")))),
	    "{0+20(2)[a] 20+20[b] |/8 20+20[c]}^10,10k3");
}

static void
test_row_breaks(void **state)
{
	flow_is(state, TABLE(COL("20pt") BODY(ROW(CELL("a"))
	    ROWA("break-before='page'", CELL("b")) ROW(
	    "<table-cell><block break-before='odd-page'>c</block>"
	    "</table-cell>"))),
	    "{0+20[a]}^10 !page {0+20[b]}^10 !odd {0+20[c]}^10");
	flow_says(state, TABLE(COL("20pt") COL("20pt") BODY(ROW(
	    CELLA("number-rows-spanned='2'", "a") CELL("b"))
	    ROWA("break-before='page'", CELL("c")))), DIAG_L39,
	    "{0+20(2)[a] 20+20[b] | 20+20[c]}^10,10");
}

static void
test_anchors(void **state)
{
	flow_is(state, "<table id='t'>" COL("20pt") "<table-body id='b'>"
	    "<table-row id='r'><table-cell id='c'><block>a</block>"
	    "</table-cell></table-row></table-body></table>",
	    "{0+20[a#c#c$]}^10#t#b#r#r$#b$#t$");
	flow_is(state, TABLE(COL("20pt") COL("20pt") BODY(ROW(
	    CELLA("number-rows-spanned='2'", "a") CELL("b"))
	    ROWA("id='r'", CELL("c")))),
	    "{0+20(2)[a] 20+20[b] | 20+20[c#r]}^10,10#r$");
}

/* --- frames and backgrounds --------------------------------------------- */

static void
test_table_frame(void **state)
{
	flow_is(state, TABLEA("border='1pt solid' padding='2pt'",
	    COL("20pt") BODY(ROW(CELL("a")))),
	    "<-3+26:3/255 {0+20[a]}^10/255 >3");
	flow_is(state, TABLEA("background-color='red' border='1pt solid' "
	    "border-collapse='collapse'", COL("20pt") BODY(ROW(CELL("a")))),
	    "<0+20:0/255 {-0.5+21[a]}^12/255 >0");
}

static const struct band *
band_at(struct flowing *f, size_t i)
{
	for (size_t k = 0; k < f->flow->n; k++)
		if (f->flow->item[k].band != NULL && i-- == 0)
			return f->flow->item[k].band;
	return NULL;
}

/* The colour behind a cell, cells and rows together; -1: none. */
static long
behind(const struct band *b, size_t i)
{
	const struct cell *c = &b->cell[i];

	if (c->box.filled)
		return (long)c->box.background;
	return b->row_box[c->row] == NULL ? -1
	    : (long)b->row_box[c->row]->background;
}

static void
test_backgrounds(void **state)
{
	struct flowing *f = *state;

	flowing_set(f, TABLE("<table-column column-width='20pt' "
	    "background-color='#000001'/>" COL("20pt")
	    BODY(ROW(CELL("a") CELL("b")) ROWA("background-color='#000003'",
	    CELL("a") CELLA("background-color='#000004'", "b")))
	    "<table-body background-color='#000002'>" ROW(CELL("a")
	    CELL("b")) "</table-body>"), 100);
	assert_int_equal(behind(band_at(f, 0), 0), 1);
	assert_int_equal(behind(band_at(f, 0), 1), -1);
	assert_int_equal(behind(band_at(f, 1), 0), 3);
	assert_int_equal(behind(band_at(f, 1), 1), 4);
	assert_int_equal(behind(band_at(f, 2), 0), 2);
	assert_int_equal(behind(band_at(f, 2), 1), 2);
}

/* --- separate borders --------------------------------------------------- */

static void
test_separation(void **state)
{
	struct flowing *f = *state;
	const struct cell *c;

	/* half inside each cell, half outside the outermost: 4 everywhere */
	flow_is(state, TABLEA("border-separation='4pt' width='100%'",
	    COL(P("1")) COL(P("1")) BODY(ROW(CELLA("border='1pt solid'",
	    "a") CELL("b")))),
	    "<0+100:2/255 {4+44[a] 52+44[b]}^16/255 >2");
	c = band_at(f, 0)->cell;
	assert_int_equal(c->above, 2000);
	assert_int_equal(c->below, 2000);
	assert_int_equal(c->before, 3000);
	assert_int_equal(c->content_x, 1000);
	assert_int_equal(c->flow->width, 42000);
}

/* --- collapsed borders -------------------------------------------------- */

/* A cell's borders as "top right bottom left" in tenths of points, with the
   style's letter where it is not solid. */
static const char *
borders(struct flowing *f, size_t band, size_t i)
{
	static const enum area_edge order[] = {EDGE_TOP, EDGE_RIGHT,
	    EDGE_BOTTOM, EDGE_LEFT};
	static const char letter[] = {'-', ' ', '_', '.', '='};
	const struct cell *c = &band_at(f, band)->cell[i];

	buf_reset(&f->out);
	for (int e = 0; e < 4; e++) {
		const struct area_border *b = &c->box.border[order[e]];

		buf_printf(&f->out, "%s%d", e > 0 ? " " : "",
		    (int)b->width / 100);
		if (b->style != BORDER_SOLID && b->style != BORDER_NONE)
			buf_putc(&f->out, letter[b->style]);
	}
	return f->out.data;
}

#define COLLAPSE(attributes, content) \
	TABLEA("border-collapse='collapse' " attributes, content)

static void
test_collapse(void **state)
{
	struct flowing *f = *state;
	const struct cell *c;

	/* 1 pt everywhere: each line is drawn once */
	flow_is(state, COLLAPSE("", TWO BODY(
	    ROW(CELLA("border='1pt solid'", "a")
	        CELLA("border='1pt solid'", "b"))
	    ROW(CELLA("border='1pt solid'", "c")
	        CELLA("border='1pt solid'", "d")))),
	    "{-0.5+31[a] 30.5+70[b]}^12 {-0.5+31[c] 30.5+70[d]}^11");
	assert_string_equal(borders(f, 0, 0), "10 10 10 10");
	assert_string_equal(borders(f, 0, 1), "10 10 10 0");
	assert_string_equal(borders(f, 1, 0), "0 10 10 10");
	assert_string_equal(borders(f, 1, 1), "0 10 10 0");
	c = band_at(f, 0)->cell;
	assert_int_equal(c[0].before, 1000);
	assert_int_equal(c[0].after, 1000);
	assert_int_equal(c[0].content_x, 1000);
	assert_int_equal(c[0].flow->width, 29000);
	assert_int_equal(c[1].content_x, 0);
	c = band_at(f, 1)->cell;
	assert_int_equal(c[0].before, 0);
	assert_int_equal(c[0].above, 0);
}

/* The line between the two cells of a row. */
static void
between_is(void **state, const char *cell_a, const char *cell_b,
    const char *more, const char *expected)
{
	struct flowing *f = *state;
	struct buf b = {0};

	buf_printf(&b, "<table border-collapse='collapse' %s>" COL("40pt")
	    "<table-column column-width='40pt' border-left='1pt solid #ccc'/>"
	    BODY("<table-row><table-cell %s><block>a</block></table-cell>"
	    "<table-cell %s><block>b</block></table-cell></table-row>")
	    "</table>", more, cell_a, cell_b);
	flowing_set(f, b.data, 100);
	buf_free(&b);
	buf_printf(&b, "%s", borders(f, 0, 0));
	assert_string_equal(b.data, expected);
	buf_free(&b);
}

static void
test_conflicts(void **state)
{
	/* the column's own, when cells have none */
	between_is(state, "", "", "", "0 10 0 0");
	/* wider wins */
	between_is(state, "border-right='2pt dotted'", "border-left="
	    "'1pt solid'", "", "0 20. 0 0");
	between_is(state, "border-right='0.5pt solid'", "", "", "0 10 0 0");
	/* of the same width, double solid dashed dotted */
	between_is(state, "border-right='2pt dashed'", "border-left="
	    "'2pt double'", "", "0 20= 0 0");
	between_is(state, "border-right='2pt dashed'", "border-left="
	    "'2pt dotted'", "", "0 20_ 0 0");
	/* hidden beats everything, none is beaten by everything */
	between_is(state, "border-right='9pt solid'", "border-left-style="
	    "'hidden'", "", "0 0 0 0");
	between_is(state, "border-right='1pt solid'", "border-left-style="
	    "'none'", "", "0 10 0 0");
	/* the table's at its edges only */
	between_is(state, "", "", "border='3pt solid'", "30 10 30 30");
}

static uint32_t
color_below(struct flowing *f, size_t band)
{
	return band_at(f, band)->cell[0].box.border[EDGE_BOTTOM].color;
}

/* Same width and style: cell, row, body, column, table. */
static void
test_conflict_of_colours(void **state)
{
	struct flowing *f = *state;
	struct buf b = {0};
	static const char *const on[5] = {"table-cell", "table-row",
	    "table-body", "table-column", "table"};
	char attr[5][64];

	for (int first = 0; first < 5; first++) {
		for (int i = 0; i < 5; i++)
			snprintf(attr[i], sizeof(attr[i]), i < first ? "" :
			    "border-bottom='1pt solid #00000%d'", i + 1);
		buf_reset(&b);
		buf_printf(&b, "<%s border-collapse='collapse' %s>"
		    "<%s column-width='50pt' %s/><%s %s><%s %s><%s %s>"
		    "<block>a</block></%s></%s></%s></%s>", on[4], attr[4],
		    on[3], attr[3], on[2], attr[2], on[1], attr[1], on[0],
		    attr[0], on[0], on[1], on[2], on[4]);
		flowing_set(f, b.data, 100);
		assert_int_equal(color_below(f, 0), first + 1);
	}
	buf_free(&b);
	/* of two cells, the one above */
	flowing_set(f, COLLAPSE("", COL("50pt") BODY(ROW(
	    CELLA("border-bottom='1pt solid #000001'", "a")) ROW(
	    CELLA("border-top='1pt solid #000002'", "b")))), 100);
	assert_int_equal(color_below(f, 0), 1);
}

/* Beside two cells with different borders, those draw their own. */
static void
test_collapse_with_spans(void **state)
{
	struct flowing *f = *state;
	const struct cell *c;

	flow_is(state, COLLAPSE("", TWO BODY(ROW(
	    CELLA("number-rows-spanned='2'", "a")
	    CELLA("border-left='1pt solid'", "b"))
	    ROW(CELLA("border-left='2pt solid'", "c")))),
	    "{0+29(2)[a] 29.5+70.5[b] | 29+71[c]}^10,10");
	assert_string_equal(borders(f, 0, 0), "0 0 0 0");
	assert_string_equal(borders(f, 0, 1), "0 0 0 10");
	assert_string_equal(borders(f, 0, 2), "0 0 0 20");
	c = band_at(f, 0)->cell;
	assert_int_equal(c[1].content_x, 1000);
	assert_int_equal(c[2].content_x, 2000);
	/* a narrower border is centred in the widest of its line */
	flowing_set(f, COLLAPSE("", TWO BODY(ROW(
	    CELLA("border-bottom='3pt solid'", "a")
	    CELLA("border-bottom='1pt solid'", "b")))), 100);
	c = band_at(f, 0)->cell;
	assert_int_equal(c[0].below, 0);
	assert_int_equal(c[0].after, 3000);
	assert_int_equal(c[1].below, 1000);
	assert_int_equal(c[1].after, 2000);
}

/* The line before the footer is the footer's: it stands on every page. */
static void
test_collapse_with_footer(void **state)
{
	struct flowing *f = *state;
	const struct table *t;

	flowing_set(f, COLLAPSE("", COL("50pt") "<table-footer>"
	    CELLA("border='2pt solid'", "f") "</table-footer>"
	    BODY(ROW(CELLA("border='1pt solid'", "a")))), 100);
	t = f->flow->item[0].table;
	assert_int_equal(t->footer_height, 14 * MPT_PT);
	assert_string_equal(borders(f, 0, 0), "10 10 0 10");
	assert_int_equal(t->footer->item[0].band->cell[0].
	    box.border[EDGE_TOP].width, 2000);
}

/* --- decimals ----------------------------------------------------------- */

#define DECIMAL "<table-column column-width='90pt' mp:decimal='true'/>"
#define END(text) CELLA("text-align='end'", text)

static mpt
line_x(struct flowing *f, size_t band)
{
	const struct area *line =
	    band_at(f, band)->cell[0].flow->item[0].area;

	return line->x + line->child->x;
}

static void
test_decimals(void **state)
{
	struct flowing *f = *state;

	flowing_set(f, TABLE(DECIMAL BODY(ROW(END("12.5")) ROW(END("1,003"))
	    ROW(END("(0.25)")) ROW(END("n/a")) ROW(END("7%")))), 100);
	/* ".25)" is 40 wide, so the point is at 50 */
	assert_int_equal(line_x(f, 0), 30 * MPT_PT);
	assert_int_equal(line_x(f, 1), 0);
	assert_int_equal(line_x(f, 2), 30 * MPT_PT);
	assert_int_equal(line_x(f, 3), 60 * MPT_PT);
	assert_int_equal(line_x(f, 4), 40 * MPT_PT);
}

static void
test_decimals_too_wide(void **state)
{
	struct flowing *f = *state;

	flowing_set(f, TABLE(DECIMAL BODY(ROW(CELL("123456.1"))
	    ROW(CELL("1.234567")))), 100);
	assert_int_equal(diag_count(f->diag, DIAG_L40), 1);
	assert_int_equal(line_x(f, 1), 0);
	/* centred, and on cells only */
	flowing_set(f, TABLE(COL("80pt") BODY(
	    ROW(CELLA("mp:decimal='true' text-align='center'", "12.5"))
	    ROW(CELLA("mp:decimal='true' text-align='center'", "1.25"))
	    ROW(CELLA("text-align='center'", "1")))), 100);
	assert_int_equal(line_x(f, 0), 15 * MPT_PT);
	assert_int_equal(line_x(f, 1), 25 * MPT_PT);
	assert_int_equal(line_x(f, 2), 35 * MPT_PT);
}

/* --- nesting ------------------------------------------------------------ */

static void
test_nesting(void **state)
{
	flow_is(state, "<block start-indent='10pt'>" TABLE(COL("60pt")
	    BODY(ROW("<table-cell start-indent='0pt' padding-left='2pt'>" TABLE(COL("20pt")
	    BODY(ROW(CELL("a")))) "<list-block "
	    "provisional-distance-between-starts='20pt'><list-item>"
	    "<list-item-label end-indent='label-end()'><block>b</block>"
	    "</list-item-label><list-item-body start-indent='body-start()'>"
	    "<block>c</block></list-item-body></list-item></list-block>"
	    "</table-cell>"))) "</block>",
	    "{10+60[{0+20[a]}^10 {0+14[b] 20+38[c@20]}^10]}^20");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rows),
	    cmocka_unit_test(test_spans),
	    cmocka_unit_test(test_bad_grids),
	    cmocka_unit_test(test_columns),
	    cmocka_unit_test(test_wide_columns),
	    cmocka_unit_test(test_heights),
	    cmocka_unit_test(test_header_and_footer),
	    cmocka_unit_test(test_header_alone),
	    cmocka_unit_test(test_row_keeps),
	    cmocka_unit_test(test_row_breaks),
	    cmocka_unit_test(test_anchors),
	    cmocka_unit_test(test_table_frame),
	    cmocka_unit_test(test_backgrounds),
	    cmocka_unit_test(test_separation),
	    cmocka_unit_test(test_collapse),
	    cmocka_unit_test(test_conflicts),
	    cmocka_unit_test(test_conflict_of_colours),
	    cmocka_unit_test(test_collapse_with_spans),
	    cmocka_unit_test(test_collapse_with_footer),
	    cmocka_unit_test(test_decimals),
	    cmocka_unit_test(test_decimals_too_wide),
	    cmocka_unit_test(test_nesting)};

	return cmocka_run_group_tests(tests, flowing_open, flowing_close);
}
