/*
 * check: rules over the merged and derived pack document, each a row of one
 * table: code, what it visits, function. Findings name the author's line.
 */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include <libxml/tree.h>

#include "base/diag.h"

void check_pack(xmlDoc *, struct diag *);

#endif
