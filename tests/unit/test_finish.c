/* finish: the structure, the standards' other demands, the file in place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "finish/finish.h"
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

/* Draw and finish into file $F and run cmd on it; what it prints. */
static char *
finish(struct sample *s, const char *cmd)
{
	struct buf pdf = {0}, out = {0};
	char *name = arena_printf(s->arena, "/tmp/test_finish.%ld",
	    (long)getpid()), *line;
	FILE *f;
	int c;

	assert_int_equal(pdf_draw(s->doc, &pdf, s->diag), 0);
	assert_int_equal(finish_pdf(&pdf, s->doc, s->diag), 0);
	assert_int_equal(finish_write(name, pdf.data, pdf.len, s->diag), 0);
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

static void
assert_has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("no \"%s\" in:\n%s", part, text);
}

#define OBJECTS "qpdf --qdf --object-streams=disable $F - | cat -v"

static void
file_is_sound(void **state)
{
	struct sample *s = *state;

	sample_everything(s);
	assert_has(finish(s, "qpdf --check $F; head -c 8 $F"), "No syntax");
	assert_has(finish(s, "head -c 8 $F"), "%PDF-1.7");
	assert_int_equal(diag_print(s->diag, stderr), 0);
}

static void
same_bytes_twice(void **state)
{
	struct sample *s = *state;
	struct sample again;
	char *first;

	sample_everything(s);
	first = finish(s, "sleep 1; cksum < $F");
	sample_new(&again);
	sample_everything(&again);
	assert_string_equal(finish(&again, "cksum < $F"), first);
	sample_free(&again);
}

/* Poppler's view of the whole tree: elements, attributes, order, text. */
static void
structure(void **state)
{
	struct sample *s = *state;

	sample_everything(s);
	assert_string_equal(finish(s, "pdfinfo -struct-text $F | "
	    "sed 's/^ *//; s/ Object .*/ Object/' | head -55 | tr '\\n' ' '"),
	    "Document H1 (block) \"An office of fine efficiency\" "
	    "P (block) \"A paragraph thatgoes on overleaf \" "
	    "\"and ends here.\" P (block) \"See \" Link (inline) "
	    "\"the part \" Span (inline) \"about\" \"links\" Object 10 0 "
	    "Object 11 0 \" and \" Link (inline) \"the web.\" Object 12 0 "
	    "L (block): /ListNumbering /Decimal LI (block) Lbl (block) \"1.\" "
	    "LBody (block) P (block) \"an item\" LI (block) Lbl (block) "
	    "\"2.\" LBody (block) P (block) \"an item\" Table (block) THead "
	    "TR TH: /Scope /Column \"Head\" TH: /Scope /Column \"Head\" "
	    "TBody TR TD \"first cell\" TD \"second cell\" "
	    "TR TD \"first cell\" TD \"second cell\" "
	    "Note <Note-29> (inline) P (block) ");
}

static void
furniture_is_artifact(void **state)
{
	struct sample *s = *state;
	char *out;

	sample_page(s, "1");
	sample_line(s, 0, "/NonStruct << /MCID 0 >> BDC (\\");
	sample_line(s, sample_tag(s, 1, TAG_P),
	    "words: )( /NonStruct << /MCID 1 >> BDC");
	out = finish(s, OBJECTS);
	assert_has(out, "/Artifact BMC");
	assert_has(out, "/P << /MCID 1 >> BDC");
	assert_has(out, "/NonStruct << /MCID 1 >> BDC");
	assert_null(strstr(out, "\n/NonStruct"));
}

static void
cell_attributes(void **state)
{
	struct sample *s = *state;
	uint32_t row, head, cell;
	char *out;

	sample_page(s, "1");
	row = sample_tag(s, sample_tag(s, 1, TAG_TABLE), TAG_TR);
	head = sample_tag(s, row, TAG_TH);
	s->doc->tag[head].id = "h1";
	s->doc->tag[head].scope = SCOPE_ROW;
	cell = sample_tag(s, row, TAG_TD);
	s->doc->tag[cell].headers = "h1 missing";
	s->doc->tag[cell].colspan = 2;
	s->doc->tag[cell].rowspan = 3;
	sample_tag(s, row, TAG_TD);
	sample_line(s, head, "head");
	sample_line(s, cell, "cell");
	out = finish(s, OBJECTS);
	assert_has(out, "/Scope /Row");
	assert_has(out, "/ColSpan 2");
	assert_has(out, "/RowSpan 3");
	assert_has(out, "/Headers [\n      (h1)\n    ]");
	assert_has(out, "/ID (h1)");
	assert_has(out, "/IDTree <<\n    /Names [\n      (h1)");
	/* an empty cell is still there, an empty paragraph is not */
	assert_has(out, "/S /TD\n>>");
}

static void
empty_elements_are_left_out(void **state)
{
	struct sample *s = *state;
	uint32_t sect;

	sample_page(s, "1");
	sect = sample_tag(s, 1, TAG_SECT);
	sample_tag(s, sect, TAG_P);
	sample_line(s, sample_tag(s, 1, TAG_P), "only");
	assert_string_equal(finish(s, "pdfinfo -struct $F | tr -d '\\n'"),
	    "Document  P (block)");
}

/* A link over two lines is one element with two annotations. */
static void
link_annotations(void **state)
{
	struct sample *s = *state;
	char *out;

	sample_everything(s);
	out = finish(s, OBJECTS);
	assert_has(out, "/Contents (the part aboutlinks)");
	assert_has(out, "/Contents (the web.)");
	assert_has(out, "/F 4");
	assert_has(out, "/StructParent 3");
	assert_has(out, "/StructParent 5");
	assert_has(out, "/ParentTreeNextKey 6");
	assert_has(out, "/Tabs /S");
}

static void
link_without_target_is_a_span(void **state)
{
	struct sample *s = *state;
	uint32_t link;

	sample_page(s, "1");
	link = sample_tag(s, 1, TAG_LINK);
	s->doc->tag[link].dest = "nowhere";
	sample_line(s, link, "text");
	assert_has(finish(s, "pdfinfo -struct $F"), "Span");
}

static void
list_numbering(void **state)
{
	static const char *const labels[][2] = {{"1.", "/Decimal"},
	    {"(a)", "/LowerAlpha"}, {"(i)", "/LowerRoman"},
	    {"A", "/UpperAlpha"}, {"IV", "/UpperRoman"},
	    {"2.10", "/Decimal"}, {"Labour (2)", "/Disc"},
	    {"\xe2\x80\xa2", "/Disc"}, {"\xe2\x97\xa6", "/Circle"},
	    {"\xe2\x96\xaa", "/Square"}};

	(void)state;
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		struct sample s;
		uint32_t item;
		sample_new(&s);
		sample_page(&s, "1");
		item = sample_tag(&s, sample_tag(&s, 1, TAG_L), TAG_LI);
		sample_line(&s, sample_tag(&s, item, TAG_LBL), labels[i][0]);
		sample_line(&s, sample_tag(&s, item, TAG_LBODY), "text");
		assert_has(finish(&s, "pdfinfo -struct $F"), labels[i][1]);
		sample_free(&s);
	}
}

static void
page_labels(void **state)
{
	static const char *const labels[] = {"i", "ii", "1", "2", "A-7",
	    "A-8", "A-008", "12", ""};
	struct sample *s = *state;

	for (size_t i = 0; i < 9; i++) {
		sample_page(s, "none");
		s->page->label = labels[i];
	}
	assert_string_equal(finish(s, "qpdf --json --json-key=pagelabels $F | "
	    "tr -d ' \\n' | sed 's/.*pagelabels\"://'"), "["
	    "{\"index\":0,\"label\":{\"/P\":\"u:i\",\"/St\":1}},"
	    "{\"index\":1,\"label\":{\"/P\":\"u:ii\",\"/St\":1}},"
	    "{\"index\":2,\"label\":{\"/S\":\"/D\",\"/St\":1}},"
	    "{\"index\":4,\"label\":{\"/P\":\"u:A-\",\"/S\":\"/D\","
	    "\"/St\":7}},"
	    "{\"index\":6,\"label\":{\"/P\":\"u:A-00\",\"/S\":\"/D\","
	    "\"/St\":8}},"
	    "{\"index\":7,\"label\":{\"/S\":\"/D\",\"/St\":12}},"
	    "{\"index\":8,\"label\":{\"/St\":1}}]}");
}

static void
metadata(void **state)
{
	struct sample *s = *state;
	char *out;

	s->doc->author = "A & B";
	s->doc->keywords = "agenda, pack";
	sample_everything(s);
	out = finish(s, "pdfinfo -meta $F; pdfinfo -rawdates $F");
	assert_has(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">A "
	    "sample (of everything) &amp; more</rdf:li>");
	assert_has(out, "<rdf:li>A &amp; B</rdf:li>");
	assert_has(out, "<xmp:CreateDate>2015-04-14</xmp:CreateDate>");
	assert_has(out, "<pdfuaid:part>1</pdfuaid:part>");
	assert_has(out, "<pdfaid:conformance>A</pdfaid:conformance>");
	assert_has(out, "CreationDate:    D:20150414\n");
	assert_has(out, "ModDate:         D:20150414\n");
}

static void
no_date_no_clock(void **state)
{
	static const char *const dates[] = {NULL, "soon", "2015", "2015-04"};
	static const char *const raw[] = {NULL, NULL, "D:2015\n", "D:201504\n"};

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct sample s;
		char *out;
		sample_new(&s);
		s.doc->date = dates[i];
		sample_page(&s, "1");
		out = finish(&s, "pdfinfo -rawdates $F");
		if (raw[i] != NULL)
			assert_has(out, raw[i]);
		else
			assert_null(strstr(out, "Date:"));
		sample_free(&s);
	}
}

/* Header, table and elements of the profile, as ICC.1 lays them out. */
static void
output_intent(void **state)
{
	struct sample *s = *state;
	char *out;

	sample_page(s, "1");
	out = finish(s, "N=$(qpdf --qdf --object-streams=disable $F - | "
	    "grep -a -m1 DestOutputProfile | tr -dc '0-9 ' | "
	    "awk '{print $1}'); qpdf --qdf --object-streams=disable $F $F.q; "
	    "qpdf --show-object=$N --filtered-stream-data $F.q | "
	    "od -An -v -tx1 -N 144 | tr -d ' \\n'; qpdf --show-object=$N "
	    "--filtered-stream-data $F.q | wc -c; rm $F.q");
	/* size 2512, version 2.4, mntr RGB XYZ */
	assert_has(out, "000009d000000000024000006d6e74725247422058595a20");
	assert_has(out, "61637370");
	/* nine elements, the first is desc at 240 */
	assert_has(out, "0000000964657363000000f0");
	assert_has(out, "2512\n");
}

static void
fonts_have_maps(void **state)
{
	struct sample *s = *state;

	s->font = font_find(s->fonts, "DejaVu Sans", 11000, 400, FONT_NORMAL,
	    s->diag, (struct src){0});
	sample_page(s, "1");
	sample_line(s, sample_tag(s, 1, TAG_P), "Zo\xc3\xab \xe2\x9c\x93 "
	    "\xe2\x97\x8f \xc4\x97");
	assert_has(finish(s, OBJECTS), "/CIDToGIDMap /Identity");
}

/* --- what a document must keep to claim PDF/UA --------------------------- */

static void
assert_no_claim(struct sample *s, enum diag_code code)
{
	assert_null(strstr(finish(s, "pdfinfo -meta $F"), "pdfuaid:part>1"));
	assert_int_equal(diag_count(s->diag, code), 1);
	assert_int_equal(diag_worst(s->diag), DIAG_WARNING);
}

static void
figure_without_text(void **state)
{
	struct sample *s = *state;

	sample_page(s, "1");
	sample_figure(s, sample_png(s), NULL, 50000);
	assert_no_claim(s, DIAG_Z02);
}

static void
no_language(void **state)
{
	struct sample *s = *state;

	s->doc->lang = NULL;
	sample_page(s, "1");
	assert_no_claim(s, DIAG_Z03);
}

static void
skipped_heading(void **state)
{
	struct sample *s = *state;

	sample_page(s, "1");
	sample_line(s, sample_tag(s, 1, TAG_H1), "one");
	sample_line(s, sample_tag(s, 1, TAG_H3), "three");
	assert_no_claim(s, DIAG_Z04);
}

static void
headless_table(void **state)
{
	struct sample *s = *state;

	sample_page(s, "1");
	sample_row(s, sample_tag(s, 1, TAG_TABLE), TAG_TD, 0);
	assert_no_claim(s, DIAG_Z05);
}

/* --- what cannot be finished -------------------------------------------- */

static void
not_what_was_drawn(void **state)
{
	struct sample *s = *state;
	struct buf pdf = {0}, copy = {0};

	sample_everything(s);
	assert_int_equal(pdf_draw(s->doc, &pdf, s->diag), 0);
	s->doc->page[0].marks--;
	buf_add(&copy, pdf.data, pdf.len);
	assert_int_equal(finish_pdf(&copy, s->doc, s->diag), -1);
	s->doc->page[0].marks++;
	s->doc->page[1].links--;
	buf_reset(&copy);
	buf_add(&copy, pdf.data, pdf.len);
	assert_int_equal(finish_pdf(&copy, s->doc, s->diag), -1);
	s->doc->page[1].links++;
	buf_reset(&copy);
	buf_add(&copy, pdf.data, pdf.len / 2);
	assert_int_equal(finish_pdf(&copy, s->doc, s->diag), -1);
	buf_reset(&copy);
	assert_int_equal(finish_pdf(&copy, s->doc, s->diag), -1);
	buf_add(&copy, pdf.data, pdf.len);
	memcpy(strstr(copy.data, "endobj"), "endofj", 6);
	finish_pdf(&copy, s->doc, s->diag);
	assert_true(diag_count(s->diag, DIAG_Z01) >= 4);
	buf_free(&pdf);
	buf_free(&copy);
}

/* --- the file ------------------------------------------------------------ */

struct folder {
	struct diag *diag;
	struct arena *arena;
	const char *path;
};

static int
folder_setup(void **state)
{
	struct folder *f = calloc(1, sizeof(*f));

	f->diag = diag_new();
	f->arena = arena_new();
	f->path = arena_printf(f->arena, "/tmp/test_finish.%ld.d",
	    (long)getpid());
	*state = f;
	return mkdir(f->path, 0700);
}

static int
folder_teardown(void **state)
{
	struct folder *f = *state;
	int status = system(arena_printf(f->arena, "rm -rf %s", f->path));

	diag_free(f->diag);
	arena_free(f->arena);
	free(f);
	return status;
}

static const char *
shell(struct folder *f, const char *cmd)
{
	FILE *p = popen(arena_printf(f->arena, "cd %s; %s", f->path, cmd), "r");
	char out[256] = "";

	assert_non_null(p);
	if (fgets(out, sizeof(out), p) == NULL)
		out[0] = '\0';
	pclose(p);
	return arena_strdup(f->arena, out);
}

static const char *
in(struct folder *f, const char *name)
{
	return arena_printf(f->arena, "%s/%s", f->path, name);
}

static void
writes_and_replaces(void **state)
{
	struct folder *f = *state;
	const char *path = in(f, "a/b/out.pdf");

	assert_int_equal(finish_write(path, "first", 5, f->diag), 0);
	assert_int_equal(finish_write(path, "second", 6, f->diag), 0);
	assert_string_equal(shell(f, "cat a/b/*"), "second");
	assert_string_equal(shell(f, "umask 022; touch a/c; "
	    "[ $(stat -c %a a/c) = $(stat -c %a a/b/out.pdf) ] && echo same"),
	    "same\n");
	assert_int_equal(diag_worst(f->diag), DIAG_OK);
}

static void
bare_name_is_in_this_folder(void **state)
{
	struct folder *f = *state;
	char *before = getcwd(NULL, 0);

	assert_int_equal(chdir(f->path), 0);
	assert_int_equal(finish_write("bare.pdf", "x", 1, f->diag), 0);
	assert_int_equal(chdir(before), 0);
	assert_string_equal(shell(f, "cat bare.pdf"), "x");
	free(before);
}

static void
refuses_a_folder(void **state)
{
	struct folder *f = *state;

	assert_int_equal(mkdir(in(f, "out.pdf"), 0700), 0);
	assert_int_equal(finish_write(in(f, "out.pdf"), "x", 1, f->diag), -1);
	assert_int_equal(diag_count(f->diag, DIAG_B01), 1);
	assert_string_equal(shell(f, "ls | wc -l"), "1\n");
}

/* Part of the way is a file; the disk is full. */
static void
leaves_nothing_behind(void **state)
{
	struct folder *f = *state;

	assert_int_equal(finish_write(in(f, "file"), "x", 1, f->diag), 0);
	assert_int_equal(finish_write(in(f, "file/out"), "x", 1, f->diag), -1);
	assert_int_equal(diag_count(f->diag, DIAG_B01), 1);
	assert_string_equal(shell(f, "cat file; ls | wc -l"), "x1\n");
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
#define FILED(f) cmocka_unit_test_setup_teardown(f, folder_setup, \
    folder_teardown)
	const struct CMUnitTest tests[] = {CASE(file_is_sound),
	    CASE(same_bytes_twice), CASE(structure),
	    CASE(furniture_is_artifact), CASE(cell_attributes),
	    CASE(empty_elements_are_left_out), CASE(link_annotations),
	    CASE(link_without_target_is_a_span), CASE(list_numbering),
	    CASE(page_labels), CASE(metadata), CASE(no_date_no_clock),
	    CASE(output_intent), CASE(fonts_have_maps),
	    CASE(figure_without_text), CASE(no_language),
	    CASE(skipped_heading), CASE(headless_table),
	    CASE(not_what_was_drawn), FILED(writes_and_replaces),
	    FILED(bare_name_is_in_this_folder), FILED(refuses_a_folder),
	    FILED(leaves_nothing_behind)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
