/*
 * In: a fontconfig file that names the folders of fonts, and requests such as
 * "Foo, Liberation Sans" at 11 pt bold. Out: struct font, one for each
 * distinct request, with unhinted metrics in mpt.
 *
 *     fonts    one FcConfig, one Pango font map on it, one context
 *       font       "Liberation Sans" 11 pt 400
 *         face         the DejaVu face that draws its arrows
 *       font       "Liberation Sans" 11 pt 700
 *
 * The configuration also becomes the process's own, so that librsvg sets the
 * text of charts with the same fonts and fontconfig never reads the
 * machine's.
 *
 * Pango is asked for whole points at 72 dpi: a Pango unit is then 1/1024 pt.
 * Rejected: pango_font_get_metrics, which shapes sample text of a language;
 * HarfBuzz reads the same figures from the font's tables.
 */
#include "font/font.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "base/buf.h"
#include "base/map.h"

/* Smaller and larger sizes than anyone can read are drawn at these. */
#define FONT_MIN 100
#define FONT_MAX (5000 * MPT_PT)

/* A language that was asked for, and its dictionary or NULL. */
struct tongue {
	struct hyphens *hyphens;
};

struct fonts {
	struct arena *arena;
	FcConfig *config;
	PangoFontMap *map;
	PangoContext *context;
	struct map *family;   /* installed families, in lower case */
	struct map *missing;  /* families that were reported */
	struct map *hyphens;  /* language -> struct tongue */
	struct font **font;   /* in order of serial, faces included */
	size_t n, cap;
};

/* --- the families that are installed ---------------------------------- */

static const char *
fold(struct fonts *f, const char *name, size_t len)
{
	char *s = arena_strndup(f->arena, name, len);

	for (char *c = s; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return s;
}

static size_t
families_read(struct fonts *f)
{
	FcFontSet *set = FcConfigGetFonts(f->config, FcSetSystem);
	FcChar8 *name;

	for (int i = 0; set != NULL && i < set->nfont; i++)
		for (int k = 0; FcPatternGetString(set->fonts[i], FC_FAMILY, k,
		    &name) == FcResultMatch; k++)
			map_put(f->family, fold(f, (const char *)name,
			    strlen((const char *)name)), f);
	return map_count(f->family);
}

/* The generic names are fontconfig's to resolve. */
static int
family_known(struct fonts *f, const char *name, size_t len)
{
	const char *s = fold(f, name, len);

	return map_find(f->family, s) != NULL ||
	    strcmp(s, "sans-serif") == 0 || strcmp(s, "serif") == 0 ||
	    strcmp(s, "monospace") == 0;
}

/* The next name of a comma-separated list, without spaces and quotes. */
static const char *
family_next(const char **list, size_t *len)
{
	const char *s = *list + strspn(*list, " \t\r\n,'\""), *e;

	if (*s == '\0')
		return NULL;
	e = s + strcspn(s, ",");
	*list = e;
	while (e > s && strchr(" \t\r\n'\"", e[-1]) != NULL)
		e--;
	*len = (size_t)(e - s);
	return s;
}

/* The names of the list that are installed, as Pango wants them. */
static void
family_list(struct fonts *f, const char *list, struct buf *out)
{
	const char *s;
	size_t len;

	while ((s = family_next(&list, &len)) != NULL) {
		if (!family_known(f, s, len))
			continue;
		if (out->len != 0)
			buf_putc(out, ',');
		buf_add(out, s, len);
	}
}

/* Report the names that come before the first installed one. */
static void
family_report(struct fonts *f, const char *list, const struct font *used,
    struct diag *diag, struct src src)
{
	PangoFontDescription *desc = NULL;
	const char *s, *key;
	size_t len;

	while ((s = family_next(&list, &len)) != NULL &&
	    !family_known(f, s, len)) {
		key = fold(f, s, len);
		if (map_put(f->missing, key, f) != NULL)
			continue;
		if (desc == NULL)
			desc = pango_font_describe(used->pango);
		diag_add(diag, DIAG_L01, src, "%.*s, set in %s", (int)len, s,
		    pango_font_description_get_family(desc));
	}
	if (desc != NULL)
		pango_font_description_free(desc);
}

/* --- opening and closing ---------------------------------------------- */

static void
fonts_map_open(struct fonts *f)
{
	cairo_font_options_t *how = cairo_font_options_create();

	FcConfigSetCurrent(f->config);
	f->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(f->map), f->config);
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(f->map), 72);
	f->context = pango_font_map_create_context(f->map);
	cairo_font_options_set_hint_metrics(how, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_hint_style(how, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_antialias(how, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(f->context, how);
	cairo_font_options_destroy(how);
	pango_context_set_round_glyph_positions(f->context, FALSE);
	pango_context_set_language(f->context,
	    pango_language_from_string("en-gb"));
	pango_context_set_base_dir(f->context, PANGO_DIRECTION_LTR);
}

/* Fontconfig looks for a relative name in folders of its own. */
static int
config_read(struct fonts *f, const char *conf)
{
	char *path = realpath(conf, NULL);
	int ok;

	f->config = FcConfigCreate();
	ok = path != NULL && FcConfigParseAndLoad(f->config,
	    (const FcChar8 *)path, FcTrue) &&
	    FcConfigBuildFonts(f->config) && families_read(f) != 0;
	free(path);
	return ok;
}

struct fonts *
fonts_open(const char *conf, struct diag *diag)
{
	struct arena *arena = arena_new();
	struct fonts *f = ARENA_NEW(arena, struct fonts);
	struct src src = {.file = conf};

	f->arena = arena;
	f->family = map_new(arena);
	f->missing = map_new(arena);
	f->hyphens = map_new(arena);
	if (!config_read(f, conf)) {
		diag_add(diag, DIAG_B03, src, "%s", "");
		fonts_free(f);
		return NULL;
	}
	fonts_map_open(f);
	return f;
}

void
fonts_free(struct fonts *f)
{
	if (f == NULL)
		return;
	for (size_t i = 0; i < f->n; i++) {
		pango_font_description_free(f->font[i]->desc);
		g_object_unref(f->font[i]->pango);
	}
	for (size_t i = 0; i < map_count(f->hyphens); i++)
		hyphens_close(((struct tongue *)map_at(f->hyphens,
		    i)->value)->hyphens);
	if (f->context != NULL)
		g_object_unref(f->context);
	if (f->map != NULL)
		g_object_unref(f->map);
	FcConfigDestroy(f->config);
	arena_free(f->arena);
}

PangoContext *
fonts_context(struct fonts *f)
{
	return f->context;
}

/* --- one font --------------------------------------------------------- */

static mpt
from_pango(long units)
{
	return (units * MPT_PT + (units < 0 ? -512 : 512)) / PANGO_SCALE;
}

/* A figure of the font's tables, or what stands for it. */
static mpt
metric(hb_font_t *hb, hb_ot_metrics_tag_t tag, mpt otherwise)
{
	hb_position_t v;

	return hb_ot_metrics_get_position(hb, tag, &v) ? from_pango(v) :
	    otherwise;
}

static void
font_measure(struct font *font)
{
	hb_font_t *hb = pango_font_get_hb_font(font->pango);
	mpt em = font->size;

	font->ascent = metric(hb, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER,
	    em * 8 / 10);
	font->descent = -metric(hb, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER,
	    -em * 2 / 10);
	font->x_height = metric(hb, HB_OT_METRICS_TAG_X_HEIGHT, em / 2);
	font->underline_y = -metric(hb, HB_OT_METRICS_TAG_UNDERLINE_OFFSET,
	    -em / 10);
	font->underline_h = mpt_max(1, metric(hb,
	    HB_OT_METRICS_TAG_UNDERLINE_SIZE, em / 20));
}

static struct font *
font_keep(struct fonts *f, struct font made)
{
	struct font *font = ARENA_NEW(f->arena, struct font);

	*font = made;
	font->serial = (unsigned)f->n;
	ARENA_PUSH(f->arena, f->font, f->n, f->cap) = font;
	font_measure(font);
	return font;
}

static PangoFontDescription *
font_describe(struct fonts *f, const struct font *want)
{
	PangoFontDescription *desc = pango_font_description_new();
	struct buf list = {0};

	family_list(f, want->family, &list);
	if (list.len != 0)
		pango_font_description_set_family(desc, list.data);
	pango_font_description_set_absolute_size(desc,
	    (double)want->size * PANGO_SCALE / MPT_PT);
	pango_font_description_set_weight(desc, (PangoWeight)want->weight);
	pango_font_description_set_style(desc,
	    want->style == FONT_ITALIC ? PANGO_STYLE_ITALIC :
	    PANGO_STYLE_NORMAL);
	buf_free(&list);
	return desc;
}

struct font *
font_find(struct fonts *f, const char *family, mpt size, int weight,
    enum font_style style, struct diag *diag, struct src src)
{
	struct font want = {.family = family, .weight = weight, .style = style,
	    .size = mpt_max(FONT_MIN, mpt_min(size, FONT_MAX))};
	struct font *font;

	for (size_t i = 0; i < f->n; i++) {
		font = f->font[i];
		if (!font->fallback && font->size == want.size &&
		    font->weight == weight && font->style == style &&
		    strcmp(font->family, family) == 0)
			return font;
	}
	want.family = arena_strdup(f->arena, family);
	want.desc = font_describe(f, &want);
	want.pango = pango_context_load_font(f->context, want.desc);
	font = font_keep(f, want);
	family_report(f, family, font, diag, src);
	return font;
}

struct font *
font_for_face(struct fonts *f, PangoFont *pango, const struct font *like)
{
	struct font *head = f->font[like->serial], *face;
	struct font made = {.size = like->size, .weight = like->weight,
	    .style = like->style, .fallback = 1};

	for (face = head; face != NULL; face = face->next_face)
		if (face->pango == pango)
			return face;
	made.pango = g_object_ref(pango);
	made.desc = pango_font_describe(pango);
	made.family = pango_font_description_get_family(made.desc);
	made.next_face = head->next_face;
	head->next_face = font_keep(f, made);
	return head->next_face;
}

cairo_scaled_font_t *
font_scaled(const struct font *font)
{
	return pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font->pango));
}

/* --- dictionaries ------------------------------------------------------- */

struct hyphens *
fonts_hyphens(struct fonts *f, const char *language, const char *country)
{
	struct tongue *t;
	char key[16];

	if (snprintf(key, sizeof(key), "%s-%s", language, country) >=
	    (int)sizeof(key))
		return NULL;
	t = map_find(f->hyphens, key);
	if (t == NULL) {
		t = ARENA_NEW(f->arena, struct tongue);
		t->hyphens = hyphens_open(f->arena, language, country);
		map_put(f->hyphens, key, t);
	}
	return t->hyphens;
}
