/*
 * XMP (ISO 16684-1): what the document is, which standards it claims, and,
 * because PDF/A knows only some schemas, the description of PDF/UA's own
 * (ISO 19005-2, 6.6.2.3). All dates are the pack's.
 */
#include <ctype.h>
#include <string.h>

#include "finish/object.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

static void
element(struct buf *b, const char *name, const char *value)
{
	if (value == NULL)
		return;
	buf_printf(b, "<%s>", name);
	buf_xml(b, value, strlen(value));
	buf_printf(b, "</%s>\n", name);
}

/* kind: Alt, for one text in several languages, or Seq, for a list. */
static void
container(struct buf *b, const char *name, const char *kind, const char *value)
{
	if (value == NULL)
		return;
	buf_printf(b, "<%s><rdf:%s><rdf:li%s>", name, kind,
	    strcmp(kind, "Alt") == 0 ? " xml:lang=\"x-default\"" : "");
	buf_xml(b, value, strlen(value));
	buf_printf(b, "</rdf:li></rdf:%s></%s>\n", kind, name);
}

static void
extension_schema(struct buf *b)
{
	buf_puts(b,
	    "<pdfaExtension:schemas><rdf:Bag>"
	    "<rdf:li rdf:parseType=\"Resource\">"
	    "<pdfaSchema:schema>PDF/UA identification schema"
	    "</pdfaSchema:schema>"
	    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
	    "</pdfaSchema:namespaceURI>"
	    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
	    "<pdfaSchema:property><rdf:Seq>"
	    "<rdf:li rdf:parseType=\"Resource\">"
	    "<pdfaProperty:name>part</pdfaProperty:name>"
	    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
	    "<pdfaProperty:category>internal</pdfaProperty:category>"
	    "<pdfaProperty:description>the part of ISO 14289 to which the "
	    "document conforms</pdfaProperty:description>"
	    "</rdf:li></rdf:Seq></pdfaSchema:property>"
	    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n");
}

/* How much of the date is YYYY-MM-DD, YYYY-MM or YYYY; 0 for nothing. */
static int
date_length(const char *date)
{
	static const char form[] = "dddd-dd-dd";
	int n = 0;

	if (date == NULL)
		return 0;
	while (form[n] != '\0' && (form[n] == 'd' ?
	    isdigit((unsigned char)date[n]) != 0 : date[n] == form[n]))
		n++;
	return n >= 10 ? 10 : n >= 7 ? 7 : n >= 4 ? 4 : 0;
}

const char *
metadata_date(const struct area_doc *doc, struct arena *a)
{
	int n = date_length(doc->date);
	const char *d = doc->date;

	switch (n) {
	case 10:
		return arena_printf(a, "D:%.4s%.2s%.2s", d, d + 5, d + 8);
	case 7:
		return arena_printf(a, "D:%.4s%.2s", d, d + 5);
	case 4:
		return arena_printf(a, "D:%.4s", d);
	default:
		return NULL;
	}
}

static void
dates(struct buf *b, const struct area_doc *doc)
{
	int n = date_length(doc->date);

	if (n != 0)
		buf_printf(b, "<xmp:CreateDate>%.*s</xmp:CreateDate>\n"
		    "<xmp:ModifyDate>%.*s</xmp:ModifyDate>\n", n, doc->date, n,
		    doc->date);
}

void
metadata_write(const struct area_doc *doc, const char *producer, int claim,
    struct buf *b)
{
	buf_puts(b, "<?xpacket begin=\"\xef\xbb\xbf\" "
	    "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
	    "<rdf:RDF xmlns:rdf=\"" RDF "\">\n"
	    "<rdf:Description rdf:about=\"\""
	    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
	    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
	    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
	    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
	    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
	    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
	    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
	    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n");
	container(b, "dc:title", "Alt", doc->title);
	container(b, "dc:creator", "Seq", doc->author);
	container(b, "dc:description", "Alt", doc->subject);
	if (doc->lang != NULL)
		buf_printf(b, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li>"
		    "</rdf:Bag></dc:language>\n", doc->lang);
	element(b, "pdf:Keywords", doc->keywords);
	element(b, "pdf:Producer", producer);
	element(b, "xmp:CreatorTool", "makepack");
	dates(b, doc);
	buf_puts(b, "<pdfaid:part>2</pdfaid:part>\n"
	    "<pdfaid:conformance>A</pdfaid:conformance>\n");
	if (claim) {
		element(b, "pdfuaid:part", "1");
		extension_schema(b);
	}
	buf_puts(b, "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
	    "<?xpacket end=\"w\"?>");
}
