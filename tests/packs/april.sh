#!/bin/sh
# april.sh BUILD: the April 2015 pack: no finding, well over 100 pages, the same bytes twice, sound, and true to itself:
# agenda ranges, bookmarks, page labels and feet agree with where the documents are.
B=${1:-build}
cd "$(dirname "$0")/../.." || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0
fail() { echo "$*"; bad=1; }
out=$("$B/makepack" april-2015.xml -o "$work/a.pdf" 2>&1) || fail "exit status $?: $out"
[ "$(printf '%s\n' "$out" | wc -l)" = 1 ] || fail "findings: $out"
"$B/makepack" april-2015.xml -o "$work/b.pdf" >/dev/null 2>&1
cmp "$work/a.pdf" "$work/b.pdf" || fail "two builds differ"
pages=$(qpdf --show-npages "$work/a.pdf") || fail "no page count"
[ "${pages:-0}" -gt 110 ] || fail "only $pages pages"
qpdf --check "$work/a.pdf" >/dev/null || fail "qpdf --check"
python3 tests/tools/readback "$work/a.pdf" || fail "readback"
exit $bad
