/*
 * Tables with captions (XSL 1.1, 6.7.2 and 6.7.5). In: fo:table-and-caption.
 * Out: the caption as a band of one cell, and the table, kept together.
 *
 *     table-and-caption   a reference area: indents in it start from its
 *     +---------------------------+                     content rectangle
 *     | caption, as wide, or its width                |
 *     | +-------------+
 *     | | table       |     text-align places what is narrower
 *     | +-------------+
 *
 * caption-side before and after; beside the table it is not in the profile.
 */
#include "layout/build.h"

mpt
caption_shift(const struct fo_node *both, mpt spare)
{
	if (both->type != FO_TABLE_AND_CAPTION || spare <= 0)
		return 0;
	switch (fo_kw(both, PROP_TEXT_ALIGN)) {
	case FO_KW_CENTER:
		return spare / 2;
	case FO_KW_END:
		return spare;
	default:
		return 0;
	}
}

/* The caption's border edges. */
static struct place
caption_place(const struct build *b, const struct fo_node *n)
{
	mpt w = fo_len(n, PROP_WIDTH, b->place.w);
	struct place p = b->place;

	if (w == FO_AUTO)
		return p;
	p.w = mpt_max(0, mpt_min(w, p.w));
	p.x += caption_shift(n->parent, b->place.w - p.w);
	return p;
}

static void
caption_lay(struct build *b, const struct fo_node *n)
{
	struct place p = caption_place(b, n);
	struct sides s = box_sides(n, p.w);
	mpt w = p.w - s.edge[EDGE_LEFT] - s.edge[EDGE_RIGHT];
	int keep = keep_stronger(b->together, keep_of(n, PROP_KEEP_TOGETHER));
	struct band *band = band_new(b, 1, 1);
	struct ends ends = {0};
	struct cell *c = band->cell;

	*c = (struct cell){.x = p.x, .w = p.w, .box = box_of(n), .rows = 1,
	    .content_x = s.edge[EDGE_LEFT], .before = s.edge[EDGE_TOP],
	    .after = s.edge[EDGE_BOTTOM], .align = FO_KW_BEFORE,
	    .keep = keep_page(keep), .node = n,
	    .tag = b->layout->artifact ? 0 : n->tag};
	band->row_keep[0] = keep_page(keep);
	if (height_asked(n) > 0)
		band->row_min[0] = height_asked(n) + c->before + c->after;
	w = mpt_max(w, 0);
	c->flow = flow_lay(b->layout, n, w, (struct place){0, w}, keep, &ends);
	band_heights(b->layout->arena, band);
	gap_keep(b, ends.keep_before);
	build_break(b, ends.break_before);
	build_box(b, (struct item){.band = band, .node = n,
	    .height = band_height(band)});
	gap_keep(b, ends.keep_after);
	build_break(b, ends.break_after);
}

void
table_and_caption_lay(struct build *b, const struct fo_node *n)
{
	const struct fo_node *caption = fo_child(n, FO_TABLE_CAPTION);
	const struct fo_node *table = fo_child(n, FO_TABLE);
	int after = fo_kw(n, PROP_CAPTION_SIDE) == FO_KW_AFTER;
	struct place p = block_place(b, n), outer = b->place;
	struct level v = {.wall = 1};

	level_open(b, &v, n, block_frame(b, n, p));
	anchors_of_markers(b, n);
	b->place = p;
	if (caption != NULL && !after) {
		caption_lay(b, caption);
		gap_keep(b, KEEP_BOTH(KEEP_ALWAYS));
	}
	table_lay(b, table);
	if (caption != NULL && after) {
		gap_keep(b, KEEP_BOTH(KEEP_ALWAYS));
		caption_lay(b, caption);
	}
	b->place = outer;
	level_close(b, &v);
}
