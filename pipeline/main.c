/*
 * makepack: the command line. Options in, pack_build in the middle, findings
 * on standard error, the worst of them as exit status.
 */
#include <libgen.h>
#include <limits.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "pack.h"

#define VERSION "0.1"

static const char help[] =
    "usage: makepack [options] PACK.xml\n"
    "       makepack [options] --fo FILE.fo -o FILE.pdf\n"
    "       makepack --explain CODE\n"
    "\n"
    "Builds the agenda pack: checks and merges the sources, typesets them and\n"
    "writes output/PACK.pdf beside the folder input/. A bare name is looked for\n"
    "in input/. Findings are printed with file, line, code and remedy; an error\n"
    "leaves the last good output as it was.\n"
    "\n"
    "  -o FILE           write the PDF to FILE\n"
    "  --until STAGE     stop after a stage and print what it made: merge derive\n"
    "                    check (the pack document), transform (XSL-FO), fo,\n"
    "                    paginate (the area tree), pdf, finish\n"
    "  --resolved        with --until transform: write the computed widths of\n"
    "                    columns into the XSL-FO, for other formatters\n"
    "  --fo              the input is an XSL-FO document, not a pack\n"
    "  --templates DIR   use these templates instead of makepack's own\n"
    "  --explain CODE    cause, rule and remedy of a finding, for example X01\n"
    "  --help, --version\n"
    "\n"
    "Exit status: 0 nothing but notes, 1 warnings, 2 errors (nothing was\n"
    "written), 3 wrong command line, 4 the machine failed.\n";

static const struct src nowhere;

static char *
join(struct arena *a, const char *folder, const char *name)
{
	return arena_printf(a, "%s/%s", folder, name);
}

/* The folder with templates/ and fonts/: MAKEPACK_HOME, the nearest one above
   the program, or where make install puts them. */
static const char *
find_home(struct arena *a)
{
	const char *env = getenv("MAKEPACK_HOME");
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	char *home = self;

	if (env != NULL && env[0] != '\0')
		return arena_strdup(a, env);
	if (n <= 0)
		return ".";
	self[n] = '\0';
	do {
		home = dirname(home);
		if (access(join(a, home, "templates/fo/pack.xsl"), R_OK) == 0)
			return arena_strdup(a, home);
		if (access(join(a, home, "share/makepack"), R_OK) == 0)
			return join(a, home, "share/makepack");
	} while (strcmp(home, "/") != 0 && strcmp(home, ".") != 0);
	return ".";
}

/* A bare name that is not here is looked up in input/. */
static const char *
find_input(struct arena *a, const char *name)
{
	if (strchr(name, '/') == NULL && access(name, R_OK) != 0 &&
	    access(join(a, "input", name), R_OK) == 0)
		return join(a, "input", name);
	return name;
}

/* 1 when a path's last part, as it is written or as it really is, is input. */
static int
is_input(struct arena *a, const char *folder, int really)
{
	char *full = really ? realpath(folder, NULL) : NULL;
	int yes = strcmp(basename(arena_strdup(a, full ? full : folder)),
	    "input") == 0;

	free(full);
	return yes;
}

/* NAME.pdf in the output/ beside the input's folder when that is called
   input, else in an output/ in the same folder. */
static const char *
default_output(struct arena *a, const char *input)
{
	char *folder = dirname(arena_strdup(a, input));
	char *name = basename(arena_strdup(a, input));
	char *dot = strrchr(name, '.');

	if (dot != NULL && dot != name)
		*dot = '\0';
	if (is_input(a, folder, 0))
		folder = dirname(folder);
	else if (is_input(a, folder, 1))
		folder = join(a, folder, "..");
	if (strcmp(folder, ".") == 0)
		return arena_printf(a, "output/%s.pdf", name);
	return arena_printf(a, "%s/output/%s.pdf", folder, name);
}

static int
explain(const char *name, struct diag *d)
{
	enum diag_code code = diag_find(name);

	if (code == DIAG_CODES) {
		diag_add(d, DIAG_A04, nowhere, "%s", name);
		return -1;
	}
	diag_explain(code, stdout);
	return 0;
}

static void
set_stage(struct pack_options *o, const char *name, struct diag *d)
{
	for (int i = 0; i < STAGES; i++)
		if (strcmp(name, pack_stage_name((enum pack_stage)i)) == 0) {
			o->until = (enum pack_stage)i;
			return;
		}
	diag_add(d, DIAG_A04, nowhere, "%s", name);
}

/* One option that has a value; 1 when it was one. */
static int
set_value(struct pack_options *o, const char *name, const char *value,
    struct diag *d)
{
	if (strcmp(name, "-o") == 0)
		o->output = value;
	else if (strcmp(name, "--until") == 0)
		set_stage(o, value, d);
	else if (strcmp(name, "--templates") == 0)
		o->templates = value;
	else
		return 0;
	return 1;
}

/* 1 when there is something to build. */
static int
read_arguments(int argc, char **argv, struct pack_options *o, struct diag *d)
{
	static const char *const valued[] = {"-o", "--until", "--templates",
	    "--explain"};

	for (int i = 1; i < argc; i++) {
		int takes = 0;

		for (size_t k = 0; k < sizeof(valued) / sizeof(*valued); k++)
			takes |= strcmp(argv[i], valued[k]) == 0;
		if (strcmp(argv[i], "--help") == 0 ||
		    strcmp(argv[i], "-h") == 0) {
			fputs(help, stdout);
			return 0;
		} else if (strcmp(argv[i], "--version") == 0) {
			puts("makepack " VERSION);
			return 0;
		} else if (takes && i + 1 == argc) {
			diag_add(d, DIAG_A03, nowhere, "%s", argv[i]);
			return 0;
		} else if (strcmp(argv[i], "--explain") == 0) {
			explain(argv[i + 1], d);
			return 0;
		} else if (takes) {
			set_value(o, argv[i], argv[i + 1], d);
			i++;
		} else if (strcmp(argv[i], "--fo") == 0) {
			o->is_fo = 1;
		} else if (strcmp(argv[i], "--resolved") == 0) {
			o->resolved = 1;
		} else if (argv[i][0] == '-' || o->input != NULL) {
			diag_add(d, DIAG_A01, nowhere, "%s", argv[i]);
		} else {
			o->input = argv[i];
		}
	}
	if (o->resolved && o->until != STAGE_TRANSFORM)
		diag_add(d, DIAG_A05, nowhere, "%s", "");
	if (o->input == NULL)
		diag_add(d, DIAG_A02, nowhere, "%s", "");
	return diag_worst(d) == DIAG_OK;
}

/* Trees are built once and dropped whole: give nothing back in between. */
static void
tune_malloc(void)
{
	mallopt(M_TRIM_THRESHOLD, 512 << 20);
	mallopt(M_MMAP_THRESHOLD, 64 << 20);
	mallopt(M_TOP_PAD, 4 << 20);
}

int
main(int argc, char **argv)
{
	struct pack_options o = {.until = STAGE_FINISH};
	struct diag *d = diag_new();
	struct arena *a = arena_new();
	int status;

	tune_malloc();
	if (read_arguments(argc, argv, &o, d)) {
		const char *home = find_home(a);

		o.input = find_input(a, o.input);
		if (o.templates == NULL)
			o.templates = join(a, home, "templates");
		o.fonts = join(a, home, "fonts/fonts.conf");
		if (o.output == NULL)
			o.output = default_output(a, o.input);
		pack_build(&o, stdout, d);
	}
	diag_print(d, stderr);
	status = diag_exit(diag_worst(d));
	diag_free(d);
	arena_free(a);
	return status;
}
