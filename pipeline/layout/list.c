/*
 * Lists. In: the list-block family. Out: one band for each list-item, with
 * the label and the body as its two cells.
 *
 *     |<- start-indent(item) ->| label |<- sep ->| body ............ |
 *     |<------------ start-indent(body) -------->|
 *
 * Label and body are no reference areas: their indents, label-end() and
 * body-start() among them, are measured in the flow around the list. So their
 * flows have the coordinates of that flow, and content_x leads back to it.
 * What the first and last objects inside ask of their surroundings is asked of
 * those of the item.
 */
#include "layout/build.h"

static void
part_lay(struct build *b, struct band *band, const struct fo_node *n,
    struct ends *all)
{
	struct cell *c = &band->cell[band->cells++];
	struct place p = block_place(b, n);
	int together = keep_stronger(b->together, keep_of(n,
	    PROP_KEEP_TOGETHER));
	struct ends ends = {0};

	if (keep_page(together) > band->row_keep[0])
		band->row_keep[0] = keep_page(together);
	*c = (struct cell){.x = p.x, .w = p.w, .content_x = -p.x, .rows = 1,
	    .align = fo_kw(n->parent, PROP_RELATIVE_ALIGN), .node = n,
	    .tag = b->layout->artifact ? 0 : n->tag};
	c->flow = flow_lay(b->layout, n, b->flow->width, b->place, together,
	    &ends);
	ends_join(&ends, &(struct ends){
	    keep_of(n, PROP_KEEP_WITH_PREVIOUS),
	    keep_of(n, PROP_KEEP_WITH_NEXT), ASK_NONE, ASK_NONE});
	ends_join(all, &ends);
}

static void
list_item_lay(struct build *b, const struct fo_node *n)
{
	const struct fo_node *label = fo_child(n, FO_LIST_ITEM_LABEL);
	const struct fo_node *body = fo_child(n, FO_LIST_ITEM_BODY);
	struct level v = {0};
	struct ends ends = {0};
	struct band *band;

	level_open(b, &v, n, block_frame(b, n, block_place(b, n)));
	band = band_new(b, 2, 1);
	band->cells = 0;
	if (label != NULL)
		part_lay(b, band, label, &ends);
	if (body != NULL)
		part_lay(b, band, body, &ends);
	for (size_t i = 0; i < band->cells; i++)
		band->cell[i].keep = band->row_keep[0];
	band_align(b->layout->arena, band);
	band_heights(b->layout->arena, band);
	gap_keep(b, ends.keep_before);
	build_break(b, ends.break_before);
	build_box(b, (struct item){.band = band, .node = n,
	    .height = band->row_height[0]});
	gap_keep(b, ends.keep_after);
	build_break(b, ends.break_after);
	level_close(b, &v);
}

void
list_lay(struct build *b, const struct fo_node *list)
{
	struct level v = {0};

	level_open(b, &v, list, block_frame(b, list, block_place(b, list)));
	anchors_of_markers(b, list);
	for (const struct fo_node *n = list->child; n != NULL; n = n->next)
		if (n->type == FO_LIST_ITEM)
			list_item_lay(b, n);
	level_close(b, &v);
}
