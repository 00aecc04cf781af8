/*
 * head: the first bytes of each format. In: image.data, len and path; out:
 * its pixels and its intrinsic size. Nothing is decoded. Internal to image/.
 */
#ifndef IMAGE_HEAD_H
#define IMAGE_HEAD_H

#include "image/image.h"

#define IMAGE_PX 750 /* mpt in a pixel where the file does not say: 96 dpi */
#define IMAGE_SIDE 30000

/* 0, or -1 after a diagnostic at src. */
int png_head(struct image *, struct diag *, struct src);
int jpeg_head(struct image *, struct diag *, struct src);
int svg_head(struct image *, struct diag *, struct src);

#endif
