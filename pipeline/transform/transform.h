/*
 * transform: the pack document through templates/fo/pack.xsl into an XSL-FO
 * document. It knows where the stylesheet is and which parameters it takes,
 * and that the result must be fo:root.
 */
#ifndef TRANSFORM_TRANSFORM_H
#define TRANSFORM_TRANSFORM_H

#include <libxml/tree.h>

#include "base/diag.h"

/* templates: the folder with fo/pack.xsl. The caller owns the result; NULL
   after a diagnostic. */
xmlDoc *transform_pack(xmlDoc *pack, const char *templates, struct diag *);

#endif
