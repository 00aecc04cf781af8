/*
 * What links and list labels say: a link's text is its annotation's
 * /Contents, a label tells how its list is numbered. The text of all areas of
 * the element in page order, one space for each run of spaces, without the
 * hyphens that the ends of lines made.
 */
#include <string.h>

#include "finish/object.h"

struct gather {
	uint32_t *in;     /* by tag: the LINK or LBL at or above it, or 0 */
	struct buf *text; /* by tag */
};

static void
text_add(struct buf *b, const struct area_text *t)
{
	static const char soft[2] = {'\xc2', '\xad'};

	for (size_t i = 0; i < t->bytes; i++) {
		if (i + 1 < t->bytes && memcmp(t->text + i, soft, 2) == 0)
			i++;
		else if (t->text[i] != ' ')
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
	if (a->kind == AREA_TEXT && g->in[a->tag] != 0)
		text_add(&g->text[g->in[a->tag]], a->u.text);
	for (const struct area *c = a->child; c != NULL; c = c->next)
		gather_area(g, c);
}

const char **
element_texts(const struct area_doc *doc, struct arena *a)
{
	const char **text = ARENA_ARRAY(a, doc->tags, const char *);
	struct gather g = {ARENA_ARRAY(a, doc->tags, uint32_t),
	    ARENA_ARRAY(a, doc->tags, struct buf)};

	for (uint32_t i = 1; i < doc->tags; i++) {
		const struct area_tag *t = &doc->tag[i];
		g.in[i] = t->role == TAG_LINK || t->role == TAG_LBL ? i :
		    g.in[t->parent];
	}
	for (size_t i = 0; i < doc->pages; i++)
		gather_area(&g, doc->page[i].area);
	for (size_t i = 0; i < doc->tags; i++) {
		if (g.text[i].len != 0)
			text[i] = arena_strdup(a, g.text[i].data);
		buf_free(&g.text[i]);
	}
	return text;
}
