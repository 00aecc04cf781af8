/* From an FO document to its pages, as the program sets them. */
#include "regress.h"

#include "fo/read.h"
#include "image/image.h"
#include "paginate/paginate.h"

void
setting_make(struct setting *s, xmlDoc *fo, const char *folder,
    struct fonts *fonts)
{
	*s = (struct setting){.arena = arena_new(), .diag = diag_new()};
	s->tree = fo_read(s->arena, fo, s->diag);
	if (s->tree == NULL)
		return;
	s->doc = paginate(s->arena, s->tree, fonts,
	    images_new(s->arena, folder), s->diag);
	area_check(s->doc, s->diag);
	area_dump(s->doc, &s->dump);
}

void
setting_free(struct setting *s)
{
	buf_free(&s->dump);
	diag_free(s->diag);
	arena_free(s->arena);
}
