/*
 * From formatting objects to flow items: the essay and the dispatch.
 *
 * THE MODEL. A flow is laid out once for a measure, without a page in sight,
 * into an array of items (layout/flow.h). Whatever could be divided by a page
 * end has been divided already: paragraphs into lines, tables and lists into
 * bands of parallel cells, each with a flow of its own.
 *
 *     block, border ------.            items
 *     |  first line       |            OPEN
 *     |  second line      |            BOX line    keep 200 (orphans)
 *     |  list-item  1. x  |            BOX line
 *     '-------------------'            BOX band    [ 1. ] [ x ]
 *     table                            CLOSE
 *     |  a  |  b          |            SPACE       keep of the CLOSE before
 *     |  c  |  d          |            BOX band    [ a ] [ b ]
 *                                      BOX band    [ c ] [ d ]
 *
 * HOW. The tree is walked once in document order. A struct build holds the
 * items so far and the *gap*: all that was met since the last box. Edges of
 * blocks, spaces, keeps and breaks are only noted in the gap (block.c,
 * keep.c); the next box settles it (space.c), and then it is known what meets
 * what, through any depth of nesting. Nothing is ever looked up ahead.
 *
 * WHO. block.c opens and closes objects; para_lines makes lines; list.c and
 * table.c make bands, laying out each cell by a struct build of its own;
 * inset.c makes block-containers, either an inset placed whole or, when their
 * axes are not turned and their height is free, items in this same flow.
 *
 * WHERE. x is final: indents are resolved against the reference area (struct
 * place) that an object stands in. Cells and containers are reference areas,
 * from which the indents inside count; labels and bodies of lists are not, so
 * their flows share the coordinates of the flow around them.
 *
 * Rejected: margins collapsed while walking, with a look at the last item.
 * Force, precedence, conditionality and fences need the whole sequence, and
 * a break in it needs to know which spaces were before and which after.
 */
#include "layout/build.h"

/* True for objects that are set between paragraphs and not in a line. */
static int
is_block_level(const struct fo_node *n)
{
	return n->type != FO_MARKER && !fo_is_inline(n);
}

int
has_blocks(const struct fo_node *parent)
{
	for (const struct fo_node *n = parent->child; n != NULL; n = n->next)
		if (is_block_level(n))
			return 1;
	return 0;
}

/* What a marker retrieved here stands for when that is blocks, else NULL. */
static const struct fo_node *
retrieved_blocks(const struct layout *l, const struct fo_node *n)
{
	const struct fo_node *m;

	if ((n->type != FO_RETRIEVE_MARKER &&
	    n->type != FO_RETRIEVE_TABLE_MARKER) || l->retrieve == NULL)
		return NULL;
	m = l->retrieve(l->page, n);
	return m != NULL && has_blocks(m) ? m : NULL;
}

/* A run of inline objects becomes a paragraph. Returns its lines; one that
   holds only anchors is none. */
static size_t
run_lay(struct build *b, const struct fo_node *block,
    const struct fo_node *first, const struct fo_node *stop, int is_first)
{
	struct place p = block_content(b, block);
	struct line *line;
	mpt width = b->flow->width;
	size_t n = para_lines(b->layout, block, first, stop, p.x,
	    width - p.x - p.w, width, is_first, &line);

	for (size_t i = 0; i < n; i++)
		notes_lay(b->layout, line[i].anchors);
	if (n == 1 && line[0].area->child == NULL && line[0].height == 0) {
		anchors_append(&b->left, line[0].anchors);
		return 0;
	}
	for (size_t i = 0; i < n; i++) {
		build_box(b, (struct item){.area = line[i].area,
		    .height = line[i].height, .anchors = line[i].anchors,
		    .node = block});
		if (i + 1 < n)
			gap_keep(b, keep_lines(block, i, n));
	}
	return n;
}

/* A wrapper, or an inline around blocks. */
static void
wrapper_lay(struct build *b, const struct fo_node *n)
{
	struct anchor **mark = b->due.end;
	size_t boxes = b->boxes;

	if (n->id != NULL)
		anchor_add(b->layout->arena, &b->due, ANCHOR_ID, n->id, n);
	build_children(b, n);
	anchor_end(b, n, boxes);
	if (b->boxes == boxes)
		anchors_leave(b, mark);
}

static void
object_lay(struct build *b, const struct fo_node *n)
{
	switch (n->type) {
	case FO_BLOCK:
		block_lay(b, n);
		break;
	case FO_BLOCK_CONTAINER:
		container_lay(b, n);
		break;
	case FO_LIST_BLOCK:
		list_lay(b, n);
		break;
	case FO_TABLE_AND_CAPTION:
		table_and_caption_lay(b, n);
		break;
	case FO_TABLE:
		table_lay(b, n);
		break;
	case FO_WRAPPER:
	case FO_INLINE:
	case FO_BASIC_LINK:
		wrapper_lay(b, n);
		break;
	default: /* fo/ has reported whatever else stood here */
		break;
	}
}

/* The end of the run that begins with n, before last. */
static const struct fo_node *
run_end(const struct layout *l, const struct fo_node *n,
    const struct fo_node *last)
{
	while (n != last && !is_block_level(n) &&
	    retrieved_blocks(l, n) == NULL)
		n = n->next;
	return n;
}

void
build_range(struct build *b, const struct fo_node *parent,
    const struct fo_node *n, const struct fo_node *last)
{
	struct layout *l = b->layout;
	const struct fo_node *stop, *blocks;
	int first = 1;

	if (l->depth >= LAYOUT_DEPTH) {
		diag_add(l->diag, DIAG_L06, parent->src, "fo:%s",
		    fo_name(parent->type));
		return;
	}
	l->depth++;
	while (n != last) {
		stop = run_end(l, n, last);
		if (stop != n) {
			first &= run_lay(b, parent, n, stop, first) == 0;
			n = stop;
			continue;
		}
		first = 0;
		blocks = retrieved_blocks(l, n);
		if (blocks != NULL)
			build_children(b, blocks);
		else
			object_lay(b, n);
		n = n->next;
	}
	l->depth--;
}

void
build_children(struct build *b, const struct fo_node *parent)
{
	build_range(b, parent, parent->child, NULL);
}

struct flow *
flow_empty(struct layout *l, mpt width)
{
	struct flow *f = ARENA_NEW(l->arena, struct flow);

	f->width = width;
	return f;
}

struct flow *
flow_lay(struct layout *l, const struct fo_node *n, mpt width,
    struct place p, int together, struct ends *ends)
{
	const int own = n->type != FO_BLOCK_CONTAINER || is_absolute(n);
	struct extent outer = l->reference;
	struct build b;

	if (n->type == FO_TABLE_CELL || n->type == FO_FOOTNOTE_BODY)
		l->reference = (struct extent){p.w, 0};
	build_start(&b, l, width, p, together, ends);
	if (n->id != NULL && own)
		anchor_add(l->arena, &b.due, ANCHOR_ID, n->id, n);
	build_children(&b, n);
	if (own)
		anchor_end(&b, n, 0);
	l->reference = outer;
	return build_end(&b);
}

struct flow *
layout_flow(struct layout *l, const struct fo_node *n, mpt width)
{
	return flow_lay(l, n, width, (struct place){0, width}, KEEP_NONE,
	    NULL);
}

/* --- natural height ----------------------------------------------------- */

/* Header and footer that stand before and after the box at i. */
static mpt
table_heights(const struct flow *f, size_t i, const struct table *last)
{
	const struct table *t = f->item[i].table;
	mpt h = 0;

	if (t == NULL)
		return 0;
	if (t != last)
		h += t->header_height;
	while (++i < f->n && f->item[i].kind != ITEM_BOX)
		;
	if (i == f->n || f->item[i].table != t)
		h += t->footer_height;
	return h;
}

mpt
flow_height(const struct flow *f)
{
	const struct table *table = NULL;
	mpt h = 0, trail = 0;
	int fresh = 1;

	for (size_t i = 0; i < f->n; i++) {
		const struct item *it = &f->item[i];

		if (it->kind == ITEM_BREAK)
			continue;
		if (it->kind == ITEM_SPACE) {
			h += fresh ? it->at_start : it->height;
			trail = fresh ? 0 : it->height - it->at_end;
			continue;
		}
		if (it->kind == ITEM_BOX) {
			h += table_heights(f, i, table);
			table = it->table;
		}
		h += it->height;
		trail = 0;
		if (it->height > 0 || it->area != NULL)
			fresh = 0;
	}
	return h - trail;
}
