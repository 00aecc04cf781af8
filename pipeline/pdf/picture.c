/*
 * Pictures. A PNG is decoded once; a JPEG's bytes go into the file as they
 * are, behind a surface of its size that is never painted on; an SVG is drawn
 * by librsvg as vectors, with no base address, so that it can refer to
 * nothing outside itself. The nearest-neighbour filter is what makes Cairo
 * leave out /Interpolate, which PDF/A forbids. The clip keeps an SVG within its
 * place, and a picture that is painted first from being taken for a new
 * ground of the page: Cairo would forget what was recorded before, tags too.
 */
#include <librsvg/rsvg.h>
#include <string.h>

#include "base/map.h"
#include "pdf/paint.h"

struct picture {
	cairo_surface_t *surface; /* PNG, JPEG; or NULL */
	RsvgHandle *svg;          /* SVG; or NULL */
};

struct reader {
	const unsigned char *at;
	size_t left;
};

static cairo_status_t
png_read(void *closure, unsigned char *to, unsigned n)
{
	struct reader *r = closure;

	if (n > r->left)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, r->at, n);
	r->at += n;
	r->left -= n;
	return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
jpeg_surface(const struct image *im)
{
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
	    im->px_w, im->px_h);

	cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, im->data,
	    im->len, NULL, NULL);
	return s;
}

/* What went wrong is in words in why. */
static void
picture_load(struct picture *pic, const struct image *im, struct buf *why)
{
	struct reader r = {im->data, im->len};
	GError *error = NULL;

	switch (im->kind) {
	case IMAGE_PNG:
		pic->surface = cairo_image_surface_create_from_png_stream(
		    png_read, &r);
		break;
	case IMAGE_JPEG:
		pic->surface = jpeg_surface(im);
		break;
	case IMAGE_SVG:
		pic->svg = rsvg_handle_new_from_data(im->data, im->len,
		    &error);
		if (pic->svg == NULL)
			buf_puts(why, error->message);
		else
			rsvg_handle_set_dpi(pic->svg, 96);
		g_clear_error(&error);
		return;
	}
	if (cairo_surface_status(pic->surface) != CAIRO_STATUS_SUCCESS) {
		buf_puts(why, cairo_status_to_string(
		    cairo_surface_status(pic->surface)));
		cairo_surface_destroy(pic->surface);
		pic->surface = NULL;
	}
}

static struct picture *
picture_of(struct painter *p, const struct image *im, struct buf *why)
{
	struct picture *pic = map_find_n(p->pictures, (const char *)&im,
	    sizeof(im));

	if (pic == NULL) {
		pic = ARENA_NEW(p->arena, struct picture);
		picture_load(pic, im, why);
		map_put_n(p->pictures, (const char *)&im, sizeof(im), pic);
	}
	return pic;
}

static void
svg_paint(cairo_t *cr, RsvgHandle *svg, const struct rect *r,
    struct buf *why)
{
	const RsvgRectangle box = {mpt_to_pt(r->x), mpt_to_pt(r->y),
	    mpt_to_pt(r->w), mpt_to_pt(r->h)};
	GError *error = NULL;

	if (!rsvg_handle_render_document(svg, cr, &box, &error))
		buf_puts(why, error->message);
	g_clear_error(&error);
}

static void
raster_paint(cairo_t *cr, cairo_surface_t *s, const struct image *im,
    const struct rect *r)
{
	cairo_translate(cr, mpt_to_pt(r->x), mpt_to_pt(r->y));
	cairo_scale(cr, mpt_to_pt(r->w) / im->px_w,
	    mpt_to_pt(r->h) / im->px_h);
	cairo_set_source_surface(cr, s, 0, 0);
	cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
	cairo_paint(cr);
}

void
picture_paint(struct painter *p, const struct image *im, struct rect r,
    struct src src)
{
	struct buf why = {0};
	struct picture *pic;

	if (r.w <= 0 || r.h <= 0)
		return;
	pic = picture_of(p, im, &why);
	cairo_save(p->cr);
	cairo_rectangle(p->cr, mpt_to_pt(r.x), mpt_to_pt(r.y), mpt_to_pt(r.w),
	    mpt_to_pt(r.h));
	cairo_clip(p->cr);
	if (pic->svg != NULL)
		svg_paint(p->cr, pic->svg, &r, &why);
	else if (pic->surface != NULL)
		raster_paint(p->cr, pic->surface, im, &r);
	cairo_restore(p->cr);
	if (why.len != 0)
		diag_add(p->diag, DIAG_G04, src, "%s: %s", im->path, why.data);
	buf_free(&why);
}

void
pictures_free(struct painter *p)
{
	for (size_t i = 0; i < map_count(p->pictures); i++) {
		struct picture *pic = map_at(p->pictures, i)->value;
		if (pic->surface != NULL)
			cairo_surface_destroy(pic->surface);
		if (pic->svg != NULL)
			g_object_unref(pic->svg);
	}
}
