/*
 * hyphen: where the words of a language may be divided, by the patterns of a
 * dictionary (libhyphen). Dictionaries are Debian's, one file a language:
 * /usr/share/hyphen/hyph_en_GB.dic. A country without a file takes that of the
 * language, else that of the country the language is named after; English is
 * British, save that of the US.
 */
#ifndef FONT_HYPHEN_H
#define FONT_HYPHEN_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct hyphens;

/*
 * The dictionary of a language: "en", "en" and "GB", in any case; country
 * may be "". NULL when none is installed. Owned by the caller; what it
 * remembers lives in the arena.
 */
struct hyphens *hyphens_open(struct arena *, const char *language,
    const char *country);
void hyphens_close(struct hyphens *);

/*
 * The places where a word of letters (UTF-8) may be divided: an array of len
 * bytes, 1 before which byte. NULL: nowhere. Places where the spelling would
 * change (Schiffahrt, Schiff-fahrt) are not among them. Remembered.
 */
const uint8_t *hyphens_of(struct hyphens *, const char *word, size_t len);

#endif
