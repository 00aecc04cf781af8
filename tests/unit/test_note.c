/*
 * Footnotes of made documents: whatever the height of the page, every note is
 * set once, on the page of its call or, if that is said, on a later one, and
 * notes of one paragraph stand in the order of their calls.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "support.h"

#define NOTES_MAX 2000

/* Where call and note number i stand: pages from 1, and their order. */
struct met {
	size_t call, note;
	size_t order;
};

struct meeting {
	struct met met[NOTES_MAX];
	size_t page, notes, twice;
};

/* c12 is a call, n12 a note; what stands before it in a run does not count. */
static void
meet_text(struct meeting *m, const struct area_text *t)
{
	size_t at = 0;
	struct met *met;
	char word[16];

	while (at < t->bytes && t->text[at] != 'c' && t->text[at] != 'n')
		at++;
	if (at + 1 >= t->bytes)
		return;
	snprintf(word, sizeof(word), "%.*s", (int)(t->bytes - at),
	    t->text + at);
	met = &m->met[atoi(word + 1)];
	if (*word == 'c') {
		met->call = m->page;
		return;
	}
	m->twice += met->note != 0;
	met->note = m->page;
	met->order = m->notes++;
}

static void
meet_area(struct meeting *m, const struct area *a)
{
	if (a->kind == AREA_TEXT)
		meet_text(m, a->u.text);
	for (const struct area *c = a->child; c != NULL; c = c->next)
		meet_area(m, c);
}

static void
meet(struct meeting *m, const struct set *s)
{
	memset(m, 0, sizeof(*m));
	for (m->page = 1; m->page <= s->doc->pages; m->page++)
		meet_area(m, s->doc->page[m->page - 1].area);
}

static void
put_note(struct buf *b, int i, int lines)
{
	buf_printf(b, "<fo:footnote><fo:inline>c%d</fo:inline>"
	    "<fo:footnote-body>", i);
	for (int k = 0; k < lines; k++)
		buf_printf(b, "<fo:block>%s%d</fo:block>", k == 0 ? "n" : "m",
		    i);
	buf_puts(b, "</fo:footnote-body></fo:footnote>");
}

/* One paragraph after another, each with a note of some lines. */
static char *
paragraphs(int n, int lines, int height)
{
	struct buf b = {0};

	buf_printf(&b, FO_ROOT("<fo:simple-page-master master-name='m' "
	    "page-width='100pt' page-height='%dpt'><fo:region-body/>"
	    "</fo:simple-page-master>",
	    "<fo:page-sequence master-reference='m'>"), height);
	b.len -= strlen("</fo:root>");
	buf_puts(&b, "<fo:static-content flow-name='xsl-footnote-separator'>"
	    "<fo:block>-</fo:block></fo:static-content>"
	    "<fo:flow flow-name='xsl-region-body'>");
	for (int i = 0; i < n; i++) {
		buf_puts(&b, "<fo:block>a ");
		put_note(&b, i, 1 + i % lines);
		buf_puts(&b, "</fo:block>");
	}
	buf_puts(&b, "</fo:flow></fo:page-sequence></fo:root>");
	return b.data;
}

static void
check_meeting(const struct meeting *m, size_t n, size_t late)
{
	size_t later = 0;

	assert_int_equal(m->notes, n);
	assert_int_equal(m->twice, 0);
	for (size_t i = 0; i < n; i++) {
		assert_true(m->met[i].call > 0);
		assert_true(m->met[i].note >= m->met[i].call);
		later += m->met[i].note > m->met[i].call;
		assert_int_equal(m->met[i].order, i);
	}
	assert_int_equal(later, late);
}

static void
every_height_sets_every_note_once(void **state)
{
	static struct meeting m;

	for (int height = 30; height <= 200; height += 10)
		for (int lines = 1; lines <= 9; lines += 2) {
			char *fo = paragraphs(24, lines, height);
			struct set *s = set_fo(*state, fo);

			meet(&m, s);
			check_meeting(&m, 24, 0);
			assert_int_equal(set_count(s, DIAG_P14), 0);
			free(fo);
		}
}

static void
two_thousand_notes_end(void **state)
{
	static struct meeting m;
	char *fo = paragraphs(NOTES_MAX, 3, 300);
	struct set *s = set_fo(*state, fo);

	meet(&m, s);
	check_meeting(&m, NOTES_MAX, 0);
	free(fo);
}

/* A line, its separator and one line of a note do not fit on any page: each
   note is late and alone. */
static void
pages_too_low_go_on(void **state)
{
	static struct meeting m;
	char *fo = paragraphs(10, 4, 20);
	struct set *s = set_fo(*state, fo);

	meet(&m, s);
	check_meeting(&m, 10, 10);
	free(fo);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_height_sets_every_note_once),
	    cmocka_unit_test(two_thousand_notes_end),
	    cmocka_unit_test(pages_too_low_go_on)};

	return cmocka_run_group_tests(tests, set_open, set_close);
}
