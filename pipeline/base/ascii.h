/* ascii: classes of bytes, whatever the locale says. */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

static inline int
is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline int
is_ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

#endif
