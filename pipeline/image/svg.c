/*
 * The root element of an SVG, looked at and no more: width, height, viewBox
 * (SVG 1.1, 7.2 and 7.7). librsvg draws the rest. Lengths without a unit are
 * CSS pixels, 96 to the inch; per cent and em say nothing here. A document
 * type with declarations of its own is refused: entities can hide or multiply
 * what is drawn.
 */
#include "image/head.h"

#include <string.h>

struct scan {
	const char *p, *end;
};

static int
space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
skip_space(struct scan *s)
{
	while (s->p < s->end && space(*s->p))
		s->p++;
}

static int
starts(const struct scan *s, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(s->end - s->p) >= n && memcmp(s->p, with, n) == 0;
}

/* Behind the next occurrence of mark; 0 if there is none. */
static int
skip_past(struct scan *s, const char *mark)
{
	const size_t n = strlen(mark);
	const char *at = memmem(s->p, (size_t)(s->end - s->p), mark, n);

	if (at == NULL)
		return 0;
	s->p = at + n;
	return 1;
}

/* Behind "<svg" or "<prefix:svg", past declaration and comments. */
static int
skip_prolog(struct scan *s)
{
	const char *name;

	if (starts(s, "\xef\xbb\xbf"))
		s->p += 3;
	for (;;) {
		skip_space(s);
		if (starts(s, "<?")) {
			if (!skip_past(s, "?>"))
				return 0;
		} else if (starts(s, "<!--")) {
			if (!skip_past(s, "-->"))
				return 0;
		} else if (starts(s, "<!DOCTYPE")) {
			name = s->p;
			if (!skip_past(s, ">") || memchr(name, '[',
			    (size_t)(s->p - name)) != NULL)
				return 0;
		} else {
			break;
		}
	}
	if (!starts(s, "<"))
		return 0;
	name = ++s->p;
	while (s->p < s->end && !space(*s->p) && *s->p != '>' && *s->p != '/') {
		if (*s->p == ':')
			name = s->p + 1;
		s->p++;
	}
	return s->p - name == 3 && memcmp(name, "svg", 3) == 0;
}

/* A decimal number, whatever the locale; 0 when there is none. */
static int
number(struct scan *s, double *value)
{
	double v = 0, place = 1;
	int digits = 0, negative = 0;

	if (s->p < s->end && (*s->p == '-' || *s->p == '+'))
		negative = *s->p++ == '-';
	for (; s->p < s->end && *s->p >= '0' && *s->p <= '9'; s->p++, digits++)
		v = v * 10 + (*s->p - '0');
	if (s->p < s->end && *s->p == '.')
		for (s->p++; s->p < s->end && *s->p >= '0' && *s->p <= '9';
		    s->p++, digits++)
			v += (*s->p - '0') * (place /= 10);
	*value = negative ? -v : v;
	return digits > 0;
}

/* A length in mpt, or 0 when it says nothing that we could use. */
static mpt
length(struct scan s)
{
	static const struct {
		const char *name;
		double pt;
	} units[] = {{"px", 0.75}, {"pt", 1}, {"pc", 12}, {"mm", 72 / 25.4},
	    {"cm", 72 / 2.54}, {"in", 72}};
	double v;

	skip_space(&s);
	if (!number(&s, &v) || v < 0)
		return 0;
	skip_space(&s);
	if (s.p == s.end)
		return mpt_from_pt(v * 0.75);
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (starts(&s, units[i].name))
			return mpt_from_pt(v * units[i].pt);
	return 0;
}

/* Width and height of a viewBox; zero when it is not one. */
static void
view_box(struct scan s, mpt *w, mpt *h)
{
	double v[4];

	for (int i = 0; i < 4; i++) {
		while (s.p < s.end && (space(*s.p) || *s.p == ','))
			s.p++;
		if (!number(&s, &v[i]))
			return;
	}
	if (v[2] > 0 && v[3] > 0) {
		*w = mpt_from_pt(v[2] * 0.75);
		*h = mpt_from_pt(v[3] * 0.75);
	}
}

/* The next attribute of the tag: its name and value; 0 at the tag's end. */
static int
attribute(struct scan *s, struct scan *name, struct scan *value)
{
	char quote;

	skip_space(s);
	name->p = s->p;
	while (s->p < s->end && *s->p != '=' && *s->p != '>' && !space(*s->p))
		s->p++;
	name->end = s->p;
	skip_space(s);
	if (s->p == s->end || *s->p++ != '=')
		return 0;
	skip_space(s);
	if (s->p == s->end || (*s->p != '"' && *s->p != '\''))
		return 0;
	quote = *s->p++;
	value->p = s->p;
	while (s->p < s->end && *s->p != quote)
		s->p++;
	value->end = s->p;
	return s->p < s->end && s->p++ != NULL;
}

static int
named(const struct scan *name, const char *is)
{
	return (size_t)(name->end - name->p) == strlen(is) && starts(name, is);
}

int
svg_head(struct image *im, struct diag *d, struct src src)
{
	struct scan s = {(const char *)im->data, (const char *)im->data +
	    im->len}, name, value;
	mpt box_w = 0, box_h = 0;

	if (!skip_prolog(&s)) {
		diag_add(d, DIAG_G03, src, "%s", im->path);
		return -1;
	}
	while (attribute(&s, &name, &value)) {
		if (named(&name, "width"))
			im->w = length(value);
		else if (named(&name, "height"))
			im->h = length(value);
		else if (named(&name, "viewBox"))
			view_box(value, &box_w, &box_h);
	}
	if (box_w == 0 || box_h == 0) {
		box_w = 300 * IMAGE_PX; /* what CSS takes for a size unknown */
		box_h = 150 * IMAGE_PX;
	}
	if (im->w == 0 && im->h == 0) {
		im->w = box_w;
		im->h = box_h;
	} else if (im->w == 0) {
		im->w = mpt_from_pt(mpt_to_pt(im->h) * mpt_to_pt(box_w) /
		    mpt_to_pt(box_h));
	} else if (im->h == 0) {
		im->h = mpt_from_pt(mpt_to_pt(im->w) * mpt_to_pt(box_h) /
		    mpt_to_pt(box_w));
	}
	return 0;
}
