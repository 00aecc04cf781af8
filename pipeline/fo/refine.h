/*
 * refine: from the attributes of one element to its computed style (XSL 1.1,
 * chapter 5). Private to fo/.
 */
#ifndef FO_REFINE_H
#define FO_REFINE_H

#include <libxml/tree.h>

#include "fo/expr.h"
#include "fo/style.h"

/* An attribute as it was written. */
struct given {
	const struct vocab_name *name;
	const char *written; /* its name, with prefix */
	const char *value;
};

/* The node at work: what is set so far. */
struct work {
	struct expr_place at;
	enum fo_type type;
	struct part_set set;
	struct fo_value v[PARTS];
};

/* What refining a tree needs; one per tree or graft. */
struct refiner {
	struct arena *arena;   /* of the tree */
	struct arena *scratch; /* owned: goes with the refiner */
	const struct vocab *vocab;
	const struct vocab_name *id;
	struct styles *styles;
	struct diag *diag;
	struct map *asked;     /* tables; see expr_place */
	struct work work;
	struct given *given; /* attributes of the node at work */
	size_t n, cap;
};

void refiner_open(struct refiner *, struct arena *, const struct vocab *,
    struct diag *);
void refiner_close(struct refiner *);

/*
 * Compute node->style (and node->id) from the attributes of xml, which may be
 * NULL for an anonymous object. node has type, parent and src. Unknown
 * attributes and bad values are diagnostics.
 */
void refine(struct refiner *, struct fo_node *node, const xmlNode *xml);

/* --- for shorthands and corresponding properties ---------------------- */

/* Read a value for a property (COMPONENT_ALL: its first). 0 or -1. */
int work_parse(struct work *, enum fo_prop, unsigned component,
    const char *text, size_t len, struct fo_value *);

/* Set it; COMPONENT_ALL sets every length or every keep of a compound. */
void work_put(struct work *, enum fo_prop, unsigned component,
    const struct fo_value *);

/* Both. */
int work_set(struct work *, enum fo_prop, unsigned component,
    const char *text, size_t len);

/* The value as it stands: set, else inherited, else initial. */
const struct fo_value *work_value(const struct work *, enum fo_prop,
    unsigned component);

/* True when the property was set on this node. */
int work_has(const struct work *, enum fo_prop);

/* Set it to its initial value. */
void work_reset(struct work *, enum fo_prop);

/*
 * margin-* become indents and spaces on the objects that have those (5.3.2);
 * width and height become progression dimensions and the other way round
 * (5.3.3), so that either may be asked for.
 */
void corresponding_resolve(struct work *);

#endif
