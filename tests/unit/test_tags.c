/* The logical structure that formatting objects get, and graphics. */
#include "flowing.h"

#define B(attributes, content) "<block " attributes ">" content "</block>"

static void
show_tag(struct buf *b, const struct area_doc *d, uint32_t at)
{
	const struct area_tag *t = &d->tag[at];
	const char *gap = "(";

	buf_puts(b, tag_role_name(t->role));
	if (t->colspan > 1)
		buf_printf(b, "*%d", t->colspan);
	if (t->rowspan > 1)
		buf_printf(b, "/%d", t->rowspan);
	if (t->scope != SCOPE_NONE)
		buf_putc(b, "-cr+"[t->scope]);
	if (t->lang != NULL)
		buf_printf(b, "~%s", t->lang);
	if (t->alt != NULL)
		buf_printf(b, "'%s'", t->alt);
	if (t->dest != NULL)
		buf_printf(b, "#%s", t->dest);
	if (t->uri != NULL)
		buf_printf(b, "@%s", t->uri);
	if (t->headers != NULL)
		buf_printf(b, "<%s", t->headers);
	for (uint32_t i = at + 1; i < d->tags; i++) {
		if (d->tag[i].parent != at)
			continue;
		buf_puts(b, gap);
		show_tag(b, d, i);
		gap = " ";
	}
	if (gap[0] == ' ')
		buf_putc(b, ')');
}

/* The structure below the page sequence's Part, in parentheses. */
static const char *
tags_of(struct flowing *f, const char *blocks)
{
	struct buf b = {0};
	const char *s;

	flowing_set(f, blocks, 100);
	show_tag(&b, f->doc, 1);
	assert_int_equal(strncmp(b.data, "Document(Part", 13), 0);
	b.data[b.len - 1] = '\0';
	s = arena_strdup(f->arena, b.data + 13);
	buf_free(&b);
	return s;
}

static void
tags_are(void **state, const char *blocks, const char *tags)
{
	struct flowing *f = *state;
	const char *got = tags_of(f, blocks);

	if (diag_worst(f->diag) != DIAG_OK)
		diag_print(f->diag, stderr);
	assert_string_equal(got, tags);
	assert_int_equal(diag_worst(f->diag), DIAG_OK);
}

static void
test_blocks(void **state)
{
	tags_are(state, "<block>a</block>", "(P)");
	tags_are(state, B("", B("", "a") B("", "b")), "(Div(P P))");
	tags_are(state, "<block/>" B("", " ") B("", B("id='x'", "")), "");
	tags_are(state, B("role='H1'", "a") B("role='none'", B("", "b")),
	    "(H1 P)");
	/* blocks inside a heading belong to it */
	tags_are(state, B("role='H2'", B("", "a") B("", "b")), "(H2)");
	tags_are(state, B("role='Sect'", B("", "a")), "(Sect(P))");
	tags_are(state, "<wrapper><block>a</block></wrapper>"
	    "<wrapper role='BlockQuote'><block>a</block></wrapper>"
	    "<block-container><block>a</block></block-container>",
	    "(P BlockQuote(P) P)");
	tags_are(state, B("mp:artifact='true'", B("", "a")) B("", "b"),
	    "(P)");
}

static void
test_inlines(void **state)
{
	tags_are(state, B("", "a <inline>b</inline><inline role='Quote'>c"
	    "</inline>"), "(P(Quote))");
	tags_are(state, B("xml:lang='en'", "a <inline xml:lang='cy'>b"
	    "</inline><inline xml:lang='en'>c</inline>"),
	    "(P~en(Span~cy))");
	tags_are(state, B("language='en' country='GB'",
	    "<inline fox:alt-text='up'>^</inline>"), "(P~en-GB(Span'up'))");
	tags_are(state, B("id='x'", "<basic-link internal-destination='x' "
	    "fox:alt-text='go'>a</basic-link><basic-link "
	    "external-destination='url(http://b)'>b</basic-link>"),
	    "(P(Link'go'#x Link@http://b))");
	tags_are(state, B("", "a<leader/><page-number/>"), "(P)");
}

#define ITEM "<list-item><list-item-label end-indent='label-end()'>" \
	"<block>1</block></list-item-label><list-item-body " \
	"start-indent='body-start()'><block>a</block></list-item-body>" \
	"</list-item>"

static void
test_lists(void **state)
{
	tags_are(state, "<list-block>" ITEM ITEM "</list-block>",
	    "(L(LI(Lbl LBody(P)) LI(Lbl LBody(P))))");
	tags_are(state, "<list-block role='TOC'>" ITEM "</list-block>",
	    "(TOC(TOCI(Lbl LBody(P))))");
	/* a list for the looks of it */
	tags_are(state, "<list-block role='none'>" ITEM "</list-block>",
	    "(P P)");
	tags_are(state, "<list-block role='Div'>" ITEM "</list-block>",
	    "(Div(P P))");
}

#define CELL(attributes) \
	"<table-cell " attributes "><block>a</block></table-cell>"

static void
test_tables(void **state)
{
	tags_are(state, "<table><table-column column-width='20pt' "
	    "number-columns-repeated='2'/><table-header><table-row>"
	    CELL("id='h'") CELL("mp:scope='both'") "</table-row>"
	    "</table-header><table-footer>" CELL("") CELL("")
	    "</table-footer><table-body><table-row>"
	    CELL("role='TH' number-rows-spanned='2'") CELL("mp:headers='h'")
	    "</table-row><table-row>" CELL("") "</table-row><table-row>"
	    CELL("number-columns-spanned='2'") "</table-row></table-body>"
	    "</table>",
	    "(Table(THead(TR(THc(P) TH+(P))) TBody(TR(TH/2r(P) TD<h(P)) "
	    "TR(TD(P)) TR(TD*2(P))) TFoot(TR(TD(P) TD(P)))))");
	/* every row has all columns */
	tags_are(state, "<table><table-column column-width='20pt' "
	    "number-columns-repeated='3'/><table-body><table-row>"
	    CELL("column-number='2'") "</table-row></table-body></table>",
	    "(Table(TBody(TR(TD TD(P) TD))))");
	/* a table for the looks of it */
	tags_are(state, "<table role='none'><table-column "
	    "column-width='20pt'/><table-body>" CELL("") "</table-body>"
	    "</table>", "(P)");
}

static void
test_unknown_role(void **state)
{
	struct flowing *f = *state;

	assert_string_equal(tags_of(f, B("role='heading'", "a")), "(P)");
	assert_int_equal(diag_count(f->diag, DIAG_L47), 1);
	assert_string_equal(tags_of(f, B("role='Artifact'", "a")), "(P)");
	assert_int_equal(diag_count(f->diag, DIAG_L47), 1);
}

/* --- graphics ----------------------------------------------------------- */

#define SVG(attributes) "<instream-foreign-object " attributes \
	" fox:alt-text='x'><svg xmlns='http://www.w3.org/2000/svg' " \
	"width='40pt' height='20pt'/></instream-foreign-object>"

static void
graphic_is(void **state, const char *attributes, const char *line)
{
	struct flowing *f = *state;
	struct buf b = {0};

	buf_printf(&b, "<block line-height='0pt'><instream-foreign-object %s "
	    "fox:alt-text='x'><svg xmlns='http://www.w3.org/2000/svg' "
	    "width='40pt' height='20pt'/></instream-foreign-object></block>",
	    attributes);
	flow_is(state, b.data, line);
	assert_string_equal(tags_of(f, b.data), "(P(Figure'x'))");
	buf_free(&b);
}

static void
test_graphic_sizes(void **state)
{
	graphic_is(state, "", "(40x20):20");
	graphic_is(state, "content-width='20pt'", "(20x10)");
	graphic_is(state, "content-height='200%'", "(80x40):40");
	graphic_is(state, "content-width='20pt' content-height='20pt'",
	    "(20x10)");
	graphic_is(state, "content-width='20pt' content-height='20pt' "
	    "scaling='non-uniform'", "(20x20):20");
	/* the viewport is larger, or takes what scale-to-fit gives */
	graphic_is(state, "width='60pt' height='30pt'", "(40x20):30");
	graphic_is(state, "width='60pt' content-width='scale-to-fit'",
	    "(60x30):30");
	graphic_is(state, "width='60pt' content-width='scale-down-to-fit'",
	    "(40x20):20");
	graphic_is(state, "width='30pt' content-width='scale-down-to-fit'",
	    "(30x15):15");
	graphic_is(state, "width='60pt' height='15pt' "
	    "content-width='scale-to-fit' content-height='scale-to-fit'",
	    "(30x15):15");
	graphic_is(state, "width='50%' content-width='scale-to-fit'",
	    "(50x25):25");
	graphic_is(state, "border='1pt solid' padding='2pt'", "(40x20):26");
}

static void
test_graphic_findings(void **state)
{
	struct flowing *f = *state;

	flow_says(state, B("line-height='0pt'", SVG("content-width='200pt'")),
	    DIAG_L45, "(100x50):50");
	flow_says(state, B("line-height='0pt'", SVG("width='30pt' "
	    "overflow='error-if-overflow'")), DIAG_L46, "(40x20):20");
	tags_of(f, B("", "<instream-foreign-object><svg xmlns="
	    "'http://www.w3.org/2000/svg' width='4pt' height='2pt'/>"
	    "</instream-foreign-object>"));
	assert_int_equal(diag_count(f->diag, DIAG_L48), 1);
	tags_of(f, B("", "<external-graphic src='url(no.png)' "
	    "mp:artifact='true'/>"));
	assert_int_equal(diag_count(f->diag, DIAG_L48), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_blocks),
	    cmocka_unit_test(test_inlines),
	    cmocka_unit_test(test_lists),
	    cmocka_unit_test(test_tables),
	    cmocka_unit_test(test_unknown_role),
	    cmocka_unit_test(test_graphic_sizes),
	    cmocka_unit_test(test_graphic_findings)};

	return cmocka_run_group_tests(tests, flowing_open, flowing_close);
}
