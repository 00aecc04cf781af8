/*
 * check: the content model of every object of the profile (XSL 1.1, 6.4 to
 * 6.13), as two tables. Objects whose children are counted and ordered have a
 * row per child; objects that hold text, inlines or blocks have a set of
 * classes, and so has each object that can be such a child. A wrapper is as
 * its surroundings are.
 *
 * A cell, label, body, container or flow may be empty, though XSL wants a
 * block in it: nothing is lost by setting nothing.
 */
#include "fo/check.h"

#include <string.h>


enum { TEXT = 1, INLINE = 2, BLOCK = 4, MIXED = TEXT | INLINE | BLOCK };

#define ONE 1
#define MANY 2

/* In the order in which they stand. */
static const struct child_row {
	uint8_t parent, child;
	uint8_t min, max;
} children[] = {
    {FO_ROOT, FO_LAYOUT_MASTER_SET, 1, ONE},
    {FO_ROOT, FO_DECLARATIONS, 0, ONE},
    {FO_ROOT, FO_BOOKMARK_TREE, 0, ONE},
    {FO_ROOT, FO_PAGE_SEQUENCE, 1, MANY},
    {FO_LAYOUT_MASTER_SET, FO_SIMPLE_PAGE_MASTER, 1, MANY},
    {FO_LAYOUT_MASTER_SET, FO_PAGE_SEQUENCE_MASTER, 0, MANY},
    {FO_SIMPLE_PAGE_MASTER, FO_REGION_BODY, 1, ONE},
    {FO_SIMPLE_PAGE_MASTER, FO_REGION_BEFORE, 0, ONE},
    {FO_SIMPLE_PAGE_MASTER, FO_REGION_AFTER, 0, ONE},
    {FO_SIMPLE_PAGE_MASTER, FO_REGION_START, 0, ONE},
    {FO_SIMPLE_PAGE_MASTER, FO_REGION_END, 0, ONE},
    {FO_PAGE_SEQUENCE_MASTER, FO_SINGLE_PAGE_MASTER_REFERENCE, 0, MANY},
    {FO_PAGE_SEQUENCE_MASTER, FO_REPEATABLE_PAGE_MASTER_REFERENCE, 0, MANY},
    {FO_PAGE_SEQUENCE_MASTER, FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES, 0,
        MANY},
    {FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES,
        FO_CONDITIONAL_PAGE_MASTER_REFERENCE, 1, MANY},
    {FO_PAGE_SEQUENCE, FO_TITLE, 0, ONE},
    {FO_PAGE_SEQUENCE, FO_STATIC_CONTENT, 0, MANY},
    {FO_PAGE_SEQUENCE, FO_FLOW, 1, ONE},
    {FO_LIST_BLOCK, FO_LIST_ITEM, 1, MANY},
    {FO_LIST_ITEM, FO_LIST_ITEM_LABEL, 1, ONE},
    {FO_LIST_ITEM, FO_LIST_ITEM_BODY, 1, ONE},
    {FO_TABLE_AND_CAPTION, FO_TABLE_CAPTION, 0, ONE},
    {FO_TABLE_AND_CAPTION, FO_TABLE, 1, ONE},
    {FO_TABLE, FO_TABLE_COLUMN, 0, MANY},
    {FO_TABLE, FO_TABLE_HEADER, 0, ONE},
    {FO_TABLE, FO_TABLE_FOOTER, 0, ONE},
    {FO_TABLE, FO_TABLE_BODY, 1, MANY},
    {FO_TABLE_HEADER, FO_TABLE_ROW, 0, MANY},
    {FO_TABLE_FOOTER, FO_TABLE_ROW, 0, MANY},
    {FO_TABLE_BODY, FO_TABLE_ROW, 0, MANY},
    {FO_TABLE_HEADER, FO_TABLE_CELL, 0, MANY},
    {FO_TABLE_FOOTER, FO_TABLE_CELL, 0, MANY},
    {FO_TABLE_BODY, FO_TABLE_CELL, 0, MANY},
    {FO_TABLE_ROW, FO_TABLE_CELL, 0, MANY},
    {FO_FOOTNOTE, FO_INLINE, 1, ONE},
    {FO_FOOTNOTE, FO_FOOTNOTE_BODY, 1, ONE},
    {FO_BOOKMARK_TREE, FO_BOOKMARK, 1, MANY},
    {FO_BOOKMARK, FO_BOOKMARK_TITLE, 1, ONE},
    {FO_BOOKMARK, FO_BOOKMARK, 0, MANY},
};

#define ROWS (sizeof(children) / sizeof(children[0]))

/* Objects whose children have an order. */
static int
is_ordered(enum fo_type type)
{
	return type == FO_ROOT || type == FO_SIMPLE_PAGE_MASTER ||
	    type == FO_PAGE_SEQUENCE || type == FO_LIST_ITEM ||
	    type == FO_TABLE_AND_CAPTION || type == FO_TABLE ||
	    type == FO_FOOTNOTE || type == FO_BOOKMARK;
}

/* What objects of running content take. */
static const uint8_t takes[FO_TYPES] = {
    [FO_TITLE] = TEXT | INLINE, [FO_FLOW] = BLOCK,
    [FO_STATIC_CONTENT] = BLOCK, [FO_BLOCK] = MIXED,
    [FO_BLOCK_CONTAINER] = BLOCK, [FO_INLINE] = MIXED,
    [FO_BASIC_LINK] = MIXED,
    [FO_LIST_ITEM_LABEL] = BLOCK, [FO_LIST_ITEM_BODY] = BLOCK,
    [FO_TABLE_CAPTION] = BLOCK,
    [FO_TABLE_CELL] = BLOCK, [FO_FOOTNOTE_BODY] = BLOCK,
    [FO_MARKER] = MIXED,
    [FO_BOOKMARK_TITLE] = TEXT};

/* What they are as children. */
static const uint8_t classes[FO_TYPES] = {
    [FO_TEXT] = TEXT, [FO_BLOCK] = BLOCK, [FO_BLOCK_CONTAINER] = BLOCK,
    [FO_LIST_BLOCK] = BLOCK, [FO_TABLE] = BLOCK,
    [FO_TABLE_AND_CAPTION] = BLOCK, [FO_INLINE] = INLINE,
    [FO_CHARACTER] = INLINE, [FO_LEADER] = INLINE,
    [FO_PAGE_NUMBER] = INLINE, [FO_PAGE_NUMBER_CITATION] = INLINE,
    [FO_PAGE_NUMBER_CITATION_LAST] = INLINE,
    [FO_EXTERNAL_GRAPHIC] = INLINE, [FO_INSTREAM_FOREIGN_OBJECT] = INLINE,
    [FO_BASIC_LINK] = INLINE, [FO_FOOTNOTE] = INLINE,
    [FO_WRAPPER] = INLINE | BLOCK,
    [FO_RETRIEVE_MARKER] = INLINE | BLOCK,
    [FO_RETRIEVE_TABLE_MARKER] = INLINE | BLOCK};

int
check_is_placed(const struct fo_node *n)
{
	return n->type == FO_BLOCK_CONTAINER &&
	    fo_kw(n, PROP_ABSOLUTE_POSITION) != FO_KW_AUTO;
}

static const struct fo_node *
inside(const struct fo_node *n, enum fo_type type)
{
	while (n != NULL && n->type != type)
		n = n->parent;
	return n;
}

/* 6.13.5: among the first children of these, in a flow. */
static int
takes_marker(const struct fo_node *parent)
{
	switch (parent->type) {
	case FO_LIST_BLOCK:
	case FO_LIST_ITEM:
	case FO_TABLE_AND_CAPTION:
	case FO_TABLE:
	case FO_TABLE_HEADER:
	case FO_TABLE_FOOTER:
	case FO_TABLE_BODY:
	case FO_WRAPPER:
		break;
	default:
		if ((takes[parent->type] & BLOCK) == 0 ||
		    parent->type == FO_FLOW)
			return 0;
	}
	return inside(parent, FO_FLOW) != NULL &&
	    inside(parent, FO_MARKER) == NULL &&
	    inside(parent, FO_FOOTNOTE) == NULL;
}

/* 6.12.3: in a flow and not out of it; neither in another note nor in what is
   set elsewhere or more than once. */
static int
takes_footnote(const struct fo_node *parent)
{
	for (const struct fo_node *n = parent; n != NULL; n = n->parent)
		if (check_is_placed(n))
			return 0;
	return inside(parent, FO_FLOW) != NULL &&
	    inside(parent, FO_FOOTNOTE) == NULL &&
	    inside(parent, FO_MARKER) == NULL &&
	    inside(parent, FO_LEADER) == NULL;
}

static const struct child_row *
row_find(enum fo_type parent, enum fo_type child)
{
	for (size_t i = 0; i < ROWS; i++)
		if (children[i].parent == parent && children[i].child == child)
			return &children[i];
	return NULL;
}

_Static_assert(FO_TYPES <= 64, "a set of types is 64 bits");

enum check_place
check_child(const struct fo_node *parent, enum fo_type type, uint64_t had)
{
	const struct child_row *row = row_find(parent->type, type);
	const struct fo_node *around = parent;
	unsigned may;

	if (type == FO_MARKER)
		return takes_marker(parent) ? CHECK_FITS : CHECK_NOT;
	if (type == FO_RETRIEVE_MARKER &&
	    inside(parent, FO_STATIC_CONTENT) == NULL)
		return CHECK_NOT;
	if (type == FO_RETRIEVE_TABLE_MARKER &&
	    inside(parent, FO_TABLE_HEADER) == NULL &&
	    inside(parent, FO_TABLE_FOOTER) == NULL)
		return CHECK_NOT;
	if (type == FO_FOOTNOTE && !takes_footnote(parent))
		return CHECK_NOT;
	if (row != NULL)
		return row->max == MANY || (had >> type & 1) == 0
		    ? CHECK_FITS : CHECK_NOT;
	if (classes[type] == 0)
		return CHECK_NOT;
	while (around->type == FO_WRAPPER)
		around = around->parent;
	may = takes[around->type];
	if (may & classes[type])
		return CHECK_FITS;
	return may == BLOCK ? CHECK_WRAPS : CHECK_NOT;
}

/* --- all children together -------------------------------------------- */

static int
missing_check(const struct fo_node *n, struct diag *d)
{
	uint64_t has = 0;
	int status = 0;

	for (const struct fo_node *c = n->child; c != NULL; c = c->next)
		has |= UINT64_C(1) << c->type;
	for (size_t i = 0; i < ROWS; i++) {
		if (children[i].parent != n->type || children[i].min == 0 ||
		    (has >> children[i].child & 1))
			continue;
		diag_add(d, DIAG_F15, n->src, "fo:%s needs fo:%s",
		    fo_name(n->type), fo_name(children[i].child));
		status = -1;
	}
	return status;
}

static void
order_check(const struct fo_node *n, struct diag *d)
{
	const struct child_row *at = children;

	for (const struct fo_node *c = n->child; c != NULL; c = c->next) {
		const struct child_row *row = row_find(n->type, c->type);

		if (row == NULL)
			continue;
		if (row < at)
			diag_add(d, DIAG_F16, c->src, "fo:%s after fo:%s",
			    fo_name(c->type), fo_name(at->child));
		at = row;
	}
}

/* Markers are the first children, white space aside. */
static void
markers_check(const struct fo_node *n, struct diag *d)
{
	int begun = 0;

	for (const struct fo_node *c = n->child; c != NULL; c = c->next) {
		if (c->type == FO_MARKER && begun)
			diag_add(d, DIAG_F16, c->src,
			    "fo:marker after other content of fo:%s",
			    fo_name(n->type));
		begun |= c->type != FO_MARKER && c->type != FO_TEXT;
		for (size_t i = 0; c->type == FO_TEXT && i < c->len; i++)
			begun |= strchr(" \t\r\n", c->text[i]) == NULL;
	}
}

int
check_children(const struct fo_node *n, struct diag *d)
{
	if (is_ordered(n->type))
		order_check(n, d);
	markers_check(n, d);
	return missing_check(n, d);
}

/* --- what was left out ------------------------------------------------- */

/* The next node in document order below top. */
static const xmlNode *
next_below(const xmlNode *n, const xmlNode *top)
{
	if (n->children != NULL && n->type == XML_ELEMENT_NODE)
		return n->children;
	while (n != top && n->next == NULL)
		n = n->parent;
	return n == top ? NULL : n->next;
}

/* Where a UTF-8 string of n bytes that was cut off must end. */
static size_t
whole_characters(const char *s, size_t n)
{
	size_t at = n;
	unsigned char lead;

	while (at > 0 && ((unsigned char)s[at - 1] & 0xC0) == 0x80)
		at--;
	if (at == 0)
		return 0;
	lead = (unsigned char)s[at - 1];
	return at + (lead >= 0xC0) + (lead >= 0xE0) + (lead >= 0xF0) <= n
	    ? n : at - 1;
}

/* The text of an element, white space collapsed, as far as it fits. */
static size_t
excerpt(const xmlNode *top, char *to, size_t size)
{
	size_t n = 0;

	for (const xmlNode *x = top; x != NULL && n + 1 < size;
	    x = next_below(x, top)) {
		const char *s = x->type == XML_TEXT_NODE ||
		    x->type == XML_CDATA_SECTION_NODE
		    ? (const char *)x->content : "";

		for (; s != NULL && *s != '\0' && n + 1 < size; s++) {
			const int white = strchr(" \t\r\n", *s) != NULL;

			if (!white)
				to[n++] = *s;
			else if (n > 0 && to[n - 1] != ' ')
				to[n++] = ' ';
		}
	}
	n = whole_characters(to, n);
	while (n > 0 && to[n - 1] == ' ')
		n--;
	to[n] = '\0';
	return n;
}

void
check_left_out(struct diag *d, enum diag_code code, struct src src,
    const xmlNode *xml, const char *parent)
{
	const char *prefix = xml->ns != NULL ? (const char *)xml->ns->prefix
	                                     : NULL;
	char text[80];
	const size_t n = excerpt(xml, text, sizeof(text));

	if (xml->type != XML_ELEMENT_NODE)
		diag_add(d, code, src, "\"%s\" in fo:%s", text, parent);
	else if (n == 0)
		diag_add(d, code, src, "%s%s%s in fo:%s, without text",
		    prefix != NULL ? prefix : "", prefix != NULL ? ":" : "",
		    (const char *)xml->name, parent);
	else
		diag_add(d, code, src, "%s%s%s in fo:%s with \"%s\"",
		    prefix != NULL ? prefix : "", prefix != NULL ? ":" : "",
		    (const char *)xml->name, parent, text);
}
