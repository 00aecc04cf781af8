/*
 * How narrow and how wide content would like to be, before any width is
 * known. In: an object. Out: its minimum, below which a word or picture would
 * stick out, and its maximum, beyond which a wider measure changes nothing
 * (CSS 2.1, 17.5.2.2, which XSL 1.1, 7.28.5 takes over).
 *
 *     paragraph      widest word       widest line without a break
 *     block          both: the widest of its children, its indents added
 *     container      its width, where it is given, else as a block
 *     turned         its width, else a line's height
 *     list           its items; a label that label-end() ends has a width
 *                    already, and asks for none
 *     table          sums over its columns (auto.c)
 *
 * What is measured here is laid out later, and then reports what is wrong
 * with it; this pass is quiet. A nested table is measured once, when the
 * outermost one is: its widths are remembered, so that tables in tables cost
 * a second look at each paragraph and not one for each level.
 */
#include "layout/build.h"

static void
widen(struct widths *w, struct widths by)
{
	w->min = mpt_max(w->min, by.min);
	w->max = mpt_max(w->max, by.max);
}

static mpt
bounded(mpt w)
{
	return mpt_max(0, mpt_min(w, WIDTH_MOST));
}

/* An indent as far as it is a length. */
static mpt
indent(const struct fo_node *n, enum fo_prop prop)
{
	return fo_is_percent(n, prop) ? 0 : bounded(fo_len(n, prop, 0));
}

static struct widths
indented(const struct fo_node *n, struct widths w)
{
	mpt by = indent(n, PROP_START_INDENT) + indent(n, PROP_END_INDENT);

	return (struct widths){bounded(w.min + by), bounded(w.max + by)};
}

/* A run of lines that stands in block. */
static struct widths
run_widths(struct layout *l, const struct fo_node *block,
    const struct fo_node *first, const struct fo_node *stop)
{
	mpt text_indent = indent(block, PROP_TEXT_INDENT);
	struct widths w;

	para_widths(l, block, first, stop, &w.min, &w.max);
	if (w.max > 0)
		w = (struct widths){w.min + text_indent,
		    w.max + text_indent};
	return indented(block, w);
}

static struct widths
container_widths(struct layout *l, const struct fo_node *n)
{
	mpt w = fo_is_percent(n, PROP_WIDTH) ? FO_AUTO
	    : fo_len(n, PROP_WIDTH, 0);

	if (w == FO_AUTO && fo_int(n, PROP_REFERENCE_ORIENTATION) % 180 != 0)
		w = fo_len(n, PROP_LINE_HEIGHT, 0);
	if (w == FO_AUTO)
		return content_widths(l, n);
	return indented(n, (struct widths){bounded(w), bounded(w)});
}

/* Its edges are inside its width. */
static struct widths
caption_widths(struct layout *l, const struct fo_node *n)
{
	struct widths w = content_widths(l, n);
	struct sides s = box_sides(n, 0);
	mpt edges = s.edge[EDGE_LEFT] + s.edge[EDGE_RIGHT];
	mpt asked = fo_is_percent(n, PROP_WIDTH) ? FO_AUTO
	    : fo_len(n, PROP_WIDTH, 0);

	if (asked != FO_AUTO)
		return (struct widths){bounded(asked), bounded(asked)};
	return (struct widths){bounded(w.min + edges), bounded(w.max + edges)};
}

static struct widths
list_widths(struct layout *l, const struct fo_node *list)
{
	struct widths w = {0, 0};

	for (const struct fo_node *i = list->child; i != NULL; i = i->next)
		for (const struct fo_node *n = i->child; n != NULL; n = n->next)
			if (n->type == FO_LIST_ITEM_BODY ||
			    (n->type == FO_LIST_ITEM_LABEL &&
			    !fo_is_percent(n, PROP_END_INDENT)))
				widen(&w, content_widths(l, n));
	return w;
}

static struct widths
object_widths(struct layout *l, const struct fo_node *n)
{
	switch (n->type) {
	case FO_BLOCK_CONTAINER:
		return container_widths(l, n);
	case FO_LIST_BLOCK:
		return list_widths(l, n);
	case FO_TABLE:
		return indented(n, table_widths(l, n));
	case FO_TABLE_CAPTION:
		return caption_widths(l, n);
	case FO_TABLE_AND_CAPTION:
		return indented(n, content_widths(l, n));
	case FO_BLOCK:
	case FO_INLINE:
	case FO_BASIC_LINK:
	case FO_WRAPPER:
		return content_widths(l, n);
	default:
		return (struct widths){0, 0};
	}
}

struct widths
content_widths(struct layout *l, const struct fo_node *parent)
{
	const struct fo_node *n = parent->child, *stop;
	struct widths w = {0, 0};

	if (l->depth >= LAYOUT_DEPTH)
		return w;
	l->depth++;
	while (n != NULL) {
		stop = n;
		while (stop != NULL && (stop->type == FO_MARKER ||
		    fo_is_inline(stop)))
			stop = stop->next;
		if (stop != n) {
			widen(&w, run_widths(l, parent, n, stop));
			n = stop;
			continue;
		}
		widen(&w, object_widths(l, n));
		n = n->next;
	}
	l->depth--;
	return w;
}
