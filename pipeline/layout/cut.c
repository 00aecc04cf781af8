/*
 * In: a paragraph's pieces and the width of a line. Out: where the line ends.
 *
 * First fit: pieces are added while they fit; the line ends after the last
 * piece that allows it. What stands between two places where a line may end
 * is a chunk; a chunk that is wider than a whole line is cut
 *
 *     0. where a word may be divided (divide.c), with a hyphen;
 *     1. after punctuation, as addresses are:  http://www.kent.gov.uk/|council
 *     2. at a no-break space, else between two characters, and reported
 *        (L03);
 *     3. not at all, and reported (L04): a picture, text that may not wrap.
 *
 * Rejected: total fit over the paragraph (Knuth and Plass). Council papers are
 * set left-aligned without hyphenation, where it changes few lines, and lines
 * would no longer depend on what is before them only.
 */
#include "layout/text.h"

#include "base/ascii.h"

#include <string.h>

#define NOWHERE SIZE_MAX
#define QUOTE_MAX 120 /* bytes of text in a message */

/* --- measuring --------------------------------------------------------- */

const struct word *
hyphen_of(struct words *w, const struct span *s)
{
	return word_find(w, s->shaper, s->hyphen, strlen(s->hyphen));
}

/* The span of the word before piece end. */
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

static struct cut
cut_at(const struct para *p, size_t end)
{
	return (struct cut){.end = end,
	    .hyphen = p->piece[end - 1].brk == BRK_HYPHEN};
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
	} else if (!piece_is_nothing(c)) {
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

/* Inlines that end with their line, unless their edge takes room. */
size_t
cut_absorb(const struct para *p, size_t end)
{
	while (end < p->pieces && p->piece[end].kind == PIECE_CLOSE &&
	    p->piece[end].w == 0)
		end++;
	return end;
}

/* Edges that close, marks and spaces belong to the line that ends here. */
static size_t
line_absorb(const struct para *p, size_t end)
{
	while (end < p->pieces && (p->piece[end].kind == PIECE_CLOSE ||
	    p->piece[end].kind == PIECE_MARK ||
	    p->piece[end].kind == PIECE_NOTE ||
	    (p->piece[end].kind == PIECE_SPACE && !p->piece[end].fixed)))
		end++;
	if (end < p->pieces && p->piece[end].kind == PIECE_BREAK)
		return cut_absorb(p, end + 1);
	return end;
}

/* --- a chunk that is wider than a line ---------------------------------- */

static int
is_address_sign(char c)
{
	return strchr("/.-_?&=:@", c) != NULL;
}

/* May an address be cut between s[0], a sign, and s[1]? Not in a figure. */
static int
is_address_joint(const char *s)
{
	return is_address_sign(s[0]) && !is_address_sign(s[1]) &&
	    !(is_ascii_digit(s[-1]) && is_ascii_digit(s[1]) && s[0] != '/');
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
		if (k > 0 && is_address_joint(word->text + at - 1))
			best = k + 1;
	}
	return best;
}

/* The text of the chunk from a piece on, its beginning if it is long. */
static void
chunk_text(const struct para *p, size_t at, struct buf *out)
{
	for (; at < p->pieces && out->len < QUOTE_MAX; at++) {
		const struct word *word = p->piece[at].word;
		size_t n = word == NULL ? 0 : word->bytes;

		if (n > QUOTE_MAX)
			for (n = QUOTE_MAX; (word->text[n] & 0xc0) == 0x80; )
				n--;
		if (n != 0)
			buf_add(out, word->text, n);
		if (p->piece[at].brk != BRK_NO ||
		    p->piece[at].kind == PIECE_BREAK)
			break;
	}
}

/* Report the chunk that begins at a piece, once for all of its lines. */
static void
report_wide(struct para *p, enum diag_code code, size_t at, size_t i,
    mpt measure)
{
	uint8_t bit = code == DIAG_L03 ? 1 : 2;
	const struct piece *c = &p->piece[i];
	const struct fo_node *n = c->word == NULL ? c->node : c->span->node;
	double pt = mpt_to_pt(measure);
	struct buf text = {0};
	size_t end;
	mpt w;

	if (c->reported & bit)
		return;
	chunk_text(p, at, &text);
	if (text.len == 0)
		diag_add(p->layout->diag, code, n->src,
		    "fo:%s in a line of %.1f pt", fo_name(n->type), pt);
	else
		diag_add(p->layout->diag, code, n->src,
		    "\"%s\" in a line of %.1f pt", text.data, pt);
	buf_free(&text);
	end = chunk_end(p, i, MPT_MAX, &w);
	for (size_t k = at; k < end; k++)
		p->piece[k].reported |= bit;
}

/* The last piece after a no-break space between two pieces, or 0: where
   words that were tied together part when they must. */
static size_t
tie_before(const struct para *p, size_t at, size_t i)
{
	for (; i > at + 1; i--)
		if (p->piece[i - 1].kind == PIECE_SPACE)
			return i;
	return 0;
}

/*
 * Piece i does not fit the room that is left and no line may end before it,
 * back to the line's first piece, at: cut it where it must be cut. first:
 * nothing of width stands before it.
 */
static struct cut
cut_anywhere(struct para *p, size_t at, size_t i, mpt room, mpt measure,
    int first)
{
	struct piece *c = &p->piece[i];
	int cuttable = c->kind == PIECE_WORD && c->word->clusters > 1;
	size_t k = 0;
	mpt w;

	if (c->span->nowrap) {
		report_wide(p, DIAG_L04, at, i, measure);
		return (struct cut){.end = line_absorb(p, chunk_end(p, i,
		    MPT_MAX, &w))};
	}
	if (cuttable)
		k = word_fit(c, room);
	report_wide(p, first && k == 0 ? DIAG_L04 : DIAG_L03, at, i, measure);
	if (first && !cuttable)
		return (struct cut){.end = line_absorb(p, i + 1)};
	if (!first && tie_before(p, at, i) != 0)
		return (struct cut){.end = tie_before(p, at, i)};
	return (struct cut){.end = i, .clusters = first && k == 0 ? 1 : k};
}

/* Piece i overflows; sum is what stands before it; best is the last place
   where the line may end, or NOWHERE. */
static struct cut
cut_overflow(struct para *p, size_t at, size_t i, size_t best,
    struct sum sum, mpt measure)
{
	struct piece *c = &p->piece[i];
	mpt room = measure - sum.w - sum.spaces, w = 0;
	size_t k = 0;

	if (best != NOWHERE)
		chunk_end(p, best, p->measure, &w);
	if (best != NOWHERE && w <= p->measure)
		return cut_at(p, best);
	if (c->kind == PIECE_WORD && !c->span->nowrap)
		k = address_cut(c->word, word_fit(c, room));
	if (k != 0)
		return (struct cut){.end = i, .clusters = k};
	if (best != NOWHERE)
		return cut_at(p, best);
	return cut_anywhere(p, at, i, room, measure, sum.w == 0);
}

/* --- words that may be divided ------------------------------------------ */

const struct word *
word_part(struct para *p, const struct piece *c, uint32_t from,
    uint32_t bytes)
{
	return word_find(p->words, c->word->shaper, p->text + c->at + from,
	    bytes);
}

/* The longest head of a word that fits the room with its hyphen: bytes, or
   0. */
static uint32_t
head_fit(struct para *p, const struct piece *c, mpt room)
{
	const struct span *s = c->span;

	if (c->kind != PIECE_WORD || c->len < 2)
		return 0;
	room -= word_width(hyphen_of(p->words, s), s);
	for (uint32_t b = c->len - 1; room > 0 && b > 0; b--)
		if (p->brk[c->at + b] == BRK_HYPHEN &&
		    word_width(word_part(p, c, 0, b), s) <= room)
			return b;
	return 0;
}

/* The last place to divide a word in pieces from .. i that leaves the line,
   which begins at a piece, no wider than measure. */
static int
cut_divide(struct para *p, size_t at, size_t from, size_t i, mpt measure,
    struct cut *cut)
{
	struct sum sum = {0};
	uint32_t bytes;
	int found = 0;

	for (; at <= i; at++) {
		if (at >= from && (bytes = head_fit(p, &p->piece[at],
		    measure - sum.w - sum.spaces - pause_width(p, at, 1)))
		    != 0) {
			*cut = (struct cut){.end = at, .bytes = bytes,
			    .hyphen = 1};
			found = 1;
		}
		sum_add(&sum, &p->piece[at]);
	}
	return found;
}

static int
may_divide(const struct para *p)
{
	return p->ladder_max < 0 || p->ladder < p->ladder_max;
}

/* --- one line ---------------------------------------------------------- */

/* The last place that goes against the weakest keep wins. */
struct best {
	size_t end;
	uint8_t keep;
};

/* A line of so much may end after piece i: is that better? */
static void
best_try(struct para *p, struct best *best, size_t i, mpt w, mpt measure)
{
	const struct piece *c = &p->piece[i];

	if (c->brk == BRK_NO || i + 1 >= p->pieces ||
	    (c->brk == BRK_HYPHEN && !may_divide(p)) ||
	    (best->end != NOWHERE && c->keep > best->keep) ||
	    w + hyphen_width(p, i + 1) + pause_width(p, i + 1, 0) > measure)
		return;
	best->end = i + 1;
	best->keep = c->keep;
}

/*
 * Where spacing has limits, a line that keeps to them without being squeezed:
 * the last end that goes against no stronger keep, if the line then is no
 * wider than measure at its optimum and no narrower at its maximum.
 */
static size_t
calm_end(const struct para *p, size_t at, struct best best, mpt measure)
{
	mpt w = 0, more = 0, spaces = 0, spaces_more = 0;
	size_t end = NOWHERE;

	for (; at < best.end; at++) {
		const struct piece *c = &p->piece[at];

		spaces += c->kind == PIECE_LEADER ? c->min : c->w;
		spaces_more += c->max - c->w;
		if (c->kind != PIECE_SPACE || c->fixed) {
			w += spaces;
			more += spaces_more;
			spaces = spaces_more = 0;
		}
		if (c->brk == BRK_YES && c->keep <= best.keep &&
		    w <= measure && w + more >= measure)
			end = at + 1;
	}
	return end;
}

/* Nowhere to end: rather one hyphen more in a row than a broken word. */
static struct cut
cut_full(struct para *p, size_t at, size_t i, struct best best,
    struct sum sum, mpt measure)
{
	struct cut cut;
	size_t calm = p->ranged && best.end != NOWHERE ?
	    calm_end(p, at, best, measure) : NOWHERE;

	if (calm != NOWHERE)
		return cut_at(p, calm);
	if (best.end == NOWHERE && !may_divide(p)) {
		p->ladder = 0;
		return line_cut(p, at, measure, 0);
	}
	if (p->divides && may_divide(p) && cut_divide(p, at,
	    best.end == NOWHERE ? at : best.end, i, measure, &cut))
		return cut;
	return cut_overflow(p, at, i, best.end, sum, measure);
}

struct cut
line_cut(struct para *p, size_t at, mpt measure, mpt last_indent)
{
	struct sum sum = {0}, before;
	struct best best = {.end = NOWHERE};
	size_t i;

	for (i = at; i < p->pieces; i++) {
		before = sum;
		if (p->piece[i].kind == PIECE_BREAK)
			return (struct cut){.last = 1,
			    .end = cut_absorb(p, i + 1)};
		sum_add(&sum, &p->piece[i]);
		if (sum.w > measure)
			return cut_full(p, at, i, best, before, measure);
		best_try(p, &best, i, sum.w, measure);
	}
	if (best.end != NOWHERE && sum.w > measure - last_indent)
		return cut_at(p, best.end);
	if (p->ranged && (at = calm_end(p, at, (struct best){.end = i},
	    measure - last_indent)) != NOWHERE && at < i)
		return cut_at(p, at);
	return (struct cut){.end = i, .last = 1};
}
