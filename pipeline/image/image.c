/*
 * A name in a document becomes bytes in the arena: the real path is taken,
 * must lie in the folder that was given, and is the key of the cache. The
 * first bytes choose the format, whatever the name ends in.
 */
#include "image/image.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/map.h"
#include "image/head.h"

#define IMAGE_BYTES ((size_t)64 << 20)
#define IMAGE_AREA (INT64_C(100) * 1000 * 1000)

struct images {
	struct arena *arena;
	char root[PATH_MAX]; /* real path of the folder; "" if there is none */
	struct map *loaded;  /* real path -> struct image */
};

struct images *
images_new(struct arena *a, const char *dir)
{
	struct images *set = ARENA_NEW(a, struct images);

	set->arena = a;
	if (realpath(dir, set->root) == NULL)
		set->root[0] = '\0';
	set->loaded = map_new(a);
	return set;
}

/* The real path of name, or -1 after a diagnostic. */
static int
image_locate(const struct images *set, const char *name, char real[PATH_MAX],
    struct diag *d, struct src src)
{
	char joined[2 * PATH_MAX];
	size_t n = strlen(set->root);

	if (strlen(name) >= PATH_MAX || n == 0) {
		diag_add(d, DIAG_G01, src, "%.200s", name);
		return -1;
	}
	snprintf(joined, sizeof(joined), "%s/%s",
	    name[0] == '/' ? "" : set->root, name);
	if (realpath(joined, real) == NULL) {
		diag_add(d, DIAG_G01, src, "%s", name);
		return -1;
	}
	if (strcmp(set->root, "/") != 0 &&
	    (strncmp(real, set->root, n) != 0 || real[n] != '/')) {
		diag_add(d, DIAG_G02, src, "%s", name);
		return -1;
	}
	return 0;
}

/* The file's bytes into the arena, or -1 after a diagnostic. */
static int
image_read(struct images *set, struct image *im, const char *real,
    struct diag *d, struct src src)
{
	struct stat st;
	unsigned char *data;
	FILE *f;

	if (stat(real, &st) != 0 || !S_ISREG(st.st_mode) ||
	    (f = fopen(real, "rb")) == NULL) {
		diag_add(d, DIAG_G01, src, "%s cannot be read", im->path);
		return -1;
	}
	if ((uint64_t)st.st_size > IMAGE_BYTES) {
		diag_add(d, DIAG_G05, src, "%s has more than 64 MiB", im->path);
		fclose(f);
		return -1;
	}
	data = arena_alloc(set->arena, (size_t)st.st_size);
	im->len = fread(data, 1, (size_t)st.st_size, f);
	im->data = data;
	fclose(f);
	return 0;
}

static int
image_head(struct image *im, struct diag *d, struct src src)
{
	static const unsigned char png[] = "\x89PNG\r\n\x1a\n", jpeg[] =
	    "\xff\xd8\xff";

	if (im->len >= 8 && memcmp(im->data, png, 8) == 0) {
		im->kind = IMAGE_PNG;
		return png_head(im, d, src);
	}
	if (im->len >= 3 && memcmp(im->data, jpeg, 3) == 0) {
		im->kind = IMAGE_JPEG;
		return jpeg_head(im, d, src);
	}
	im->kind = IMAGE_SVG;
	return svg_head(im, d, src);
}

/* No side too long, no surface that drawing could not hold. */
static int
image_bounded(const struct image *im, struct diag *d, struct src src)
{
	const mpt side = (mpt)IMAGE_SIDE * IMAGE_PX;

	if (im->px_w <= IMAGE_SIDE && im->px_h <= IMAGE_SIDE &&
	    (int64_t)im->px_w * im->px_h <= IMAGE_AREA &&
	    (im->kind != IMAGE_SVG || (im->w <= side && im->h <= side)))
		return 0;
	diag_add(d, DIAG_G05, src, "%s is %lld x %lld px", im->path,
	    im->px_w ? (long long)im->px_w : (long long)(im->w / IMAGE_PX),
	    im->px_h ? (long long)im->px_h : (long long)(im->h / IMAGE_PX));
	return -1;
}

const struct image *
image_load(struct images *set, const char *path, struct diag *d,
    struct src src)
{
	char real[PATH_MAX];
	struct image *im;

	if (image_locate(set, path, real, d, src) != 0)
		return NULL;
	im = map_find(set->loaded, real);
	if (im != NULL)
		return im;
	im = ARENA_NEW(set->arena, struct image);
	im->path = arena_strdup(set->arena, path);
	if (image_read(set, im, real, d, src) != 0 ||
	    image_head(im, d, src) != 0 || image_bounded(im, d, src) != 0)
		return NULL;
	map_put(set->loaded, real, im);
	return im;
}

const struct image *
image_svg(struct images *set, const char *data, size_t len, struct diag *d,
    struct src src)
{
	struct image *im = ARENA_NEW(set->arena, struct image);

	im->kind = IMAGE_SVG;
	im->path = "";
	if (len > IMAGE_BYTES) {
		diag_add(d, DIAG_G05, src, "the SVG has more than 64 MiB");
		return NULL;
	}
	im->data = (unsigned char *)arena_strndup(set->arena, data, len);
	im->len = len;
	if (svg_head(im, d, src) != 0 || image_bounded(im, d, src) != 0)
		return NULL;
	return im;
}
