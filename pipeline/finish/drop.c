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

void
structure_drop(struct buf *pdf)
{
	const size_t tail = pdf->len < 64 ? pdf->len : 64;
	char *mark, *line, *end;
	size_t n;

	if (tail == 0 || (mark = memmem(pdf->data + pdf->len - tail, tail,
	    "startxref\n", 10)) == NULL)
		return;
	n = strtoul(mark + 10, NULL, 10);
	if (n >= pdf->len || strncmp(pdf->data + n, "xref\n0 ", 7) != 0)
		return;
	n = strtoul(pdf->data + n + 7, &end, 10);
	for (line = end + 1; n-- != 0 && line + ENTRY <= mark; line += ENTRY)
		if (line[17] == 'n' &&
		    element_at(pdf, strtoul(line, NULL, 10)))
			memcpy(line, "0000000000 65535 f", 18);
}
