/*
 * expr: the expression language of XSL 1.1, 5.9: numbers, lengths,
 * percentages, colours, arithmetic and functions.
 *
 * A length may be a sum of a fixed part, a percentage and a proportional
 * measure; it stays such a sum until layout/ knows the base.
 */
#ifndef FO_EXPR_H
#define FO_EXPR_H

#include "fo/vocab.h"

struct expr_place {
	const struct vocab *vocab;
	const struct fo_node *parent; /* NULL at the root */
	enum fo_prop prop;            /* whose value it is */
	unsigned component;
	mpt em;
	struct map *strings;          /* interned: see value_string */
	const struct fo_node *cell;   /* the node itself, if it is one */
	struct map *asked;            /* noted: tables whose columns from-
	                                 table-column() wants to know */
	int initial;                  /* it is an initial value: no limits */
};

/*
 * 0 and a VALUE_LENGTH, VALUE_NUMBER or VALUE_COLOR (from-parent() may give
 * any kind), or -1 when text is no expression or its units do not fit.
 */
int expr_eval(const struct expr_place *, const char *text, size_t len,
    struct fo_value *);

/* What from-parent() gives: the parent's value; at the root the initial
   one. */
const struct fo_value *expr_parent_value(const struct expr_place *,
    enum fo_prop, unsigned component);

/*
 * Read one value as its property wants it (kind and rule.def): keywords,
 * "inherit", words that stand for a text, strings, expressions. 0, or -1 when
 * the property does not take it.
 */
int value_parse(const struct expr_place *, const char *text, size_t len,
    struct fo_value *);

/* The one copy of a string; it lives as long as the map. */
const char *value_string(struct map *, const char *, size_t);

#endif
