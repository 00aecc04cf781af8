/*
 * Cairo 1.16 gives a marked-content number to each tag without children, in
 * drawing order, and to nothing else: text of a tag that has child tags would
 * be lost to the reader. So all content is drawn in leaves under one Document
 * tag, and page.mark says whose each number is. The names of the leaves are
 * for those who read the content stream; the structure is made in finish/.
 *
 * A leaf stays open as long as content of the same element follows. Link
 * leaves make an annotation each, one a line.
 */
#include "pdf/paint.h"

#include <ctype.h>
#include <string.h>

/*
 * The name of a destination. Cairo writes it raw into the tree of names and
 * as a string elsewhere; both are the same for these characters alone.
 */
void
dest_add(struct buf *b, const char *attribute, const char *id)
{
	buf_printf(b, "%s='", attribute);
	for (const char *c = id; *c != '\0'; c++) {
		if (isalnum((unsigned char)*c) || strchr("_-.:", *c) != NULL)
			buf_putc(b, *c);
		else
			buf_printf(b, "%%%02X", (unsigned char)*c);
	}
	buf_putc(b, '\'');
}

/*
 * An address in the characters a PDF's URI may have (RFC 3986); what could
 * end or escape the string that Cairo writes without a look is encoded too.
 */
static void
uri_add(struct buf *b, const char *uri)
{
	buf_puts(b, "uri='");
	for (const char *s = uri; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;
		if (c <= ' ' || c >= 0x7f || strchr("()\\<>\"{}|^`'", c))
			buf_printf(b, "%%%02X", c);
		else
			buf_putc(b, c);
	}
	buf_putc(b, '\'');
}

static void
length_add(struct buf *b, mpt v)
{
	buf_printf(b, "%s%lld.%03lld ", v < 0 ? "-" : "",
	    (long long)(v < 0 ? -v : v) / MPT_PT,
	    (long long)(v < 0 ? -v : v) % MPT_PT);
}

static void
link_attributes(const struct area_tag *tag, const struct rect *r,
    struct buf *b)
{
	if (tag->uri != NULL && tag->uri[0] != '\0')
		uri_add(b, tag->uri);
	else
		dest_add(b, "dest", tag->dest);
	buf_puts(b, " rect=[");
	length_add(b, r->x);
	length_add(b, r->y);
	length_add(b, r->w);
	length_add(b, r->h);
	buf_putc(b, ']');
}

static void
leaf_begin(struct painter *p, const char *name, const char *attributes)
{
	struct area_page *page = p->page;

	cairo_tag_begin(p->cr, name, attributes);
	p->leaf.name = name;
	ARENA_PUSH(p->doc->arena, page->mark, page->marks, page->marks_cap) =
	    (struct area_mark){p->leaf.tag, p->order};
}

static void
link_begin(struct painter *p, const struct rect *around)
{
	struct area_page *page = p->page;
	struct buf b = {0};

	link_attributes(&p->doc->tag[p->leaf.link], around, &b);
	leaf_begin(p, CAIRO_TAG_LINK, b.data);
	ARENA_PUSH(p->doc->arena, page->link, page->links, page->links_cap) =
	    p->leaf.link;
	buf_free(&b);
}

void
leaf_open(struct painter *p, uint32_t tag, const struct area *line,
    const struct rect *around)
{
	const struct leaf old = p->leaf;
	uint32_t link = p->link[tag];
	enum tag_role role = p->doc->tag[tag].role;

	if (old.name != NULL && old.tag == tag &&
	    (link == 0 || old.line == line))
		return;
	leaf_close(p);
	p->leaf = (struct leaf){.tag = tag, .link = link, .line = line};
	if (link != 0 && (old.link != link || old.line != line))
		link_begin(p, around);
	else if (tag == 0)
		leaf_begin(p, "NonStruct", "");
	else
		leaf_begin(p, role == TAG_LINK ? "Span" : tag_role_name(role),
		    "");
}

void
leaf_close(struct painter *p)
{
	if (p->leaf.name == NULL)
		return;
	text_flush(p);
	cairo_tag_end(p->cr, p->leaf.name);
	p->leaf.name = NULL;
}
