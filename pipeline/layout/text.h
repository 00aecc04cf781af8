/*
 * text: what the files that set paragraphs share; nothing else includes it.
 *
 *     inline objects --para.c--> runs over one text
 *     text --refine.c--> white space treated, case changed
 *     text --breaks.c, divide.c--> places where a line may end
 *     runs --piece.c--> pieces: words, spaces, leaders, graphics, slots
 *     pieces --cut.c, line.c--> which pieces stand in a line
 *     line's pieces --place.c--> positions --compose.c, decor.c--> areas
 *
 * A word is shaped once for each font and kept (words.c); everything after
 * that is sums of widths. Kerning across spaces, soft hyphens and changes of
 * style is given up.
 */
#ifndef LAYOUT_TEXT_H
#define LAYOUT_TEXT_H

#include "base/map.h"
#include "layout/layout.h"

#define DEPTH_MAX 256

/* Characters below this may be set without itemizing; a bit for each. */
#define COVER_END 0x20c0
#define COVER_WORDS (COVER_END / 32)

/* --- words.c ----------------------------------------------------------- */

/* Text as shaped in one font. Never changes; lives as long as struct words. */
struct word {
	struct font *font;
	struct shaper *shaper;
	mpt w;
	const char *text;       /* what a reader copies */
	size_t bytes;
	struct area_glyph *glyph;
	size_t glyphs;
	struct area_cluster *cluster;
	size_t clusters;
	const uint32_t *missing; /* characters that no font has */
	size_t missings;
};

/* Font, script, language and direction: what a word's shape depends on
   besides its text. */
struct shaper {
	struct font *font;
	PangoAnalysis analysis;
	struct map *word;
	uint8_t capitals;       /* small letters are drawn as capitals */
	uint32_t cover[COVER_WORDS]; /* LATIN: characters that the primary
	                            face has and that need no itemizing */
	struct shaper *next;
};

/* The arrays in which a paragraph is taken apart, kept for the next one. */
struct para {
	struct layout *layout;
	struct words *words;
	const struct fo_node *block;
	const struct span *span; /* of the block's own text */
	char *text;
	size_t len, text_cap;
	uint8_t *brk;            /* enum piece_brk: whether a line may end
	                            before that byte */
	size_t brk_cap;
	uint8_t *keep;           /* strength that holds there; or NULL */
	struct hold *hold;
	size_t holds, holds_cap;
	struct run *run;
	size_t runs, runs_cap;
	struct piece *piece;
	size_t pieces, pieces_cap;
	struct piece *line;      /* the pieces of the line being set */
	size_t lines, lines_cap;
	struct cut *cut;         /* lines chosen together */
	size_t cuts, cuts_cap;
	struct knot *knot;
	size_t knots, knots_cap;
	mpt measure;             /* of an ordinary line */
	int64_t ladder;          /* lines in a row that ended in a hyphen */
	int64_t ladder_max;      /* -1: no limit */
	size_t column, counted;  /* characters in the line that the source
	                            began last, up to a byte of the text */
	uint8_t spaced;          /* the text ends in a space that swallows the
	                            next one */
	enum fo_kw stacking;     /* line-stacking-strategy */
	uint8_t level;           /* shifts do not count in a line's height */
	uint8_t justified;       /* text-align="justify": spacing may give */
	uint8_t pauses;          /* inlines keep edges at the ends of lines */
	uint8_t inside;          /* the next line begins inside its piece */
	uint8_t ranged;          /* and the document says how far */
	uint8_t optimum;         /* fox:line-breaking="optimum" */
	uint8_t divides;         /* some of the text may be hyphenated */
	uint8_t quiet;           /* only widths are wanted: lines will report */
	uint8_t line_start;      /* nothing but white space since the last
	                            line feed */
};

struct words {
	struct arena *arena;
	struct fonts *fonts;
	struct shaper *shaper;
	struct map *breaks;      /* text without spaces -> struct breaks */
	PangoLanguage *language; /* where the document names none */
	struct para scratch;
};

/* font with its primary face, left to right, as Latin text. */
struct shaper *shaper_latin(struct words *, struct font *, PangoLanguage *);

/* The same, drawing small letters as capitals. */
struct shaper *shaper_capitals(struct words *, const struct shaper *);

/* True when a character comes out the same without pango_itemize: Latin or
   common, in the primary face, and not a control of direction or joining. */
int shaper_covers(const struct shaper *, uint32_t c);

/* For an item of pango_itemize of text in font. */
struct shaper *shaper_item(struct words *, struct font *,
    const PangoAnalysis *);

/* The word, shaped now or before. U+00AD and a character is that character,
   drawn as a hyphen: a reader copies U+00AD. */
const struct word *word_find(struct words *, struct shaper *, const char *,
    size_t len);

/* The advance of a cluster, from the glyph after those before it. */
mpt word_cluster(const struct word *, int rtl, size_t cluster, size_t *glyph);

/* Cut a word before a cluster (1 .. clusters-1) into two that share its
   arrays. The cost is that of the head, however long the tail. */
void word_split(struct arena *, const struct word *, int rtl, size_t cluster,
    const struct word **head, const struct word **tail);

enum piece_brk { BRK_NO, BRK_YES, BRK_HYPHEN };

/* Mark in brk (len + 1 bytes) every place where a line may end: before that
   byte, UAX 14 as Pango has it. */
void breaks_find(struct words *, const char *text, size_t len, uint8_t *brk);

/* --- divide.c ---------------------------------------------------------- */

/* Mark in p->brk with BRK_HYPHEN where words may be divided. */
void words_divide(struct para *);

/* --- span.c ------------------------------------------------------------ */

/* Underline, line-through or overline, and what it is nested in. */
struct deco {
	struct deco *outer;
	enum fo_kw line;
	const struct font *font;
	uint32_t color;
	mpt shift;
	struct area *rule;       /* while a line is composed */
};

/* An inline with background, border, padding or space; outer encloses it. */
struct inbox {
	struct inbox *outer;
	struct area_box paint;
	mpt before, after;       /* border and padding above and below */
	mpt start, end;          /* border and padding at its sides */
	mpt space_start, space_end;
	mpt kept_start, kept_end; /* of start and end, where a line ends inside */
	uint8_t border_start_kept, border_end_kept;
	const struct font *font;
	const struct fo_node *node;
	mpt shift;
	uint8_t visible;
	/* while a line is composed: */
	mpt x0, x1;
	uint8_t seen, opened, closed;
};

/* What all text of one inline object has in common; with small capitals, all
   text but its small letters. */
struct span {
	const struct fo_node *node;
	struct font *font;
	struct shaper *shaper;
	PangoLanguage *language;
	struct deco *deco;
	struct inbox *box;
	uint32_t color, tag;
	mpt shift;               /* of the baseline, up */
	mpt top, bottom;         /* what it asks of a line, from the baseline */
	mpt leading;             /* line-height less the font's height */
	mpt letter, word;        /* spacing, at its optimum */
	mpt letter_less, letter_more, word_less, word_more;
	                         /* how far a line may move it */
	struct hyphens *hyphens; /* its words may be divided; or NULL */
	const char *hyphen;      /* for word_find */
	const struct span *small; /* of its small letters; or NULL */
	uint8_t kept;            /* keep-together.within-line="always" */
	uint8_t nowrap;          /* no line ends inside */
	uint8_t retains;         /* its space does not go at the end of a line */
};

/* The span of the text that stands in the block itself, and that of an inline
   object within outer. In the layout's arena. */
struct span *span_block(struct para *, const struct fo_node *block);
struct span *span_new(struct para *, const struct span *outer,
    const struct fo_node *);

/* That of a graphic of so much height, aligned as it asks. */
const struct span *span_graphic(struct para *, const struct span *,
    mpt height);

/* --- para.c ------------------------------------------------------------ */

enum run_kind {
	RUN_TEXT, RUN_GRAPHIC, RUN_LEADER, RUN_SLOT, RUN_OPEN, RUN_CLOSE,
	RUN_MARK, RUN_NOTE, RUN_BREAK
};

/* A stretch of the paragraph's text, or an object that stands in it. */
struct run {
	enum run_kind kind;
	size_t at, len;          /* in para.text */
	const struct span *span;
	const struct fo_node *node;
	struct area *area;       /* GRAPHIC */
};

/* A keep in the context of lines over a part of the text. */
struct hold {
	size_t from, to;         /* no line ends from before the one to before
	                            the other byte */
	uint8_t strength;        /* as of fo_keep */
	uint8_t joint;           /* of two neighbours, spaces included */
};

/* --- refine.c ---------------------------------------------------------- */

/* Append a node's characters to the paragraph's text, as its white space and
   case properties want them. */
void refine_text(struct para *, const struct span *, const char *, size_t len);

/* Append an object; stand_in is what it is to bidi and line breaking: "" for
   nothing, U+FFFC, a digit, an opening bracket. Valid until the next. */
struct run *refine_object(struct para *, enum run_kind, const struct span *,
    const char *stand_in);

/* A forced end of the line. */
void refine_break(struct para *, const struct span *);

/* The paragraph, or a line of it, ends: white space before it goes. */
void refine_end(struct para *);

/* --- piece.c ----------------------------------------------------------- */

enum piece_kind {
	PIECE_WORD, PIECE_SPACE, PIECE_GRAPHIC, PIECE_LEADER, PIECE_SLOT,
	PIECE_OPEN, PIECE_CLOSE, PIECE_MARK, PIECE_NOTE, PIECE_BREAK,
	PIECE_PAUSE, PIECE_RESUME /* only in lines */
};

struct piece {
	uint8_t kind, brk;       /* brk: a line may end after it */
	uint8_t level;           /* of embedding; odd: right to left */
	uint8_t fixed;           /* SPACE: no-break, it does not hang */
	uint8_t hangs;           /* SPACE: at the end of its line */
	uint8_t reported;        /* as too wide: 1 L03, 2 L04 */
	uint8_t keep;            /* strength that brk goes against, below 255 */
	uint32_t at, len;        /* WORD: in para.text */
	const struct span *span;
	const struct word *word; /* WORD, SPACE, a filled SLOT */
	struct area *area;       /* GRAPHIC; SLOT: the area it fills */
	const struct fo_node *node;
	mpt w;                   /* its optimum */
	mpt min, max;            /* LEADER, WORD, SPACE; else both w */
	mpt x, set;              /* while a line is composed: where, how wide */
};

/* runs and text to pieces. */
void pieces_make(struct para *);

/* Report the characters of a word that no font has. */
void piece_report(struct para *, const struct word *, const struct span *);

/* True for what neither is drawn nor takes room: spaces before it hang. */
int piece_is_nothing(const struct piece *);

/* The advance of a word with its letter spacing. */
mpt word_width(const struct word *, const struct span *);

/* Give the piece that is or was a word its word and widths. */
void piece_set_word(const struct para *, struct piece *, const struct word *);

/* --- cut.c ------------------------------------------------------------- */

/* What one line takes. */
struct cut {
	size_t end;              /* pieces before it stand in the line */
	size_t clusters;         /* and so many of piece[end], a word */
	uint32_t bytes;          /* or so many of its text: it is divided */
	uint8_t hyphen;          /* a hyphen is drawn */
	uint8_t last;            /* of the paragraph, or before a forced end */
};

/* The line that begins at a piece, measure wide. Too wide a piece is
   reported, once. */
struct cut line_cut(struct para *, size_t at, mpt measure, mpt last_indent);

/* A part of the text of a piece that is a word, shaped for itself. */
const struct word *word_part(struct para *, const struct piece *,
    uint32_t from, uint32_t bytes);

/* The hyphen of a span. */
const struct word *hyphen_of(struct words *, const struct span *);

/* Inlines that end with the line, unless their edge takes room. */
size_t cut_absorb(const struct para *, size_t end);

/* --- pause.c ----------------------------------------------------------- */

/*
 * The room that inlines which go on over the place before a piece, or inside
 * of it, take at the end of the one line and at the beginning of the next.
 */
mpt pause_width(const struct para *, size_t at, int inside);
mpt resume_width(const struct para *, size_t at, int inside);

/* Append their edges to the line that ends, or begins, there. */
void line_pause(struct para *, size_t at, int inside);
void line_resume(struct para *, size_t at, int inside);

/* --- optimum.c --------------------------------------------------------- */

/*
 * The lines from a piece on up to the next forced end, all chosen together:
 * p->cut. The first line's measure is less by indent. 0: no such lines are
 * possible.
 */
int cuts_fit(struct para *, size_t at, mpt indent, mpt last_indent);

/* --- line.c ------------------------------------------------------------ */

/* Break the pieces into lines, in the layout's arena. */
size_t lines_make(struct para *, mpt start_indent, int first_in_block,
    struct line **);

/* --- place.c, decor.c, compose.c, slot.c -------------------------------- */

enum line_align { ALIGN_START, ALIGN_END, ALIGN_CENTER, ALIGN_JUSTIFY };

/* A line once its pieces are known. */
struct plan {
	struct area *area;       /* the line; x and w set */
	struct piece *piece;
	size_t n;
	enum line_align align;
	mpt baseline;            /* from the top of the line */
};

/* Set x and set of every piece. */
void line_place(struct layout *, struct plan *);

/* Append backgrounds and borders of inlines; underlines and their kin. */
void line_boxes(struct layout *, struct plan *);
void line_rules(struct layout *, struct plan *);

/* True for a word or space with something to draw. */
int piece_is_text(const struct piece *);

/* Fill plan->area with positioned areas; whatever it held before is gone. */
void line_compose(struct layout *, struct plan *);

/* Note the citations of a line, which keeps its pieces for them. */
void slots_note(struct layout *, const struct plan *);

#endif
