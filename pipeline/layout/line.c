/*
 * In: a paragraph's pieces and its measure. Out: its lines.
 *
 * First fit: pieces are added while they fit; the line ends after the last
 * piece that allows it. Spaces at the end of a line hang: they stay in the
 * text and take no room. What stands between two places where a line may end
 * is a chunk; a chunk that is wider than a whole line is cut
 *
 *     1. after punctuation, as addresses are:  http://www.kent.gov.uk/|council
 *     2. between two characters, and reported (L03);
 *     3. not at all, and reported (L04): a picture, text that may not wrap.
 *
 * Rejected: total fit over the paragraph (Knuth and Plass). Council papers are
 * set left-aligned without hyphenation, where it changes few lines, and lines
 * would no longer depend on what is before them only.
 */
#include "layout/text.h"

#include <string.h>

/* A paragraph while its lines are made. */
struct maker {
	struct para *p;
	size_t at;               /* the next piece */
	mpt start_indent;
	mpt indent;              /* of this line: text-indent, then 0 */
	mpt last_indent;         /* last-line-end-indent */
	struct line *line;
	size_t n, cap;
};

/* What one line takes. */
struct cut {
	size_t end;              /* pieces before it stand in the line */
	size_t clusters;         /* and so many of piece[end], a word */
	uint8_t hyphen;          /* a soft hyphen is drawn */
	uint8_t last;            /* of the paragraph, or before a forced end */
};

#define NOWHERE SIZE_MAX

/* --- measuring --------------------------------------------------------- */

static const struct word *
hyphen_of(struct words *w, const struct span *s)
{
	return word_find(w, s->shaper, "\xc2\xad", 2);
}

/* The word that a soft hyphen before piece end would follow. */
static const struct span *
hyphen_span(const struct para *p, size_t end)
{
	while (end > 0 && p->piece[end - 1].kind != PIECE_WORD)
		end--;
	return end == 0 ? p->span : p->piece[end - 1].span;
}

static mpt
hyphen_width(struct para *p, size_t end)
{
	const struct span *s;

	if (p->piece[end - 1].brk != BRK_HYPHEN)
		return 0;
	s = hyphen_span(p, end);
	return word_width(hyphen_of(p->words, s), s);
}

/* A sum of widths in which spaces count once something follows them. */
struct sum {
	mpt w, spaces;
};

static void
sum_add(struct sum *sum, const struct piece *c)
{
	if (c->kind == PIECE_SPACE && !c->fixed) {
		sum->spaces += c->min;
	} else if (c->min != 0) {
		sum->w += sum->spaces + c->min;
		sum->spaces = 0;
	}
}

/* The end of the chunk that begins at a piece; *w its width, or some width
   beyond limit. */
static size_t
chunk_end(const struct para *p, size_t at, mpt limit, mpt *w)
{
	struct sum sum = {0};

	while (at < p->pieces && p->piece[at].kind != PIECE_BREAK) {
		sum_add(&sum, &p->piece[at]);
		if (p->piece[at++].brk != BRK_NO || sum.w > limit)
			break;
	}
	*w = sum.w;
	return at;
}

static size_t
close_absorb(const struct para *p, size_t end)
{
	while (end < p->pieces && p->piece[end].kind == PIECE_CLOSE)
		end++;
	return end;
}

/* Edges that close, marks and spaces belong to the line that ends here. */
static size_t
line_absorb(const struct para *p, size_t end)
{
	while (end < p->pieces && (p->piece[end].kind == PIECE_CLOSE ||
	    p->piece[end].kind == PIECE_MARK ||
	    (p->piece[end].kind == PIECE_SPACE && !p->piece[end].fixed)))
		end++;
	if (end < p->pieces && p->piece[end].kind == PIECE_BREAK)
		return close_absorb(p, end + 1);
	return end;
}

/* --- a chunk that is wider than a line ---------------------------------- */

static int
is_address_sign(char c)
{
	return strchr("/.-_?&=:@#%+,;~", c) != NULL;
}

/* How many clusters of a word fit the room. */
static size_t
word_fit(const struct piece *c, mpt room)
{
	const struct word *word = c->word;
	size_t k = 0, glyph = 0;
	mpt w = 0;

	for (; k + 1 < word->clusters; k++) {
		w += word_cluster(word, c->level & 1, k, &glyph) +
		    c->span->letter;
		if (w > room)
			break;
	}
	return k;
}

/*
 * The last place within the first fit clusters of a word where an address may
 * be cut: after a sign and before what is none, with two characters or more
 * on both sides. 0: none.
 */
static size_t
address_cut(const struct word *word, size_t fit)
{
	size_t best = 0, at = 0;

	for (size_t k = 0; k + 2 < word->clusters && k < fit; k++) {
		at += word->cluster[k].bytes;
		if (k > 0 && is_address_sign(word->text[at - 1]) &&
		    !is_address_sign(word->text[at]))
			best = k + 1;
	}
	return best;
}

static void
report_wide(struct para *p, enum diag_code code, struct piece *c, mpt measure)
{
	double pt = mpt_to_pt(measure);

	if (c->reported)
		return;
	c->reported = 1;
	if (c->word == NULL)
		diag_add(p->layout->diag, code, c->node->src,
		    "fo:%s in a line of %.1f pt", fo_name(c->node->type), pt);
	else
		diag_add(p->layout->diag, code, c->span->node->src,
		    "\"%.*s\" in a line of %.1f pt",
		    (int)(c->word->bytes < 200 ? c->word->bytes : 200),
		    c->word->text, pt);
}

/*
 * Piece i does not fit the room that is left and no line may end before it:
 * cut it where it must be cut. first: nothing of width stands before it.
 */
static struct cut
cut_anywhere(struct para *p, size_t i, mpt room, mpt measure, int first)
{
	struct piece *c = &p->piece[i];
	int cuttable = c->kind == PIECE_WORD && c->word->clusters > 1;
	size_t k = 0;
	mpt w;

	if (c->span->nowrap) {
		report_wide(p, DIAG_L04, c, measure);
		return (struct cut){.end = line_absorb(p, chunk_end(p, i,
		    MPT_MAX, &w))};
	}
	if (first && !cuttable) {
		report_wide(p, DIAG_L04, c, measure);
		return (struct cut){.end = line_absorb(p, i + 1)};
	}
	report_wide(p, DIAG_L03, c, measure);
	if (cuttable)
		k = word_fit(c, room);
	if (k == 0 && first)
		k = 1;
	return (struct cut){.end = i, .clusters = k};
}

/* Piece i overflows; sum is what stands before it; best is the last place
   where the line may end, or NOWHERE. */
static struct cut
cut_overflow(struct para *p, size_t i, size_t best, struct sum sum,
    mpt measure)
{
	struct piece *c = &p->piece[i];
	mpt room = measure - sum.w - sum.spaces, w = 0;
	size_t k = 0;

	if (best != NOWHERE)
		chunk_end(p, best, p->measure, &w);
	if (best != NOWHERE && w <= p->measure)
		return (struct cut){.end = best};
	if (c->kind == PIECE_WORD && !c->span->nowrap)
		k = address_cut(c->word, word_fit(c, room));
	if (k != 0)
		return (struct cut){.end = i, .clusters = k};
	if (best != NOWHERE)
		return (struct cut){.end = best};
	return cut_anywhere(p, i, room, measure, sum.w == 0);
}

/* --- one line ---------------------------------------------------------- */

static struct cut
line_fit(const struct maker *m, mpt measure)
{
	struct para *p = m->p;
	struct sum sum = {0}, before;
	size_t best = NOWHERE, i;

	for (i = m->at; i < p->pieces; i++) {
		before = sum;
		if (p->piece[i].kind == PIECE_BREAK)
			return (struct cut){.last = 1,
			    .end = close_absorb(p, i + 1)};
		sum_add(&sum, &p->piece[i]);
		if (sum.w > measure)
			return cut_overflow(p, i, best, before, measure);
		if (p->piece[i].brk != BRK_NO && i + 1 < p->pieces &&
		    sum.w + hyphen_width(p, i + 1) <= measure)
			best = i + 1;
	}
	if (best != NOWHERE && sum.w > measure - m->last_indent)
		return (struct cut){.end = best};
	return (struct cut){.end = i, .last = 1};
}

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

	word_split(p->layout->arena, c->word, c->level & 1, clusters,
	    &head.word, &c->word);
	head.w = head.min = head.max = word_width(head.word, c->span);
	head.brk = BRK_YES;
	c->w = c->min = c->max = word_width(c->word, c->span);
	line_push(p, &head);
}

static void
line_push_hyphen(struct para *p, size_t end)
{
	const struct span *s = hyphen_span(p, end);
	struct piece c = {.kind = PIECE_WORD, .span = s, .node = s->node,
	    .word = hyphen_of(p->words, s)};

	c.w = c.min = c.max = word_width(c.word, s);
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
		} else if (c->w != 0 || c->kind == PIECE_WORD) {
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
	for (size_t i = m->at; i < cut->end; i++)
		line_push(p, &p->piece[i]);
	if (cut->clusters != 0)
		line_push_head(p, &p->piece[cut->end], cut->clusters);
	else if (!cut->last && cut->end > 0 &&
	    p->piece[cut->end - 1].brk == BRK_HYPHEN)
		line_push_hyphen(p, cut->end);
	line_hang(p);
	m->at = cut->end;
}

/* --- its height, anchors and area --------------------------------------- */

/* Whatever stands in the line, and the block's own font, has room. */
static mpt
line_height(const struct para *p, mpt *baseline)
{
	mpt top = p->span->top, bottom = p->span->bottom;

	for (size_t i = 0; i < p->lines; i++) {
		const struct piece *c = &p->line[i];

		switch (c->kind) {
		case PIECE_GRAPHIC:
			top = mpt_max(top, c->area->h + c->span->shift);
			bottom = mpt_max(bottom, -c->span->shift);
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
	*baseline = top;
	return mpt_max(top + bottom, 0);
}

static void
anchor_add(struct para *p, struct anchor ***end, enum anchor_kind kind,
    const char *name, const struct fo_node *node)
{
	struct anchor *a = ARENA_NEW(p->layout->arena, struct anchor);

	*a = (struct anchor){.kind = kind, .name = name, .node = node};
	**end = a;
	*end = &a->next;
}

static void
line_anchors(struct para *p, struct line *line)
{
	struct anchor **end = &line->anchors;

	for (size_t i = 0; i < p->lines; i++) {
		const struct piece *c = &p->line[i];

		if (c->kind == PIECE_MARK)
			anchor_add(p, &end, ANCHOR_MARKER, fo_str(c->node,
			    PROP_MARKER_CLASS_NAME), c->node);
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
		    p->line[i].kind != PIECE_MARK) || p->line[i].w != 0)
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
	line_anchors(p, line);
	if (line_is_bare(p))
		return;
	plan.area->h = line->height = line_height(p, &plan.baseline);
	slots_note(l, &plan);
	line_compose(l, &plan);
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
	while (m.at < p->pieces) {
		measure = p->measure - m.indent;
		cut = line_fit(&m, measure);
		line_take(&m, &cut);
		line_emit(&m, &cut, measure);
		m.indent = 0;
	}
	*lines = m.line;
	return m.n;
}
