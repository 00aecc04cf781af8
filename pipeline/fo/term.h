/*
 * term: the amounts that expressions are made of, and their arithmetic.
 * Private to fo/.
 *
 * Integers only: numbers in millionths, lengths in millionths of a point,
 * percentages in millionths of a percent. A length is linear: a fixed part, a
 * percentage and a proportional measure. Every amount stays within TERM_LIMIT,
 * so that no product of two leaves 64 bits; what would not is an error.
 */
#ifndef FO_TERM_H
#define FO_TERM_H

#include "fo/value.h"

#define TERM_LIMIT INT64_C(1000000000000)

enum term_kind { TERM_NUMBER, TERM_LENGTH, TERM_COLOR, TERM_OTHER };

struct term {
	enum term_kind kind;
	int64_t n;    /* NUMBER: millionths; LENGTH: millionths of a point;
	                 COLOR: 0xRRGGBB */
	int64_t pct;  /* LENGTH: millionths of a percent */
	int64_t prop; /* LENGTH: proportional measure, millionths */
	const struct fo_value *other; /* OTHER: a keyword or a string */
};

static inline int
term_within(int64_t n)
{
	return n >= -TERM_LIMIT && n <= TERM_LIMIT;
}

/* a * b of amounts in millionths. */
int64_t term_times(int64_t a, int64_t b);

/* a = a op b; -1 when the units do not fit, or the result is too large. */
int term_add(struct term *a, const struct term *b, int sign);
int term_multiply(struct term *a, const struct term *b);
int term_divide(struct term *a, const struct term *b);
int term_modulo(struct term *a, const struct term *b);
int term_scale(struct term *a, int64_t by);

/* way: r nearest (halves up), f down, c up. */
int term_round(char way, struct term *);
int term_absolute(struct term *);

/* The greater or the lesser of two of one unit. */
int term_extreme(int max, const struct term *arg, struct term *);

void term_from_value(struct term *, const struct fo_value *);
int term_to_value(const struct term *, struct fo_value *);

#endif
