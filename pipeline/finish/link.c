/*
 * What a link says, for its annotation's /Contents: the text of all its areas
 * in page order, one space for each run of spaces.
 */
#include <string.h>

#include "finish/object.h"

struct gather {
	uint32_t *link;   /* by tag: the LINK at or above it, or 0 */
	struct buf *text; /* by tag */
};

static void
text_add(struct buf *b, const struct area_text *t)
{
	for (size_t i = 0; i < t->bytes; i++) {
		if (t->text[i] != ' ')
			buf_putc(b, t->text[i]);
		else if (b->len != 0 && b->data[b->len - 1] != ' ')
			buf_putc(b, ' ');
	}
}

static void
gather_area(struct gather *g, const struct area *a)
{
	if (a->artifact)
		return;
	if (a->kind == AREA_TEXT && g->link[a->tag] != 0)
		text_add(&g->text[g->link[a->tag]], a->u.text);
	for (const struct area *c = a->child; c != NULL; c = c->next)
		gather_area(g, c);
}

const char **
link_texts(const struct area_doc *doc, struct arena *a)
{
	const char **text = ARENA_ARRAY(a, doc->tags, const char *);
	struct gather g = {ARENA_ARRAY(a, doc->tags, uint32_t),
	    ARENA_ARRAY(a, doc->tags, struct buf)};

	for (uint32_t i = 1; i < doc->tags; i++)
		g.link[i] = doc->tag[i].role == TAG_LINK ? i :
		    g.link[doc->tag[i].parent];
	for (size_t i = 0; i < doc->pages; i++)
		gather_area(&g, doc->page[i].area);
	for (size_t i = 0; i < doc->tags; i++) {
		if (g.text[i].len != 0)
			text[i] = arena_strdup(a, g.text[i].data);
		buf_free(&g.text[i]);
	}
	return text;
}
