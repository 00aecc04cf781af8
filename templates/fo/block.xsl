<?xml version="1.0" encoding="UTF-8"?>
<!--
  block: paragraphs, lists, boxes, quotations, figures: what may stand in any
  document. After merge a flow holds blocks only, so flows are read with
  select="*". What opens the first paragraph of something ("Resolved", a bold
  run-in head, the mark of a note) is mode "run-in".
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    exclude-result-prefixes="p mp">

  <!-- Paragraphs -->
  <xsl:template match="p:p">
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:apply-templates select="." mode="run-in"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:item/p:p">
    <fo:block xsl:use-attribute-sets="item-paragraph">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:p" mode="run-in"/>

  <xsl:template match="p:para/*[2][self::p:p]" mode="run-in">
    <xsl:if test="../p:head">
      <fo:inline font-weight="bold"><xsl:apply-templates select="../p:head/node()"/></fo:inline>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:note/*[1][self::p:p]" mode="run-in">
    <xsl:if test="../@mark|../@ref">
      <fo:inline font-weight="bold"><xsl:value-of select="../@mark|../@ref"/></fo:inline>
      <xsl:text>&#160; </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- A run-in head with no paragraph to run into stands alone -->
  <xsl:template match="p:para/p:head">
    <xsl:if test="not(following-sibling::*[1][self::p:p])">
      <fo:block xsl:use-attribute-sets="box-title">
        <xsl:copy-of select="@mp:src"/>
        <xsl:apply-templates/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:subhead">
    <xsl:variable name="above"><xsl:apply-templates select="." mode="level"/></xsl:variable>
    <fo:block>
      <xsl:copy-of select="@id|@xml:lang"/>
      <xsl:call-template name="heading">
        <xsl:with-param name="level">
          <xsl:choose>
            <xsl:when test="@level = 2"><xsl:value-of select="$above + 2"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$above + 1"/></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="nodes" select="node()"/>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:group">
    <fo:block keep-together.within-page="always">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <!-- Numbered paragraphs and clauses; without a number they are their content -->
  <xsl:template match="p:para|p:clause">
    <xsl:choose>
      <xsl:when test="@mp:number"><xsl:call-template name="hanging"/></xsl:when>
      <xsl:otherwise>
        <fo:block>
          <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
          <xsl:apply-templates select="*"/>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Lists -->
  <xsl:template match="p:list"><xsl:call-template name="list"/></xsl:template>

  <!-- The items of this element as a list -->
  <xsl:template name="list">
    <xsl:param name="kind" select="@kind"/>
    <xsl:variable name="first">
      <xsl:choose>
        <xsl:when test="@start"><xsl:value-of select="@start"/></xsl:when>
        <xsl:otherwise>1</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="format">
      <xsl:choose>
        <xsl:when test="@marks"><xsl:value-of select="@marks"/></xsl:when>
        <xsl:when test="$kind = 'number'">1.</xsl:when>
        <xsl:when test="$kind = 'letter'">(a)</xsl:when>
        <xsl:when test="$kind = 'roman'">(i)</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <fo:list-block xsl:use-attribute-sets="list">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:for-each select="p:item">
        <fo:list-item xsl:use-attribute-sets="item-paragraph">
          <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
          <fo:list-item-label end-indent="label-end()">
            <fo:block>
              <xsl:choose>
                <xsl:when test="string($format)">
                  <xsl:number value="$first + position() - 1" format="{$format}"/>
                </xsl:when>
                <xsl:when test="$kind = 'plain'"/>
                <xsl:when test="../../../p:item">–</xsl:when>
                <xsl:otherwise>•</xsl:otherwise>
              </xsl:choose>
            </fo:block>
          </fo:list-item-label>
          <fo:list-item-body start-indent="body-start()">
            <xsl:apply-templates select="*"/>
            <xsl:if test="not(*)"><fo:block/></xsl:if>
          </fo:list-item-body>
        </fo:list-item>
      </xsl:for-each>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="p:definitions">
    <fo:list-block xsl:use-attribute-sets="grid">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:for-each select="p:term">
        <fo:list-item xsl:use-attribute-sets="grid-row">
          <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
          <fo:list-item-label end-indent="label-end()">
            <fo:block font-weight="bold"><xsl:apply-templates/></fo:block>
          </fo:list-item-label>
          <fo:list-item-body start-indent="body-start()">
            <xsl:apply-templates select="following-sibling::p:meaning[1]/*"/>
          </fo:list-item-body>
        </fo:list-item>
      </xsl:for-each>
    </fo:list-block>
  </xsl:template>

  <!-- Boxes -->
  <xsl:template match="p:box">
    <fo:block xsl:use-attribute-sets="box">
      <xsl:call-template name="box-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:box[@kind = 'case-study' or @kind = 'principle']">
    <fo:block xsl:use-attribute-sets="key-box">
      <xsl:call-template name="box-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:box[@kind = 'pull-quote']">
    <fo:block xsl:use-attribute-sets="pull-quote" role="BlockQuote">
      <xsl:call-template name="box-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="box-content">
    <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
    <xsl:if test="@kind = 'case-study' and not(starts-with(p:title, 'Case study'))">
      <fo:block xsl:use-attribute-sets="eyebrow">Case study</fo:block>
    </xsl:if>
    <xsl:for-each select="p:title">
      <fo:block xsl:use-attribute-sets="box-title">
        <xsl:copy-of select="@mp:src"/>
        <xsl:apply-templates/>
      </fo:block>
    </xsl:for-each>
    <xsl:apply-templates select="*[not(self::p:title)]"/>
  </xsl:template>

  <xsl:template match="p:quote">
    <fo:block xsl:use-attribute-sets="quote" role="BlockQuote">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:apply-templates select="*"/>
      <xsl:if test="@by">
        <fo:block xsl:use-attribute-sets="label" keep-with-previous.within-page="always">
          <xsl:value-of select="concat('— ', @by)"/>
        </fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:note">
    <fo:block xsl:use-attribute-sets="small">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <!-- Figures -->
  <xsl:template match="p:figure">
    <fo:block space-before="8pt" space-after="12pt" keep-together.within-page="always">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <fo:block role="none">
        <fo:external-graphic src="{@src}" fox:alt-text="{@alt}" content-width="scale-to-fit" width="100%">
          <xsl:copy-of select="@mp:src"/>
          <xsl:if test="@width"><xsl:attribute name="width"><xsl:value-of select="@width"/>%</xsl:attribute></xsl:if>
        </fo:external-graphic>
      </fo:block>
      <xsl:apply-templates select="p:caption"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:caption">
    <fo:block xsl:use-attribute-sets="caption" role="Caption">
      <xsl:copy-of select="@mp:src|@xml:lang"/>
      <xsl:if test="../@mp:number"><xsl:value-of select="concat(../@mp:number, ': ')"/></xsl:if>
      <xsl:apply-templates/>
      <xsl:variable name="unit">
        <xsl:call-template name="unit-words"><xsl:with-param name="unit" select="../@unit"/></xsl:call-template>
      </xsl:variable>
      <xsl:if test="string($unit)"><xsl:value-of select="concat(' (', $unit, ')')"/></xsl:if>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
