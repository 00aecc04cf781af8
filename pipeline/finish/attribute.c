/*
 * Attributes of elements (ISO 32000-1, 14.8.5): of a cell its scope, spans and
 * heads, of a list its numbering, of a figure its place on the page.
 */
#include <ctype.h>
#include <string.h>

#include "finish/object.h"

/* The heads that a cell names and that exist, as an array, or 0. */
static qpdf_oh
headers_new(struct finish *f, const char *names)
{
	qpdf_data q = f->q;
	qpdf_oh array = qpdf_oh_new_array(q);
	size_t n;

	for (; *names != '\0'; names += n) {
		names += strspn(names, " \t\n");
		n = strcspn(names, " \t\n");
		if (n != 0 && map_find_n(f->ids, names, n) != NULL)
			array_put(q, array,
			    qpdf_oh_new_binary_string(q, names, n));
	}
	if (qpdf_oh_get_array_n_items(q, array) != 0)
		return array;
	qpdf_oh_release(q, array);
	return 0;
}

static qpdf_oh
attributes_new(qpdf_data q, const char *owner)
{
	qpdf_oh a = qpdf_oh_new_dictionary(q);

	dict_put_name(q, a, "/O", owner);
	return a;
}

static qpdf_oh
cell_attributes(struct finish *f, const struct area_tag *cell)
{
	static const char *const scopes[] = {"/Column", "/Column", "/Row",
	    "/Both"};
	qpdf_data q = f->q;
	qpdf_oh a, headers = cell->headers == NULL ? 0 :
	    headers_new(f, cell->headers);

	if (cell->role == TAG_TD && cell->colspan <= 1 && cell->rowspan <= 1 &&
	    headers == 0)
		return 0;
	a = attributes_new(q, "/Table");
	if (cell->role == TAG_TH)
		dict_put_name(q, a, "/Scope", scopes[cell->scope]);
	if (cell->colspan > 1)
		dict_put_int(q, a, "/ColSpan", cell->colspan);
	if (cell->rowspan > 1)
		dict_put_int(q, a, "/RowSpan", cell->rowspan);
	if (headers != 0)
		dict_put(q, a, "/Headers", headers);
	return a;
}

/*
 * The kind of numbering that a list's first label shows. PDF has a word for
 * bullets and for counting; a label of words is told as a bullet.
 */
static const char *
numbering_of(const char *label)
{
	static const struct {
		const char *set, *name;
	} counts[] = {{"0123456789.", "/Decimal"}, {"ivx", "/LowerRoman"},
	    {"IVX", "/UpperRoman"}};
	static const char *const circle[] = {"\xe2\x97\x8b", "\xe2\x97\xa6"};
	static const char *const square[] = {"\xe2\x96\xaa", "\xe2\x96\xa0"};
	size_t n;

	label += strspn(label, " ([");
	n = strcspn(label, " )].");
	for (size_t i = 0; i < 3; i++)
		if (n != 0 && strspn(label, counts[i].set) >= n)
			return counts[i].name;
	if (n == 1 && islower((unsigned char)label[0]))
		return "/LowerAlpha";
	if (n == 1 && isupper((unsigned char)label[0]))
		return "/UpperAlpha";
	for (size_t i = 0; i < 2; i++) {
		if (strncmp(label, circle[i], 3) == 0)
			return "/Circle";
		if (strncmp(label, square[i], 3) == 0)
			return "/Square";
	}
	return "/Disc";
}

/* A list with labels says how they count (PDF/UA-1, 7.6). */
static qpdf_oh
list_attributes(struct finish *f, uint32_t list)
{
	const struct area_tag *tag = f->doc->tag;
	qpdf_oh a;

	for (uint32_t i = list + 1; i < f->doc->tags && tag[i].parent >= list;
	    i++) {
		if (tag[i].role != TAG_LBL ||
		    tag[tag[i].parent].parent != list || f->text[i] == NULL)
			continue;
		a = attributes_new(f->q, "/List");
		dict_put_name(f->q, a, "/ListNumbering",
		    numbering_of(f->text[i]));
		return a;
	}
	return 0;
}

/* The figure's rectangle on its first page, from the bottom left. */
static qpdf_oh
figure_attributes(struct finish *f, uint32_t tag, const struct area_page *page)
{
	qpdf_data q = f->q;
	qpdf_oh a, box;

	for (size_t i = 0; i < page->figures; i++) {
		const struct area_figure *fig = &page->figure[i];
		const mpt side[4] = {fig->x, page->h - fig->y - fig->h,
		    fig->x + fig->w, page->h - fig->y};
		if (fig->tag != tag)
			continue;
		box = qpdf_oh_new_array(q);
		for (int k = 0; k < 4; k++)
			array_put(q, box, qpdf_oh_new_real_from_double(q,
			    mpt_to_pt(side[k]), 3));
		a = attributes_new(q, "/Layout");
		dict_put(q, a, "/BBox", box);
		return a;
	}
	return 0;
}

void
attributes_write(struct finish *f, qpdf_oh elem, uint32_t tag, size_t page)
{
	const struct area_tag *e = &f->doc->tag[tag];
	qpdf_oh a = 0;

	if (e->role == TAG_TH || e->role == TAG_TD)
		a = cell_attributes(f, e);
	else if (e->role == TAG_L)
		a = list_attributes(f, tag);
	else if ((e->role == TAG_FIGURE || e->role == TAG_FORMULA) &&
	    page < f->doc->pages)
		a = figure_attributes(f, tag, &f->doc->page[page]);
	if (a != 0)
		dict_put(f->q, elem, "/A", a);
}
