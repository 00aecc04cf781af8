/* The arithmetic of one region: see cursor.h. */
#include "paginate/cursor.h"

mpt
table_repeat_head(const struct table *t)
{
	return t == NULL || t->header == NULL || t->omit_header ? 0 :
	    t->header_height;
}

mpt
table_repeat_foot(const struct table *t)
{
	return t == NULL || t->footer == NULL || t->omit_footer ? 0 :
	    t->footer_height;
}

size_t
flow_solid(const struct flow *f, size_t i)
{
	while (i < f->n && f->item[i].kind == ITEM_SPACE)
		i++;
	return i;
}

int
flow_table_ends(const struct flow *f, size_t i)
{
	const struct table *t = f->item[i++].table;

	while (i < f->n && f->item[i].kind != ITEM_BOX)
		i++;
	return i == f->n || f->item[i].table != t;
}

struct cursor
part_cell(const struct part *p, size_t cell)
{
	return p == NULL ? (struct cursor){0} : p->cell[cell];
}

int
part_begun(const struct part *p, const struct cell *c)
{
	return p != NULL && (c->row < p->row || (c->row == p->row && p->begun));
}

struct walk
walk_start(struct arena *a, const struct flow *f, const struct cursor *from,
    int bare)
{
	struct walk w = {.arena = a, .flow = f, .at = *from, .fresh = 1,
	    .bare = bare != 0};

	w.at.bare = w.bare;
	for (const struct open *o = from->open; o != NULL; o = o->up) {
		w.y += o->frame->before_kept;
		w.closing += o->frame->after_kept;
	}
	if (!bare)
		w.y += table_repeat_head(from->table);
	return w;
}

static void
walk_open(struct walk *w, const struct frame *frame, mpt height)
{
	struct open *o = ARENA_NEW(w->arena, struct open);

	o->frame = frame;
	o->up = w->at.open;
	w->at.open = o;
	w->closing += frame->after_kept;
	w->y += height;
}

static void
walk_close(struct walk *w, mpt height)
{
	if (w->at.open != NULL) {
		w->closing -= w->at.open->frame->after_kept;
		w->at.open = w->at.open->up;
	}
	w->y += height;
}

void
walk_edge(struct walk *w)
{
	const struct item *it = &w->flow->item[w->at.item];
	mpt trail = 0;

	switch (it->kind) {
	case ITEM_SPACE:
		w->y += w->fresh ? it->at_start : it->height;
		trail = w->fresh ? 0 : it->height - it->at_end;
		break;
	case ITEM_OPEN:
		walk_open(w, it->frame, it->height);
		break;
	case ITEM_CLOSE:
		walk_close(w, it->height);
		break;
	case ITEM_BREAK:
		trail = w->trail;
		break;
	case ITEM_BOX:
		break;
	}
	if (it->kind != ITEM_SPACE && it->height > 0)
		w->fresh = 0;
	w->trail = trail;
	w->at.item++;
}

mpt
walk_head(const struct walk *w)
{
	const struct table *t = w->flow->item[w->at.item].table;

	return t == NULL || t == w->at.table || t->header == NULL ? 0 :
	    t->header_height;
}

mpt
walk_foot(const struct walk *w)
{
	const struct table *t = w->flow->item[w->at.item].table;

	return t == NULL || t->footer == NULL ||
	    !flow_table_ends(w->flow, w->at.item) ? 0 : t->footer_height;
}

void
walk_pass_head(struct walk *w)
{
	w->y += walk_head(w);
	w->fresh = 0;
	w->trail = 0;
	w->at.table = w->flow->item[w->at.item].table;
}

void
walk_box(struct walk *w, mpt height)
{
	const struct item *it = &w->flow->item[w->at.item];

	w->y += walk_head(w) + height + walk_foot(w);
	if (height > 0 || it->area != NULL)
		w->fresh = 0;
	w->trail = 0;
	w->at.table = it->table != NULL &&
	    !flow_table_ends(w->flow, w->at.item) ? it->table : NULL;
	w->at.part = NULL;
	w->at.item++;
}

void
walk_part(struct walk *w, mpt height, const struct part *part)
{
	w->y += walk_head(w) + height;
	w->fresh = 0;
	w->trail = 0;
	w->at.table = w->flow->item[w->at.item].table;
	w->at.part = part;
}

mpt
walk_content_end(const struct walk *w)
{
	size_t i = w->at.item;
	mpt end = w->y - w->trail;

	if (i < w->flow->n && w->flow->item[i].kind == ITEM_SPACE &&
	    w->trail == 0 && !w->fresh)
		end += w->flow->item[i].at_end;
	return end;
}

mpt
walk_end(const struct walk *w)
{
	mpt end = walk_content_end(w);

	return w->bare || w->at.item >= w->flow->n ? end :
	    end + w->closing + table_repeat_foot(w->at.table);
}
