<?xml version="1.0" encoding="UTF-8"?>
<!--
  table: an author's own table, and the cells that all tables are made of. A
  cell takes its alignment from itself or its column; which column that is
  counts the spans before it in its row, and what cells of earlier rows cover
  is taken to be at the left, as heads of several rows are.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    exclude-result-prefixes="p">

  <xsl:template match="p:table">
    <fo:block>
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:if test="count(p:columns/p:column) &gt; 5"><xsl:attribute name="start-indent">0mm</xsl:attribute></xsl:if>
      <xsl:apply-templates select="p:caption"/>
      <xsl:if test="@unit and not(p:caption)">
        <fo:block xsl:use-attribute-sets="caption">
          <xsl:call-template name="unit-words"><xsl:with-param name="unit" select="@unit"/></xsl:call-template>
        </fo:block>
      </xsl:if>
      <fo:table xsl:use-attribute-sets="table">
        <xsl:copy-of select="@mp:src"/>
        <xsl:if test="@size = 'small'"><xsl:call-template name="dense"/></xsl:if>
        <xsl:for-each select="p:columns/p:column">
          <fo:table-column column-width="proportional-column-width(1)">
            <xsl:if test="@width">
              <xsl:attribute name="column-width">
                <xsl:value-of select="concat('proportional-column-width(', @width, ')')"/>
              </xsl:attribute>
            </xsl:if>
          </fo:table-column>
        </xsl:for-each>
        <xsl:if test="p:head">
          <fo:table-header start-indent="0mm" end-indent="0mm">
            <xsl:apply-templates select="p:head/p:row"/>
          </fo:table-header>
        </xsl:if>
        <fo:table-body start-indent="0mm" end-indent="0mm">
          <xsl:apply-templates select="p:body/*"/>
        </fo:table-body>
      </fo:table>
      <xsl:apply-templates select="p:note"/>
    </fo:block>
  </xsl:template>

  <!-- Short rows stay whole; the head of a band stays with its first row -->
  <xsl:template match="p:row">
    <fo:table-row>
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:call-template name="short-row"/>
      <xsl:if test="@kind = 'band'">
        <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="p:cell"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="short-row">
    <xsl:if test="string-length(.) &lt; 400">
      <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:rows">
    <xsl:call-template name="band-row">
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="columns" select="count(ancestor::p:table[1]/p:columns/p:column)"/>
    </xsl:call-template>
    <xsl:apply-templates select="p:row"/>
  </xsl:template>

  <!-- A row that names the rows after it -->
  <xsl:template name="band-row">
    <xsl:param name="title"/>
    <xsl:param name="columns"/>
    <fo:table-row keep-with-next.within-page="always">
      <xsl:copy-of select="@mp:src|@xml:lang"/>
      <fo:table-cell xsl:use-attribute-sets="band-cell" number-columns-spanned="{$columns}" role="TH" mp:scope="row">
        <fo:block><xsl:value-of select="$title"/></fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- Cells, by the kind of row and the rules of the table -->
  <xsl:template match="p:head/p:row/p:cell">
    <fo:table-cell xsl:use-attribute-sets="head-cell" role="TH" mp:scope="column">
      <xsl:call-template name="cell-content"/>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="p:cell">
    <xsl:choose>
      <xsl:when test="ancestor::p:table[1]/@rules = 'none'">
        <fo:table-cell xsl:use-attribute-sets="cell" padding-start="0pt">
          <xsl:call-template name="cell-content"/>
        </fo:table-cell>
      </xsl:when>
      <xsl:when test="ancestor::p:table[1]/@rules = 'grid'">
        <fo:table-cell xsl:use-attribute-sets="grid-cell"><xsl:call-template name="cell-content"/></fo:table-cell>
      </xsl:when>
      <xsl:otherwise>
        <fo:table-cell xsl:use-attribute-sets="ruled-cell"><xsl:call-template name="cell-content"/></fo:table-cell>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p:row[@kind = 'total' or @kind = 'subtotal']/p:cell">
    <fo:table-cell xsl:use-attribute-sets="total-cell"><xsl:call-template name="cell-content"/></fo:table-cell>
  </xsl:template>

  <xsl:template match="p:row[@kind = 'grand']/p:cell">
    <fo:table-cell xsl:use-attribute-sets="grand-cell"><xsl:call-template name="cell-content"/></fo:table-cell>
  </xsl:template>

  <xsl:template match="p:row[@kind = 'band']/p:cell">
    <fo:table-cell xsl:use-attribute-sets="band-cell"><xsl:call-template name="cell-content"/></fo:table-cell>
  </xsl:template>

  <xsl:template name="cell-content">
    <xsl:variable name="table" select="ancestor::p:table[1]"/>
    <xsl:variable name="before" select="preceding-sibling::p:cell"/>
    <xsl:variable name="row" select="../p:cell"/>
    <xsl:variable name="covered" select="count($table/p:columns/p:column)
        - (count($row) - count($row/@span) + sum($row/@span))"/>
    <xsl:variable name="column" select="1 + $covered + count($before) - count($before/@span) + sum($before/@span)"/>
    <xsl:variable name="align" select="(@align | $table/p:columns/p:column[$column]/@align[not(current()/@align)])[1]"/>
    <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
    <xsl:if test="@span &gt; 1">
      <xsl:attribute name="number-columns-spanned"><xsl:value-of select="@span"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="@down &gt; 1">
      <xsl:attribute name="number-rows-spanned"><xsl:value-of select="@down"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="@head = 'yes' and not(ancestor::p:head)">
      <xsl:attribute name="role">TH</xsl:attribute>
      <xsl:attribute name="mp:scope">row</xsl:attribute>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="$align = 'centre'"><xsl:attribute name="text-align">center</xsl:attribute></xsl:when>
      <xsl:when test="$align = 'end' or $align = 'figures'">
        <xsl:attribute name="text-align">end</xsl:attribute>
      </xsl:when>
    </xsl:choose>
    <xsl:apply-templates select="." mode="content">
      <xsl:with-param name="figures" select="$align = 'figures' and $table/@unit and not(ancestor::p:head)"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:cell" mode="content">
    <xsl:param name="figures"/>
    <xsl:choose>
      <xsl:when test="@state">
        <fo:block color="{$quiet}">
          <xsl:choose>
            <xsl:when test="@state = 'nil'">–</xsl:when>
            <xsl:when test="@state = 'not-applicable'">N/a</xsl:when>
            <xsl:when test="@state = 'to-follow'">To follow</xsl:when>
            <xsl:when test="@state = 'snapshot'">Snapshot data</xsl:when>
            <xsl:when test="@state = 'new'">New indicator</xsl:when>
          </xsl:choose>
        </fo:block>
      </xsl:when>
      <xsl:when test="$figures and number(.) = number(.)">
        <fo:block>
          <xsl:call-template name="figure">
            <xsl:with-param name="value" select="normalize-space(.)"/>
          </xsl:call-template>
        </fo:block>
      </xsl:when>
      <xsl:when test="*"><xsl:apply-templates select="*"/></xsl:when>
      <xsl:otherwise><fo:block/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!--
    A table that a template draws. widths: of its columns, in proportion, parted
    by blanks. heads: their heads, parted by "|"; one that begins with ">" stands
    over figures, with "^" over centred words. title: a row above the heads.
    rows: elements, each drawn by its own template of mode "row".
  -->
  <xsl:template name="drawn-table">
    <xsl:param name="widths"/>
    <xsl:param name="heads"/>
    <xsl:param name="title"/>
    <xsl:param name="rows"/>
    <xsl:param name="dense" select="false()"/>
    <fo:table xsl:use-attribute-sets="table">
      <xsl:copy-of select="@mp:src"/>
      <xsl:if test="$dense"><xsl:call-template name="dense"/></xsl:if>
      <xsl:call-template name="columns"><xsl:with-param name="widths" select="$widths"/></xsl:call-template>
      <fo:table-header start-indent="0mm" end-indent="0mm">
        <xsl:if test="string($title)">
          <xsl:call-template name="title-row">
            <xsl:with-param name="title" select="$title"/>
            <xsl:with-param name="columns"
                select="1 + string-length($heads) - string-length(translate($heads, '|', ''))"/>
          </xsl:call-template>
        </xsl:if>
        <fo:table-row>
          <xsl:call-template name="head-cells"><xsl:with-param name="heads" select="$heads"/></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body start-indent="0mm" end-indent="0mm">
        <xsl:apply-templates select="$rows" mode="row"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="dense">
    <xsl:attribute name="font-size"><xsl:value-of select="$dense-size"/></xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$dense-leading"/></xsl:attribute>
  </xsl:template>

  <xsl:template name="columns">
    <xsl:param name="widths"/>
    <fo:table-column column-width="proportional-column-width({substring-before(concat($widths, ' '), ' ')})"/>
    <xsl:if test="contains($widths, ' ')">
      <xsl:call-template name="columns">
        <xsl:with-param name="widths" select="substring-after($widths, ' ')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The title of a table as the first row of its head, repeated with it -->
  <xsl:template name="title-row">
    <xsl:param name="title"/>
    <xsl:param name="columns"/>
    <fo:table-row>
      <fo:table-cell xsl:use-attribute-sets="title-cell" number-columns-spanned="{$columns}"
          role="TH" mp:scope="column">
        <fo:block><xsl:value-of select="$title"/></fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="head-cells">
    <xsl:param name="heads"/>
    <xsl:variable name="head" select="substring-before(concat($heads, '|'), '|')"/>
    <fo:table-cell xsl:use-attribute-sets="head-cell" role="TH" mp:scope="column">
      <xsl:choose>
        <xsl:when test="starts-with($head, '&gt;')"><xsl:attribute name="text-align">end</xsl:attribute></xsl:when>
        <xsl:when test="starts-with($head, '^')"><xsl:attribute name="text-align">center</xsl:attribute></xsl:when>
      </xsl:choose>
      <fo:block><xsl:value-of select="translate($head, '&gt;^', '')"/></fo:block>
    </fo:table-cell>
    <xsl:if test="contains($heads, '|')">
      <xsl:call-template name="head-cells">
        <xsl:with-param name="heads" select="substring-after($heads, '|')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A cell with one figure in the element's unit, or a dash for none -->
  <xsl:template name="figure-cell">
    <xsl:param name="value"/>
    <xsl:param name="unit" select="@unit"/>
    <fo:table-cell xsl:use-attribute-sets="ruled-cell" text-align="end">
      <fo:block>
        <xsl:choose>
          <xsl:when test="string($value)">
            <xsl:call-template name="figure">
              <xsl:with-param name="value" select="$value"/>
              <xsl:with-param name="unit" select="$unit"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>–</xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- A cell with words; the head of its row with role TH -->
  <xsl:template name="words-cell">
    <xsl:param name="words"/>
    <xsl:param name="role">TD</xsl:param>
    <xsl:param name="align">start</xsl:param>
    <xsl:param name="span">1</xsl:param>
    <fo:table-cell xsl:use-attribute-sets="ruled-cell" role="{$role}" text-align="{$align}">
      <xsl:if test="$role = 'TH'"><xsl:attribute name="mp:scope">row</xsl:attribute></xsl:if>
      <xsl:if test="$span &gt; 1">
        <xsl:attribute name="number-columns-spanned"><xsl:value-of select="$span"/></xsl:attribute>
      </xsl:if>
      <fo:block>
        <xsl:choose>
          <xsl:when test="string($words)"><xsl:value-of select="$words"/></xsl:when>
          <xsl:otherwise>–</xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- A cell with the content of an inline element -->
  <xsl:template name="inline-cell">
    <xsl:param name="of"/>
    <xsl:param name="role">TD</xsl:param>
    <fo:table-cell xsl:use-attribute-sets="ruled-cell" role="{$role}">
      <xsl:if test="$role = 'TH'"><xsl:attribute name="mp:scope">row</xsl:attribute></xsl:if>
      <xsl:copy-of select="$of/@mp:src|$of/@xml:lang"/>
      <fo:block><xsl:apply-templates select="$of/node()"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- A cell with the content of a flow -->
  <xsl:template name="flow-cell">
    <xsl:param name="of"/>
    <xsl:param name="span">1</xsl:param>
    <fo:table-cell xsl:use-attribute-sets="ruled-cell" number-columns-spanned="{$span}">
      <xsl:copy-of select="$of/@mp:src|$of/@id|$of/@xml:lang"/>
      <xsl:apply-templates select="$of/*"/>
      <xsl:if test="not($of/*)"><fo:block/></xsl:if>
    </fo:table-cell>
  </xsl:template>

  <!-- A cell filled with the colour of a status, which it also says -->
  <xsl:template name="status-cell">
    <xsl:param name="status"/>
    <xsl:param name="score"/>
    <fo:table-cell xsl:use-attribute-sets="ruled-cell" text-align="center" font-weight="bold">
      <xsl:choose>
        <xsl:when test="string($status)">
          <xsl:call-template name="status-colours"><xsl:with-param name="status" select="$status"/></xsl:call-template>
          <fo:block>
            <xsl:if test="$score"><xsl:value-of select="concat($score, '&#160;')"/></xsl:if>
            <xsl:call-template name="status-word"><xsl:with-param name="status" select="$status"/></xsl:call-template>
          </fo:block>
        </xsl:when>
        <xsl:otherwise><fo:block>–</fo:block></xsl:otherwise>
      </xsl:choose>
    </fo:table-cell>
  </xsl:template>
</xsl:stylesheet>
