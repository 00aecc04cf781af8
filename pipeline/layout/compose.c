/*
 * In: the pieces of one line, its width and alignment. Out: the children of
 * its area: boxes behind the text, then content in reading order (runs of one
 * font, colour, tag and baseline; leaders, graphics, citations), then rules
 * over it.
 *
 * A line can be composed again after a citation was filled: pieces keep their
 * natural widths.
 */
#include "layout/text.h"

#include <string.h>

/* --- text -------------------------------------------------------------- */

int
piece_is_text(const struct piece *c)
{
	return (c->kind == PIECE_WORD || c->kind == PIECE_SPACE) &&
	    c->word->glyphs != 0;
}

static int
same_run(const struct piece *a, const struct piece *b)
{
	return a->word->font == b->word->font && a->level == b->level &&
	    a->span->color == b->span->color &&
	    a->span->tag == b->span->tag && a->span->shift == b->span->shift;
}

/* The end of the run of text that begins at a piece. */
static size_t
run_end(const struct plan *line, size_t at)
{
	size_t end = at + 1, last = at;

	for (; end < line->n; end++) {
		const struct piece *c = &line->piece[end];

		if (piece_is_nothing(c))
			continue;
		if (!piece_is_text(c) || !same_run(&line->piece[at], c))
			break;
		last = end;
	}
	return last + 1;
}

/* The advances of a piece's glyphs: letter spacing after each cluster, and
   as much of what its set width adds; the rest of that after the last. */
static void
piece_advances(const struct piece *c, struct area_glyph *g)
{
	const struct word *word = c->word;
	mpt spare = c->set - word_width(word, c->span);
	mpt each = word->clusters < 2 ? 0 : spare / (mpt)word->clusters;
	size_t at = c->level & 1 ? word->glyphs : 0;

	for (size_t k = 0; k < word->clusters; k++) {
		at = c->level & 1 ? at - word->cluster[k].glyphs :
		    at + word->cluster[k].glyphs;
		if (word->cluster[k].glyphs == 0)
			continue;
		g[c->level & 1 ? at + word->cluster[k].glyphs - 1 :
		    at - 1].advance += (int32_t)(c->span->letter + each);
		spare -= each;
	}
	g[word->glyphs - 1].advance += (int32_t)spare;
}

static void
text_add(struct area_text *t, const struct piece *c, size_t glyph_at)
{
	const struct word *word = c->word;

	memcpy(t->glyph + glyph_at, word->glyph,
	    word->glyphs * sizeof(*t->glyph));
	memcpy(t->cluster + t->clusters, word->cluster,
	    word->clusters * sizeof(*t->cluster));
	memcpy((char *)(uintptr_t)t->text + t->bytes, word->text, word->bytes);
	piece_advances(c, t->glyph + glyph_at);
	t->clusters += word->clusters;
	t->bytes += word->bytes;
}

/* Pieces of one run as the content of a TEXT area. From right to left, the
   first piece's glyphs come last. */
static struct area_text *
text_of(struct layout *l, const struct piece *first, size_t n)
{
	struct area_text *t = ARENA_NEW(l->arena, struct area_text);
	size_t bytes = 0, clusters = 0, at = 0;

	for (size_t i = 0; i < n; i++)
		if (piece_is_text(&first[i]) || first[i].kind == PIECE_SLOT) {
			bytes += first[i].word->bytes;
			clusters += first[i].word->clusters;
			t->glyphs += first[i].word->glyphs;
		}
	t->font = first->word->font;
	t->color = first->span->color;
	t->rtl = first->level & 1;
	t->text = arena_alloc(l->arena, bytes);
	t->glyph = ARENA_ARRAY(l->arena, t->glyphs, struct area_glyph);
	t->cluster = ARENA_ARRAY(l->arena, clusters, struct area_cluster);
	for (size_t i = 0; i < n; i++)
		if (piece_is_text(&first[i]) || first[i].kind == PIECE_SLOT) {
			at += first[i].word->glyphs;
			text_add(t, &first[i], t->rtl ? t->glyphs - at :
			    at - first[i].word->glyphs);
		}
	return t;
}

static void
area_place(struct plan *line, struct area *a, const struct piece *c)
{
	a->next = NULL;
	a->x = c->x;
	a->y = line->baseline - c->span->shift;
	area_append(line->area, a);
}

static void
compose_text(struct layout *l, struct plan *line, size_t from, size_t to)
{
	const struct piece *first = &line->piece[from];
	struct area *a = area_new(l->arena, AREA_TEXT,
	    first->span->node->src);

	a->tag = first->span->tag;
	a->u.text = text_of(l, first, to - from);
	area_place(line, a, first);
	for (size_t i = from; i < to; i++) {
		a->x = mpt_min(a->x, line->piece[i].x);
		a->w += line->piece[i].set;
	}
	a->w = mpt_max(a->w, 0);
	a->h = first->span->font->ascent + first->span->font->descent;
}

/* --- other content ----------------------------------------------------- */

static void
compose_slot(struct layout *l, struct plan *line, struct piece *c)
{
	c->area->tag = c->span->tag;
	c->area->w = c->set;
	c->area->h = c->span->font->ascent + c->span->font->descent;
	if (c->word != NULL && c->word->glyphs != 0) {
		c->area->u.text = text_of(l, c, 1);
	} else {
		c->area->u.text = ARENA_NEW(l->arena, struct area_text);
		c->area->u.text->font = c->span->font;
		c->area->u.text->color = c->span->color;
	}
	area_place(line, c->area, c);
}

static void
compose_graphic(struct plan *line, struct piece *c)
{
	area_place(line, c->area, c);
	c->area->y -= c->area->h;
}

static struct area *
leader_rule(struct layout *l, const struct piece *c, mpt thick, mpt pitch)
{
	struct area *a = area_new(l->arena, AREA_RULE, c->span->node->src);

	a->u.color = c->span->color;
	a->h = thick;
	a->pitch = pitch;
	return a;
}

/* Dots are as thick as a full stop, and as far apart as four are wide. */
static struct area *
leader_dots(struct layout *l, const struct piece *c)
{
	mpt thick = c->span->font->size / 11;
	mpt pitch = fo_len(c->node, PROP_LEADER_PATTERN_WIDTH, 0);

	return leader_rule(l, c, thick, pitch == FO_AUTO ? 4 * thick :
	    mpt_max(pitch, thick));
}

/* A rule of another style than solid is the upper border of a box. */
static struct area *
leader_line(struct layout *l, const struct piece *c)
{
	enum border_style style = border_style_of(fo_kw(c->node,
	    PROP_RULE_STYLE));
	mpt thick = fo_len(c->node, PROP_RULE_THICKNESS, 0);
	struct area *a;

	if (style == BORDER_NONE)
		return NULL;
	if (style == BORDER_SOLID)
		return leader_rule(l, c, thick, 0);
	a = area_new(l->arena, AREA_BLOCK, c->span->node->src);
	a->h = thick;
	a->u.box = ARENA_NEW(l->arena, struct area_box);
	a->u.box->border[EDGE_TOP] = (struct area_border){.width = thick,
	    .color = c->span->color, .style = style};
	return a;
}

/* It stands on the baseline. */
static void
compose_leader(struct layout *l, struct plan *line, struct piece *c)
{
	enum fo_kw pattern = fo_kw(c->node, PROP_LEADER_PATTERN);
	struct area *a;

	if (c->set <= 0 || pattern == FO_KW_SPACE)
		return;
	a = pattern == FO_KW_DOTS ? leader_dots(l, c) : leader_line(l, c);
	if (a == NULL)
		return;
	a->w = c->set;
	area_place(line, a, c);
	a->y -= a->h;
}

/* --- the line ---------------------------------------------------------- */

static void
compose_content(struct layout *l, struct plan *line)
{
	size_t next;

	for (size_t i = 0; i < line->n; i = next) {
		struct piece *c = &line->piece[i];

		next = i + 1;
		if (piece_is_text(c)) {
			next = run_end(line, i);
			compose_text(l, line, i, next);
		} else if (c->kind == PIECE_SLOT) {
			compose_slot(l, line, c);
		} else if (c->kind == PIECE_GRAPHIC) {
			compose_graphic(line, c);
		} else if (c->kind == PIECE_LEADER) {
			compose_leader(l, line, c);
		}
	}
}

void
line_compose(struct layout *l, struct plan *line)
{
	line->area->child = line->area->last = NULL;
	line_place(l, line);
	line_boxes(l, line);
	compose_content(l, line);
	line_rules(l, line);
}
