/*
 * xml: libxml2 and libxslt, set up so that input can be hostile: no network,
 * no entities, no file outside the root folder, bounded depth and size; every
 * message of theirs becomes a diagnostic at the author's line.
 */
#ifndef XML_XML_H
#define XML_XML_H

#include <libxml/tree.h>
#include <libxslt/xsltInternals.h>

#include "base/buf.h"
#include "base/diag.h"

#define MP_NS "urn:makepack:1"          /* the pack vocabulary */
#define MP_EXT_NS "urn:makepack:ext:1"    /* what makepack adds: src, numbers,
                                           and the FO extensions */

/* Once per process, before and after everything else. */
void xml_init(void);
void xml_cleanup(void);

/*
 * 0 when the file is there, may be read and lies below root (see xml_load);
 * else -1 after a diagnostic at from.
 */
int xml_path_check(const char *path, const char *root, struct src from,
    struct diag *);

/*
 * Parse a file; the caller owns the document. from is the place that names
 * the file (for "not found"). root: the real path of a folder that the file
 * must lie in, or NULL for no bound. NULL after a diagnostic.
 */
xmlDoc *xml_load(const char *path, const char *root, struct src from,
    struct diag *);

/* Parse memory; name stands for the file in messages. */
xmlDoc *xml_parse(const char *data, size_t len, const char *name,
    struct diag *);

/* The place of a node: its mp:src if it has one, else file and line. */
struct src xml_src(const xmlNode *);

/*
 * Stamp mp:src="file#line" on every element that has none. Call it on a
 * document as it was parsed, before its nodes move elsewhere.
 */
void xml_stamp(xmlDoc *);

/* A compiled schema; NULL after a diagnostic. */
struct schema;
struct schema *schema_open(const char *path, struct diag *);
void schema_free(struct schema *);

/* 0 when valid; else findings (S codes), in words for an author. */
int schema_check(struct schema *, xmlDoc *, struct diag *);

/* A compiled stylesheet, EXSLT registered; NULL after a diagnostic. */
xsltStylesheet *xslt_open(const char *path, struct diag *);

/*
 * Transform. params: name, value, name, value ..., NULL; values are strings,
 * not expressions. NULL after a diagnostic. xsl:message becomes T codes.
 */
xmlDoc *xslt_run(xsltStylesheet *, xmlDoc *, const char **params,
    struct diag *);

#endif
