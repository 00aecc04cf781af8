/*
 * order: which elements are written and what is in each, as the structure
 * tree wants it. Internal to finish/.
 */
#ifndef FINISH_ORDER_H
#define FINISH_ORDER_H

#include "finish/object.h"

#define ORDER_NOWHERE UINT64_MAX

/* A mark or an annotation of an element. */
struct kid {
	uint64_t order; /* page << 32, and its order on the page */
	size_t page;
	size_t n;       /* MCID, or which annotation of the page */
};

/* The kids of all tags, those of one tag together and in order. */
struct kids {
	struct kid *v;
	size_t *begin; /* by tag; begin[tag + 1] is the end */
};

struct order {
	struct kids marks, links;
	uint64_t *first; /* by tag: where anything in it begins, or NOWHERE */
	uint32_t *child; /* by tag: its first child that is written, or 0 */
	uint32_t *next;  /* by tag: the next child of its parent, or 0 */
};

/* Fills finish.live; page and annot must be there. */
void order_live(struct finish *);

/* After order_live; lives in finish.arena. */
struct order order_new(const struct finish *);

/* What has no parent belongs to the Document. */
static inline uint32_t
order_parent(const struct area_doc *doc, uint32_t tag)
{
	return doc->tag[tag].parent != 0 || tag == 1 ? doc->tag[tag].parent : 1;
}

#endif
