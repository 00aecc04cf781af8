/*
 * regress: small FO documents with what must be true of their pages.
 *
 *     <case topic="keeps" xmlns:fo="http://www.w3.org/1999/XSL/Format">
 *       <about>what it pins, and the clause of XSL 1.1</about>
 *       <page width="40pt" height="20pt"> flow content </page>
 *       <check xpath="pages()" is="aa bb|cc"/>
 *       <finds code="P01" at="5" says="words of its detail"/>
 *     </case>
 *
 * In place of page there may be a whole fo:root. A page stands for one: a
 * page-sequence with a page master of its own, no margins, the region-body
 * the whole page. Its children that belong elsewhere go there: fo:region-*
 * into the page master, fo:static-content into the page-sequence,
 * fo:bookmark-tree and fo:declarations into the root; its other attributes
 * stand on the page-sequence. A case may have several pages. A root that
 * names no font is set in the square one at 10/10 pt, in which every
 * character is 10 pt wide, 8 pt above the baseline and 2 pt below, with
 * widows and orphans 1.
 *
 * A check is an XPath expression on the area dump (area/dump.c) and the
 * string it must give; in is, 12.5pt means 12500. Functions:
 *
 *     pages()      the text of every page, pages divided by |
 *     lines(node)  the text of every line below, lines divided by |
 *     box(node)    "x y w h" of an area, in points
 *     at('text')   "x y" of the first text area that says this, in points;
 *                  y is the baseline
 *
 * Findings must be exactly those that the case names.
 */
#ifndef TOOLS_REGRESS_H
#define TOOLS_REGRESS_H

#include <libxml/tree.h>

#include "area/area.h"
#include "fo/tree.h"
#include "font/font.h"

/* Failures of one case, a line each: what was expected, what was found. */
struct verdict {
	const char *name; /* of the case, for the lines */
	size_t failures;
};

void verdict_fail(struct verdict *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* --- case.c ------------------------------------------------------------ */

/* A case as it stands in its file. */
struct regress_case {
	xmlDoc *file;
	xmlNode *root; /* the case element */
	xmlDoc *fo;    /* its FO document, shorthands expanded */
};

/* 0; -1 after a failure. Free it in both cases. */
int case_read(struct regress_case *, const char *path, struct verdict *);
void case_free(struct regress_case *);

/* An attribute's value, or "" when it is not there. */
const char *case_attr(const xmlNode *, const char *name);

/* --- setting.c --------------------------------------------------------- */

/* An FO document formatted once. */
struct setting {
	struct arena *arena;
	struct diag *diag;
	struct fo_tree *tree;     /* NULL: nothing could be read */
	struct area_doc *doc;     /* or NULL */
	struct buf dump;
};

/* folder: where the case's pictures are. */
void setting_make(struct setting *, xmlDoc *fo, const char *folder,
    struct fonts *);
void setting_free(struct setting *);

/* --- expect.c ---------------------------------------------------------- */

/* Every check and every finding of the case. */
void expect_all(const struct regress_case *, const struct setting *,
    struct verdict *);

/* --- always.c ---------------------------------------------------------- */

/* What must hold of every document. */
void always_check(const struct setting *, struct verdict *);

#endif
