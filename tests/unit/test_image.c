/* image: sizes from heads; what is refused, and with which words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "image/image.h"

struct state {
	struct arena *arena;
	struct diag *diag;
	struct images *images;
	char dir[64];
};

static int
setup(void **state)
{
	struct state *s = calloc(1, sizeof(*s));

	s->arena = arena_new();
	s->diag = diag_new();
	strcpy(s->dir, "/tmp/test_image.XXXXXX");
	assert_non_null(mkdtemp(s->dir));
	s->images = images_new(s->arena, s->dir);
	*state = s;
	return 0;
}

static int
teardown(void **state)
{
	struct state *s = *state;
	char cmd[128];

	snprintf(cmd, sizeof(cmd), "rm -rf %s", s->dir);
	assert_int_equal(system(cmd), 0);
	arena_free(s->arena);
	diag_free(s->diag);
	free(s);
	return 0;
}

static const char *
path_of(struct state *s, const char *name)
{
	return arena_printf(s->arena, "%s/%s", s->dir, name);
}

static const struct image *
load_bytes(struct state *s, const void *data, size_t len)
{
	FILE *f = fopen(path_of(s, "it"), "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(data, 1, len, f), len);
	fclose(f);
	return image_load(s->images, "it", s->diag,
	    (struct src){"a.xml", 7, 0});
}

/* IHDR of w x h, pHYs of across x down per unit, IDAT. */
static size_t
png(unsigned char out[80], uint32_t w, uint32_t h, uint32_t dots)
{
	static const unsigned char head[] = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR";
	unsigned char v[4][4];
	uint32_t n[4] = {w, h, dots, dots};

	for (int i = 0; i < 4; i++)
		for (int b = 0; b < 4; b++)
			v[i][b] = (unsigned char)(n[i] >> (24 - 8 * b));
	memset(out, 0, 80);
	memcpy(out, head, 16);
	memcpy(out + 16, v[0], 8);
	memcpy(out + 33, "\0\0\0\x09pHYs", 8);
	memcpy(out + 41, v[2], 8);
	out[49] = 1;
	memcpy(out + 54, "\0\0\0\0IDAT", 8);
	return 66;
}

/* JFIF of dots per unit, an empty comment, a frame header. */
static size_t
jpeg(unsigned char out[80], int unit, int dots, int marker, int comps)
{
	const unsigned char b[] = {0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I',
	    'F', 0, 1, 1, (unsigned char)unit, 0, (unsigned char)dots, 0,
	    (unsigned char)dots, 0, 0, 0xff, 0xff, 0xfe, 0, 2, 0xff,
	    (unsigned char)marker, 0, 8, 8, 0, 100, 1, 0, (unsigned char)comps};

	memcpy(out, b, sizeof(b));
	return sizeof(b);
}

static void
png_sizes(void **state)
{
	unsigned char b[80];
	const struct image *im = load_bytes(*state, b, png(b, 96, 48, 0));

	assert_int_equal(im->kind, IMAGE_PNG);
	assert_int_equal(im->px_w, 96);
	assert_int_equal(im->w, 72 * MPT_PT);
	assert_int_equal(im->h, 36 * MPT_PT);
}

static void
png_density(void **state)
{
	unsigned char b[80];
	const struct image *im = load_bytes(*state, b, png(b, 300, 150, 11811));

	assert_in_range(im->w, 71998, 72002);
	assert_in_range(im->h, 35999, 36001);
}

static void
jpeg_sizes(void **state)
{
	unsigned char b[80];
	const struct image *im = load_bytes(*state, b,
	    jpeg(b, 1, 100, 0xc0, 3));

	assert_int_equal(im->kind, IMAGE_JPEG);
	assert_int_equal(im->px_w, 256);
	assert_int_equal(im->px_h, 100);
	assert_in_range(im->h, 71998, 72002);
}

static void
jpeg_per_centimetre(void **state)
{
	unsigned char b[80];
	const struct image *im = load_bytes(*state, b,
	    jpeg(b, 2, 100, 0xc2, 1));

	assert_in_range(im->h, 28345, 28347);
}

static void
svg_sizes(void **state)
{
	static const struct {
		const char *text;
		mpt w, h;
	} cases[] = {
	    {"<svg width='96' height='48px'/>", 72000, 36000},
	    {"<?xml version='1.0'?>\n<!-- > -->\n"
	     "<!DOCTYPE svg PUBLIC \"a\" \"b\"><s:svg xmlns:s='x' "
	     "width=\"1in\" height = '2.5cm'>", 72000, 70866},
	    {"<svg viewBox='0 0 200,100'>", 150000, 75000},
	    {"<svg viewBox='0 0 200 100' width='100pt'>", 100000, 50000},
	    {"<svg viewBox='0 0 200 100' height='100pt' width='100%'>", 200000,
	     100000},
	    {"<svg>", 225000, 112500},
	};
	struct state *s = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct image *im = image_svg(s->images, cases[i].text,
		    strlen(cases[i].text), s->diag, (struct src){0});
		assert_non_null(im);
		assert_int_equal(im->w, cases[i].w);
		assert_int_equal(im->h, cases[i].h);
	}
	assert_int_equal(diag_worst(s->diag), DIAG_OK);
}

static void
loads_each_file_once(void **state)
{
	struct state *s = *state;
	unsigned char b[80];
	const struct image *im = load_bytes(s, b, png(b, 9, 9, 0));

	assert_ptr_equal(im, image_load(s->images, path_of(s, "./it"), s->diag,
	    (struct src){0}));
}

static void
missing(void **state)
{
	struct state *s = *state;

	assert_null(image_load(s->images, "no.png", s->diag, (struct src){0}));
	assert_int_equal(mkdir(path_of(s, "folder"), 0700), 0);
	assert_null(image_load(s->images, "folder", s->diag, (struct src){0}));
	assert_int_equal(diag_count(s->diag, DIAG_G01), 2);
}

static void
outside(void **state)
{
	struct state *s = *state;

	assert_int_equal(symlink("/etc/passwd", path_of(s, "link.png")), 0);
	assert_null(image_load(s->images, "link.png", s->diag,
	    (struct src){0}));
	assert_null(image_load(s->images, "../../etc/passwd", s->diag,
	    (struct src){0}));
	assert_null(image_load(s->images, "/etc/passwd", s->diag,
	    (struct src){0}));
	assert_int_equal(diag_count(s->diag, DIAG_G02), 3);
}

static void
unknown(void **state)
{
	static const char *const texts[] = {"", "GIF89a", "<html/>", "<svgx>",
	    "<!-- never closed", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>"};
	struct state *s = *state;

	for (size_t i = 0; i < 6; i++)
		assert_null(load_bytes(s, texts[i], strlen(texts[i])));
	assert_int_equal(diag_count(s->diag, DIAG_G03), 6);
}

static void
damaged(void **state)
{
	struct state *s = *state;
	unsigned char b[80];

	for (size_t n = png(b, 0, 5, 0); n >= 8; n -= 8)
		assert_null(load_bytes(s, b, n));
	for (size_t n = jpeg(b, 1, 1, 0xc0, 3) - 1; n >= 3; n--)
		assert_null(load_bytes(s, b, n));
	assert_int_equal(diag_count(s->diag, DIAG_G04), 8 + 32);
}

static void
too_large(void **state)
{
	struct state *s = *state;
	unsigned char b[80];

	assert_null(load_bytes(s, b, png(b, 30001, 1, 0)));
	assert_null(load_bytes(s, b, png(b, 20000, 20000, 0)));
	assert_null(load_bytes(s, "<svg width='9000in'>", 20));
	assert_int_equal(diag_count(s->diag, DIAG_G05), 3);
	assert_int_equal(truncate(path_of(s, "it"), ((off_t)64 << 20) + 1), 0);
	assert_null(image_load(s->images, "it", s->diag, (struct src){0}));
	assert_int_equal(diag_count(s->diag, DIAG_G05), 4);
}

static void
jpeg_refused(void **state)
{
	struct state *s = *state;
	unsigned char b[80];

	assert_null(load_bytes(s, b, jpeg(b, 1, 96, 0xc0, 4)));
	assert_null(load_bytes(s, b, jpeg(b, 1, 96, 0xc9, 3)));
	assert_int_equal(diag_count(s->diag, DIAG_G06), 2);
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {CASE(png_sizes), CASE(png_density),
	    CASE(jpeg_sizes), CASE(jpeg_per_centimetre), CASE(svg_sizes),
	    CASE(loads_each_file_once), CASE(missing), CASE(outside),
	    CASE(unknown), CASE(damaged), CASE(too_large), CASE(jpeg_refused)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
