/*
 * In: a language, and words of it. Out: where they may be divided, as the
 * language's patterns say. A dictionary is read once; each word is asked
 * once, in lower case, and remembered.
 *
 * The language comes out of a document and becomes part of a file's name, so
 * only letters pass: two or three for a language, two for a country.
 */
#include "font/hyphen.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <hyphen.h>
#include <pango/pango.h>

#include "base/map.h"

#define FOLDER "/usr/share/hyphen/"
#define WORD_MAX 100 /* letters; what is longer is no word */

struct hyphens {
	HyphenDict *dict;
	struct arena *arena;
	struct map *word;      /* in lower case -> struct places */
};

struct places {
	const uint8_t *at;     /* or NULL */
};

/* --- the file ----------------------------------------------------------- */

/* Letters only, in one case; "" when it is anything else. */
static void
name_fold(char to[4], const char *s, int upper)
{
	size_t n = 0;

	for (; g_ascii_isalpha(s[n]) && n < 3; n++)
		to[n] = upper ? g_ascii_toupper(s[n]) : g_ascii_tolower(s[n]);
	to[n < 2 || s[n] != '\0' ? 0 : n] = '\0';
}

static HyphenDict *
dict_open(struct arena *a, const char *language, const char *country)
{
	const char *path = arena_printf(a, FOLDER "hyph_%s%s%s.dic", language,
	    country[0] == '\0' ? "" : "_", country);

	return access(path, R_OK) == 0 ? hnj_hyphen_load(path) : NULL;
}

static HyphenDict *
dict_find(struct arena *a, const char *language, const char *country)
{
	char lang[4], land[4];
	HyphenDict *dict;
	int english;

	name_fold(lang, language, 0);
	name_fold(land, country, 1);
	if (lang[0] == '\0')
		return NULL;
	dict = dict_open(a, lang, land);
	if (dict == NULL && land[0] != '\0')
		dict = dict_open(a, lang, "");
	english = strcmp(lang, "en") == 0;
	if (dict != NULL || (english && strcmp(land, "US") == 0))
		return dict;
	name_fold(land, english ? "GB" : lang, 1);
	return dict_open(a, lang, land);
}

struct hyphens *
hyphens_open(struct arena *a, const char *language, const char *country)
{
	HyphenDict *dict = dict_find(a, language, country);
	struct hyphens *h;

	if (dict == NULL)
		return NULL;
	h = ARENA_NEW(a, struct hyphens);
	h->dict = dict;
	h->arena = a;
	h->word = map_new(a);
	return h;
}

void
hyphens_close(struct hyphens *h)
{
	if (h != NULL)
		hnj_hyphen_free(h->dict);
}

/* --- a word ------------------------------------------------------------- */

/* What libhyphen says of a word: points by character, and where the spelling
   changes. */
struct answer {
	char point[4 * WORD_MAX + 8];
	char **rep;
	int *pos, *cut;
};

static void
answer_free(struct answer *a, size_t len)
{
	for (size_t i = 0; a->rep != NULL && i < len; i++)
		free(a->rep[i]);
	free(a->rep);
	free(a->pos);
	free(a->cut);
}

/* Points to bytes: lower is as the word, letter by letter. */
static const uint8_t *
places_of(struct hyphens *h, const struct answer *a, const char *word,
    size_t len)
{
	const char *s = word, *end = word + len;
	uint8_t *at = NULL;

	for (size_t i = 0; s < end; i++) {
		s = g_utf8_next_char(s);
		if (s >= end || (a->point[i] & 1) == 0 ||
		    (a->rep != NULL && a->rep[i] != NULL))
			continue;
		if (at == NULL)
			at = arena_alloc(h->arena, len);
		at[s - word] = 1;
	}
	return at;
}

static const uint8_t *
word_ask(struct hyphens *h, const char *word, size_t len)
{
	struct answer a = {.rep = NULL};
	gsize bytes = len;
	char *own = h->dict->utf8 ? g_strndup(word, len) :
	    g_convert(word, (gssize)len, h->dict->cset, "UTF-8", NULL, &bytes,
	    NULL);
	const uint8_t *at = NULL;

	if (own != NULL && bytes <= 4 * WORD_MAX &&
	    hnj_hyphen_hyphenate3(h->dict, own, (int)bytes, a.point, NULL,
	    &a.rep, &a.pos, &a.cut, h->dict->lhmin, h->dict->rhmin,
	    h->dict->clhmin, h->dict->crhmin) == 0)
		at = places_of(h, &a, word, len);
	answer_free(&a, bytes);
	g_free(own);
	return at;
}

const uint8_t *
hyphens_of(struct hyphens *h, const char *word, size_t len)
{
	char lower[6 * WORD_MAX];
	size_t n = 0, letters = 0;
	struct places *p;

	for (const char *s = word; s < word + len; s = g_utf8_next_char(s)) {
		if (++letters > WORD_MAX)
			return NULL;
		n += (size_t)g_unichar_to_utf8(g_unichar_tolower(
		    g_utf8_get_char(s)), lower + n);
	}
	if (n != len)
		return NULL;
	p = map_find_n(h->word, lower, n);
	if (p == NULL) {
		p = ARENA_NEW(h->arena, struct places);
		p->at = word_ask(h, lower, n);
		map_put_n(h->word, lower, n, p);
	}
	return p->at;
}
