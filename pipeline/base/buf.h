/*
 * buf: a string that grows. data is always NUL-terminated once anything was
 * added (NULL before). Zero-initialise (struct buf b = {0}), free with
 * buf_free.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

struct buf {
	char *data; /* owned; NUL-terminated, NULL while nothing was added */
	size_t len; /* bytes without the NUL */
	size_t cap;
};

void buf_add(struct buf *, const void *, size_t);
void buf_puts(struct buf *, const char *);
void buf_putc(struct buf *, int);
void buf_printf(struct buf *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Text as XML character data or attribute value: & < > " escaped. */
void buf_xml(struct buf *, const char *, size_t);

/* Empty it but keep the memory. */
void buf_reset(struct buf *);
void buf_free(struct buf *);

#endif
