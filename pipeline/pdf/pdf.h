/*
 * pdf: pages of areas onto a Cairo PDF surface.
 *
 * Cairo 1.16 numbers marked content in drawing order, so every run of text
 * and every image is drawn in a flat leaf tag and its element is recorded in
 * area_page.mark; furniture goes into NonStruct leaves (mark 0), which
 * finish/ turns into artifacts. finish/ then builds the real structure tree.
 * Links are Link tags by dest name or uri (area_page.link); destinations
 * cairo.dest; the outline is Cairo's own.
 */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "area/area.h"
#include "base/buf.h"

/*
 * Draw everything; the PDF is appended to out, and mark, link and figure of
 * every page are filled. The document must have passed area_check. 0, or -1
 * after a diagnostic (G07); a damaged picture is a finding (G04) and left out.
 */
int pdf_draw(struct area_doc *, struct buf *out, struct diag *);

#endif
