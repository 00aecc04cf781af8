/*
 * decimal: an integer and the number of its digits behind the point.
 *
 * Two decimals are added in the finer scale of both; every step is checked,
 * so a figure is exact or refused, never rounded. Comparing needs no common
 * scale that could overflow: whole parts first, then the fractions, each
 * below a million.
 */
#include "derive/decimal.h"

#include <stdio.h>
#include <stdlib.h>

static const int64_t powers[DECIMAL_SCALE + 1] = {1, 10, 100, 1000, 10000,
    100000, 1000000};

/* units * 10 + digit; 0 or -1. */
static int
digit_add(int64_t *units, int digit)
{
	return __builtin_mul_overflow(*units, 10, units) ||
	    __builtin_add_overflow(*units, digit, units) ? -1 : 0;
}

int
decimal_read(const char *s, struct decimal *d)
{
	int negative = *s == '-', digits = 0, point = 0;

	*d = (struct decimal){0};
	if (*s == '-' || *s == '+')
		s++;
	for (; *s != '\0'; s++) {
		if (*s == '.' && !point) {
			point = 1;
			continue;
		}
		if (*s < '0' || *s > '9' || digit_add(&d->units, *s - '0') != 0)
			return -1;
		d->scale += point;
		digits++;
		if (d->scale > DECIMAL_SCALE)
			return -1;
	}
	if (negative)
		d->units = -d->units;
	return digits == 0 ? -1 : 0;
}

static int
scale_to(struct decimal *d, int scale)
{
	int bad = __builtin_mul_overflow(d->units, powers[scale - d->scale],
	    &d->units);

	d->scale = scale;
	return bad ? -1 : 0;
}

int
decimal_add(struct decimal a, struct decimal b, struct decimal *sum)
{
	int scale = a.scale > b.scale ? a.scale : b.scale;

	if (scale_to(&a, scale) != 0 || scale_to(&b, scale) != 0)
		return -1;
	sum->scale = scale;
	return __builtin_add_overflow(a.units, b.units, &sum->units) ? -1 : 0;
}

int
decimal_compare(struct decimal a, struct decimal b)
{
	int64_t wa = a.units / powers[a.scale], wb = b.units / powers[b.scale];
	int64_t fa = a.units % powers[a.scale] *
	    powers[DECIMAL_SCALE - a.scale];
	int64_t fb = b.units % powers[b.scale] *
	    powers[DECIMAL_SCALE - b.scale];

	if (wa != wb)
		return wa < wb ? -1 : 1;
	return fa < fb ? -1 : fa > fb;
}

void
decimal_write(struct decimal d, char text[DECIMAL_TEXT])
{
	uint64_t units = d.units < 0 ? 0 - (uint64_t)d.units :
	    (uint64_t)d.units;
	uint64_t one = (uint64_t)powers[d.scale];
	const char *sign = d.units < 0 ? "-" : "";

	if (d.scale == 0)
		snprintf(text, DECIMAL_TEXT, "%s%llu", sign,
		    (unsigned long long)units);
	else
		snprintf(text, DECIMAL_TEXT, "%s%llu.%0*llu", sign,
		    (unsigned long long)(units / one), d.scale,
		    (unsigned long long)(units % one));
}
