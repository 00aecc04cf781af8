/* The area tree: its dump, its text, destinations, its check. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "area/area.h"

struct at {
	struct arena *arena;
	struct diag *diag;
	struct area_doc *doc;
	struct area *page;
	struct buf out;
};

static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct at *at = ARENA_NEW(a, struct at);
	struct area_page page = {.w = 600, .h = 800, .label = "ii",
	    .number = 2, .master = "m"};

	at->arena = a;
	at->diag = diag_new();
	at->doc = area_doc_new(a);
	at->page = page.area = area_new(a, AREA_BLOCK, (struct src){0});
	page.area->w = 600;
	page.area->h = 800;
	ARENA_PUSH(a, at->doc->page, at->doc->pages, at->doc->pages_cap) =
	    page;
	*state = at;
	return 0;
}

static int
teardown(void **state)
{
	struct at *at = *state;

	buf_free(&at->out);
	diag_free(at->diag);
	arena_free(at->arena);
	return 0;
}

static struct area *
add(struct at *at, struct area *into, enum area_kind kind, mpt x, mpt y,
    mpt w, mpt h)
{
	struct area *area = area_new(at->arena, kind, (struct src){0});

	area->x = x;
	area->y = y;
	area->w = w;
	area->h = h;
	area_append(into, area);
	return area;
}

static struct area *
add_text(struct at *at, struct area *into, mpt x, uint32_t tag, const char *s)
{
	struct area *area = add(at, into, AREA_TEXT, x, 10, 50, 0);
	struct area_text *t = ARENA_NEW(at->arena, struct area_text);

	t->text = s;
	t->bytes = t->glyphs = t->clusters = strlen(s);
	t->cluster = ARENA_ARRAY(at->arena, t->clusters, struct area_cluster);
	for (size_t i = 0; i < t->clusters; i++)
		t->cluster[i] = (struct area_cluster){1, 1};
	area->u.text = t;
	area->tag = tag;
	return area;
}

static uint32_t
add_tag(struct at *at, enum tag_role role, uint32_t parent)
{
	struct area_tag tag = {.role = role, .parent = parent, .colspan = 1,
	    .rowspan = 1};

	ARENA_PUSH(at->arena, at->doc->tag, at->doc->tags,
	    at->doc->tags_cap) = tag;
	return (uint32_t)at->doc->tags - 1;
}

static const char *
dump(struct at *at)
{
	buf_reset(&at->out);
	area_dump(at->doc, &at->out);
	return at->out.data;
}

static void
test_roles(void **state)
{
	(void)state;
	assert_int_equal(tag_role_find("TD"), TAG_TD);
	assert_int_equal(tag_role_find("td"), TAG_ROLES);
	assert_string_equal(tag_role_name(TAG_LBODY), "LBody");
}

static void
test_dump(void **state)
{
	struct at *at = *state;
	struct area_box box = {.filled = 1, .background = 0xeeeeee};
	struct area *block = add(at, at->page, AREA_BLOCK, 10, 20, 300, 30);
	struct area *line = add(at, block, AREA_LINE, 5, 6, 290, 12);

	box.border[EDGE_TOP] = (struct area_border){500, 0xff, BORDER_SOLID};
	block->u.box = &box;
	block->id = "a<b";
	add_text(at, line, 7, add_tag(at, TAG_P, 1), "x&y");
	add(at, line, AREA_RULE, 0, 0, 10, 1)->u.color = 0x10203;
	assert_string_equal(dump(at), "<areas>\n"
	    "<page number=\"2\" label=\"ii\" master=\"m\" w=\"600\" "
	    "h=\"800\">\n"
	    "<block id=\"a&lt;b\" x=\"10\" y=\"20\" w=\"300\" h=\"30\" "
	    "border-top=\"500 solid #0000ff\" background=\"#eeeeee\">\n"
	    "<line x=\"15\" y=\"26\" w=\"290\" h=\"12\">\n"
	    "<text x=\"22\" y=\"36\" w=\"50\" color=\"#000000\" tag=\"2\" "
	    "role=\"P\">x&amp;y</text>\n"
	    "<rule x=\"15\" y=\"26\" w=\"10\" h=\"1\" color=\"#010203\"/>\n"
	    "</line>\n</block>\n</page>\n"
	    "<tag n=\"1\" parent=\"0\" role=\"Document\"/>\n"
	    "<tag n=\"2\" parent=\"1\" role=\"P\"/>\n</areas>\n");
}

static void
test_dests_turned(void **state)
{
	/* an inset 100 wide and 40 high; its origin after each turn */
	static const struct { int16_t turn; mpt x, y; } want[] = {
	    {0, 13, 24}, {90, 14, 57}, {180, 107, 56}, {270, 106, 23}};
	struct at *at = *state;

	for (size_t i = 0; i < 4; i++) {
		struct area *in = add(at, at->page, AREA_INSET, 10, 20, 100,
		    40);

		in->turn = want[i].turn;
		add(at, in, AREA_BLOCK, 3, 4, 0, 0)->id = "here";
		at->doc->dests = 0;
		area_dests(at->doc);
		assert_int_equal(at->doc->dests, 1);
		assert_int_equal(at->doc->dest[0].x, want[i].x);
		assert_int_equal(at->doc->dest[0].y, want[i].y);
		at->page->child = at->page->last = NULL;
	}
}

static void
test_dests_first_wins(void **state)
{
	struct at *at = *state;
	struct area *head = add(at, at->page, AREA_BLOCK, 0, 0, 9, 9);

	head->artifact = 1;
	head->id = "a";
	add(at, at->page, AREA_BLOCK, 1, 0, 9, 9)->id = "a";
	add(at, at->page, AREA_BLOCK, 2, 0, 9, 9)->id = "a";
	area_dests(at->doc);
	assert_int_equal(at->doc->dests, 1);
	assert_int_equal(at->doc->dest[0].x, 1);
}

static void
test_text(void **state)
{
	struct at *at = *state;
	uint32_t p = add_tag(at, TAG_P, 1), q = add_tag(at, TAG_P, 1);
	struct area *head = add(at, at->page, AREA_BLOCK, 0, 0, 9, 9);
	struct buf b = {0};

	head->artifact = 1;
	add_text(at, head, 0, p, "head");
	add_text(at, at->page, 0, q, "two ");
	add_text(at, at->page, 0, p, "one");
	add_text(at, at->page, 0, 0, "foot");
	add_text(at, at->page, 0, q, "three");
	area_text(at->doc, &b);
	assert_string_equal(b.data, "one\ntwo three\n");
	buf_free(&b);
}

static void
test_check_clean(void **state)
{
	struct at *at = *state;

	add_text(at, at->page, 0, add_tag(at, TAG_P, 1), "fine");
	assert_int_equal(area_check(at->doc, at->diag), 0);
	assert_int_equal(diag_worst(at->diag), DIAG_OK);
}

static void
test_check_off_sheet(void **state)
{
	struct at *at = *state;
	struct area *in = add(at, at->page, AREA_INSET, 0, 0, 600, 800);

	in->turn = 90;
	/* 50 long at 740: on the turned sheet, which is 800 long */
	add_text(at, in, 740, 1, "on");
	assert_int_equal(area_check(at->doc, at->diag), 0);
	add_text(at, in, 1760, 1, "off");
	assert_int_equal(area_check(at->doc, at->diag), 1);
	assert_int_equal(diag_count(at->diag, DIAG_P11), 1);
}

static void
test_check_faults(void **state)
{
	struct at *at = *state;
	struct area *text = add_text(at, at->page, 0, 1, "abc");
	struct area_bookmark mark = {.title = "M", .dest = "none"};

	text->u.text->bytes = 2;
	text->tag = 99;
	at->page->last = at->page;
	ARENA_PUSH(at->arena, at->doc->bookmark, at->doc->bookmarks,
	    at->doc->bookmarks_cap) = mark;
	assert_int_equal(area_check(at->doc, at->diag), 4);
	assert_int_equal(diag_count(at->diag, DIAG_P12), 4);
}

static void
test_check_structure(void **state)
{
	struct at *at = *state;
	uint32_t row = add_tag(at, TAG_TR, 1);

	add_tag(at, TAG_TD, row);
	add_tag(at, TAG_LI, row);
	at->doc->tag[add_tag(at, TAG_LINK, 1)].dest = "none";
	assert_int_equal(area_check(at->doc, at->diag), 3);
	assert_int_equal(diag_count(at->diag, DIAG_P13), 2);
	assert_int_equal(diag_count(at->diag, DIAG_P09), 1);
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
	    T(test_roles), T(test_dump), T(test_dests_turned),
	    T(test_dests_first_wins), T(test_text), T(test_check_clean),
	    T(test_check_off_sheet), T(test_check_faults),
	    T(test_check_structure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
