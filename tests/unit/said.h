/* said: what a test asks of the findings, in words of their codes. */
#ifndef TESTS_SAID_H
#define TESTS_SAID_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"

/* All findings as printed, without hints; freed by the caller. */
static inline char *
said_text(struct diag *d)
{
	char *text, *line, *rest;
	size_t len;
	FILE *f = open_memstream(&text, &len);
	struct buf b = {0};

	diag_print(d, f);
	fclose(f);
	for (line = strtok_r(text, "\n", &rest); line != NULL;
	    line = strtok_r(NULL, "\n", &rest))
		if (strncmp(line, "    hint:", 9) != 0)
			buf_printf(&b, "%s\n", line);
	free(text);
	buf_puts(&b, "");
	return b.data;
}

/* Fails unless exactly one finding was made, of this code, that says what;
   what NULL: unless there is none. */
static inline void
said_one(struct diag *d, enum diag_code code, const char *what)
{
	char *text = said_text(d);
	const char *end = strchr(text, '\n');

	if (what == NULL && text[0] != '\0')
		fail_msg("expected nothing, but:\n%s", text);
	if (what != NULL && (diag_count(d, code) != 1 || end == NULL ||
	    end[1] != '\0' || strstr(text, what) == NULL))
		fail_msg("expected one %s that says \"%s\" in:\n%s",
		    diag_name(code), what, text);
	free(text);
}

#endif
