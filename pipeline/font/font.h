/*
 * font: the fonts a build may see, and nothing of the machine's. One struct
 * fonts per thread (Pango's font maps are not shared between threads).
 * fonts/fonts.conf names the folders; a family that is not there is replaced
 * by the first one of the list that is, and reported.
 *
 * Metrics are unhinted: hint metrics off, hint style none, positions not
 * rounded, so that widths are the same at every size and on every machine.
 */
#ifndef FONT_FONT_H
#define FONT_FONT_H

#include <cairo.h>
#include <pango/pango.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/mpt.h"
#include "font/hyphen.h"

struct fonts;

enum font_style { FONT_NORMAL, FONT_ITALIC };

/* One face at one size. Owned by struct fonts, unique: compare by address. */
struct font {
	const char *family;   /* the list that was asked for */
	mpt size;
	int weight;           /* 100 .. 900 */
	enum font_style style;
	mpt ascent, descent;  /* of the first face, from its own tables */
	mpt x_height;
	mpt underline_y;      /* below the baseline, positive down */
	mpt underline_h;
	unsigned serial;      /* 0, 1, 2 ... in order of creation */
	uint8_t fallback;     /* a face that stands in for another font */
	PangoFontDescription *desc;
	PangoFont *pango;     /* the first face */
	struct font *next_face; /* the faces that stand in for this one */
};

/*
 * conf: path of a fontconfig file. NULL after a diagnostic when it cannot be
 * read or shows no font. fonts_free releases every struct font.
 */
struct fonts *fonts_open(const char *conf, struct diag *);
void fonts_free(struct fonts *);

/* The Pango context for itemizing with these fonts; borrowed. */
PangoContext *fonts_context(struct fonts *);

/* family: comma-separated list as in font-family. Never NULL. */
struct font *font_find(struct fonts *, const char *family, mpt size,
    int weight, enum font_style, struct diag *, struct src);

/*
 * The font for a face that itemizing chose (a fallback face for a symbol):
 * the same size, weight and style as like, drawn with this PangoFont.
 */
struct font *font_for_face(struct fonts *, PangoFont *, const struct font *like);

/* The dictionary of a language (font/hyphen.h), opened when it is first asked
   for; borrowed. NULL when none is installed. */
struct hyphens *fonts_hyphens(struct fonts *, const char *language,
    const char *country);

/* What Cairo draws it with; borrowed. */
cairo_scaled_font_t *font_scaled(const struct font *);

#endif
