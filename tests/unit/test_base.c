/* base/: memory, buffers, maps, diagnostics. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/mpt.h"

static void
arena_zeroes_and_aligns(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t size = 0; size < 40000; size = size * 2 + 1) {
		char *p = arena_alloc(a, size);

		assert_int_equal((uintptr_t)p % 16, 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0x55, size);
	}
	assert_string_equal(arena_printf(a, "%s-%d", "page", 7), "page-7");
	arena_free(a);
}

static void
arena_push_keeps_what_was_pushed(void **state)
{
	struct arena *a = arena_new();
	int *v = NULL;
	size_t n = 0, cap = 0;

	(void)state;
	for (int i = 0; i < 1000; i++)
		ARENA_PUSH(a, v, n, cap) = i;
	assert_int_equal(n, 1000);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(v[i], i);
	arena_free(a);
}

static void
buf_grows_and_escapes(void **state)
{
	struct buf b = {0};

	(void)state;
	for (int i = 0; i < 500; i++)
		buf_printf(&b, "%d,", i);
	assert_int_equal(b.len, 10 * 2 + 90 * 3 + 400 * 4);
	buf_reset(&b);
	buf_xml(&b, "a<b & \"c\">", 10);
	assert_string_equal(b.data, "a&lt;b &amp; &quot;c&quot;&gt;");
	buf_free(&b);
}

static void
map_finds_in_order_of_insertion(void **state)
{
	struct arena *a = arena_new();
	struct map *m = map_new(a);
	char key[16];
	static int values[500];

	(void)state;
	for (int i = 0; i < 500; i++) {
		snprintf(key, sizeof(key), "k%d", i);
		assert_null(map_put(m, key, &values[i]));
	}
	assert_int_equal(map_count(m), 500);
	assert_string_equal(map_at(m, 499)->key, "k499");
	assert_ptr_equal(map_find(m, "k123"), &values[123]);
	assert_null(map_find(m, "k500"));
	assert_ptr_equal(map_put(m, "k1", &values[9]), &values[1]);
	assert_ptr_equal(map_find_n(m, "k12", 2), &values[9]);
	arena_free(a);
}

static void
mpt_rounds_and_clamps(void **state)
{
	(void)state;
	assert_int_equal(mpt_from_pt(1.0005), 1001);
	assert_int_equal(mpt_from_pt(-1.0005), -1001);
	assert_int_equal(mpt_from_pt(1e300), MPT_MAX);
	assert_int_equal(mpt_from_pt(-1e300), -MPT_MAX);
	assert_int_equal(mpt_from_pt(0.0 / 0.0), 0);
}

static char *
printed(struct diag *d)
{
	char *text;
	size_t len;
	FILE *f = open_memstream(&text, &len);

	diag_print(d, f);
	fclose(f);
	return text;
}

static void
diag_sorts_and_folds(void **state)
{
	struct diag *d = diag_new();
	char *text;

	(void)state;
	assert_int_equal(diag_worst(d), DIAG_OK);
	diag_add(d, DIAG_X01, (struct src){"b.xml", 3, 0}, "%s", "img.png");
	diag_add(d, DIAG_X02, (struct src){"a.xml", 9, 2}, "odd & end");
	diag_add(d, DIAG_X01, (struct src){"b.xml", 3, 0}, "%s", "img.png");
	diag_hint(d, DIAG_A02, (struct src){0}, "do this", "%s", "");
	text = printed(d);
	assert_string_equal(text,
	    "makepack: usage: no input named [A02]\n"
	    "    hint: do this\n"
	    "a.xml:9:2: error: not well-formed XML, the document is left out: "
	    "odd & end [X02]\n"
	    "    hint: check that every tag is closed and that & is written "
	    "&amp;\n"
	    "b.xml:3: error: file not found: img.png [X01] (2 times)\n"
	    "    hint: check the spelling of the name; names are relative to "
	    "the file that gives them\n");
	free(text);
	assert_int_equal(diag_worst(d), DIAG_USAGE);
	assert_int_equal(diag_count(d, DIAG_X01), 2);
	diag_free(d);
}

static void
diag_codes_have_names_and_explanations(void **state)
{
	(void)state;
	for (int i = 0; i < DIAG_CODES; i++) {
		char *text;
		size_t len;
		FILE *f = open_memstream(&text, &len);

		assert_int_equal(diag_find(diag_name((enum diag_code)i)), i);
		diag_explain((enum diag_code)i, f);
		fclose(f);
		assert_true(len > 60);
		free(text);
	}
	assert_int_equal(diag_find("Q99"), DIAG_CODES);
	assert_int_equal(diag_exit(DIAG_NOTE), 0);
	assert_int_equal(diag_exit(DIAG_SYSTEM), 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(arena_zeroes_and_aligns),
	    cmocka_unit_test(arena_push_keeps_what_was_pushed),
	    cmocka_unit_test(buf_grows_and_escapes),
	    cmocka_unit_test(map_finds_in_order_of_insertion),
	    cmocka_unit_test(mpt_rounds_and_clamps),
	    cmocka_unit_test(diag_sorts_and_folds),
	    cmocka_unit_test(diag_codes_have_names_and_explanations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
