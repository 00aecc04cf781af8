#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

struct row {
	const char *name;
	enum diag_level level;
	const char *message, *why, *hint;
};

#define NOTE DIAG_NOTE
#define WARNING DIAG_WARNING
#define ERROR DIAG_ERROR
#define USAGE DIAG_USAGE
#define SYSTEM DIAG_SYSTEM
static const struct row rows[DIAG_CODES] = {
#define DIAG(code, level, message, why, hint) \
	{#code, level, message, why, hint},
#include "base/diag.def"
#undef DIAG
};

static const char *const level_names[] = {
    "ok", "note", "warning", "error", "usage", "system"};

struct finding {
	enum diag_code code;
	struct src src;
	const char *detail;
	const char *hint;
	size_t order;  /* of arrival, to keep the sort stable */
	size_t repeats;
};

struct diag {
	struct arena *arena;
	struct finding *v;
	size_t n, cap;
	enum diag_level worst;
	size_t count[DIAG_CODES];
};

struct diag *
diag_new(void)
{
	struct diag *d = mem_alloc(sizeof(*d));

	*d = (struct diag){.arena = arena_new()};
	return d;
}

void
diag_free(struct diag *d)
{
	if (d == NULL)
		return;
	arena_free(d->arena);
	free(d);
}

static void
diag_keep(struct diag *d, enum diag_code code, struct src src,
    const char *hint, const char *fmt, va_list ap)
{
	struct finding f = {.code = code, .src = src, .order = d->n,
	    .repeats = 1};
	char detail[2048];

	vsnprintf(detail, sizeof(detail), fmt, ap);
	f.detail = arena_strdup(d->arena, detail);
	f.hint = hint == rows[code].hint ? hint : arena_strdup(d->arena, hint);
	if (src.file != NULL)
		f.src.file = arena_strdup(d->arena, src.file);
	ARENA_PUSH(d->arena, d->v, d->n, d->cap) = f;
	d->count[code]++;
	if (rows[code].level > d->worst)
		d->worst = rows[code].level;
}

void
diag_add(struct diag *d, enum diag_code code, struct src src,
    const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	diag_keep(d, code, src, rows[code].hint, fmt, ap);
	va_end(ap);
}

void
diag_hint(struct diag *d, enum diag_code code, struct src src,
    const char *hint, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	diag_keep(d, code, src, hint, fmt, ap);
	va_end(ap);
}

void
diag_move(struct diag *to, struct diag *from)
{
	for (size_t i = 0; i < from->n; i++) {
		const struct finding *f = &from->v[i];

		diag_hint(to, f->code, f->src, f->hint, "%s", f->detail);
	}
	from->n = 0;
	from->worst = DIAG_OK;
	memset(from->count, 0, sizeof(from->count));
}

enum diag_level
diag_worst(const struct diag *d)
{
	return d->worst;
}

size_t
diag_count(const struct diag *d, enum diag_code code)
{
	return d->count[code];
}

static int
by_place(const void *pa, const void *pb)
{
	const struct finding *a = pa, *b = pb;
	int c = strcmp(a->src.file ? a->src.file : "",
	    b->src.file ? b->src.file : "");

	if (c != 0)
		return c;
	if (a->src.line != b->src.line)
		return a->src.line < b->src.line ? -1 : 1;
	if (a->src.col != b->src.col)
		return a->src.col < b->src.col ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

static int
same_finding(const struct finding *a, const struct finding *b)
{
	return a->code == b->code && a->src.line == b->src.line &&
	    a->src.col == b->src.col && strcmp(a->detail, b->detail) == 0 &&
	    strcmp(a->src.file ? a->src.file : "",
	        b->src.file ? b->src.file : "") == 0;
}

/* Sorted, with equal neighbours counted instead of kept. */
static void
diag_fold(struct diag *d)
{
	size_t n = 0;

	if (d->n != 0)
		qsort(d->v, d->n, sizeof(*d->v), by_place);
	for (size_t i = 0; i < d->n; i++) {
		if (n != 0 && same_finding(&d->v[n - 1], &d->v[i]))
			d->v[n - 1].repeats += d->v[i].repeats;
		else
			d->v[n++] = d->v[i];
	}
	d->n = n;
}

static void
finding_print(const struct finding *f, FILE *to)
{
	const struct row *row = &rows[f->code];

	if (f->src.file == NULL)
		fputs("makepack:", to);
	else if (f->src.line == 0)
		fprintf(to, "%s:", f->src.file);
	else if (f->src.col == 0)
		fprintf(to, "%s:%d:", f->src.file, f->src.line);
	else
		fprintf(to, "%s:%d:%d:", f->src.file, f->src.line, f->src.col);
	fprintf(to, " %s: %s", level_names[row->level], row->message);
	if (f->detail[0] != '\0')
		fprintf(to, ": %s", f->detail);
	fprintf(to, " [%s]", row->name);
	if (f->repeats > 1)
		fprintf(to, " (%zu times)", f->repeats);
	fputc('\n', to);
	if (f->hint[0] != '\0')
		fprintf(to, "    hint: %s\n", f->hint);
}

size_t
diag_print(struct diag *d, FILE *to)
{
	diag_fold(d);
	for (size_t i = 0; i < d->n; i++)
		finding_print(&d->v[i], to);
	return d->n;
}

int
diag_exit(enum diag_level level)
{
	static const int status[] = {0, 0, 1, 2, 3, 4};

	return status[level];
}

const char *
diag_name(enum diag_code code)
{
	return rows[code].name;
}

enum diag_code
diag_find(const char *name)
{
	for (int i = 0; i < DIAG_CODES; i++)
		if (strcmp(rows[i].name, name) == 0)
			return (enum diag_code)i;
	return DIAG_CODES;
}

enum diag_level
diag_level_of(enum diag_code code)
{
	return rows[code].level;
}

void
diag_explain(enum diag_code code, FILE *to)
{
	const struct row *r = &rows[code];

	fprintf(to, "%s: %s: %s\n\n%s\n", r->name, level_names[r->level],
	    r->message, r->why);
	if (r->hint[0] != '\0')
		fprintf(to, "\nWhat to do: %s.\n", r->hint);
}
