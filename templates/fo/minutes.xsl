<?xml version="1.0" encoding="UTF-8"?>
<!--
  minutes: who was there, then the minutes under their running numbers. The
  verb of a resolution is printed here, in bold, before what the author wrote.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    exclude-result-prefixes="p mp">

  <xsl:template match="p:minutes">
    <xsl:apply-templates select="p:meeting" mode="minutes"/>
    <fo:list-block xsl:use-attribute-sets="grid ruled-off">
      <xsl:apply-templates select="p:present|p:also-present|p:in-attendance"/>
    </fo:list-block>
    <xsl:apply-templates select="p:access|p:minute"/>
  </xsl:template>

  <xsl:template match="p:meeting" mode="minutes">
    <fo:block xsl:use-attribute-sets="eyebrow">
      <xsl:choose>
        <xsl:when test="@committee"><xsl:value-of select="@committee"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="/p:pack/p:meeting/p:committee"/></xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <fo:block xsl:use-attribute-sets="title" role="H1">
      <xsl:copy-of select="@mp:src"/>
      <xsl:value-of select="../@mp:title"/>
    </fo:block>
    <fo:block xsl:use-attribute-sets="lead">
      <xsl:value-of select="concat('Held on ', @mp:long, ' in the ', @venue)"/>
    </fo:block>
  </xsl:template>

  <!-- Attendance -->
  <xsl:template match="p:present|p:also-present|p:in-attendance">
    <xsl:call-template name="grid-row">
      <xsl:with-param name="label">
        <xsl:choose>
          <xsl:when test="self::p:present">Present</xsl:when>
          <xsl:when test="self::p:also-present">Also present</xsl:when>
          <xsl:otherwise>In attendance</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="lines" select="."/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:present|p:also-present|p:in-attendance" mode="line">
    <xsl:for-each select="p:attendee">
      <xsl:call-template name="and"/>
      <xsl:value-of select="translate(@mp:person-name, ' ', '&#160;')"/>
      <xsl:choose>
        <xsl:when test="@role"><xsl:value-of select="concat(' (', @role, ')')"/></xsl:when>
        <xsl:when test="parent::p:in-attendance and @mp:person-office">
          <xsl:value-of select="concat(' (', @mp:person-office, ')')"/>
        </xsl:when>
      </xsl:choose>
      <xsl:if test="@for">
        <xsl:value-of select="concat(' (substitute for ', translate(@mp:for-short, ' ', '&#160;'), ')')"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="p:minutes/p:access">
    <fo:block xsl:use-attribute-sets="heading-2" role="H2" color="{$accent}">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- A minute: its number hangs, everything below stands beside the numbers -->
  <xsl:template match="p:minute">
    <fo:block role="Sect" start-indent="{$number-column}">
      <xsl:call-template name="anchor"/>
      <xsl:call-template name="heading">
        <xsl:with-param name="level">
          <xsl:choose>
            <xsl:when test="../p:access">3</xsl:when>
            <xsl:otherwise>2</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:for-each select="p:attendance">
        <fo:block xsl:use-attribute-sets="paragraph" color="{$quiet}" keep-with-next.within-page="always">
          <xsl:copy-of select="@mp:src|@xml:lang"/>
          <xsl:apply-templates/>
        </fo:block>
      </xsl:for-each>
      <xsl:apply-templates select="*[not(self::p:title or self::p:attendance)]"/>
    </fo:block>
  </xsl:template>

  <!-- The item of that meeting's agenda which the minute is about -->
  <xsl:template match="p:minute[@item]" mode="heading-tail">
    <fo:inline font-weight="normal" color="{$quiet}">
      <xsl:value-of select="concat('&#160; (Item&#160;', @item, ')')"/>
    </fo:inline>
  </xsl:template>

  <xsl:template match="p:resolved">
    <xsl:choose>
      <xsl:when test="@mp:number"><xsl:call-template name="hanging"/></xsl:when>
      <xsl:otherwise>
        <fo:block>
          <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
          <xsl:if test="not(*[1][self::p:p])">
            <fo:block xsl:use-attribute-sets="box-title">Resolved:</fo:block>
          </xsl:if>
          <xsl:apply-templates select="*"/>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p:resolved/*[1][self::p:p]" mode="run-in">
    <fo:inline font-weight="bold">Resolved</fo:inline>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="p:declaration|p:postscript">
    <fo:block>
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:postscript/*[1][self::p:p]" mode="run-in">
    <fo:inline font-weight="bold">Post-meeting note:</fo:inline>
    <xsl:text> </xsl:text>
  </xsl:template>
</xsl:stylesheet>
