/*
 * Bands: parallel cells, of a list-item or of table rows tied together. In:
 * cells with their flows. Out: natural heights of the rows.
 *
 *     row 0 | A ..... | B .... |     A ends in row 0 and gives its height;
 *     row 1 | C . |   | B .... |     what B needs more than row 0 has is
 *                                    the height of row 1, where it ends
 */
#include "layout/build.h"

struct band *
band_new(const struct build *b, size_t cells, int rows)
{
	struct arena *a = b->layout->arena;
	struct band *band = ARENA_NEW(a, struct band);
	size_t n = (size_t)rows;

	band->cells = cells;
	band->rows = rows;
	band->cell = ARENA_ARRAY(a, cells, struct cell);
	band->row_height = ARENA_ARRAY(a, n, mpt);
	band->row_min = ARENA_ARRAY(a, n, mpt);
	band->row_keep = ARENA_ARRAY(a, n, uint8_t);
	band->between = ARENA_ARRAY(a, n, uint8_t);
	band->row_box = ARENA_ARRAY(a, n, struct area_box *);
	band->x = b->place.x;
	band->w = b->place.w;
	for (int r = 0; r < rows; r++)
		band->row_keep[r] = band->between[r] = 
		    keep_page(b->together);
	return band;
}

void
band_heights(struct arena *a, struct band *band)
{
	size_t rows = (size_t)band->rows;
	size_t *head = ARENA_ARRAY(a, rows, size_t);
	size_t *next = ARENA_ARRAY(a, band->cells, size_t);
	mpt *top = ARENA_ARRAY(a, rows + 1, mpt);

	for (size_t i = band->cells; i-- > 0;) {
		const struct cell *c = &band->cell[i];
		size_t last = (size_t)(c->row + c->rows - 1);

		next[i] = head[last];
		head[last] = i + 1;
	}
	for (size_t r = 0; r < rows; r++) {
		mpt h = band->row_min[r];

		for (size_t i = head[r]; i > 0; i = next[i - 1]) {
			const struct cell *c = &band->cell[i - 1];

			h = mpt_max(h, top[c->row] - top[r] + c->before +
			    flow_height(c->flow) + c->after);
		}
		band->row_height[r] = h;
		top[r + 1] = top[r] + h;
	}
}

mpt
band_height(const struct band *band)
{
	mpt h = 0;

	for (int r = 0; r < band->rows; r++)
		h += band->row_height[r];
	return h;
}

void
flow_stretch(struct flow *f, mpt height)
{
	mpt spare = height - flow_height(f);

	for (size_t i = f->n; i-- > 0 && spare > 0;) {
		struct item *it = &f->item[i];

		if (it->band == NULL)
			continue;
		it->band->row_height[it->band->rows - 1] += spare;
		it->height += spare;
		return;
	}
}

mpt
height_asked(const struct fo_node *n)
{
	mpt h = fo_len(n, PROP_HEIGHT, 0);
	struct fo_range r;

	if (fo_is_percent(n, PROP_HEIGHT))
		return 0;
	if (h != FO_AUTO)
		return mpt_max(h, 0);
	r = fo_range(n, PROP_BLOCK_PROGRESSION_DIMENSION, 0);
	return mpt_max(mpt_max(r.opt, r.min), 0);
}
