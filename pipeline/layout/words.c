/*
 * In: a word, and the font, script, language and direction to set it in.
 * Out: its glyphs and clusters in mpt, shaped by Pango the first time and
 * remembered. Council prose repeats itself: nine words of ten are found.
 *
 *     words
 *       shaper (Liberation Sans 11, Latin, en-gb, left to right)
 *         "the" -> glyphs    "report" -> glyphs
 *       shaper (DejaVu Sans 11, ...)
 *
 * The cache never forgets: a pack's distinct words are a few thousand.
 */
#include "layout/text.h"

#include <string.h>

#include <hb.h>

#define HYPHEN "\xc2\xad"

struct words *
words_new(struct arena *arena, struct fonts *fonts)
{
	struct words *w = ARENA_NEW(arena, struct words);

	w->arena = arena;
	w->fonts = fonts;
	w->breaks = map_new(arena);
	w->language = pango_language_from_string("en-gb");
	return w;
}

/* --- shapers ----------------------------------------------------------- */

static struct shaper *
shaper_find(struct words *w, const struct shaper *want)
{
	const PangoAnalysis *a = &want->analysis, *b;
	struct shaper *s;

	for (s = w->shaper; s != NULL; s = s->next) {
		b = &s->analysis;
		if (s->font == want->font && a->script == b->script &&
		    a->language == b->language && a->level == b->level &&
		    a->gravity == b->gravity && a->flags == b->flags &&
		    s->capitals == want->capitals)
			return s;
	}
	s = ARENA_NEW(w->arena, struct shaper);
	*s = *want;
	s->word = map_new(w->arena);
	s->next = w->shaper;
	w->shaper = s;
	return s;
}

/* The controls that steer breaking are never shaped. */
static int
needs_items(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) ||
	    (c >= 0x250 && c < 0x2010) || (c >= 0x2028 && c < 0x2030) ||
	    (c >= 0x2040 && c < 0x20a0);
}

static void
shaper_cover(struct shaper *s)
{
	hb_font_t *hb = pango_font_get_hb_font(s->font->pango);
	hb_codepoint_t glyph;

	for (uint32_t c = 0x20; c < COVER_END; c++)
		if (!needs_items(c) &&
		    hb_font_get_nominal_glyph(hb, c, &glyph))
			s->cover[c / 32] |= UINT32_C(1) << c % 32;
	s->cover[0xad / 32] |= UINT32_C(1) << 0xad % 32;
	s->cover[0x200b / 32] |= UINT32_C(1) << 0x200b % 32;
}

int
shaper_covers(const struct shaper *s, uint32_t c)
{
	return c < COVER_END && (s->cover[c / 32] >> c % 32 & 1);
}

struct shaper *
shaper_latin(struct words *w, struct font *font, PangoLanguage *language)
{
	struct shaper want = {.font = font, .analysis = {
	    .font = font->pango, .script = G_UNICODE_SCRIPT_LATIN,
	    .language = language}}, *s = shaper_find(w, &want);

	if (s->cover[0] == 0 && s->cover[1] == 0)
		shaper_cover(s);
	return s;
}

/* Of a level only the direction matters to shaping. */
struct shaper *
shaper_item(struct words *w, struct font *font, const PangoAnalysis *item)
{
	struct shaper want = {.font = font_for_face(w->fonts, item->font,
	    font), .analysis = *item};

	want.analysis.level &= 1;
	want.analysis.extra_attrs = NULL;
	return shaper_find(w, &want);
}

struct shaper *
shaper_capitals(struct words *w, const struct shaper *s)
{
	struct shaper want = *s;

	want.capitals = 1;
	return shaper_find(w, &want);
}

/* --- from Pango's glyphs to ours --------------------------------------- */

static int32_t
from_pango(int units)
{
	int64_t m = (int64_t)units * MPT_PT;

	return (int32_t)((m + (m < 0 ? -512 : 512)) / PANGO_SCALE);
}

/* .notdef is drawn for a character that no font has. */
static void
glyph_missing(struct arena *arena, struct word *word, struct area_glyph *g,
    PangoGlyph id)
{
	hb_font_t *hb = pango_font_get_hb_font(word->font->pango);
	uint32_t *more = ARENA_ARRAY(arena, word->missings + 1, uint32_t);

	g->id = 0;
	g->advance = from_pango(hb_font_get_glyph_h_advance(hb, 0));
	if (word->missings != 0)
		memcpy(more, word->missing, word->missings * sizeof(*more));
	more[word->missings++] = id == PANGO_GLYPH_INVALID_INPUT ? 0xfffd :
	    id & ~PANGO_GLYPH_UNKNOWN_FLAG;
	word->missing = more;
}

static void
glyph_add(struct arena *arena, struct word *word, const PangoGlyphInfo *info)
{
	struct area_glyph *g = &word->glyph[word->glyphs];

	if (info->glyph == PANGO_GLYPH_EMPTY)
		return;
	g->id = info->glyph;
	g->advance = from_pango(info->geometry.width);
	g->dx = from_pango(info->geometry.x_offset);
	g->dy = from_pango(info->geometry.y_offset);
	if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
		glyph_missing(arena, word, g, info->glyph);
	word->w += g->advance;
	word->glyphs++;
}

/* Text and glyphs that belong together, in counts that fit a byte. */
static void
cluster_add(struct word *word, const char *text, size_t bytes, size_t glyphs)
{
	struct area_cluster *c;
	size_t b;

	memcpy((char *)(uintptr_t)word->text + word->bytes, text, bytes);
	word->bytes += bytes;
	do {
		b = bytes;
		if (b > 252)
			for (b = 252; b > 249 && (text[b] & 0xc0) == 0x80; )
				b--;
		c = &word->cluster[word->clusters++];
		c->bytes = (uint8_t)b;
		c->glyphs = (uint8_t)(glyphs > 255 ? 255 : glyphs);
		text += b;
		bytes -= b;
		glyphs -= c->glyphs;
	} while (bytes != 0 || glyphs != 0);
}

/*
 * Glyphs come in visual order, each with the byte where its cluster starts.
 * Clusters are wanted in the order of the text; one without a glyph (a zero
 * width joiner, a mark of direction) leaves the text.
 */
static void
word_fill(struct arena *arena, struct word *word, const char *text,
    size_t len, const PangoGlyphString *gs, int rtl)
{
	int n = gs->num_glyphs, *count = arena_array(arena, len + 1,
	    sizeof(*count));
	size_t before, end;

	for (int i = 0; i < n; i++) {
		before = word->glyphs;
		glyph_add(arena, word, &gs->glyphs[i]);
		if (word->glyphs != before)
			count[gs->log_clusters[i]]++;
	}
	for (int i = 0; i < n; i++) {
		int at = gs->log_clusters[rtl ? n - 1 - i : i];
		int next = i + 1;

		while (next < n && gs->log_clusters[rtl ? n - 1 - next : next]
		    == at)
			next++;
		end = next < n ?
		    (size_t)gs->log_clusters[rtl ? n - 1 - next : next] : len;
		if (count[at] != 0)
			cluster_add(word, text + at, end - (size_t)at,
			    (size_t)count[at]);
		i = next - 1;
	}
}

/* Shape the capitals of a text; clusters begin where its own letters do. */
static void
shape_capitals(const PangoAnalysis *analysis, const char *text, size_t len,
    PangoGlyphString *gs)
{
	GString *big = g_string_sized_new(len);
	int *from = mem_alloc((4 * len + 16) * sizeof(*from));
	const char *next;
	char *up;

	for (const char *s = text; s < text + len; s = next) {
		size_t at = big->len;

		next = g_utf8_next_char(s);
		up = g_utf8_strup(s, next - s);
		g_string_append(big, up);
		g_free(up);
		for (; at < big->len && at < 4 * len + 16; at++)
			from[at] = (int)(s - text);
	}
	pango_shape(big->str, (int)big->len, analysis, gs);
	for (int i = 0; i < gs->num_glyphs; i++)
		gs->log_clusters[i] = from[gs->log_clusters[i]];
	free(from);
	g_string_free(big, TRUE);
}

static struct word *
word_shape(struct words *w, struct shaper *s, const char *text, size_t len)
{
	struct word *word = ARENA_NEW(w->arena, struct word);
	int hyphen = len > 2 && memcmp(text, HYPHEN, 2) == 0;
	PangoGlyphString *gs = pango_glyph_string_new();
	size_t n;

	if (s->capitals)
		shape_capitals(&s->analysis, text + 2 * hyphen,
		    len - 2 * (size_t)hyphen, gs);
	else
		pango_shape(text + 2 * hyphen, (int)len - 2 * hyphen,
		    &s->analysis, gs);
	if (hyphen)
		len = 2;
	n = (size_t)gs->num_glyphs;
	word->font = s->font;
	word->shaper = s;
	word->text = arena_alloc(w->arena, len + 1);
	word->glyph = ARENA_ARRAY(w->arena, n, struct area_glyph);
	word->cluster = ARENA_ARRAY(w->arena, n + len / 200 + n / 255 + 1,
	    struct area_cluster);
	word_fill(w->arena, word, text, len, gs, s->analysis.level & 1);
	pango_glyph_string_free(gs);
	return word;
}

const struct word *
word_find(struct words *w, struct shaper *s, const char *text, size_t len)
{
	struct word *word = map_find_n(s->word, text, len);

	if (word == NULL) {
		word = word_shape(w, s, text, len);
		map_put_n(s->word, text, len, word);
	}
	return word;
}

/* --- a part of a word --------------------------------------------------- */

/* Clusters stand in the order of the text, glyphs from left to right. */
mpt
word_cluster(const struct word *word, int rtl, size_t cluster, size_t *glyph)
{
	mpt w = 0;

	for (int i = 0; i < word->cluster[cluster].glyphs; i++, ++*glyph)
		w += word->glyph[rtl ? word->glyphs - 1 - *glyph :
		    *glyph].advance;
	return w;
}

void
word_split(struct arena *arena, const struct word *word, int rtl,
    size_t cluster, const struct word **head, const struct word **tail)
{
	struct word *a = ARENA_NEW(arena, struct word);
	struct word *b = ARENA_NEW(arena, struct word);
	size_t glyphs = 0;

	*a = *b = *word;
	a->w = 0;
	a->bytes = 0;
	for (size_t i = 0; i < cluster; i++) {
		a->w += word_cluster(word, rtl, i, &glyphs);
		a->bytes += word->cluster[i].bytes;
	}
	a->clusters = cluster;
	a->glyphs = glyphs;
	b->clusters -= cluster;
	b->glyphs -= glyphs;
	b->bytes -= a->bytes;
	b->w -= a->w;
	b->cluster += cluster;
	b->text += a->bytes;
	if (rtl)
		a->glyph += b->glyphs;
	else
		b->glyph += glyphs;
	*head = a;
	*tail = b;
}
