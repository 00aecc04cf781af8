/*
 * column: which fo:table-column a cell belongs to, for from-table-column()
 * (XSL 1.1, 5.10.4). Private to fo/.
 */
#ifndef FO_COLUMN_H
#define FO_COLUMN_H

#include "fo/refine.h"

/*
 * Fill fo_node.column in the cells of every table in which the function was
 * called, and refine what is in these cells once more. Nothing is reported a
 * second time.
 */
void column_resolve(struct refiner *);

#endif
