/*
 * Ids and their pages; citations of them (XSL 1.1, 6.6.11, 6.6.12).
 *
 * Everything is known from the cursors alone, before there are areas: a round
 * of numbering costs a walk over the items and no layout. An id's first page
 * is where its object begins, its last page where it ends; a page-sequence
 * begins on its first page and ends on its last. page-citation-strategy says
 * whether footnotes called in the object and blank pages count.
 */
#include "paginate/book.h"

#include <string.h>

struct collecting {
	struct book *book;
	struct sequence *sequence;
	size_t index;      /* of the page */
};

static struct where *
where_new(struct collecting *c)
{
	struct where *w = ARENA_NEW(c->book->arena, struct where);

	w->sequence = c->sequence;
	w->first = w->last = w->shown = w->all = c->index;
	return w;
}

static void
collect_marker(struct collecting *c, const struct anchor *k)
{
	struct book *b = c->book;
	struct mark m = {.name = k->name, .marker = k->node};

	ARENA_PUSH(b->arena, b->mark, b->marks, b->marks_cap) = m;
}

static void
collect_anchor(void *ctx, const struct anchor *k)
{
	struct collecting *c = ctx;
	struct where *w;

	if (k->kind == ANCHOR_MARKER)
		collect_marker(c, k);
	if (k->kind == ANCHOR_MARKER || k->kind == ANCHOR_NOTE)
		return;
	w = map_find(c->book->ids, k->name);
	if (w == NULL)
		map_put(c->book->ids, k->name, where_new(c));
	else if (k->kind == ANCHOR_END && w->sequence == c->sequence)
		w->last = w->shown = w->all = c->index;
}

static void
collect_line(void *ctx, const struct area *line)
{
	struct collecting *c = ctx;
	struct where *w = map_find_n(c->book->lines, (const char *)&line,
	    sizeof(line));

	if (w != NULL) {
		w->sequence = c->sequence;
		w->first = c->index;
	}
}

/* The lines that print their own page's number; how many there are. */
static size_t
collect_own(struct collecting *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->sequence->layout.slots; i++) {
		const struct slot *s = &c->sequence->layout.slot[i];

		if (s->ref != NULL)
			continue;
		map_put_n(c->book->lines, (const char *)&s->line,
		    sizeof(s->line), where_new(c));
		n++;
	}
	return n;
}

/* The footnotes of a page are also those of the objects they are called in. */
static void
collect_notes(struct collecting *c, const struct strip *notes)
{
	const struct fo_node *done = NULL;
	size_t end = notes->to.item + (notes->to.part != NULL);

	for (size_t i = notes->from.item; i < end; i++) {
		const struct fo_node *n = notes->stretch->flow->item[i].node;

		if (n == done)
			continue;
		for (done = n; n != NULL; n = n->parent) {
			struct where *w = n->id == NULL ? NULL :
			    map_find(c->book->ids, n->id);

			if (w != NULL && w->sequence == c->sequence)
				w->shown = w->all = w->all < c->index ?
				    c->index : w->all;
		}
	}
}

static void
collect_page(struct collecting *c, const struct visit *v)
{
	struct sequence *s = c->sequence;
	struct page *page = &s->page[c->index];
	size_t digits = strlen(page_label(c->book, s, page));

	if ((int)digits > c->book->digits)
		c->book->digits = (int)digits;
	page->marks = c->book->marks;
	visit_page(v, page);
	if (page->notes.stretch != NULL)
		collect_notes(c, &page->notes);
	page->marks_end = c->book->marks;
	marker_carry(c->book, page, c->index == 0 ? NULL : page - 1);
}

/* A page-sequence stands on all of its pages. */
static void
collect_whole(struct collecting *c)
{
	const struct sequence *s = c->sequence;
	struct where *w = where_new(c);

	for (size_t i = 0; i < s->pages; i++) {
		if (s->page[i].strips > 0)
			w->last = i;
		if (!s->page[i].blank)
			w->shown = i;
	}
	w->all = s->pages - 1;
	map_put(c->book->ids, s->node->id, w);
}

static void
collect_sequence(struct collecting *c)
{
	struct visit v = {.anchor = collect_anchor, .ctx = c};

	if (collect_own(c) > 0)
		v.leaf = collect_line;
	if (c->sequence->node->id != NULL && c->sequence->pages > 0)
		collect_whole(c);
	for (; c->index < c->sequence->pages; c->index++)
		collect_page(c, &v);
}

void
cite_collect(struct book *b)
{
	b->ids = map_new(b->arena);
	b->lines = map_new(b->arena);
	b->marks = 0;
	b->digits = 1;
	for (size_t i = 0; i < b->sequences; i++) {
		struct collecting c = {.book = b,
		    .sequence = &b->sequence[i]};

		collect_sequence(&c);
	}
}

const char *
cite_label(struct book *b, const struct sequence *s, const struct page *page,
    const char *from)
{
	const struct where *w = from[0] == '\0' ? NULL :
	    map_find(b->ids, from);

	if (w == NULL)
		return page_label(b, s, page);
	return fo_number_format(b->arena, fo_str(s->node, PROP_FORMAT),
	    page->number - w->sequence->page[w->first].number + 1);
}

/* The page that a citation means (6.6.11, 6.6.12). */
static const struct page *
slot_page(const struct slot *slot, const struct where *w)
{
	size_t i = !slot->last ? w->first : slot->pages == FO_KW_NORMAL ?
	    w->last : slot->pages == FO_KW_NON_BLANK ? w->shown : w->all;

	return &w->sequence->page[i];
}

/* What a citation prints; NULL: its id is on no page. */
static const char *
slot_label(struct book *b, const struct slot *slot)
{
	const struct where *w = slot->ref != NULL ?
	    map_find(b->ids, slot->ref) :
	    map_find_n(b->lines, (const char *)&slot->line,
	        sizeof(slot->line));

	return w == NULL ? NULL : cite_label(b, w->sequence,
	    slot_page(slot, w), slot->from);
}

int
cite_fill(struct book *b, struct layout *layout, struct diag *report)
{
	int most = 0;

	for (size_t i = 0; i < layout->slots; i++) {
		struct slot *slot = &layout->slot[i];
		const char *label = slot_label(b, slot);
		const char *name = slot->ref != NULL ? slot->ref : "";
		struct src src = slot->node == NULL ? (struct src){0} :
		    slot->node->src;
		int need = layout_slot_fill(layout, slot,
		    label != NULL ? label : "?");

		if (need > most)
			most = need;
		if (report != NULL && label == NULL)
			diag_add(report, DIAG_P05, src, "%s", name);
		else if (report != NULL && need > 0)
			diag_add(report, DIAG_P06, src, "%s is now on page "
			    "%s, which needs %d digits", name, label, need);
	}
	return most;
}
