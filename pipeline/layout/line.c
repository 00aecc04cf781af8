/*
 * In: a paragraph's pieces and its measure. Out: its lines, each with its
 * height, its anchors and its composed area.
 *
 * Spaces at the end of a line hang: they stay in the text and take no room.
 */
#include "layout/text.h"

/* A paragraph while its lines are made. */
struct maker {
	struct para *p;
	size_t at;               /* the next piece */
	mpt start_indent;
	mpt indent;              /* of this line: text-indent, then 0 */
	mpt last_indent;         /* last-line-end-indent */
	size_t chosen;           /* lines of p->cut that are made */
	uint8_t first_fit;       /* until the next forced end */
	struct line *line;
	size_t n, cap;
};

/* --- the pieces of a line ---------------------------------------------- */

static void
line_push(struct para *p, const struct piece *c)
{
	ARENA_PUSH(p->words->arena, p->line, p->lines, p->lines_cap) = *c;
}

/* The head of a word that is cut; the tail stays for the next line. */
static void
line_push_head(struct para *p, struct piece *c, size_t clusters)
{
	struct piece head = *c;
	const struct word *a, *b;

	word_split(p->layout->arena, c->word, c->level & 1, clusters, &a, &b);
	piece_set_word(p, &head, a);
	piece_set_word(p, c, b);
	head.brk = BRK_YES;
	c->len = head.word->bytes + c->word->bytes == c->len ?
	    (uint32_t)c->word->bytes : 0;
	c->at += (uint32_t)head.word->bytes;
	line_push(p, &head);
}

/* The head of a word that is divided. */
static void
line_push_divided(struct para *p, struct piece *c, uint32_t bytes)
{
	struct piece head = *c;

	piece_set_word(p, &head, word_part(p, c, 0, bytes));
	piece_set_word(p, c, word_part(p, c, bytes, c->len - bytes));
	c->at += bytes;
	c->len -= bytes;
	line_push(p, &head);
}

/* After the last word of the line. */
static void
line_push_hyphen(struct para *p)
{
	size_t i = p->lines;
	struct piece c = {.kind = PIECE_WORD};
	const struct span *s;

	while (i > 0 && p->line[i - 1].kind != PIECE_WORD)
		i--;
	s = c.span = i == 0 ? p->span : p->line[i - 1].span;
	c.level = i == 0 ? 0 : p->line[i - 1].level;
	c.node = s->node;
	piece_set_word(p, &c, hyphen_of(p->words, s));
	piece_report(p, c.word, s);
	line_push(p, &c);
}

/* Spaces at the end hang, at the level of the paragraph. */
static void
line_hang(struct para *p)
{
	for (size_t i = p->lines; i-- > 0; ) {
		struct piece *c = &p->line[i];

		if (c->kind == PIECE_SPACE && !c->fixed) {
			c->hangs = 1;
			c->level = 0;
			c->w = c->min = c->max = 0;
		} else if (!piece_is_nothing(c)) {
			return;
		}
	}
}

/* Copy the line's pieces to p->line. */
static void
line_take(struct maker *m, const struct cut *cut)
{
	struct para *p = m->p;

	p->lines = 0;
	line_resume(p, m->at, p->inside);
	for (size_t i = m->at; i < cut->end; i++)
		line_push(p, &p->piece[i]);
	if (cut->clusters != 0)
		line_push_head(p, &p->piece[cut->end], cut->clusters);
	if (cut->bytes != 0)
		line_push_divided(p, &p->piece[cut->end], cut->bytes);
	if (cut->hyphen)
		line_push_hyphen(p);
	p->ladder = cut->hyphen ? p->ladder + 1 : 0;
	line_hang(p);
	p->inside = cut->bytes != 0 || cut->clusters != 0;
	line_pause(p, cut->end, p->inside);
	m->at = cut->end;
}

/* --- its height, anchors and area --------------------------------------- */

/* Whatever stands in the line, and the block's own font, has room. Where spans
   have no leading that of the block is divided above and below. */
static mpt
line_height(const struct para *p, mpt *baseline)
{
	mpt top = p->span->top, bottom = p->span->bottom, shift, leading;

	for (size_t i = 0; i < p->lines; i++) {
		const struct piece *c = &p->line[i];

		if (p->stacking == FO_KW_FONT_HEIGHT)
			break;
		switch (c->kind) {
		case PIECE_GRAPHIC:
			shift = p->level ? 0 : c->span->shift;
			top = mpt_max(top, c->area->h + shift);
			bottom = mpt_max(bottom, -shift);
			break;
		case PIECE_WORD:
		case PIECE_SPACE:
		case PIECE_SLOT:
		case PIECE_LEADER:
			top = mpt_max(top, c->span->top);
			bottom = mpt_max(bottom, c->span->bottom);
			break;
		default:
			break;
		}
	}
	leading = p->stacking == FO_KW_MAX_HEIGHT ||
	    p->stacking == FO_KW_FONT_HEIGHT ? p->span->leading : 0;
	*baseline = top + leading / 2;
	return mpt_max(top + bottom + leading, 0);
}

static struct anchor *
anchor_add(struct para *p, struct anchor ***end, enum anchor_kind kind,
    const char *name, const struct fo_node *node)
{
	struct anchor *a = ARENA_NEW(p->layout->arena, struct anchor);

	*a = (struct anchor){.kind = kind, .name = name, .node = node};
	**end = a;
	*end = &a->next;
	return a;
}

static void
line_anchors(struct para *p, struct line *line, mpt start_indent)
{
	struct anchor **end = &line->anchors;

	for (size_t i = 0; i < p->lines; i++) {
		const struct piece *c = &p->line[i];

		if (c->kind == PIECE_MARK && is_absolute(c->node))
			anchor_add(p, &end, ANCHOR_PLACED, NULL,
			    c->node)->inset = absolute_lay(p->layout,
			    c->node, start_indent);
		else if (c->kind == PIECE_MARK)
			anchor_add(p, &end, ANCHOR_MARKER, fo_str(c->node,
			    PROP_MARKER_CLASS_NAME), c->node);
		else if (c->kind == PIECE_NOTE)
			anchor_add(p, &end, ANCHOR_NOTE, NULL, c->node);
		else if (c->kind == PIECE_OPEN && c->node->id != NULL)
			anchor_add(p, &end, ANCHOR_ID, c->node->id, c->node);
		else if (c->kind == PIECE_CLOSE && c->node->id != NULL)
			anchor_add(p, &end, ANCHOR_END, c->node->id, c->node);
	}
}

static enum line_align
line_align(const struct fo_node *block, int last)
{
	enum fo_kw align = fo_kw(block, PROP_TEXT_ALIGN);
	enum fo_kw at_end = fo_kw(block, PROP_TEXT_ALIGN_LAST);

	if (last && at_end != FO_KW_RELATIVE)
		align = at_end;
	else if (last && align == FO_KW_JUSTIFY)
		align = FO_KW_START;
	switch (align) {
	case FO_KW_END:
		return ALIGN_END;
	case FO_KW_CENTER:
		return ALIGN_CENTER;
	case FO_KW_JUSTIFY:
		return ALIGN_JUSTIFY;
	default:
		return ALIGN_START;
	}
}

/* Only anchors: a line without height carries them. */
static int
line_is_bare(const struct para *p)
{
	for (size_t i = 0; i < p->lines; i++)
		if ((p->line[i].kind != PIECE_OPEN &&
		    p->line[i].kind != PIECE_CLOSE &&
		    p->line[i].kind != PIECE_MARK &&
		    p->line[i].kind != PIECE_NOTE) || p->line[i].w != 0)
			return 0;
	return 1;
}

static void
line_emit(struct maker *m, const struct cut *cut, mpt measure)
{
	struct para *p = m->p;
	struct layout *l = p->layout;
	struct line *line = &ARENA_PUSH(l->arena, m->line, m->n, m->cap);
	const struct span *s = p->lines == 0 ? p->span : p->line[0].span;
	struct plan plan = {.piece = p->line, .n = p->lines,
	    .align = line_align(p->block, cut->last)};

	*line = (struct line){0};
	line->area = plan.area = area_new(l->arena, AREA_LINE, s->node->src);
	plan.area->x = m->start_indent + m->indent;
	plan.area->w = mpt_max(0,
	    measure - (cut->last ? m->last_indent : 0));
	line_anchors(p, line, m->start_indent);
	if (line_is_bare(p))
		return;
	plan.area->h = line->height = line_height(p, &plan.baseline);
	slots_note(l, &plan);
	line_compose(l, &plan);
}

/* The next line: one of those chosen together, or the first that fits. */
static struct cut
next_cut(struct maker *m, mpt measure)
{
	struct para *p = m->p;
	struct cut cut;

	if (p->optimum && !p->pauses && !m->first_fit && m->chosen == p->cuts) {
		m->chosen = 0;
		m->first_fit = !cuts_fit(p, m->at, m->indent,
		    m->last_indent);
	}
	if (m->chosen < p->cuts)
		return p->cut[m->chosen++];
	cut = line_cut(p, m->at, measure, m->last_indent);
	if (cut.last)
		m->first_fit = 0;
	return cut;
}

size_t
lines_make(struct para *p, mpt start_indent, int first_in_block,
    struct line **lines)
{
	struct maker m = {.p = p, .start_indent = start_indent};
	struct cut cut;
	mpt measure;

	m.last_indent = fo_len(p->block, PROP_LAST_LINE_END_INDENT,
	    p->measure);
	m.indent = first_in_block ? fo_len(p->block, PROP_TEXT_INDENT,
	    p->measure) : 0;
	p->ladder = 0;
	p->cuts = 0;
	p->ladder_max = fo_int(p->block, PROP_HYPHENATION_LADDER_COUNT);
	while (m.at < p->pieces) {
		measure = p->measure - m.indent;
		cut = next_cut(&m, measure - resume_width(p, m.at,
		    p->inside));
		line_take(&m, &cut);
		line_emit(&m, &cut, measure);
		m.indent = 0;
	}
	*lines = m.line;
	return m.n;
}
