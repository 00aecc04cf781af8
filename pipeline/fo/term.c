/*
 * term: in: amounts. Out: amounts, or -1 where XSL 1.1 (5.9.6) has no result:
 * units that do not fit, a division by zero, more than TERM_LIMIT.
 */
#include "fo/term.h"

static int
fits(const struct term *t)
{
	return term_within(t->n) && term_within(t->pct) &&
	    term_within(t->prop) ? 0 : -1;
}

int64_t
term_times(int64_t a, int64_t b)
{
	return a / VALUE_ONE * b + a % VALUE_ONE * b / VALUE_ONE;
}

int
term_scale(struct term *t, int64_t by)
{
	t->n = term_times(t->n, by);
	t->pct = term_times(t->pct, by);
	t->prop = term_times(t->prop, by);
	return fits(t);
}

int
term_add(struct term *a, const struct term *b, int sign)
{
	if (a->kind != b->kind || a->kind > TERM_LENGTH)
		return -1;
	a->n += sign * b->n;
	a->pct += sign * b->pct;
	a->prop += sign * b->prop;
	return fits(a);
}

int
term_multiply(struct term *a, const struct term *b)
{
	struct term number = *a;

	if (a->kind > TERM_LENGTH || b->kind > TERM_LENGTH)
		return -1;
	if (b->kind == TERM_NUMBER)
		return term_scale(a, b->n);
	if (a->kind != TERM_NUMBER)
		return -1;
	*a = *b;
	return term_scale(a, number.n);
}

/* Only like amounts of one unit can be compared. */
static int
same_unit(const struct term *a, const struct term *b)
{
	if (a->kind != b->kind || a->kind > TERM_LENGTH)
		return 0;
	return (a->pct == 0 && b->pct == 0 && a->prop == 0 && b->prop == 0) ||
	    (a->n == 0 && b->n == 0 && a->prop == 0 && b->prop == 0);
}

static int64_t
amount(const struct term *t)
{
	return t->pct != 0 ? t->pct : t->n;
}

static void
amount_set(struct term *t, int64_t n)
{
	*(t->pct != 0 ? &t->pct : &t->n) = n;
}

static int
quotient(int64_t n, int64_t by, int64_t *to)
{
	*to = n * VALUE_ONE / by;
	return term_within(*to) ? 0 : -1;
}

int
term_divide(struct term *a, const struct term *b)
{
	if (amount(b) == 0)
		return -1;
	if (b->kind == TERM_NUMBER && a->kind <= TERM_LENGTH)
		return quotient(a->n, b->n, &a->n) ||
		    quotient(a->pct, b->n, &a->pct) ||
		    quotient(a->prop, b->n, &a->prop) ? -1 : 0;
	if (!same_unit(a, b))
		return -1;
	a->n = amount(a);
	a->pct = 0;
	a->kind = TERM_NUMBER;
	return quotient(a->n, amount(b), &a->n);
}

int
term_modulo(struct term *a, const struct term *b)
{
	if (!same_unit(a, b) || amount(b) == 0)
		return -1;
	amount_set(a, amount(a) % amount(b));
	return 0;
}

static int64_t
clamped(int64_t n)
{
	return n < -TERM_LIMIT ? -TERM_LIMIT : n > TERM_LIMIT ? TERM_LIMIT : n;
}

void
term_from_value(struct term *t, const struct fo_value *v)
{
	*t = (struct term){.kind = TERM_OTHER, .other = v};
	if (v->kind == VALUE_LENGTH) {
		t->kind = TERM_LENGTH;
		t->n = clamped(v->u.n * 1000);
		t->pct = clamped(v->pct);
		t->prop = clamped((int64_t)v->aux * 1000);
	} else if (v->kind == VALUE_NUMBER) {
		t->kind = TERM_NUMBER;
		t->n = v->u.n;
	}
}

/* Millionths to thousandths. */
static int64_t
rounded(int64_t n)
{
	return (n + (n < 0 ? -500 : 500)) / 1000;
}

int
term_to_value(const struct term *t, struct fo_value *v)
{
	*v = (struct fo_value){.kind = VALUE_NUMBER, .u.n = t->n};
	switch (t->kind) {
	case TERM_NUMBER:
		return 0;
	case TERM_COLOR:
		v->kind = VALUE_COLOR;
		v->aux = 1;
		return 0;
	case TERM_LENGTH:
		if (t->prop < 0 || rounded(t->prop) > UINT32_MAX)
			return -1;
		v->kind = VALUE_LENGTH;
		v->u.n = rounded(t->n);
		v->pct = t->pct;
		v->aux = (uint32_t)rounded(t->prop);
		return 0;
	case TERM_OTHER:
		*v = *t->other;
		return 0;
	}
	return -1;
}

static int64_t
floor_of(int64_t n)
{
	return n - (n % VALUE_ONE + VALUE_ONE) % VALUE_ONE;
}

int
term_round(char way, struct term *t)
{
	if (t->kind != TERM_NUMBER)
		return -1;
	t->n = way == 'r' ? floor_of(t->n + VALUE_ONE / 2)
	    : way == 'f' ? floor_of(t->n) : -floor_of(-t->n);
	return 0;
}

int
term_extreme(int max, const struct term *arg, struct term *t)
{
	const int64_t a = amount(&arg[0]), b = amount(&arg[1]);

	if (!same_unit(&arg[0], &arg[1]))
		return -1;
	*t = arg[max == (a < b)];
	return 0;
}

int
term_absolute(struct term *t)
{
	if (t->kind > TERM_LENGTH)
		return -1;
	return amount(t) < 0 ? term_scale(t, -VALUE_ONE) : 0;
}
