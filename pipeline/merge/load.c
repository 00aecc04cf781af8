/*
 * load: one source, from its name to a valid document with places.
 *
 * Names are relative to the file that gives them. The root element says what
 * kind of document a file is; one schema has the rules of all kinds (read
 * once: eleven of them cost more than the whole merge). All sources of a
 * pack together may hold 64 MiB, so that a file included over and over
 * cannot fill the memory.
 */
#include <string.h>
#include <sys/stat.h>

#include "merge/work.h"
#include "xml/node.h"
#include "xml/xml.h"

#define BYTES_MAX ((long long)64 << 20)

static const struct kind {
	const char *root;  /* name of the root element */
	enum place place;  /* where it may come */
} kinds[] = {
    {"pack", PLACE_PACK},
    {"people", PLACE_PEOPLE},
    {"minutes", PLACE_DOCUMENT},
    {"report", PLACE_DOCUMENT},
    {"paper", PLACE_DOCUMENT},
    {"work-programme", PLACE_DOCUMENT},
    {"dashboard", PLACE_DOCUMENT},
    {"activity-thresholds", PLACE_DOCUMENT},
    {"budget", PLACE_DOCUMENT},
    {"risk-register", PLACE_DOCUMENT},
    {"business-plan", PLACE_DOCUMENT},
};

const char *
source_path(struct merge *m, const xmlNode *n, const char *name)
{
	const char *file = xml_src(n).file, *slash;

	slash = file == NULL ? NULL : strrchr(file, '/');
	if (name[0] == '/' || slash == NULL)
		return arena_strdup(m->arena, name);
	return arena_printf(m->arena, "%.*s/%s", (int)(slash - file), file,
	    name);
}

static const struct kind *
kind_of(const xmlNode *root)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (node_is(root, kinds[i].root))
			return &kinds[i];
	return NULL;
}

/* 0 when the document is of a kind for this place and follows its schema. */
static int
source_check(struct merge *m, xmlDoc *doc, enum place place, struct src from)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	const struct kind *kind = kind_of(root);

	if (kind == NULL) {
		diag_add(m->diag, DIAG_S07, xml_src(root), "<%s>",
		    (const char *)root->name);
		return -1;
	}
	if (kind->place != place) {
		diag_add(m->diag, DIAG_M02, from.file ? from : xml_src(root),
		    "%s is of the kind <%s>", (const char *)doc->URL,
		    kind->root);
		return -1;
	}
	return schema_check(m->schema, doc, m->diag);
}

/* 0 when there is room for the file. One that is not there takes none. */
static int
bytes_take(struct merge *m, const char *path, struct src from)
{
	struct stat st;

	if (stat(path, &st) == 0)
		m->bytes += st.st_size;
	if (m->bytes <= BYTES_MAX)
		return 0;
	diag_add(m->diag, DIAG_M05, from, "%s", path);
	return -1;
}

xmlDoc *
source_load(struct merge *m, const char *path, enum place place,
    struct src from)
{
	xmlDoc *doc;

	if (bytes_take(m, path, from) != 0)
		return NULL;
	doc = xml_load(path, place == PLACE_PACK ? NULL : m->root, from,
	    m->diag);
	if (doc != NULL && source_check(m, doc, place, from) == 0) {
		xml_stamp(doc);
		return doc;
	}
	xmlFreeDoc(doc);
	return NULL;
}
