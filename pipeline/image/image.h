/*
 * image: what layout must know of a picture before it is drawn: its format
 * and its intrinsic size. The bytes are kept as they are; pdf/ draws them
 * (JPEG embedded untouched, SVG as vectors).
 */
#ifndef IMAGE_IMAGE_H
#define IMAGE_IMAGE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/mpt.h"

enum image_kind { IMAGE_PNG, IMAGE_JPEG, IMAGE_SVG };

struct image {
	enum image_kind kind;
	const char *path;  /* for messages; "" for an instream object */
	mpt w, h;          /* intrinsic size; 96 px per inch where the file
	                      does not say */
	int px_w, px_h;    /* PNG, JPEG: pixels; SVG: 0 */
	const unsigned char *data;
	size_t len;
};

/*
 * Read path (absolute or relative to dir) into the arena, each file once per
 * cache. NULL after a diagnostic at src when it is missing, lies outside dir
 * once links are followed, is of no known format, damaged in its head, or
 * larger than 64 MiB, 30,000 pixels a side or 100 million in all.
 */
struct images;
struct images *images_new(struct arena *, const char *dir);
const struct image *image_load(struct images *, const char *path,
    struct diag *, struct src);

/* An SVG that stands in the FO document itself; data is copied. */
const struct image *image_svg(struct images *, const char *data, size_t len,
    struct diag *, struct src);

#endif
