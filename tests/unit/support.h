/*
 * FO text in, areas out, in one call, set in the square test font: every
 * character is one em wide, so that lengths can be counted.
 *
 *     struct set *s = set_fo(*state, FO_ROOT(FO_PAGE(100, 60),
 *         FO_SEQUENCE("", FO_LINES("a", "b"))));
 *     assert_string_equal(set_pages(s), "1[a b]");
 *     assert_string_equal(set_path(s, "string(//line[1]/@y)"), "10000");
 *
 * setup and teardown of a test: set_open and set_close. Unexpected
 * diagnostics are the test's to ask for: set_count(s, DIAG_P02).
 */
#ifndef TESTS_SUPPORT_H
#define TESTS_SUPPORT_H

#include <libxml/xpath.h>
#include <string.h>

#include "fo/read.h"
#include "paginate/paginate.h"
#include "square.h"
#include "xml/xml.h"

#define FO_NS "http://www.w3.org/1999/XSL/Format"

/* The root: 10 pt square letters, lines of 10 pt, no widows. */
#define FO_ROOT(masters, sequences) \
	"<fo:root xmlns:fo='" FO_NS "'" \
	" xmlns:mp='urn:makepack:ext:1' xmlns:fox=" \
	"'http://xmlgraphics.apache.org/fop/extensions'" \
	" font-family='Makepack Square' font-size='10pt' line-height='10pt'" \
	" widows='1' orphans='1'><fo:layout-master-set>" masters \
	"</fo:layout-master-set>" sequences "</fo:root>"

/* A page master without margins; its name, width, height in pt, regions. */
#define FO_MASTER(name, w, h, regions) \
	"<fo:simple-page-master master-name='" name "' page-width='" #w \
	"pt' page-height='" #h "pt'>" regions "</fo:simple-page-master>"
#define FO_PAGE(w, h) FO_MASTER("m", w, h, "<fo:region-body/>")

/* A sequence of pages of the master m. */
#define FO_SEQUENCE(attributes, flow) \
	FO_SEQUENCE_OF("m", attributes, "", flow)
#define FO_SEQUENCE_OF(master, attributes, statics, flow) \
	"<fo:page-sequence master-reference='" master "' " attributes ">" \
	statics "<fo:flow flow-name='xsl-region-body'>" flow \
	"</fo:flow></fo:page-sequence>"
#define FO_STATIC(region, content) \
	"<fo:static-content flow-name='xsl-region-" region "'>" content \
	"</fo:static-content>"
#define FO_BLOCK(text) "<fo:block>" text "</fo:block>"

/* What one test sets; ends with set_close. */
struct set {
	struct square square;
	struct fonts *fonts;
	struct arena *arena;
	struct diag *diag;       /* of the last set_fo */
	xmlDoc *fo;
	struct fo_tree *tree;
	struct area_doc *doc;
	struct buf out;          /* of the last set_pages, set_path, set_dump */
	struct buf dump;
};

static inline int
set_open(void **state)
{
	struct set *s = calloc(1, sizeof(*s));

	*state = s;
	s->diag = diag_new();
	if (square_new(&s->square) != 0)
		return 1;
	s->fonts = fonts_open(s->square.conf, s->diag);
	return s->fonts == NULL;
}

static inline void
set_clear(struct set *s)
{
	arena_free(s->arena);
	xmlFreeDoc(s->fo);
	diag_free(s->diag);
	s->arena = arena_new();
	s->fo = NULL;
	s->diag = diag_new();
	buf_reset(&s->dump);
}

static inline int
set_close(void **state)
{
	struct set *s = *state;

	set_clear(s);
	fonts_free(s->fonts);
	arena_free(s->arena);
	diag_free(s->diag);
	square_free(&s->square);
	buf_free(&s->out);
	buf_free(&s->dump);
	free(s);
	return 0;
}

/* Set a document; what an earlier call made is gone. */
static inline struct set *
set_fo(struct set *s, const char *fo)
{
	set_clear(s);
	s->fo = xml_parse(fo, strlen(fo), "test.fo", s->diag);
	s->tree = s->fo == NULL ? NULL : fo_read(s->arena, s->fo, s->diag);
	s->doc = s->tree == NULL ? area_doc_new(s->arena) :
	    paginate(s->arena, s->tree, s->fonts,
	        images_new(s->arena, "."), s->diag);
	return s;
}

static inline size_t
set_count(const struct set *s, enum diag_code code)
{
	return diag_count(s->diag, code);
}

/* The area tree as text. */
static inline const char *
set_dump(struct set *s)
{
	if (s->dump.len == 0)
		area_dump(s->doc, &s->dump);
	return s->dump.data;
}

/* An XPath expression on the area tree, as a string. */
static inline const char *
set_path(struct set *s, const char *path)
{
	const char *dump = set_dump(s);
	xmlDoc *doc = xmlReadMemory(dump, (int)strlen(dump), "areas", NULL, 0);
	xmlXPathContext *x = xmlXPathNewContext(doc);
	xmlXPathObject *found = xmlXPathEvalExpression(
	    (const xmlChar *)path, x);
	xmlChar *text = found == NULL ? NULL : xmlXPathCastToString(found);

	buf_reset(&s->out);
	buf_puts(&s->out, text == NULL ? "not an XPath" : (char *)text);
	xmlFree(text);
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(x);
	xmlFreeDoc(doc);
	return s->out.data;
}

/* The space at the end of a line is there, but nobody sees it. */
static inline void
set_trim(struct buf *b)
{
	while (b->len > 0 && b->data[b->len - 1] == ' ')
		b->data[--b->len] = '\0';
}

static inline void
set_show(struct buf *b, const struct area *area)
{
	if (area->kind == AREA_LINE) {
		set_trim(b);
		if (b->data[b->len - 1] != '[')
			buf_putc(b, ' ');
	}
	if (area->kind == AREA_TEXT)
		buf_add(b, area->u.text->text, area->u.text->bytes);
	if (area->kind == AREA_IMAGE)
		buf_puts(b, "IMG");
	for (const struct area *c = area->child; c != NULL; c = c->next)
		set_show(b, c);
}

/* Every page with its label and its lines: "1[a b] 2[c]". */
static inline const char *
set_pages(struct set *s)
{
	buf_reset(&s->out);
	for (size_t i = 0; i < s->doc->pages; i++) {
		buf_printf(&s->out, "%s%s[", i > 0 ? " " : "",
		    s->doc->page[i].label);
		set_show(&s->out, s->doc->page[i].area);
		set_trim(&s->out);
		buf_putc(&s->out, ']');
	}
	return s->out.data == NULL ? "" : s->out.data;
}

#endif
