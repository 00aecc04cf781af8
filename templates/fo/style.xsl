<?xml version="1.0" encoding="UTF-8"?>
<!--
  style: the house style. Every colour, size, space and rule of the pages is
  here and nowhere else; a council that wants another face changes this file
  only. Variables are values used in many places; attribute sets say how one
  kind of thing looks. The rhythm is 4 pt; the largest measure is 80
  characters; ink on every ground has a contrast of 4.5 to 1 or better.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <!-- Colours -->
  <xsl:variable name="ink">#0B0C0C</xsl:variable>
  <xsl:variable name="quiet">#505A5F</xsl:variable>
  <xsl:variable name="rule">#B1B4B6</xsl:variable>
  <xsl:variable name="tint">#F3F2F1</xsl:variable>
  <xsl:variable name="accent">#1D3D6D</xsl:variable>
  <xsl:variable name="accent-tint">#EDF1F7</xsl:variable>
  <xsl:variable name="paper">#FFFFFF</xsl:variable>
  <xsl:variable name="green">#00703C</xsl:variable>
  <xsl:variable name="amber">#FFBF47</xsl:variable>
  <xsl:variable name="red">#AA2A16</xsl:variable>

  <!-- The sheet: A4, duplex, punched at the binding edge -->
  <xsl:variable name="sheet-width">210mm</xsl:variable>
  <xsl:variable name="sheet-height">297mm</xsl:variable>
  <xsl:variable name="binding-margin">25mm</xsl:variable>
  <xsl:variable name="outer-margin">20mm</xsl:variable>
  <xsl:variable name="head-margin">12mm</xsl:variable>
  <xsl:variable name="head-extent">8mm</xsl:variable>
  <xsl:variable name="body-top">14mm</xsl:variable>
  <xsl:variable name="foot-margin">10mm</xsl:variable>
  <xsl:variable name="foot-extent">8mm</xsl:variable>
  <xsl:variable name="body-bottom">14mm</xsl:variable>
  <xsl:variable name="filler-extent">90mm</xsl:variable>

  <!-- Columns in which numbers, marks and labels hang -->
  <xsl:variable name="number-column">12mm</xsl:variable>
  <xsl:variable name="range-column">38mm</xsl:variable>
  <xsl:variable name="list-step">1.9em</xsl:variable>
  <xsl:variable name="label-column">46mm</xsl:variable>
  <!-- kept free beside prose on a landscape sheet, so that lines stay readable -->
  <xsl:variable name="wide-sheet-margin">60mm</xsl:variable>
  <xsl:variable name="hairline">0.5pt</xsl:variable>

  <!-- Type of tables with many columns -->
  <xsl:variable name="dense-size">9pt</xsl:variable>
  <xsl:variable name="dense-leading">12pt</xsl:variable>

  <!-- Symbols that the text fonts lack -->
  <xsl:variable name="symbol-font">DejaVu Sans</xsl:variable>

  <!-- Text -->
  <xsl:attribute-set name="text">
    <xsl:attribute name="font-family">Liberation Sans, DejaVu Sans</xsl:attribute>
    <xsl:attribute name="font-size">12pt</xsl:attribute>
    <xsl:attribute name="line-height">16pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$ink"/></xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="widows">2</xsl:attribute>
    <xsl:attribute name="orphans">2</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="small">
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="line-height">13pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="tiny">
    <xsl:attribute name="font-size"><xsl:value-of select="$dense-size"/></xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$dense-leading"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- In em, so that paragraphs and lists in tables close up with the type -->
  <xsl:attribute-set name="paragraph">
    <xsl:attribute name="space-after">0.67em</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="item-paragraph">
    <xsl:attribute name="space-after">0.33em</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="lead">
    <xsl:attribute name="font-size">14pt</xsl:attribute>
    <xsl:attribute name="line-height">20pt</xsl:attribute>
    <xsl:attribute name="space-after">12pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="label">
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$quiet"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="link">
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="text-decoration">underline</xsl:attribute>
  </xsl:attribute-set>

  <!-- In lists of contents the place says that it is a link -->
  <xsl:attribute-set name="quiet-link">
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- Headings -->
  <xsl:attribute-set name="heading">
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="display" use-attribute-sets="heading">
    <xsl:attribute name="font-size">30pt</xsl:attribute>
    <xsl:attribute name="line-height">36pt</xsl:attribute>
    <xsl:attribute name="space-after">20pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="title" use-attribute-sets="heading">
    <xsl:attribute name="font-size">20pt</xsl:attribute>
    <xsl:attribute name="line-height">25pt</xsl:attribute>
    <xsl:attribute name="space-after">12pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="eyebrow" use-attribute-sets="heading">
    <xsl:attribute name="font-size">11pt</xsl:attribute>
    <xsl:attribute name="line-height">16pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="space-after">4pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading-2" use-attribute-sets="heading">
    <xsl:attribute name="font-size">14pt</xsl:attribute>
    <xsl:attribute name="line-height">18pt</xsl:attribute>
    <xsl:attribute name="space-before">18pt</xsl:attribute>
    <xsl:attribute name="space-after">6pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading-3" use-attribute-sets="heading">
    <xsl:attribute name="font-size">12pt</xsl:attribute>
    <xsl:attribute name="line-height">16pt</xsl:attribute>
    <xsl:attribute name="space-before">12pt</xsl:attribute>
    <xsl:attribute name="space-after">4pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading-4" use-attribute-sets="heading-3">
    <xsl:attribute name="color"><xsl:value-of select="$quiet"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- A chapter of a plan opens a page -->
  <xsl:attribute-set name="chapter-title" use-attribute-sets="title">
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="border-after-style">solid</xsl:attribute>
    <xsl:attribute name="border-after-width">1.5pt</xsl:attribute>
    <xsl:attribute name="border-after-color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="padding-after">6pt</xsl:attribute>
    <xsl:attribute name="space-after">14pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Page furniture -->
  <xsl:attribute-set name="running-head">
    <xsl:attribute name="font-size">9pt</xsl:attribute>
    <xsl:attribute name="line-height">11pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$quiet"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="item-mark">
    <xsl:attribute name="font-size">12pt</xsl:attribute>
    <xsl:attribute name="line-height">14pt</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="own-folio">
    <xsl:attribute name="color"><xsl:value-of select="$quiet"/></xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="folio">
    <xsl:attribute name="font-size">11pt</xsl:attribute>
    <xsl:attribute name="line-height">14pt</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="filler">
    <xsl:attribute name="color"><xsl:value-of select="$quiet"/></xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
  </xsl:attribute-set>

  <!-- Front sheet and agenda -->
  <xsl:attribute-set name="front-authority">
    <xsl:attribute name="font-size">16pt</xsl:attribute>
    <xsl:attribute name="line-height">22pt</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="padding-after">12pt</xsl:attribute>
    <xsl:attribute name="border-after-style">solid</xsl:attribute>
    <xsl:attribute name="border-after-width">3pt</xsl:attribute>
    <xsl:attribute name="border-after-color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="space-after">72pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="front-line">
    <xsl:attribute name="font-size">16pt</xsl:attribute>
    <xsl:attribute name="line-height">24pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="agenda-section" use-attribute-sets="heading">
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="space-before">14pt</xsl:attribute>
    <xsl:attribute name="padding-after">4pt</xsl:attribute>
    <xsl:attribute name="border-after-style">solid</xsl:attribute>
    <xsl:attribute name="border-after-width">1pt</xsl:attribute>
    <xsl:attribute name="border-after-color"><xsl:value-of select="$accent"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="agenda-cell">
    <xsl:attribute name="padding-before">7pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Lists -->
  <xsl:attribute-set name="numbered">
    <xsl:attribute name="provisional-distance-between-starts"><xsl:value-of select="$number-column"/></xsl:attribute>
    <xsl:attribute name="provisional-label-separation">2mm</xsl:attribute>
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="list">
    <xsl:attribute name="provisional-distance-between-starts"><xsl:value-of select="$list-step"/></xsl:attribute>
    <xsl:attribute name="provisional-label-separation">0.4em</xsl:attribute>
    <xsl:attribute name="space-after">0.67em</xsl:attribute>
  </xsl:attribute-set>

  <!-- Labels at the left, values beside them, no rules -->
  <xsl:attribute-set name="grid">
    <xsl:attribute name="provisional-distance-between-starts"><xsl:value-of select="$label-column"/></xsl:attribute>
    <xsl:attribute name="provisional-label-separation">3mm</xsl:attribute>
    <xsl:attribute name="space-after">12pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="grid-row">
    <xsl:attribute name="space-after">5pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Boxes. The last paragraph of a box brings 8 pt of its own. -->
  <xsl:attribute-set name="box">
    <xsl:attribute name="space-before">12pt</xsl:attribute>
    <xsl:attribute name="space-after">12pt</xsl:attribute>
    <xsl:attribute name="padding-before">10pt</xsl:attribute>
    <xsl:attribute name="padding-after">4pt</xsl:attribute>
    <xsl:attribute name="padding-start">12pt</xsl:attribute>
    <xsl:attribute name="padding-end">12pt</xsl:attribute>
    <xsl:attribute name="margin-left">0pt</xsl:attribute>
    <xsl:attribute name="margin-right">0pt</xsl:attribute>
    <xsl:attribute name="background-color"><xsl:value-of select="$tint"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- What Members look for first: summary and recommendation -->
  <xsl:attribute-set name="key-box" use-attribute-sets="box">
    <xsl:attribute name="border-start-style">solid</xsl:attribute>
    <xsl:attribute name="border-start-width">3pt</xsl:attribute>
    <xsl:attribute name="border-start-color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="background-color"><xsl:value-of select="$accent-tint"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="box-title" use-attribute-sets="heading">
    <xsl:attribute name="space-after">4pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="pull-quote">
    <xsl:attribute name="font-size">16pt</xsl:attribute>
    <xsl:attribute name="line-height">22pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="space-before">12pt</xsl:attribute>
    <xsl:attribute name="space-after">8pt</xsl:attribute>
    <xsl:attribute name="padding-before">8pt</xsl:attribute>
    <xsl:attribute name="border-before-style">solid</xsl:attribute>
    <xsl:attribute name="border-before-width">2pt</xsl:attribute>
    <xsl:attribute name="border-before-color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="quote">
    <xsl:attribute name="padding-start">10pt</xsl:attribute>
    <xsl:attribute name="border-start-style">solid</xsl:attribute>
    <xsl:attribute name="border-start-width">2pt</xsl:attribute>
    <xsl:attribute name="border-start-color"><xsl:value-of select="$rule"/></xsl:attribute>
    <xsl:attribute name="margin-left">0pt</xsl:attribute>
    <xsl:attribute name="space-after">8pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- A line across the page that parts what heads a document from its text -->
  <xsl:attribute-set name="ruled-off">
    <xsl:attribute name="border-after-style">solid</xsl:attribute>
    <xsl:attribute name="border-after-width"><xsl:value-of select="$hairline"/></xsl:attribute>
    <xsl:attribute name="border-after-color"><xsl:value-of select="$rule"/></xsl:attribute>
    <xsl:attribute name="padding-after">6pt</xsl:attribute>
    <xsl:attribute name="space-after">14pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Tables -->
  <xsl:attribute-set name="table">
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="border-collapse">collapse</xsl:attribute>
    <xsl:attribute name="space-before">4pt</xsl:attribute>
    <xsl:attribute name="space-after">12pt</xsl:attribute>
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="line-height">13pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="caption" use-attribute-sets="heading">
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="line-height">13pt</xsl:attribute>
    <xsl:attribute name="space-before">8pt</xsl:attribute>
    <xsl:attribute name="space-after">4pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cell">
    <xsl:attribute name="padding-before">4pt</xsl:attribute>
    <xsl:attribute name="padding-after">4pt</xsl:attribute>
    <xsl:attribute name="padding-start">5pt</xsl:attribute>
    <xsl:attribute name="padding-end">5pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="ruled-cell" use-attribute-sets="cell">
    <xsl:attribute name="border-after-style">solid</xsl:attribute>
    <xsl:attribute name="border-after-width"><xsl:value-of select="$hairline"/></xsl:attribute>
    <xsl:attribute name="border-after-color"><xsl:value-of select="$rule"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="grid-cell" use-attribute-sets="cell">
    <xsl:attribute name="border-style">solid</xsl:attribute>
    <xsl:attribute name="border-width"><xsl:value-of select="$hairline"/></xsl:attribute>
    <xsl:attribute name="border-color"><xsl:value-of select="$rule"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="head-cell" use-attribute-sets="cell">
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="background-color"><xsl:value-of select="$tint"/></xsl:attribute>
    <xsl:attribute name="display-align">after</xsl:attribute>
    <xsl:attribute name="border-after-style">solid</xsl:attribute>
    <xsl:attribute name="border-after-width">1pt</xsl:attribute>
    <xsl:attribute name="border-after-color"><xsl:value-of select="$ink"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- The first of two head rows: what the columns below it share -->
  <xsl:attribute-set name="upper-head-cell" use-attribute-sets="head-cell">
    <xsl:attribute name="border-after-width"><xsl:value-of select="$hairline"/></xsl:attribute>
    <xsl:attribute name="border-after-color"><xsl:value-of select="$rule"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- The title of a table, as the first row of its head -->
  <xsl:attribute-set name="title-cell" use-attribute-sets="cell">
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$paper"/></xsl:attribute>
    <xsl:attribute name="background-color"><xsl:value-of select="$accent"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="band-cell" use-attribute-sets="ruled-cell">
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="background-color"><xsl:value-of select="$accent-tint"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="total-cell" use-attribute-sets="ruled-cell">
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="border-before-style">solid</xsl:attribute>
    <xsl:attribute name="border-before-width">0.75pt</xsl:attribute>
    <xsl:attribute name="border-before-color"><xsl:value-of select="$ink"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="grand-cell" use-attribute-sets="total-cell">
    <xsl:attribute name="background-color"><xsl:value-of select="$tint"/></xsl:attribute>
    <xsl:attribute name="border-before-width">1.5pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- The sheet of a risk: three grids in one frame -->
  <xsl:attribute-set name="sheet-bar" use-attribute-sets="heading">
    <xsl:attribute name="font-size">13pt</xsl:attribute>
    <xsl:attribute name="line-height">17pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$paper"/></xsl:attribute>
    <xsl:attribute name="background-color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="padding-before">5pt</xsl:attribute>
    <xsl:attribute name="padding-after">5pt</xsl:attribute>
    <xsl:attribute name="padding-start">6pt</xsl:attribute>
    <xsl:attribute name="padding-end">6pt</xsl:attribute>
    <xsl:attribute name="margin-left">0pt</xsl:attribute>
    <xsl:attribute name="margin-right">0pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="sheet-table" use-attribute-sets="tiny">
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="border-collapse">collapse</xsl:attribute>
    <xsl:attribute name="border-start-style">solid</xsl:attribute>
    <xsl:attribute name="border-start-width">1pt</xsl:attribute>
    <xsl:attribute name="border-start-color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="border-end-style">solid</xsl:attribute>
    <xsl:attribute name="border-end-width">1pt</xsl:attribute>
    <xsl:attribute name="border-end-color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="border-after-style">solid</xsl:attribute>
    <xsl:attribute name="border-after-width">1pt</xsl:attribute>
    <xsl:attribute name="border-after-color"><xsl:value-of select="$accent"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="sheet-head-cell" use-attribute-sets="grid-cell">
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="background-color"><xsl:value-of select="$accent-tint"/></xsl:attribute>
    <xsl:attribute name="padding-before">3pt</xsl:attribute>
    <xsl:attribute name="padding-after">3pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="ratings-cell" use-attribute-sets="ruled-cell">
    <xsl:attribute name="padding-start">3pt</xsl:attribute>
    <xsl:attribute name="padding-end">3pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Who answers for a service of the dashboard -->
  <xsl:attribute-set name="service-cell">
    <xsl:attribute name="display-align">after</xsl:attribute>
    <xsl:attribute name="padding-end">10pt</xsl:attribute>
    <xsl:attribute name="padding-after">5pt</xsl:attribute>
    <xsl:attribute name="border-after-style">solid</xsl:attribute>
    <xsl:attribute name="border-after-width">1.5pt</xsl:attribute>
    <xsl:attribute name="border-after-color"><xsl:value-of select="$accent"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- Covers of documents within the pack -->
  <xsl:attribute-set name="cover">
    <xsl:attribute name="color"><xsl:value-of select="$paper"/></xsl:attribute>
    <xsl:attribute name="background-color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="padding-before">48pt</xsl:attribute>
    <xsl:attribute name="padding-after">24pt</xsl:attribute>
    <xsl:attribute name="padding-start">20pt</xsl:attribute>
    <xsl:attribute name="padding-end">20pt</xsl:attribute>
    <xsl:attribute name="margin-left">0pt</xsl:attribute>
    <xsl:attribute name="margin-right">0pt</xsl:attribute>
    <xsl:attribute name="space-after">24pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- A business plan: its contents, its chart of who leads what -->
  <xsl:attribute-set name="glance-title" use-attribute-sets="heading">
    <xsl:attribute name="font-size">18pt</xsl:attribute>
    <xsl:attribute name="line-height">22pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="space-after">4pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="contents-chapter">
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="space-before">10pt</xsl:attribute>
    <xsl:attribute name="text-align-last">justify</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="contents-section">
    <xsl:attribute name="start-indent">8mm</xsl:attribute>
    <xsl:attribute name="space-before">2pt</xsl:attribute>
    <xsl:attribute name="text-align-last">justify</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="chart-head">
    <xsl:attribute name="color"><xsl:value-of select="$paper"/></xsl:attribute>
    <xsl:attribute name="background-color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="padding-before">8pt</xsl:attribute>
    <xsl:attribute name="padding-after">8pt</xsl:attribute>
    <xsl:attribute name="space-after">4pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- A coloured word in a line: a rating, a RAG status -->
  <xsl:attribute-set name="chip">
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="padding-before">1pt</xsl:attribute>
    <xsl:attribute name="padding-after">1pt</xsl:attribute>
    <xsl:attribute name="padding-start">4pt</xsl:attribute>
    <xsl:attribute name="padding-end">4pt</xsl:attribute>
    <xsl:attribute name="wrap-option">no-wrap</xsl:attribute>
  </xsl:attribute-set>

  <!-- Tiles of an organisation chart, with gaps between them -->
  <xsl:attribute-set name="tiles" use-attribute-sets="small">
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="border-collapse">separate</xsl:attribute>
    <xsl:attribute name="border-separation">4pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="tile">
    <xsl:attribute name="background-color"><xsl:value-of select="$accent-tint"/></xsl:attribute>
    <xsl:attribute name="padding">8pt</xsl:attribute>
  </xsl:attribute-set>
</xsl:stylesheet>
