/* check: what may stand where (XSL 1.1, 6.4 to 6.13). Private to fo/. */
#ifndef FO_CHECK_H
#define FO_CHECK_H

#include <libxml/tree.h>

#include "fo/refine.h"

enum check_place {
	CHECK_FITS,
	CHECK_WRAPS, /* text or inline where only blocks may stand: an
	                anonymous block goes around it */
	CHECK_NOT
};

/*
 * May an object of this type be the next child of parent? had: of which types
 * parent has children already, a bit each.
 */
enum check_place check_child(const struct fo_node *parent, enum fo_type,
    uint64_t had);

/* True for a block-container that is out of the flow: absolute or fixed. */
int check_is_placed(const struct fo_node *);

/* Children in the order and number that XSL wants? F15, F16; -1: a child that
   the object cannot do without is missing. */
int check_children(const struct fo_node *, struct diag *);

/* Report an object that is left out, with the beginning of its text. */
void check_left_out(struct diag *, enum diag_code, struct src,
    const xmlNode *, const char *why);

#endif
