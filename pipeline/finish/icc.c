/*
 * The output intent's profile: sRGB (IEC 61966-2-1) as a display profile of
 * three primaries and a tone curve, ICC.1:2001-04 (version 2.4). Written here
 * because no file of a third party may then be missing or have its own terms.
 *
 *     header (128)  tag table  desc cprt wtpt rXYZ gXYZ bXYZ TRC
 */
#include <math.h>
#include <string.h>

#include "finish/object.h"

#define CURVE 1024 /* points of the tone curve; lines between them */
#define TAGS 9

/* Primaries and white relative to D50 (Bradford), as 16.16 fixed numbers. */
static const uint32_t white[3] = {0xf6d6, 0x10000, 0xd32d};
static const uint32_t red[3] = {0x6fa2, 0x38f5, 0x0390};
static const uint32_t green[3] = {0x6299, 0xb785, 0x18da};
static const uint32_t blue[3] = {0x24a0, 0x0f84, 0xb6cf};

static void
put16(struct buf *b, uint32_t v)
{
	buf_putc(b, (int)(v >> 8 & 255));
	buf_putc(b, (int)(v & 255));
}

static void
put32(struct buf *b, uint32_t v)
{
	put16(b, v >> 16);
	put16(b, v & 0xffff);
}

static void
zeros(struct buf *b, size_t n)
{
	while (n-- != 0)
		buf_putc(b, 0);
}

/* Elements start on multiples of four. */
static void
align(struct buf *b)
{
	zeros(b, (4 - b->len % 4) % 4);
}

static void
xyz(struct buf *b, const uint32_t v[3])
{
	buf_add(b, "XYZ \0\0\0\0", 8);
	for (int i = 0; i < 3; i++)
		put32(b, v[i]);
}

/* textDescriptionType: only its ASCII part is filled. */
static void
description(struct buf *b, const char *text)
{
	buf_add(b, "desc\0\0\0\0", 8);
	put32(b, (uint32_t)strlen(text) + 1);
	buf_add(b, text, strlen(text) + 1);
	zeros(b, 4 + 4 + 2 + 1 + 67);
}

/* The sRGB transfer function in CURVE steps. */
static void
curve(struct buf *b)
{
	buf_add(b, "curv\0\0\0\0", 8);
	put32(b, CURVE);
	for (int i = 0; i < CURVE; i++) {
		double v = (double)i / (CURVE - 1);
		v = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
		put16(b, (uint32_t)lround(v * 65535));
	}
}

static void
header(struct buf *b, uint32_t size)
{
	put32(b, size);
	put32(b, 0);                              /* no preferred engine */
	put32(b, 0x02400000);                     /* version 2.4 */
	buf_puts(b, "mntrRGB XYZ ");
	for (int i = 0; i < 6; i++)               /* 1 January 2015, 0:00:00 */
		put16(b, i == 0 ? 2015 : i < 3);
	buf_puts(b, "acsp");
	zeros(b, 28); /* platform, flags, maker, model, attributes, intent:
	                 perceptual */
	for (int i = 0; i < 3; i++)
		put32(b, white[i]);
	zeros(b, 48);
}

void
icc_write(struct buf *out)
{
	static const char names[TAGS][5] = {"desc", "cprt", "wtpt", "rXYZ",
	    "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
	const uint32_t base = 128 + 4 + 12 * TAGS;
	uint32_t at[TAGS], size[TAGS];
	struct buf data = {0};

	for (int i = 0; i < TAGS; i++) {
		align(&data);
		at[i] = base + (uint32_t)data.len;
		switch (i) {
		case 0:
			description(&data, "sRGB IEC61966-2.1");
			break;
		case 1:
			buf_add(&data, "text\0\0\0\0Public domain", 22);
			break;
		case 2:
			xyz(&data, white);
			break;
		case 3:
			xyz(&data, red);
			break;
		case 4:
			xyz(&data, green);
			break;
		case 5:
			xyz(&data, blue);
			break;
		case 6:
			curve(&data);
			break;
		default:
			at[i] = at[6]; /* one curve for all */
			break;
		}
		size[i] = i > 6 ? size[6] :
		    base + (uint32_t)data.len - at[i];
	}
	align(&data);
	header(out, base + (uint32_t)data.len);
	put32(out, TAGS);
	for (int i = 0; i < TAGS; i++) {
		buf_add(out, names[i], 4);
		put32(out, at[i]);
		put32(out, size[i]);
	}
	buf_add(out, data.data, data.len);
	buf_free(&data);
}
