/*
 * regress [-d] FOLDER [FILTER]: set every case below a folder (regress/
 * regress.h says what a case is), or those whose path contains FILTER, and
 * say what is not as it should be. -d prints the area dump of each.
 *
 * Each case runs in a process of its own, for ten seconds at the most: one
 * that crashes or does not end is a failure like others.
 */
#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../unit/square.h"
#include "fo/resolve.h"
#include "regress/regress.h"

#define SECONDS 10

struct regress {
	struct fonts *fonts;
	const char *filter;
	int dump;
	size_t passed, failed;
};

void
verdict_fail(struct verdict *v, const char *fmt, ...)
{
	va_list ap;

	printf("%s: ", v->name);
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	putchar('\n');
	v->failures++;
}

/* --- a case ------------------------------------------------------------ */

/* A second run must give the same. */
static void
check_again(const struct setting *first, xmlDoc *fo, const char *folder,
    struct fonts *fonts, struct verdict *v)
{
	struct setting s;

	setting_make(&s, fo, folder, fonts);
	if (s.dump.len != first->dump.len || (s.dump.len > 0 &&
	    memcmp(s.dump.data, first->dump.data, s.dump.len) != 0))
		verdict_fail(v, "a second run gives other areas");
	setting_free(&s);
}

/* The document with the widths of its columns written in gives the same. */
static void
check_resolved(const struct setting *first, xmlDoc *fo, const char *folder,
    struct fonts *fonts, struct verdict *v)
{
	struct setting s;

	if (first->tree == NULL || map_count(first->tree->columns) == 0)
		return;
	fo_resolve_columns(first->tree, first->diag);
	setting_make(&s, fo, folder, fonts);
	if (diag_count(first->diag, DIAG_F30) == 0 &&
	    (s.dump.len != first->dump.len ||
	    memcmp(s.dump.data, first->dump.data, s.dump.len) != 0))
		verdict_fail(v, "with resolved columns there are other areas");
	setting_free(&s);
}

static int
case_run(const struct regress *r, const char *path)
{
	struct verdict v = {.name = path};
	struct regress_case c;
	struct setting s;
	char *folder = strdup(path);

	*strrchr(folder, '/') = '\0';
	if (case_read(&c, path, &v) == 0) {
		setting_make(&s, c.fo, folder, r->fonts);
		if (r->dump && s.dump.data != NULL)
			fputs(s.dump.data, stdout);
		always_check(&s, &v);
		expect_all(&c, &s, &v);
		check_again(&s, c.fo, folder, r->fonts, &v);
		check_resolved(&s, c.fo, folder, r->fonts, &v);
		setting_free(&s);
	}
	case_free(&c);
	free(folder);
	return v.failures != 0;
}

static void
case_fork(struct regress *r, const char *path)
{
	int status = -1;
	pid_t child;

	fflush(stdout);
	child = fork();
	if (child == 0) {
		alarm(SECONDS);
		status = case_run(r, path);
		fflush(stdout);
		_exit(status);
	}
	if (child > 0)
		waitpid(child, &status, 0);
	if (child < 0 || WIFSIGNALED(status))
		printf("%s: ended by signal %d\n", path, WTERMSIG(status));
	if (status == 0)
		r->passed++;
	else
		r->failed++;
}

/* --- folders ----------------------------------------------------------- */

static int
is_visible(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

/* 0, or -1 when the folder cannot be read. */
static int
folder_run(struct regress *r, const char *folder)
{
	struct dirent **entry;
	int n = scandir(folder, &entry, is_visible, alphasort);

	for (int i = 0; i < n; i++) {
		const char *dot = strrchr(entry[i]->d_name, '.');
		char path[4096];

		snprintf(path, sizeof(path), "%s/%s", folder,
		    entry[i]->d_name);
		if (entry[i]->d_type == DT_DIR)
			folder_run(r, path);
		else if (dot != NULL && strcmp(dot, ".xml") == 0 &&
		    strstr(path, r->filter) != NULL)
			case_fork(r, path);
		free(entry[i]);
	}
	if (n >= 0)
		free(entry);
	return n < 0 ? -1 : 0;
}

/* --- fonts ------------------------------------------------------------- */

/* The square font and Liberation. */
static struct fonts *
fonts_make(struct square *sq, struct diag *d)
{
	FILE *conf;

	if (square_new(sq) != 0)
		return NULL;
	conf = fopen(sq->conf, "w");
	if (conf == NULL)
		return NULL;
	fprintf(conf, "<fontconfig><dir>%s</dir><dir>/usr/share/fonts/"
	    "truetype/liberation2</dir><cachedir>%s</cachedir>"
	    "</fontconfig>\n", sq->dir, sq->dir);
	fclose(conf);
	return fonts_open(sq->conf, d);
}

int
main(int argc, char **argv)
{
	struct regress r = {.filter = ""};
	struct diag *d = diag_new();
	struct square sq;

	r.dump = argc > 1 && strcmp(argv[1], "-d") == 0;
	argv += r.dump;
	argc -= r.dump;
	if (argc < 2 || argc > 3) {
		fputs("usage: regress [-d] FOLDER [FILTER]\n", stderr);
		return 2;
	}
	if (argc == 3)
		r.filter = argv[2];
	r.fonts = fonts_make(&sq, d);
	if (r.fonts == NULL || folder_run(&r, argv[1]) != 0) {
		diag_print(d, stderr);
		fputs("regress: no fonts or no cases\n", stderr);
		return 2;
	}
	printf("%zu passed, %zu failed\n", r.passed, r.failed);
	fonts_free(r.fonts);
	square_free(&sq);
	diag_free(d);
	return r.failed != 0;
}
