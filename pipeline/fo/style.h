/*
 * style: the shared styles of one tree. Equal blocks of values, and equal
 * styles, exist once. Private to fo/.
 */
#ifndef FO_STYLE_H
#define FO_STYLE_H

#include "fo/vocab.h"

struct styles;

/*
 * Styles and strings live in the arena; scratch is for the tables that find
 * them again, and may go when no more styles are made.
 */
struct styles *styles_new(struct arena *, struct arena *scratch,
    const struct vocab *);

/* Where this tree's strings are interned. */
struct map *styles_strings(struct styles *);

/*
 * The style of a node: what it inherits from parent (NULL at the root), with
 * the values of the parts in set, which stand on the node itself; v has all
 * PARTS.
 */
const struct fo_style *style_make(struct styles *,
    const struct fo_style *parent, const struct part_set *set,
    const struct fo_value *v);

#endif
