/*
 * risk: score = likelihood * impact, each 1 to 5; a score lies in a band:
 * low 1 to 6, medium 8 to 15, high 16 to 25.
 */
#include <stdlib.h>

#include "derive/work.h"
#include "xml/node.h"

static int
number(const xmlNode *n, const char *attr)
{
	const char *text = node_attr(n, attr);

	return text == NULL ? 0 : (int)strtol(text, NULL, 10);
}

static const char *
band_of(int score)
{
	return score <= 6 ? "low" : score <= 15 ? "medium" : "high";
}

void
score_derive(struct derive *w, xmlNode *n)
{
	int score = number(n, "likelihood") * number(n, "impact");

	if (score == 0)
		score = number(n, "score");
	if (score <= 0)
		return;
	node_put(n, "score", arena_printf(w->arena, "%d", score));
	node_put(n, "band", band_of(score));
}

void
profile_derive(struct derive *w, xmlNode *n)
{
	(void)w;
	node_put(n, "current-band", band_of(number(n, "current")));
	node_put(n, "target-band", band_of(number(n, "target")));
}
