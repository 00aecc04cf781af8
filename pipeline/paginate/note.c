/*
 * Footnotes. The text of a page decides which notes it calls; the notes
 * decide how much room the text has. Only the height of the body joins the
 * two, so filling text knows nothing of notes, however deep in tables and
 * lists they are called:
 *
 *     text that fits into    .- text ----------.
 *     this height ...        |  line           |
 *                            |  line (1)       |    what it calls is
 *                            |  line           |    found by a visit
 *     ... leaves this        |- separator -----|
 *     to its notes           |  (1) note       |
 *                            '-----------------'
 *
 * The more height for text the more notes and the less room for them; so the
 * greatest height whose notes all fit is found by halving. If the next piece
 * of text calls a note that does not fit, that note is divided when it can.
 *
 * All notes are one flow, to which each page appends what it calls: what did
 * not fit on a page comes first on the next, and no note is lost, set twice or
 * out of order.
 *
 * Rejected: taking notes into account line by line while text is filled. The
 * cells of a row are filled one after another, and a note that the last one
 * calls takes room from all.
 */
#include "paginate/book.h"

/* A note that the page calls. */
struct note_call {
	size_t item;              /* its first box */
	const struct fo_node *node;
};

struct notes {
	struct arena *arena;
	struct flow *flow;        /* of pages so far, and of one that is tried */
	struct stretch stretch;   /* of that flow */
	const struct flow *separator; /* NULL: none */
	struct cursor at;         /* where pages so far end */
	size_t kept;              /* items of pages so far */
	struct item last;         /* the last of them, as it was */
	struct note_call *call;   /* of the page that is tried */
	size_t calls, calls_cap;
};

enum fit {
	FIT_NOT,
	FIT_PART,  /* the last note goes on on the next page */
	FIT_WHOLE
};

/* A height tried. */
struct trial {
	struct body text;
	int strength;             /* of the weakest end of its columns */
	size_t calls;
	enum fit fit;
};

/* A page being filled. */
struct filling {
	struct notes *notes;
	const struct sequence *s;
	const struct position *from;
	const struct fo_region *region;
	mpt height;
	struct arena *scratch;
	int strength;             /* of the best break that the page has */
};

struct notes *
notes_new(struct arena *a, const struct flow *separator)
{
	struct notes *n = ARENA_NEW(a, struct notes);

	n->arena = a;
	n->flow = n->stretch.flow = ARENA_NEW(a, struct flow);
	n->separator = separator != NULL && separator->n > 0 ? separator :
	    NULL;
	return n;
}

/* --- the flow of notes -------------------------------------------------- */

static void
notes_reset(struct notes *n)
{
	n->flow->n = n->kept;
	if (n->kept > 0)
		n->flow->item[n->kept - 1] = n->last;
	n->calls = 0;
}

static void
notes_keep(struct notes *n, const struct cursor *to)
{
	n->at = *to;
	n->kept = n->flow->n;
	if (n->kept > 0)
		n->last = n->flow->item[n->kept - 1];
}

/* Notes of earlier pages go on. */
static int
notes_wait(const struct notes *n)
{
	return n->at.item < n->kept;
}

/* The one space that two become where they meet (XSL 1.1, 4.3.1). */
static struct item
space_meet(const struct item *a, const struct item *b)
{
	struct item s = a->precedence > b->precedence ||
	    (a->precedence == b->precedence && a->height > b->height) ? *a :
	    *b;

	if (a->precedence == FO_FORCE && b->precedence == FO_FORCE) {
		s.min = a->min + b->min;
		s.max = a->max + b->max;
		s.height = a->height + b->height;
	}
	s.at_end = a->at_end;
	s.at_start = b->at_start;
	return s;
}

static void
note_append(struct notes *n, const struct anchor *k)
{
	struct flow *f = n->flow;
	const struct flow *note = k->note;
	struct note_call call = {.node = k->node};
	size_t i = 0;

	if (flow_solid(note, 0) == note->n)
		return;
	if (f->n > n->at.item && f->item[f->n - 1].kind == ITEM_SPACE &&
	    note->item[0].kind == ITEM_SPACE) {
		f->item[f->n - 1] = space_meet(&f->item[f->n - 1],
		    &note->item[0]);
		i = 1;
	}
	for (; i < note->n; i++)
		ARENA_PUSH(n->arena, f->item, f->n, f->cap) = note->item[i];
	f->width = note->width;
	call.item = f->n - (note->n - flow_solid(note, 0));
	ARENA_PUSH(n->arena, n->call, n->calls, n->calls_cap) = call;
}

static void
note_met(void *notes, const struct anchor *k)
{
	if (k->kind == ANCHOR_NOTE)
		note_append(notes, k);
}

/* The notes that strips of text call, behind those that wait. */
static void
notes_call(struct notes *n, const struct strip *strip, size_t strips)
{
	struct visit v = {.anchor = note_met, .ctx = n};

	notes_reset(n);
	visit_strips(&v, strip, strips);
}

/* The extent of the separator and of the space between it and the notes; a
   note that only goes on has none before it. */
static mpt
notes_separation(const struct notes *n)
{
	const struct flow *s = n->separator;
	struct item none = {.precedence = INT32_MIN}, between;
	const struct item *above, *below = &none;

	if (s == NULL)
		return 0;
	above = s->item[s->n - 1].kind == ITEM_SPACE ? &s->item[s->n - 1] :
	    &none;
	if (!notes_wait(n) && n->flow->item[n->at.item].kind == ITEM_SPACE)
		below = &n->flow->item[n->at.item];
	between = space_meet(above, below);
	return flow_height(s) - above->at_end + between.height -
	    below->at_start;
}

/* --- trials ------------------------------------------------------------- */

static int
note_begun(const struct cursor *to, const struct note_call *call)
{
	return to->item > call->item ||
	    (to->item == call->item && to->part != NULL);
}

static enum fit
notes_fit(const struct notes *n, const struct fill *r)
{
	if (r->status == FILL_DONE)
		return FIT_WHOLE;
	return r->status == FILL_FULL && r->strength == STRENGTH_LEGAL &&
	    (n->calls == 0 || note_begun(&r->to, &n->call[n->calls - 1])) ?
	    FIT_PART : FIT_NOT;
}

/* What of the notes goes under text of that extent. */
static struct fill
notes_fill(const struct notes *n, struct arena *a, mpt room, int force)
{
	if (n->at.item >= n->flow->n)
		return (struct fill){.status = FILL_DONE, .to = n->at};
	room -= notes_separation(n);
	return fill_flow(a, n->flow, &n->at, (struct room){room, room, 0},
	    force);
}

/* True when the text ended on a page before. */
static int
text_over(const struct filling *f)
{
	const struct flow *last = f->s->stretch[f->s->stretches - 1].flow;

	return f->from->stretch + 1 == f->s->stretches && last->n > 0 &&
	    f->from->at.item >= last->n;
}

static struct body
text_fill(const struct filling *f, struct arena *a, mpt height, int force)
{
	return text_over(f) ? (struct body){.status = FILL_DONE,
	    .to = *f->from} : body_fill(a, f->s, f->from, f->region, height,
	        force);
}

static int
body_strength(const struct body *body)
{
	int strength = STRENGTH_LEGAL;

	for (size_t i = 0; i < body->strips; i++)
		if (body->strip[i].strength > strength)
			strength = body->strip[i].strength;
	return strength;
}

static struct trial
trial_at(struct filling *f, mpt height, int force)
{
	struct notes *n = f->notes;
	struct trial t = {.text = text_fill(f, f->scratch, height, force)};
	struct fill notes;

	if (t.text.status == FILL_AGAIN)
		return t;
	t.strength = body_strength(&t.text);
	notes_call(n, t.text.strip, t.text.strips);
	t.calls = n->calls;
	notes = notes_fill(n, f->scratch, f->height - t.text.used, 0);
	t.fit = notes_fit(n, &notes);
	return t;
}

static int
is_too_much(const struct filling *f, const struct trial *t)
{
	(void)f;
	return t->text.status != FILL_AGAIN && t->fit != FIT_WHOLE;
}

static int
is_as_legal(const struct filling *f, const struct trial *t)
{
	return t->text.status != FILL_AGAIN &&
	    t->strength <= f->strength;
}

/* The least height from low to high of which is() holds; it holds of high,
   and of all that are greater. */
static mpt
height_least(struct filling *f, mpt low, mpt high,
    int (*is)(const struct filling *, const struct trial *))
{
	while (low < high) {
		mpt middle = low + (high - low) / 2;
		struct trial t = trial_at(f, middle, 0);

		if (is(f, &t))
			high = middle;
		else
			low = middle + 1;
	}
	return high;
}

/* --- the page ----------------------------------------------------------- */

#define ALONE (-1)

/*
 * The height for the text when not all of it that fits can stand with its
 * notes; ALONE: none, notes that wait take the page. Best is that all notes
 * are whole; a note is divided if that gets its call onto this page, or spares
 * a keep. If the first piece of text calls more than the page can hold, the
 * rest of its notes must follow later.
 */
static mpt
height_choose(struct filling *f)
{
	mpt over = height_least(f, 0, f->height, is_too_much), legal;
	struct trial more = trial_at(f, over, 0);
	struct trial whole = over > 0 ? trial_at(f, over - 1, 0) :
	    (struct trial){.text.status = FILL_AGAIN};
	int none = whole.text.status == FILL_AGAIN;
	int divide = more.fit == FIT_PART &&
	    (none || more.calls > whole.calls);

	if (none || whole.strength > f->strength) {
		legal = height_least(f, over, f->height, is_as_legal);
		if (trial_at(f, legal, 0).fit == FIT_PART)
			return legal;
	}
	if (divide)
		return over;
	if (!none)
		return over - 1;
	return notes_wait(f->notes) ? ALONE : over;
}

/* The same when no text fits an empty page without force. */
static mpt
height_forced(struct filling *f)
{
	return trial_at(f, f->height, 1).fit == FIT_NOT &&
	    notes_wait(f->notes) ? ALONE : f->height;
}

/* The notes that stand under a text; by force where there is none. */
static struct fill
notes_under(struct notes *n, const struct strip *strip, size_t strips,
    mpt room)
{
	struct fill got;

	notes_call(n, strip, strips);
	got = notes_fill(n, n->arena, room, 0);
	if (got.status == FILL_AGAIN && strips == 0)
		got = notes_fill(n, n->arena, room, 1);
	if (got.status == FILL_AGAIN)
		got.to = n->at;
	return got;
}

struct body
note_fill(const struct sequence *s, const struct position *from,
    const struct fo_region *region, int force)
{
	struct filling f = {.notes = s->notes, .s = s, .from = from,
	    .region = region, .height = fo_region_height(region),
	    .scratch = arena_new()};
	struct trial t = trial_at(&f, f.height, 0);
	int again = t.text.status == FILL_AGAIN;
	struct body r = {.status = FILL_FULL, .to = *from};
	mpt h = f.height;

	f.strength = t.strength;
	if (again && force)
		h = height_forced(&f);
	else if (!again && t.fit != FIT_WHOLE)
		h = height_choose(&f);
	arena_free(f.scratch);
	if (h != ALONE || text_over(&f))
		r = text_fill(&f, s->notes->arena, h, again && force);
	if (r.status == FILL_DONE && notes_under(s->notes, r.strip, r.strips,
	    f.height - r.used).status != FILL_DONE)
		r.status = FILL_FULL;
	return r;
}

/* Notes that do not begin on the page of their call. */
static void
say_late(const struct notes *n, const struct cursor *to, struct diag *d)
{
	for (size_t i = 0; i < n->calls; i++) {
		const struct fo_node *node = n->call[i].node;

		if (!note_begun(to, &n->call[i]))
			diag_add(d, DIAG_P14, node->src, "%s",
			    node->id == NULL ? "" : node->id);
	}
}

void
note_take(const struct sequence *s, struct page *page, struct diag *d)
{
	struct notes *n = s->notes;
	mpt height = fo_region_height(&page->master->region[FO_BODY]);
	struct fill r = notes_under(n, page->strip, page->strips,
	    height - page->used);

	say_late(n, &r.to, d);
	if (r.to.item != n->at.item || r.to.part != n->at.part) {
		page->notes = (struct strip){.stretch = &n->stretch,
		    .from = n->at, .to = r.to, .used = r.used,
		    .tall = r.tall};
		page->separation = notes_separation(n);
	}
	if (r.status == FILL_FULL) {
		page->notes.strength = r.strength;
		page->notes.split = r.split;
	}
	notes_keep(n, &r.to);
}
