/* Filling and placing regions with hand-made items. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "items.h"
#include "paginate/fill.h"
#include "paginate/place.h"

static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct made *m = ARENA_NEW(a, struct made);

	m->arena = a;
	m->tag = 1;
	*state = m;
	return 0;
}

static int
teardown(void **state)
{
	arena_free(((struct made *)*state)->arena);
	return 0;
}

static struct fill
fill(struct made *m, const struct flow *f, const struct cursor *from, mpt h)
{
	struct room room = {h, h, 0};
	struct fill r = fill_flow(m->arena, f, from, room, 0);

	return r.status != FILL_AGAIN ? r :
	    fill_flow(m->arena, f, from, room, 1);
}

/* Fill and place regions of that height one after another; what each shows,
   as "a b|c d|e"; the frames' and cells' boxes are left out. */
static void
show_area(struct buf *b, const struct area *area)
{
	if (area->kind == AREA_TEXT) {
		if (b->len > 0 && b->data[b->len - 1] != '|')
			buf_putc(b, ' ');
		buf_add(b, area->u.text->text, area->u.text->bytes);
	}
	for (const struct area *c = area->child; c != NULL; c = c->next)
		show_area(b, c);
}

static const char *
pages(struct made *m, const struct flow *f, mpt h)
{
	struct cursor at = {0};
	struct diag *d = diag_new();
	struct buf b = {0};
	struct fill r = {.status = FILL_FULL};
	const char *shown;

	for (int n = 0; r.status == FILL_FULL && n < 60; n++) {
		struct area *page = area_new(m->arena, AREA_BLOCK,
		    (struct src){0});
		mpt used;

		if (n > 0)
			buf_putc(&b, '|');
		fill_skip_breaks(f, &at);
		r = fill(m, f, &at, h);
		used = place_flow(m->arena, f, &at, &r.to,
		    (struct spot){.into = page}, d);
		assert_int_equal(used, r.used);
		if (r.strength <= KEEP_ALWAYS && r.tall == NULL)
			assert_true(used <= h);
		show_area(&b, page);
		at = r.to;
	}
	diag_free(d);
	shown = arena_strdup(m->arena, b.data);
	buf_free(&b);
	return shown;
}

static void
lines(struct made *m, struct flow *f, const char *names, int keep)
{
	for (; *names != '\0'; names++)
		add_line(m, f, 10, keep, arena_strndup(m->arena, names, 1));
}

static void
test_exact(void **state)
{
	struct made *m = *state;
	struct flow *f = flow_made(m);

	lines(m, f, "abcdef", 0);
	assert_string_equal(pages(m, f, 30), "a b c|d e f");
	assert_string_equal(pages(m, f, 29), "a b|c d|e f");
	assert_string_equal(pages(m, f, 60), "a b c d e f");
}

static void
test_empty(void **state)
{
	struct made *m = *state;
	struct cursor at = {0};
	struct fill r = fill(m, flow_made(m), &at, 30);

	assert_int_equal(r.status, FILL_DONE);
	assert_int_equal(r.used, 0);
}

static void
test_space(void **state)
{
	struct made *m = *state;
	struct flow *f = flow_made(m);
	struct item *s;

	lines(m, f, "ab", 0);
	add_space(m, f, 10, 0);
	lines(m, f, "cd", 0);
	/* the space vanishes at the break */
	assert_string_equal(pages(m, f, 20), "a b|c d");
	/* and is kept where it says so: at the end, b must leave room */
	s = &f->item[2];
	s->at_end = 10;
	assert_string_equal(pages(m, f, 20), "a|b|c d");
	s->at_end = 0;
	s->at_start = 5;
	assert_string_equal(pages(m, f, 20), "a b|c|d");
}

static void
test_keeps_in_order(void **state)
{
	struct made *m = *state;
	struct flow *f = flow_made(m);
	struct cursor at = {0};
	struct fill r;

	lines(m, f, "a", 255);
	lines(m, f, "b", 7);
	lines(m, f, "c", 9);
	lines(m, f, "d", 200);
	lines(m, f, "e", 0);
	r = fill(m, f, &at, 40);
	assert_int_equal(r.strength, 7);
	assert_int_equal(r.to.item, 2);
	/* a legal place earlier wins over any keep */
	f->item[0].keep = 0;
	r = fill(m, f, &at, 40);
	assert_int_equal(r.strength, 0);
	assert_int_equal(r.to.item, 1);
	/* of equals the last */
	f->item[0].keep = 9;
	f->item[1].keep = 9;
	r = fill(m, f, &at, 40);
	assert_int_equal(r.strength, 9);
	assert_int_equal(r.to.item, 3);
}

static void
test_too_tall(void **state)
{
	struct made *m = *state;
	struct flow *f = flow_made(m);
	struct cursor at = {0};
	struct fill r;

	lines(m, f, "a", 0);
	add_line(m, f, 100, 0, "b");
	lines(m, f, "c", 0);
	assert_string_equal(pages(m, f, 30), "a|b|c");
	at.item = 1;
	r = fill_flow(m->arena, f, &at, (struct room){30, 30, 0}, 0);
	assert_int_equal(r.status, FILL_AGAIN);
	r = fill(m, f, &at, 30);
	assert_int_equal(r.status, FILL_FULL);
	assert_int_equal(r.strength, STRENGTH_FORCED);
}

static void
test_breaks(void **state)
{
	struct made *m = *state;
	struct flow *f = flow_made(m);
	struct cursor at = {0};
	struct fill r;

	add_item(m, f, ITEM_BREAK, 0, 0);
	lines(m, f, "a", 0);
	add_space(m, f, 5, 0);
	add_item(m, f, ITEM_BREAK, 0, 0);
	add_item(m, f, ITEM_BREAK, 0, 0)->brk = BREAK_ODD;
	lines(m, f, "b", 0);
	add_item(m, f, ITEM_BREAK, 0, 0);
	assert_string_equal(pages(m, f, 100), "a|b");
	r = fill(m, f, &at, 100);
	assert_true(r.broke);
	assert_int_equal(r.brk, BREAK_ODD);
}

static void
test_frames(void **state)
{
	struct made *m = *state;
	struct flow *f = flow_made(m);
	struct frame *kept = frame_made(m, 5, 5, 1);

	add_open(m, f, kept);
	lines(m, f, "abcd", 0);
	add_close(m, f, kept, 0);
	lines(m, f, "e", 0);
	/* each page needs both edges */
	assert_string_equal(pages(m, f, 30), "a b|c d|e");
	assert_string_equal(pages(m, f, 29), "a|b|c|d|e");
	kept->before_kept = kept->after_kept = 0;
	/* d cannot leave its closing edge alone */
	assert_string_equal(pages(m, f, 25), "a b|c d|e");
	assert_string_equal(pages(m, f, 20), "a|b c|d|e");
}

static void
test_frame_areas(void **state)
{
	struct made *m = *state;
	struct flow *f = flow_made(m);
	struct frame *frame = frame_made(m, 5, 5, 0);
	struct area *page = area_new(m->arena, AREA_BLOCK, (struct src){0});
	struct cursor at = {0};
	struct fill r;

	add_open(m, f, frame);
	lines(m, f, "abc", 0);
	add_close(m, f, frame, 0);
	r = fill(m, f, &at, 28);
	place_flow(m->arena, f, &at, &r.to, (struct spot){.into = page, .x = 7,
	    .y = 3}, NULL);
	assert_int_equal(page->child->x, 7);
	assert_int_equal(page->child->y, 3);
	assert_int_equal(page->child->h, 25);
	assert_int_equal(page->child->u.box->border[EDGE_TOP].width, 1);
	assert_int_equal(page->child->u.box->border[EDGE_BOTTOM].width, 0);
	assert_int_equal(page->child->last->y, 15);
	at = r.to;
	page = area_new(m->arena, AREA_BLOCK, (struct src){0});
	place_flow(m->arena, f, &at, NULL, (struct spot){.into = page}, NULL);
	assert_int_equal(page->child->h, 15);
	assert_int_equal(page->child->u.box->border[EDGE_TOP].width, 0);
	assert_int_equal(page->child->u.box->border[EDGE_BOTTOM].width, 1);
}

/* A table of one-line rows with a head of one line and a foot of one. */
static struct table *
rows(struct made *m, struct flow *f, const char *names)
{
	struct table *t = ARENA_NEW(m->arena, struct table);

	t->header = flow_made(m);
	t->footer = flow_made(m);
	lines(m, t->header, "H", 0);
	lines(m, t->footer, "F", 0);
	t->header_height = t->footer_height = 10;
	for (; *names != '\0'; names++) {
		struct band *b = band_made(m, 1, 1);
		struct flow *cell = flow_made(m);

		lines(m, cell, arena_strndup(m->arena, names, 1), 0);
		cell_set(b, 0, 0, 1, cell);
		add_band(m, f, b, 0)->table = t;
	}
	return t;
}

static void
test_table(void **state)
{
	struct made *m = *state;
	struct flow *f = flow_made(m);
	struct table *t;

	lines(m, f, "x", 0);
	t = rows(m, f, "abcde");
	lines(m, f, "y", 0);
	assert_string_equal(pages(m, f, 100), "x H a b c d e F y");
	assert_string_equal(pages(m, f, 50), "x H a b F|H c d e F|y");
	assert_string_equal(pages(m, f, 30), "x|H a F|H b F|H c F|H d F|H e F|y");
	t->omit_footer = 1;
	assert_string_equal(pages(m, f, 50), "x H a b c|H d e F y");
	t->omit_header = 1;
	assert_string_equal(pages(m, f, 50), "x H a b c|d e F y");
	/* no room for one row between head and foot: they are not repeated */
	t->omit_footer = t->omit_header = 0;
	f = flow_made(m);
	t = rows(m, f, "abc");
	t->header_height = 15;
	t->header->item[0].height = 15;
	assert_string_equal(pages(m, f, 25), "H a|b|c F");
}

static void
test_table_heads_artifacts(void **state)
{
	struct made *m = *state;
	struct flow *f = flow_made(m);
	struct area *page = area_new(m->arena, AREA_BLOCK, (struct src){0});
	struct cursor at = {0};
	struct fill r;

	rows(m, f, "abc");
	r = fill(m, f, &at, 30);
	place_flow(m->arena, f, &at, &r.to, (struct spot){.into = page}, NULL);
	assert_int_equal(page->child->artifact, 0);
	assert_int_equal(page->last->artifact, 1);
	at = r.to;
	page = area_new(m->arena, AREA_BLOCK, (struct src){0});
	place_flow(m->arena, f, &at, NULL, (struct spot){.into = page}, NULL);
	assert_int_equal(page->child->artifact, 1);
	assert_int_equal(page->last->artifact, 0);
}

static void
test_linear(void **state)
{
	struct made *m = *state;
	struct flow *f = flow_made(m);
	struct cursor at = {0};
	struct fill r = {.status = FILL_FULL};
	int n = 0;

	for (int i = 0; i < 1000; i++)
		rows(m, f, "abcdefghij");
	for (; r.status == FILL_FULL; n++) {
		r = fill(m, f, &at, 500);
		at = r.to;
	}
	assert_true(n > 200);
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
	    T(test_exact), T(test_empty), T(test_space),
	    T(test_keeps_in_order), T(test_too_tall), T(test_breaks),
	    T(test_frames), T(test_frame_areas), T(test_table),
	    T(test_table_heads_artifacts), T(test_linear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
