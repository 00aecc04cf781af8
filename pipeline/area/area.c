/* Making area trees: documents, areas, and the names of structure types. */
#include "area/area.h"

#include <string.h>

static const char *const role_names[TAG_ROLES] = {
#define ROLE(id, name) name,
#include "area/role.def"
#undef ROLE
};

struct area_doc *
area_doc_new(struct arena *a)
{
	struct area_doc *doc = ARENA_NEW(a, struct area_doc);
	struct area_tag tag = {.role = TAG_ARTIFACT, .colspan = 1,
	    .rowspan = 1};

	doc->arena = a;
	ARENA_PUSH(a, doc->tag, doc->tags, doc->tags_cap) = tag;
	tag.role = TAG_DOCUMENT;
	ARENA_PUSH(a, doc->tag, doc->tags, doc->tags_cap) = tag;
	return doc;
}

struct area *
area_new(struct arena *a, enum area_kind kind, struct src src)
{
	struct area *area = ARENA_NEW(a, struct area);

	area->kind = kind;
	area->src = src;
	return area;
}

void
area_append(struct area *parent, struct area *child)
{
	child->next = NULL;
	if (parent->last == NULL)
		parent->child = child;
	else
		parent->last->next = child;
	parent->last = child;
}

enum tag_role
tag_role_find(const char *name)
{
	int i = 0;

	while (i < TAG_ROLES && strcmp(role_names[i], name) != 0)
		i++;
	return (enum tag_role)i;
}

const char *
tag_role_name(enum tag_role role)
{
	return role_names[role];
}
