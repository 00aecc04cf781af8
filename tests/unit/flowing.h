/*
 * Flows for unit tests: blocks written as FO, set in the square font (a
 * character is 10 pt wide, a line 10 pt high), and the items as one string.
 *
 *     ab/200         a line, kept with what follows; ab@20 when its x is 20
 *     _6             a space; _6(2,3) when 2 stays at the start of a region
 *                    and 3 at the end; _6~4~8 when min and max differ
 *     !page          a break
 *     <10+80:2       OPEN of a frame at x 10, 80 wide, 2 high; >2 its CLOSE
 *     .              a box with nothing but anchors
 *     {0+20[a] 20+80[b]}     a band: its cells with x, width, (rows) and flow;
 *                    | before the cells of the next row; ^12 its height
 *     turn90(5+30^40 2,3 [a])  an inset: x, width, height, content's place
 *     #id #id$ %m    an anchor, the end of an object, a marker
 *     ^[ab cd]       the call of a note with its flow
 *     =table         of a table; =table^10v5 with header and footer heights
 */
#ifndef UNIT_FLOWING_H
#define UNIT_FLOWING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "fo/read.h"
#include "layout/layout.h"
#include "square.h"
#include "xml/xml.h"

struct flowing {
	struct square square;
	struct fonts *fonts;
	struct diag *quiet;
	/* of the last flowing_set: */
	struct arena *arena;
	struct diag *diag;
	xmlDoc *fo;
	struct fo_tree *tree;
	struct area_doc *doc;
	struct layout layout;
	struct flow *flow;
	struct buf out;
};

static inline int
flowing_open(void **state)
{
	struct flowing *f = calloc(1, sizeof(*f));

	*state = f;
	f->quiet = diag_new();
	if (square_new(&f->square) != 0)
		return 1;
	f->fonts = fonts_open(f->square.conf, f->quiet);
	return f->fonts == NULL;
}

static inline void
flowing_clear(struct flowing *f)
{
	arena_free(f->arena);
	diag_free(f->diag);
	xmlFreeDoc(f->fo);
	f->fo = NULL;
	buf_reset(&f->out);
}

static inline int
flowing_close(void **state)
{
	struct flowing *f = *state;

	flowing_clear(f);
	fonts_free(f->fonts);
	diag_free(f->quiet);
	square_free(&f->square);
	buf_free(&f->out);
	free(f);
	return 0;
}

/* --- items as text ------------------------------------------------------ */

static inline void
show_flow(struct buf *, const struct flow *);

static inline void
show_text(struct buf *b, const struct area *a)
{
	if (a->kind == AREA_TEXT)
		buf_add(b, a->u.text->text, a->u.text->bytes);
	if (a->kind == AREA_IMAGE)
		buf_printf(b, "(%gx%g)", mpt_to_pt(a->w), mpt_to_pt(a->h));
	for (const struct area *c = a->child; c != NULL; c = c->next)
		show_text(b, c);
}

static inline void
show_band(struct buf *b, const struct band *band)
{
	int row = 0;

	buf_putc(b, '{');
	for (size_t i = 0; i < band->cells; i++) {
		const struct cell *c = &band->cell[i];

		for (; row < c->row; row++) {
			buf_puts(b, " |");
			if (band->between[row] > 0)
				buf_printf(b, "/%d", band->between[row]);
		}
		buf_printf(b, "%s%g+%g", i > 0 ? " " : "", mpt_to_pt(c->x),
		    mpt_to_pt(c->w));
		if (c->rows > 1)
			buf_printf(b, "(%d)", c->rows);
		buf_putc(b, '[');
		show_flow(b, c->flow);
		buf_putc(b, ']');
	}
	buf_putc(b, '}');
	for (int r = 0; r < band->rows; r++) {
		buf_printf(b, "%c%g", r == 0 ? '^' : ',',
		    mpt_to_pt(band->row_height[r]));
		if (band->row_keep[r] > 0)
			buf_printf(b, "k%d", band->row_keep[r]);
	}
}

static inline void
show_box(struct buf *b, const struct item *it)
{
	const struct inset *in = it->inset;

	if (it->area != NULL) {
		show_text(b, it->area);
		if (it->area->x != 0)
			buf_printf(b, "@%g", mpt_to_pt(it->area->x));
		if (it->height != 10 * MPT_PT)
			buf_printf(b, ":%g", mpt_to_pt(it->height));
	} else if (it->band != NULL) {
		show_band(b, it->band);
	} else if (in != NULL) {
		buf_printf(b, "turn%d(%g+%g^%g %g,%g%s [", in->turn,
		    mpt_to_pt(in->x), mpt_to_pt(in->w), mpt_to_pt(in->h),
		    mpt_to_pt(in->content_x), mpt_to_pt(in->content_y),
		    in->clip ? " clip" : "");
		show_flow(b, in->flow);
		buf_puts(b, "])");
	} else {
		buf_putc(b, '.');
	}
	if (it->table != NULL && (it->table->header != NULL ||
	    it->table->footer != NULL))
		buf_printf(b, "=table^%gv%g",
		    mpt_to_pt(it->table->header_height),
		    mpt_to_pt(it->table->footer_height));
}

static inline void
show_space(struct buf *b, const struct item *it)
{
	buf_printf(b, "_%g", mpt_to_pt(it->height));
	if (it->min != it->height || it->max != it->height)
		buf_printf(b, "~%g~%g", mpt_to_pt(it->min),
		    mpt_to_pt(it->max));
	if (it->at_start != 0 || it->at_end != 0)
		buf_printf(b, "(%g,%g)", mpt_to_pt(it->at_start),
		    mpt_to_pt(it->at_end));
}

static inline void
show_item(struct buf *b, const struct item *it)
{
	static const char *const brk[] = {"!column", "!page", "!odd",
	    "!even"};

	switch (it->kind) {
	case ITEM_BOX:
		show_box(b, it);
		break;
	case ITEM_SPACE:
		show_space(b, it);
		break;
	case ITEM_BREAK:
		buf_puts(b, brk[it->brk]);
		return;
	case ITEM_OPEN:
		buf_printf(b, "<%g+%g:%g", mpt_to_pt(it->frame->x),
		    mpt_to_pt(it->frame->w), mpt_to_pt(it->height));
		break;
	case ITEM_CLOSE:
		buf_printf(b, ">%g", mpt_to_pt(it->height));
		break;
	}
	for (const struct anchor *a = it->anchors; a != NULL; a = a->next)
		if (a->kind != ANCHOR_NOTE) {
			buf_printf(b, "%c%s%s", a->kind == ANCHOR_MARKER ?
			    '%' : '#', a->name,
			    a->kind == ANCHOR_END ? "$" : "");
		} else {
			buf_puts(b, "^[");
			show_flow(b, a->note);
			buf_putc(b, ']');
		}
	if (it->keep > 0)
		buf_printf(b, "/%d", it->keep);
}

static inline void
show_flow(struct buf *b, const struct flow *f)
{
	for (size_t i = 0; i < f->n; i++) {
		if (i > 0)
			buf_putc(b, ' ');
		show_item(b, &f->item[i]);
	}
}

/* --- one document ------------------------------------------------------- */

/* Set the children of a flow at a measure of that many points. */
static inline const char *
flowing_set(struct flowing *f, const char *blocks, int pt)
{
	struct buf b = {0};

	flowing_clear(f);
	f->arena = arena_new();
	f->diag = diag_new();
	buf_printf(&b, "<root xmlns='http://www.w3.org/1999/XSL/Format' "
	    "xmlns:mp='urn:makepack:ext:1' xmlns:fox="
	    "'http://xmlgraphics.apache.org/fop/extensions' "
	    "font-family='Makepack Square' font-size='10pt' "
	    "line-height='10pt' widows='1' orphans='1' "
	    "border-collapse='separate'>"
	    "<layout-master-set><simple-page-master master-name='m' "
	    "page-width='%dpt' page-height='1000pt'><region-body/>"
	    "</simple-page-master></layout-master-set>"
	    "<page-sequence master-reference='m'>"
	    "<flow flow-name='xsl-region-body'>%s</flow></page-sequence>"
	    "</root>", pt, blocks);
	f->fo = xml_parse(b.data, b.len, "test.fo", f->diag);
	buf_free(&b);
	assert_non_null(f->fo);
	f->tree = fo_read(f->arena, f->fo, f->diag);
	f->doc = area_doc_new(f->arena);
	layout_tags(f->tree, f->doc, f->diag);
	f->layout = (struct layout){.arena = f->arena, .fonts = f->fonts,
	    .tree = f->tree, .doc = f->doc, .diag = f->diag, .digits = 1,
	    .note_measure = pt * MPT_PT,
	    .words = words_new(f->arena, f->fonts),
	    .images = images_new(f->arena, "tests/unit")};
	f->flow = layout_flow(&f->layout, f->tree->root->last->last,
	    pt * MPT_PT);
	show_flow(&f->out, f->flow);
	return f->out.data == NULL ? "" : f->out.data;
}

/* The items, and no finding; or exactly the code and nothing else. */
static inline void
flow_is(void **state, const char *blocks, const char *items)
{
	struct flowing *f = *state;
	const char *got = flowing_set(f, blocks, 100);

	if (diag_worst(f->diag) != DIAG_OK)
		diag_print(f->diag, stderr);
	assert_string_equal(got, items);
	assert_int_equal(diag_worst(f->diag), DIAG_OK);
}

static inline void
flow_says(void **state, const char *blocks, enum diag_code code,
    const char *items)
{
	struct flowing *f = *state;
	const char *got = flowing_set(f, blocks, 100);

	if (diag_count(f->diag, code) != 1)
		diag_print(f->diag, stderr);
	assert_string_equal(got, items);
	assert_int_equal(diag_count(f->diag, code), 1);
}

#endif
