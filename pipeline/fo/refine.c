/*
 * refine: the order of work on one element.
 *
 *     attributes -> names with a rank -> least precise first -> work
 *     font-size as soon as it is known gives em
 *     margins, widths -> the properties they correspond to
 *     work -> shared style
 */
#include "fo/refine.h"

#include <libxml/xmlmemory.h>
#include <stdio.h>
#include <string.h>


#define FO_NS "http://www.w3.org/1999/XSL/Format"
#define EXT_NS "urn:makepack:ext:1"
#define FOX_NS "http://xmlgraphics.apache.org/fop/extensions"
#define SIZE_MAX_MPT INT64_C(1000000000)

void
refiner_open(struct refiner *r, struct arena *arena, const struct vocab *vocab,
    struct diag *diag)
{
	memset(r, 0, sizeof(*r));
	r->arena = arena;
	r->scratch = arena_new();
	r->vocab = vocab;
	r->id = vocab_find(vocab, "id");
	r->asked = map_new(r->scratch);
	r->styles = styles_new(arena, r->scratch, vocab);
	r->diag = diag;
}

void
refiner_close(struct refiner *r)
{
	arena_free(r->scratch);
}

/* --- the work --------------------------------------------------------- */

int
work_parse(struct work *w, enum fo_prop prop, unsigned component,
    const char *text, size_t len, struct fo_value *v)
{
	w->at.prop = prop;
	w->at.component = component == COMPONENT_ALL ? 0 : component;
	return value_parse(&w->at, text, len, v);
}

static void
part_put(struct work *w, unsigned part, const struct fo_value *v)
{
	w->v[part] = *v;
	part_add(&w->set, part);
}

/* How many components the property itself sets. */
static unsigned
parts_of_all(const struct prop_row *row)
{
	return row->kind == KIND_BORDW || row->kind == KIND_PAD ? 1
	    : row->kind == KIND_SPACE ? 3 : row->parts;
}

void
work_put(struct work *w, enum fo_prop prop, unsigned component,
    const struct fo_value *v)
{
	const struct prop_row *row = prop_row(prop);

	if (component != COMPONENT_ALL) {
		part_put(w, row->part + component, v);
		return;
	}
	for (unsigned k = 0; k < parts_of_all(row); k++)
		part_put(w, row->part + k, v);
}

int
work_set(struct work *w, enum fo_prop prop, unsigned component,
    const char *text, size_t len)
{
	struct fo_value v;

	if (work_parse(w, prop, component, text, len, &v) != 0)
		return -1;
	work_put(w, prop, component, &v);
	return 0;
}

const struct fo_value *
work_value(const struct work *w, enum fo_prop prop, unsigned component)
{
	const struct prop_row *row = prop_row(prop);
	const unsigned part = row->part + component;

	if (part_in(&w->set, part))
		return &w->v[part];
	if (row->inherited)
		return expr_parent_value(&w->at, prop, component);
	return &w->at.vocab->initial[part];
}

int
work_has(const struct work *w, enum fo_prop prop)
{
	const struct prop_row *row = prop_row(prop);

	for (unsigned k = 0; k < row->parts; k++)
		if (part_in(&w->set, row->part + k))
			return 1;
	return 0;
}

void
work_reset(struct work *w, enum fo_prop prop)
{
	const struct prop_row *row = prop_row(prop);

	for (unsigned k = 0; k < row->parts; k++)
		part_put(w, row->part + k,
		    &w->at.vocab->initial[row->part + k]);
}

/* --- attributes ------------------------------------------------------- */

static int
is_ns(const xmlNs *ns, const char *uri)
{
	return ns->href != NULL && strcmp((const char *)ns->href, uri) == 0;
}

/* The prefix under which the profile knows a namespace; NULL: foreign. */
static const char *
prefix_of(const xmlNs *ns)
{
	return is_ns(ns, EXT_NS) ? "mp" : is_ns(ns, FOX_NS) ? "fox"
	    : is_ns(ns, (const char *)XML_XML_NAMESPACE) ? "xml"
	    : is_ns(ns, FO_NS) ? "fo" : NULL;
}

/* The attribute's name as the profile writes it; NULL: not for us. */
static const char *
attribute_name(struct refiner *r, const xmlAttr *a)
{
	const char *name = (const char *)a->name, *prefix;
	char full[80];
	int n;

	if (a->ns == NULL)
		return name;
	prefix = prefix_of(a->ns);
	if (prefix == NULL || (*prefix == 'm' && strcmp(name, "src") == 0))
		return NULL;
	n = snprintf(full, sizeof(full), "%s:%s", prefix, name);
	return value_string(styles_strings(r->styles), full,
	    n < (int)sizeof(full) ? (size_t)n : sizeof(full) - 1);
}

/* Borrowed from the document where it is one text node. */
static const char *
attribute_value(struct refiner *r, const xmlAttr *a)
{
	const xmlNode *text = a->children;
	xmlChar *joined;
	const char *copy;

	if (text == NULL)
		return "";
	if (text->next == NULL && text->type == XML_TEXT_NODE)
		return text->content != NULL ? (const char *)text->content
		                             : "";
	joined = xmlNodeListGetString(a->doc, a->children, 1);
	copy = arena_strdup(r->arena, joined != NULL ? (char *)joined : "");
	xmlFree(joined);
	return copy;
}

/* Outside the profile, and what it says would change a page. */
static int
is_outside(const struct given *g)
{
	const char *word = g->name == NULL ? NULL : g->name->harmless;
	const size_t len = strlen(g->value);

	if (g->name == NULL || word == NULL || *word == '\0')
		return g->name == NULL;
	for (; *word != '\0'; word += strcspn(word, " "), word += *word == ' ')
		if (strcspn(word, " ") == len &&
		    memcmp(word, g->value, len) == 0)
			return 0;
	return 1;
}

/* Gather the attributes; returns the ranks that occur, as bits. */
static unsigned
attributes_gather(struct refiner *r, struct fo_node *node, const xmlNode *xml)
{
	unsigned ranks = 0;

	r->n = 0;
	for (const xmlAttr *a = xml->properties; a != NULL; a = a->next) {
		struct given g = {.written = attribute_name(r, a)};

		if (g.written == NULL)
			continue;
		g.name = vocab_find(r->vocab, g.written);
		g.value = attribute_value(r, a);
		if (is_outside(&g)) {
			diag_add(r->diag, DIAG_F06, node->src,
			    "%s=\"%.80s\" on fo:%s", g.written, g.value,
			    fo_name(node->type));
		} else if (g.name == r->id) {
			node->id = *g.value != '\0' ? g.value : NULL;
		} else if (g.name->harmless == NULL) {
			ranks |= 1U << g.name->rank;
			ARENA_PUSH(r->scratch, r->given, r->n, r->cap) = g;
		}
	}
	return ranks;
}

static void
given_apply(struct refiner *r, const struct given *g, struct src src)
{
	const size_t len = strlen(g->value);
	const int status = g->name->expand != NULL
	    ? g->name->expand(&r->work, g->name->prop, g->value, len)
	    : work_set(&r->work, g->name->prop, g->name->component, g->value,
	        len);

	if (status != 0)
		diag_add(r->diag, DIAG_F07, src, "%s=\"%.200s\" on fo:%s",
		    g->written, g->value, fo_name(r->work.type));
}

/* Percentages of the parent's size are gone from here on; em is known. */
static void
font_size_fix(struct work *w)
{
	const mpt parent = value_len(
	    expr_parent_value(&w->at, PROP_FONT_SIZE, 0), 0);
	struct fo_value v = *work_value(w, PROP_FONT_SIZE, 0);

	v.u.n = mpt_max(0, mpt_min(value_len(&v, parent), SIZE_MAX_MPT));
	v.pct = 0;
	w->at.em = v.u.n;
	if (work_has(w, PROP_FONT_SIZE))
		work_put(w, PROP_FONT_SIZE, 0, &v);
}

/* A percentage of the font size is inherited as the length it is here. */
static void
line_height_fix(struct work *w)
{
	struct fo_value v = *work_value(w, PROP_LINE_HEIGHT, 0);

	if (!work_has(w, PROP_LINE_HEIGHT) || v.kind != VALUE_LENGTH)
		return;
	v.u.n = value_len(&v, w->at.em);
	v.pct = 0;
	work_put(w, PROP_LINE_HEIGHT, 0, &v);
}

void
refine(struct refiner *r, struct fo_node *node, const xmlNode *xml)
{
	struct work *w = &r->work;
	const struct fo_style *parent =
	    node->parent != NULL ? node->parent->style : NULL;
	const unsigned ranks = xml == NULL ? 0
	    : attributes_gather(r, node, xml);

	memset(&w->set, 0, sizeof(w->set));
	w->type = node->type;
	w->at = (struct expr_place){.vocab = r->vocab, .parent = node->parent,
	    .strings = styles_strings(r->styles), .asked = r->asked,
	    .cell = node->type == FO_TABLE_CELL ? node : NULL};
	w->at.em = value_len(expr_parent_value(&w->at, PROP_FONT_SIZE, 0), 0);
	for (unsigned rank = 0; rank < RANKS; rank++) {
		for (size_t i = 0; ranks >> rank & 1 && i < r->n; i++)
			if (r->given[i].name->rank == rank)
				given_apply(r, &r->given[i], node->src);
		if (rank == RANK_FONT_SIZE)
			font_size_fix(w);
	}
	if (ranks != 0) {
		line_height_fix(w);
		corresponding_resolve(w);
	}
	node->style = style_make(r->styles, parent, &w->set, w->v);
}
