/*
 * The logical structure. In: the tree of formatting objects. Out: one tag for
 * each object that a reader's program should know of (ISO 32000-1, 14.8.4),
 * in the order of the tree, and fo_node.tag.
 *
 *     page-sequence     Part               basic-link    Link
 *     block             P, or Div around   graphics      Figure
 *                       other blocks       inline        Span, only with a
 *     list-block        L > LI > Lbl,                    role, alt text or
 *                       LBody                            language of its own
 *     table             Table > Caption, THead, TBody, TFoot > TR > TH, TD;
 *                       TH in a header and in a column with fox:header
 *     footnote          Reference for the inline that calls it, Note
 *
 * role names another type. An object without an element is transparent: its
 * content belongs to the element around it. So are role="none", blocks inside
 * a paragraph or heading, and parts of lists and tables whose parent is not
 * what it must be. A Note follows the paragraph that it is called in, as it is
 * read, and so does a container that is out of the flow; its parent is that
 * of the paragraph. Static content, markers, leaders
 * and mp:artifact have no element at all: tag 0.
 */
#include <string.h>

#include "layout/grid.h"

struct tagger {
	struct area_doc *doc;
	struct diag *diag;
	struct layout grid;  /* for grid_read, which reports to nobody here */
	struct fo_node **note; /* footnote-bodies, and containers out of the
	                          flow, whose paragraph goes on */
	size_t notes, notes_cap;
};

/* What an object stands in. */
struct under {
	uint32_t tag;
	const char *lang;
	int depth;
	int heads;           /* a cell of a column that heads the rows */
};

static void tag_object(struct tagger *, struct fo_node *, struct under);

/* --- roles -------------------------------------------------------------- */

#define NO_ROLE TAG_ROLES

static int
is_leaf(enum tag_role r)
{
	return r == TAG_P || (r >= TAG_H1 && r <= TAG_H6) || r == TAG_LBL ||
	    r == TAG_SPAN || r == TAG_QUOTE || r == TAG_REFERENCE ||
	    r == TAG_CODE || r == TAG_LINK || r == TAG_FIGURE ||
	    r == TAG_FORMULA || r == TAG_TOCI;
}

int
has_content(const struct fo_node *parent)
{
	for (const struct fo_node *n = parent->child; n != NULL; n = n->next) {
		if (n->type == FO_MARKER || n->type == FO_LEADER)
			continue;
		if (n->type == FO_TEXT) {
			for (size_t i = 0; i < n->len; i++)
				if (strchr(" \t\r\n", n->text[i]) == NULL)
					return 1;
		} else if (n->child == NULL ? n->type != FO_BLOCK &&
		    n->type != FO_INLINE && n->type != FO_WRAPPER
		    : has_content(n)) {
			return 1;
		}
	}
	return 0;
}

static enum tag_role
block_role(const struct fo_node *n, enum tag_role parent)
{
	if (is_leaf(parent) || !has_content(n))
		return NO_ROLE;
	return has_blocks(n) ? TAG_DIV : TAG_P;
}

static enum tag_role
cell_role(const struct fo_node *n)
{
	while (n->type != FO_TABLE_HEADER && n->type != FO_TABLE)
		n = n->parent;
	return n->type == FO_TABLE_HEADER ? TAG_TH : TAG_TD;
}

static enum tag_role
inline_role(const struct fo_node *n)
{
	return n->parent->type == FO_FOOTNOTE ? TAG_REFERENCE : NO_ROLE;
}

static enum tag_role
role_if(int allowed, enum tag_role r)
{
	return allowed ? r : NO_ROLE;
}

/* The type of an object without a role, inside an element of type parent. */
static enum tag_role
default_role(const struct fo_node *n, enum tag_role parent, int heads)
{
	int item = parent == TAG_LI || parent == TAG_TOCI;

	switch (n->type) {
	case FO_PAGE_SEQUENCE:
		return TAG_PART;
	case FO_BLOCK:
		return block_role(n, parent);
	case FO_LIST_BLOCK:
		return TAG_L;
	case FO_LIST_ITEM:
		return parent == TAG_TOC ? TAG_TOCI
		    : role_if(parent == TAG_L, TAG_LI);
	case FO_LIST_ITEM_LABEL:
		return role_if(item, TAG_LBL);
	case FO_LIST_ITEM_BODY:
		return role_if(item, TAG_LBODY);
	case FO_TABLE:
		return TAG_TABLE;
	case FO_TABLE_CAPTION:
		return role_if(parent == TAG_TABLE, TAG_CAPTION);
	case FO_TABLE_HEADER:
		return role_if(parent == TAG_TABLE, TAG_THEAD);
	case FO_TABLE_BODY:
		return role_if(parent == TAG_TABLE, TAG_TBODY);
	case FO_TABLE_FOOTER:
		return role_if(parent == TAG_TABLE, TAG_TFOOT);
	case FO_TABLE_ROW:
		return role_if(parent >= TAG_TABLE && parent <= TAG_TFOOT,
		    TAG_TR);
	case FO_TABLE_CELL:
		return role_if(parent == TAG_TR, heads ? TAG_TH : cell_role(n));
	case FO_INLINE:
		return inline_role(n);
	case FO_FOOTNOTE_BODY:
		return TAG_NOTE;
	case FO_BASIC_LINK:
		return TAG_LINK;
	case FO_EXTERNAL_GRAPHIC:
	case FO_INSTREAM_FOREIGN_OBJECT:
		return TAG_FIGURE;
	default:
		return NO_ROLE;
	}
}

static enum tag_role
role_of(struct tagger *t, const struct fo_node *n, enum tag_role parent,
    int heads)
{
	const char *name = fo_str(n, PROP_ROLE);
	enum tag_role r = tag_role_find(name);

	if (strcmp(name, "none") == 0)
		return NO_ROLE;
	if (name[0] == '\0')
		return default_role(n, parent, heads);
	if (r != TAG_ROLES && r != TAG_ARTIFACT)
		return r;
	diag_add(t->diag, DIAG_L47, n->src, "%s", name);
	return default_role(n, parent, heads);
}

/* --- one element -------------------------------------------------------- */

/* BCP 47, or "" where nothing is known. */
static const char *
lang_of(struct tagger *t, const struct fo_node *n)
{
	const char *lang = fo_str(n, PROP_XML_LANG);
	const char *language = fo_str(n, PROP_LANGUAGE);
	const char *country = fo_str(n, PROP_COUNTRY);

	if (lang[0] != '\0' || strcmp(language, "none") == 0)
		return lang;
	if (country[0] == '\0' || strcmp(country, "none") == 0)
		return language;
	return arena_printf(t->doc->arena, "%s-%s", language, country);
}

static enum tag_scope
scope_of(const struct fo_node *n)
{
	switch (fo_kw(n, PROP_SCOPE)) {
	case FO_KW_COLUMN:
		return SCOPE_COLUMN;
	case FO_KW_ROW:
		return SCOPE_ROW;
	case FO_KW_BOTH:
		return SCOPE_BOTH;
	default:
		return cell_role(n) == TAG_TH ? SCOPE_COLUMN : SCOPE_ROW;
	}
}

static const char *
or_null(const char *s)
{
	return s[0] == '\0' ? NULL : s;
}

static uint32_t
tag_push(struct tagger *t, struct area_tag tag)
{
	struct area_doc *d = t->doc;

	tag.colspan = tag.colspan > 0 ? tag.colspan : 1;
	tag.rowspan = tag.rowspan > 0 ? tag.rowspan : 1;
	ARENA_PUSH(d->arena, d->tag, d->tags, d->tags_cap) = tag;
	return (uint32_t)(d->tags - 1);
}

static void
tag_fill(struct area_tag *tag, const struct fo_node *n)
{
	tag->alt = or_null(fo_str(n, PROP_ALT_TEXT));
	tag->id = n->id;
	tag->src = n->src;
	if (n->type == FO_BASIC_LINK) {
		tag->dest = or_null(fo_str(n, PROP_INTERNAL_DESTINATION));
		tag->uri = or_null(fo_str(n, PROP_EXTERNAL_DESTINATION));
	}
	if (n->type == FO_TABLE_CELL) {
		tag->headers = or_null(fo_str(n, PROP_HEADERS));
		if (tag->role == TAG_TH)
			tag->scope = scope_of(n);
	}
}

/* Give the object its tag; what its children stand in. */
static struct under
tag_self(struct tagger *t, struct fo_node *n, struct under u,
    const struct grid_cell *cell)
{
	struct area_tag tag = {.parent = u.tag};
	const char *lang = lang_of(t, n);
	int speaks = strcmp(lang, u.lang) != 0 && lang[0] != '\0';

	tag.role = role_of(t, n, t->doc->tag[u.tag].role, u.heads);
	u.heads = 0;
	tag_fill(&tag, n);
	if (tag.role == NO_ROLE && n->type == FO_INLINE &&
	    strcmp(fo_str(n, PROP_ROLE), "none") != 0 &&
	    (speaks || tag.alt != NULL))
		tag.role = TAG_SPAN;
	if (tag.role == TAG_FIGURE && tag.alt == NULL)
		diag_add(t->diag, DIAG_L48, n->src, "fo:%s%s%s",
		    fo_name(n->type), n->type == FO_EXTERNAL_GRAPHIC ? " " :
		    "", n->type == FO_EXTERNAL_GRAPHIC ? fo_str(n, PROP_SRC) :
		    "");
	if (tag.role != NO_ROLE) {
		if (speaks)
			tag.lang = u.lang = lang;
		if (cell != NULL) {
			tag.colspan = cell->cols;
			tag.rowspan = cell->rows;
		}
		u.tag = tag_push(t, tag);
	}
	n->tag = u.tag;
	u.depth++;
	return u;
}

static void
tag_children(struct tagger *t, struct fo_node *n, struct under u)
{
	if (u.depth > LAYOUT_DEPTH)
		return;
	for (struct fo_node *c = n->child; c != NULL; c = c->next)
		tag_object(t, c, u);
}

/* --- footnotes ---------------------------------------------------------- */

/* Whether a Note may stand beside what is in an element of that type. */
static int
takes_notes(enum tag_role r)
{
	return !is_leaf(r) && r != TAG_L && r != TAG_LI && r != TAG_TOC &&
	    (r < TAG_TABLE || r > TAG_TR);
}

/* The notes called so far, in an element. */
static void
tag_notes(struct tagger *t, struct under u)
{
	size_t n = t->notes;

	t->notes = 0;
	for (size_t i = 0; i < n; i++)
		tag_children(t, t->note[i], tag_self(t, t->note[i], u, NULL));
}

/* n has ended: notes called in it follow it, or stand at its end where they
   may not stand beside it. */
static void
tag_end(struct tagger *t, const struct fo_node *n, struct under beside,
    struct under inside)
{
	enum tag_role r = t->doc->tag[beside.tag].role;

	if (t->notes == 0 || fo_is_inline(n))
		return;
	if (n->type == FO_BLOCK && takes_notes(r))
		tag_notes(t, beside);
	else if (n->type != FO_BLOCK || !is_leaf(r))
		tag_notes(t, inside);
}

static void
tag_whole(struct tagger *t, struct fo_node *n, struct under u,
    const struct grid_cell *cell)
{
	struct under inside = tag_self(t, n, u, cell);

	tag_children(t, n, inside);
	tag_end(t, n, u, inside);
}

/* --- tables ------------------------------------------------------------- */

static int
is_furniture(const struct fo_node *n)
{
	return fo_kw(n, PROP_ARTIFACT) == FO_KW_TRUE;
}

/* Nodes of the grid are those of the tree being tagged. */
static struct fo_node *
of_tree(const struct fo_node *n)
{
	return (struct fo_node *)(uintptr_t)n;
}

/* Every row of a table has the same columns: a missing cell is a TD too. */
static void
tag_cell(struct tagger *t, const struct grid *g, const struct grid_cell *c,
    struct under u)
{
	const struct fo_node *column = g->column[c->col];
	struct fo_node *n = of_tree(c->node);

	if (n == NULL) {
		if (t->doc->tag[u.tag].role == TAG_TR)
			tag_push(t, (struct area_tag){.parent = u.tag,
			    .role = TAG_TD, .colspan = c->cols,
			    .src = t->doc->tag[u.tag].src});
		return;
	}
	u.heads = column != NULL && fo_kw(column, PROP_HEADER) == FO_KW_TRUE &&
	    cell_role(n) == TAG_TD;
	if (!is_furniture(n))
		tag_whole(t, n, u, c);
}

static void
tag_row(struct tagger *t, const struct grid *g, int row, struct under u)
{
	const struct grid_row *r = &g->row[row];
	enum tag_role parent = t->doc->tag[u.tag].role;

	if (r->node != NULL && is_furniture(r->node))
		return;
	if (r->node != NULL)
		u = tag_self(t, of_tree(r->node), u, NULL);
	else if (parent >= TAG_TABLE && parent <= TAG_TFOOT)
		u.tag = tag_push(t, (struct area_tag){.parent = u.tag,
		    .role = TAG_TR, .src = r->part->src});
	for (size_t i = 0; i < r->cells; i++)
		tag_cell(t, g, &g->cell[r->first + i], u);
}

static void
tag_rows(struct tagger *t, const struct fo_node *table, struct under u)
{
	const struct grid *g = grid_read(&t->grid, table);

	for (int r = 0; r < g->rows;) {
		const struct fo_node *part = g->row[r].part;
		struct under p = u;

		if (!is_furniture(part))
			p = tag_self(t, of_tree(part), u, NULL);
		for (; r < g->rows && g->row[r].part == part; r++)
			if (!is_furniture(part))
				tag_row(t, g, r, p);
	}
}

/* A caption is the table's first or last child. */
static void
tag_table(struct tagger *t, struct fo_node *table, struct under u)
{
	struct fo_node *both = table->parent, *caption = NULL;
	int after = fo_kw(both, PROP_CAPTION_SIDE) == FO_KW_AFTER;

	u = tag_self(t, table, u, NULL);
	if (u.depth > LAYOUT_DEPTH)
		return;
	for (struct fo_node *n = both->child; n != NULL; n = n->next)
		if (n->type == FO_TABLE_CAPTION && !is_furniture(n))
			caption = n;
	if (caption != NULL && !after)
		tag_whole(t, caption, u, NULL);
	tag_rows(t, table, u);
	if (caption != NULL && after)
		tag_whole(t, caption, u, NULL);
}

/* --- the tree ----------------------------------------------------------- */

/* What does not belong to the words around it: after the paragraph. */
static void
tag_later(struct tagger *t, struct fo_node *n)
{
	if (!is_furniture(n))
		ARENA_PUSH(t->doc->arena, t->note, t->notes, t->notes_cap) = n;
}

static void
tag_object(struct tagger *t, struct fo_node *n, struct under u)
{
	switch (n->type) {
	case FO_TEXT:
		n->tag = u.tag;
		return;
	case FO_MARKER:
	case FO_STATIC_CONTENT:
	case FO_TITLE:
	case FO_LEADER:
	case FO_TABLE_CAPTION: /* its table's affair */
		return;
	case FO_FOOTNOTE_BODY:
		tag_later(t, n);
		return;
	case FO_BLOCK_CONTAINER:
		if (is_absolute(n) && is_leaf(t->doc->tag[u.tag].role))
			tag_later(t, n);
		else if (!is_furniture(n))
			tag_whole(t, n, u, NULL);
		return;
	case FO_TABLE:
		if (!is_furniture(n))
			tag_table(t, n, u);
		return;
	default:
		if (!is_furniture(n))
			tag_whole(t, n, u, NULL);
	}
}

void
layout_tags(struct fo_tree *tree, struct area_doc *doc, struct diag *d)
{
	struct tagger t = {.doc = doc, .diag = d,
	    .grid = {.arena = doc->arena, .diag = diag_new()}};
	struct under u = {.tag = 1, .lang = tree->lang != NULL ? tree->lang
	    : ""};

	for (struct fo_node *n = tree->root->child; n != NULL; n = n->next)
		if (n->type == FO_PAGE_SEQUENCE)
			tag_object(&t, n, u);
	diag_free(t.grid.diag);
}
