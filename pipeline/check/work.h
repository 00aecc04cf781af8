/*
 * work: what the rules share. A rule looks at one element of the finished
 * pack document and adds its own finding, or nothing.
 */
#ifndef CHECK_WORK_H
#define CHECK_WORK_H

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"

struct check {
	struct arena *arena;  /* dies with the check */
	struct diag *diag;
	const xmlNode *pack;  /* the root */
	enum diag_code code;  /* of the rule that is running */
};

typedef void check_rule(struct check *, const xmlNode *);

/* The rule's finding, at the place of n. */
void check_found(struct check *, const xmlNode *n, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* agenda.c */
check_rule check_membership, check_party, check_issued, check_minutes_date,
    check_item_content, check_item_oral, check_item_start;

/* text.c */
check_rule check_recommendation, check_alt, check_rating, check_programme,
    check_table;

/* figures.c */
check_rule check_bounds, check_thresholds, check_quarters;

#endif
