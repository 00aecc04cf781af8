/*
 * corresponding: what follows from absolute properties once all of a node's
 * are read (XSL 1.1, 5.3). In: margins, widths and heights in the work. Out:
 * the indents, spaces and progression dimensions that correspond to them, so
 * that the stages after know one way of saying a thing. Page masters and
 * regions keep their margins: they have no others.
 */
#include "fo/edge.h"
#include "fo/refine.h"

static void
length_add(struct fo_value *sum, const struct fo_value *v)
{
	if (v->kind != VALUE_LENGTH)
		return;
	sum->u.n = mpt_max(-MPT_MAX, mpt_min(sum->u.n + v->u.n, MPT_MAX));
	sum->pct += v->pct;
}

/*
 * indent = inherited indent + margin + padding + border; a block-container
 * makes a reference area and so starts from nothing (5.3.2).
 */
static void
margin_to_indent(struct work *w, enum edge e, enum fo_prop indent)
{
	struct fo_value sum = {.kind = VALUE_LENGTH};
	const struct fo_value *style = work_value(w,
	    at_edge(PROP_BORDER_BEFORE_STYLE, e), 0);

	if (!work_has(w, at_edge(PROP_MARGIN_TOP, e)))
		return;
	if (w->type != FO_BLOCK_CONTAINER)
		length_add(&sum, expr_parent_value(&w->at, indent, 0));
	length_add(&sum, work_value(w, at_edge(PROP_MARGIN_TOP, e), 0));
	length_add(&sum, work_value(w, at_edge(PROP_PADDING_BEFORE, e), 0));
	if (style->aux != FO_KW_NONE && style->aux != FO_KW_HIDDEN)
		length_add(&sum, work_value(w,
		    at_edge(PROP_BORDER_BEFORE_WIDTH, e), 0));
	work_put(w, indent, 0, &sum);
}

static void
margin_to_space(struct work *w, enum edge e)
{
	if (work_has(w, at_edge(PROP_MARGIN_TOP, e)))
		work_put(w, at_edge(PROP_SPACE_BEFORE, e), COMPONENT_ALL,
		    work_value(w, at_edge(PROP_MARGIN_TOP, e), 0));
}

static void
margins_resolve(struct work *w)
{
	switch (w->type) {
	case FO_BLOCK:
	case FO_BLOCK_CONTAINER:
	case FO_LIST_BLOCK:
	case FO_LIST_ITEM:
	case FO_TABLE_AND_CAPTION:
	case FO_TABLE:
		margin_to_space(w, BEFORE);
		margin_to_space(w, AFTER);
		margin_to_indent(w, START, PROP_START_INDENT);
		margin_to_indent(w, END, PROP_END_INDENT);
		break;
	case FO_INLINE:
	case FO_CHARACTER:
	case FO_LEADER:
	case FO_PAGE_NUMBER:
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
	case FO_EXTERNAL_GRAPHIC:
	case FO_INSTREAM_FOREIGN_OBJECT:
	case FO_BASIC_LINK:
		margin_to_space(w, START);
		margin_to_space(w, END);
		break;
	default:
		break;
	}
}

/* A width is minimum, optimum and maximum in one; min-width is preciser. */
static void
dimension_resolve(struct work *w, enum fo_prop absolute,
    enum fo_prop relative)
{
	const unsigned part = prop_row(relative)->part;
	const int width = work_has(w, absolute);

	if (!width && part_in(&w->set, part + PART_OPT))
		work_put(w, absolute, 0, work_value(w, relative, PART_OPT));
	for (unsigned k = PART_MIN; width && k <= PART_MAX; k++)
		if (k == PART_OPT || !part_in(&w->set, part + k))
			work_put(w, relative, k, work_value(w, absolute, 0));
}

void
corresponding_resolve(struct work *w)
{
	margins_resolve(w);
	dimension_resolve(w, PROP_WIDTH, PROP_INLINE_PROGRESSION_DIMENSION);
	dimension_resolve(w, PROP_HEIGHT, PROP_BLOCK_PROGRESSION_DIMENSION);
}
