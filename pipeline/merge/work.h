/*
 * work: what the steps of merge share while one pack is put together. The
 * steps run in the order of merge_pack; each is a walk over the pack
 * document and leaves it valid for the next.
 */
#ifndef MERGE_WORK_H
#define MERGE_WORK_H

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "xml/xml.h"

struct merge {
	struct arena *arena;   /* strings and maps; dies with the merge */
	struct diag *diag;
	const char *root;      /* real path of the pack's folder */
	const char *folder;    /* the same as it was named, with its last /;
	                          "" when it was not named */
	xmlDoc *pack;          /* what becomes the pack document */
	struct schema *schema; /* of all kinds of document */
	xmlDoc *people_doc;    /* owns what people points to; may be NULL */
	struct map *people;    /* id -> element person */
	struct map *targets;   /* id, as renamed -> element */
	long long bytes;       /* of XML read so far */
};

/* Which place a source is wanted for; it decides which kinds may come. */
enum place {
	PLACE_PACK,
	PLACE_PEOPLE,
	PLACE_DOCUMENT
};

/* The path of a file that is named in the file of n, in the arena. */
const char *source_path(struct merge *, const xmlNode *n, const char *name);

/*
 * Load, validate and stamp. The caller owns the result. from is the place
 * that names the file; NULL after a finding there or in the file.
 */
xmlDoc *source_load(struct merge *, const char *path, enum place,
    struct src from);

/* Put every document into its element, and every include's in its place. */
void documents_load(struct merge *);

/* Wrap loose running text of flow elements into p. */
void flow_wrap(struct merge *);

/* The to of a report's header, where the author leaves it to the pack. */
void headers_fill(struct merge *);

/* Dates and times in words. */
void dates_fill(struct merge *);

/* Titles, labels and item numbers of documents, in plain words. */
void documents_title(struct merge *);

/* Read the people file; then write names into every element naming one. */
void people_load(struct merge *);
void people_fill(struct merge *);

/* Items, sections, paragraphs, minutes, clauses, tables, figures. */
void numbers_fill(struct merge *);

/* Rename ids, resolve references, find the pictures. */
void links_resolve(struct merge *);

#endif
