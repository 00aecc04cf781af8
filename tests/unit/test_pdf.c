/* pdf: what Cairo's file holds, read with poppler's and qpdf's tools. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "pdf/pdf.h"
#include "sample.h"

static int
setup(void **state)
{
	*state = calloc(1, sizeof(struct sample));
	sample_new(*state);
	return 0;
}

static int
teardown(void **state)
{
	sample_free(*state);
	free(*state);
	return 0;
}

/* Draw into FILE and run cmd on it; what it prints. */
static char *
draw(struct sample *s, const char *cmd)
{
	char *line, name[] = "/tmp/test_pdf.XXXXXX";
	struct buf pdf = {0}, out = {0};
	int fd = mkstemp(name), c;
	FILE *f;

	assert_int_equal(pdf_draw(s->doc, &pdf, s->diag), 0);
	assert_int_equal(write(fd, pdf.data, pdf.len), (ssize_t)pdf.len);
	close(fd);
	line = arena_printf(s->arena, "F=%s; %s", name, cmd);
	f = popen(line, "r");
	assert_non_null(f);
	while ((c = getc(f)) != EOF)
		buf_putc(&out, c);
	assert_int_equal(pclose(f), 0);
	unlink(name);
	line = arena_strdup(s->arena, out.len != 0 ? out.data : "");
	buf_free(&pdf);
	buf_free(&out);
	return line;
}

static void
file_is_sound(void **state)
{
	struct sample *s = *state;

	sample_everything(s);
	assert_non_null(strstr(draw(s, "qpdf --check $F"), "No syntax"));
	assert_int_equal(diag_print(s->diag, stderr), 0);
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {CASE(file_is_sound)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
