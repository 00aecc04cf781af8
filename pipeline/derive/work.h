/*
 * work: what the chapters of derive share. Each function takes the element
 * that it is called for in derive.c and writes what it computes as mp:
 * attributes, or as elements beside the author's own.
 */
#ifndef DERIVE_WORK_H
#define DERIVE_WORK_H

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "derive/decimal.h"

struct derive {
	struct arena *arena; /* dies with the derivation */
	struct diag *diag;
};

/* rag.c: indicator; measure of a dashboard */
void indicator_derive(struct derive *, xmlNode *);
void measure_derive(struct derive *, xmlNode *);

/* risk.c: current, target, rating; risk of a risk-profile */
void score_derive(struct derive *, xmlNode *);
void profile_derive(struct derive *, xmlNode *);

/* budget.c: budget */
void budget_derive(struct derive *, xmlNode *);

/* sums.c: resources of at-a-glance; annual of activity-thresholds */
void resources_derive(struct derive *, xmlNode *);
void annual_derive(struct derive *, xmlNode *);

/* figure.c: an attribute as a figure; 0 when it is there and one. */
int figure_read(const xmlNode *, const char *attr, struct decimal *);

/* Set mp:attr, or attr itself. */
void figure_put(xmlNode *, const char *attr, struct decimal);
void figure_set(xmlNode *, const char *attr, struct decimal);

/* *sum += d; -1 after a D02 at n. Nothing more is added to a failed sum. */
int figure_add(struct derive *, const xmlNode *n, struct decimal *sum,
    struct decimal d);

/* D01 when the typed attribute of n is there and differs from computed. */
void figure_compare(struct derive *, const xmlNode *n, const char *attr,
    struct decimal computed);

#endif
