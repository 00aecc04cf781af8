<?xml version="1.0" encoding="UTF-8"?>
<!-- inline: what stands in a line of running text. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    exclude-result-prefixes="p mp">

  <xsl:template match="p:strong">
    <fo:inline font-weight="bold">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:apply-templates/>
    </fo:inline>
  </xsl:template>

  <xsl:template match="p:em">
    <fo:inline font-style="italic">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:apply-templates/>
    </fo:inline>
  </xsl:template>

  <xsl:template match="p:foreign">
    <fo:inline>
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:apply-templates/>
    </fo:inline>
  </xsl:template>

  <!-- Raised and lowered text does not move its line away from the next -->
  <xsl:template match="p:sup">
    <fo:inline baseline-shift="super" font-size="70%" line-height="0pt"><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <xsl:template match="p:sub">
    <fo:inline baseline-shift="sub" font-size="70%" line-height="0pt"><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <xsl:template match="p:br">
    <fo:inline linefeed-treatment="preserve"><xsl:text>&#10;</xsl:text></fo:inline>
  </xsl:template>

  <xsl:template match="p:link">
    <fo:basic-link xsl:use-attribute-sets="link" external-destination="{@href}">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:apply-templates/>
    </fo:basic-link>
  </xsl:template>

  <!-- A reference that leads nowhere has been reported; it prints its text -->
  <xsl:template match="p:ref">
    <xsl:choose>
      <xsl:when test="@mp:text = '?'"><xsl:call-template name="reference-text"/></xsl:when>
      <xsl:otherwise>
        <fo:basic-link xsl:use-attribute-sets="link" internal-destination="{@to}">
          <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
          <xsl:call-template name="reference-text"/>
        </fo:basic-link>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="reference-text">
    <xsl:choose>
      <xsl:when test="node()"><xsl:apply-templates/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@mp:text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p:person"><xsl:value-of select="@mp:text"/></xsl:template>

  <xsl:template match="p:date">
    <xsl:call-template name="day"><xsl:with-param name="typed" select="@day"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:rating">
    <xsl:call-template name="rating-chip"/>
  </xsl:template>

  <!-- "12 (Medium)" on the colour of its band; context: an element with mp:score and mp:band -->
  <xsl:template name="rating-chip">
    <xsl:param name="score" select="@mp:score"/>
    <xsl:param name="band" select="@mp:band"/>
    <fo:inline xsl:use-attribute-sets="chip">
      <xsl:call-template name="status-colours"><xsl:with-param name="status" select="$band"/></xsl:call-template>
      <xsl:value-of select="$score"/>
      <xsl:text>&#160;(</xsl:text>
      <xsl:call-template name="status-word"><xsl:with-param name="status" select="$band"/></xsl:call-template>
      <xsl:text>)</xsl:text>
    </fo:inline>
  </xsl:template>

  <xsl:template match="p:rag">
    <fo:inline xsl:use-attribute-sets="chip">
      <xsl:call-template name="status-colours"><xsl:with-param name="status" select="@is"/></xsl:call-template>
      <xsl:call-template name="status-word"><xsl:with-param name="status" select="@is"/></xsl:call-template>
    </fo:inline>
  </xsl:template>

  <xsl:template match="p:direction">
    <xsl:call-template name="direction"><xsl:with-param name="is" select="@is"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
