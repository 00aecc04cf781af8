/* pdf: what Cairo's file holds, read with poppler's and qpdf's tools. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "pdf/pdf.h"
#include "sample.h"

static int
setup(void **state)
{
	*state = calloc(1, sizeof(struct sample));
	sample_new(*state);
	return 0;
}

static int
teardown(void **state)
{
	sample_free(*state);
	free(*state);
	return 0;
}

/* Draw into file $F and run cmd on it; what it prints. */
static char *
draw(struct sample *s, const char *cmd)
{
	struct buf pdf = {0}, out = {0};
	char *name = arena_printf(s->arena, "/tmp/test_pdf.%ld",
	    (long)getpid()), *line;
	FILE *f = fopen(name, "wb");
	int c;

	assert_non_null(f);
	if (pdf_draw(s->doc, &pdf, s->diag) != 0)
		diag_print(s->diag, stderr);
	assert_int_equal(fwrite(pdf.data, 1, pdf.len, f), pdf.len);
	fclose(f);
	line = arena_printf(s->arena, "F=%s; %s", name, cmd);
	f = popen(line, "r");
	assert_non_null(f);
	while ((c = getc(f)) != EOF)
		buf_putc(&out, c);
	assert_int_equal(pclose(f), 0);
	unlink(name);
	line = arena_strdup(s->arena, out.len != 0 ? out.data : "");
	buf_free(&pdf);
	buf_free(&out);
	return line;
}

#define STREAMS "qpdf --qdf --warning-exit-0 --no-warn " \
    "--object-streams=disable $F - | cat -v"

static void
assert_has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("no \"%s\" in:\n%s", part, text);
}

static void
file_is_sound(void **state)
{
	struct sample *s = *state;

	sample_everything(s);
	assert_int_equal(area_check(s->doc, s->diag), 0);
	assert_has(draw(s, "qpdf --check $F"), "No syntax");
	assert_int_equal(diag_print(s->diag, stderr), 0);
}

static void
same_bytes_twice(void **state)
{
	struct sample *s = *state;
	struct sample again;
	char *first;

	sample_everything(s);
	first = draw(s, "sleep 1; cksum < $F");
	sample_new(&again);
	sample_everything(&again);
	assert_string_equal(draw(&again, "cksum < $F"), first);
	sample_free(&again);
}

/* What is copied is the text: ligatures, a hyphen glyph for a soft hyphen. */
static void
text_is_what_was_written(void **state)
{
	struct sample *s = *state;
	struct area *line, *hyphen;
	const char *words = "office: fine, efficient \xc2\xa3"
	    "12 \xe2\x80\x93 Zo\xc3\xab's";

	sample_page(s, "1");
	s->font = font_find(s->fonts, "DejaVu Sans", 11000, 400, FONT_NORMAL,
	    s->diag, (struct src){0});
	line = sample_line(s, sample_tag(s, 1, TAG_P), words);
	assert_true(line->child->u.text->glyphs <
	    (size_t)g_utf8_strlen(words, -1));
	sample_line(s, sample_tag(s, 1, TAG_P), "Next");
	line = sample_line(s, (uint32_t)s->doc->tags - 1, "hyphen");
	hyphen = sample_text(s, (uint32_t)s->doc->tags - 1, line->child->w,
	    "-");
	hyphen->u.text->text = "\xc2\xad";
	hyphen->u.text->bytes = 2;
	hyphen->u.text->cluster[0].bytes = 2;
	area_append(line, hyphen);
	sample_line(s, (uint32_t)s->doc->tags - 1, "ation");
	assert_string_equal(draw(s, "pdftotext -raw $F - | sed -n 2,5p"),
	    "office: fine, efficient \xc2\xa3"
	    "12 \xe2\x80\x93 Zo\xc3\xab's\nNext\nhyphen\xc2\xad\nation\n");
}

/* A paragraph is one leaf; runs of one font are shown together. */
static void
leaves_and_marks(void **state)
{
	struct sample *s = *state;
	uint32_t p, q;
	char *out;

	sample_page(s, "1");
	p = sample_tag(s, 1, TAG_P);
	q = sample_tag(s, 1, TAG_P);
	sample_line(s, p, "one");
	sample_line(s, p, "two");
	sample_line(s, q, "three");
	sample_area(s, AREA_RULE, 0, 0, 1000, 1000);
	out = draw(s, STREAMS);
	assert_has(out, "/NonStruct << /MCID 0 >> BDC");
	assert_has(out, "/P << /MCID 1 >> BDC");
	assert_has(out, "/P << /MCID 2 >> BDC");
	assert_null(strstr(out, "/MCID 3 "));
	assert_int_equal(s->page->marks, 3);
	assert_int_equal(s->page->mark[0].tag, 0);
	assert_int_equal(s->page->mark[1].tag, p);
	assert_int_equal(s->page->mark[2].tag, q);
}

/* Elements with the role of an artifact, and repeated heads, are furniture. */
static void
artifacts_are_furniture(void **state)
{
	struct sample *s = *state;
	uint32_t a, p;
	struct area *block, *line;

	sample_page(s, "1");
	a = sample_tag(s, 1, TAG_ARTIFACT);
	p = sample_tag(s, a, TAG_P);
	sample_line(s, p, "in an artifact");
	block = sample_area(s, AREA_BLOCK, 0, 0, 1000, 1000);
	block->artifact = 1;
	line = area_new(s->arena, AREA_LINE, (struct src){0});
	area_append(block, line);
	area_append(line, sample_text(s, sample_tag(s, 1, TAG_P), 0, "again"));
	draw(s, "true");
	assert_int_equal(s->page->marks, 1);
	assert_int_equal(s->page->mark[0].tag, 0);
}

/* A picture is drawn before the text, but read where it stands. */
static void
order_is_of_reading(void **state)
{
	struct sample *s = *state;
	uint32_t p, fig;
	struct area *line, *image;

	sample_page(s, "1");
	p = sample_tag(s, 1, TAG_P);
	fig = sample_tag(s, p, TAG_FIGURE);
	line = sample_line(s, p, "before");
	image = area_new(s->arena, AREA_IMAGE, (struct src){0});
	image->x = 40000, image->w = image->h = 10000;
	image->u.image = sample_png(s);
	image->tag = fig;
	area_append(line, image);
	area_append(line, sample_text(s, p, 60000, "after"));
	draw(s, "true");
	assert_int_equal(s->page->marks, 4);
	assert_int_equal(s->page->mark[0].tag, fig);
	assert_int_equal(s->page->mark[2].tag, p);
	assert_int_equal(s->page->mark[3].tag, p);
	assert_true(s->page->mark[2].order < s->page->mark[0].order);
	assert_true(s->page->mark[0].order < s->page->mark[3].order);
	assert_int_equal(s->page->figures, 1);
	assert_int_equal(s->page->figure[0].tag, fig);
	assert_int_equal(s->page->figure[0].x, 90000);
	assert_int_equal(s->page->figure[0].w, 10000);
}

/* One annotation a line, named targets, addresses made safe. */
static void
links(void **state)
{
	struct sample *s = *state;
	char *out;

	sample_everything(s);
	out = draw(s, STREAMS);
	assert_int_equal(s->doc->page[1].links, 3);
	assert_int_equal(s->doc->page[1].link[0], s->doc->page[1].link[1]);
	assert_has(out, "/Dest (it%27s%20%28here%29%5C)");
	assert_has(out, "(it%27s%20%28here%29%5C)\n    [\n");
	assert_has(out,
	    "/URI (https://example.org/a%27b%28c%29d%5Ce?q=1&r=%C3%A9)");
	assert_null(strstr(out, "unused"));
}

/* A link to nowhere is plain text; so is a bookmark left out. */
static void
no_target_no_link(void **state)
{
	struct sample *s = *state;
	uint32_t link;

	sample_page(s, "1");
	link = sample_tag(s, 1, TAG_LINK);
	s->doc->tag[link].dest = "nowhere";
	sample_line(s, link, "text");
	sample_bookmark(s, "lost", "nowhere", 1);
	assert_null(strstr(draw(s, STREAMS), "lost"));
	assert_int_equal(s->page->links, 0);
	assert_int_equal(s->page->marks, 2);
}

static void
outline(void **state)
{
	struct sample *s = *state;
	char *out;

	sample_everything(s);
	out = draw(s, "qpdf --json --json-key=outlines $F");
	assert_has(out, "\"title\": \"Second: d\xc3\xa9j\xc3\xa0\"");
	assert_has(out, "\"destpageposfrom1\": 3");
}

static void
turned_insets(void **state)
{
	struct sample *s = *state;
	char *out;

	sample_page(s, "1");
	s->y = 300000;
	sample_inset(s, 90, 100000, "up");
	sample_inset(s, 270, 200000, "down, and wider than its frame");
	out = draw(s, STREAMS);
	/* the inset is 80 x 100 pt at 100, 300; the text at 10, 20 in it */
	assert_has(out, "258 310 10 90 re W n");
	assert_has(out, "0 -11 -11 0 120 390 Tm");
	assert_has(out, "0 11 11 0 260 310 Tm");
}

static void
borders(void **state)
{
	struct sample *s = *state;
	char *out;

	sample_page(s, "1");
	s->y = 100000;
	sample_boxes(s);
	out = draw(s, STREAMS);
	/* solid: 1, 2, 3 and 4 pt inside 50, 100, 80 x 40 */
	assert_has(out, "50 100 80 1 re f");
	assert_has(out, "128 100 2 40 re f");
	assert_has(out, "50 137 80 3 re f");
	assert_has(out, "50 100 4 40 re f");
	/* dashed: along the middle of the edge */
	assert_has(out, "140 100.5 m 220 100.5 l S");
	/* dotted: the first dot's centre is half a width in */
	assert_has(out, "230.5 100.5 m 309.5 100.5 l S");
	/* double: outer and inner third of the bottom's 3 pt */
	assert_has(out, "320 139 80 1 re f");
}

/* JPEG bytes as they were; PNG's transparency; SVG without pixels. */
static void
pictures(void **state)
{
	struct sample *s = *state;
	const struct image *jpeg = sample_jpeg(s);

	sample_page(s, "1");
	sample_figure(s, jpeg, "a", 50000);
	sample_figure(s, sample_png(s), "b", 160000);
	sample_figure(s, sample_svg(s, SAMPLE_SVG), "c", 270000);
	sample_figure(s, jpeg, "d", 400000);
	assert_string_equal(draw(s, "pdfimages -list $F | tail -n +3 | "
	    "awk '{print $3, $4, $5, $9}'"), "image 8 8 jpeg\n"
	    "image 4 4 image\nsmask 4 4 image\nimage 8 8 jpeg\n");
	assert_null(strstr(draw(s, STREAMS), "/Interpolate true"));
	assert_has(draw(s, "pdftotext $F -"), "Chart word");
	assert_int_equal(s->page->marks, 5);
}

static void
jpeg_is_untouched(void **state)
{
	struct sample *s = *state;
	const struct image *jpeg = sample_jpeg(s);
	struct buf pdf = {0};

	sample_page(s, "1");
	sample_figure(s, jpeg, "a", 50000);
	assert_int_equal(pdf_draw(s->doc, &pdf, s->diag), 0);
	assert_non_null(memmem(pdf.data, pdf.len, jpeg->data, jpeg->len));
	buf_free(&pdf);
}

static void
damaged_pictures(void **state)
{
	struct sample *s = *state;
	struct image png = *sample_png(s);

	png.len -= 30;
	sample_page(s, "1");
	sample_figure(s, &png, "a", 50000);
	sample_figure(s, sample_svg(s, "<svg xmlns='http://www.w3.org/2000/"
	    "svg'><g></svg>"), "b", 50000);
	draw(s, "true");
	assert_int_equal(diag_count(s->diag, DIAG_G04), 2);
}

/* An SVG may not reach for other files. */
static void
svg_stays_inside(void **state)
{
	struct sample *s = *state;

	sample_page(s, "1");
	sample_figure(s, sample_svg(s, "<svg xmlns='http://www.w3.org/2000/svg'"
	    " xmlns:x='http://www.w3.org/1999/xlink' width='9' height='9'>"
	    "<image width='9' height='9' x:href='/usr/share/pixmaps/debian-"
	    "logo.png'/><text x='0' y='5' font-size='2'>in</text></svg>"), "a",
	    50000);
	assert_string_equal(draw(s, "pdfimages -list $F | tail -n +3"), "");
}

static void
nothing_to_draw(void **state)
{
	struct sample *s = *state;
	struct buf pdf = {0};

	buf_puts(&pdf, "before");
	assert_int_equal(pdf_draw(s->doc, &pdf, s->diag), -1);
	assert_int_equal(diag_count(s->diag, DIAG_G07), 1);
	assert_int_equal(pdf.len, 6);
	buf_free(&pdf);
}

static void
blank_pages(void **state)
{
	struct sample *s = *state;

	sample_page(s, "1");
	sample_page(s, "2");
	sample_line(s, sample_tag(s, 0, TAG_P), "word");
	sample_page(s, "3");
	assert_string_equal(draw(s, "pdfinfo $F | grep Pages"),
	    "Pages:           3\n");
}

static void
refused_by_cairo(void **state)
{
	struct sample *s = *state;
	struct area *line;
	struct buf pdf = {0};

	sample_page(s, "1");
	line = sample_line(s, sample_tag(s, 1, TAG_P), "broken");
	line->child->u.text->clusters--;
	assert_int_equal(pdf_draw(s->doc, &pdf, s->diag), -1);
	assert_int_equal(diag_count(s->diag, DIAG_G07), 1);
	buf_free(&pdf);
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {CASE(file_is_sound),
	    CASE(same_bytes_twice), CASE(text_is_what_was_written),
	    CASE(leaves_and_marks), CASE(artifacts_are_furniture),
	    CASE(order_is_of_reading), CASE(links), CASE(no_target_no_link),
	    CASE(outline), CASE(turned_insets), CASE(borders),
	    CASE(pictures), CASE(jpeg_is_untouched), CASE(damaged_pictures),
	    CASE(svg_stays_inside), CASE(blank_pages), CASE(nothing_to_draw),
	    CASE(refused_by_cairo)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
