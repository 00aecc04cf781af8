<?xml version="1.0" encoding="UTF-8"?>
<!--
  pack: the merged and derived pack document becomes an XSL-FO document. This
  file is the outline: masters, information about the document, bookmarks, then
  a page sequence for the front sheet, one for the agenda and one for each
  document. The other files say how each kind of document looks; style.xsl
  holds the values; everything keeps to the profile of pipeline/fo.

  What links several files: every element that can overflow, break or be
  referred to carries the author's mp:src, id and xml:lang, copied as they are.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    exclude-result-prefixes="p">

  <xsl:include href="style.xsl"/>
  <xsl:include href="masters.xsl"/>
  <xsl:include href="library.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="block.xsl"/>
  <xsl:include href="table.xsl"/>
  <xsl:include href="front.xsl"/>
  <xsl:include href="minutes.xsl"/>
  <xsl:include href="paper.xsl"/>
  <xsl:include href="report.xsl"/>
  <xsl:include href="work-programme.xsl"/>
  <xsl:include href="dashboard.xsl"/>
  <xsl:include href="risk.xsl"/>
  <xsl:include href="plan.xsl"/>
  <xsl:include href="budget.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- The documents of the pack in the order of the agenda -->
  <xsl:variable name="documents" select="/p:pack/*/p:item/p:document[*]"/>
  <xsl:key name="document" match="p:document[*]" use="@id"/>

  <xsl:template match="/">
    <xsl:apply-templates select="p:pack"/>
  </xsl:template>

  <xsl:template match="p:pack">
    <fo:root xsl:use-attribute-sets="text" xml:lang="en-GB">
      <xsl:copy-of select="@xml:lang"/>
      <xsl:call-template name="masters"/>
      <xsl:call-template name="information"/>
      <fo:bookmark-tree>
        <fo:bookmark internal-destination="pack..agenda">
          <fo:bookmark-title>Agenda</fo:bookmark-title>
        </fo:bookmark>
        <xsl:apply-templates select="*/p:item[p:document/*]" mode="bookmark"/>
      </fo:bookmark-tree>
      <xsl:call-template name="front-sheet"/>
      <xsl:call-template name="agenda"/>
      <xsl:for-each select="$documents">
        <xsl:variable name="at" select="position()"/>
        <xsl:variable name="next" select="$documents[$at + 1]"/>
        <xsl:apply-templates select=".">
          <xsl:with-param name="turns" select="not($next) or not($next/@start = 'next')"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </fo:root>
  </xsl:template>

  <!-- What the viewer's title bar and a catalogue say of the file -->
  <xsl:template name="information">
    <xsl:variable name="meeting" select="p:meeting"/>
    <fo:declarations>
      <mp:info author="{$meeting/p:authority}" date="{p:issued}">
        <xsl:attribute name="title">
          <xsl:value-of select="$meeting/p:committee"/>
          <xsl:text>, </xsl:text>
          <xsl:value-of select="$meeting/p:date/@mp:plain"/>
          <xsl:text>: agenda pack</xsl:text>
        </xsl:attribute>
        <xsl:attribute name="subject">
          <xsl:text>Agenda, minutes and reports for the meeting of </xsl:text>
          <xsl:value-of select="$meeting/p:date/@mp:long"/>
        </xsl:attribute>
        <xsl:attribute name="keywords">
          <xsl:value-of select="concat($meeting/p:authority, ', ', $meeting/p:committee)"/>
          <xsl:text>, agenda, minutes, reports</xsl:text>
        </xsl:attribute>
        <xsl:attribute name="lang">
          <xsl:value-of select="@xml:lang"/>
          <xsl:if test="not(@xml:lang)">en-GB</xsl:if>
        </xsl:attribute>
      </mp:info>
    </fo:declarations>
  </xsl:template>

  <!--
    Bookmarks: items; below them their documents, or the sections of an only
    document; below several documents, the parts of each.
  -->
  <xsl:template match="p:item" mode="bookmark">
    <xsl:variable name="attached" select="p:document[*]"/>
    <fo:bookmark internal-destination="{$attached[1]/@id}" starting-state="hide">
      <fo:bookmark-title>
        <xsl:value-of select="concat(@mp:number, ' ', normalize-space(p:title))"/>
      </fo:bookmark-title>
      <xsl:choose>
        <xsl:when test="$attached[2]">
          <xsl:apply-templates select="$attached" mode="bookmark"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="$attached/*" mode="bookmark"/>
        </xsl:otherwise>
      </xsl:choose>
    </fo:bookmark>
  </xsl:template>

  <xsl:template match="p:document" mode="bookmark">
    <fo:bookmark internal-destination="{@id}" starting-state="hide">
      <fo:bookmark-title>
        <xsl:if test="@label"><xsl:value-of select="concat(@label, ': ')"/></xsl:if>
        <xsl:value-of select="@mp:title"/>
      </fo:bookmark-title>
      <xsl:apply-templates select="*" mode="bookmark"/>
    </fo:bookmark>
  </xsl:template>

  <xsl:template match="*" mode="bookmark">
    <xsl:apply-templates select="p:section[p:title]|p:minute|p:service[@name]|p:risk|p:foreword|p:chapter"
        mode="part-bookmark"/>
  </xsl:template>

  <xsl:template match="*" mode="part-bookmark">
    <fo:bookmark>
      <xsl:attribute name="internal-destination"><xsl:apply-templates select="." mode="anchor"/></xsl:attribute>
      <fo:bookmark-title><xsl:apply-templates select="." mode="part-title"/></fo:bookmark-title>
    </fo:bookmark>
  </xsl:template>

  <xsl:template match="*" mode="part-title">
    <xsl:if test="@mp:number"><xsl:value-of select="concat(@mp:number, ' ')"/></xsl:if>
    <xsl:value-of select="normalize-space(p:title)"/>
  </xsl:template>
  <xsl:template match="p:service" mode="part-title"><xsl:value-of select="@name"/></xsl:template>
  <xsl:template match="p:risk" mode="part-title">
    <xsl:value-of select="concat(@code, ' ', normalize-space(p:title))"/>
  </xsl:template>

  <!--
    A document is a page sequence under its own id. turns: the document after
    it, if any, starts on a right-hand page, so this one ends on a left-hand
    page; the filler that takes is one of its own pages.
  -->
  <xsl:template match="p:document">
    <xsl:param name="turns" select="true()"/>
    <xsl:variable name="mark">
      <xsl:text>Agenda item </xsl:text>
      <xsl:value-of select="../@mp:number"/>
      <xsl:if test="@label"><xsl:value-of select="concat(', ', @label)"/></xsl:if>
    </xsl:variable>
    <xsl:variable name="running">
      <xsl:value-of select="concat(../@mp:number, '&#160; ', @mp:title)"/>
    </xsl:variable>
    <fo:page-sequence id="{@id}" initial-page-number="auto-odd" force-page-count="no-force">
      <xsl:copy-of select="@mp:src|*/@xml:lang"/>
      <xsl:if test="@start = 'next'">
        <xsl:attribute name="initial-page-number">auto</xsl:attribute>
      </xsl:if>
      <xsl:if test="$turns">
        <xsl:attribute name="force-page-count">end-on-even</xsl:attribute>
      </xsl:if>
      <xsl:attribute name="master-reference">
        <xsl:choose>
          <xsl:when test="@orientation = 'landscape'">landscape</xsl:when>
          <xsl:otherwise>portrait</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:call-template name="furniture">
        <xsl:with-param name="mark" select="$mark"/>
        <xsl:with-param name="running" select="$running"/>
        <xsl:with-param name="own" select="@id[../@folios = 'own']"/>
      </xsl:call-template>
      <fo:flow flow-name="xsl-region-body">
        <xsl:apply-templates select="*"/>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>
</xsl:stylesheet>
