/*
 * finish: makes of Cairo's PDF what the standards want (PDF/UA-1, PDF/A-2a)
 * with libqpdf, and puts it in place.
 */
#ifndef FINISH_FINISH_H
#define FINISH_FINISH_H

#include "area/area.h"
#include "base/buf.h"

/*
 * Replace the structure tree by doc->tag (one element per formatting object
 * that has content, however many pages it crosses), turn NonStruct leaves
 * into artifacts, set language, title display, page labels, XMP metadata,
 * output intent, tab order, annotation texts and flags, /CIDToGIDMap and a
 * stable /ID. The result replaces pdf. 0, or -1 after a diagnostic (Z01; pdf
 * is then of no use). What keeps the document from claiming PDF/UA is a
 * warning (Z02 to Z05).
 */
int finish_pdf(struct buf *pdf, const struct area_doc *, struct diag *);

/*
 * Write data beside path, flush it to disk and rename it. Missing folders
 * are made. 0, or -1 after a diagnostic (B01): the old file is then
 * untouched, and nothing is left beside it.
 */
int finish_write(const char *path, const void *data, size_t len, struct diag *);

#endif
