/*
 * The finished file appears at once or not at all: it is written beside its
 * final name, flushed to the disk, renamed, and then the folder is flushed.
 * The name beside is made unique by the process and a count, not by the
 * clock; the mode is that of any new file.
 */
#include "finish/finish.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TRIES 100

/* The folder part of path; "." when there is none. */
static char *
folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? arena_strdup(a, ".") :
	    arena_strndup(a, path, slash == path ? 1 : (size_t)(slash - path));
}

/* folder and those above it that are missing. 0, or -1 with errno. */
static int
folder_make(char *folder)
{
	for (char *c = folder + 1; *c != '\0'; c++) {
		if (*c != '/')
			continue;
		*c = '\0';
		if (mkdir(folder, 0777) != 0 && errno != EEXIST)
			return -1;
		*c = '/';
	}
	return mkdir(folder, 0777) != 0 && errno != EEXIST ? -1 : 0;
}

/* An open file beside path, its name in *name; -1 with errno. */
static int
beside_open(struct arena *a, const char *path, const char **name)
{
	int fd = -1;

	for (int i = 0; fd < 0 && i < TRIES; i++) {
		*name = arena_printf(a, "%s.%ld-%d.part", path, (long)getpid(),
		    i);
		fd = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	return fd;
}

static int
write_all(int fd, const char *data, size_t len)
{
	while (len != 0) {
		ssize_t n = write(fd, data, len);
		if (n < 0 && errno != EINTR)
			return -1;
		if (n > 0) {
			data += n;
			len -= (size_t)n;
		}
	}
	return fsync(fd);
}

static void
folder_flush(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0) {
		fsync(fd); /* not every file system can; the name is there */
		close(fd);
	}
}

/* The steps; NULL, or what went wrong. */
static const char *
write_beside(struct arena *a, const char *path, const void *data, size_t len)
{
	char *folder = folder_of(a, path);
	const char *part = NULL, *why = NULL;
	struct stat st;
	int fd;

	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return "there is a folder of that name";
	if (folder_make(folder) != 0 || (fd = beside_open(a, path, &part)) < 0)
		return arena_strdup(a, strerror(errno));
	if (write_all(fd, data, len) != 0)
		why = arena_strdup(a, strerror(errno));
	if (close(fd) != 0 && why == NULL)
		why = arena_strdup(a, strerror(errno));
	if (why == NULL && rename(part, path) != 0)
		why = arena_strdup(a, strerror(errno));
	if (why != NULL)
		unlink(part);
	else
		folder_flush(folder);
	return why;
}

int
finish_write(const char *path, const void *data, size_t len, struct diag *d)
{
	struct arena *a = arena_new();
	const char *why = write_beside(a, path, data, len);

	if (why != NULL)
		diag_add(d, DIAG_B01, (struct src){0}, "%s: %s", path, why);
	arena_free(a);
	return why == NULL ? 0 : -1;
}
