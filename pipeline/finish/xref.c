/*
 * Cairo's own structure elements, one for each leaf, are of no use, but qpdf
 * reads every object that the cross-reference table names, 20 microseconds
 * each. So before it reads, their entries are marked free. Cairo 1.16 writes
 * a table of one section and begins each element alike:
 *
 *     xref            71 0 obj
 *     0 1234          << /Type /StructElem
 *     0000000000 65535 f
 *     0000014400 00000 n
 */
#include <stdlib.h>
#include <string.h>

#include "finish/object.h"

#define ENTRY 20 /* bytes of a line of the table */
#define TAIL 64  /* bytes that hold the last lines of the file */

static int
element_at(const struct buf *pdf, size_t at)
{
	static const char begin[] = "<< /Type /StructElem";
	const char *line;

	if (at >= pdf->len)
		return 0;
	line = memchr(pdf->data + at, '\n', pdf->len - at);
	return line != NULL && (size_t)(pdf->data + pdf->len - line) >
	    sizeof(begin) && memcmp(line + 1, begin, sizeof(begin) - 1) == 0;
}

/* The first entry of the table, and how many there are; or NULL. */
static char *
table_find(const struct buf *pdf, size_t *n)
{
	size_t tail = pdf->len < TAIL ? pdf->len : TAIL, at;
	char *mark, *end;

	if (tail == 0 || (mark = memmem(pdf->data + pdf->len - tail, tail,
	    "startxref\n", 10)) == NULL)
		return NULL;
	at = strtoul(mark + 10, NULL, 10);
	if (at >= pdf->len || strncmp(pdf->data + at, "xref\n0 ", 7) != 0)
		return NULL;
	*n = strtoul(pdf->data + at + 7, &end, 10);
	return *n <= (size_t)(mark - end) / ENTRY ? end + 1 : NULL;
}

int
xref_drop(struct finish *f, struct buf *pdf)
{
	size_t n = 0;
	char *line = table_find(pdf, &n);

	if (line == NULL)
		return -1;
	f->object = ARENA_ARRAY(f->arena, n, int);
	for (size_t i = 0; i < n; i++, line += ENTRY) {
		if (line[17] != 'n')
			continue;
		if (element_at(pdf, strtoul(line, NULL, 10)))
			memcpy(line, "0000000000 65535 f", 18);
		else
			f->object[f->objects++] = (int)i;
	}
	return 0;
}
