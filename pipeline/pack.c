/*
 * pack: reads as the pipeline.
 *
 *     input/NAME.xml -> merge, derive, check -> pack document
 *                    -> transform            -> FO document
 *                    -> fo, paginate         -> area tree
 *                    -> pdf, finish          -> output/NAME.pdf
 *
 * The stop rule: merge, derive and check always all run, so that an author
 * sees every finding at once; after them, and after every later stage, an
 * error ends the build before anything is written. Each border's tree has one
 * owner here, and dies here.
 */
#include "pack.h"

#include <stdlib.h>
#include <string.h>

#include "area/area.h"
#include "base/arena.h"
#include "base/buf.h"
#include "check/check.h"
#include "derive/derive.h"
#include "finish/finish.h"
#include "fo/read.h"
#include "fo/resolve.h"
#include "font/font.h"
#include "image/image.h"
#include "merge/merge.h"
#include "paginate/paginate.h"
#include "pdf/pdf.h"
#include "transform/transform.h"
#include "xml/xml.h"

static const char *const stage_names[STAGES] = {"merge", "derive", "check",
    "transform", "fo", "paginate", "pdf", "finish"};

const char *
pack_stage_name(enum pack_stage stage)
{
	return stage_names[stage];
}

static int
stopped(const struct diag *d)
{
	return diag_worst(d) >= DIAG_ERROR;
}

static void
print_xml(xmlDoc *doc, FILE *out)
{
	xmlChar *text;
	int len;

	xmlDocDumpMemoryEnc(doc, &text, &len, "UTF-8");
	fwrite(text, 1, (size_t)len, out);
	xmlFree(text);
}

/* The folder a file lies in, "." when it has none. In arena. */
static const char *
folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? "." :
	    arena_strndup(a, path, (size_t)(slash - path) + (slash == path));
}

/* Sources to the pack document. NULL when there is nothing to go on with. */
static xmlDoc *
pack_document(const struct pack_options *o, struct diag *d)
{
	struct merge_options m = {0};
	struct arena *a = arena_new();
	xmlDoc *pack;

	m.schemas = arena_printf(a, "%s/schema", o->templates);
	pack = merge_pack(o->input, &m, d);
	if (pack != NULL && o->until >= STAGE_DERIVE)
		derive_pack(pack, d);
	if (pack != NULL && o->until >= STAGE_CHECK)
		check_pack(pack, d);
	arena_free(a);
	return pack;
}

/* Sources to the FO document, or NULL where the build ends before it. */
static xmlDoc *
fo_document(const struct pack_options *o, FILE *out, struct diag *d)
{
	xmlDoc *pack, *fo = NULL;

	if (o->is_fo)
		return xml_load(o->input, NULL, (struct src){0}, d);
	pack = pack_document(o, d);
	if (pack == NULL)
		return NULL;
	if (o->until <= STAGE_CHECK)
		print_xml(pack, out);
	else if (!stopped(d))
		fo = transform_pack(pack, o->templates, d);
	xmlFreeDoc(pack);
	return fo;
}

static void
write_pdf(const struct pack_options *o, struct area_doc *doc, FILE *out,
    struct diag *d)
{
	struct buf pdf = {0};

	if (pdf_draw(doc, &pdf, d) == 0 && !stopped(d) &&
	    (o->until == STAGE_PDF || finish_pdf(&pdf, doc, d) == 0) &&
	    !stopped(d) &&
	    finish_write(o->output, pdf.data, pdf.len, d) == 0)
		fprintf(out, "%s: %zu pages\n", o->output, doc->pages);
	buf_free(&pdf);
}

static void
print_areas(const struct area_doc *doc, FILE *out)
{
	struct buf b = {0};

	area_dump(doc, &b);
	fwrite(b.data, 1, b.len, out);
	buf_free(&b);
}

/* The FO document to pages, and the pages to a file. */
static void
typeset(const struct pack_options *o, xmlDoc *fo, FILE *out, struct diag *d)
{
	struct arena *tree_arena = arena_new(), *area_arena = arena_new();
	struct fonts *fonts = fonts_open(o->fonts, d);
	struct fo_tree *tree = fo_read(tree_arena, fo, d);
	struct area_doc *doc;

	if (tree != NULL && fonts != NULL && !stopped(d) &&
	    (o->until >= STAGE_PAGINATE || o->resolved)) {
		doc = paginate(area_arena, tree, fonts,
		    images_new(area_arena, folder_of(area_arena, o->input)),
		    d);
		area_check(doc, d);
		if (o->resolved) {
			fo_resolve_columns(tree, d);
			print_xml(fo, out);
		} else if (o->until == STAGE_PAGINATE)
			print_areas(doc, out);
		else if (!stopped(d))
			write_pdf(o, doc, out, d);
	}
	fonts_free(fonts);
	arena_free(area_arena);
	arena_free(tree_arena);
}

void
pack_build(const struct pack_options *o, FILE *out, struct diag *d)
{
	xmlDoc *fo;

	xml_init();
	fo = fo_document(o, out, d);
	if (fo != NULL && o->until == STAGE_TRANSFORM && !o->resolved)
		print_xml(fo, out);
	else if (fo != NULL)
		typeset(o, fo, out, d);
	xmlFreeDoc(fo);
	xml_cleanup();
}
