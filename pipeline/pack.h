/* pack: the pipeline: the stage calls in order, lifetimes, the stop rule. */
#ifndef PACK_H
#define PACK_H

#include <stdio.h>

#include "base/diag.h"

/* Where a build may stop and print what it has; see design in README. */
enum pack_stage {
	STAGE_MERGE,     /* prints the pack document */
	STAGE_DERIVE,    /* the same with what was computed */
	STAGE_CHECK,     /* the same, checked */
	STAGE_TRANSFORM, /* prints the XSL-FO document */
	STAGE_FO,        /* the same, read and checked; prints nothing */
	STAGE_PAGINATE,  /* prints the area tree */
	STAGE_PDF,       /* writes Cairo's PDF, untouched */
	STAGE_FINISH,    /* writes the PDF: the whole pipeline */
	STAGES
};

struct pack_options {
	const char *input;     /* pack document, or FO document */
	int is_fo;             /* input is a bare XSL-FO document */
	const char *output;    /* file to write */
	const char *templates; /* folder */
	const char *fonts;     /* a fontconfig file */
	enum pack_stage until;
	int resolved;          /* TRANSFORM: with computed column widths */
};

/*
 * Build. Findings go to the sink; an error keeps the output unwritten. What
 * --until prints goes to out, as does the line that says what was written.
 */
void pack_build(const struct pack_options *, FILE *out, struct diag *);

const char *pack_stage_name(enum pack_stage);

#endif
