"""cases.py BUILD [CASE]: worst cases, generated, through makepack --fo.

Each must end in time and within memory (neither is limited as narrowly under the sanitizers), with the exit status
that is due: 0 or 1 with all words of the document in the PDF, or 2 with a finding and no PDF; never by a signal.
"""
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

BUILD = sys.argv[1] if len(sys.argv) > 1 else "build"
SANITIZED = "asan" in BUILD
SECONDS = 20 * (10 if SANITIZED else 1)
SLOW = SECONDS / 4
MEGABYTES = 1500

CASES = {}


def case(*statuses):
	"""A function that returns an FO document; the exit statuses that are right for it."""
	def put(make):
		CASES[make.__name__] = (make, statuses)
		return make
	return put


def document(*sequences, page='page-width="300pt" page-height="200pt" margin="20pt"', regions="<region-body/>"):
	return ('<root xmlns="http://www.w3.org/1999/XSL/Format" xmlns:mp="urn:makepack:ext:1" xml:lang="en"><layout-master-set><simple-page-master master-name="page" %s>'
		'%s</simple-page-master></layout-master-set><declarations><mp:info title="Case" lang="en"/></declarations>%s</root>'
		% (page, regions, "".join(sequences)))


def flow(content, static=""):
	return ('<page-sequence master-reference="page">%s<flow flow-name="xsl-region-body">%s</flow></page-sequence>'
		% (static, content))


def words(n, word="w"):
	return " ".join("%s%d" % (word, i) for i in range(n))


def block(content, attributes=""):
	return "<block %s>%s</block>" % (attributes, content)


def cell(content, attributes=""):
	return "<table-cell %s><block>%s</block></table-cell>" % (attributes, content)


def row(*cells, attributes=""):
	return "<table-row %s>%s</table-row>" % (attributes, "".join(cells))


def table(rows, columns="", header="", attributes=""):
	head = "<table-header>%s</table-header>" % header if header else ""
	return ('<table table-layout="fixed" width="100%%" %s>%s%s<table-body>%s</table-body></table>'
		% (attributes, columns, head, rows))


def item(label, body):
	return ('<list-item><list-item-label end-indent="label-end()"><block>%s</block></list-item-label>'
		'<list-item-body start-indent="body-start()">%s</list-item-body></list-item>' % (label, body))


def nested(depth, before, after, inside="w1"):
	return before * depth + inside + after * depth


# --- much of it

@case(0)
def rows():
	return document(flow(table("".join(row(cell("r%d" % i), cell("s%d" % i), cell(words(4, "t%d." % i)))
		for i in range(5000)), header=row(cell("Row"), cell("Second"), cell("Third")))))


@case(0)
def rows_with_borders():
	side = 'border="0.5pt solid black" padding="2pt"'
	return document(flow(table("".join(row(cell("r%d" % i, side), cell("s%d" % i, side)) for i in range(5000)),
		header=row(cell("Row", side), cell("Second", side)), attributes='border-collapse="collapse"')))


@case(0, 1)
def rows_of_automatic_width():
	return document(flow("<table><table-body>%s</table-body></table>" % "".join(row(cell("r%d" % i), cell("s%d" % i,
		'number-columns-spanned="2"'), cell(words(4, "t%d." % i))) for i in range(5000))))


@case(0, 1)
def rows_with_sums_carried():
	return document(flow('<table><table-footer><table-row><table-cell><block><retrieve-table-marker '
		'retrieve-class-name="s" retrieve-position-within-table="last-ending"/></block></table-cell></table-row>'
		"</table-footer><table-body>%s</table-body></table>" % "".join(row(cell('<marker marker-class-name="s">%d'
		"</marker>r%d" % (i, i))) for i in range(5000))))


@case(0)
def words_in_paragraph():
	return document(flow(block(words(100000))))


@case(0)
def words_in_paragraph_justified():
	return document(flow(block(words(100000), 'text-align="justify"')))


@case(0)
def words_in_paragraph_optimum():
	return document(flow(block(words(100000), 'text-align="justify" hyphenate="true" fox:line-breaking="optimum" '
		'xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"')))


@case(0)
def words_in_wide_line_optimum():
	return document(flow(block(words(20000), 'font-size="0.01pt" hyphenate="true" fox:line-breaking="optimum" '
		'xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"')))


@case(0)
def keeps_in_paragraph():
	return document(flow(block(" ".join('<inline keep-together.within-line="%d" keep-with-next.within-line="1">i%d j%d'
		'</inline>' % (i % 200, i, i) for i in range(20000)))))


@case(0, 1)
def tabs_kept():
	return document(flow(block("w1" + "\t" * 20000 + "w2", 'white-space="pre" wrap-option="wrap"')))


@case(0)
def inlines_in_paragraph():
	return document(flow(block(" ".join('<inline font-weight="bold">i%d</inline>' % i for i in range(20000)))))


@case(1)
def letters_in_word():
	return document(flow(block("letters " + "x" * 100000)))


@case(0)
def spaces():
	return document(flow(block("w1" + " " * 1000000 + "w2", 'white-space-collapse="true"')))


@case(0, 1)
def spaces_kept():
	return document(flow(block("w1" + " " * 100000 + "w2", 'white-space-collapse="false"')))


@case(0)
def linefeeds():
	return document(flow(block("\n".join("w%d" % i for i in range(20000)), 'linefeed-treatment="preserve"')))


@case(0)
def sequences():
	return document(*(flow(block("w%d" % i)) for i in range(3000)))


@case(0)
def ids():
	return document(flow("".join(block("w%d" % i, 'id="i%d"' % i) for i in range(10000))))


@case(0, 1)
def citations_forwards():
	return document(flow("".join(block('c%d <page-number-citation ref-id="i%d"/>' % (i, i)) for i in range(2000)) +
		"".join(block("w%d" % i, 'id="i%d"' % i) for i in range(2000))))


@case(0)
def citations_of_last_pages():
	return document(flow("".join(block('c%d <page-number-citation-last ref-id="all"/>' % i) for i in range(2000)), ""),
		flow(block("w1", 'id="all"')))


@case(0)
def markers():
	head = ('<static-content flow-name="xsl-region-before"><block><retrieve-marker retrieve-class-name="m"/></block>'
		'</static-content>')
	return document(flow("".join(block('<marker marker-class-name="m">m%d</marker>w%d' % (i, i)) for i in range(5000)), head),
		regions='<region-body margin-top="30pt"/><region-before extent="20pt"/>')


@case(0)
def bookmarks():
	tree = "".join('<bookmark internal-destination="i%d"><bookmark-title>b</bookmark-title></bookmark>' % i
		for i in range(5000))
	return document("<bookmark-tree>%s</bookmark-tree>" % tree,
		flow("".join(block("w%d" % i, 'id="i%d"' % i) for i in range(5000))))


@case(2)
def text_of_50_megabytes():
	return document(flow("".join(block(words(1000)) for i in range(8500))))


@case(0)
def lists():
	return document(flow("<list-block provisional-distance-between-starts='40pt'>%s</list-block>" % "".join(item(i, block("w%d" % i)) for i in range(5000))))


@case(0)
def footnotes():
	return document(flow("".join(block('w%d<footnote><inline>%d</inline><footnote-body><block>f%d</block></footnote-body>'
		'</footnote>' % (i, i, i)) for i in range(2000))))


# --- deep

@case(0)
def blocks_in_blocks():
	return document(flow(nested(200, "<block>", "</block>")))


@case(0)
def blocks_with_borders():
	return document(flow(nested(200, '<block border="0.1pt solid black" padding="0.1pt">', "</block>")))


@case(0, 1)
def blocks_indented():
	return document(flow(nested(200, '<block margin-left="5pt">', "</block>")))


@case(0, 1, 2)
def lists_in_lists():
	before, after = item("1", "CUT").split("CUT")
	return document(flow(nested(60, "<list-block>" + before, after + "</list-block>", "<block>w1</block>")))


@case(0, 1, 2)
def tables_in_tables():
	return document(flow(nested(60, "<table table-layout='fixed' width='100%'><table-body><table-row><table-cell>",
		"</table-cell></table-row></table-body></table>", "<block>w1</block>")))


@case(0, 1, 2)
def tables_in_tables_with_siblings():
	return document(flow(nested(30, "<table table-layout='fixed' width='100%'><table-body><table-row><table-cell "
		"number-rows-spanned='2'>", "</table-cell><table-cell><block>x</block></table-cell></table-row><table-row>"
		"<table-cell><block>y</block></table-cell></table-row></table-body></table>", "<block>w1</block>")))


@case(0, 1)
def containers_in_containers():
	return document(flow(nested(120, "<block-container><block>", "</block></block-container>")))


@case(0, 1)
def containers_turned():
	return document(flow(nested(40, "<block-container reference-orientation='90' height='100pt' width='100pt'>",
		"</block-container>", "<block>w1</block>")))


@case(0)
def inlines_in_inlines():
	return document(flow(block(nested(200, "<inline>", "</inline>"))))


@case(0)
def inlines_shifted():
	return document(flow(block(nested(200, "<inline baseline-shift='super' font-size='95%'>", "</inline>"))))


@case(2)
def deeper_than_256():
	return document(flow(nested(300, "<block>", "</block>")))


@case(2)
def inlines_deeper_than_256():
	return document(flow(block(nested(300, "<inline>", "</inline>"))))


@case(2)
def tables_deeper_than_256():
	return document(flow(nested(300, "<table><table-body><table-row><table-cell>",
		"</table-cell></table-row></table-body></table>", "<block>w1</block>")))


@case(2)
def elements_deeper_than_the_parser():
	return document(flow(nested(100000, "<block>", "</block>")))


@case(2)
def expression_nested():
	return document(flow(block("w1", 'start-indent="%s1pt%s"' % ("(" * 1000, ")" * 1000)) +
		block("w2", 'no-such-object="1"') + "<no-such-object>w3</no-such-object>"))


@case(0)
def expression_long():
	return document(flow(block("w1", 'start-indent="%s"' % " + ".join(["0.001pt"] * 5000))))


# --- tall and wide

@case(0, 1, 2)
def block_taller_than_page():
	return document(flow(block("w0") + "<block-container height='500pt'><block>w1</block></block-container>" + block("w2")))


@case(0, 1, 2)
def line_taller_than_page():
	return document(flow(block("w0") + block("w1", 'font-size="300pt"') + block("w2")))


@case(0, 1)
def keep_around_50_pages():
	return document(flow(block("w0") + block("".join(block("k%d" % i) for i in range(550)),
		'keep-together.within-page="always"') + block("w1")))


@case(0, 1)
def keeps_with_next():
	return document(flow("".join(block("w%d" % i, 'keep-with-next.within-page="always"') for i in range(2000))))


@case(0, 1)
def keeps_of_every_strength():
	return document(flow("".join(block("w%d" % i, 'keep-with-next.within-page="%d"' % (i % 250 + 1))
		for i in range(5000))))


@case(0, 1)
def keeps_in_keeps():
	return document(flow(nested(100, '<block keep-together.within-page="always">x',
		'<block keep-with-previous.within-page="always">y</block></block>')))


@case(0, 1, 2)
def header_taller_than_page():
	return document(flow(table("".join(row(cell("w%d" % i)) for i in range(40)),
		header=row(cell(words(300, "h"))))))


@case(0, 1, 2)
def header_fills_page():
	return document(flow(table("".join(row(cell("w%d" % i)) for i in range(40)),
		header="".join(row(cell("h%d" % i)) for i in range(11)))))


@case(0, 1)
def cell_over_five_pages():
	return document(flow(table(row(cell("short"), cell(words(600)), cell("also"), attributes="") + row(cell("a"), cell("b"),
		cell("c")))))


@case(0, 1)
def cells_over_many_pages():
	return document(flow(table(row(*(cell(words(2000, "c%d." % i)) for i in range(3))))))


@case(0, 1, 2)
def columns():
	return document(flow(table("".join(row(*(cell("c%d.%d" % (r, i)) for i in range(500))) for r in range(3)))))


@case(0, 1, 2)
def columns_of_page_width():
	return document(flow(table(row(*(cell("c%d" % i) for i in range(20))),
		columns='<table-column column-width="300pt" number-columns-repeated="20"/>')))


@case(0, 1)
def span_of_rows():
	return document(flow(table(row(cell("span", 'number-rows-spanned="1000"'), cell("w0")) +
		"".join(row(cell("w%d" % i)) for i in range(1, 1000)))))


@case(0, 1)
def spans_of_rows_overlapping():
	return document(flow(table("".join(row(cell("a%d" % i, 'number-rows-spanned="2"')) if i % 2 == 0 else
		row(cell("b%d" % i, 'number-rows-spanned="2"')) for i in range(1000)) + row(cell("w1"), cell("w2")))))


@case(0, 1, 2)
def spans_beyond():
	return document(flow(table(row(cell("w1", 'number-rows-spanned="2000000000" number-columns-spanned="2000000000"'),
		cell("w2", 'column-number="2000000000"')) + row(cell("w3")),
		columns='<table-column number-columns-repeated="2000000000"/>')))


# --- figures without sense

@case(0, 1, 2)
def lengths_huge():
	return document(flow(block("w1", 'space-before="1e15pt" space-after="999999999999999pt" start-indent="99999999999pt"') +
		block("w2", 'font-size="99999999999999999999pt" line-height="99999999999999999999"') +
		block("w3", 'border="9999999999pt solid black" padding="9999999999pt"') +
		block("w4", 'text-indent="99999999pt" letter-spacing="99999999pt" word-spacing="99999999pt"') +
		"<block-container height='999999999pt' width='999999999pt'><block>w5</block></block-container>"))


@case(0, 1, 2)
def lengths_negative():
	return document(flow(block("w1", 'space-before="-500pt" start-indent="-1000pt" end-indent="-1000pt"') +
		block("w2", 'font-size="-3pt" line-height="-5"') + block("w3", 'border="-1pt solid black" padding="-4pt"') +
		block("w4 w5 w6", 'text-indent="-5000pt" letter-spacing="-20pt" word-spacing="-50pt"') +
		"<block-container height='-9pt' width='-9pt'><block>w7</block></block-container>" +
		table(row(cell("w8")), columns='<table-column column-width="-5pt"/>')))


@case(0, 1, 2)
def percent_of_nothing():
	return document(flow("<block-container><block-container height='50%'><block>w1</block></block-container>"
		"</block-container>" + table(row(cell("w2", 'height="50%"'), attributes='height="40%"'),
		columns='<table-column column-width="0%"/>') + block("w3", 'line-height="0%"') + block("w4", 'font-size="0%"')))


@case(0, 1)
def font_of_nothing():
	return document(flow(block("w1 w2 " * 1000, 'font-size="0"') + block("w3")))


@case(0, 1, 2)
def font_of_5000_points():
	return document(flow(block("w", 'font-size="5000pt"') + block("w3")))


@case(0, 1, 2)
def lines_of_nothing():
	return document(flow(block(words(5000), 'line-height="0"') + block("w3")))


@case(0, 1)
def widows_and_orphans_of_2000():
	return document(flow(block(words(5000), 'widows="2000" orphans="2000"') + block("w3")))


@case(2)
def page_of_one_point():
	return document(flow(block("w1 w2")), page='page-width="1pt" page-height="1pt"')


@case(1, 2)
def page_narrower_than_letter():
	return document(flow(block("w1 w2")), page='page-width="4pt" page-height="100pt"')


@case(2)
def page_lower_than_line():
	return document(flow(block(words(100))), page='page-width="100pt" page-height="4pt"')


@case(2)
def page_of_nothing():
	return document(flow(block("w1 w2")), page='page-width="0pt" page-height="0pt"')


@case(0, 1, 2)
def page_huge():
	return document(flow(block("w1 w2")), page='page-width="99999999pt" page-height="99999999pt"')


@case(2)
def margins_larger_than_page():
	return document(flow(block("w1")), page='page-width="300pt" page-height="200pt" margin="150pt"')


@case(0, 1, 2)
def head_larger_than_page():
	return document(flow(block("w1"), '<static-content flow-name="xsl-region-before"><block>%s</block></static-content>'
		% words(500, "h")), regions='<region-body margin-top="20pt"/><region-before extent="500pt"/>')


@case(0, 1)
def indents_larger_than_page():
	return document(flow(block(words(200), 'start-indent="200pt" end-indent="200pt"') +
		"<list-block provisional-distance-between-starts='900pt'>%s</list-block>" % item("l", block(words(50)))))


@case(0, 1, 2)
def empty_everything():
	return document(flow("<block/><block><inline/></block><list-block><list-item><list-item-label/><list-item-body/>"
		"</list-item></list-block><table><table-body/></table><table><table-body><table-row/></table-body></table>"
		"<block-container/><block><leader/></block><wrapper/>"), flow(""))


@case(2)
def empty_root():
	return '<root xmlns="http://www.w3.org/1999/XSL/Format"/>'


@case(0, 1, 2)
def numbers_without_sense():
	return document('<page-sequence master-reference="page" initial-page-number="2000000000" format="I">'
		'<flow flow-name="xsl-region-body"><block><page-number/> w1</block></flow></page-sequence>',
		'<page-sequence master-reference="page" initial-page-number="-5" format="a">'
		'<flow flow-name="xsl-region-body"><block><page-number/> w2</block></flow></page-sequence>')


@case(0, 1)
def breaks():
	return document(flow("".join(block("", 'break-before="odd-page" break-after="even-page"') for i in range(300)) +
		block("w1")))


@case(0, 1, 2)
def leaders():
	return document(flow("".join(block('w%d<leader leader-pattern="dots" leader-length="99999pt"/>e%d' % (i, i))
		for i in range(100)) + "".join(block('<leader leader-pattern="use-content" leader-length="200pt">'
		'<inline font-size="0.01pt">.</inline></leader>w') for i in range(10))))


# --- the machine

def limits():
	if not SANITIZED:
		resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
	resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def words_of(xml):
	"""The words between tags; those of markers and bookmarks stand elsewhere, or nowhere."""
	return set(re.sub("<[^>]*>", " ", re.sub("<(marker|bookmark-title).*?</\\1>", " ", xml, flags=re.S)).split())


def missing(fo):
	"""Words of the document that are in no area, whatever lines cut them. (pdftotext takes a minute for 5,000 pages.)"""
	areas = subprocess.run([os.path.join(BUILD, "makepack"), "--fo", fo, "--until", "paginate"], stdout=subprocess.PIPE,
		stderr=subprocess.DEVNULL).stdout.decode("utf-8")
	with open(fo) as f:
		wanted = words_of(f.read())
	printed = re.sub("<[^>]*>", " ", areas)
	gone = wanted - set(printed.split())
	joined = re.sub(r"\s", "", printed) if gone else ""
	return sorted(w for w in gone if w not in joined)


def run(name, folder):
	"""What is wrong with a case, or None."""
	make, statuses = CASES[name]
	fo, pdf = os.path.join(folder, name + ".fo"), os.path.join(folder, name + ".pdf")
	with open(fo, "w") as f:
		f.write(make())
	began = time.time()
	try:
		p = subprocess.run([os.path.join(BUILD, "makepack"), "--fo", fo, "-o", pdf], stdout=subprocess.PIPE,
			stderr=subprocess.STDOUT, timeout=SECONDS, preexec_fn=limits)
	except subprocess.TimeoutExpired:
		return "not done in %d seconds" % SECONDS
	took = time.time() - began
	if took > SLOW:
		print("%s: slow, %.1f s" % (name, took))
	said = p.stdout.decode("utf-8", "replace")
	if len(sys.argv) > 2:
		print("%s: %.1f s, exit status %d\n%s" % (name, took, p.returncode, said[:3000]))
	if p.returncode not in statuses:
		return "exit status %d after %.1f s: %s" % (p.returncode, took, said[:1000])
	if p.returncode == 2:
		return None if ": error: " in said else "no error is told"
	gone = missing(fo)
	return "%d words are gone: %s" % (len(gone), " ".join(gone[:10])) if gone else None


def main():
	bad = 0
	with tempfile.TemporaryDirectory() as folder:
		for name in sys.argv[2:] or CASES:
			wrong = run(name, folder)
			if wrong:
				print("%s: %s" % (name, wrong), flush=True)
				bad = 1
			for file in os.listdir(folder):
				os.remove(os.path.join(folder, file))
	return bad


if __name__ == "__main__":
	sys.exit(main())
