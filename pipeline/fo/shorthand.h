/*
 * shorthand: properties that stand for several (XSL 1.1, 7.31). Private to
 * fo/.
 */
#ifndef FO_SHORTHAND_H
#define FO_SHORTHAND_H

#include "fo/vocab.h"

struct shorthand_row {
	const char *name;
	enum vocab_rank rank;
	shorthand *expand;
	enum fo_prop prop; /* the first property it sets */
};

const struct shorthand_row *shorthand_rows(size_t *rows);

#endif
