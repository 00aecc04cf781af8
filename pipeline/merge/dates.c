/*
 * dates: what an ISO date or time prints.
 *
 *     <issued>2015-04-14</issued>   mp:long="Tuesday, 14 April 2015"
 *                                   mp:plain="14 April 2015"
 *     <action due="2015-04">        mp:plain="April 2015"
 *     <action due="Ongoing">        mp:plain="Ongoing"
 *     <time>10:00</time>            mp:plain="10.00 am"
 *     <meeting time="10:00" ..>     mp:time="10.00 am"
 *
 * Words in place of a date are printed as they are, so a template prints
 * mp:plain wherever there may be a date.
 */
#include <string.h>

#include "merge/calendar.h"
#include "merge/work.h"
#include "xml/node.h"

/* Attributes that hold a date; element NULL: wherever they stand. */
static const struct dated {
	const char *attr, *element;
} dated[] = {
    {"date", NULL},
    {"day", NULL},
    {"due", "action"},
    {"start", "activity-item"},
    {"results-to", "service"},
};

/* Elements whose content is a date. */
static const char *const contents[] = {"date", "issued", "published",
    "results-to"};

static void
date_put(xmlNode *n, const char *date)
{
	char text[CALENDAR_TEXT];

	if (calendar_long(date, text) == 0)
		node_put(n, "long", text);
	node_put(n, "plain", calendar_plain(date, text) == 0 ? text : date);
}

static void
time_put(xmlNode *n, const char *name, const char *time)
{
	char text[CALENDAR_TEXT];

	if (calendar_time(time, text) == 0)
		node_put(n, name, text);
}

static void
content_fill(struct merge *m, xmlNode *n)
{
	const char *text;

	for (size_t i = 0; i < sizeof(contents) / sizeof(*contents); i++) {
		if (!node_is(n, contents[i]))
			continue;
		text = node_text(m->arena, n);
		if (text[0] != '\0')
			date_put(n, text);
	}
	if (node_is(n, "time"))
		time_put(n, "plain", node_text(m->arena, n));
}

static void
element_fill(struct merge *m, xmlNode *n)
{
	const char *value;

	for (size_t i = 0; i < sizeof(dated) / sizeof(*dated); i++) {
		if (dated[i].element != NULL && !node_is(n, dated[i].element))
			continue;
		value = node_attr(n, dated[i].attr);
		if (value != NULL)
			date_put(n, value);
	}
	value = node_attr(n, "time");
	if (value != NULL)
		time_put(n, "time", value);
	content_fill(m, n);
}

void
dates_fill(struct merge *m)
{
	const xmlNode *pack = xmlDocGetRootElement(m->pack);
	xmlNode *n = xmlDocGetRootElement(m->pack);

	for (; n != NULL; n = node_next(pack, n))
		element_fill(m, n);
}
