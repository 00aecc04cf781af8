/*
 * diag: everything makepack says about its input, collected while it works,
 * then sorted by place, repeats folded, and printed as
 *
 *     file:line:col: level: message: detail [C07]
 *         hint: what to do
 *
 * Codes are rows of diag.def. The message says what is wrong and what
 * makepack did instead; the detail names the thing; the hint is the remedy.
 * The exit status is the worst level met.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stddef.h>
#include <stdio.h>

enum diag_level {
	DIAG_OK,      /* exit 0: nothing was said */
	DIAG_NOTE,    /* exit 0: worth knowing, nothing to do */
	DIAG_WARNING, /* exit 1: published as it stands it may embarrass */
	DIAG_ERROR,   /* exit 2: content missing, altered or illegal to publish;
	                 no output replaces the last good one */
	DIAG_USAGE,   /* exit 3: the command line is wrong */
	DIAG_SYSTEM   /* exit 4: the machine failed us (disk, missing program) */
};

enum diag_code {
#define DIAG(code, level, message, why, hint) DIAG_##code,
#include "base/diag.def"
#undef DIAG
	DIAG_CODES
};

/* A place in a source. file NULL: no place; line or col 0: not known. */
struct src {
	const char *file; /* borrowed; must live as long as its user */
	int line;
	int col;
};

struct diag;

/* Owned by the caller. The sink copies every string it is given. */
struct diag *diag_new(void);
void diag_free(struct diag *);

/* Add a finding. fmt gives the detail; "" for none. */
void diag_add(struct diag *, enum diag_code, struct src, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* The same with its own hint instead of the one in diag.def. */
void diag_hint(struct diag *, enum diag_code, struct src, const char *hint,
    const char *fmt, ...) __attribute__((format(printf, 5, 6)));

/* Add the findings of from to to, in their order, and empty from: what was
   found by a trial that was kept. */
void diag_move(struct diag *to, struct diag *from);

/* The worst level so far. */
enum diag_level diag_worst(const struct diag *);

/* How often a code was raised. */
size_t diag_count(const struct diag *, enum diag_code);

/* Print all of them; returns the number of lines' findings printed. */
size_t diag_print(struct diag *, FILE *);

/* Exit status for a level. */
int diag_exit(enum diag_level);

/* "C07" and back; DIAG_CODES when there is no such code. */
const char *diag_name(enum diag_code);
enum diag_code diag_find(const char *name);
enum diag_level diag_level_of(enum diag_code);

/* Cause, rule and remedy of a code, for --explain and the manual page. */
void diag_explain(enum diag_code, FILE *);

#endif
