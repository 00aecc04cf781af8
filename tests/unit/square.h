/*
 * The test font for unit tests: writes it and a fonts.conf that shows nothing
 * else into a folder of its own. The tool stands beside the unit tests:
 * build/unit/test_x runs build/tools/squarefont.
 */
#ifndef UNIT_SQUARE_H
#define UNIT_SQUARE_H

#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct square {
	char dir[64];
	char font[96], conf[96]; /* paths */
};

/* Make folder, font and fonts.conf; 0 when all is well. */
static inline int
square_new(struct square *sq)
{
	char self[PATH_MAX] = {0}, cmd[2 * PATH_MAX];
	FILE *conf;

	snprintf(sq->dir, sizeof(sq->dir), "/tmp/makepack-square-%ld",
	    (long)getpid());
	if (mkdir(sq->dir, 0700) != 0 ||
	    readlink("/proc/self/exe", self, sizeof(self) - 1) < 0)
		return 1;
	snprintf(sq->font, sizeof(sq->font), "%s/square.ttf", sq->dir);
	snprintf(sq->conf, sizeof(sq->conf), "%s/fonts.conf", sq->dir);
	snprintf(cmd, sizeof(cmd), "%s/../tools/squarefont %s", dirname(self),
	    sq->font);
	conf = fopen(sq->conf, "w");
	if (conf == NULL)
		return 1;
	fprintf(conf, "<fontconfig><dir>%s</dir><cachedir>%s</cachedir>"
	    "</fontconfig>\n", sq->dir, sq->dir);
	return fclose(conf) != 0 || system(cmd) != 0;
}

static inline void
square_free(struct square *sq)
{
	char cmd[PATH_MAX];

	snprintf(cmd, sizeof(cmd), "rm -rf '%s'", sq->dir);
	if (system(cmd) != 0)
		fprintf(stderr, "cannot remove %s\n", sq->dir);
}

#endif
