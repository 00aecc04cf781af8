/*
 * mpt: the one unit of length, the millipoint (1/1000 pt, 1/72000 inch).
 *
 * Every length in fo/, layout/, paginate/ and area/ is an mpt. Floats live
 * only in the Pango and Cairo adapters (font/, layout/shape.c, pdf/).
 * Lengths read from a document are clamped to MPT_MAX, so that sums of a few
 * million of them stay far from overflow.
 */
#ifndef BASE_MPT_H
#define BASE_MPT_H

#include <stdint.h>

typedef int64_t mpt;

#define MPT_PT 1000                    /* millipoints in a point */
#define MPT_MAX INT64_C(1000000000000) /* about 350 km: no page is longer */

static inline mpt
mpt_max(mpt a, mpt b)
{
	return a > b ? a : b;
}

static inline mpt
mpt_min(mpt a, mpt b)
{
	return a < b ? a : b;
}

/* Points, for the adapters that leave the integer world. */
static inline double
mpt_to_pt(mpt m)
{
	return (double)m / MPT_PT;
}

/* The nearest mpt, clamped to +-MPT_MAX; NaN becomes 0. */
mpt mpt_from_pt(double pt);

#endif
