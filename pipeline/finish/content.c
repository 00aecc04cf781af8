/*
 * Content streams. Cairo can tag but not make artifacts, so furniture was
 * drawn in leaves named NonStruct; here their beginnings are replaced:
 *
 *     /NonStruct << /MCID 3 >> BDC   ->   /Artifact BMC
 *
 * Strings are stepped over: a document may well print such a line. On the way
 * the numbers are compared with what pdf/ recorded, for the whole structure
 * hangs on them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "finish/object.h"

struct scan {
	const char *p, *end;
};

/* Behind the string that begins at p. */
static const char *
string_end(const char *p, const char *end)
{
	int depth = 0;

	for (; p < end; p++) {
		if (*p == '\\')
			p++;
		else if (*p == '(')
			depth++;
		else if (*p == ')' && --depth == 0)
			return p + 1;
	}
	return end;
}

/*
 * A marked-content beginning "/Name << /MCID n >> BDC" at p: its length and
 * number, or 0 when it is something else.
 */
static size_t
leaf_at(const char *p, const char *end, size_t *mcid)
{
	static const char mid[] = " << /MCID ", tail[] = " >> BDC";
	const char *at = memchr(p, ' ', (size_t)(end - p));
	const char *digits;

	if (at == NULL || (size_t)(end - at) < sizeof(mid) ||
	    memcmp(at, mid, sizeof(mid) - 1) != 0)
		return 0;
	digits = at += sizeof(mid) - 1;
	for (*mcid = 0; at < end && *at >= '0' && *at <= '9' &&
	    at - digits < 9; at++)
		*mcid = *mcid * 10 + (size_t)(*at - '0');
	if (at == digits || (size_t)(end - at) < sizeof(tail) - 1 ||
	    memcmp(at, tail, sizeof(tail) - 1) != 0)
		return 0;
	return (size_t)(at - p) + sizeof(tail) - 1;
}

/* Copy with artifacts; 0, or -1 when the marks are not those recorded. */
static int
artifacts(const char *p, const char *end, const struct area_page *page,
    struct buf *out)
{
	const char *from = p;
	size_t seen = 0, mcid, n;

	while (p < end) {
		if (*p == '(') {
			p = string_end(p, end);
			continue;
		}
		if (*p != '/' || (n = leaf_at(p, end, &mcid)) == 0) {
			p++;
			continue;
		}
		if (mcid != seen++ || mcid >= page->marks)
			return -1;
		if (page->mark[mcid].tag == 0) {
			buf_add(out, from, (size_t)(p - from));
			buf_puts(out, "/Artifact BMC");
			from = p + n;
		}
		p += n;
	}
	buf_add(out, from, (size_t)(p - from));
	return seen == page->marks ? 0 : -1;
}

int
content_rewrite(struct finish *f, size_t i)
{
	qpdf_oh stream = qpdf_oh_get_key(f->q, f->page[i], "/Contents");
	qpdf_oh null = qpdf_oh_new_null(f->q);
	unsigned char *data = NULL;
	struct buf out = {0};
	size_t len = 0;
	int status = -1;

	if (qpdf_oh_is_stream(f->q, stream) && qpdf_oh_get_stream_data(f->q,
	    stream, qpdf_dl_generalized, NULL, &data, &len) == QPDF_SUCCESS)
		status = artifacts((char *)data, (char *)data + len,
		    &f->doc->page[i], &out);
	if (status == 0)
		qpdf_oh_replace_stream_data(f->q, stream,
		    (unsigned char *)out.data, out.len, null, null);
	free(data);
	buf_free(&out);
	qpdf_oh_release(f->q, null);
	qpdf_oh_release(f->q, stream);
	return status;
}
