<?xml version="1.0" encoding="UTF-8"?>
<!--
  paper: sections of reports and papers, and the paper itself: annexes,
  appendices, narrative, terms of reference. In a numbered document numbers
  hang in the number column and everything else stands beside them.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    exclude-result-prefixes="p mp">

  <xsl:template match="p:paper">
    <xsl:call-template name="document-head"/>
    <xsl:apply-templates select="p:intro/*"/>
    <xsl:apply-templates select="*[not(self::p:title or self::p:subtitle or self::p:intro)]"/>
  </xsl:template>

  <xsl:template match="p:section">
    <fo:block role="Sect">
      <xsl:call-template name="anchor"/>
      <xsl:if test="@mp:number or descendant::p:para[1]/@mp:number">
        <xsl:attribute name="start-indent"><xsl:value-of select="$number-column"/></xsl:attribute>
      </xsl:if>
      <xsl:variable name="level"><xsl:apply-templates select="." mode="level"/></xsl:variable>
      <xsl:call-template name="heading"><xsl:with-param name="level" select="$level"/></xsl:call-template>
      <xsl:apply-templates select="*[not(self::p:title)]"/>
    </fo:block>
  </xsl:template>

  <!-- Contacts, two side by side; keys of one kind stand in rows of two cells -->
  <xsl:template match="p:contacts">
    <fo:table table-layout="fixed" role="none" space-after="12pt">
      <xsl:copy-of select="@mp:src|@id"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body start-indent="0mm" end-indent="0mm" role="none">
        <xsl:for-each select="p:contact[position() mod 2 = 1]">
          <fo:table-row keep-together.within-page="always" role="none">
            <xsl:for-each select=".|following-sibling::p:contact[1]">
              <fo:table-cell role="none" padding-end="6mm" padding-after="8pt">
                <xsl:copy-of select="@mp:src|@id"/>
                <fo:block xsl:use-attribute-sets="label">
                  <xsl:value-of select="@label"/>
                  <xsl:if test="not(@label)">Report author</xsl:if>
                </fo:block>
                <xsl:call-template name="person-lines"/>
              </fo:table-cell>
            </xsl:for-each>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="p:background[p:none]">
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:text>None</xsl:text>
    </fo:block>
  </xsl:template>

  <!-- Background documents and appendices: a line each -->
  <xsl:template match="p:background|p:appendices">
    <fo:list-block xsl:use-attribute-sets="list">
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:for-each select="p:document|p:appendix">
        <fo:list-item xsl:use-attribute-sets="item-paragraph">
          <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
          <fo:list-item-label end-indent="label-end()"><fo:block>•</fo:block></fo:list-item-label>
          <fo:list-item-body start-indent="body-start()">
            <fo:block xsl:use-attribute-sets="item-paragraph"><xsl:apply-templates select="." mode="line"/></fo:block>
          </fo:list-item-body>
        </fo:list-item>
      </xsl:for-each>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="p:appendix[key('document', @document)]" mode="line">
    <fo:basic-link xsl:use-attribute-sets="link" internal-destination="{@document}">
      <xsl:if test="@mp:label"><xsl:value-of select="concat(@mp:label, ': ')"/></xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="not(node())"><xsl:value-of select="@mp:title"/></xsl:if>
    </fo:basic-link>
  </xsl:template>

  <xsl:template match="p:signoff">
    <fo:block space-before="24pt" keep-together.within-page="always">
      <xsl:copy-of select="@mp:src|@id"/>
      <fo:block font-weight="bold"><xsl:value-of select="@mp:person-name"/></fo:block>
      <xsl:if test="@mp:person-office"><fo:block><xsl:value-of select="@mp:person-office"/></fo:block></xsl:if>
      <xsl:if test="@date">
        <fo:block>
          <xsl:call-template name="day"><xsl:with-param name="typed" select="@date"/></xsl:call-template>
        </fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
