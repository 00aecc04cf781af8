/*
 * Text is shown in batches: runs of the same font and colour within a leaf
 * become one call, with clusters, so that what a reader copies or hears is
 * the text and not the glyphs (a ligature, a hyphen at a line's end).
 */
#include "font/font.h"
#include "pdf/paint.h"

void
paint_color(cairo_t *cr, uint32_t rgb)
{
	cairo_set_source_rgb(cr, (rgb >> 16 & 255) / 255.0,
	    (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
}

void
text_flush(struct painter *p)
{
	struct run *r = &p->run;

	if (r->glyphs == 0)
		return;
	cairo_set_scaled_font(p->cr, font_scaled(r->font));
	paint_color(p->cr, r->color);
	cairo_show_text_glyphs(p->cr, r->text.data, (int)r->text.len, r->glyph,
	    (int)r->glyphs, r->cluster, (int)r->clusters,
	    r->rtl ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
	r->glyphs = r->clusters = 0;
	buf_reset(&r->text);
}

void
text_add(struct painter *p, const struct area_text *t, mpt x, mpt y)
{
	struct run *r = &p->run;

	if (r->font != t->font || r->color != t->color || r->rtl || t->rtl)
		text_flush(p);
	r->font = t->font;
	r->color = t->color;
	r->rtl = t->rtl;
	for (size_t i = 0; i < t->glyphs; i++) {
		const struct area_glyph *g = &t->glyph[i];
		ARENA_PUSH(p->arena, r->glyph, r->glyphs, r->glyphs_cap) =
		    (cairo_glyph_t){g->id, mpt_to_pt(x + g->dx),
		        mpt_to_pt(y + g->dy)};
		x += g->advance;
	}
	for (size_t i = 0; i < t->clusters; i++)
		ARENA_PUSH(p->arena, r->cluster, r->clusters, r->clusters_cap) =
		    (cairo_text_cluster_t){t->cluster[i].bytes,
		        t->cluster[i].glyphs};
	buf_add(&r->text, t->text, t->bytes);
}
