/* Computed column widths back into the FO document (libxml2). */
#ifndef FO_RESOLVE_H
#define FO_RESOLVE_H

#include "fo/tree.h"

/*
 * Write what layout/ noted in tree->columns into the document that the tree
 * was read from: each table gets table-layout="fixed", its width and a
 * table-column with column-width for every column, so that a formatter
 * without automatic widths sets the same table. The tree stays as it is. Adds
 * F30 for a table that was set at several widths.
 */
void fo_resolve_columns(const struct fo_tree *, struct diag *);

#endif
