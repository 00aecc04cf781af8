/* Words: line ends and shaping as Pango has them, fallback faces, missing
   characters, text from right to left, nothing lost. */
#include "lines.h"

#define SHY "\xc2\xad"

static const char *const corpus[] = {
    "The Cabinet Committee is asked to note the report.",
    "Item A4 (pages 7 - 14): 97% of calls, \xc2\xa3" "1,234.50, up 3.5%.",
    "See http://www.kent.gov.uk/council?id=7&x=a_b#top or "
    "someone.else@kent.gov.uk, please.",
    "It\xe2\x80\x99s \xe2\x80\x9c" "well-known\xe2\x80\x9d \xe2\x80\x93 "
    "and/or not \xe2\x80\x94 so they say\xe2\x80\xa6",
    "No.5, no. 5; v.2 (rev. 3/4) [see note] {here} 10-12 May 2015!",
    "\xe2\x82\xac" "20m - 25m, -5 to +7, A1/B2, 24/7, 10:00am?",
    "Caf\xc3\xa9 na\xc3\xafve \xc3\x89" "cole \xc5\x82\xc3\xb3" "d\xc5\xba "
    "Stra\xc3\x9f" "e",
    "imple" SHY "men" SHY "tation, a\xc2\xa0" "b, c\xe2\x80\x8b" "d",
    "\xe2\x80\xa2 one * two ** \xc2\xa9 2015 \xc2\xae @ # % & = + < > | ~",
};
enum { CORPUS = sizeof(corpus) / sizeof(corpus[0]) };

struct area *
graphic_area(struct layout *l, const struct fo_node *n, mpt measure)
{
	(void)l, (void)n, (void)measure;
	return NULL;
}

/* --- line ends against Pango's ----------------------------------------- */

static void
breaks_agree(struct words *w, const char *text)
{
	size_t len = strlen(text);
	int chars = (int)g_utf8_strlen(text, (gssize)len);
	uint8_t *brk = test_malloc(len + 1);
	PangoLogAttr *attr = test_calloc((size_t)chars + 1, sizeof(*attr));
	const char *s = text;

	breaks_find(w, text, len, brk);
	pango_get_log_attrs(text, (int)len, -1, w->language, attr, chars + 1);
	for (int i = 0; i < chars; i++, s = g_utf8_next_char(s))
		if (i > 0 && brk[s - text] != attr[i].is_line_break)
			fail_msg("\"%s\" at byte %d: Pango says %d", text,
			    (int)(s - text), attr[i].is_line_break);
	test_free(brk);
	test_free(attr);
}

static void
test_breaks_of_corpus(void **state)
{
	struct fonts_at *at = *state;

	for (int i = 0; i < CORPUS; i++)
		breaks_agree(at->words[0], corpus[i]);
}

/* All strings of three signs, and a sample of five, one for every class of
   line breaking that may meet a council. */
static const char *const sign[] = {
    "a", "Z", "\xc3\xa9", "0", "7", " ", " ", " ", "-", "/", ".", ",", ":",
    "?", "!", "(", ")", "[", "{", "}", "\"", "'", "\xe2\x80\x99",
    "\xe2\x80\x9c", "\xe2\x80\x93", "\xe2\x80\x94", "%", "\xc2\xa3", "$", "&",
    "=", "@", "_", "\xc2\xa0", SHY, "\xe2\x80\x8b", "\xe2\x80\xa2",
    "\xe2\x80\xa6", "\xe2\x81\xa0", "|", "+", "\xcc\x81", "\xe4\xb8\xad",
    "\xef\xbf\xbc", "\xe2\x80\x8d", "\xd7\x90",
};
enum { SIGNS = sizeof(sign) / sizeof(sign[0]) };

static void
test_breaks_of_signs(void **state)
{
	struct fonts_at *at = *state;
	char text[32];
	uint32_t seed = 1;

	for (int i = 0; i < SIGNS * SIGNS * SIGNS; i++) {
		snprintf(text, sizeof(text), "%s%s%s", sign[i % SIGNS],
		    sign[i / SIGNS % SIGNS], sign[i / SIGNS / SIGNS]);
		breaks_agree(at->words[0], text);
	}
	for (int i = 0; i < 100000; i++) {
		text[0] = '\0';
		for (int k = 0; k < 5; k++) {
			seed = seed * 1664525 + 1013904223;
			strcat(text, sign[(seed >> 16) % SIGNS]);
		}
		breaks_agree(at->words[0], text);
	}
}

/* --- plain text needs no items ----------------------------------------- */

static void
word_agrees(struct words *w, struct shaper *s, const PangoAnalysis *item,
    const char *text, size_t len)
{
	PangoGlyphString *gs = pango_glyph_string_new();
	const struct word *word = word_find(w, s, text, len);

	pango_shape(text, (int)len, item, gs);
	assert_int_equal(gs->num_glyphs, word->glyphs);
	for (int i = 0; i < gs->num_glyphs; i++) {
		assert_int_equal(gs->glyphs[i].glyph, word->glyph[i].id);
		assert_true(labs((long)word->glyph[i].advance * 1024 -
		    gs->glyphs[i].geometry.width * 1000L) <= 512);
	}
	pango_glyph_string_free(gs);
}

static int
all_covered(const struct shaper *s, const char *text)
{
	for (; *text != '\0'; text = g_utf8_next_char(text))
		if (!shaper_covers(s, g_utf8_get_char(text)))
			return 0;
	return 1;
}

static void
test_plain_as_itemized(void **state)
{
	struct fonts_at *at = *state;
	struct words *w = at->words[1];
	struct font *font = font_find(at->project, "Liberation Sans", 11000,
	    400, FONT_NORMAL, at->diag, (struct src){0});
	struct shaper *s = shaper_latin(w, font, w->language);

	for (int i = 0; i < CORPUS; i++) {
		PangoAttrList *attrs = pango_attr_list_new();
		const PangoItem *item;
		GList *items;

		assert_true(all_covered(s, corpus[i]));
		pango_attr_list_insert(attrs,
		    pango_attr_font_desc_new(font->desc));
		items = pango_itemize(fonts_context(at->project), corpus[i],
		    0, (int)strlen(corpus[i]), attrs, NULL);
		assert_null(items->next);
		item = items->data;
		assert_ptr_equal(item->analysis.font, font->pango);
		assert_int_equal(item->analysis.level, 0);
		for (const char *c = corpus[i]; *c != '\0'; ) {
			size_t n = strcspn(c, " \xc2\xe2");

			if (n != 0)
				word_agrees(w, s, &item->analysis, c, n);
			c += n + (c[n] != '\0');
			while ((*c & 0xc0) == 0x80)
				c++;
		}
		g_list_free_full(items, (GDestroyNotify)pango_item_free);
		pango_attr_list_unref(attrs);
	}
}

static void
test_not_plain(void **state)
{
	static const uint32_t c[] = {0x5d0, 0x627, 0x3b1, 0x4e2d, 0x200f,
	    0x202e, 0x200d, 0x301, 0x2192, 0x1f600, 0x9, 0x2713};
	struct fonts_at *at = *state;
	struct words *w = at->words[1];
	struct shaper *s = shaper_latin(w, font_find(at->project,
	    "Liberation Sans", 11000, 400, FONT_NORMAL, at->diag,
	    (struct src){0}), w->language);

	for (size_t i = 0; i < sizeof(c) / sizeof(c[0]); i++)
		assert_false(shaper_covers(s, c[i]));
}

/* --- faces and characters ---------------------------------------------- */

static void
test_fallback_face(void **state)
{
	struct lines s = lines_read(*state, "<block>Done \xe2\x9c\x93 now"
	    "</block>", 1);
	const struct area *a;

	lines_set(&s, 100000);
	assert_int_equal(s.n, 1);
	a = s.line[0].area->child;
	assert_string_equal(lines_places(&s, 0) + 2, "Done  26.686:"
	    "\xe2\x9c\x93 35.065: now");
	assert_int_equal(a->u.text->font->fallback, 0);
	assert_int_equal(a->next->u.text->font->fallback, 1);
	assert_string_equal(a->next->u.text->font->family, "DejaVu Sans");
	assert_ptr_equal(a->next->next->u.text->font, a->u.text->font);
	assert_int_equal(diag_worst(s.diag), DIAG_OK);
	lines_free(&s);
}

static void
test_missing_character(void **state)
{
	struct lines s = lines_read(*state, "<block mp:src='a.xml#7'>x"
	    "\xe4\xb8\xad\xe2\x86\x92 y</block>", 0);
	const struct area_text *t;

	lines_set(&s, 100000);
	t = s.line[0].area->child->u.text;
	assert_string_equal(lines_text(&s), "x\xe4\xb8\xad\xe2\x86\x92 y");
	assert_int_equal(t->glyphs, 5);
	assert_int_equal(t->glyph[1].id, 0);
	assert_int_equal(t->glyph[1].advance, 10000);
	assert_int_equal(diag_count(s.diag, DIAG_L02), 2);
	lines_free(&s);
}

static void
test_ligature_and_marks(void **state)
{
	struct lines s = lines_read(*state, "<block>e\xcc\x81" "f</block>", 1);
	const struct area_text *t;
	size_t bytes = 0, glyphs = 0;

	lines_set(&s, 100000);
	t = s.line[0].area->child->u.text;
	assert_int_equal(t->bytes, 4);
	for (size_t i = 0; i < t->clusters; i++) {
		bytes += t->cluster[i].bytes;
		glyphs += t->cluster[i].glyphs;
	}
	assert_int_equal(bytes, t->bytes);
	assert_int_equal(glyphs, t->glyphs);
	assert_int_equal(t->cluster[0].bytes, 3);
	lines_free(&s);
}

/* A letter under 400 accents: counts must fit a byte each. */
static void
test_long_cluster(void **state)
{
	struct buf b = {0};
	struct lines s;
	const struct area_text *t;
	size_t bytes = 0, glyphs = 0;

	buf_puts(&b, "<block>a");
	for (int i = 0; i < 400; i++)
		buf_puts(&b, "\xcc\x81");
	buf_puts(&b, "</block>");
	s = lines_read(*state, b.data, 1);
	lines_set(&s, 100000);
	t = s.line[0].area->child->u.text;
	for (size_t i = 0; i < t->clusters; i++) {
		bytes += t->cluster[i].bytes;
		glyphs += t->cluster[i].glyphs;
		assert_true(t->cluster[i].bytes + t->cluster[i].glyphs > 0);
	}
	assert_int_equal(bytes, 801);
	assert_int_equal(t->bytes, 801);
	assert_int_equal(glyphs, t->glyphs);
	buf_free(&b);
	lines_free(&s);
}

/* --- from right to left ------------------------------------------------ */

#define ALEF "\xd7\x90"
#define BET "\xd7\x91"
#define GIMEL "\xd7\x92"

static void
test_right_to_left(void **state)
{
	struct lines s = lines_read(*state, "<block>a " ALEF BET " " GIMEL
	    " 12 b</block>", 1);
	const struct area *latin, *hebrew, *number, *rest;
	struct words *w = ((struct fonts_at *)*state)->words[1];
	const struct area_text *t;

	lines_set(&s, 200000);
	assert_string_equal(lines_text(&s), "a " ALEF BET " " GIMEL " 12 b");
	latin = s.line[0].area->child;
	hebrew = latin->next;
	number = hebrew->next;
	rest = number->next;
	t = hebrew->u.text;
	assert_int_equal(latin->u.text->rtl, 0);
	assert_int_equal(t->rtl, 1);
	assert_int_equal(t->bytes, strlen(ALEF BET " " GIMEL " "));
	assert_int_equal(t->clusters, 5);
	assert_int_equal(number->u.text->rtl, 0);
	/* a [12] [_G _BA] b */
	assert_int_equal(number->x, latin->x + latin->w);
	assert_int_equal(hebrew->x, number->x + number->w);
	assert_int_equal(rest->x, hebrew->x + hebrew->w);
	/* the space before the number is leftmost, ALEF rightmost */
	assert_int_equal(t->glyph[0].id, t->glyph[2].id);
	assert_int_not_equal(t->glyph[4].id, t->glyph[3].id);
	assert_non_null(w);
	lines_free(&s);
}

static void
test_right_to_left_broken(void **state)
{
	struct lines s = lines_read(*state, "<block>" ALEF BET " " GIMEL ALEF
	    "</block>", 1);
	const struct area_text *t;

	lines_set(&s, 16000);
	assert_string_equal(lines_text(&s), ALEF BET " |" GIMEL ALEF);
	/* the space that hangs is of the paragraph's level, at its end */
	t = s.line[0].area->child->u.text;
	assert_int_equal(t->rtl, 1);
	assert_int_equal(s.line[0].area->child->next->u.text->rtl, 0);
	lines_free(&s);
	s = lines_read(*state, "<block>" ALEF BET GIMEL "</block>", 1);
	lines_set(&s, 14000);
	assert_string_equal(lines_text(&s), ALEF BET "|" GIMEL);
	assert_int_equal(diag_count(s.diag, DIAG_L03), 1);
	lines_free(&s);
}

/* Signs between two words from right to left go with them, those before other
   text with that (UAX 9, N1 and N2). */
static void
test_neutral_signs(void **state)
{
	struct lines s = lines_read(*state, "<block>a " ALEF ", " BET
	    ". c</block>", 1);
	const struct area *hebrew;

	lines_set(&s, 200000);
	assert_string_equal(lines_text(&s), "a " ALEF ", " BET ". c");
	hebrew = s.line[0].area->child->next;
	assert_int_equal(hebrew->u.text->bytes, strlen(ALEF ", " BET));
	assert_int_equal(hebrew->u.text->rtl, 1);
	assert_int_equal(hebrew->next->u.text->rtl, 0);
	assert_int_equal(hebrew->next->x, hebrew->x + hebrew->w);
	lines_free(&s);
}

/* Small letters drawn as capitals: one cluster a letter, whatever becomes of
   it. */
static void
test_capitals(void **state)
{
	struct fonts_at *at = *state;
	struct words *w = at->words[1];
	struct shaper *s = shaper_latin(w, font_find(at->project,
	    "Liberation Sans", 11000, 400, FONT_NORMAL, at->diag,
	    (struct src){0}), w->language);
	const struct word *small = word_find(w, shaper_capitals(w, s),
	    "a\xc3\x9f" "b", 4);
	const struct word *big = word_find(w, s, "ASSB", 4);

	assert_int_equal(small->clusters, 3);
	assert_int_equal(small->glyphs, 4);
	assert_int_equal(small->bytes, 4);
	assert_memory_equal(small->text, "a\xc3\x9f" "b", 4);
	assert_int_equal(small->w, big->w);
}

/* --- nothing is lost --------------------------------------------------- */

/* Without what only steers lines. */
static void
visible(struct buf *b, const char *s)
{
	buf_reset(b);
	buf_puts(b, "");
	while (*s != '\0') {
		if (strncmp(s, SHY, 2) == 0)
			s += 2;
		else if (strncmp(s, "\xe2\x80\x8b", 3) == 0)
			s += 3;
		else if (*s == '|')
			s++;
		else
			buf_putc(b, *s++);
	}
}

static void
text_is_kept(struct fonts_at *at, const char *text, mpt width)
{
	struct buf block = {0}, want = {0}, have = {0};
	struct lines s;

	buf_puts(&block, "<block>");
	buf_xml(&block, text, strlen(text));
	buf_puts(&block, "</block>");
	s = lines_read(at, block.data, 1);
	lines_set(&s, width);
	visible(&want, text);
	visible(&have, lines_text(&s));
	assert_string_equal(have.data, want.data);
	buf_free(&block);
	buf_free(&want);
	buf_free(&have);
	lines_free(&s);
}

static void
test_text_is_kept(void **state)
{
	for (int i = 0; i < CORPUS; i++)
		for (mpt width = 2000; width < 400000; width = width * 3 / 2)
			text_is_kept(*state, corpus[i], width);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_breaks_of_corpus),
	    cmocka_unit_test(test_breaks_of_signs),
	    cmocka_unit_test(test_plain_as_itemized),
	    cmocka_unit_test(test_not_plain),
	    cmocka_unit_test(test_fallback_face),
	    cmocka_unit_test(test_missing_character),
	    cmocka_unit_test(test_ligature_and_marks),
	    cmocka_unit_test(test_long_cluster),
	    cmocka_unit_test(test_right_to_left),
	    cmocka_unit_test(test_right_to_left_broken),
	    cmocka_unit_test(test_neutral_signs),
	    cmocka_unit_test(test_capitals),
	    cmocka_unit_test(test_text_is_kept),
	};

	return cmocka_run_group_tests_name("words", tests, fonts_at_new,
	    fonts_at_free);
}
