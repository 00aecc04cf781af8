/* The DIAGNOSTICS of makepack(1), as an mdoc list, from base/diag.def. */
#include <stdio.h>

#include "base/diag.h"

int
main(void)
{
	static const char *const levels[] = {
	    "ok", "note", "warning", "error", "usage", "system"};
#define DIAG(code, level, message, why, hint) \
	{#code, message, why, hint},
	static const char *const row[][4] = {
#include "base/diag.def"
	};

	puts(".Bl -tag -width Ds");
	for (int i = 0; i < DIAG_CODES; i++) {
		printf(".It %s, %s: %s\n%s\n", row[i][0],
		    levels[diag_level_of((enum diag_code)i)], row[i][1],
		    row[i][2]);
		if (row[i][3][0] != '\0')
			printf("Remedy: %s.\n", row[i][3]);
	}
	puts(".El");
	return 0;
}
