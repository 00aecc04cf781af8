<?xml version="1.0" encoding="UTF-8"?>
<!-- work-programme: what comes to which meeting, a band of rows for each. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    exclude-result-prefixes="p mp">

  <xsl:template match="p:work-programme">
    <xsl:call-template name="document-head"/>
    <xsl:apply-templates select="p:intro/*"/>
    <xsl:call-template name="drawn-table">
      <xsl:with-param name="widths">3 5</xsl:with-param>
      <xsl:with-param name="heads">Agenda section|Items</xsl:with-param>
      <xsl:with-param name="rows" select="p:meeting"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:meeting" mode="row">
    <xsl:call-template name="band-row">
      <xsl:with-param name="columns">2</xsl:with-param>
      <xsl:with-param name="title">
        <xsl:choose>
          <xsl:when test="@label"><xsl:value-of select="@label"/></xsl:when>
          <xsl:when test="@mp:long"><xsl:value-of select="@mp:long"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="@mp:plain"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="p:entry" mode="row"/>
  </xsl:template>

  <xsl:template match="p:entry" mode="row">
    <fo:table-row>
      <xsl:copy-of select="@mp:src"/>
      <xsl:call-template name="short-row"/>
      <xsl:call-template name="words-cell">
        <xsl:with-param name="words">
          <xsl:value-of select="@section"/>
          <xsl:if test="@title"><xsl:value-of select="concat(' – ', @title)"/></xsl:if>
        </xsl:with-param>
        <xsl:with-param name="role">TH</xsl:with-param>
      </xsl:call-template>
      <xsl:choose>
        <xsl:when test="*">
          <xsl:call-template name="flow-cell"><xsl:with-param name="of" select="."/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="words-cell"/></xsl:otherwise>
      </xsl:choose>
    </fo:table-row>
  </xsl:template>
</xsl:stylesheet>
