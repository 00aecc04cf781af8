/*
 * Cairo's file through libqpdf, in one reading and one writing:
 *
 *     drawn PDF -> drop Cairo's structure -> pages, annotations, fonts
 *               -> our structure tree -> catalog -> finished PDF
 *
 * Everything that depends on the machine or the hour is left out: dates are
 * the pack's, the file's identifier is a hash of its content.
 */
#include "finish/finish.h"

#include <stdio.h>
#include <string.h>

#include "finish/order.h"

/* qpdf's words become a finding. */
static int
failed(struct finish *f, const char *why)
{
	if (qpdf_has_error(f->q))
		why = qpdf_get_error_full_text(f->q, qpdf_get_error(f->q));
	diag_add(f->diag, DIAG_Z01, (struct src){0}, "%s", why);
	return -1;
}

static const char *
link_title(const struct finish *f, uint32_t tag)
{
	const struct area_tag *t = &f->doc->tag[tag];

	if (f->text[tag] != NULL)
		return f->text[tag];
	return t->alt != NULL ? t->alt : t->uri != NULL ? t->uri : t->dest;
}

/* A page's link annotations; -1 when they are not those recorded. */
static int
annotations_finish(struct finish *f, size_t p, long long *key)
{
	const struct area_page *page = &f->doc->page[p];
	qpdf_oh list = qpdf_oh_get_key(f->q, f->page[p], "/Annots");
	int n = qpdf_oh_is_array(f->q, list) ?
	    qpdf_oh_get_array_n_items(f->q, list) : 0;

	if ((size_t)n != page->links)
		return -1;
	f->annot[p] = ARENA_ARRAY(f->arena, page->links, qpdf_oh);
	for (int i = 0; i < n; i++) {
		qpdf_oh a = qpdf_oh_get_array_item(f->q, list, i);
		dict_put_int(f->q, a, "/F", 4); /* printed */
		dict_put_int(f->q, a, "/StructParent", (*key)++);
		dict_put_text(f->q, a, "/Contents",
		    link_title(f, page->link[i]));
		f->annot[p][i] = a;
	}
	qpdf_oh_release(f->q, list);
	return 0;
}

static int
pages_finish(struct finish *f)
{
	long long key = (long long)f->doc->pages;

	f->text = element_texts(f->doc, f->arena);
	f->page = ARENA_ARRAY(f->arena, f->doc->pages, qpdf_oh);
	f->annot = ARENA_ARRAY(f->arena, f->doc->pages, qpdf_oh *);
	if (qpdf_get_num_pages(f->q) != (int)f->doc->pages)
		return failed(f, "pages are missing");
	for (size_t p = 0; p < f->doc->pages; p++) {
		f->page[p] = qpdf_get_page_n(f->q, p);
		if (annotations_finish(f, p, &key) != 0)
			return failed(f, "links are not where they were drawn");
		if (content_rewrite(f, p) != 0)
			return failed(f, "content is not as it was drawn");
		dict_put_int(f->q, f->page[p], "/StructParents", (long long)p);
		dict_put_name(f->q, f->page[p], "/Tabs", "/S");
	}
	return 0;
}

/* Fonts and images as PDF/A wants them. */
static void
objects_finish(struct finish *f)
{
	qpdf_data q = f->q;

	for (size_t i = 0; i < f->objects; i++) {
		qpdf_oh o = qpdf_get_object_by_id(q, f->object[i], 0);
		if (qpdf_oh_is_stream(q, o)) {
			qpdf_oh dict = qpdf_oh_get_dict(q, o);
			qpdf_oh_remove_key(q, dict, "/Interpolate");
			qpdf_oh_release(q, dict);
		} else if (qpdf_oh_is_dictionary_of_type(q, o, "/Font",
		    "/CIDFontType2") && !qpdf_oh_has_key(q, o,
		    "/CIDToGIDMap")) {
			dict_put_name(q, o, "/CIDToGIDMap", "/Identity");
		}
		qpdf_oh_release(q, o);
	}
}

static void
info_finish(struct finish *f)
{
	const char *date = metadata_date(f->doc, f->arena);

	if (date == NULL)
		return;
	qpdf_set_info_key(f->q, "/CreationDate", date);
	qpdf_set_info_key(f->q, "/ModDate", date);
}

static void
metadata_put(struct finish *f, qpdf_oh catalog)
{
	const char *producer = qpdf_get_info_key(f->q, "/Producer");
	struct buf xmp = {0};
	qpdf_oh stream, dict;

	metadata_write(f->doc, producer, claim_check(f), &xmp);
	stream = stream_new(f->q, xmp.data, xmp.len);
	dict = qpdf_oh_get_dict(f->q, stream);
	dict_put_name(f->q, dict, "/Type", "/Metadata");
	dict_put_name(f->q, dict, "/Subtype", "/XML");
	qpdf_oh_release(f->q, dict);
	dict_put(f->q, catalog, "/Metadata", stream);
	buf_free(&xmp);
}

static void
intent_put(struct finish *f, qpdf_oh catalog)
{
	struct buf icc = {0};
	qpdf_data q = f->q;
	qpdf_oh intents = qpdf_oh_new_array(q);
	qpdf_oh intent = qpdf_oh_new_dictionary(q);
	qpdf_oh stream, dict;

	icc_write(&icc);
	stream = stream_new(q, icc.data, icc.len);
	dict = qpdf_oh_get_dict(q, stream);
	dict_put_int(q, dict, "/N", 3);
	qpdf_oh_release(q, dict);
	dict_put_name(q, intent, "/Type", "/OutputIntent");
	dict_put_name(q, intent, "/S", "/GTS_PDFA1");
	dict_put_text(q, intent, "/OutputConditionIdentifier", "sRGB");
	dict_put_text(q, intent, "/Info", "sRGB IEC61966-2.1");
	dict_put(q, intent, "/DestOutputProfile", stream);
	array_put(q, intents, intent);
	dict_put(q, catalog, "/OutputIntents", intents);
	buf_free(&icc);
}

static void
catalog_finish(struct finish *f)
{
	qpdf_data q = f->q;
	qpdf_oh catalog = qpdf_get_root(q), dict;

	dict = qpdf_oh_new_dictionary(q);
	dict_put(q, dict, "/Marked", qpdf_oh_new_bool(q, QPDF_TRUE));
	dict_put(q, catalog, "/MarkInfo", dict);
	dict = qpdf_oh_new_dictionary(q);
	dict_put(q, dict, "/DisplayDocTitle", qpdf_oh_new_bool(q, QPDF_TRUE));
	dict_put(q, catalog, "/ViewerPreferences", dict);
	if (f->doc->lang != NULL)
		dict_put_text(q, catalog, "/Lang", f->doc->lang);
	labels_write(f, catalog);
	intent_put(f, catalog);
	order_live(f);
	metadata_put(f, catalog);
	structure_write(f, catalog);
	qpdf_oh_release(q, catalog);
}

static int
file_write(struct finish *f, struct buf *pdf)
{
	if (qpdf_init_write_memory(f->q) & QPDF_ERRORS)
		return failed(f, "cannot be written");
	qpdf_set_deterministic_ID(f->q, QPDF_TRUE);
	qpdf_set_minimum_pdf_version(f->q, "1.7");
	qpdf_set_object_stream_mode(f->q, qpdf_o_generate);
	qpdf_set_newline_before_endstream(f->q, QPDF_TRUE);
	if (qpdf_write(f->q) & QPDF_ERRORS)
		return failed(f, "cannot be written");
	buf_reset(pdf);
	buf_add(pdf, qpdf_get_buffer(f->q), qpdf_get_buffer_length(f->q));
	return 0;
}

static int
file_read(struct finish *f, struct buf *pdf)
{
	qpdf_silence_errors(f->q);
	qpdf_set_suppress_warnings(f->q, QPDF_TRUE);
	qpdf_set_attempt_recovery(f->q, QPDF_FALSE);
	if (xref_drop(f, pdf) != 0)
		return failed(f, "its table of objects is not Cairo 1.16's");
	if (qpdf_read_memory(f->q, "the drawn pages", pdf->data, pdf->len,
	    NULL) & QPDF_ERRORS)
		return failed(f, "cannot be read");
	return 0;
}

int
finish_pdf(struct buf *pdf, const struct area_doc *doc, struct diag *d)
{
	struct finish f = {.q = qpdf_init(), .doc = doc, .arena = arena_new(),
	    .diag = d};
	int status = -1;

	if (file_read(&f, pdf) == 0 && pages_finish(&f) == 0) {
		objects_finish(&f);
		info_finish(&f);
		catalog_finish(&f);
		status = file_write(&f, pdf);
	}
	arena_free(f.arena);
	qpdf_cleanup(&f.q);
	return status;
}
