/*
 * merge: many sources in, one pack document out. It loads and validates the
 * pack and every document it names, stamps each element with its file and
 * line, puts documents into their items, people into their references,
 * numbers what has numbers, writes dates in words, and checks that every
 * reference leads somewhere.
 * The result is the language that derive/, check/ and transform/ share.
 */
#ifndef MERGE_MERGE_H
#define MERGE_MERGE_H

#include <libxml/tree.h>

#include "base/diag.h"

struct merge_options {
	const char *schemas;  /* folder of the XSDs */
};

/*
 * path names the pack (root element mp:pack). The caller owns the result.
 * NULL when there is no pack to speak of; otherwise what could be read, with
 * diagnostics for the rest.
 */
xmlDoc *merge_pack(const char *path, const struct merge_options *,
    struct diag *);

#endif
