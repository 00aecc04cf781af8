/*
 * check: the table of rules, and one walk that applies it. A rule that comes
 * is a row here, a code in diag.def, a function of a dozen lines in the file
 * of its subject, and a test that it passes and one that it fails.
 */
#include "check/check.h"

#include <stdarg.h>
#include <stdio.h>

#include "check/work.h"
#include "xml/node.h"
#include "xml/xml.h"

static const struct rule {
	enum diag_code code;
	const char *element;  /* what it visits */
	check_rule *rule;
} rules[] = {
    {DIAG_C01, "membership", check_membership},
    {DIAG_C02, "party", check_party},
    {DIAG_C03, "issued", check_issued},
    {DIAG_C04, "minutes", check_minutes_date},
    {DIAG_C05, "recommendation", check_recommendation},
    {DIAG_C06, "figure", check_alt},
    {DIAG_C07, "item", check_item_content},
    {DIAG_C08, "item", check_item_oral},
    {DIAG_C09, "item", check_item_start},
    {DIAG_C10, "indicator", check_bounds},
    {DIAG_C10, "kpi", check_bounds},
    {DIAG_C11, "measure", check_thresholds},
    {DIAG_C11, "quarter", check_thresholds},
    {DIAG_C11, "annual", check_thresholds},
    {DIAG_C12, "rating", check_rating},
    {DIAG_C13, "measure", check_quarters},
    {DIAG_C14, "meeting", check_programme},
    {DIAG_C15, "table", check_table},
};

void
check_found(struct check *c, const xmlNode *n, const char *fmt, ...)
{
	char detail[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(detail, sizeof(detail), fmt, ap);
	va_end(ap);
	diag_add(c->diag, c->code, xml_src(n), "%s", detail);
}

void
check_pack(xmlDoc *doc, struct diag *d)
{
	xmlNode *pack = xmlDocGetRootElement(doc), *n;
	struct check c = {arena_new(), d, pack, DIAG_CODES};

	for (n = pack; n != NULL; n = node_next(pack, n)) {
		for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
			if (!node_is(n, rules[i].element))
				continue;
			c.code = rules[i].code;
			rules[i].rule(&c, n);
		}
	}
	arena_free(c.arena);
}
