<?xml version="1.0" encoding="UTF-8"?>
<!--
  masters: the sheets of a pack and what stands in their margins. Two
  sequence masters, portrait and landscape; each chooses between a first, a
  rest and a filler page, left or right. The binding margin changes sides; the
  body has one width. A landscape document is turned on its portrait sheet, so
  head and foot stand where they stand on every other sheet.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    exclude-result-prefixes="p mp">

  <xsl:template name="masters">
    <fo:layout-master-set>
      <xsl:call-template name="master-family">
        <xsl:with-param name="name">portrait</xsl:with-param>
        <xsl:with-param name="turn">0</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="master-family">
        <xsl:with-param name="name">landscape</xsl:with-param>
        <xsl:with-param name="turn">90</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="sequence-master">
        <xsl:with-param name="name">portrait</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="sequence-master">
        <xsl:with-param name="name">landscape</xsl:with-param>
      </xsl:call-template>
    </fo:layout-master-set>
  </xsl:template>

  <xsl:template name="master-family">
    <xsl:param name="name"/>
    <xsl:param name="turn"/>
    <xsl:call-template name="page-pair">
      <xsl:with-param name="name" select="concat($name, '-first')"/>
      <xsl:with-param name="head">first</xsl:with-param>
      <xsl:with-param name="turn" select="$turn"/>
    </xsl:call-template>
    <xsl:call-template name="page-pair">
      <xsl:with-param name="name" select="concat($name, '-rest')"/>
      <xsl:with-param name="head">rest</xsl:with-param>
      <xsl:with-param name="turn" select="$turn"/>
    </xsl:call-template>
    <xsl:call-template name="page-pair">
      <xsl:with-param name="name" select="concat($name, '-filler')"/>
      <xsl:with-param name="head">filler</xsl:with-param>
      <xsl:with-param name="turn" select="$turn"/>
      <xsl:with-param name="head-extent" select="$filler-extent"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A right-hand page and its mirror -->
  <xsl:template name="page-pair">
    <xsl:param name="name"/>
    <xsl:param name="head"/>
    <xsl:param name="turn"/>
    <xsl:param name="head-extent" select="$head-extent"/>
    <xsl:call-template name="page">
      <xsl:with-param name="name" select="concat($name, '-right')"/>
      <xsl:with-param name="head" select="concat($head, '-right')"/>
      <xsl:with-param name="turn" select="$turn"/>
      <xsl:with-param name="head-extent" select="$head-extent"/>
      <xsl:with-param name="left" select="$binding-margin"/>
      <xsl:with-param name="right" select="$outer-margin"/>
    </xsl:call-template>
    <xsl:call-template name="page">
      <xsl:with-param name="name" select="concat($name, '-left')"/>
      <xsl:with-param name="head" select="concat($head, '-left')"/>
      <xsl:with-param name="turn" select="$turn"/>
      <xsl:with-param name="head-extent" select="$head-extent"/>
      <xsl:with-param name="left" select="$outer-margin"/>
      <xsl:with-param name="right" select="$binding-margin"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="page">
    <xsl:param name="name"/>
    <xsl:param name="head"/>
    <xsl:param name="turn"/>
    <xsl:param name="head-extent"/>
    <xsl:param name="left"/>
    <xsl:param name="right"/>
    <fo:simple-page-master master-name="{$name}" page-width="{$sheet-width}" page-height="{$sheet-height}"
        margin-top="{$head-margin}" margin-bottom="{$foot-margin}" margin-left="{$left}" margin-right="{$right}">
      <fo:region-body margin-top="{$body-top}" margin-bottom="{$body-bottom}" reference-orientation="{$turn}"/>
      <fo:region-before region-name="{$head}" extent="{$head-extent}">
        <xsl:if test="starts-with($head, 'filler')">
          <xsl:attribute name="display-align">after</xsl:attribute>
        </xsl:if>
      </fo:region-before>
      <fo:region-after region-name="foot" extent="{$foot-extent}" display-align="after"/>
    </fo:simple-page-master>
  </xsl:template>

  <xsl:template name="sequence-master">
    <xsl:param name="name"/>
    <fo:page-sequence-master master-name="{$name}">
      <fo:repeatable-page-master-alternatives>
        <fo:conditional-page-master-reference master-reference="{$name}-filler-right"
            blank-or-not-blank="blank" odd-or-even="odd"/>
        <fo:conditional-page-master-reference master-reference="{$name}-filler-left"
            blank-or-not-blank="blank" odd-or-even="even"/>
        <fo:conditional-page-master-reference master-reference="{$name}-first-right"
            page-position="first" odd-or-even="odd"/>
        <fo:conditional-page-master-reference master-reference="{$name}-first-left"
            page-position="first" odd-or-even="even"/>
        <fo:conditional-page-master-reference master-reference="{$name}-rest-right" odd-or-even="odd"/>
        <fo:conditional-page-master-reference master-reference="{$name}-rest-left" odd-or-even="even"/>
      </fo:repeatable-page-master-alternatives>
    </fo:page-sequence-master>
  </xsl:template>

  <!--
    Head, filler sentence and foot of a page sequence. mark: what the outer
    corner of its first page says; running: the title on the pages after it;
    own: id to count from where the document keeps folios of its own.
    A marker of class "part" in the flow adds the part that a page is in.
  -->
  <xsl:template name="furniture">
    <xsl:param name="mark"/>
    <xsl:param name="running"/>
    <xsl:param name="own"/>
    <fo:static-content flow-name="first-right">
      <fo:block xsl:use-attribute-sets="item-mark" text-align="end"><xsl:value-of select="$mark"/></fo:block>
    </fo:static-content>
    <fo:static-content flow-name="first-left">
      <fo:block xsl:use-attribute-sets="item-mark"><xsl:value-of select="$mark"/></fo:block>
    </fo:static-content>
    <fo:static-content flow-name="rest-right">
      <fo:block xsl:use-attribute-sets="running-head" text-align="end">
        <xsl:call-template name="running-title">
          <xsl:with-param name="running" select="$running"/>
        </xsl:call-template>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="rest-left">
      <fo:block xsl:use-attribute-sets="running-head">
        <xsl:call-template name="running-title">
          <xsl:with-param name="running" select="$running"/>
        </xsl:call-template>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="filler-right"><xsl:call-template name="filler"/></fo:static-content>
    <fo:static-content flow-name="filler-left"><xsl:call-template name="filler"/></fo:static-content>
    <fo:static-content flow-name="foot">
      <fo:block xsl:use-attribute-sets="folio">
        <xsl:text>Page&#160;</xsl:text>
        <fo:page-number/>
        <xsl:if test="$own">
          <fo:inline xsl:use-attribute-sets="own-folio">
            <xsl:text>&#160; (</xsl:text>
            <fo:page-number mp:from="{$own}"/>
            <xsl:text> of this document)</xsl:text>
          </fo:inline>
        </xsl:if>
      </fo:block>
    </fo:static-content>
  </xsl:template>

  <xsl:template name="running-title">
    <xsl:param name="running"/>
    <xsl:value-of select="$running"/>
    <fo:retrieve-marker retrieve-class-name="part" retrieve-position="first-including-carryover"
        retrieve-boundary="page-sequence"/>
  </xsl:template>

  <xsl:template name="filler">
    <fo:block xsl:use-attribute-sets="filler">This page is intentionally left blank</fo:block>
  </xsl:template>

  <!-- Names the part of a document in the running heads of its pages -->
  <xsl:template name="part-marker">
    <xsl:param name="part"/>
    <fo:marker marker-class-name="part">&#160;– <xsl:value-of select="$part"/></fo:marker>
  </xsl:template>
</xsl:stylesheet>
