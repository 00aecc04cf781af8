/*
 * xslt: one stylesheet over one document. Stylesheets are ours or the
 * council's own, so they may read what lies beside them (xsl:import,
 * xsl:include) and nothing else: no network, no writing, no document().
 * What libxslt has to say becomes T codes.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libxml/parser.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltutils.h>

#include "base/arena.h"
#include "xml/xml.h"

/* Messages arrive in pieces; a line is complete with its newline. */
struct messages {
	struct diag *diag;
	const char *file;
	struct buf line;
};

static void
message_flush(struct messages *m)
{
	if (m->line.len != 0)
		diag_add(m->diag, DIAG_T01, (struct src){m->file, 0, 0}, "%s",
		    m->line.data);
	buf_reset(&m->line);
}

static void __attribute__((format(printf, 2, 3)))
message_add(void *ctx, const char *fmt, ...)
{
	struct messages *m = ctx;
	char piece[1024];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(piece, sizeof(piece), fmt, ap);
	va_end(ap);
	for (const char *p = piece; *p != '\0'; p++) {
		if (*p == '\n')
			message_flush(m);
		else
			buf_putc(&m->line, *p);
	}
}

static void
message_xml(void *ctx, xmlError *e)
{
	struct messages *m = ctx;
	int n = e->message ? (int)strcspn(e->message, "\n") : 0;

	diag_add(m->diag, DIAG_T01, (struct src){e->file, e->line, 0}, "%.*s",
	    n, e->message ? e->message : "");
}

xsltStylesheet *
xslt_open(const char *path, struct diag *d)
{
	struct messages m = {.diag = d, .file = path};
	xsltStylesheet *sheet;

	if (access(path, R_OK) != 0) {
		diag_add(d, DIAG_B02, (struct src){path, 0, 0}, "%s", path);
		return NULL;
	}
	xsltSetGenericErrorFunc(&m, message_add);
	xmlSetStructuredErrorFunc(&m, message_xml);
	sheet = xsltParseStylesheetFile((const xmlChar *)path);
	xmlSetStructuredErrorFunc(NULL, NULL);
	xsltSetGenericErrorFunc(NULL, NULL);
	message_flush(&m);
	buf_free(&m.line);
	if (sheet != NULL && sheet->errors != 0) {
		xsltFreeStylesheet(sheet);
		sheet = NULL;
	}
	if (sheet == NULL && diag_count(d, DIAG_T01) == 0)
		diag_add(d, DIAG_B02, (struct src){path, 0, 0}, "%s", path);
	return sheet;
}

static xsltSecurityPrefs *
security_new(void)
{
	static const xsltSecurityOption forbidden[] = {
	    XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE,
	    XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
	    XSLT_SECPREF_WRITE_NETWORK};
	xsltSecurityPrefs *s = xsltNewSecurityPrefs();

	for (size_t i = 0; i < sizeof(forbidden) / sizeof(*forbidden); i++)
		xsltSetSecurityPrefs(s, forbidden[i], xsltSecurityForbid);
	return s;
}

xmlDoc *
xslt_run(xsltStylesheet *sheet, xmlDoc *doc, const char **params,
    struct diag *d)
{
	struct messages m = {.diag = d,
	    .file = (const char *)sheet->doc->URL};
	xsltTransformContext *ctxt = xsltNewTransformContext(sheet, doc);
	xsltSecurityPrefs *security = security_new();
	xmlDoc *result;

	xsltSetCtxtSecurityPrefs(security, ctxt);
	xsltSetTransformErrorFunc(ctxt, &m, message_add);
	xmlSetGenericErrorFunc(&m, message_add);
	for (; params != NULL && params[0] != NULL; params += 2)
		xsltQuoteOneUserParam(ctxt, (const xmlChar *)params[0],
		    (const xmlChar *)params[1]);
	result = xsltApplyStylesheetUser(sheet, doc, NULL, NULL, NULL, ctxt);
	xmlSetGenericErrorFunc(NULL, NULL);
	message_flush(&m);
	if (ctxt->state != XSLT_STATE_OK && result != NULL) {
		xmlFreeDoc(result);
		result = NULL;
	}
	if (result == NULL && diag_count(d, DIAG_T01) == 0)
		diag_add(d, DIAG_T01, (struct src){m.file, 0, 0},
		    "the transformation ended early");
	buf_free(&m.line);
	xsltFreeTransformContext(ctxt);
	xsltFreeSecurityPrefs(security);
	return result;
}
