/*
 * squarefont FILE: writes the test font "Makepack Square". Every printable
 * ASCII character and a few signs of English print are a square one em wide,
 * from 0.2 em below the baseline to 0.8 em above; the space is one em too. No
 * kerning, no ligature: n characters at 10 pt are n * 10 pt, so tests of
 * layout can count.
 *
 * In: the list of characters below. Out: a TrueType file (OpenType 1.9,
 * chapters glyf, cmap format 4, head ...), the same bytes each time.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"

enum { EM = 1000, ASCENT = 800, DESCENT = 200 };

/* Runs of characters, in order; glyph 0 is .notdef, then one per character. */
static const struct run { unsigned first, last; } runs[] = {
    {0x20, 0x7e}, {0xa0, 0xa0}, {0xa3, 0xa3}, {0x2013, 0x2014},
    {0x2018, 0x2019}, {0x201c, 0x201d}, {0x2022, 0x2022}, {0x2026, 0x2026},
};
enum { RUNS = sizeof(runs) / sizeof(runs[0]) };

static unsigned
glyph_count(void)
{
	unsigned n = 1;

	for (int i = 0; i < RUNS; i++)
		n += runs[i].last - runs[i].first + 1;
	return n;
}

static void
put16(struct buf *b, long v)
{
	buf_putc(b, (int)(v >> 8) & 0xff);
	buf_putc(b, (int)v & 0xff);
}

static void
put32(struct buf *b, uint32_t v)
{
	put16(b, v >> 16);
	put16(b, v & 0xffff);
}

static void
put16s(struct buf *b, size_t n, const long *v)
{
	for (size_t i = 0; i < n; i++)
		put16(b, v[i]);
}
#define PUT16S(b, ...) \
	put16s((b), sizeof((long[]){__VA_ARGS__}) / sizeof(long), \
	    (long[]){__VA_ARGS__})

static void
table_head(struct buf *b)
{
	put32(b, 0x00010000);
	put32(b, 0x00010000); /* revision */
	put32(b, 0);          /* checkSumAdjustment: set at the end */
	put32(b, 0x5f0f3cf5);
	PUT16S(b, 0x000b, EM, 0, 0, 0, 0, 0, 0, 0, 0);
	PUT16S(b, 0, -DESCENT, EM, ASCENT, 0, 8, 2, 1, 0);
}

static void
table_hhea(struct buf *b)
{
	put32(b, 0x00010000);
	PUT16S(b, ASCENT, -DESCENT, 0, EM, 0, 0, EM, 1, 0, 0);
	PUT16S(b, 0, 0, 0, 0, 0, (long)glyph_count());
}

static void
table_maxp(struct buf *b)
{
	put32(b, 0x00010000);
	PUT16S(b, (long)glyph_count(), 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0);
}

static void
table_os2(struct buf *b)
{
	PUT16S(b, 4, EM, 400, 5, 0, 500, 500, 0, 0, 500, 500, 0, 300, 50, 300,
	    0);
	for (int i = 0; i < 10; i++)
		buf_putc(b, 0); /* panose */
	put32(b, 1);            /* Basic Latin */
	put32(b, 0);
	put32(b, 0);
	put32(b, 0);
	buf_puts(b, "MKPK");
	PUT16S(b, 0x40, 0x20, 0x2026, ASCENT, -DESCENT, 0, ASCENT, DESCENT);
	put32(b, 1);            /* code page Latin 1 */
	put32(b, 0);
	PUT16S(b, 500, 700, 0, 0x20, 1);
}

static void
table_hmtx(struct buf *b)
{
	for (unsigned i = 0; i < glyph_count(); i++)
		PUT16S(b, EM, 0);
}

/* Format 4: a segment for each run, and the closing one. */
static void
table_cmap(struct buf *b)
{
	long segments = RUNS + 1, delta, gid = 1;

	PUT16S(b, 0, 1, 3, 1);
	put32(b, 12);
	PUT16S(b, 4, 16 + 8 * segments, 0, 2 * segments, 16, 3,
	    2 * segments - 16);
	for (int i = 0; i < RUNS; i++)
		put16(b, (long)runs[i].last);
	PUT16S(b, 0xffff, 0);
	for (int i = 0; i < RUNS; i++)
		put16(b, (long)runs[i].first);
	put16(b, 0xffff);
	for (int i = 0; i < RUNS; i++) {
		delta = gid - (long)runs[i].first;
		put16(b, delta);
		gid += (long)(runs[i].last - runs[i].first) + 1;
	}
	put16(b, 1);
	for (long i = 0; i < segments; i++)
		put16(b, 0);
}

/* One square, shared by no one: each glyph has its own outline. */
static void
square(struct buf *b)
{
	PUT16S(b, 1, 0, -DESCENT, EM, ASCENT, 3, 0);
	buf_add(b, "\1\1\1\1", 4);
	PUT16S(b, 0, 0, EM, 0, -DESCENT, EM, 0, -EM);
}

static int
is_empty(unsigned gid)
{
	return gid == 1 || gid == 0x7e - 0x20 + 2; /* the two spaces */
}

static void
table_glyf(struct buf *b)
{
	for (unsigned i = 0; i < glyph_count(); i++)
		if (!is_empty(i))
			square(b);
}

static void
table_loca(struct buf *b)
{
	struct buf one = {0};
	uint32_t at = 0;

	square(&one);
	for (unsigned i = 0; i <= glyph_count(); i++) {
		put32(b, at);
		if (!is_empty(i))
			at += (uint32_t)one.len;
	}
	buf_free(&one);
}

static void
table_name(struct buf *b)
{
	static const char *const name[] = {"", "Makepack Square", "Regular",
	    "Makepack Square", "Makepack Square", "Version 1", "MakepackSquare"};
	long at = 0;

	PUT16S(b, 0, 6, 6 + 6 * 12);
	for (int i = 1; i <= 6; i++) {
		long len = 2 * (long)strlen(name[i]);

		PUT16S(b, 3, 1, 0x409, i, len, at);
		at += len;
	}
	for (int i = 1; i <= 6; i++)
		for (const char *s = name[i]; *s != '\0'; s++)
			put16(b, *s);
}

static void
table_post(struct buf *b)
{
	put32(b, 0x00030000); /* no glyph names */
	put32(b, 0);
	PUT16S(b, -100, 50);
	for (int i = 0; i < 5; i++)
		put32(b, 0);
}

static uint32_t
checksum(const struct buf *b, size_t from, size_t to)
{
	uint32_t sum = 0;

	for (size_t i = from; i < to; i++)
		sum += (uint32_t)(unsigned char)b->data[i] <<
		    (24 - 8 * (i & 3));
	return sum;
}

static void
pad(struct buf *b)
{
	while (b->len & 3)
		buf_putc(b, 0);
}

/* In the order of their tags, as the directory wants them. */
static const struct table {
	const char *tag;
	void (*write)(struct buf *);
} tables[] = {
    {"OS/2", table_os2}, {"cmap", table_cmap}, {"glyf", table_glyf},
    {"head", table_head}, {"hhea", table_hhea}, {"hmtx", table_hmtx},
    {"loca", table_loca}, {"maxp", table_maxp}, {"name", table_name},
    {"post", table_post},
};
enum { TABLES = sizeof(tables) / sizeof(tables[0]) };

static void
font_write(struct buf *font)
{
	struct buf body = {0};
	size_t base = 12 + 16 * TABLES, head = 0;
	uint32_t adjust;

	put32(font, 0x00010000);
	PUT16S(font, TABLES, 128, 3, TABLES * 16 - 128);
	for (int i = 0; i < TABLES; i++) {
		size_t at = body.len, len;

		tables[i].write(&body);
		len = body.len - at;
		pad(&body);
		if (strcmp(tables[i].tag, "head") == 0)
			head = base + at;
		buf_puts(font, tables[i].tag);
		put32(font, checksum(&body, at, body.len));
		put32(font, (uint32_t)(base + at));
		put32(font, (uint32_t)len);
	}
	buf_add(font, body.data, body.len);
	buf_free(&body);
	adjust = 0xb1b0afba - checksum(font, 0, font->len);
	for (int i = 0; i < 4; i++)
		font->data[head + 8 + (size_t)i] =
		    (char)(adjust >> (24 - 8 * i) & 0xff);
}

int
main(int argc, char **argv)
{
	struct buf font = {0};
	FILE *to;
	int bad;

	if (argc != 2) {
		fputs("usage: squarefont FILE\n", stderr);
		return 1;
	}
	font_write(&font);
	to = fopen(argv[1], "wb");
	bad = to == NULL || fwrite(font.data, 1, font.len, to) != font.len;
	if (to != NULL)
		bad |= fclose(to) != 0;
	if (bad)
		perror(argv[1]);
	buf_free(&font);
	return bad;
}
