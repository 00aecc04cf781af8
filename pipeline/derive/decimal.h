/*
 * decimal: figures as people write them, computed exactly. 702.6 is 7026
 * units of scale 1: no binary fractions, so that a sum of tenths is a tenth.
 */
#ifndef DERIVE_DECIMAL_H
#define DERIVE_DECIMAL_H

#include <stdint.h>

#define DECIMAL_SCALE 6   /* digits behind the point, at the most */
#define DECIMAL_TEXT 32   /* bytes that any decimal's text fits in */

struct decimal {
	int64_t units;
	int scale;        /* value = units / 10^scale; 0 .. DECIMAL_SCALE */
};

/* 0, or -1 when the text is no decimal or has too many digits. */
int decimal_read(const char *text, struct decimal *);

/* a + b, in the finer of both scales. 0, or -1 when it does not fit. */
int decimal_add(struct decimal a, struct decimal b, struct decimal *sum);

/* -1, 0, 1 as a is less than, equal to, greater than b; any scales. */
int decimal_compare(struct decimal a, struct decimal b);

/* Writes -1234.5, with exactly scale digits behind the point. */
void decimal_write(struct decimal, char text[DECIMAL_TEXT]);

#endif
