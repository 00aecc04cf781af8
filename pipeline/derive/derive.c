/*
 * derive: one walk over the pack document; a table says which element has
 * something to compute. parent tells apart elements that share a name.
 *
 * Typed and computed figures are compared where both are there; the computed
 * one is what is printed. Nothing is guessed: what cannot be computed is left
 * out with a finding.
 */
#include "derive/derive.h"

#include "derive/work.h"
#include "xml/node.h"

static const struct row {
	const char *element, *parent; /* parent NULL: any */
	void (*derive)(struct derive *, xmlNode *);
} rows[] = {
    {"indicator", NULL, indicator_derive},
    {"measure", "activity", measure_derive},
    {"current", "risk", score_derive},
    {"target", "risk", score_derive},
    {"rating", NULL, score_derive},
    {"risk", "risk-profile", profile_derive},
    {"budget", NULL, budget_derive},
    {"resources", NULL, resources_derive},
    {"annual", NULL, annual_derive},
};

void
derive_pack(xmlDoc *doc, struct diag *d)
{
	struct derive w = {arena_new(), d};
	xmlNode *pack = xmlDocGetRootElement(doc), *n;

	for (n = pack; n != NULL; n = node_next(pack, n)) {
		for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
			if (node_is(n, rows[i].element) &&
			    (rows[i].parent == NULL ||
			    node_is(n->parent, rows[i].parent)))
				rows[i].derive(&w, n);
	}
	arena_free(w.arena);
}
