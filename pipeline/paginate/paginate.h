/*
 * paginate: from formatting objects to numbered pages of areas.
 *
 * Page sequences are filled one after another: layout/ makes flow items, fill
 * chooses where pages end, place makes areas. Page numbers follow; then
 * static content is set per page with its markers, and citations are filled.
 * A citation that needs more digits than it reserved widens the reserve and
 * only its sequence is laid out again; the reserve never shrinks, so three
 * passes are enough.
 */
#ifndef PAGINATE_PAGINATE_H
#define PAGINATE_PAGINATE_H

#include "area/area.h"
#include "font/font.h"
#include "fo/tree.h"
#include "image/image.h"

/*
 * The finished document; it lives in the arena. Never NULL: what could not
 * be set is in the diagnostics (P codes; also layout's L codes).
 */
struct area_doc *paginate(struct arena *, struct fo_tree *, struct fonts *,
    struct images *, struct diag *);

#endif
