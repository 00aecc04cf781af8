/*
 * Paragraphs for unit tests: a block written as FO, set in the square font
 * (10 pt: a character is 10 pt wide) or in the project's fonts, and its lines
 * as strings that a test can compare.
 */
#ifndef UNIT_LINES_H
#define UNIT_LINES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <libxml/parser.h>

#include "base/buf.h"
#include "fo/read.h"
#include "layout/text.h"
#include "square.h"

struct lines {
	struct arena *arena;
	struct diag *diag;
	struct layout layout;
	xmlDoc *xml;
	struct fo_node *block;  /* the first of the flow */
	struct line *line;
	size_t n;
	struct buf out;
};

/* Shared by a group of tests. */
struct fonts_at {
	struct square sq;
	struct arena *arena;
	struct diag *diag;
	struct fonts *square, *project;
	struct words *words[2];  /* of square, of project */
};

static inline int
fonts_at_new(void **state)
{
	struct fonts_at *at = calloc(1, sizeof(*at));

	*state = at;
	at->diag = diag_new();
	at->arena = arena_new();
	if (square_new(&at->sq) != 0)
		return 1;
	at->project = fonts_open("fonts/fonts.conf", at->diag);
	at->square = fonts_open(at->sq.conf, at->diag);
	if (at->square == NULL || at->project == NULL)
		return 1;
	at->words[0] = words_new(at->arena, at->square);
	at->words[1] = words_new(at->arena, at->project);
	return 0;
}

static inline int
fonts_at_free(void **state)
{
	struct fonts_at *at = *state;

	fonts_free(at->square);
	fonts_free(at->project);
	arena_free(at->arena);
	diag_free(at->diag);
	square_free(&at->sq);
	free(at);
	return 0;
}

/* The FO document around a block. */
static inline void
lines_document(struct buf *b, const char *block, const char *font)
{
	buf_printf(b, "<root xmlns='http://www.w3.org/1999/XSL/Format' "
	    "xmlns:fox='http://xmlgraphics.apache.org/fop/extensions' "
	    "xmlns:mp='urn:makepack:ext:1' font-family='%s' font-size='10pt' "
	    "line-height='12pt'><layout-master-set>"
	    "<simple-page-master master-name='m'><region-body/>"
	    "</simple-page-master></layout-master-set>"
	    "<page-sequence master-reference='m'>"
	    "<flow flow-name='xsl-region-body'>%s"
	    "<block id='there'/><block id='then'/></flow></page-sequence>"
	    "</root>", font, block);
}

static inline struct fo_node *
lines_block(const struct fo_tree *tree)
{
	struct fo_node *n = tree->root->child;

	while (n != NULL && n->type != FO_PAGE_SEQUENCE)
		n = n->next;
	for (n = n->child; n->type != FO_FLOW; )
		n = n->next;
	return n->child;
}

/* Read the block and get ready to set it. */
static inline struct lines
lines_read(struct fonts_at *at, const char *block, int project)
{
	struct lines s = {.arena = arena_new(), .diag = diag_new()};
	struct buf b = {0};
	struct fo_tree *tree;

	lines_document(&b, block,
	    project ? "Liberation Sans" : "Makepack Square");
	s.xml = xmlReadMemory(b.data, (int)b.len, "test.fo", NULL,
	    XML_PARSE_HUGE);
	assert_non_null(s.xml);
	tree = fo_read(s.arena, s.xml, s.diag);
	buf_free(&b);
	assert_int_equal(diag_worst(s.diag), DIAG_OK);
	s.block = lines_block(tree);
	s.layout = (struct layout){.arena = s.arena, .tree = tree,
	    .fonts = project ? at->project : at->square,
	    .words = at->words[project], .diag = s.diag, .digits = 3};
	return s;
}

static inline void
lines_set(struct lines *s, mpt width)
{
	s->n = para_lines(&s->layout, s->block, s->block->child, NULL, 0, 0,
	    width, 1, &s->line);
}

static inline void
lines_free(struct lines *s)
{
	buf_free(&s->out);
	xmlFreeDoc(s->xml);
	arena_free(s->arena);
	diag_free(s->diag);
}

/* The text of every line, | between them. */
static inline const char *
lines_text(struct lines *s)
{
	buf_reset(&s->out);
	buf_puts(&s->out, "");
	for (size_t i = 0; i < s->n; i++) {
		if (i > 0)
			buf_putc(&s->out, '|');
		for (const struct area *a = s->line[i].area->child; a != NULL;
		    a = a->next)
			if (a->kind == AREA_TEXT)
				buf_add(&s->out, a->u.text->text,
				    a->u.text->bytes);
	}
	return s->out.data;
}

/* One line's areas in tenths of an em of the square font, that is points:
   "0:See 30:[20]" -- text at x, other areas with their width. */
static inline const char *
lines_places(struct lines *s, size_t i)
{
	const char *gap = "";

	buf_reset(&s->out);
	buf_puts(&s->out, "");
	for (const struct area *a = s->line[i].area->child; a != NULL;
	    a = a->next, gap = " ") {
		buf_printf(&s->out, "%s%g:", gap, mpt_to_pt(a->x));
		if (a->kind == AREA_TEXT)
			buf_add(&s->out, a->u.text->text, a->u.text->bytes);
		else
			buf_printf(&s->out, "%s%g", a->kind == AREA_RULE ?
			    "rule" : a->kind == AREA_BLOCK ? "box" : "image",
			    mpt_to_pt(a->w));
	}
	return s->out.data;
}

#endif
