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

/* --- dictionaries ------------------------------------------------------- */

/* The places of a word, as their bytes. */
static void
places_are(struct hyphens *h, const char *word, const char *places)
{
	const uint8_t *at = hyphens_of(h, word, strlen(word));
	char got[100] = "";
	size_t n = 0;

	for (size_t i = 0; at != NULL && i < strlen(word); i++)
		if (at[i])
			n += (size_t)snprintf(got + n, sizeof(got) - n, "%zu ",
			    i);
	assert_string_equal(got, places);
}

static void
test_hyphens(void **state)
{
	struct fonts *fonts = ((struct at *)*state)->fonts;
	struct hyphens *h = fonts_hyphens(fonts, "en", "GB");
	char longest[202] = "";

	assert_non_null(h);
	assert_ptr_equal(fonts_hyphens(fonts, "en", "GB"), h);
	places_are(h, "committee", "3 6 ");
	places_are(h, "COMMITTEE", "3 6 ");
	places_are(h, "the", "");
	places_are(h, "", "");
	memset(longest, 'a', 201);
	places_are(h, longest, "");
	places_are(h, "caf\xc3\xa9" "committee", "5 8 11 ");
}

/* Only what is a language becomes part of a file's name. */
static void
test_hyphens_of_no_language(void **state)
{
	struct fonts *fonts = ((struct at *)*state)->fonts;

	assert_null(fonts_hyphens(fonts, "tlh", ""));
	assert_null(fonts_hyphens(fonts, "", ""));
	assert_null(fonts_hyphens(fonts, "x/../en", ""));
	assert_null(fonts_hyphens(fonts, "a language with no name", "GB"));
	assert_non_null(fonts_hyphens(fonts, "EN", "ie"));
	assert_non_null(fonts_hyphens(fonts, "en", ""));
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
	    cmocka_unit_test_setup_teardown(test_hyphens, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_hyphens_of_no_language,
	        setup, teardown),
	    cmocka_unit_test(test_no_fonts),
	    cmocka_unit_test(test_project_fonts),
	};

	return cmocka_run_group_tests_name("font", tests, NULL, NULL);
}
