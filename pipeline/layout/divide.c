/*
 * In: a paragraph's text, its spans, and where its lines may end anyway. Out:
 * where its words may be divided and a hyphen drawn (XSL 1.1, 7.10): marks in
 * the same array, so that a word is one piece, shaped whole, until a line is
 * too full for it.
 *
 * A word is letters in a row, whatever spans it stands in. Not divided:
 * a word in which the author put a soft hyphen, and a part of an address or
 * of a code: letters beside a digit or a sign that joins them to others.
 *
 * Rejected: a piece for every syllable, which loses kerning and ligatures
 * and makes twice as many pieces of which most are never used.
 */
#include "layout/text.h"

#include <string.h>

/* --- words -------------------------------------------------------------- */

static int
is_letter(uint32_t c)
{
	return g_unichar_isalpha(c) || g_unichar_ismark(c);
}

/* The end of the letters from a byte on; *shy: soft hyphens among them. */
static size_t
letters_end(const struct para *p, size_t at, int *shy)
{
	*shy = 0;
	while (at < p->len) {
		uint32_t c = g_utf8_get_char(p->text + at);

		if (c == 0xad)
			*shy = 1;
		else if (!is_letter(c))
			break;
		at = (size_t)(g_utf8_next_char(p->text + at) - p->text);
	}
	return at;
}

static int
is_alphanumeric(char c)
{
	return g_ascii_isalnum(c) || (c & 0x80) != 0;
}

/* Does the sign at a byte, beside letters, tie them to what is beyond it? */
static int
is_joint(const struct para *p, size_t at, size_t beyond)
{
	if (at >= p->len)
		return 0;
	if (g_ascii_isdigit(p->text[at]) || strchr("/@_\\#&=+~%",
	    p->text[at]) != NULL)
		return 1;
	return strchr(".:?", p->text[at]) != NULL && beyond < p->len &&
	    is_alphanumeric(p->text[beyond]);
}

static int
is_word(const struct para *p, size_t at, size_t end)
{
	return !(at > 0 && is_joint(p, at - 1, at > 1 ? at - 2 : SIZE_MAX)) &&
	    !is_joint(p, end, end + 1);
}

/* --- marks -------------------------------------------------------------- */

/* The word may be divided before a byte of it with so many letters on either
   side. */
static void
word_mark(struct para *p, const struct span *span, size_t at, size_t len)
{
	const uint8_t *place = hyphens_of(span->hyphens, p->text + at, len);
	const char *s = p->text + at, *end = s + len;
	int64_t before = 0, all;
	int64_t remain, push;

	if (place == NULL)
		return;
	remain = fo_int(span->node, PROP_HYPHENATION_REMAIN_CHARACTER_COUNT);
	push = fo_int(span->node, PROP_HYPHENATION_PUSH_CHARACTER_COUNT);
	all = g_utf8_strlen(s, (gssize)len);
	for (size_t i = 0; s < end; s = g_utf8_next_char(s), before++) {
		i = (size_t)(s - p->text) - at;
		if (place[i] && before >= remain && all - before >= push &&
		    p->brk[at + i] == BRK_NO)
			p->brk[at + i] = BRK_HYPHEN;
	}
}

/* Do the runs from one on give bytes at .. end to one dictionary? */
static int
is_of_one(const struct para *p, size_t run, size_t end)
{
	const struct hyphens *h = p->run[run].span->hyphens;

	for (; run < p->runs && p->run[run].at < end; run++)
		if (p->run[run].len != 0 && p->run[run].span->hyphens != h)
			return 0;
	return h != NULL;
}

void
words_divide(struct para *p)
{
	size_t end, run = 0;
	int shy;

	for (size_t at = 0; at < p->len; at = end) {
		end = letters_end(p, at, &shy);
		if (end == at) {
			end = (size_t)(g_utf8_next_char(p->text + at) -
			    p->text);
			continue;
		}
		while (p->run[run].at + p->run[run].len <= at)
			run++;
		if (!shy && is_of_one(p, run, end) && is_word(p, at, end))
			word_mark(p, p->run[run].span, at, end - at);
	}
}
