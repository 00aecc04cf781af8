/*
 * object: libqpdf's objects with fewer words. A handle (qpdf_oh) is a number
 * that stands for a reference and costs memory until it is released; the
 * functions here take the value they are given. Internal to finish/.
 */
#ifndef FINISH_OBJECT_H
#define FINISH_OBJECT_H

#include <qpdf/qpdf-c.h>

#include "area/area.h"
#include "base/buf.h"
#include "base/map.h"

/* value is released, dict or array is not. */
static inline void
dict_put(qpdf_data q, qpdf_oh dict, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(q, dict, key, value);
	qpdf_oh_release(q, value);
}

static inline void
array_put(qpdf_data q, qpdf_oh array, qpdf_oh value)
{
	qpdf_oh_append_item(q, array, value);
	qpdf_oh_release(q, value);
}

/* name with its slash. */
static inline void
dict_put_name(qpdf_data q, qpdf_oh dict, const char *key, const char *name)
{
	dict_put(q, dict, key, qpdf_oh_new_name(q, name));
}

static inline void
dict_put_text(qpdf_data q, qpdf_oh dict, const char *key, const char *utf8)
{
	dict_put(q, dict, key, qpdf_oh_new_unicode_string(q, utf8));
}

static inline void
dict_put_int(qpdf_data q, qpdf_oh dict, const char *key, long long n)
{
	dict_put(q, dict, key, qpdf_oh_new_integer(q, n));
}

static inline void
array_put_int(qpdf_data q, qpdf_oh array, long long n)
{
	array_put(q, array, qpdf_oh_new_integer(q, n));
}

/* A reference that the caller keeps. */
static inline void
dict_put_ref(qpdf_data q, qpdf_oh dict, const char *key, qpdf_oh ref)
{
	qpdf_oh_replace_key(q, dict, key, ref);
}

/* An indirect stream that is compressed when the file is written. */
static inline qpdf_oh
stream_new(qpdf_data q, const void *data, size_t len)
{
	qpdf_oh stream = qpdf_oh_new_stream(q), null = qpdf_oh_new_null(q);

	qpdf_oh_replace_stream_data(q, stream, data, len, null, null);
	qpdf_oh_release(q, null);
	return stream;
}

/* The document while it is finished. */
struct finish {
	qpdf_data q;
	const struct area_doc *doc;
	struct arena *arena;
	struct diag *diag;
	int *object;         /* numbers of the objects in the drawn file */
	size_t objects;
	qpdf_oh *page;       /* by page */
	qpdf_oh **annot;     /* by page: its link annotations, in order */
	const char **text;   /* by tag: what links and labels say */
	unsigned char *live; /* by tag: it has content, or must be there */
	struct map *ids;     /* of the elements written -> their handles */
};

/* structure.c: the tree of the elements that are live. */
void structure_write(struct finish *, qpdf_oh catalog);

/* claim.c: does the document keep what PDF/UA promises? Findings if not. */
int claim_check(const struct finish *);

/* content.c: furniture's NonStruct leaves become artifacts. 0, or -1. */
int content_rewrite(struct finish *, size_t page);

/*
 * attribute.c: what cells, lists and figures say of themselves (/A). page:
 * where the element begins.
 */
void attributes_write(struct finish *, qpdf_oh elem, uint32_t tag,
    size_t page);

/* text.c: the text of each LINK and LBL, by tag; NULL for other elements. */
const char **element_texts(const struct area_doc *, struct arena *);

/* metadata.c: XMP, with the claim to PDF/UA or without; ISO 8601 to PDF. */
void metadata_write(const struct area_doc *, const char *producer, int claim,
    struct buf *);
/* "D:20150422" in arena, or NULL when the document has no date. */
const char *metadata_date(const struct area_doc *, struct arena *);

/* label.c: the printed numbers. */
void labels_write(struct finish *, qpdf_oh catalog);

/* icc.c: the sRGB profile. */
void icc_write(struct buf *);

/*
 * xref.c: Cairo's own structure elements leave the file; the numbers of all
 * other objects are noted. 0, or -1 when Cairo writes files of another form.
 */
int xref_drop(struct finish *, struct buf *pdf);

#endif
