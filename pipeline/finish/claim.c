/*
 * What a program can see of the promises of PDF/UA-1 (ISO 14289-1): a title
 * and a language, alternative text for figures, headings without a gap,
 * tables with heads. A document that breaks one is written all the same, but
 * does not say that it conforms.
 */
#include "finish/object.h"

static int
claim_figure(const struct area_tag *t, struct diag *d)
{
	if (t->alt != NULL && t->alt[0] != '\0')
		return 1;
	diag_add(d, DIAG_Z02, t->src, "%s", tag_role_name(t->role));
	return 0;
}

/* level: of the heading before, 0 for none. */
static int
claim_heading(const struct area_tag *t, int *level, struct diag *d)
{
	const int here = (int)t->role - TAG_H1 + 1;
	const int fits = here <= *level + 1;

	if (!fits && *level == 0)
		diag_add(d, DIAG_Z04, t->src, "H%d is the first heading", here);
	else if (!fits)
		diag_add(d, DIAG_Z04, t->src, "H%d follows H%d", here, *level);
	*level = here;
	return fits;
}

/* Every table that is written has a head cell somewhere in it. */
static int
claim_tables(const struct finish *f)
{
	const struct area_doc *doc = f->doc;
	uint32_t *table = ARENA_ARRAY(f->arena, doc->tags, uint32_t);
	unsigned char *headed = ARENA_ARRAY(f->arena, doc->tags, unsigned char);
	int kept = 1;

	for (uint32_t i = 1; i < doc->tags; i++) {
		table[i] = doc->tag[i].role == TAG_TABLE ? i :
		    table[doc->tag[i].parent];
		if (doc->tag[i].role == TAG_TH)
			headed[table[i]] = 1;
	}
	for (uint32_t i = 1; i < doc->tags; i++) {
		if (table[i] != i || !f->live[i] || headed[i])
			continue;
		diag_add(f->diag, DIAG_Z05, doc->tag[i].src, "%s", "");
		kept = 0;
	}
	return kept;
}

int
claim_check(const struct finish *f)
{
	const struct area_doc *doc = f->doc;
	int kept = claim_tables(f), level = 0;

	if (doc->title == NULL || doc->title[0] == '\0' || doc->lang == NULL) {
		diag_add(f->diag, DIAG_Z03, (struct src){0}, "%s",
		    doc->lang == NULL ? "language" : "title");
		kept = 0;
	}
	for (uint32_t i = 1; i < doc->tags; i++) {
		const struct area_tag *t = &doc->tag[i];
		if (!f->live[i])
			continue;
		if (t->role == TAG_FIGURE || t->role == TAG_FORMULA)
			kept &= claim_figure(t, f->diag);
		if (t->role >= TAG_H1 && t->role <= TAG_H6)
			kept &= claim_heading(t, &level, f->diag);
	}
	return kept;
}
