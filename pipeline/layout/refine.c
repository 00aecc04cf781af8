/*
 * In: the characters of text nodes, in order. Out: the paragraph's text as
 * its lines will hold it: line feeds treated, white space collapsed and
 * trimmed (XSL 1.1, 7.16.7, 7.16.8, 7.16.12), case changed (7.17.6).
 *
 * The state between two characters is small: whether the last one was a space
 * that swallows the next (spaced), and whether nothing but white space came
 * since the paragraph or the line began (line_start). A tab is a space; where
 * white space is preserved and not collapsed it is as many as lead to the next
 * column that is a multiple of TAB (XSL leaves it open).
 */
#include "layout/text.h"

#include <string.h>

#define TAB 8

/* How a node treats its white space. */
struct treatment {
	enum fo_kw linefeed, space;
	int collapse;
};

static struct treatment
treatment_of(const struct fo_node *n)
{
	return (struct treatment){
	    .linefeed = fo_kw(n, PROP_LINEFEED_TREATMENT),
	    .space = fo_kw(n, PROP_WHITE_SPACE_TREATMENT),
	    .collapse = fo_kw(n, PROP_WHITE_SPACE_COLLAPSE) != FO_KW_FALSE,
	};
}

static int
goes_after_linefeed(enum fo_kw space)
{
	return space == FO_KW_IGNORE ||
	    space == FO_KW_IGNORE_IF_AFTER_LINEFEED ||
	    space == FO_KW_IGNORE_IF_SURROUNDING_LINEFEED;
}

static int
goes_before_linefeed(enum fo_kw space)
{
	return space == FO_KW_IGNORE ||
	    space == FO_KW_IGNORE_IF_BEFORE_LINEFEED ||
	    space == FO_KW_IGNORE_IF_SURROUNDING_LINEFEED;
}

/* --- appending --------------------------------------------------------- */

static void
text_append(struct para *p, const char *s, size_t len)
{
	char *old = p->text;

	if (len == 0)
		return;
	if (p->len + len > p->text_cap) {
		p->text_cap = 2 * (p->len + len) + 256;
		p->text = arena_alloc(p->words->arena, p->text_cap);
		if (p->len != 0)
			memcpy(p->text, old, p->len);
	}
	memcpy(p->text + p->len, s, len);
	p->len += len;
}

static struct run *
run_push(struct para *p, enum run_kind kind, const struct span *span)
{
	struct run *r = &ARENA_PUSH(p->words->arena, p->run, p->runs,
	    p->runs_cap);

	*r = (struct run){.kind = kind, .span = span, .at = p->len,
	    .node = span->node};
	return r;
}

/* Text of span: it lengthens the last run where that is of the same span. */
static void
run_stretch(struct para *p, const struct span *span, const char *s, size_t len)
{
	struct run *r = p->runs == 0 ? NULL : &p->run[p->runs - 1];

	if (r == NULL || r->kind != RUN_TEXT || r->span != span)
		r = run_push(p, RUN_TEXT, span);
	text_append(p, s, len);
	r->len += len;
}

/* Bytes of s that are small letters, or are none. */
static size_t
case_length(const char *s, size_t len, int small)
{
	const char *at = s;

	while (at < s + len &&
	    !!g_unichar_islower(g_utf8_get_char(at)) == small)
		at = g_utf8_next_char(at);
	return (size_t)(at - s);
}

static void
run_text(struct para *p, const struct span *span, const char *s, size_t len)
{
	int small = 0;
	size_t n;

	if (span->small == NULL) {
		run_stretch(p, span, s, len);
		return;
	}
	for (; len > 0; s += n, len -= n, small = !small) {
		n = case_length(s, len, small);
		if (n != 0)
			run_stretch(p, small ? span->small : span, s, n);
	}
}

struct run *
refine_object(struct para *p, enum run_kind kind, const struct span *span,
    const char *stand_in)
{
	struct run *r = run_push(p, kind, span);

	r->len = strlen(stand_in);
	text_append(p, stand_in, r->len);
	if (r->len != 0) {
		p->spaced = 0;
		p->line_start = 0;
	}
	return r;
}

/* --- the ends of lines ------------------------------------------------- */

static void
run_trim(struct para *p, struct run *r)
{
	while (r->len != 0 && p->text[p->len - 1] == ' ') {
		r->len--;
		p->len--;
	}
}

/* Spaces at the end go, unless their span keeps them. */
void
refine_end(struct para *p)
{
	size_t i = p->runs;

	while (i-- > 0) {
		struct run *r = &p->run[i];

		if (r->kind == RUN_TEXT && goes_before_linefeed(
		    fo_kw(r->span->node, PROP_WHITE_SPACE_TREATMENT)))
			run_trim(p, r);
		if (r->len != 0)
			break;
	}
	while (++i < p->runs)
		if (p->run[i].at > p->len)
			p->run[i].at = p->len;
}

void
refine_break(struct para *p, const struct span *span)
{
	refine_end(p);
	refine_object(p, RUN_BREAK, span, "\n");
	p->line_start = 1;
	p->column = 0;
	p->counted = p->len;
}

/* --- characters -------------------------------------------------------- */

static void
add_space(struct para *p, const struct span *span, const struct treatment *t)
{
	if (p->line_start && goes_after_linefeed(t->space))
		return;
	if (t->collapse && p->spaced)
		return;
	run_text(p, span, " ", 1);
	p->spaced = (uint8_t)t->collapse;
}

/* The cost is that of the text since the last tab. */
static void
add_tab(struct para *p, const struct span *span, const struct treatment *t)
{
	if (t->collapse || t->space != FO_KW_PRESERVE) {
		add_space(p, span, t);
		return;
	}
	for (; p->counted < p->len; p->counted++)
		p->column += (p->text[p->counted] & 0xc0) != 0x80;
	do {
		add_space(p, span, t);
		p->counted++;
	} while (++p->column % TAB != 0);
}

static void
add_linefeed(struct para *p, const struct span *span,
    const struct treatment *t)
{
	switch (t->linefeed) {
	case FO_KW_IGNORE:
		break;
	case FO_KW_PRESERVE:
		refine_break(p, span);
		break;
	case FO_KW_TREAT_AS_ZERO_WIDTH_SPACE:
		run_text(p, span, "\xe2\x80\x8b", 3);
		break;
	default:
		add_space(p, span, t);
	}
}

static int
is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* U+2028 or U+2029. */
static int
is_separator(const char *s, size_t len)
{
	return len >= 3 && memcmp(s, "\xe2\x80", 2) == 0 &&
	    (s[2] == '\xa8' || s[2] == '\xa9');
}

/* Bytes up to the next white space or separator. */
static size_t
solid_length(const char *s, size_t len)
{
	size_t i = 0;

	while (i < len && !is_white(s[i]) && !(s[i] == '\xe2' &&
	    is_separator(s + i, len - i)))
		i++;
	return i;
}

static void
add_text(struct para *p, const struct span *span, const char *s, size_t len)
{
	struct treatment t = treatment_of(span->node);
	size_t n;

	for (size_t i = 0; i < len; i += n) {
		n = solid_length(s + i, len - i);
		if (n != 0) {
			run_text(p, span, s + i, n);
			p->spaced = 0;
			p->line_start = 0;
			continue;
		}
		n = 1;
		if (s[i] == '\n')
			add_linefeed(p, span, &t);
		else if (!is_white(s[i])) {
			n = 3;
			refine_break(p, span);
		} else if (t.space == FO_KW_IGNORE)
			continue;
		else if (s[i] == '\t')
			add_tab(p, span, &t);
		else
			add_space(p, span, &t);
	}
}

/* The first letter of each word as a capital; owned by the caller. */
static char *
capitalize(const struct para *p, const char *s, size_t len)
{
	GString *out = g_string_sized_new(len + 8);
	int inside = p->len != 0 && g_unichar_isalnum(g_utf8_get_char(
	    g_utf8_prev_char(p->text + p->len)));

	for (const char *end = s + len; s < end; s = g_utf8_next_char(s)) {
		gunichar c = g_utf8_get_char(s);

		g_string_append_unichar(out,
		    inside ? c : g_unichar_totitle(c));
		inside = g_unichar_isalnum(c) || (inside &&
		    (c == '\'' || c == 0x2019 || g_unichar_ismark(c)));
	}
	return g_string_free(out, FALSE);
}

void
refine_text(struct para *p, const struct span *span, const char *s,
    size_t len)
{
	char *changed = NULL;

	switch (fo_kw(span->node, PROP_TEXT_TRANSFORM)) {
	case FO_KW_UPPERCASE:
		changed = g_utf8_strup(s, (gssize)len);
		break;
	case FO_KW_LOWERCASE:
		changed = g_utf8_strdown(s, (gssize)len);
		break;
	case FO_KW_CAPITALIZE:
		changed = capitalize(p, s, len);
		break;
	default:
		add_text(p, span, s, len);
		return;
	}
	add_text(p, span, changed, strlen(changed));
	g_free(changed);
}
