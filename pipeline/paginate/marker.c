/*
 * Which marker a page shows (XSL 1.1, 6.13.6 and 6.13.7).
 *
 * A marker's areas are those of the object it stands in. On a page, that
 * object may start, end, both, or just go on:
 *
 *     page 1   section A starts
 *     page 2   section A goes on          carried
 *     page 3   section A ends, B starts   carried and ended; started
 *
 * Where none starts or ends as asked, one that is on the page at all will do;
 * where there is none, the last one of the nearest page before, as far back as
 * the boundary.
 */
#include "paginate/book.h"

#include <string.h>

/* The markers on a page: carried, then started. */
static size_t
marks_on(const struct page *p)
{
	return p->carries + p->marks_end - p->marks;
}

static size_t
mark_on(const struct page *p, size_t i)
{
	return i < p->carries ? p->carried[i] : p->marks + i - p->carries;
}

/* True when the marker's object goes on after the page. */
static int
mark_continues(const struct book *b, size_t mark, const struct page *page)
{
	return visit_continues(page, b->mark[mark].marker->parent);
}

void
marker_carry(struct book *b, struct page *page, const struct page *before)
{
	size_t n = before == NULL ? 0 : marks_on(before);

	page->carries = page->ends = 0;
	page->carried = ARENA_ARRAY(b->arena, n, size_t);
	for (size_t i = 0; i < n; i++)
		if (mark_continues(b, mark_on(before, i), before))
			page->carried[page->carries++] = mark_on(before, i);
	n = marks_on(page);
	page->ended = ARENA_ARRAY(b->arena, n, size_t);
	for (size_t i = 0; i < n; i++)
		if (!mark_continues(b, mark_on(page, i), page))
			page->ended[page->ends++] = mark_on(page, i);
}

/* The first or last of some markers with that class; NULL: none. */
static const struct mark *
among(const struct book *b, const size_t *m, size_t n, const char *name,
    int last)
{
	const struct mark *found = NULL;

	for (size_t i = 0; i < n && (last || found == NULL); i++)
		if (strcmp(b->mark[m[i]].name, name) == 0)
			found = &b->mark[m[i]];
	return found;
}

static const struct mark *
starting(const struct book *b, const struct page *page, const char *name,
    int last)
{
	const struct mark *found = NULL;

	for (size_t i = page->marks; i < page->marks_end &&
	    (last || found == NULL); i++)
		if (strcmp(b->mark[i].name, name) == 0)
			found = &b->mark[i];
	return found;
}

/* The last one on a page, in document order. */
static const struct mark *
on_page_last(const struct book *b, const struct page *page, const char *name)
{
	const struct mark *m = starting(b, page, name, 1);

	return m != NULL ? m :
	    among(b, page->carried, page->carries, name, 1);
}

static const struct mark *
on_page(const struct book *b, const struct page *page, const char *name,
    enum fo_kw position)
{
	const struct mark *carried = among(b, page->carried, page->carries,
	    name, 0);
	const struct mark *m;

	switch (position) {
	case FO_KW_FIRST_INCLUDING_CARRYOVER:
		return carried != NULL ? carried :
		    starting(b, page, name, 0);
	case FO_KW_LAST_STARTING_WITHIN_PAGE:
		return on_page_last(b, page, name);
	case FO_KW_LAST_ENDING_WITHIN_PAGE:
		m = among(b, page->ended, page->ends, name, 1);
		return m != NULL ? m : on_page_last(b, page, name);
	default:
		m = starting(b, page, name, 0);
		return m != NULL ? m : carried;
	}
}

/* On the pages before number n of a sequence, and of those before it. */
static const struct mark *
on_earlier(const struct book *b, size_t sequence, size_t n, const char *name,
    enum fo_kw boundary)
{
	const struct mark *m = NULL;

	if (boundary == FO_KW_PAGE)
		return NULL;
	while (m == NULL && n-- > 0)
		m = on_page_last(b, &b->sequence[sequence].page[n], name);
	while (m == NULL && boundary == FO_KW_DOCUMENT && sequence-- > 0)
		m = on_earlier(b, sequence, b->sequence[sequence].pages, name,
		    FO_KW_PAGE_SEQUENCE);
	return m;
}

const struct fo_node *
marker_find(const struct book *b, size_t sequence, const struct page *page,
    const struct fo_node *retrieve)
{
	const char *name = fo_str(retrieve, PROP_RETRIEVE_CLASS_NAME);
	const struct mark *m = on_page(b, page, name,
	    fo_kw(retrieve, PROP_RETRIEVE_POSITION));

	if (m == NULL)
		m = on_earlier(b, sequence,
		    (size_t)(page - b->sequence[sequence].page), name,
		    fo_kw(retrieve, PROP_RETRIEVE_BOUNDARY));
	return m == NULL ? NULL : m->marker;
}
