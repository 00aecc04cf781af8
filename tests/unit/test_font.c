/* font: metrics, the cache of fonts, substitution, fallback faces. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "font/font.h"
#include "square.h"

#define PROJECT_CONF "fonts/fonts.conf"

static const struct src here = {.file = "a.fo", .line = 3};

struct at {
	struct square sq;
	struct diag *diag;
	struct fonts *fonts; /* square only */
};

static int
setup(void **state)
{
	struct at *at = calloc(1, sizeof(*at));

	*state = at;
	if (square_new(&at->sq) != 0)
		return 1;
	at->diag = diag_new();
	at->fonts = fonts_open(at->sq.conf, at->diag);
	return at->fonts == NULL;
}

static int
teardown(void **state)
{
	struct at *at = *state;

	fonts_free(at->fonts);
	diag_free(at->diag);
	square_free(&at->sq);
	free(at);
	return 0;
}

static struct font *
square(struct at *at, mpt size)
{
	return font_find(at->fonts, "Makepack Square", size, 400, FONT_NORMAL,
	    at->diag, here);
}

static void
test_metrics(void **state)
{
	struct font *f = square(*state, 10000);

	assert_int_equal(f->ascent, 8000);
	assert_int_equal(f->descent, 2000);
	assert_int_equal(f->x_height, 5000);
	assert_int_equal(f->underline_y, 1000);
	assert_int_equal(f->underline_h, 500);
	assert_non_null(font_scaled(f));
	assert_int_equal(f->fallback, 0);
}

static void
test_unique(void **state)
{
	struct at *at = *state;
	struct font *f = square(at, 10000);

	assert_ptr_equal(f, square(at, 10000));
	assert_ptr_not_equal(f, square(at, 10001));
	assert_ptr_not_equal(f, font_find(at->fonts, "Makepack Square", 10000,
	    700, FONT_NORMAL, at->diag, here));
	assert_ptr_not_equal(f, font_find(at->fonts, "Makepack Square", 10000,
	    400, FONT_ITALIC, at->diag, here));
	assert_int_equal(diag_worst(at->diag), DIAG_OK);
}

static void
test_size_is_bounded(void **state)
{
	struct at *at = *state;

	assert_int_equal(square(at, 0)->size, 100);
	assert_int_equal(square(at, MPT_MAX)->size, 5000000);
}

static void
test_substituted_once(void **state)
{
	struct at *at = *state;

	font_find(at->fonts, "Nowhere, 'makepack square'", 9000, 400,
	    FONT_NORMAL, at->diag, here);
	font_find(at->fonts, "Nowhere", 8000, 400, FONT_NORMAL, at->diag,
	    here);
	assert_int_equal(diag_count(at->diag, DIAG_L01), 1);
	assert_int_equal(diag_worst(at->diag), DIAG_WARNING);
}

static void
test_no_fonts(void **state)
{
	struct diag *diag = diag_new();

	(void)state;
	assert_null(fonts_open("/nonexistent/fonts.conf", diag));
	assert_int_equal(diag_count(diag, DIAG_B03), 1);
	diag_free(diag);
}

static void
test_project_fonts(void **state)
{
	struct diag *diag = diag_new();
	struct fonts *fonts = fonts_open(PROJECT_CONF, diag);
	struct font *f = font_find(fonts, "Liberation Sans", 11000, 400,
	    FONT_NORMAL, diag, here), *dejavu;
	struct font *other = font_find(fonts, "DejaVu Sans", 11000, 400,
	    FONT_NORMAL, diag, here);

	(void)state;
	assert_int_equal(f->ascent, 9958); /* 1854/2048 em */
	assert_int_equal(f->descent, 2331);
	assert_ptr_equal(font_for_face(fonts, f->pango, f), f);
	dejavu = font_for_face(fonts, other->pango, f);
	assert_ptr_not_equal(dejavu, other);
	assert_int_equal(dejavu->fallback, 1);
	assert_string_equal(dejavu->family, "DejaVu Sans");
	assert_ptr_equal(font_for_face(fonts, other->pango, f), dejavu);
	assert_int_equal(diag_worst(diag), DIAG_OK);
	fonts_free(fonts);
	diag_free(diag);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_metrics, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_unique, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_size_is_bounded, setup,
	        teardown),
	    cmocka_unit_test_setup_teardown(test_substituted_once, setup,
	        teardown),
	    cmocka_unit_test(test_no_fonts),
	    cmocka_unit_test(test_project_fonts),
	};

	return cmocka_run_group_tests_name("font", tests, NULL, NULL);
}
