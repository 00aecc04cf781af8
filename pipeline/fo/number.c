/*
 * number: a page number as the format property says (XSL 1.1, 7.26.1 after
 * XSLT 1.0, 7.7.1). In: "1", "001", "i", "I", "a", "A", with anything that is
 * neither letter nor digit around it, and a number. Out: its text. Letters
 * and roman numerals need a number they can write; others are decimal.
 */
#include <string.h>

#include "fo/master.h"

static int
is_alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	    (c >= 'A' && c <= 'Z');
}

static const char *
roman(struct arena *a, int n)
{
	static const struct {
		int value;
		const char *text;
	} rows[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"},
	    {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
	    {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
	char text[16] = "";

	for (size_t i = 0; n > 0; i++)
		for (; n >= rows[i].value; n -= rows[i].value)
			strcat(text, rows[i].text);
	return arena_strdup(a, text);
}

/* a .. z, aa, ab ... */
static const char *
letters(struct arena *a, int n)
{
	char text[8];
	size_t at = sizeof(text) - 1;

	text[at] = '\0';
	for (; n > 0; n = (n - 1) / 26)
		text[--at] = (char)('a' + (n - 1) % 26);
	return arena_strdup(a, text + at);
}

static const char *
upper(struct arena *a, const char *s)
{
	char *copy = arena_strdup(a, s);

	for (char *p = copy; *p != '\0'; p++)
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 32);
	return copy;
}

const char *
fo_number_format(struct arena *a, const char *format, int n)
{
	size_t from = 0, len = 0;
	const char *token, *text;

	while (format[from] != '\0' && !is_alphanumeric(format[from]))
		from++;
	token = format + from;
	while (is_alphanumeric(token[len]))
		len++;
	if ((*token == 'i' || *token == 'I') && n >= 1 && n < 4000)
		text = roman(a, n);
	else if ((*token == 'a' || *token == 'A') && n >= 1)
		text = letters(a, n);
	else
		text = arena_printf(a, "%0*d",
		    *token == '0' && len < 10 ? (int)len : 1, n);
	if (*token == 'I' || *token == 'A')
		text = upper(a, text);
	if (len == 0)
		return text;
	return arena_printf(a, "%.*s%s%s", (int)from, format, text,
	    token + len);
}
