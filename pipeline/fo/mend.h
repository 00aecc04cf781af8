/* mend: the second look at a tree that is read. Private to fo/. */
#ifndef FO_MEND_H
#define FO_MEND_H

#include "fo/refine.h"

/*
 * Check the whole tree (F08 to F20) and mend it, so that the stages after can
 * rely on it: page masters have a name, a region-body and room in it, page
 * sequences a flow and, somewhere, a page master; list items a label and a
 * body, tables a body. Objects that miss what they cannot do without are left
 * out.
 */
void mend_tree(struct refiner *, struct fo_tree *);

#endif
