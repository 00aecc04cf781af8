/*
 * agenda: rules of the front sheet and the agenda: who sits on the
 * committee, the days that the pack names, and what an item brings.
 */
#include <stdlib.h>
#include <string.h>

#include "check/work.h"
#include "xml/node.h"

static long
number(const xmlNode *n, const char *attr)
{
	const char *text = node_attr(n, attr);

	return text == NULL ? 0 : strtol(text, NULL, 10);
}

void
check_membership(struct check *c, const xmlNode *n)
{
	const xmlNode *party = node_child(n, "party");
	long seats = 0;

	for (; party != NULL; party = node_sibling(party, "party"))
		seats += number(party, "seats");
	if (seats != number(n, "total"))
		check_found(c, n, "total %ld, the parties have %ld",
		    number(n, "total"), seats);
}

void
check_party(struct check *c, const xmlNode *n)
{
	const xmlNode *member = node_child(n, "member");
	long seats = number(n, "seats"), vacant = number(n, "vacancies");
	long named = 0;

	for (; member != NULL; member = node_sibling(member, "member"))
		named++;
	if (named + vacant != seats)
		check_found(c, n, "%s: %ld seats, %ld named, %ld vacant",
		    node_attr(n, "name"), seats, named, vacant);
}

/* The day of the meeting, "" when the pack has none. */
static const char *
meeting_day(struct check *c)
{
	const xmlNode *n = node_child(c->pack, "meeting");

	n = n == NULL ? NULL : node_child(n, "date");
	return n == NULL ? "" : node_text(c->arena, n);
}

/* ISO days sort as text. */
void
check_issued(struct check *c, const xmlNode *n)
{
	const char *issued = node_text(c->arena, n), *day = meeting_day(c);

	if (strcmp(issued, day) > 0)
		check_found(c, n, "issued %s, meeting %s", issued, day);
}

void
check_minutes_date(struct check *c, const xmlNode *n)
{
	const xmlNode *meeting = node_child(n, "meeting");
	const char *held = meeting ? node_attr(meeting, "date") : NULL;
	const char *day = meeting_day(c);

	if (held != NULL && strcmp(held, day) >= 0)
		check_found(c, meeting, "held %s, this meeting %s", held, day);
}

/* Items of the agenda, not of lists. */
static int
is_agenda_item(const struct check *c, const xmlNode *n)
{
	return n->parent != NULL && n->parent->parent == c->pack;
}

/* Its title in plain words, for findings. */
static const char *
item_title(struct check *c, const xmlNode *n)
{
	const xmlNode *title = node_child(n, "title");

	return title == NULL ? "" : node_text(c->arena, title);
}

void
check_item_content(struct check *c, const xmlNode *n)
{
	if (is_agenda_item(c, n) && !node_attr_is(n, "oral", "yes") &&
	    node_child(n, "document") == NULL &&
	    node_child(n, "blurb") == NULL)
		check_found(c, n, "%s", item_title(c, n));
}

void
check_item_oral(struct check *c, const xmlNode *n)
{
	if (is_agenda_item(c, n) && node_attr_is(n, "oral", "yes") &&
	    node_child(n, "document") != NULL)
		check_found(c, n, "%s", item_title(c, n));
}

void
check_item_start(struct check *c, const xmlNode *n)
{
	const xmlNode *first = node_child(n, "document");

	if (is_agenda_item(c, n) && first != NULL &&
	    node_attr_is(first, "start", "next"))
		check_found(c, first, "%s", item_title(c, n));
}
