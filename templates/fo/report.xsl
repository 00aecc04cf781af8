<?xml version="1.0" encoding="UTF-8"?>
<!--
  report: a committee report. Subject, who reports to whom, summary and
  recommendation stand at its head; sections follow. The recommendation is
  written once and printed in its box, and again where the author asks for it:
  there without ids, which are given once.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:exsl="http://exslt.org/common"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    exclude-result-prefixes="p mp exsl">

  <xsl:template match="p:report">
    <xsl:apply-templates select="p:header|p:summary|p:recommendation|p:section|p:signoff"/>
  </xsl:template>

  <xsl:template match="p:report/p:header">
    <xsl:for-each select="..">
      <xsl:call-template name="document-head">
        <xsl:with-param name="title" select="p:header/p:subject"/>
      </xsl:call-template>
    </xsl:for-each>
    <fo:list-block xsl:use-attribute-sets="grid">
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:call-template name="grid-row">
        <xsl:with-param name="label">From</xsl:with-param>
        <xsl:with-param name="lines" select="p:from"/>
      </xsl:call-template>
      <xsl:call-template name="grid-row">
        <xsl:with-param name="label">To</xsl:with-param>
        <xsl:with-param name="lines" select="p:to"/>
      </xsl:call-template>
      <xsl:if test="p:to/@mp:long">
        <xsl:call-template name="grid-row">
          <xsl:with-param name="label">Date</xsl:with-param>
          <xsl:with-param name="words" select="p:to/@mp:long"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="grid-row">
        <xsl:with-param name="label">Classification</xsl:with-param>
        <xsl:with-param name="lines" select="p:classification"/>
      </xsl:call-template>
      <xsl:if test="p:pathway[@kind = 'past']">
        <xsl:call-template name="grid-row">
          <xsl:with-param name="label">Past pathway</xsl:with-param>
          <xsl:with-param name="lines" select="p:pathway[@kind = 'past']"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="p:pathway[@kind = 'future']">
        <xsl:call-template name="grid-row">
          <xsl:with-param name="label">Future pathway</xsl:with-param>
          <xsl:with-param name="lines" select="p:pathway[@kind = 'future']"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="p:division">
        <xsl:call-template name="grid-row">
          <xsl:with-param name="label">Electoral division</xsl:with-param>
          <xsl:with-param name="lines" select="p:division"/>
        </xsl:call-template>
      </xsl:if>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="p:header/p:from" mode="line"><xsl:call-template name="person-and-office"/></xsl:template>

  <xsl:template match="p:report/p:summary">
    <fo:block xsl:use-attribute-sets="key-box">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <fo:block xsl:use-attribute-sets="box-title" role="H2">Summary</fo:block>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:report/p:recommendation">
    <fo:block xsl:use-attribute-sets="key-box">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <fo:block xsl:use-attribute-sets="box-title" role="H2">
        <xsl:text>Recommendation</xsl:text>
        <xsl:if test="p:clause[2]">s</xsl:if>
      </fo:block>
      <xsl:call-template name="recommendation"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="recommendation">
    <xsl:if test="@lead">
      <fo:block xsl:use-attribute-sets="paragraph" keep-with-next.within-page="always">
        <xsl:value-of select="@lead"/>
      </fo:block>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="p:clause[2]">
        <fo:list-block xsl:use-attribute-sets="list">
          <xsl:apply-templates select="p:clause" mode="item"/>
        </fo:list-block>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p:clause" mode="item">
    <fo:list-item xsl:use-attribute-sets="item-paragraph">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <fo:list-item-label end-indent="label-end()">
        <fo:block><xsl:value-of select="@mp:number"/></fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()"><xsl:apply-templates select="*"/></fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <xsl:template match="p:recommendation-here">
    <xsl:variable name="again">
      <xsl:for-each select="ancestor::p:report/p:recommendation">
        <xsl:call-template name="recommendation"/>
      </xsl:for-each>
    </xsl:variable>
    <fo:block>
      <xsl:copy-of select="@mp:src"/>
      <xsl:apply-templates select="exsl:node-set($again)" mode="without-id"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="@*|node()" mode="without-id">
    <xsl:copy><xsl:apply-templates select="@*|node()" mode="without-id"/></xsl:copy>
  </xsl:template>
  <xsl:template match="@id" mode="without-id"/>
</xsl:stylesheet>
