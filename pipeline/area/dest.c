/*
 * Destinations: the first area of every id, in page order. An area's id is
 * set where it is placed; that a link can point at it is decided here, once
 * all pages stand.
 */
#include "area/axes.h"

struct collect {
	struct area_doc *doc;
	struct map *seen;   /* of ids */
	size_t page;
};

static void
collect_area(struct collect *c, const struct area *area, struct axes axes)
{
	struct area_dest dest = {.name = area->id, .page = c->page};

	if (area->artifact)
		return;
	if (area->id != NULL && map_find(c->seen, area->id) == NULL) {
		map_put(c->seen, area->id, c->doc);
		dest.x = axes_x(&axes, area->x, area->y);
		dest.y = axes_y(&axes, area->x, area->y);
		ARENA_PUSH(c->doc->arena, c->doc->dest, c->doc->dests,
		    c->doc->dests_cap) = dest;
	}
	axes = axes_inside(&axes, area);
	for (const struct area *k = area->child; k != NULL; k = k->next)
		collect_area(c, k, axes);
}

void
area_dests(struct area_doc *doc)
{
	struct collect c = {.doc = doc, .seen = map_new(doc->arena)};

	for (size_t i = 0; i < doc->pages; i++) {
		c.page = i;
		if (doc->page[i].area != NULL)
			collect_area(&c, doc->page[i].area, axes_page());
	}
}
