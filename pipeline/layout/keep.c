/*
 * Keeps, breaks, widows and orphans (XSL 1.1, 4.8 and 7.20) as strengths of
 * gaps. A gap is as strong as the strongest of
 *
 *     keep-with-next       of every object that ends in it,
 *     keep-with-previous   of every object that begins in it,
 *     keep-together        of every object that encloses both sides,
 *     widows and orphans   when both sides are lines of one paragraph.
 *
 * Strengths are 1 to 254 as written, "always" is 255; widows and orphans
 * stand among them as KEEP_WIDOW. A keep on the first or last object inside
 * another holds for the outer one as well, since they share that edge; out of
 * a table cell or list item it passes through struct ends.
 */
#include "layout/build.h"

int
keep_of(const struct fo_node *n, enum fo_prop prop)
{
	return fo_keep(n, prop, FO_WITHIN_PAGE) +
	    256 * fo_keep(n, prop, FO_WITHIN_COLUMN);
}

uint8_t
keep_page(int strength)
{
	return (uint8_t)(strength % 256);
}

int
keep_stronger(int a, int b)
{
	int page = a % 256 > b % 256 ? a % 256 : b % 256;

	return page + (a / 256 > b / 256 ? a / 256 : b / 256) * 256;
}

int
keep_weaker(int a, int b)
{
	int page = a % 256 < b % 256 ? a % 256 : b % 256;

	return page + (a / 256 < b / 256 ? a / 256 : b / 256) * 256;
}

void
keep_item(struct item *it, int strength)
{
	it->keep = keep_page(strength);
	it->keep_column = (uint8_t)(strength / 256);
}

void
gap_keep(struct build *b, int strength)
{
	b->gap.keep = keep_stronger(b->gap.keep, strength);
}

int
keep_lines(const struct fo_node *block, size_t i, size_t n)
{
	int64_t orphans = fo_int(block, PROP_ORPHANS);
	int64_t widows = fo_int(block, PROP_WIDOWS);

	return (int64_t)(i + 1) < orphans || (int64_t)(n - i - 1) < widows
	    ? KEEP_BOTH(KEEP_WIDOW) : KEEP_NONE;
}

enum ask
break_of(const struct fo_node *n, enum fo_prop prop)
{
	switch (fo_kw(n, prop)) {
	case FO_KW_COLUMN:
		return ASK_COLUMN;
	case FO_KW_PAGE:
		return ASK_PAGE;
	case FO_KW_ODD_PAGE:
		return ASK_ODD;
	case FO_KW_EVEN_PAGE:
		return ASK_EVEN;
	default:
		return ASK_NONE;
	}
}

/* One break serves both; a page's is also a column's, and of two parities the
   later one counts. */
enum ask
ask_both(enum ask first, enum ask second)
{
	return second > ASK_PAGE || second > first ? second : first;
}

void
ends_join(struct ends *all, const struct ends *e)
{
	all->keep_before = keep_stronger(all->keep_before, e->keep_before);
	all->keep_after = keep_stronger(all->keep_after, e->keep_after);
	all->break_before = ask_both(all->break_before, e->break_before);
	all->break_after = ask_both(all->break_after, e->break_after);
}
