/*
 * In: the inline-level children of a block. Out: one text and the runs over
 * it, in the order of the tree, from which lines are made.
 *
 *     <block>See <inline id="a">page <page-number-citation/></inline></block>
 *
 *     text  S e e _ p a g e _ 0
 *     runs  TEXT    OPEN TEXT SLOT CLOSE
 *
 * Objects have a stand-in in the text, so that bidi and line breaking see a
 * paragraph as a reader does: a citation is a digit, a graphic U+FFFC, a
 * leader an opening bracket, which keeps with what follows it.
 */
#include "layout/text.h"

#include <string.h>

static void collect(struct para *, const struct span *,
    const struct fo_node *);
static void collect_children(struct para *, const struct span *,
    const struct fo_node *);

/* A wrapper is what it holds. */
static int
wrapper_is_inline(const struct fo_node *wrapper)
{
	const struct fo_node *n = wrapper->child;

	while (n != NULL && (n->type == FO_MARKER || fo_is_inline(n)))
		n = n->next;
	return n == NULL;
}

/* True when an inline paints something of its own. */
static int
is_painted(const struct fo_node *n)
{
	static const enum fo_prop border[4] = {PROP_BORDER_BEFORE_WIDTH,
	    PROP_BORDER_END_WIDTH, PROP_BORDER_AFTER_WIDTH,
	    PROP_BORDER_START_WIDTH};
	int painted = 0;

	fo_color(n, PROP_BACKGROUND_COLOR, &painted);
	for (int e = 0; e < 4; e++)
		painted |= fo_border(n, border[e]) > 0;
	return painted || strcmp(fo_str(n, PROP_TEXT_DECORATION), "none") != 0;
}

static int
is_white(const struct fo_node *n)
{
	size_t i = 0;

	while (i < n->len && strchr(" \t\r\n", n->text[i]) != NULL)
		i++;
	return n->type == FO_TEXT && i == n->len;
}

/* An inline around blocks and nothing else is set as they are. */
static int
inline_is_block(const struct fo_node *n)
{
	int blocks = 0;

	for (const struct fo_node *c = n->child; c != NULL; c = c->next) {
		if (c->type == FO_MARKER || is_white(c))
			continue;
		if (fo_is_inline(c))
			return 0;
		blocks = 1;
	}
	return blocks && !is_painted(n);
}

int
fo_is_inline(const struct fo_node *n)
{
	switch (n->type) {
	case FO_WRAPPER:
		return wrapper_is_inline(n);
	case FO_INLINE:
	case FO_BASIC_LINK:
		return !inline_is_block(n);
	case FO_TEXT:
	case FO_CHARACTER:
	case FO_LEADER:
	case FO_PAGE_NUMBER:
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
	case FO_EXTERNAL_GRAPHIC:
	case FO_INSTREAM_FOREIGN_OBJECT:
	case FO_FOOTNOTE:
	case FO_RETRIEVE_MARKER:
	case FO_RETRIEVE_TABLE_MARKER:
		return 1;
	case FO_BLOCK_CONTAINER:
		return is_absolute(n);
	default:
		return 0;
	}
}

/* --- objects ----------------------------------------------------------- */

/* A page number is known in static content; in a flow it is a citation of
   its own line. */
static void
collect_page_number(struct para *p, const struct span *s,
    const struct fo_node *n)
{
	const struct layout *l = p->layout;
	const char *text;

	if (n->type != FO_PAGE_NUMBER || l->page_number == NULL) {
		refine_object(p, RUN_SLOT, s, "0");
		return;
	}
	text = l->page_number(l->page, n);
	refine_text(p, s, text, strlen(text));
}

static void
collect_graphic(struct para *p, const struct span *s, const struct fo_node *n)
{
	struct layout quiet = *p->layout;
	struct area *area;

	if (p->quiet)
		quiet.diag = diag_new();
	area = graphic_area(&quiet, n, p->measure);
	if (p->quiet)
		diag_free(quiet.diag);

	if (area != NULL)
		refine_object(p, RUN_GRAPHIC, span_graphic(p, s, area->h),
		    "\xef\xbf\xbc")->area = area;
}

static void
collect_marker(struct para *p, const struct span *s, const struct fo_node *n)
{
	struct layout *l = p->layout;

	n = l->retrieve == NULL ? NULL : l->retrieve(l->page, n);
	if (n != NULL)
		collect_children(p, span_new(p, s, n), n);
}

/* The note goes where the last of its call is (XSL 1.1, 6.12.3). */
static void
collect_footnote(struct para *p, const struct span *s,
    const struct fo_node *footnote)
{
	for (const struct fo_node *n = footnote->child; n != NULL; n = n->next)
		if (n->type == FO_INLINE)
			collect(p, s, n);
	for (const struct fo_node *n = footnote->child; n != NULL; n = n->next)
		if (n->type == FO_FOOTNOTE_BODY)
			refine_object(p, RUN_NOTE, s, "")->node = n;
}

static void
collect_block(struct para *p, const struct span *s, const struct fo_node *n)
{
	if (!p->quiet)
		diag_add(p->layout->diag, DIAG_L05, n->src, "fo:%s",
		    fo_name(n->type));
	if (!p->line_start)
		refine_break(p, s);
	collect_children(p, span_new(p, s, n), n);
	refine_break(p, s);
}

/* --- the walk ---------------------------------------------------------- */

static void
collect_content(struct para *p, const struct span *s, const struct fo_node *n)
{
	const char *character;

	switch (n->type) {
	case FO_CHARACTER:
		character = fo_str(n, PROP_CHARACTER);
		refine_text(p, s, character, strlen(character));
		break;
	case FO_LEADER:
		refine_object(p, RUN_LEADER, s, "(");
		break;
	case FO_PAGE_NUMBER:
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
		collect_page_number(p, s, n);
		break;
	case FO_EXTERNAL_GRAPHIC:
	case FO_INSTREAM_FOREIGN_OBJECT:
		collect_graphic(p, s, n);
		break;
	case FO_FOOTNOTE:
		collect_footnote(p, s, n);
		break;
	default:
		collect_children(p, s, n);
	}
}

static uint8_t
keep_in_line(const struct fo_node *n, enum fo_prop keep)
{
	return (uint8_t)fo_keep(n, keep, FO_WITHIN_LINE);
}

static void
hold_push(struct para *p, struct hold h)
{
	if (h.strength != 0 && h.from <= h.to)
		ARENA_PUSH(p->words->arena, p->hold, p->holds, p->holds_cap) =
		    h;
}

/* The keeps of an inline whose content begins at a byte (XSL 1.1, 7.20). */
static void
collect_keeps(struct para *p, const struct fo_node *n, size_t from)
{
	if (n->type == FO_WRAPPER)
		return;
	if (fo_specified(n, PROP_KEEP_TOGETHER))
		hold_push(p, (struct hold){from + 1, p->len - 1,
		    keep_in_line(n, PROP_KEEP_TOGETHER), 0});
	hold_push(p, (struct hold){from, from,
	    keep_in_line(n, PROP_KEEP_WITH_PREVIOUS), 1});
	hold_push(p, (struct hold){p->len, p->len,
	    keep_in_line(n, PROP_KEEP_WITH_NEXT), 1});
}

/* An inline with an id or a box of its own is bracketed by OPEN and CLOSE. */
static void
collect_inline(struct para *p, const struct span *outer,
    const struct fo_node *n)
{
	const struct span *s = span_new(p, outer, n);
	int bracket = n->id != NULL || s->box != outer->box;
	size_t from = p->len;

	if (bracket)
		refine_object(p, RUN_OPEN, s, "");
	collect_content(p, s, n);
	if (bracket)
		refine_object(p, RUN_CLOSE, s, "");
	collect_keeps(p, n, from);
}

static void
collect(struct para *p, const struct span *s, const struct fo_node *n)
{
	if (n->type == FO_TEXT)
		refine_text(p, s, n->text, n->len);
	else if (n->type == FO_MARKER || is_absolute(n))
		refine_object(p, RUN_MARK, s, "")->node = n;
	else if (n->type == FO_RETRIEVE_MARKER ||
	    n->type == FO_RETRIEVE_TABLE_MARKER)
		collect_marker(p, s, n);
	else if (fo_is_inline(n))
		collect_inline(p, s, n);
	else
		collect_block(p, s, n);
}

static void
collect_children(struct para *p, const struct span *s,
    const struct fo_node *parent)
{
	struct layout *l = p->layout;

	if (l->depth >= DEPTH_MAX) {
		diag_add(l->diag, DIAG_L06, parent->src, "fo:%s",
		    fo_name(parent->type));
		return;
	}
	l->depth++;
	for (const struct fo_node *n = parent->child; n != NULL; n = n->next)
		collect(p, s, n);
	l->depth--;
}

/* --- the paragraph ----------------------------------------------------- */

/* The arrays are lent by the cache of words; para_close gives them back. */
static struct para
para_open(struct layout *l, const struct fo_node *block, mpt measure)
{
	struct para p = l->words->scratch;

	l->words->scratch = (struct para){0};
	p.layout = l;
	p.words = l->words;
	p.block = block;
	p.measure = mpt_max(measure, 0);
	p.column = p.counted = 0;
	p.len = p.runs = p.holds = p.pieces = p.lines = 0;
	p.spaced = p.divides = p.ranged = p.pauses = p.inside = 0;
	p.stacking = fo_kw(block, PROP_LINE_STACKING_STRATEGY);
	p.level = fo_kw(block, PROP_LINE_HEIGHT_SHIFT_ADJUSTMENT) ==
	    FO_KW_DISREGARD_SHIFTS;
	p.justified = fo_kw(block, PROP_TEXT_ALIGN) == FO_KW_JUSTIFY ||
	    fo_kw(block, PROP_TEXT_ALIGN_LAST) == FO_KW_JUSTIFY;
	p.optimum = fo_kw(block, PROP_LINE_BREAKING) == FO_KW_OPTIMUM;
	p.line_start = 1;
	p.quiet = 0;
	return p;
}

static void
para_close(struct para *p)
{
	p->words->scratch = *p;
}

static void
para_collect(struct para *p, const struct fo_node *first,
    const struct fo_node *stop)
{
	p->span = span_block(p, p->block);
	for (const struct fo_node *n = first; n != NULL && n != stop;
	    n = n->next)
		collect(p, p->span, n);
	refine_end(p);
	pieces_make(p);
}

size_t
para_lines(struct layout *l, const struct fo_node *block,
    const struct fo_node *first, const struct fo_node *stop, mpt start_indent,
    mpt end_indent, mpt width, int first_in_block, struct line **lines)
{
	struct para p = para_open(l, block, width - start_indent - end_indent);
	size_t n;

	para_collect(&p, first, stop);
	n = lines_make(&p, start_indent, first_in_block, lines);
	para_close(&p);
	return n;
}

/* The widest piece that no line end divides, and the widest line. */
void
para_widths(struct layout *l, const struct fo_node *block,
    const struct fo_node *first, const struct fo_node *stop, mpt *min,
    mpt *max)
{
	struct para p = para_open(l, block, 0);
	mpt chunk = 0, spaces = 0, line = 0;

	p.quiet = 1;
	para_collect(&p, first, stop);
	*min = *max = 0;
	for (size_t i = 0; i < p.pieces; i++) {
		const struct piece *c = &p.piece[i];

		line += c->w;
		if (c->kind == PIECE_SPACE && !c->fixed) {
			spaces += c->w;
		} else if (!piece_is_nothing(c)) {
			chunk += spaces + c->min;
			spaces = 0;
		}
		*min = mpt_max(*min, chunk);
		*max = mpt_max(*max, line - spaces);
		if (c->brk != BRK_NO || c->kind == PIECE_BREAK)
			chunk = spaces = 0;
		if (c->kind == PIECE_BREAK)
			line = 0;
	}
	para_close(&p);
}
