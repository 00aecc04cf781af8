/*
 * shorthand: properties that stand for several (XSL 1.1, 7.31), and what
 * follows from absolute properties once all are read (5.3). Private to fo/.
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

/*
 * margin-* become indents and spaces on the objects that have those (5.3.2);
 * width and height become progression dimensions and the other way round
 * (5.3.3), so that either may be asked for.
 */
void corresponding_resolve(struct work *);

#endif
