/*
 * The text of a document in the order of its tags. Two walks over the pages:
 * the first counts each tag's bytes, so that every tag knows its place in one
 * block of memory; the second copies.
 */
#include "area/area.h"

#include <stdlib.h>
#include <string.h>

struct gather {
	const struct area_doc *doc;
	size_t *at;   /* first walk: bytes of each tag; second: where to write */
	char *text;   /* NULL in the first walk */
};

static void
gather_text(struct gather *g, const struct area *area)
{
	const struct area_text *t = area->u.text;

	if (t == NULL || area->tag == 0 || area->tag >= g->doc->tags)
		return;
	if (g->text != NULL && t->bytes != 0)
		memcpy(g->text + g->at[area->tag], t->text, t->bytes);
	g->at[area->tag] += t->bytes;
}

static void
gather_area(struct gather *g, const struct area *area)
{
	if (area->artifact)
		return;
	if (area->kind == AREA_TEXT)
		gather_text(g, area);
	for (const struct area *c = area->child; c != NULL; c = c->next)
		gather_area(g, c);
}

static void
gather_pages(struct gather *g)
{
	for (size_t i = 0; i < g->doc->pages; i++)
		if (g->doc->page[i].area != NULL)
			gather_area(g, g->doc->page[i].area);
}

void
area_text(const struct area_doc *doc, struct buf *out)
{
	struct gather g = {.doc = doc};
	size_t sum = 0;

	g.at = mem_alloc(doc->tags * sizeof(*g.at));
	memset(g.at, 0, doc->tags * sizeof(*g.at));
	gather_pages(&g);
	for (size_t i = 0; i < doc->tags; i++) {
		size_t bytes = g.at[i];

		g.at[i] = sum;
		sum += bytes + (bytes != 0);
	}
	g.text = mem_alloc(sum);
	memset(g.text, '\n', sum);
	gather_pages(&g);
	buf_add(out, g.text, sum);
	free(g.text);
	free(g.at);
}
