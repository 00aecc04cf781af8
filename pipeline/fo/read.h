/* From an FO document (libxml2) to a checked struct fo_tree. */
#ifndef FO_READ_H
#define FO_READ_H

#include <libxml/tree.h>

#include "fo/tree.h"

/*
 * Read the whole document; it must outlive the tree. Unknown objects,
 * misplaced objects, unknown properties and bad values are diagnostics; the
 * object is then left out with its content only where nothing else is
 * possible. NULL when there is no fo:root at all.
 */
struct fo_tree *fo_read(struct arena *, xmlDoc *, struct diag *);

#endif
