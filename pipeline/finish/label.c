/*
 * Page labels (ISO 32000-1, 12.4.2): the number that is printed on a page is
 * the one that the viewer shows. A label is a prefix and a decimal number
 * ("7", "A-7"), or a prefix alone ("iv"); pages that count on share an entry.
 * Cairo has labels too, but writes none for a document that begins with 1.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "finish/object.h"

struct label {
	size_t prefix; /* bytes */
	long number;   /* 0: none */
};

/* Leading zeros belong to the prefix; nine digits are a number. */
static struct label
label_split(const char *s)
{
	size_t n = strlen(s), from = n;

	while (from > 0 && n - from < 9 && isdigit((unsigned char)s[from - 1]))
		from--;
	while (s[from] == '0')
		from++;
	return (struct label){from, from < n ? atol(s + from) : 0};
}

static void
label_put(qpdf_data q, qpdf_oh nums, const char *s, struct label l,
    struct arena *a)
{
	qpdf_oh entry = qpdf_oh_new_dictionary(q);

	if (l.prefix != 0)
		dict_put_text(q, entry, "/P", arena_strndup(a, s, l.prefix));
	if (l.number != 0) {
		dict_put_name(q, entry, "/S", "/D");
		dict_put_int(q, entry, "/St", l.number);
	}
	array_put(q, nums, entry);
}

void
labels_write(struct finish *f, qpdf_oh catalog)
{
	const struct area_page *page = f->doc->page;
	qpdf_oh nums = qpdf_oh_new_array(f->q);
	qpdf_oh tree = qpdf_oh_new_dictionary(f->q);
	struct label last = {0, 0};

	for (size_t i = 0; i < f->doc->pages; i++) {
		const char *s = page[i].label != NULL ? page[i].label : "";
		struct label l = label_split(s);
		int counts_on = i != 0 && l.number != 0 &&
		    l.number == last.number + 1 && l.prefix == last.prefix &&
		    strncmp(s, page[i - 1].label, l.prefix) == 0;
		if (!counts_on) {
			array_put_int(f->q, nums, (long long)i);
			label_put(f->q, nums, s, l, f->arena);
		}
		last = l;
	}
	dict_put(f->q, tree, "/Nums", nums);
	dict_put(f->q, catalog, "/PageLabels", tree);
}
