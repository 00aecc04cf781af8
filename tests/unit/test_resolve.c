/* Column widths written back into the FO document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "fo/resolve.h"
#include "support.h"

#define CELL(text) "<fo:table-cell>" FO_BLOCK(text) "</fo:table-cell>"
#define ROWS(cells) "<fo:table-body><fo:table-row>" cells \
	"</fo:table-row></fo:table-body>"

/* The document with widths written in, without white space and prefixes. */
static void
columns_are(void **state, const char *table, const char *path,
    const char *expected)
{
	struct set *s = *state;
	char fo[4096];
	xmlXPathContext *x;
	xmlXPathObject *found;

	snprintf(fo, sizeof(fo), FO_ROOT(FO_PAGE(100, 60),
	    FO_SEQUENCE("", "%s")), table);
	set_fo(s, fo);
	fo_resolve_columns(s->tree, s->diag);
	x = xmlXPathNewContext(s->fo);
	found = xmlXPathEvalExpression((const xmlChar *)path, x);
	assert_non_null(found);
	assert_string_equal((const char *)found->stringval, expected);
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(x);
}

#define COLUMN(n) "concat(//*[@column-width][" #n "]/@column-number,' '," \
	"//*[@column-width][" #n "]/@column-width)"

static void
test_columns(void **state)
{
	columns_are(state, "<fo:table>" ROWS(CELL("aa") CELL("b"))
	    "</fo:table>", "concat(//*[@table-layout='fixed']/@width,"
	    "' ',name(//*[@table-layout]/*[1]),' '," COLUMN(1) ",' '," COLUMN(2)
	    ")", "30.000pt fo:table-column 1 20.000pt 2 10.000pt");
	/* repeated ones are divided, what else stands on them stays */
	columns_are(state, "<fo:table><fo:table-column column-width='25%'"
	    " number-columns-repeated='2' background-color='red'/>"
	    "<fo:table-column id='c'/>" ROWS(CELL("a") CELL("b") CELL("c"))
	    "</fo:table>", "concat(count(//*[@background-color='red']),' ',"
	    "count(//*[@number-columns-repeated]),' ',count(//*[@id]),' ',"
	    COLUMN(2) ",' '," COLUMN(3) ")", "2 0 1 2 10.000pt 3 20.000pt");
	/* columns of several spans only keep their number */
	columns_are(state, "<fo:table><fo:table-column"
	    " number-columns-spanned='2' column-number='1'/>"
	    "<fo:table-column column-number='1' column-width='15pt'/>"
	    ROWS(CELL("a") CELL("b")) "</fo:table>", "concat("
	    "//*[@number-columns-spanned]/@column-number,' ',"
	    "count(//*[@number-columns-spanned]/@column-width),' ',"
	    COLUMN(1) ",' '," COLUMN(2) ")", "1 0 1 15.000pt 2 10.000pt");
}

/* The same table in regions of different widths. */
static void
test_several_widths(void **state)
{
	struct set *s = set_fo(*state, FO_ROOT(
	    FO_MASTER("m", 100, 60, "<fo:region-body margin-top='10pt'/>"
	    "<fo:region-before extent='10pt'/>")
	    FO_MASTER("n", 80, 60, "<fo:region-body margin-top='10pt'/>"
	    "<fo:region-before extent='10pt'/>")
	    "<fo:page-sequence-master master-name='s'>"
	    "<fo:single-page-master-reference master-reference='m'/>"
	    "<fo:single-page-master-reference master-reference='n'/>"
	    "</fo:page-sequence-master>",
	    FO_SEQUENCE_OF("s", "", FO_STATIC("before",
	    "<fo:table width='100%'>" ROWS(CELL("a")) "</fo:table>"),
	    FO_BLOCK("a") "<fo:block break-before='page'>b</fo:block>")));

	fo_resolve_columns(s->tree, s->diag);
	assert_int_equal(set_count(s, DIAG_F30), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_columns, set_open, set_close),
	    cmocka_unit_test_setup_teardown(test_several_widths, set_open,
	        set_close)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
