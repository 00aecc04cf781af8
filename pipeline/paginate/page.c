/*
 * Dividing one page sequence into pages: which master a page gets, how much
 * of the flow it takes, where blank pages stand, and how pages are numbered
 * (XSL 1.1, 6.4.5, 7.27.5, 7.27.6, 7.27.8).
 *
 * Whether a page is the last one is only known once it is filled. A page that
 * the flow ends on is therefore filled a second time with the master of a
 * last page; if the flow no longer ends there, the page keeps its first
 * master and the rest goes to one more page.
 */
#include "paginate/book.h"

#define NUMBER_MAX 1000000000

/* A sequence being paged. */
struct paging {
	struct book *book;
	struct sequence *s;
	const struct sequence *next;
	struct fo_master_state state;
	struct position at;
	int number;
	int filler;       /* a blank page must follow the last one */
	int odd_widths;   /* P08 is said once */
};

static struct src
src_of(const struct fo_node *node)
{
	return node == NULL ? (struct src){0} : node->src;
}

const char *
page_label(struct book *b, const struct sequence *s, const struct page *page)
{
	return fo_number_format(b->arena, fo_str(s->node, PROP_FORMAT),
	    page->number);
}

/* --- numbers ------------------------------------------------------------ */

int
page_first(const struct sequence *s, int last)
{
	int64_t wanted = fo_int(s->node, PROP_INITIAL_PAGE_NUMBER);
	int n = last < NUMBER_MAX ? last + 1 : last;

	switch (fo_kw(s->node, PROP_INITIAL_PAGE_NUMBER)) {
	case FO_KW_AUTO:
		return n;
	case FO_KW_AUTO_ODD:
		return n % 2 == 1 ? n : n + 1;
	case FO_KW_AUTO_EVEN:
		return n % 2 == 0 ? n : n + 1;
	default:
		return wanted < 1 ? 1 : wanted > NUMBER_MAX ? NUMBER_MAX :
		    (int)wanted;
	}
}

/* force-page-count="auto": the next sequence starts where it wants. */
static int
next_wants_blank(const struct sequence *next, int last)
{
	if (next == NULL ||
	    fo_kw(next->node, PROP_INITIAL_PAGE_NUMBER) == FO_KW_AUTO)
		return 0;
	return (page_first(next, last) - last) % 2 == 0;
}

/* True when a blank page must follow if the flow ends on the next page. */
static int
filler_follows(const struct paging *p)
{
	int count = (int)(p->s->pages % 2) + 1, last = p->number;

	switch (fo_kw(p->s->node, PROP_FORCE_PAGE_COUNT)) {
	case FO_KW_EVEN:
		return count % 2 == 1;
	case FO_KW_ODD:
		return count % 2 == 0;
	case FO_KW_END_ON_EVEN:
		return last % 2 == 1;
	case FO_KW_END_ON_ODD:
		return last % 2 == 0;
	case FO_KW_NO_FORCE:
		return 0;
	default:
		return next_wants_blank(p->next, last);
	}
}

/* --- masters ------------------------------------------------------------ */

static const struct fo_page_master *
paging_master(struct paging *p, int blank, int last,
    struct fo_master_state *state)
{
	struct fo_page_query q = {.index = (int)p->s->pages,
	    .odd = p->number % 2 != 0, .blank = blank, .last = last};

	return fo_master_next(p->book->tree, p->book->arena, p->s->node, q,
	    state, p->s->said_pages);
}

struct extent
page_extent(const struct fo_page_master *m)
{
	return m->turn % 180 == 0 ? (struct extent){m->w, m->h} :
	    (struct extent){m->h, m->w};
}

void
page_measure(struct book *b, struct sequence *s)
{
	struct paging p = {.book = b, .s = s, .number = 1};
	const struct fo_page_master *m = paging_master(&p, 0, 0, &p.state);

	s->measure = fo_region_column(&m->region[FO_BODY]);
	s->body.w = fo_region_measure(&m->region[FO_BODY]);
	s->body.h = fo_region_height(&m->region[FO_BODY]);
	s->sheet = page_extent(m);
}

/* --- pages -------------------------------------------------------------- */

/* The first words of an object, to find it by. */
static void
node_words(const struct fo_node *node, char *to, size_t size, int depth)
{
	size_t n = 0;

	to[0] = '\0';
	if (node == NULL || depth > 256)
		return;
	if (node->type == FO_TEXT) {
		while (n < node->len && n + 1 < size)
			n++;
		while (n > 0 && n < node->len &&
		    ((unsigned char)node->text[n] & 0xc0) == 0x80)
			n--;
		for (size_t i = 0; i < n; i++)
			to[i] = (unsigned char)node->text[i] < ' ' ? ' ' :
			    node->text[i];
		to[n] = '\0';
		return;
	}
	for (const struct fo_node *c = node->child; c != NULL; c = c->next) {
		node_words(c, to, size, depth + 1);
		for (n = 0; to[n] == ' '; n++)
			;
		if (to[n] != '\0')
			return;
	}
}

static void
say_split(struct paging *p, enum diag_code code, const struct fo_node *node)
{
	char words[48];

	node_words(node, words, sizeof(words), 0);
	diag_add(p->s->said_pages, code, src_of(node), "%s \"%s\"",
	    node == NULL ? "" : fo_name(node->type), words);
}

static void
say_fill(struct paging *p, const struct strip *s)
{
	if (s->tall != NULL)
		say_split(p, DIAG_P03, s->tall);
	else if (s->strength >= KEEP_ALWAYS)
		say_split(p, DIAG_P02, s->split);
	else if (s->strength > STRENGTH_LEGAL)
		say_split(p, DIAG_P01, s->split);
}

static struct page *
page_add(struct paging *p, const struct fo_page_master *m)
{
	struct page page = {.master = m, .number = p->number};
	struct sequence *s = p->s;

	ARENA_PUSH(p->book->arena, s->page, s->pages, s->pages_cap) = page;
	if (p->number < NUMBER_MAX)
		p->number++;
	return &s->page[s->pages - 1];
}

static void
page_blank(struct paging *p, int last)
{
	page_add(p, paging_master(p, 1, last, &p->state))->blank = 1;
}

/* What of the flow goes onto a page of that master. */
static struct body
page_try(struct paging *p, const struct fo_page_master *m, int force)
{
	const struct fo_region *body = &m->region[FO_BODY];

	return p->s->notes != NULL ? note_fill(p->s, &p->at, body, force) :
	    body_fill(p->book->arena, p->s, &p->at, body,
	        fo_region_height(body), force);
}

/* The whole width counts only for what spans it. */
static void
page_check_width(struct paging *p, const struct fo_page_master *m)
{
	const struct fo_region *r = &m->region[FO_BODY];
	int spanned = p->s->stretches > 1 || p->s->stretch->span;

	if (p->odd_widths || (fo_region_column(r) == p->s->measure &&
	    (!spanned || fo_region_measure(r) == p->s->body.w)))
		return;
	p->odd_widths = 1;
	diag_add(p->s->said_pages, DIAG_P08, src_of(m->node), "%s", m->name);
}

/* One page with content; what the flow says about going on. */
static struct body
page_fill(struct paging *p)
{
	struct fo_master_state usual = p->state, last = p->state;
	const struct fo_page_master *m = paging_master(p, 0, 0, &usual), *ml;
	struct body r = page_try(p, m, 1), rl;
	struct page *page;

	p->filler = filler_follows(p);
	if (r.status == FILL_DONE && !p->filler) {
		ml = paging_master(p, 0, 1, &last);
		rl = ml->node == m->node ? r : page_try(p, ml, 0);
		if (rl.status == FILL_DONE) {
			m = ml;
			usual = last;
		}
		if (rl.status != FILL_AGAIN)
			r = rl;
	}
	p->state = usual;
	page_check_width(p, m);
	for (size_t i = 0; i < r.strips; i++)
		say_fill(p, &r.strip[i]);
	page = page_add(p, m);
	page->strip = r.strip;
	page->strips = r.strips;
	page->used = r.used;
	if (p->s->notes != NULL)
		note_take(p->s, page, p->s->said_pages);
	say_fill(p, &page->notes);
	p->at = r.to;
	return r;
}

static void
paging_parity(struct paging *p, enum item_break brk)
{
	if ((brk == BREAK_ODD && p->number % 2 == 0) ||
	    (brk == BREAK_EVEN && p->number % 2 != 0))
		page_blank(p, 0);
}

void
page_sequence(struct book *b, struct sequence *s, int first,
    const struct sequence *next)
{
	struct paging p = {.book = b, .s = s, .next = next, .number = first};
	struct body r = {.status = FILL_FULL};
	enum item_break brk;

	s->first = first;
	s->pages = 0;
	if (s->stretches == 0)
		return;
	s->notes = s->layout.notes == 0 ? NULL : notes_new(b->arena,
	    furnish_separator(b, (size_t)(s - b->sequence), NULL, s->body.w));
	do {
		brk = body_skip_breaks(s, &p.at);
		if (r.broke)
			brk = break_both(r.brk, brk);
		paging_parity(&p, brk);
		r = page_fill(&p);
	} while (r.status != FILL_DONE);
	if (p.filler)
		page_blank(&p, 1);
}
