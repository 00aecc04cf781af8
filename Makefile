# makepack: the compiler for council agenda packs.
#
#   make            build/makepack
#   make pack       installs what is missing, builds, writes output/april-2015.pdf
#   make test       installs what the tests lack, builds, runs every test
#   make man        build/makepack.1, the manual page with every diagnostic
#   make compare   FO documents and a DocBook book through makepack and Apache FOP: a second opinion
#   make asan       the same tests under the address and undefined sanitizers
#   make floors     folders include only lower floors; libraries stay where they belong
#   make lint       compiler warnings of clang, sizes of functions and files
#
# B=folder puts the build elsewhere; SAN=1 builds with sanitizers.

B      ?= build
CC     ?= cc
CFLAGS ?= -O2 -g

BUILD_PACKAGES = gcc libc6-dev make pkg-config libxml2-dev libxslt1-dev libpango1.0-dev libcairo2-dev \
                 libfontconfig-dev librsvg2-dev libqpdf-dev libhyphen-dev hyphen-en-gb fonts-liberation2 fonts-dejavu-core
TEST_PACKAGES  = libcmocka-dev poppler-utils qpdf python3 clang

LIBS   = libxml-2.0 libxslt libexslt pangocairo pangoft2 fontconfig librsvg-2.0 libqpdf
WARN   = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Werror
SANFLAGS = $(if $(SAN),-fsanitize=address$(comma)undefined -fno-sanitize-recover=undefined)
comma  = ,
# Expanded when used, after the packages are there.
PKG_CFLAGS = $(shell pkg-config --cflags $(LIBS) | sed 's/-I/-isystem /g')
PKG_LIBS   = $(shell pkg-config --libs $(LIBS)) -lhyphen -lm

SRC    = $(wildcard pipeline/*/*.c)
OBJ    = $(SRC:%.c=$(B)/%.o)
UNIT   = $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/test_*.c))
TOOLS  = $(patsubst tests/tools/%.c,$(B)/tools/%,$(wildcard tests/tools/*.c))

COMPILE = $(CC) -std=c11 -D_GNU_SOURCE -Ipipeline $(PKG_FLAGS_NOW) $(CFLAGS) $(SANFLAGS) $(WARN) -MMD -MP

.DEFAULT_GOAL = $(B)/makepack
.SECONDARY:
.PHONY: pack test unit man asan compare floors lint need-build need-test clean

$(B)/makepack: $(B)/pipeline/main.o $(B)/pipeline/pack.o $(B)/libmakepack.a
	@echo '  link $@'
	@$(CC) $(CFLAGS) $(SANFLAGS) -o $@ $^ $(PKG_LIBS)

$(B)/libmakepack.a: $(OBJ)
	@rm -f $@ && ar rcs $@ $^

# pkg-config once per build, not once per file.
$(B)/flags.mk: Makefile
	@mkdir -p $(@D)
	@echo 'PKG_FLAGS_NOW = $(PKG_CFLAGS)' > $@
ifneq ($(filter-out clean need-build need-test pack test asan compare floors,$(or $(MAKECMDGOALS),all)),)
include $(B)/flags.mk
endif

$(B)/%.o: %.c
	@mkdir -p $(@D)
	@echo '  cc   $<'
	@$(COMPILE) -c -o $@ $<

$(B)/unit/%: tests/unit/%.c $(B)/libmakepack.a | $(B)/tools/squarefont
	@mkdir -p $(@D)
	@echo '  cc   $<'
	@$(COMPILE) -Itests/unit -o $@ $< $(B)/libmakepack.a -lcmocka $(PKG_LIBS)

$(B)/tools/%: tests/tools/%.c $(B)/libmakepack.a
	@mkdir -p $(@D)
	@echo '  cc   $<'
	@$(COMPILE) -o $@ $(filter %.c,$^) $(B)/libmakepack.a $(PKG_LIBS)

# The runner of tests/regress has files of its own.
$(B)/tools/regress: $(wildcard tests/tools/regress/*.[ch])

# The manual page with every diagnostic.
$(B)/makepack.1: man/makepack.1 man/diagnostics.c $(B)/libmakepack.a
	@$(COMPILE) -o $(B)/diagnostics man/diagnostics.c $(B)/libmakepack.a
	@cp man/makepack.1 $@ && $(B)/diagnostics >> $@

-include $(shell find $(B) -name '*.d' 2>/dev/null)

unit: $(UNIT) $(TOOLS)

man: $(B)/makepack.1

need-build:
	@tests/tools/need $(BUILD_PACKAGES)

need-test:
	@tests/tools/need $(BUILD_PACKAGES) $(TEST_PACKAGES)

pack: need-build
	@$(MAKE) --no-print-directory -s $(B)/makepack
	@$(B)/makepack april-2015.xml

test: need-test
	@$(MAKE) --no-print-directory -s -j2 $(B)/makepack unit
	@tests/run $(B)

# Outside make test: FOP needs Java, and is not the measure.
compare:
	@tests/tools/need $(BUILD_PACKAGES) fop docbook-xsl xsltproc poppler-utils python3
	@$(MAKE) --no-print-directory -s $(B)/makepack
	@tests/tools/compare $(B)

asan:
	@$(MAKE) --no-print-directory test B=build/asan SAN=1

floors:
	@tests/tools/floors

lint:
	@tests/tools/lint

clean:
	rm -rf build
