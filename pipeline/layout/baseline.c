/*
 * Cells on one baseline (XSL 1.1, 7.14.6). In: a band in which some cells have
 * the alignment FO_KW_BASELINE. Out: the same band, in which these cells begin
 * lower by what brings the baseline of their first line to that of the lowest
 * in the row where they begin.
 *
 *     | small | LARGE |        |       | LARGE |
 *     |       |       |   ->   | small |       |
 *
 * A cell without a line has no baseline and stays where it is.
 */
#include "layout/build.h"

static int flow_baseline(const struct flow *, int depth, mpt *y);

/* The lowest of its texts', for what is raised stands above it; a line without
   text stands on its foot. */
static mpt
line_baseline(const struct area *line)
{
	mpt lowest = line->h;
	int found = 0;

	for (const struct area *a = line->child; a != NULL; a = a->next)
		if (a->kind == AREA_TEXT) {
			lowest = found ? mpt_max(lowest, a->y) : a->y;
			found = 1;
		}
	return lowest;
}

/* The first of its cells that has one. */
static int
band_baseline(const struct band *band, int depth, mpt *y)
{
	for (size_t i = 0; i < band->cells && band->cell[i].row == 0; i++) {
		const struct cell *c = &band->cell[i];

		if (flow_baseline(c->flow, depth + 1, y)) {
			*y += c->before;
			return 1;
		}
	}
	return 0;
}

static int
box_baseline(const struct item *it, int depth, mpt *y)
{
	*y = 0;
	if (it->band != NULL)
		return band_baseline(it->band, depth, y);
	if (it->area == NULL || it->area->kind != AREA_LINE)
		return 0;
	*y = line_baseline(it->area);
	return 1;
}

/* Where the baseline of its first line is, from the flow's start. */
static int
flow_baseline(const struct flow *f, int depth, mpt *y)
{
	mpt above = 0;

	for (size_t i = 0; i < f->n && depth < LAYOUT_DEPTH; i++) {
		const struct item *it = &f->item[i];

		if (it->kind == ITEM_SPACE) {
			above += it->at_start;
		} else if (it->kind == ITEM_OPEN) {
			above += it->height;
		} else if (it->kind == ITEM_BOX && it->height > 0) {
			int found = it->table != NULL &&
			    it->table->header != NULL
			    ? flow_baseline(it->table->header, depth + 1, y)
			    : box_baseline(it, depth, y);

			*y = found ? *y + above : 0;
			return found;
		}
	}
	return 0;
}

void
band_align(struct arena *a, struct band *band)
{
	mpt *lowest = ARENA_ARRAY(a, (size_t)band->rows, mpt);
	mpt y;

	for (size_t i = 0; i < band->cells; i++) {
		struct cell *c = &band->cell[i];

		if (c->align == FO_KW_BASELINE &&
		    flow_baseline(c->flow, 0, &y))
			lowest[c->row] = mpt_max(lowest[c->row],
			    c->before + y);
	}
	for (size_t i = 0; i < band->cells; i++) {
		struct cell *c = &band->cell[i];

		if (c->align != FO_KW_BASELINE)
			continue;
		c->align = FO_KW_BEFORE;
		if (flow_baseline(c->flow, 0, &y))
			c->before = mpt_max(c->before, lowest[c->row] - y);
	}
}
