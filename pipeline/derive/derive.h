/*
 * derive: computes what the sources only imply and writes it into the pack
 * document: ratings from targets, totals from rows, scores from likelihood
 * and impact. Values are exact decimals.
 */
#ifndef DERIVE_DERIVE_H
#define DERIVE_DERIVE_H

#include <libxml/tree.h>

#include "base/diag.h"

void derive_pack(xmlDoc *, struct diag *);

#endif
