/*
 * In: the text of one attribute value. Out: one value, all arithmetic done.
 *
 *     sum     = product { (+|-) product }
 *     product = unary { (*|div|mod) unary }
 *     unary   = [-] unary | primary
 *     primary = number [unit|%] | #colour | name(arguments) | (sum)
 *
 * The evaluator computes while it parses; there is no tree. The arithmetic is
 * term.c's.
 */
#include "fo/expr.h"

#include <string.h>

#include "base/ascii.h"
#include "fo/term.h"

#define DEPTH_MAX 32
#define ARGUMENTS 3

struct parser {
	const struct expr_place *place;
	const char *p, *end;
	int depth;
};

static int parse_sum(struct parser *, struct term *);

const struct fo_value *
expr_parent_value(const struct expr_place *place, enum fo_prop prop,
    unsigned component)
{
	if (place->parent != NULL)
		return style_value(place->parent->style, prop, component);
	return &place->vocab->initial[prop_row(prop)->part + component];
}

/* --- functions -------------------------------------------------------- */

static const struct fo_node *
list_item(const struct fo_node *n)
{
	while (n != NULL && n->type != FO_LIST_ITEM)
		n = n->parent;
	return n;
}

/*
 * XSL 1.1, 7.30.11: where the item body starts; and the end-indent that ends
 * the label before it (7.30.12): a hundred percent of the reference area less
 * where the label ends.
 */
static int
body_start(struct parser *ps, struct term *t)
{
	const struct fo_node *item = list_item(ps->place->parent);
	struct term distance;

	if (item == NULL)
		return -1;
	term_from_value(t, style_value(item->style, PROP_START_INDENT, 0));
	term_from_value(&distance, style_value(item->style,
	    PROP_PROVISIONAL_DISTANCE_BETWEEN_STARTS, 0));
	return term_add(t, &distance, 1);
}

static int
label_end(struct parser *ps, struct term *t)
{
	struct term body, gap;

	*t = (struct term){.kind = TERM_LENGTH, .pct = VALUE_WHOLE};
	if (body_start(ps, &body) != 0)
		return -1;
	term_from_value(&gap, style_value(list_item(ps->place->parent)->style,
	    PROP_PROVISIONAL_LABEL_SEPARATION, 0));
	return term_add(t, &body, -1) || term_add(t, &gap, 1) ? -1 : 0;
}

static int
rgb(const struct term *arg, struct term *t)
{
	int64_t color = 0;

	for (int i = 0; i < 3; i++) {
		int64_t n = arg[i].n;

		if (arg[i].kind == TERM_LENGTH && n == 0 && arg[i].prop == 0)
			n = arg[i].pct * 255 / 100;
		else if (arg[i].kind != TERM_NUMBER)
			return -1;
		n = (n + VALUE_ONE / 2) / VALUE_ONE;
		color = color * 256 + (n < 0 ? 0 : n > 255 ? 255 : n);
	}
	*t = (struct term){.kind = TERM_COLOR, .n = color};
	return 0;
}

static int
proportion(const struct term *arg, struct term *t)
{
	*t = (struct term){.kind = TERM_LENGTH, .prop = arg->n};
	return arg->kind == TERM_NUMBER && arg->n >= 0 ? 0 : -1;
}

static int
is(const char *word, size_t len, const char *name)
{
	return strlen(name) == len && memcmp(word, name, len) == 0;
}

static int
call_numeric(const char *name, size_t len, int args, struct term *arg,
    struct term *t)
{
	*t = arg[0];
	if (args == 1 && is(name, len, "abs"))
		return term_absolute(t);
	if (args == 1 && (is(name, len, "round") || is(name, len, "floor") ||
	    is(name, len, "ceiling")))
		return term_round(*name, t);
	if (args == 2 && is(name, len, "min"))
		return term_extreme(0, arg, t);
	if (args == 2 && is(name, len, "max"))
		return term_extreme(1, arg, t);
	if (args == 3 && is(name, len, "rgb"))
		return rgb(arg, t);
	if (args == 1 && is(name, len, "proportional-column-width"))
		return proportion(arg, t);
	return -1;
}

/* --- the grammar ------------------------------------------------------ */

static void
skip_space(struct parser *ps)
{
	while (ps->p < ps->end && strchr(" \t\r\n", *ps->p) != NULL)
		ps->p++;
}

static int
accept(struct parser *ps, char c)
{
	skip_space(ps);
	if (ps->p == ps->end || *ps->p != c)
		return 0;
	ps->p++;
	return 1;
}

/* An operator that is a word. */
static int
accept_word(struct parser *ps, const char *word)
{
	const size_t n = strlen(word);

	skip_space(ps);
	if ((size_t)(ps->end - ps->p) < n || memcmp(ps->p, word, n) != 0)
		return 0;
	if ((size_t)(ps->end - ps->p) > n && is_ascii_letter(ps->p[n]))
		return 0;
	ps->p += n;
	return 1;
}

/* A name: letters and hyphens, with the prefix or component it may have. */
static size_t
parse_name(struct parser *ps, const char **name)
{
	*name = ps->p;
	while (ps->p < ps->end &&
	    (is_ascii_letter(*ps->p) || strchr("-.:", *ps->p) != NULL))
		ps->p++;
	return (size_t)(ps->p - *name);
}

/* The only argument of a function that asks another object: the name of a
   property, or nothing for the one in hand. */
static int
parse_property(struct parser *ps, enum fo_prop *prop, unsigned *component)
{
	const struct vocab_name *named;
	const char *name;
	size_t len;

	*prop = ps->place->prop;
	*component = ps->place->component;
	skip_space(ps);
	len = parse_name(ps, &name);
	if (len != 0) {
		named = vocab_prop(ps->place->vocab, name, len);
		if (named == NULL)
			return -1;
		*prop = named->prop;
		*component = named->component == COMPONENT_ALL ? 0
		    : named->component;
	}
	return accept(ps, ')') ? 0 : -1;
}

/* from-parent() and inherited-property-value(). */
static int
parse_inherited(struct parser *ps, struct term *t, int inherited_only)
{
	enum fo_prop prop;
	unsigned component;

	if (parse_property(ps, &prop, &component) != 0 ||
	    (inherited_only && !prop_row(prop)->inherited))
		return -1;
	term_from_value(t, expr_parent_value(ps->place, prop, component));
	return 0;
}

/* 5.10.4: of the nearest object above on which the property is written. */
static int
parse_nearest(struct parser *ps, struct term *t)
{
	const struct fo_node *n = ps->place->parent;
	enum fo_prop prop;
	unsigned component, part;

	if (parse_property(ps, &prop, &component) != 0)
		return -1;
	part = prop_row(prop)->part + component;
	while (n != NULL && !part_in(&n->style->given, part))
		n = n->parent;
	term_from_value(t, n != NULL ? style_value(n->style, prop, component)
	    : &ps->place->vocab->initial[part]);
	return 0;
}

/* 5.10.4: in a cell only. What column that is may not be known yet. */
static int
parse_from_column(struct parser *ps, struct term *t)
{
	const struct expr_place *place = ps->place;
	const struct fo_node *cell = place->cell != NULL ? place->cell
	    : place->parent;
	struct fo_node *table;
	enum fo_prop prop;
	unsigned component;

	while (cell != NULL && cell->type != FO_TABLE_CELL)
		cell = cell->parent;
	if (parse_property(ps, &prop, &component) != 0 || cell == NULL)
		return -1;
	table = cell->parent;
	while (table != NULL && table->type != FO_TABLE)
		table = table->parent;
	if (table != NULL)
		map_put_n(place->asked, (const char *)&table, sizeof(table),
		    table);
	term_from_value(t, cell->column != NULL
	    ? style_value(cell->column->style, prop, component)
	    : &place->vocab->initial[prop_row(prop)->part + component]);
	return 0;
}

static int
parse_arguments(struct parser *ps, struct term *arg, int *args)
{
	*args = 0;
	if (accept(ps, ')'))
		return 0;
	do {
		if (*args == ARGUMENTS || parse_sum(ps, &arg[*args]) != 0)
			return -1;
		++*args;
	} while (accept(ps, ','));
	return accept(ps, ')') ? 0 : -1;
}

static int
parse_call(struct parser *ps, struct term *t)
{
	struct term arg[ARGUMENTS] = {{0}};
	const char *name;
	const size_t len = parse_name(ps, &name);
	int args;

	if (!accept(ps, '('))
		return -1;
	if (is(name, len, "from-parent"))
		return parse_inherited(ps, t, 0);
	if (is(name, len, "inherited-property-value"))
		return parse_inherited(ps, t, 1);
	if (is(name, len, "from-nearest-specified-value"))
		return parse_nearest(ps, t);
	if (is(name, len, "from-table-column"))
		return parse_from_column(ps, t);
	if (parse_arguments(ps, arg, &args) != 0)
		return -1;
	if (args == 0 && is(name, len, "body-start"))
		return body_start(ps, t);
	if (args == 0 && is(name, len, "label-end"))
		return label_end(ps, t);
	return call_numeric(name, len, args, arg, t);
}

static int
hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = strchr(digits, c >= 'A' && c <= 'F' ? c + 32 : c);

	return c != '\0' && at != NULL ? (int)(at - digits) : -1;
}

/* #rgb or #rrggbb; the # is gone. */
static int
parse_hex(struct parser *ps, struct term *t)
{
	int64_t color = 0;
	int n = 0, digit;
	const char *from = ps->p;

	while (ps->p < ps->end && (digit = hex_digit(*ps->p)) >= 0 && n < 7) {
		color = color * 16 + digit;
		ps->p++;
		n++;
	}
	if (n == 3)
		color = hex_digit(from[0]) * 0x110000 +
		    hex_digit(from[1]) * 0x1100 + hex_digit(from[2]) * 0x11;
	*t = (struct term){.kind = TERM_COLOR, .n = color};
	return n == 3 || n == 6 ? 0 : -1;
}

/* Decimals past the sixth are dropped. */
static int
parse_number(struct parser *ps, int64_t *n)
{
	int64_t unit = VALUE_ONE;
	int digits = 0;

	*n = 0;
	for (; ps->p < ps->end && is_ascii_digit(*ps->p); ps->p++, digits++) {
		*n = *n * 10 + (*ps->p - '0') * VALUE_ONE;
		if (!term_within(*n))
			return -1;
	}
	if (ps->p < ps->end && *ps->p == '.') {
		ps->p++;
		for (; ps->p < ps->end && is_ascii_digit(*ps->p); ps->p++) {
			unit /= 10;
			*n += (*ps->p - '0') * unit;
			digits++;
		}
	}
	return digits > 0 ? 0 : -1;
}

/* Units in points; a pixel is 1/96 inch. */
static const struct unit {
	char name[3];
	int64_t points, per;
} units[] = {{"pt", 1, 1}, {"mm", 360, 127}, {"cm", 3600, 127},
    {"in", 72, 1}, {"px", 3, 4}, {"pc", 12, 1}};

static int
parse_unit(struct parser *ps, struct term *t)
{
	const char *name = ps->p;

	if (accept(ps, '%') && name + 1 == ps->p) {
		t->pct = t->n;
		t->n = 0;
		t->kind = TERM_LENGTH;
		return 0;
	}
	ps->p = name;
	if (ps->end - name < 2 || !is_ascii_letter(name[0]))
		return 0;
	if (ps->end - name > 2 && is_ascii_letter(name[2]))
		return is(name, 3, "div") || is(name, 3, "mod") ? 0 : -1;
	ps->p += 2;
	t->kind = TERM_LENGTH;
	if (is(name, 2, "em")) {
		t->n = term_times(t->n, ps->place->em * 1000);
		return term_within(t->n) ? 0 : -1;
	}
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (is(name, 2, units[i].name)) {
			t->n = (t->n * units[i].points + units[i].per / 2) /
			    units[i].per;
			return term_within(t->n) ? 0 : -1;
		}
	return -1;
}

static int
parse_primary(struct parser *ps, struct term *t)
{
	*t = (struct term){.kind = TERM_NUMBER};
	if (accept(ps, '('))
		return parse_sum(ps, t) == 0 && accept(ps, ')') ? 0 : -1;
	if (accept(ps, '#'))
		return parse_hex(ps, t);
	if (ps->p < ps->end && is_ascii_letter(*ps->p))
		return parse_call(ps, t);
	return parse_number(ps, &t->n) == 0 ? parse_unit(ps, t) : -1;
}

static int
parse_unary(struct parser *ps, struct term *t)
{
	int negative = 0;

	while (accept(ps, '-'))
		negative = !negative;
	if (!negative)
		accept(ps, '+');
	if (parse_primary(ps, t) != 0)
		return -1;
	if (negative && t->kind > TERM_LENGTH)
		return -1;
	return negative ? term_scale(t, -VALUE_ONE) : 0;
}

static int
parse_product(struct parser *ps, struct term *t)
{
	struct term right;

	if (parse_unary(ps, t) != 0)
		return -1;
	for (;;) {
		int (*apply)(struct term *, const struct term *) =
		    accept(ps, '*') ? term_multiply
		    : accept_word(ps, "div") ? term_divide
		    : accept_word(ps, "mod") ? term_modulo : NULL;

		if (apply == NULL)
			return 0;
		if (parse_unary(ps, &right) != 0 || apply(t, &right) != 0)
			return -1;
	}
}

static int
parse_sum(struct parser *ps, struct term *t)
{
	struct term right;
	int status = ps->depth++ < DEPTH_MAX ? parse_product(ps, t) : -1;

	while (status == 0) {
		const int sign = accept(ps, '+') ? 1 : accept(ps, '-') ? -1 : 0;

		if (sign == 0)
			break;
		status = parse_product(ps, &right) != 0 ? -1
		    : term_add(t, &right, sign);
	}
	ps->depth--;
	return status;
}

int
expr_eval(const struct expr_place *place, const char *text, size_t len,
    struct fo_value *v)
{
	struct parser ps = {.place = place, .p = text, .end = text + len};
	struct term t;

	if (parse_sum(&ps, &t) != 0)
		return -1;
	skip_space(&ps);
	return ps.p == ps.end ? term_to_value(&t, v) : -1;
}
