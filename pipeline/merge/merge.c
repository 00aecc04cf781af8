/*
 * merge: the chapter list.
 *
 *     pack.xml ---- people.xml
 *        |               |
 *        +- item         +--> mp:person-name, mp:person-office ...
 *            +- document <-- report.xml, minutes.xml ...
 *                               +- include <-- budget.xml ...
 *
 * What comes out is still the author's document, element by element, only in
 * one tree: with places (mp:src), numbers (mp:number), people's names, and
 * ids that are unique over the pack. A source that cannot be used leaves its
 * element empty and marked mp:missing, so that one broken file does not hide
 * the findings in the others.
 */
#include "merge/merge.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "merge/work.h"

/* Where the pack lies: as named, for messages, and really, as a bound. */
static void
folder_set(struct merge *m, const char *path)
{
	const char *slash = strrchr(path, '/');
	char real[PATH_MAX];

	m->folder = slash == NULL ? "" : arena_strndup(m->arena, path,
	    (size_t)(slash - path) + 1);
	if (realpath(slash == NULL ? "." : m->folder, real) != NULL)
		m->root = arena_strdup(m->arena, real);
}

xmlDoc *
merge_pack(const char *path, const struct merge_options *o, struct diag *d)
{
	struct arena *a = arena_new();
	struct merge m = {.arena = a, .diag = d, .people = map_new(a),
	    .targets = map_new(a)};

	m.schema = schema_open(arena_printf(a, "%s/documents.xsd",
	    o->schemas), d);
	folder_set(&m, path);
	if (m.schema != NULL)
		m.pack = source_load(&m, path, PLACE_PACK, (struct src){0});
	if (m.pack != NULL) {
		people_load(&m);
		documents_load(&m);
		flow_wrap(&m);
		numbers_fill(&m);
		headers_fill(&m);
		dates_fill(&m);
		people_fill(&m);
		documents_title(&m);
		links_resolve(&m);
	}
	schema_free(m.schema);
	xmlFreeDoc(m.people_doc);
	arena_free(a);
	return m.pack;
}
