/*
 * master: which page master a page gets (XSL 1.1, 6.4), and the rectangles
 * of its regions.
 */
#ifndef FO_MASTER_H
#define FO_MASTER_H

#include "fo/tree.h"

struct fo_region {
	const struct fo_node *node; /* NULL: the master has no such region */
	const char *name;           /* region-name or xsl-region-body ... */
	mpt x, y, w, h;             /* of the content rectangle on the page,
	                               unturned: borders and padding are out */
	int turn;                   /* reference-orientation 0 90 180 270 */
	int columns;                /* region-body: column-count, else 1 */
	mpt gap;                    /* between them */
};

enum fo_region_kind {
	FO_BODY, FO_BEFORE, FO_AFTER, FO_START, FO_END, FO_REGIONS
};

struct fo_page_master {
	const struct fo_node *node;
	const char *name;
	mpt w, h;
	struct fo_region region[FO_REGIONS];
	int turn; /* reference-orientation of the page */
};

/* What is known of a page when its master is chosen. */
struct fo_page_query {
	int index;   /* 0 for the first page of the sequence */
	int odd;     /* its number is odd */
	int blank;
	int last;    /* known to be the last page of the sequence */
};

/* Where a sequence stands in its page-sequence-master. Zero-initialise. */
struct fo_master_state {
	const struct fo_node *specifier;
	int used;
};

/* The extent of a region's content along its lines, across all columns; from
   its before to its after edge; and the measure of one of its columns, which
   is not positive when gaps leave no room. */
mpt fo_region_measure(const struct fo_region *);
mpt fo_region_height(const struct fo_region *);
mpt fo_region_column(const struct fo_region *);

/* Everything about the pages of a simple-page-master. */
void fo_master_measure(const struct fo_node *, struct fo_page_master *);

/* region-name, or its default (XSL 1.1, 7.27.17). */
const char *fo_region_name(const struct fo_node *region);

/*
 * The master of the next page of a page-sequence; state is advanced. Never
 * NULL in a tree that fo_read accepted; when a sequence master is exhausted
 * its last specifier is used again and a diagnostic says so.
 */
const struct fo_page_master *fo_master_next(const struct fo_tree *,
    struct arena *, const struct fo_node *sequence, struct fo_page_query,
    struct fo_master_state *, struct diag *);

/*
 * True when the choice of master can depend on the parity of the page number
 * in a way that changes the size of its region-body.
 */
int fo_master_parity(const struct fo_tree *, const struct fo_node *sequence);

/* 7 as "7", "vii", "G" ... after the sequence's format property. */
const char *fo_number_format(struct arena *, const char *format, int number);

#endif
