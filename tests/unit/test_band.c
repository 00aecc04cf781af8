/* Breaking inside rows, with hand-made bands. */
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

static void
lines(struct made *m, struct flow *f, const char *names)
{
	for (; *names != '\0'; names++)
		add_line(m, f, 10, 0, arena_strndup(m->arena, names, 1));
}

static struct flow *
flow_of(struct made *m, const char *names)
{
	struct flow *f = flow_made(m);

	lines(m, f, names);
	return f;
}

/* Every cell as "x:abc" where x is its position, regions divided by "|". */
static void
show_area(struct buf *b, const struct area *area, int depth)
{
	if (area->kind == AREA_TEXT)
		buf_add(b, area->u.text->text, area->u.text->bytes);
	if (depth == 1 && area->kind == AREA_BLOCK)
		buf_printf(b, " %d:", (int)area->x / 20);
	for (const struct area *c = area->child; c != NULL; c = c->next)
		show_area(b, c, depth + 1);
}

struct shown {
	const char *text;
	int worst;           /* strength that gave way */
	int tall;
	struct area *page[40];
	int pages;
};

static struct shown
pages(struct made *m, const struct flow *f, mpt h)
{
	struct shown s = {0};
	struct cursor at = {0};
	struct diag *d = diag_new();
	struct room room = {h, h, 0};
	struct buf b = {0};
	struct fill r = {.status = FILL_FULL};

	while (r.status == FILL_FULL && s.pages < 40) {
		struct area *page = area_new(m->arena, AREA_BLOCK,
		    (struct src){0});
		mpt used;

		if (s.pages > 0)
			buf_puts(&b, " |");
		fill_skip_breaks(f, &at);
		r = fill_flow(m->arena, f, &at, room, 0);
		if (r.status == FILL_AGAIN)
			r = fill_flow(m->arena, f, &at, room, 1);
		used = place_flow(m->arena, f, &at, &r.to,
		    (struct spot){.into = page}, d);
		assert_int_equal(used, r.used);
		if (r.strength > s.worst)
			s.worst = r.strength;
		s.tall |= r.tall != NULL;
		show_area(&b, page, 0);
		at = r.to;
		s.page[s.pages++] = page;
	}
	diag_free(d);
	s.text = arena_strdup(m->arena, b.data);
	buf_free(&b);
	return s;
}

static struct flow *
row_of(struct made *m, struct band **band, size_t cells, ...)
{
	struct flow *f = flow_made(m);
	va_list ap;

	*band = band_made(m, 1, cells);
	va_start(ap, cells);
	for (size_t i = 0; i < cells; i++)
		cell_set(*band, i, 0, 1, flow_of(m, va_arg(ap, char *)));
	va_end(ap);
	add_band(m, f, *band, 0);
	return f;
}

static void
test_cells_break_alone(void **state)
{
	struct made *m = *state;
	struct band *b;
	struct flow *f = row_of(m, &b, 3, "abcdefg", "p", "stu");

	lines(m, f, "z");
	assert_string_equal(pages(m, f, 100).text, " 0:abcdefg 1:p 2:stuz");
	/* several cells go on; one is over and its box goes on empty */
	assert_string_equal(pages(m, f, 20).text,
	    " 0:ab 1:p 2:st | 0:cd 1: 2:u | 0:ef 1: 2: | 0:g 1: 2:z");
}

static void
test_taller_than_pages(void **state)
{
	struct made *m = *state;
	struct band *b;
	struct flow *f = row_of(m, &b, 2, "abcdefghijkl", "p");
	struct shown s = pages(m, f, 30);

	assert_int_equal(s.pages, 4);
	assert_int_equal(s.worst, 0);
}

static void
test_row_keep(void **state)
{
	struct made *m = *state;
	struct flow *f = flow_of(m, "x"), *row;
	struct band *b;
	struct shown s;

	row = row_of(m, &b, 2, "abcd", "pq");
	b->row_keep[0] = KEEP_ALWAYS;
	f->item = ARENA_ARRAY(m->arena, 2, struct item);
	f->item[0] = flow_of(m, "x")->item[0];
	f->item[1] = row->item[0];
	f->n = 2;
	/* kept: it goes to the next page whole */
	s = pages(m, f, 40);
	assert_string_equal(s.text, "x | 0:abcd 1:pq");
	assert_int_equal(s.worst, 0);
	/* taller than a page: it breaks in spite of the keep */
	s = pages(m, f, 30);
	assert_int_equal(s.worst, KEEP_ALWAYS);
	assert_string_equal(s.text, "x | 0:abc 1:pq | 0:d 1:");
	b->row_keep[0] = 0;
	assert_string_equal(pages(m, f, 40).text, "x 0:abc 1:pq | 0:d 1:");
}

/* A row may only break where every unfinished cell makes progress. */
static void
test_progress(void **state)
{
	struct made *m = *state;
	struct band *b;
	struct flow *f = flow_of(m, "x"), *row = row_of(m, &b, 2, "abcd", "");
	struct flow *picture = flow_made(m);
	struct shown s;

	add_line(m, picture, 30, 0, "P")->node = &m->node;
	cell_set(b, 1, 0, 1, picture);
	add_item(m, f, ITEM_BOX, 40, 0)->band = b;
	(void)row;
	s = pages(m, f, 30);
	assert_string_equal(s.text, "x | 0:abc 1:P | 0:d 1:");
	assert_int_equal(s.worst, 0);
	/* taller than any page: the other cell goes first, then by force */
	picture->item[0].height = 35;
	s = pages(m, f, 30);
	assert_string_equal(s.text, "x | 0:abc 1: | 0:d 1:P");
	assert_true(s.tall);
}

/* Orphans inside a cell hold back the row that they stand in. */
static void
test_orphans(void **state)
{
	struct made *m = *state;
	struct band *b;
	struct flow *f = flow_of(m, "xy"), *row = row_of(m, &b, 1, "abcd");

	b->cell[0].flow->item[0].keep = KEEP_WIDOW;
	b->cell[0].flow->item[2].keep = KEEP_WIDOW;
	add_item(m, f, ITEM_BOX, 40, 0)->band = row->item[0].band;
	assert_string_equal(pages(m, f, 30).text, "xy | 0:ab | 0:cd");
	assert_string_equal(pages(m, f, 40).text, "xy 0:ab | 0:cd");
}

static void
test_edges(void **state)
{
	struct made *m = *state;
	struct band *b;
	struct flow *f = row_of(m, &b, 1, "abcd");
	struct cell *c = &b->cell[0];
	struct shown s;

	c->before = 5;
	c->after = 5;
	for (int i = 0; i < 4; i++)
		c->box.border[i] = (struct area_border){1, 0, BORDER_SOLID};
	f->item[0].height = b->row_height[0] = 50;
	/* a break cuts the edges there; the end needs its own */
	s = pages(m, f, 25);
	assert_string_equal(s.text, " 0:ab | 0:cd");
	s = pages(m, f, 24);
	assert_string_equal(s.text, " 0:a | 0:bc | 0:d");
	assert_int_equal(s.page[0]->child->h, 15);
	assert_int_equal(s.page[0]->child->u.box->border[EDGE_TOP].width, 1);
	assert_int_equal(s.page[0]->child->u.box->border[EDGE_BOTTOM].width,
	    0);
	assert_int_equal(s.page[1]->child->h, 20);
	assert_int_equal(s.page[2]->child->h, 15);
	assert_int_equal(s.page[2]->child->u.box->border[EDGE_BOTTOM].width,
	    1);
}

/* A first column that spans three rows. */
static struct flow *
spanned(struct made *m, struct band **band, const char *span)
{
	struct flow *f = flow_made(m);
	struct band *b = band_made(m, 3, 4);

	cell_set(b, 0, 0, 3, flow_of(m, span));
	cell_set(b, 1, 0, 1, flow_of(m, "ab"));
	cell_set(b, 2, 1, 1, flow_of(m, "cd"));
	cell_set(b, 3, 2, 1, flow_of(m, "ef"));
	for (int r = 0; r < 3; r++)
		b->row_keep[r] = KEEP_ALWAYS;
	add_band(m, f, b, 0);
	*band = b;
	return f;
}

static void
test_span_over_break(void **state)
{
	struct made *m = *state;
	struct band *b;
	struct flow *f = spanned(m, &b, "pqrst");
	struct shown s = pages(m, f, 60);

	assert_string_equal(s.text, " 0:pqrst 1:ab 2:cd 3:ef");
	/* between rows: the span goes on beside the rows that are left */
	s = pages(m, f, 40);
	assert_string_equal(s.text, " 0:pqrs 1:ab 2:cd | 0:t 3:ef");
	assert_int_equal(s.worst, 0);
	assert_int_equal(s.page[1]->child->h, 20);
	/* it uses the height that the kept row leaves */
	s = pages(m, f, 30);
	assert_string_equal(s.text, " 0:pqr 1:ab | 0:st 2:cd | 0: 3:ef");
	assert_int_equal(s.worst, 0);
	/* rows that may break do */
	for (int r = 0; r < 3; r++)
		b->row_keep[r] = 0;
	s = pages(m, f, 30);
	assert_string_equal(s.text, " 0:pqr 1:ab 2:c | 0:st 2:d 3:ef");
}

static void
test_span_is_tallest(void **state)
{
	struct made *m = *state;
	struct band *b;
	struct flow *f = spanned(m, &b, "klmnopqrst");
	struct shown s;

	assert_int_equal(b->row_height[2], 60);
	s = pages(m, f, 40);
	assert_string_equal(s.text, " 0:klmn 1:ab 2:cd | 0:opqr 3:ef | 0:st 3:");
	assert_int_equal(s.pages, 3);
}

static void
test_between_keeps(void **state)
{
	struct made *m = *state;
	struct band *b;
	struct flow *f = spanned(m, &b, "p");
	struct shown s;

	b->between[1] = KEEP_ALWAYS;
	s = pages(m, f, 40);
	assert_string_equal(s.text, " 0:p 1:ab | 0: 2:cd 3:ef");
	assert_int_equal(s.worst, 0);
	b->between[0] = 3;
	s = pages(m, f, 40);
	assert_int_equal(s.worst, 3);
}

static void
test_nested(void **state)
{
	struct made *m = *state;
	struct band *b, *outer = band_made(m, 1, 1);
	struct flow *f = flow_made(m), *in = row_of(m, &b, 2, "abcd", "pqr");

	lines(m, in, "z");
	cell_set(outer, 0, 0, 1, in);
	add_band(m, f, outer, 0);
	assert_int_equal(pages(m, f, 20).pages, 3);
	assert_int_equal(pages(m, f, 10).pages, 5);
	assert_int_equal(pages(m, f, 10).worst, 0);
}

/* A band that fits but is kept to what does not fit is divided itself. */
static void
test_kept_band_divides(void **state)
{
	struct made *m = *state;
	struct band *b;
	struct flow *f = row_of(m, &b, 1, "abcd");

	f->item[0].keep = KEEP_ALWAYS;
	lines(m, f, "z");
	assert_string_equal(pages(m, f, 40).text, " 0:abc | 0:dz");
	assert_int_equal(pages(m, f, 40).worst, 0);
}

static void
test_break_in_cell(void **state)
{
	struct made *m = *state;
	struct band *b;
	struct flow *f = row_of(m, &b, 2, "ab", "pqr"), *cell = flow_made(m);

	lines(m, cell, "a");
	add_item(m, cell, ITEM_BREAK, 0, 0);
	lines(m, cell, "b");
	b->cell[0].flow = cell;
	assert_string_equal(pages(m, f, 100).text, " 0:a 1:pqr | 0:b 1:");
}

static void
test_display_align(void **state)
{
	struct made *m = *state;
	struct band *b;
	struct flow *f = row_of(m, &b, 3, "abcd", "p", "q");
	struct shown s;

	b->cell[1].align = FO_KW_CENTER;
	b->cell[2].align = FO_KW_AFTER;
	s = pages(m, f, 100);
	assert_int_equal(s.page[0]->child->child->y, 0);
	assert_int_equal(s.page[0]->child->next->child->y, 15);
	assert_int_equal(s.page[0]->last->child->y, 30);
}

static void
test_row_minimum(void **state)
{
	struct made *m = *state;
	struct flow *f = flow_made(m);
	struct band *b = band_made(m, 1, 1);
	struct shown s;

	b->row_min[0] = 50;
	cell_set(b, 0, 0, 1, flow_of(m, "a"))->node = &m->node;
	add_band(m, f, b, 0);
	lines(m, f, "z");
	s = pages(m, f, 60);
	assert_int_equal(s.page[0]->child->h, 50);
	/* a row that is taller than the page ends all the same */
	s = pages(m, f, 40);
	assert_string_equal(s.text, " 0:a |z");
	assert_true(s.tall);
}

/* Nesting costs a fill for each level, not a power of it. */
static void
test_deep(void **state)
{
	struct made *m = *state;
	struct flow *f = flow_of(m, "abcdefghij");

	for (int i = 0; i < 60; i++) {
		struct band *b = band_made(m, 2, 3);
		struct flow *up = flow_made(m);

		cell_set(b, 0, 0, 2, f);
		cell_set(b, 1, 0, 1, flow_of(m, "p"));
		cell_set(b, 2, 1, 1, flow_of(m, "q"));
		add_band(m, up, b, 0);
		f = up;
	}
	assert_true(pages(m, f, 20).pages < 40);
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
	    T(test_cells_break_alone), T(test_taller_than_pages),
	    T(test_row_keep), T(test_progress), T(test_orphans),
	    T(test_edges), T(test_span_over_break), T(test_span_is_tallest),
	    T(test_between_keeps), T(test_nested), T(test_kept_band_divides),
	    T(test_break_in_cell), T(test_display_align), T(test_row_minimum),
	    T(test_deep),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
