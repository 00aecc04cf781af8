/*
 * The heads of PNG (ISO/IEC 15948: IHDR, pHYs) and JPEG (ITU T.81: the frame
 * header; JFIF 1.02: density). Every read is bounded by the bytes there are.
 * The orientation in EXIF is ignored: what turns a picture is the document.
 */
#include "image/head.h"

#include <string.h>

static uint32_t
be32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	    (uint32_t)p[2] << 8 | p[3];
}

static unsigned
be16(const unsigned char *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static int
damaged(const struct image *im, struct diag *d, struct src src,
    const char *why)
{
	diag_add(d, DIAG_G04, src, "%s: %s", im->path, why);
	return -1;
}

/* mpt of px at dots / scale pixels in a metre; 96 dpi where dots is 0. */
static mpt
extent(int px, uint32_t dots, int scale)
{
	const int64_t inch = 72 * MPT_PT; /* a metre: 10000 / 254 inches */

	if (dots == 0)
		return (mpt)px * IMAGE_PX;
	return ((mpt)px * inch * 10000 / 254 * scale + dots / 2) / dots;
}

static void
png_density(struct image *im)
{
	for (size_t at = 33; at + 21 <= im->len;) {
		const unsigned char *p = im->data + at;
		uint32_t n = be32(p);

		if (memcmp(p + 4, "IDAT", 4) == 0)
			return;
		if (memcmp(p + 4, "pHYs", 4) == 0 && n == 9 && p[16] == 1) {
			im->w = extent(im->px_w, be32(p + 8), 1);
			im->h = extent(im->px_h, be32(p + 12), 1);
			return;
		}
		if (n > im->len - at)
			return;
		at += (size_t)n + 12;
	}
}

int
png_head(struct image *im, struct diag *d, struct src src)
{
	const unsigned char *p = im->data;

	if (im->len < 33 || memcmp(p + 12, "IHDR", 4) != 0)
		return damaged(im, d, src, "it has no PNG header");
	if (be32(p + 16) == 0 || be32(p + 20) == 0 ||
	    be32(p + 16) > INT32_MAX || be32(p + 20) > INT32_MAX)
		return damaged(im, d, src, "its size makes no sense");
	im->px_w = (int)be32(p + 16);
	im->px_h = (int)be32(p + 20);
	im->w = extent(im->px_w, 0, 1);
	im->h = extent(im->px_h, 0, 1);
	png_density(im);
	return 0;
}

/* What the frame header says must be what a PDF can carry (DCTDecode). */
static int
jpeg_frame(struct image *im, int marker, const unsigned char *p,
    struct diag *d, struct src src)
{
	const char *why = NULL;

	if (marker > 0xc2)
		why = "arithmetic, lossless or hierarchical coding";
	else if (p[0] != 8)
		why = "more than 8 bits per colour";
	else if (p[5] == 4)
		why = "CMYK colours";
	else if (p[5] != 1 && p[5] != 3)
		why = "neither grey nor RGB";
	if (why != NULL) {
		diag_add(d, DIAG_G06, src, "%s: %s", im->path, why);
		return -1;
	}
	im->px_h = (int)be16(p + 1);
	im->px_w = (int)be16(p + 3);
	if (im->px_w == 0 || im->px_h == 0)
		return damaged(im, d, src, "its size makes no sense");
	return 0;
}

/* Dots per metre, times 100, from the JFIF segment; 0 if it does not say. */
static uint32_t
jfif_density(const unsigned char *p, size_t n, int vertical)
{
	uint32_t dots;

	if (n < 12 || memcmp(p, "JFIF", 5) != 0)
		return 0;
	dots = be16(p + (vertical ? 10 : 8));
	return p[7] == 1 ? (uint32_t)((uint64_t)dots * 1000000 / 254) :
	    p[7] == 2 ? dots * 10000 : 0;
}

int
jpeg_head(struct image *im, struct diag *d, struct src src)
{
	uint32_t across = 0, down = 0;

	for (size_t at = 2; at + 4 <= im->len;) {
		const unsigned char *p = im->data + at;
		size_t n = be16(p + 2);
		int marker = p[1];

		if (p[0] == 0xff && marker == 0xff) {
			at++; /* fill */
			continue;
		}
		if (p[0] != 0xff || n < 2 || n > im->len - at - 2)
			break;
		if (marker == 0xe0) {
			across = jfif_density(p + 4, n - 2, 0);
			down = jfif_density(p + 4, n - 2, 1);
		}
		if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 &&
		    marker != 0xc8 && marker != 0xcc) {
			if (n < 8)
				break;
			if (jpeg_frame(im, marker, p + 4, d, src) != 0)
				return -1;
			im->w = extent(im->px_w, across, 100);
			im->h = extent(im->px_h, down, 100);
			return 0;
		}
		if (marker == 0xda || marker == 0xd9)
			break;
		at += n + 2;
	}
	return damaged(im, d, src, "it has no JPEG frame");
}
