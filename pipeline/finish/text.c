/*
 * What links and list labels say: a link's text is its annotation's
 * /Contents, a label tells how its list is numbered. The text of all areas of
 * the element in page order, one space for each run of spaces; where a line
 * ends there is a space too, or a soft hyphen is taken out.
 */
#include <string.h>

#include "finish/object.h"

struct gather {
	uint32_t *in;     /* by tag: the LINK or LBL at or above it, or 0 */
	struct buf *text; /* by tag */
};

static int
ends_with(const struct buf *b, const char *s)
{
	size_t n = strlen(s);

	return b->len >= n && memcmp(b->data + b->len - n, s, n) == 0;
}

static void
text_add(struct buf *b, const struct area_text *t)
{
	for (size_t i = 0; i < t->bytes; i++) {
		if (t->text[i] != ' ')
			buf_putc(b, t->text[i]);
		else if (b->len != 0 && !ends_with(b, " "))
			buf_putc(b, ' ');
	}
}

/* Between the text of one line and that of the next. */
static void
line_add(struct buf *b)
{
	static const char soft_hyphen[] = "\xc2\xad";

	if (ends_with(b, soft_hyphen))
		b->data[b->len -= 2] = '\0';
	else if (b->len != 0 && !ends_with(b, " "))
		buf_putc(b, ' ');
}

static void
gather_area(struct gather *g, const struct area *a, const struct area *before)
{
	uint32_t in = a->kind == AREA_TEXT ? g->in[a->tag] : 0;

	if (a->artifact)
		return;
	if (in != 0) {
		if (before == NULL)
			line_add(&g->text[in]);
		text_add(&g->text[in], a->u.text);
	}
	before = NULL;
	for (const struct area *c = a->child; c != NULL; c = c->next) {
		gather_area(g, c, before);
		if (c->kind == AREA_TEXT)
			before = c;
	}
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
		gather_area(&g, doc->page[i].area, NULL);
	for (size_t i = 0; i < doc->tags; i++) {
		if (g.text[i].len != 0)
			text[i] = arena_strdup(a, g.text[i].data);
		buf_free(&g.text[i]);
	}
	return text;
}
