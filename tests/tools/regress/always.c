/*
 * What must hold of every document, whatever its case checks: no text of the
 * flows is lost, added or moved; what is painted lies in a region of its page;
 * an id is one destination.
 *
 * Text. Both sides go by structure element: the formatting objects' text in
 * the order of tags, with white space as its properties want it, against
 * area_text. White space where a line may or must end can be there or not,
 * page numbers are known to the pages only; so the objects' side is a pattern:
 *
 *     ANY_DIGITS   a page number, or the question mark in place of one
 *     MAYBE_SPACE  a space or nothing
 *     ANY_TEXT     what a table's header or footer retrieves
 */
#include "regress.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "area/axes.h"
#include "fo/master.h"

#define ANY_DIGITS '\1'
#define MAYBE_SPACE '\2'
#define ANY_TEXT '\3'

/* --- text -------------------------------------------------------------- */

/* Text of each structure element. */
struct gather {
	struct buf *of;
	size_t tags;
};

static void
add(struct gather *g, uint32_t tag, int c)
{
	if (tag != 0 && tag < g->tags)
		buf_putc(&g->of[tag], c);
}

/* U+00AD and U+200B are not in lines unless one ends there. */
static size_t
invisible_length(const char *s, size_t len)
{
	if (len >= 2 && memcmp(s, "\xc2\xad", 2) == 0)
		return 2;
	return len >= 3 && memcmp(s, "\xe2\x80\x8b", 3) == 0 ? 3 : 0;
}

/* U+2028 and U+2029 end a line. */
static int
is_separator(const char *s, size_t len)
{
	return len >= 3 && (memcmp(s, "\xe2\x80\xa8", 3) == 0 ||
	    memcmp(s, "\xe2\x80\xa9", 3) == 0);
}

/* White space that is surely a single space between two words. */
static int
is_plain_space(const struct fo_node *n, char c)
{
	return fo_kw(n, PROP_WHITE_SPACE_TREATMENT) ==
	    FO_KW_IGNORE_IF_SURROUNDING_LINEFEED &&
	    fo_kw(n, PROP_WHITE_SPACE_COLLAPSE) == FO_KW_TRUE &&
	    (c != '\n' || fo_kw(n, PROP_LINEFEED_TREATMENT) ==
	    FO_KW_TREAT_AS_SPACE);
}

static void
gather_text(struct gather *g, const struct fo_node *n, uint32_t tag,
    const char *s, size_t len)
{
	size_t skip;

	for (size_t i = 0; i < len; i++) {
		skip = invisible_length(s + i, len - i);
		if (is_separator(s + i, len - i)) {
			add(g, tag, MAYBE_SPACE);
			skip = 3;
		}
		if (skip != 0)
			i += skip - 1;
		else if (strchr(" \t\r\n", s[i]) == NULL)
			add(g, tag, s[i]);
		else
			add(g, tag, is_plain_space(n, s[i]) ? ' ' :
			    MAYBE_SPACE);
	}
}

/* What is set in no flow. */
static int
is_elsewhere(enum fo_type type)
{
	return type == FO_LAYOUT_MASTER_SET || type == FO_DECLARATIONS ||
	    type == FO_BOOKMARK_TREE || type == FO_TITLE ||
	    type == FO_STATIC_CONTENT || type == FO_MARKER;
}

static int
is_inline(enum fo_type type)
{
	return type == FO_TEXT || type == FO_INLINE || type == FO_WRAPPER ||
	    type == FO_BASIC_LINK || type == FO_FOOTNOTE ||
	    type == FO_CHARACTER ||
	    type == FO_LEADER || type == FO_EXTERNAL_GRAPHIC ||
	    type == FO_INSTREAM_FOREIGN_OBJECT;
}

static void
gather_node(struct gather *g, const struct fo_node *n, uint32_t tag)
{
	uint32_t outer = tag;

	if (is_elsewhere(n->type))
		return;
	if (n->tag != 0)
		tag = n->tag;
	else if (n->type != FO_TEXT &&
	    fo_kw(n, PROP_ARTIFACT) == FO_KW_TRUE)
		tag = 0;
	if (n->type == FO_TEXT)
		gather_text(g, n, tag, n->text, n->len);
	else if (n->type == FO_CHARACTER)
		gather_text(g, n, tag, fo_str(n, PROP_CHARACTER),
		    strlen(fo_str(n, PROP_CHARACTER)));
	else if (n->type == FO_PAGE_NUMBER ||
	    n->type == FO_PAGE_NUMBER_CITATION ||
	    n->type == FO_PAGE_NUMBER_CITATION_LAST)
		add(g, tag, ANY_DIGITS);
	else if (n->type == FO_RETRIEVE_TABLE_MARKER)
		add(g, tag, ANY_TEXT);
	else if (!is_inline(n->type))
		add(g, outer, MAYBE_SPACE);
	for (const struct fo_node *c = n->child; c != NULL; c = c->next)
		gather_node(g, c, tag);
	if (!is_inline(n->type))
		add(g, tag, MAYBE_SPACE);
}

/* Runs of white space as one; one that may be missing makes it all so. */
static void
squeeze(struct buf *b, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		int c = s[i] == '\n' ? ' ' : s[i];
		char *last = b->len == 0 ? NULL : &b->data[b->len - 1];
		size_t skip = invisible_length(s + i, len - i);

		if (skip != 0)
			i += skip - 1;
		else if (last == NULL || !strchr(" \2", c) ||
		    !strchr(" \2", *last))
			buf_putc(b, c);
		else if (c == MAYBE_SPACE)
			*last = MAYBE_SPACE;
	}
}

/* Whether the text fits the pattern; how much of it did at best is *most. */
static int
fits(const char *p, const char *t, const char **most)
{
	size_t n = 0;

	for (;; p++, t++) {
		if (t > *most)
			*most = t;
		while (*p == MAYBE_SPACE) {
			p++;
			t += *t == ' ';
		}
		if (*p == ANY_DIGITS || *p == ANY_TEXT || *p == '\0' ||
		    tolower((unsigned char)*p) != tolower((unsigned char)*t))
			break;
	}
	if (*p != ANY_DIGITS && *p != ANY_TEXT)
		return *p == *t;
	while (*p == ANY_TEXT ? t[n] != '\0' :
	    isalnum((unsigned char)t[n]) || t[n] == '?')
		n++;
	while (!fits(p + 1, t + n, most))
		if (n-- == 0)
			return 0;
	return 1;
}

static void
check_text(const struct setting *s, struct verdict *v)
{
	struct gather g = {.tags = s->doc->tags};
	struct buf fo = {0}, all = {0}, areas = {0}, found = {0};
	const char *most;

	g.of = mem_alloc(g.tags * sizeof(*g.of));
	memset(g.of, 0, g.tags * sizeof(*g.of));
	gather_node(&g, s->tree->root, 0);
	buf_putc(&all, MAYBE_SPACE);
	for (size_t i = 1; i < g.tags; i++) {
		buf_add(&all, g.of[i].data, g.of[i].len);
		buf_putc(&all, MAYBE_SPACE);
		buf_free(&g.of[i]);
	}
	free(g.of);
	squeeze(&fo, all.data, all.len);
	area_text(s->doc, &areas);
	buf_puts(&found, "");
	squeeze(&found, areas.data, areas.len);
	most = found.data;
	if (!fits(fo.data, found.data, &most))
		verdict_fail(v, "text is not conserved from \"%.40s\" on",
		    most);
	buf_free(&fo);
	buf_free(&all);
	buf_free(&areas);
	buf_free(&found);
}

/* --- regions ----------------------------------------------------------- */

struct bounds {
	const struct area_page *page;
	struct fo_page_master master;
	struct verdict *verdict;
};

static int
in_region(const struct fo_region *r, mpt x0, mpt y0, mpt x1, mpt y1)
{
	return mpt_min(x0, x1) >= r->x && mpt_max(x0, x1) <= r->x + r->w &&
	    mpt_min(y0, y1) >= r->y && mpt_max(y0, y1) <= r->y + r->h;
}

/* Of text the baseline must lie in a region, of the rest everything. */
static void
check_leaf(struct bounds *b, const struct area *a, const struct axes *axes)
{
	mpt bottom = a->y + (a->kind == AREA_TEXT ? 0 : a->h);
	mpt x0 = axes_x(axes, a->x, a->y), y0 = axes_y(axes, a->x, a->y);
	mpt x1 = axes_x(axes, a->x + a->w, bottom);
	mpt y1 = axes_y(axes, a->x + a->w, bottom);

	for (int i = 0; i < FO_REGIONS; i++)
		if (b->master.region[i].node != NULL &&
		    in_region(&b->master.region[i], x0, y0, x1, y1))
			return;
	verdict_fail(b->verdict, "page %s: an area at %g %g to %g %g lies in "
	    "no region", b->page->label, mpt_to_pt(x0), mpt_to_pt(y0),
	    mpt_to_pt(x1), mpt_to_pt(y1));
}

static void
check_bounds(struct bounds *b, const struct area *a, struct axes axes)
{
	if (a->kind == AREA_TEXT || a->kind == AREA_RULE ||
	    a->kind == AREA_IMAGE)
		check_leaf(b, a, &axes);
	axes = axes_inside(&axes, a);
	for (const struct area *c = a->child; c != NULL; c = c->next)
		if (!c->placed)
			check_bounds(b, c, axes);
}

/* Documents that were told to overflow are not looked at. */
static int
overflows(const struct diag *d)
{
	return diag_count(d, DIAG_L04) + diag_count(d, DIAG_P03) +
	    diag_count(d, DIAG_P10) + diag_count(d, DIAG_P11) +
	    diag_count(d, DIAG_P15) + diag_count(d, DIAG_P16) > 0;
}

static void
check_pages(const struct setting *s, struct verdict *v)
{
	for (size_t i = 0; i < s->doc->pages && !overflows(s->diag); i++) {
		struct bounds b = {.page = &s->doc->page[i], .verdict = v};
		const struct fo_node *n = map_find(s->tree->masters,
		    b.page->master);

		if (n == NULL) {
			verdict_fail(v, "page %s has no master of the "
			    "document", b.page->label);
			continue;
		}
		fo_master_measure(n, &b.master);
		check_bounds(&b, b.page->area, axes_page());
	}
}

/* --- destinations ------------------------------------------------------ */

static size_t
dest_count(const struct area_doc *doc, const char *name)
{
	size_t n = 0;

	for (size_t i = 0; i < doc->dests; i++)
		n += strcmp(doc->dest[i].name, name) == 0;
	return n;
}

/* Set in the flow, and so on some page. */
static int
is_in_flow(const struct fo_node *n)
{
	int flow = 0;

	if (n->type == FO_TABLE_COLUMN)
		return 0;
	for (; n != NULL; n = n->parent) {
		if (n->type == FO_MARKER || n->type == FO_LEADER)
			return 0;
		flow |= n->type == FO_FLOW;
	}
	return flow;
}

static void
check_ids(const struct setting *s, struct verdict *v)
{
	for (size_t i = 0; i < map_count(s->tree->ids); i++) {
		const struct map_entry *e = map_at(s->tree->ids, i);
		size_t n = dest_count(s->doc, e->key);

		if (n > 1 || (n == 0 && is_in_flow(e->value)))
			verdict_fail(v, "id %s has %zu destinations", e->key,
			    n);
	}
}

void
always_check(const struct setting *s, struct verdict *v)
{
	if (s->doc == NULL)
		return;
	check_text(s, v);
	check_pages(s, v);
	check_ids(s, v);
}
