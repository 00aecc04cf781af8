/*
 * people: a person is written once, in the people file, and named by id.
 *
 *     <from person="king" office="Leader"/>
 *  -> mp:person-name="Mr A J King, MBE" mp:person-short="Mr A J King"
 *     mp:person-office="Leader" mp:person-phone=".." mp:person-email=".."
 *
 * The middle word is the attribute that names the person. The element person
 * in running text gets mp:text as well: what it prints in its form.
 */
#include <stdio.h>
#include <string.h>

#include "merge/work.h"
#include "xml/node.h"
#include "xml/xml.h"

/* Attributes that name a person; element NULL: wherever they stand. */
static const struct mention {
	const char *attr, *element;
} mentions[] = {
    {"person", NULL},
    {"ref", "person"},
    {"for", "attendee"},
    {"director", "service"},
    {"member", "service"},
    {"owner", "control"},
    {"owner", "action"},
    {"lead", "at-a-glance"},
    {"lead", "unit"},
};

static const char *const styles[] = {"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr",
    "Cllr", "Councillor", "Sir", "Dame", "Lord", "Lady", "Professor", "Prof",
    "Rev", "Revd"};

void
people_load(struct merge *m)
{
	const xmlNode *pack = xmlDocGetRootElement(m->pack), *root;
	const char *path = source_path(m, pack, node_attr(pack, "people"));
	xmlNode *n;

	m->people_doc = source_load(m, path, PLACE_PEOPLE, xml_src(pack));
	root = m->people_doc ? xmlDocGetRootElement(m->people_doc) : NULL;
	n = root == NULL ? NULL : node_child(root, "person");
	for (; n != NULL; n = node_sibling(n, "person")) {
		const char *id = node_attr(n, "id");

		if (map_find(m->people, id) != NULL)
			diag_add(m->diag, DIAG_M09, xml_src(n), "%s", id);
		else
			map_put(m->people, id, n);
	}
}

/* The name of the membership and of minutes: Mr G Cooke, not Gary Cooke. */
static const char *
formal_name(const xmlNode *person)
{
	const char *formal = node_attr(person, "formal");

	return formal != NULL ? formal : node_attr(person, "name");
}

/* "Mr King"; without a style in front, "Sass". */
static const char *
surname(struct merge *m, const xmlNode *person)
{
	const char *name = formal_name(person);
	const char *last = node_attr(person, "surname");
	size_t first = strcspn(name, " ");

	if (last == NULL)
		last = strrchr(name, ' ') ? strrchr(name, ' ') + 1 : name;
	for (size_t i = 0; i < sizeof(styles) / sizeof(*styles); i++)
		if (strlen(styles[i]) == first &&
		    strncmp(name, styles[i], first) == 0)
			return arena_printf(m->arena, "%s %s", styles[i], last);
	return last;
}

static void
put(xmlNode *n, const char *attr, const char *what, const char *value)
{
	char name[32];

	if (value == NULL)
		return;
	snprintf(name, sizeof(name), "%s-%s", attr, what);
	node_put(n, name, value);
}

static const char *
child_text(struct merge *m, const xmlNode *person, const char *name)
{
	const xmlNode *child = node_child(person, name);

	return child == NULL ? NULL : node_text(m->arena, child);
}

/* What the element person in running text prints. */
static const char *
person_text(struct merge *m, const xmlNode *n, const xmlNode *person)
{
	const char *name = node_ext(n, "ref-name");
	const char *office = node_ext(n, "ref-office");
	int alone = node_attr_is(n, "form", "office");

	if (node_attr_is(n, "form", "surname"))
		return surname(m, person);
	if (!alone && !node_attr_is(n, "form", "both"))
		return name;
	if (office == NULL) {
		diag_add(m->diag, DIAG_M01, xml_src(n), "%s", name);
		return name;
	}
	return alone ? office :
	    arena_printf(m->arena, "%s, %s", name, office);
}

static void
person_fill(struct merge *m, xmlNode *n, const char *attr, const char *id)
{
	const xmlNode *person = map_find(m->people, id);
	const char *name, *honours, *office = node_attr(n, "office");

	if (person == NULL) {
		diag_add(m->diag, DIAG_M06, xml_src(n), "%s=\"%s\" of <%s>",
		    attr, id, (const char *)n->name);
		put(n, attr, "name", "?");
		return;
	}
	name = node_is(n, "attendee") || node_is(n, "member") ?
	    formal_name(person) : node_attr(person, "name");
	honours = node_attr(person, "honours");
	put(n, attr, "short", name);
	put(n, attr, "name", honours == NULL ? name :
	    arena_printf(m->arena, "%s, %s", name, honours));
	put(n, attr, "office", office ? office :
	    child_text(m, person, "office"));
	put(n, attr, "phone", child_text(m, person, "phone"));
	put(n, attr, "email", child_text(m, person, "email"));
	if (node_is(n, "person"))
		node_put(n, "text", person_text(m, n, person));
}

void
people_fill(struct merge *m)
{
	const xmlNode *pack = xmlDocGetRootElement(m->pack);
	xmlNode *n = xmlDocGetRootElement(m->pack);
	const char *id;

	if (m->people_doc == NULL) /* said once is enough */
		return;
	for (; n != NULL; n = node_next(pack, n)) {
		for (size_t i = 0; i < sizeof(mentions) / sizeof(*mentions);
		    i++) {
			const struct mention *w = &mentions[i];

			if (w->element != NULL && !node_is(n, w->element))
				continue;
			id = node_attr(n, w->attr);
			if (id != NULL)
				person_fill(m, n, w->attr, id);
		}
	}
}
