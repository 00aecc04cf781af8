/* fo.h: small FO documents in strings, for the tests of fo/. */
#ifndef UNIT_FO_H
#define UNIT_FO_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libxml/parser.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "fo/master.h"
#include "fo/read.h"

#define ROOT \
	"<root xmlns='http://www.w3.org/1999/XSL/Format'" \
	" xmlns:mp='urn:makepack:ext:1' xmlns:x='urn:x'" \
	" xmlns:fox='http://xmlgraphics.apache.org/fop/extensions'"
#define MASTERS \
	"<layout-master-set><simple-page-master master-name='page'" \
	" page-width='200mm' page-height='100mm' margin='10mm'>" \
	"<region-body margin-top='5mm'/><region-before extent='5mm'/>" \
	"</simple-page-master></layout-master-set>"
#define FLOW(content) \
	"<page-sequence master-reference='page'>" \
	"<flow flow-name='xsl-region-body'>" content "</flow></page-sequence>"
#define DOC(content) ROOT ">" MASTERS FLOW(content) "</root>"

struct fo {
	struct arena *arena;
	struct diag *diag;
	xmlDoc *doc;
	struct fo_tree *tree;
};

static inline struct fo
fo_of(const char *xml)
{
	struct fo f = {.arena = arena_new(), .diag = diag_new()};

	f.doc = xmlReadMemory(xml, (int)strlen(xml), "test.fo", NULL,
	    XML_PARSE_NONET);
	assert_non_null(f.doc);
	f.tree = fo_read(f.arena, f.doc, f.diag);
	return f;
}

static inline void
fo_close(struct fo *f)
{
	arena_free(f->arena);
	diag_free(f->diag);
	xmlFreeDoc(f->doc);
}

static inline const struct fo_node *
by_id(const struct fo *f, const char *id)
{
	const struct fo_node *n = map_find(f->tree->ids, id);

	assert_non_null(n);
	return n;
}

/* Exactly these codes, each once or more, in the order of diag.def. */
static inline void
expect(const struct fo *f, const char *codes)
{
	struct buf got = {0};

	buf_puts(&got, "");
	for (int i = 0; i < DIAG_CODES; i++)
		if (diag_count(f->diag, (enum diag_code)i) > 0)
			buf_printf(&got, "%s%s", got.len > 0 ? " " : "",
			    diag_name((enum diag_code)i));
	if (strcmp(got.data, codes) != 0)
		diag_print(f->diag, stderr);
	assert_string_equal(got.data, codes);
	buf_free(&got);
}

#endif
