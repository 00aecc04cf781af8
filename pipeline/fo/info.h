/*
 * info: what a document says about itself: title, author, subject, keywords,
 * language and date, for the PDF's metadata. Private to fo/.
 */
#ifndef FO_INFO_H
#define FO_INFO_H

#include <libxml/tree.h>

#include "fo/tree.h"

/*
 * Take what an element of another language, a child of fo:root or of
 * fo:declarations, says about the document. What mp:info says stands; of the
 * others the first. 1 when it is an element that says nothing else, so that
 * nothing is lost by not setting it.
 */
int info_take(struct fo_tree *, const xmlNode *);

/* At the end: what is still missing is looked for in the tree itself. */
void info_complete(struct fo_tree *);

#endif
