#!/bin/sh
# cli.sh BUILD: what a clerk sees when something is wrong: one clear line each, the right exit status, and the last
# good output untouched. Each case damages a copy of the minimal pack in one way.
B=$(cd "${1:-build}" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0
fail() { echo "$*"; bad=1; }

# fresh: a new copy of the pack with a last good output
fresh() {
	rm -rf "$work/p" && cp -r "$here/minimal" "$work/p" && mkdir -p "$work/p/output" &&
		echo good > "$work/p/output/minimal.pdf"
}
# refused NAME CODE PATTERN: the build fails with exactly one error line, of that code and pattern
refused() {
	out=$("$B/makepack" "$work/p/minimal.xml" 2>&1); status=$?
	[ $status = 2 ] || fail "$1: exit status $status, not 2: $out"
	[ "$(printf '%s\n' "$out" | grep -c ': error: ')" = 1 ] || fail "$1: not exactly one error: $out"
	printf '%s\n' "$out" | grep -q "$3.*\[$2\]" || fail "$1: no [$2] with '$3' in: $out"
	printf '%s\n' "$out" | grep -q 'hint: ' || fail "$1: no hint: $out"
	[ "$(cat "$work/p/output/minimal.pdf")" = good ] || fail "$1: the last good output was replaced"
	[ "$(ls "$work/p/output" | wc -l)" = 1 ] || fail "$1: something was left beside the output"
}
report=minimal/report.xml

fresh; rm "$work/p/$report"
refused "missing file" X01 "minimal.xml:[0-9]*: error: .*$report"
fresh; sed -i 's/<\/summary>//' "$work/p/$report"
refused "malformed document" X02 "$report:[0-9]*:[0-9]*: error"
fresh; sed -i 's/<summary>/<sumary>/; s/<\/summary>/<\/sumary>/' "$work/p/$report"
refused "unknown element" S01 "$report:[0-9]*: error: .*<sumary>"
fresh; sed -i 's/<summary>/<summary><ref to="nowhere"\/> /' "$work/p/$report"
refused "dangling reference" 'M[0-9]*' "$report:[0-9]*: error: .*nowhere"
fresh; sed -i 's/<summary>/<summary>𓀀 /' "$work/p/$report"
refused "missing glyph" 'L[0-9]*' "$report:[0-9]*: error: .*U+13000"

# A word wider than its column is broken, and said.
fresh
word=$(printf 'w%.0s' $(seq 1 200))
sed -i "s/<summary>/<summary>$word /" "$work/p/$report"
out=$("$B/makepack" "$work/p/minimal.xml" 2>&1); status=$?
[ $status = 1 ] || fail "long word: exit status $status, not 1: $out"
[ "$(printf '%s\n' "$out" | grep -c ': warning: ')" = 1 ] || fail "long word: not exactly one warning: $out"
printf '%s\n' "$out" | grep -q "$report:[0-9]*: warning: .*\[L[0-9]*\]" || fail "long word: $out"

# The whole pack: built, quiet, the same bytes twice, wherever it is called from.
fresh
out=$(cd / && "$B/makepack" "$work/p/minimal.xml" 2>&1) || fail "minimal: $out"
[ "$(printf '%s\n' "$out" | wc -l)" = 1 ] || fail "minimal: more than one line: $out"
cp "$work/p/output/minimal.pdf" "$work/first.pdf"
"$B/makepack" "$work/p/minimal.xml" -o "$work/second.pdf" >/dev/null || fail "minimal: -o"
cmp "$work/first.pdf" "$work/second.pdf" || fail "minimal: two builds differ"
qpdf --check "$work/first.pdf" >/dev/null || fail "minimal: qpdf --check"

# The command line.
"$B/makepack" >/dev/null 2>&1; [ $? = 3 ] || fail "no input: exit status"
"$B/makepack" --nonsense x.xml 2>&1 | grep -q '\[A01\]' || fail "unknown option"
"$B/makepack" x.xml -o 2>&1 | grep -q '\[A03\]' || fail "option without a value"
"$B/makepack" --until lunch x.xml 2>&1 | grep -q '\[A04\]' || fail "unknown stage"
"$B/makepack" --resolved x.xml 2>&1 | grep -q '\[A05\]' || fail "--resolved without --until transform"
"$B/makepack" --until transform --resolved "$work/p/minimal.xml" 2>/dev/null | grep -q 'table-layout="fixed"' || fail "--resolved"
"$B/makepack" --explain X01 | grep -q 'does not exist' || fail "--explain"
"$B/makepack" --explain Q99 2>&1 | grep -q '\[A04\]' || fail "--explain of an unknown code"
"$B/makepack" --help | grep -q '^usage' || fail "--help"
"$B/makepack" /nowhere/pack.xml 2>&1 | grep -q '\[X01\]' || fail "pack not found"
MAKEPACK_HOME=/nowhere "$B/makepack" "$work/p/minimal.xml" >/dev/null 2>&1; [ $? = 4 ] || fail "no templates: exit status"
if [ "$(id -u)" != 0 ]; then
	mkdir "$work/ro" && chmod 500 "$work/ro"
	"$B/makepack" "$work/p/minimal.xml" -o "$work/ro/x.pdf" 2>&1 | grep -q '\[B01\]' || fail "read-only output"
fi
"$B/makepack" "$work/p/minimal.xml" -o /proc/nowhere/x.pdf >/dev/null 2>&1; [ $? = 4 ] || fail "output cannot be written"
exit $bad
