/*
 * In: the text of a paragraph. Out: where its lines may end (UAX 14).
 *
 * Within a stretch without spaces Pango says so, once for each stretch; most
 * are plain words, which have no place at all. Over spaces only the characters
 * on both sides matter: LB 7, 11, 13 to 17; otherwise a line may end after
 * the spaces (LB 18). tests/unit/test_line.c holds the result against
 * pango_get_log_attrs on whole paragraphs.
 */
#include "layout/text.h"

#include "base/ascii.h"

#include <string.h>

/* Where a stretch may be broken inside: before these bytes. */
struct breaks {
	size_t n;
	uint32_t *at;
};

/* Letters, digits and signs that glue to both sides of them (AL, NU, IS, QU):
   no line ends between them, but before the digit of "No.5" it may. */
static int
is_plain(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (is_ascii_letter(text[i]) || text[i] == '\'' || text[i] == '"')
			continue;
		if (is_ascii_digit(text[i])) {
			if (i > 0 && !is_ascii_digit(text[i - 1]) &&
			    !is_ascii_letter(text[i - 1]))
				return 0;
		} else if (strchr(".,:;", text[i]) == NULL)
			return 0;
	}
	return 1;
}

static struct breaks *
breaks_ask(struct words *w, const char *text, size_t len)
{
	struct breaks *b = ARENA_NEW(w->arena, struct breaks);
	int chars = (int)g_utf8_strlen(text, (gssize)len);
	PangoLogAttr *attr = mem_alloc(((size_t)chars + 1) * sizeof(*attr));
	const char *s = text;
	size_t cap = 0;

	pango_get_log_attrs(text, (int)len, -1, w->language, attr, chars + 1);
	for (int i = 0; i < chars; i++, s = g_utf8_next_char(s))
		if (i > 0 && attr[i].is_line_break)
			ARENA_PUSH(w->arena, b->at, b->n, cap) =
			    (uint32_t)(s - text);
	free(attr);
	return b;
}

static void
breaks_inside(struct words *w, const char *text, size_t len, uint8_t *brk)
{
	struct breaks *b;

	if (is_plain(text, len))
		return;
	b = map_find_n(w->breaks, text, len);
	if (b == NULL) {
		b = breaks_ask(w, text, len);
		map_put_n(w->breaks, text, len, b);
	}
	for (size_t i = 0; i < b->n; i++)
		brk[b->at[i]] = 1;
}

/* The class of the last character before end that is not a mark on it; a mark
   that has nothing to stand on counts as a letter. */
static GUnicodeBreakType
class_before(const char *text, const char *end)
{
	GUnicodeBreakType c = G_UNICODE_BREAK_ALPHABETIC;
	int marked = 0;

	while (end > text) {
		end = g_utf8_prev_char(end);
		c = g_unichar_break_type(g_utf8_get_char(end));
		if (c != G_UNICODE_BREAK_COMBINING_MARK &&
		    c != G_UNICODE_BREAK_ZERO_WIDTH_JOINER)
			break;
		marked = 1;
	}
	return marked && c == G_UNICODE_BREAK_ZERO_WIDTH_SPACE ?
	    G_UNICODE_BREAK_ALPHABETIC : c;
}

/* May a line end after the spaces that stand between these two classes? */
static int
breaks_over_spaces(GUnicodeBreakType a, GUnicodeBreakType b)
{
	if (b == G_UNICODE_BREAK_ZERO_WIDTH_SPACE)
		return 0;
	if (a == G_UNICODE_BREAK_ZERO_WIDTH_SPACE)
		return 1;
	switch (b) {
	case G_UNICODE_BREAK_WORD_JOINER:
	case G_UNICODE_BREAK_CLOSE_PUNCTUATION:
	case G_UNICODE_BREAK_CLOSE_PARANTHESIS:
	case G_UNICODE_BREAK_EXCLAMATION:
	case G_UNICODE_BREAK_INFIX_SEPARATOR:
	case G_UNICODE_BREAK_SYMBOL:
		return 0;
	case G_UNICODE_BREAK_OPEN_PUNCTUATION:
		return a != G_UNICODE_BREAK_OPEN_PUNCTUATION &&
		    a != G_UNICODE_BREAK_QUOTATION;
	case G_UNICODE_BREAK_NON_STARTER:
		return a != G_UNICODE_BREAK_OPEN_PUNCTUATION &&
		    a != G_UNICODE_BREAK_CLOSE_PUNCTUATION &&
		    a != G_UNICODE_BREAK_CLOSE_PARANTHESIS;
	case G_UNICODE_BREAK_BEFORE_AND_AFTER:
		return a != G_UNICODE_BREAK_OPEN_PUNCTUATION &&
		    a != G_UNICODE_BREAK_BEFORE_AND_AFTER;
	default:
		return a != G_UNICODE_BREAK_OPEN_PUNCTUATION;
	}
}

static int
breaks_after_spaces(const char *text, size_t word_end, size_t next)
{
	if (word_end != 0 && is_ascii_letter(text[word_end - 1]) &&
	    is_ascii_letter(text[next]))
		return 1;
	return breaks_over_spaces(class_before(text, text + word_end),
	    g_unichar_break_type(g_utf8_get_char(text + next)));
}

/* A new line is a wall: nothing before it is looked at. */
void
breaks_find(struct words *w, const char *text, size_t len, uint8_t *brk)
{
	size_t i = 0, end, wall = 0;

	memset(brk, 0, len + 1);
	while (i < len) {
		end = i;
		while (end < len && text[end] != ' ' && text[end] != '\n')
			end++;
		breaks_inside(w, text + i, end - i, brk + i);
		i = end;
		while (i < len && text[i] == ' ')
			i++;
		if (i < len && text[i] == '\n')
			wall = ++i;
		else if (i < len && i > end)
			brk[i] = (uint8_t)breaks_after_spaces(text + wall,
			    end - wall, i - wall);
	}
}
