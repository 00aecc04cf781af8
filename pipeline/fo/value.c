/*
 * value: from the text of an attribute to one value, by the kind of its
 * property. In: property, component, text. Out: struct fo_value. A single
 * word is looked up (inherit, keyword, a word that stands for a text, colour
 * name); everything else is an expression, except strings and names.
 */
#include <string.h>

#include "fo/expr.h"

const char *
value_string(struct map *strings, const char *s, size_t n)
{
	const char *kept = map_find_n(strings, s, n);

	if (kept != NULL)
		return kept;
	map_put_n(strings, s, n, strings);
	kept = map_at(strings, map_count(strings) - 1)->key;
	map_put_n(strings, s, n, (char *)kept);
	return kept;
}

/* How one component reads its text. */
static enum prop_kind
part_kind(enum prop_kind kind, unsigned k)
{
	switch (kind) {
	case KIND_SPACE:
		return k < PART_PRECEDENCE ? KIND_LEN
		    : k == PART_PRECEDENCE ? KIND_INT : KIND_KW;
	case KIND_KEEP:
		return KIND_INT;
	case KIND_LEN3:
	case KIND_PAIR:
		return KIND_LEN;
	case KIND_BORDW:
	case KIND_PAD:
		return k == PART_LENGTH ? KIND_LEN : KIND_KW;
	default:
		return kind;
	}
}

static int
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* url('x'), "x" and 'x' are x. */
static void
unwrap(const char **s, size_t *n)
{
	if (*n >= 5 && memcmp(*s, "url(", 4) == 0 && (*s)[*n - 1] == ')') {
		*s += 4;
		*n -= 5;
	}
	if (*n >= 2 && ((*s)[0] == '\'' || (*s)[0] == '"') &&
	    (*s)[*n - 1] == (*s)[0]) {
		++*s;
		*n -= 2;
	}
}

/* none, or lines by their names, each once and with or without "no-"
   (7.17.4). */
static int
decoration_fits(const char *s, size_t n)
{
	static const char *const line[] = {"underline", "overline",
	    "line-through", "blink"};
	int seen[4] = {0}, none = n == 4 && memcmp(s, "none", 4) == 0;
	size_t len, k;

	for (const char *end = s + n; !none && s < end; s += len + 1) {
		for (len = 0; s + len < end && !is_space(s[len]); )
			len++;
		if (len > 3 && memcmp(s, "no-", 3) == 0) {
			s += 3;
			len -= 3;
		}
		for (k = 0; k < 4 && (strlen(line[k]) != len ||
		    memcmp(line[k], s, len) != 0); )
			k++;
		if (len != 0 && (k == 4 || seen[k]++))
			return 0;
	}
	return n != 0;
}

static int
string_parse(const struct expr_place *at, const char *s, size_t n,
    struct fo_value *v)
{
	if (at->prop == PROP_SRC || at->prop == PROP_EXTERNAL_DESTINATION)
		unwrap(&s, &n);
	if (at->prop == PROP_TEXT_DECORATION && !decoration_fits(s, n))
		return -1;
	*v = (struct fo_value){.kind = VALUE_STR,
	    .u.str = value_string(at->strings, s, n)};
	return 0;
}

static int
is_word(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!((s[i] >= 'a' && s[i] <= 'z') || s[i] == '-' ||
		    (s[i] >= 'A' && s[i] <= 'Z')))
			return 0;
	return n > 0 && s[0] != '-';
}

static int
word_parse(const struct expr_place *at, const char *s, size_t n,
    struct fo_value *v)
{
	const struct prop_row *row = prop_row(at->prop);
	const char *same = vocab_same(at->prop, s, n);
	const enum fo_kw kw = vocab_keyword(at->vocab,
	    row->part + at->component, s, n);
	int64_t color;

	if (same != NULL)
		return value_parse(at, same, strlen(same), v);
	*v = (struct fo_value){.kind = VALUE_KW, .aux = (uint32_t)kw};
	if (kw != FO_KW_UNSET)
		return 0;
	if (row->kind != KIND_COLOR)
		return -1;
	*v = (struct fo_value){.kind = VALUE_COLOR};
	if (n == 11 && memcmp(s, "transparent", 11) == 0)
		return 0;
	color = vocab_color(at->vocab, s, n);
	v->aux = 1;
	v->u.n = color;
	return color < 0 ? -1 : 0;
}

/* Whole, and 1 where it may not be less (XSL 1.1, 7.28.12 and its kin). */
static int
integer_fit(int limits, struct fo_value *v)
{
	if (v->kind != VALUE_NUMBER)
		return -1;
	v->u.n += v->u.n < 0 ? -VALUE_ONE / 2 : VALUE_ONE / 2;
	v->u.n -= v->u.n % VALUE_ONE;
	if ((limits & FROM_ONE) && v->u.n < VALUE_ONE)
		v->u.n = VALUE_ONE;
	return (limits & NOT_NEGATIVE) && v->u.n < 0 ? -1 : 0;
}

static int
length_fit(enum fo_prop prop, int limits, struct fo_value *v)
{
	if (v->kind == VALUE_NUMBER && prop == PROP_LINE_HEIGHT)
		return v->u.n < 0 ? -1 : 0;
	if (v->kind == VALUE_NUMBER && v->u.n == 0)
		v->kind = VALUE_LENGTH;
	if (v->kind == VALUE_KW)
		return 0;
	if (v->kind != VALUE_LENGTH)
		return -1;
	if ((limits & NO_PERCENT) && v->pct != 0)
		return -1;
	if (v->aux != 0 && prop != PROP_COLUMN_WIDTH)
		return -1;
	return (limits & NOT_NEGATIVE) && (v->u.n < 0 || v->pct < 0) &&
	    (v->u.n <= 0 && v->pct <= 0) ? -1 : 0;
}

/* 0, 90, 180 or 270 counter-clockwise (7.21.3). */
static int
orientation_fit(struct fo_value *v)
{
	const int64_t full = 360 * VALUE_ONE;

	v->u.n = (v->u.n % full + full) % full;
	return v->u.n % (90 * VALUE_ONE) == 0 ? 0 : -1;
}

static int
expression_parse(const struct expr_place *at, enum prop_kind kind,
    const char *s, size_t n, struct fo_value *v)
{
	const int limits = at->initial ? 0 : at->vocab->limits[at->prop];

	if (expr_eval(at, s, n, v) != 0)
		return -1;
	switch (kind) {
	case KIND_LEN:
		return length_fit(at->prop, limits, v);
	case KIND_INT:
		if (integer_fit(limits, v) != 0)
			return -1;
		return at->prop == PROP_REFERENCE_ORIENTATION
		    ? orientation_fit(v) : 0;
	case KIND_NUM:
		return v->kind == VALUE_NUMBER ? 0 : -1;
	case KIND_COLOR:
		return v->kind == VALUE_COLOR ? 0 : -1;
	case KIND_KW:
		return v->kind == VALUE_KW ? 0 : -1;
	default:
		return -1;
	}
}

int
value_parse(const struct expr_place *at, const char *s, size_t n,
    struct fo_value *v)
{
	const enum prop_kind kind = part_kind(prop_row(at->prop)->kind,
	    at->component);

	if (at->prop != PROP_CHARACTER && at->prop != PROP_FORMAT) {
		for (; n > 0 && is_space(s[0]); s++)
			n--;
		for (; n > 0 && is_space(s[n - 1]); )
			n--;
	}
	if (n == 7 && memcmp(s, "inherit", 7) == 0) {
		*v = *expr_parent_value(at, at->prop, at->component);
		return 0;
	}
	if (kind == KIND_STR || kind == KIND_ID)
		return string_parse(at, s, n, v);
	if (is_word(s, n))
		return word_parse(at, s, n, v);
	return expression_parse(at, kind, s, n, v);
}
