/*
 * Hand-made flow items for tests: a flow as a few calls, heights in small
 * numbers. Everything lives in one arena.
 *
 *     struct flow *f = flow_made(a);
 *     add_line(f, 10, KEEP_NONE, "one");
 *     add_space(f, 5);
 */
#ifndef TESTS_ITEMS_H
#define TESTS_ITEMS_H

#include <string.h>

#include "area/area.h"
#include "layout/flow.h"

struct made {
	struct arena *arena;
	uint32_t tag;        /* of the text that is added */
	struct fo_node node; /* for items that a message must name */
};

static inline struct flow *
flow_made(struct made *m)
{
	struct flow *f = ARENA_NEW(m->arena, struct flow);

	f->width = 100;
	return f;
}

static inline struct item *
add_item(struct made *m, struct flow *f, enum item_kind kind, mpt height,
    int keep)
{
	struct item it = {.kind = kind, .height = height,
	    .keep = (uint8_t)keep};

	ARENA_PUSH(m->arena, f->item, f->n, f->cap) = it;
	return &f->item[f->n - 1];
}

/* A line whose text is its name, one glyph of width 1 for each letter. */
static inline struct item *
add_line(struct made *m, struct flow *f, mpt height, int keep,
    const char *name)
{
	struct area *line = area_new(m->arena, AREA_LINE, (struct src){0});
	struct area *text = area_new(m->arena, AREA_TEXT, (struct src){0});
	struct area_text *t = ARENA_NEW(m->arena, struct area_text);
	struct item *it = add_item(m, f, ITEM_BOX, height, keep);

	t->text = name;
	t->bytes = t->glyphs = t->clusters = strlen(name);
	t->glyph = ARENA_ARRAY(m->arena, t->glyphs, struct area_glyph);
	t->cluster = ARENA_ARRAY(m->arena, t->clusters, struct area_cluster);
	for (size_t i = 0; i < t->clusters; i++)
		t->cluster[i] = (struct area_cluster){1, 1};
	text->u.text = t;
	text->tag = m->tag;
	text->y = height;
	text->w = (mpt)t->bytes;
	line->w = 100;
	line->h = height;
	area_append(line, text);
	it->area = line;
	return it;
}

static inline struct item *
add_space(struct made *m, struct flow *f, mpt height, int keep)
{
	return add_item(m, f, ITEM_SPACE, height, keep);
}

static inline struct anchor *
add_anchor(struct made *m, struct item *it, enum anchor_kind kind,
    const char *name)
{
	struct anchor *k = ARENA_NEW(m->arena, struct anchor);

	k->kind = kind;
	k->name = name;
	k->next = it->anchors;
	it->anchors = k;
	return k;
}

static inline struct frame *
frame_made(struct made *m, mpt before, mpt after, int kept)
{
	struct frame *frame = ARENA_NEW(m->arena, struct frame);

	frame->w = 100;
	frame->before = before;
	frame->after = after;
	frame->before_kept = kept ? before : 0;
	frame->after_kept = kept ? after : 0;
	frame->border_before_kept = frame->border_after_kept = kept != 0;
	for (int i = 0; i < 4; i++)
		frame->box.border[i] = (struct area_border){1, 0,
		    BORDER_SOLID};
	return frame;
}

static inline void
add_open(struct made *m, struct flow *f, struct frame *frame)
{
	add_item(m, f, ITEM_OPEN, frame->before, KEEP_ALWAYS)->frame = frame;
}

static inline void
add_close(struct made *m, struct flow *f, struct frame *frame, int keep)
{
	add_item(m, f, ITEM_CLOSE, frame->after, keep)->frame = frame;
}

/* The natural height of a made flow: no edges are special in these. */
static inline mpt
flow_sum(const struct flow *f)
{
	mpt sum = 0;

	for (size_t i = 0; i < f->n; i++)
		sum += f->item[i].height;
	return sum;
}

static inline struct band *
band_made(struct made *m, int rows, size_t cells)
{
	struct band *b = ARENA_NEW(m->arena, struct band);
	size_t n = (size_t)rows;

	b->rows = rows;
	b->cells = cells;
	b->w = 100;
	b->cell = ARENA_ARRAY(m->arena, cells, struct cell);
	b->row_height = ARENA_ARRAY(m->arena, n, mpt);
	b->row_min = ARENA_ARRAY(m->arena, n, mpt);
	b->row_keep = ARENA_ARRAY(m->arena, n, uint8_t);
	b->between = ARENA_ARRAY(m->arena, n, uint8_t);
	b->row_box = ARENA_ARRAY(m->arena, n, struct area_box *);
	return b;
}

static inline struct cell *
cell_set(struct band *b, size_t i, int row, int rows, struct flow *flow)
{
	struct cell *c = &b->cell[i];

	c->row = row;
	c->rows = rows;
	c->flow = flow;
	c->x = (mpt)i * 20;
	c->w = 20;
	return c;
}

/* Natural heights: a cell's need goes to its last row. */
static inline struct item *
add_band(struct made *m, struct flow *f, struct band *b, int keep)
{
	struct item *it = add_item(m, f, ITEM_BOX, 0, keep);

	for (int r = 0; r < b->rows; r++) {
		b->row_height[r] = b->row_min[r];
		for (size_t i = 0; i < b->cells; i++) {
			const struct cell *c = &b->cell[i];
			mpt h = c->before + c->after + flow_sum(c->flow);

			if (c->row + c->rows - 1 != r)
				continue;
			for (int k = c->row; k < r; k++)
				h -= b->row_height[k];
			b->row_height[r] = mpt_max(b->row_height[r], h);
		}
		it->height += b->row_height[r];
	}
	it->band = b;
	return it;
}

#endif
