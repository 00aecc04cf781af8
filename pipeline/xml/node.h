/*
 * node: walking the elements of a pack document and reading and writing
 * their attributes. Names without a prefix belong to the pack vocabulary
 * (MP_NS), attributes to no namespace; what makepack adds is in MP_EXT_NS.
 * Everything here is a plain walk of the tree: a document of n elements
 * costs n steps, whatever is asked of it.
 */
#ifndef XML_NODE_H
#define XML_NODE_H

#include <libxml/tree.h>

#include "base/arena.h"

/* 1 when n is an element of the pack vocabulary; name NULL: any of them. */
int node_is(const xmlNode *n, const char *name);

/* The element after n in the order of reading, below root; NULL: no more. */
xmlNode *node_next(const xmlNode *root, const xmlNode *n);

/* The same, but past everything below n. */
xmlNode *node_after(const xmlNode *root, const xmlNode *n);

/* The first child of that name, or NULL; then the next one after it. */
xmlNode *node_child(const xmlNode *parent, const char *name);
xmlNode *node_sibling(const xmlNode *n, const char *name);

/* The nearest element around n of that name, or NULL. */
xmlNode *node_around(const xmlNode *n, const char *name);

/* An attribute's value, borrowed until it is set anew; NULL: not there. */
const char *node_attr(const xmlNode *n, const char *name);
const char *node_ext(const xmlNode *n, const char *name);

/* 1 when the attribute is there and has that value. */
int node_attr_is(const xmlNode *n, const char *name, const char *value);

/* Set an attribute; the value is copied. node_put: one of makepack's. */
void node_set(xmlNode *n, const char *name, const char *value);
void node_put(xmlNode *n, const char *name, const char *value);

/* The extension namespace, declared at the root when it is not yet. */
xmlNs *node_ext_ns(xmlDoc *);

/* A new element of the vocabulary that stands at the place of src. */
xmlNode *node_new(const xmlNode *src, const char *name);

/*
 * The text of n and all below, white space made single, in the arena. An
 * empty element that prints something counts as what it prints (mp:text,
 * mp:plain).
 */
const char *node_text(struct arena *, const xmlNode *n);

#endif
