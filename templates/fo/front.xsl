<?xml version="1.0" encoding="UTF-8"?>
<!--
  front: what comes before the papers. The front sheet names the meeting; the
  agenda says who meets, who may stay, and what is taken where: its page ranges
  are citations of the first and last page of an item's documents, fillers
  included, and lead there.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    exclude-result-prefixes="p mp">

  <xsl:template name="front-sheet">
    <fo:page-sequence id="pack..front" master-reference="portrait" force-page-count="end-on-even">
      <xsl:copy-of select="@mp:src"/>
      <xsl:call-template name="furniture">
        <xsl:with-param name="running" select="p:meeting/p:committee"/>
      </xsl:call-template>
      <fo:flow flow-name="xsl-region-body">
        <xsl:apply-templates select="p:meeting" mode="front"/>
        <xsl:apply-templates select="p:notice[@on = 'front']"/>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:template match="p:meeting" mode="front">
    <fo:block xsl:use-attribute-sets="front-authority">
      <xsl:copy-of select="p:authority/@mp:src"/>
      <xsl:value-of select="p:authority"/>
    </fo:block>
    <fo:block xsl:use-attribute-sets="display" role="H1">
      <xsl:copy-of select="p:committee/@mp:src"/>
      <xsl:value-of select="p:committee"/>
    </fo:block>
    <fo:block xsl:use-attribute-sets="front-line"><xsl:value-of select="p:date/@mp:long"/></fo:block>
    <fo:block xsl:use-attribute-sets="front-line"><xsl:value-of select="p:time/@mp:plain"/></fo:block>
    <fo:block xsl:use-attribute-sets="front-line">
      <xsl:copy-of select="p:venue/@mp:src"/>
      <xsl:value-of select="p:venue"/>
    </fo:block>
  </xsl:template>

  <!-- Notices -->
  <xsl:template match="p:notice">
    <fo:block xsl:use-attribute-sets="box">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <fo:block xsl:use-attribute-sets="box-title" role="H2"><xsl:apply-templates select="p:title/node()"/></fo:block>
      <xsl:apply-templates select="*[not(self::p:title)]"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="agenda">
    <fo:page-sequence id="pack..agenda" master-reference="portrait" initial-page-number="auto-odd"
        force-page-count="end-on-even">
      <xsl:copy-of select="@mp:src"/>
      <xsl:call-template name="furniture">
        <xsl:with-param name="running" select="concat('Agenda – ', p:meeting/p:committee)"/>
      </xsl:call-template>
      <fo:flow flow-name="xsl-region-body">
        <fo:block xsl:use-attribute-sets="eyebrow"><xsl:value-of select="p:meeting/p:committee"/></fo:block>
        <fo:block xsl:use-attribute-sets="title" role="H1">Agenda</fo:block>
        <xsl:call-template name="meeting-details"/>
        <xsl:apply-templates select="p:membership"/>
        <xsl:apply-templates select="p:notice[not(@on = 'front')]"/>
        <xsl:apply-templates select="p:access|p:section|p:exempt" mode="agenda"/>
        <xsl:call-template name="signature"/>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <!-- When and where at the left, whom to ask at the right -->
  <xsl:template name="meeting-details">
    <xsl:call-template name="side-by-side">
      <xsl:with-param name="left">
        <fo:block font-weight="bold">
          <xsl:value-of select="concat(p:meeting/p:date/@mp:long, ' at ')"/>
          <xsl:value-of select="translate(p:meeting/p:time/@mp:plain, ' ', '&#160;')"/>
        </fo:block>
        <fo:block><xsl:value-of select="p:meeting/p:venue"/></fo:block>
      </xsl:with-param>
      <xsl:with-param name="right">
        <fo:block xsl:use-attribute-sets="label">Ask for</fo:block>
        <xsl:for-each select="p:contact"><xsl:call-template name="person-lines"/></xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
    <fo:block xsl:use-attribute-sets="ruled-off" color="{$quiet}" space-before="8pt">
      <xsl:copy-of select="p:hospitality/@mp:src"/>
      <xsl:apply-templates select="p:hospitality/node()"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:membership">
    <xsl:call-template name="heading">
      <xsl:with-param name="words" select="concat('Membership (', @total, ')')"/>
    </xsl:call-template>
    <fo:list-block xsl:use-attribute-sets="grid">
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:apply-templates select="p:party"/>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="p:party">
    <xsl:call-template name="grid-row">
      <xsl:with-param name="label" select="concat(@name, '&#160;(', @seats, ')')"/>
      <xsl:with-param name="lines" select="."/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:party" mode="line">
    <xsl:for-each select="p:member">
      <xsl:call-template name="and"/>
      <xsl:value-of select="translate(@mp:person-name, ' ', '&#160;')"/>
      <xsl:if test="@role"><xsl:value-of select="concat(' (', @role, ')')"/></xsl:if>
    </xsl:for-each>
    <xsl:if test="not(p:member)">Vacant</xsl:if>
  </xsl:template>

  <xsl:template match="p:access" mode="agenda">
    <xsl:call-template name="heading"/>
    <xsl:apply-templates select="p:p"/>
  </xsl:template>

  <!-- Items: label, title and purpose, page range -->
  <xsl:template match="p:section" mode="agenda">
    <fo:block>
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <fo:block xsl:use-attribute-sets="agenda-section" role="H3">
        <fo:inline><xsl:value-of select="@label"/>&#160;&#160;</fo:inline>
        <xsl:apply-templates select="p:title/node()"/>
      </fo:block>
      <xsl:call-template name="agenda-items"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:exempt" mode="agenda">
    <fo:block>
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:call-template name="heading"/>
      <xsl:apply-templates select="p:p"/>
      <xsl:call-template name="agenda-items"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="agenda-items">
    <xsl:if test="p:item">
      <fo:table table-layout="fixed" role="TOC">
        <fo:table-column column-width="{$number-column}"/>
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-column column-width="{$range-column}"/>
        <xsl:apply-templates select="p:item" mode="agenda"/>
      </fo:table>
    </xsl:if>
  </xsl:template>

  <!-- An item is two rows: label, title and page range; below, its purpose -->
  <xsl:template match="p:item" mode="agenda">
    <fo:table-body role="TOCI">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <fo:table-row role="none" keep-together.within-page="always">
        <xsl:if test="p:blurb"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
        <fo:table-cell xsl:use-attribute-sets="agenda-cell" role="none">
          <fo:block role="Lbl" font-weight="bold"><xsl:value-of select="@mp:number"/></fo:block>
        </fo:table-cell>
        <fo:table-cell xsl:use-attribute-sets="agenda-cell" role="none">
          <fo:block font-weight="bold"><xsl:apply-templates select="p:title" mode="agenda"/></fo:block>
        </fo:table-cell>
        <fo:table-cell xsl:use-attribute-sets="agenda-cell" role="none">
          <fo:block text-align="end"><xsl:apply-templates select="p:document[*][1]" mode="range"/></fo:block>
        </fo:table-cell>
      </fo:table-row>
      <xsl:if test="p:blurb">
        <fo:table-row role="none" keep-together.within-page="always">
          <fo:table-cell column-number="2" number-columns-spanned="2" role="none">
            <xsl:apply-templates select="p:blurb/*"/>
          </fo:table-cell>
        </fo:table-row>
      </xsl:if>
    </fo:table-body>
  </xsl:template>

  <xsl:template match="p:item/p:title" mode="agenda">
    <xsl:copy-of select="@mp:src"/>
    <xsl:choose>
      <xsl:when test="../p:document/*">
        <fo:basic-link xsl:use-attribute-sets="quiet-link" internal-destination="{../p:document[*][1]/@id}">
          <xsl:apply-templates/>
        </fo:basic-link>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "(Pages 7 – 14)", from the first page of the item's first document to the last of its last -->
  <xsl:template match="p:document" mode="range">
    <fo:basic-link xsl:use-attribute-sets="quiet-link" internal-destination="{@id}">
      <xsl:text>(Pages&#160;</xsl:text>
      <fo:page-number-citation ref-id="{@id}"/>
      <xsl:text>&#160;–&#160;</xsl:text>
      <fo:page-number-citation-last ref-id="{../p:document[*][last()]/@id}"/>
      <xsl:text>)</xsl:text>
    </fo:basic-link>
  </xsl:template>

  <xsl:template name="signature">
    <fo:block space-before="28pt" keep-together.within-page="always">
      <xsl:copy-of select="p:signatory/@mp:src"/>
      <xsl:for-each select="p:signatory"><xsl:call-template name="person-lines"/></xsl:for-each>
      <fo:block space-before="8pt"><xsl:value-of select="p:issued/@mp:long"/></fo:block>
    </fo:block>
    <xsl:for-each select="p:footnote">
      <fo:block xsl:use-attribute-sets="small" space-before="16pt">
        <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
        <xsl:apply-templates/>
      </fo:block>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
