/*
 * The rounds of paging a document.
 *
 *     lay out every sequence      1 digit reserved for each citation
 *  +->number: page each sequence that is new or whose first page changed
 *  |          sides; the others only move
 *  |  collect: ids and markers to pages
 *  |  cite:    fill the citations
 *  +--lay out again the sequences whose citations need more digits
 *     areas, static content, destinations, bookmarks
 *
 * A reserve only grows, and a page count has few digits: numbers settle in
 * the second round or the third. After that whatever does not fit is an error
 * that names the citation.
 */
#include "paginate/paginate.h"

#include <string.h>

#include "paginate/book.h"

#define ROUNDS 3

/* --- sequences ---------------------------------------------------------- */

static void
sequence_layout(struct book *b, struct sequence *s, int digits)
{
	diag_free(s->said_layout);
	s->said_layout = diag_new();
	s->layout = (struct layout){.arena = b->arena, .fonts = b->fonts,
	    .words = b->words, .images = b->images, .tree = b->tree,
	    .doc = b->doc, .diag = s->said_layout, .digits = digits,
	    .sheet = s->sheet, .reference = s->body,
	    .note_measure = s->body.w};
	s->stretches = layout_stretches(&s->layout, s->flow, s->measure,
	    s->body.w, &s->stretch);
	s->first = 0;
}

static void
sequence_add(struct book *b, const struct fo_node *node)
{
	struct sequence s = {.node = node,
	    .flow = fo_child(node, FO_FLOW)}, *added;

	s.said_layout = diag_new();
	s.said_pages = diag_new();
	ARENA_PUSH(b->arena, b->sequence, b->sequences,
	    b->sequences_cap) = s;
	added = &b->sequence[b->sequences - 1];
	if (s.flow == NULL)
		return;
	page_measure(b, added);
	sequence_layout(b, added, 1);
}

static void
sequences_free(struct book *b)
{
	for (size_t i = 0; i < b->sequences; i++) {
		diag_free(b->sequence[i].said_layout);
		diag_free(b->sequence[i].said_pages);
	}
}

/* --- rounds ------------------------------------------------------------- */

/* Its pages stay as they are when it moves by an even number of pages. */
static void
sequence_number(struct book *b, struct sequence *s, int first,
    const struct sequence *next)
{
	int by = first - s->first;

	if (s->stretches == 0)
		return;
	if (s->first == 0 || by % 2 != 0) {
		diag_free(s->said_pages);
		s->said_pages = diag_new();
		page_sequence(b, s, first, next);
		return;
	}
	for (size_t i = 0; i < s->pages; i++)
		s->page[i].number += by;
	s->first = first;
}

static void
book_number(struct book *b)
{
	int last = 0;

	for (size_t i = 0; i < b->sequences; i++) {
		struct sequence *s = &b->sequence[i];

		sequence_number(b, s, page_first(s, last),
		    i + 1 < b->sequences ? s + 1 : NULL);
		if (s->pages > 0)
			last = s->page[s->pages - 1].number;
	}
}

/* Lay out again what needs a wider reserve; how many sequences did. */
static size_t
book_widen(struct book *b)
{
	size_t widened = 0;

	for (size_t i = 0; i < b->sequences; i++) {
		struct sequence *s = &b->sequence[i];
		int need = s->stretches == 0 ? 0 :
		    cite_fill(b, &s->layout, NULL);

		if (need == 0)
			continue;
		if (need <= s->layout.digits)
			need = s->layout.digits + 1;
		sequence_layout(b, s, need);
		widened++;
	}
	return widened;
}

static void
book_rounds(struct book *b)
{
	for (int round = 1; ; round++) {
		book_number(b);
		cite_collect(b);
		if (round == ROUNDS || book_widen(b) == 0)
			break;
	}
	for (size_t i = 0; i < b->sequences; i++) {
		cite_fill(b, &b->sequence[i].layout, b->diag);
		diag_move(b->diag, b->sequence[i].said_layout);
		diag_move(b->diag, b->sequence[i].said_pages);
	}
}

/* --- the document around the pages -------------------------------------- */

static void
font_name(const struct font *font, const char **family, mpt *size)
{
	*family = font->family;
	*size = font->size;
}

static void
book_info(struct book *b)
{
	struct area_doc *doc = b->doc;

	doc->title = b->tree->title;
	doc->author = b->tree->author;
	doc->subject = b->tree->subject;
	doc->keywords = b->tree->keywords;
	doc->lang = b->tree->lang;
	doc->date = b->tree->date;
	doc->font = font_name;
}

/* Its text with white space as one space. */
static const char *
bookmark_title(struct book *b, const struct fo_node *bookmark)
{
	const struct fo_node *title = fo_child(bookmark, FO_BOOKMARK_TITLE);
	struct buf text = {0};
	const char *s;

	for (const struct fo_node *c = title == NULL ? NULL : title->child;
	    c != NULL; c = c->next)
		for (size_t i = 0; c->type == FO_TEXT && i < c->len; i++) {
			int space = strchr(" \t\r\n", c->text[i]) != NULL;

			if (!space)
				buf_putc(&text, c->text[i]);
			else if (text.len > 0 &&
			    text.data[text.len - 1] != ' ')
				buf_putc(&text, ' ');
		}
	while (text.len > 0 && text.data[text.len - 1] == ' ')
		text.len--;
	s = arena_strndup(b->arena, text.data == NULL ? "" : text.data,
	    text.len);
	buf_free(&text);
	return s;
}

/* Children of a bookmark that leads nowhere take its level. */
static void
bookmarks_add(struct book *b, const struct fo_node *parent, int level)
{
	for (const struct fo_node *c = parent->child; c != NULL; c = c->next) {
		struct area_bookmark m = {.level = level};
		int found;

		if (c->type != FO_BOOKMARK)
			continue;
		m.dest = fo_str(c, PROP_INTERNAL_DESTINATION);
		m.title = bookmark_title(b, c);
		m.open = fo_kw(c, PROP_STARTING_STATE) != FO_KW_HIDE;
		found = map_find(b->ids, m.dest) != NULL;
		if (found)
			ARENA_PUSH(b->arena, b->doc->bookmark,
			    b->doc->bookmarks, b->doc->bookmarks_cap) = m;
		else
			diag_add(b->diag, DIAG_P07, c->src, "%s: %s", m.title,
			    m.dest);
		if (level < 256)
			bookmarks_add(b, c, level + found);
	}
}

struct area_doc *
paginate(struct arena *a, struct fo_tree *tree, struct fonts *fonts,
    struct images *images, struct diag *d)
{
	struct book b = {.arena = a, .tree = tree, .fonts = fonts,
	    .images = images, .diag = d};

	b.doc = area_doc_new(a);
	b.words = words_new(a, fonts);
	layout_tags(tree, b.doc, d);
	book_info(&b);
	for (const struct fo_node *c = tree->root->child; c != NULL;
	    c = c->next)
		if (c->type == FO_PAGE_SEQUENCE)
			sequence_add(&b, c);
	book_rounds(&b);
	for (size_t i = 0; i < b.sequences; i++)
		sheet_sequence(&b, i);
	area_dests(b.doc);
	for (const struct fo_node *c = tree->root->child; c != NULL;
	    c = c->next)
		if (c->type == FO_BOOKMARK_TREE)
			bookmarks_add(&b, c, 1);
	sequences_free(&b);
	return b.doc;
}
