/*
 * edge: the four edges of a property. They stand in prop.def in the order
 * before, after, start, end, which in lr-tb is top, bottom, left, right.
 * Private to fo/.
 */
#ifndef FO_EDGE_H
#define FO_EDGE_H

#include "fo/tree.h"

enum edge { BEFORE, AFTER, START, END, EDGES };

_Static_assert(PROP_BORDER_END_WIDTH - PROP_BORDER_BEFORE_WIDTH == END &&
    PROP_BORDER_END_STYLE - PROP_BORDER_BEFORE_STYLE == END &&
    PROP_BORDER_END_COLOR - PROP_BORDER_BEFORE_COLOR == END &&
    PROP_PADDING_END - PROP_PADDING_BEFORE == END &&
    PROP_MARGIN_RIGHT - PROP_MARGIN_TOP == END &&
    PROP_SPACE_END - PROP_SPACE_BEFORE == END,
    "prop.def: edges in the order before, after, start, end");

/* The same property at another edge; before: at the first. */
static inline enum fo_prop
at_edge(enum fo_prop before, enum edge e)
{
	return (enum fo_prop)((int)before + (int)e);
}

#endif
