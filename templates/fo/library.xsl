<?xml version="1.0" encoding="UTF-8"?>
<!--
  library: the small named templates that every kind of document is built
  from: headings, things that hang in a column, key-value grids, people.
  Anything that two kinds of document print alike is here once. A parameter
  named words is a string that the template itself brings.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    exclude-result-prefixes="p mp">

  <!-- The id under which an element can be found: its own or a made one -->
  <xsl:template match="*" mode="anchor">
    <xsl:choose>
      <xsl:when test="@id"><xsl:value-of select="@id"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('part..', generate-id())"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="anchor">
    <xsl:copy-of select="@mp:src|@xml:lang"/>
    <xsl:attribute name="id"><xsl:apply-templates select="." mode="anchor"/></xsl:attribute>
  </xsl:template>

  <!-- The title of a document; above it the label it has as an appendix -->
  <xsl:template name="document-head">
    <xsl:param name="title" select="p:title"/>
    <xsl:param name="subtitle" select="p:subtitle"/>
    <xsl:if test="@mp:label">
      <fo:block xsl:use-attribute-sets="eyebrow"><xsl:value-of select="@mp:label"/></fo:block>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="title" role="H1">
      <xsl:copy-of select="$title/@mp:src"/>
      <xsl:apply-templates select="$title/node()"/>
    </fo:block>
    <xsl:if test="$subtitle">
      <fo:block xsl:use-attribute-sets="lead">
        <xsl:copy-of select="$subtitle/@mp:src"/>
        <xsl:apply-templates select="$subtitle/node()"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- A cover: label and year above the title on a ground of the accent colour -->
  <xsl:template name="cover">
    <xsl:param name="year"/>
    <fo:block xsl:use-attribute-sets="cover">
      <xsl:copy-of select="@mp:src|@id"/>
      <fo:block xsl:use-attribute-sets="eyebrow" color="{$paper}">
        <xsl:value-of select="../@mp:label"/>
        <xsl:if test="../@mp:label"> – </xsl:if>
        <xsl:value-of select="$year"/>
      </fo:block>
      <fo:block xsl:use-attribute-sets="display" space-after="8pt" role="H1">
        <xsl:copy-of select="p:title/@mp:src"/>
        <xsl:apply-templates select="p:title/node()"/>
      </fo:block>
      <xsl:if test="p:subtitle">
        <fo:block xsl:use-attribute-sets="lead">
          <xsl:copy-of select="p:subtitle/@mp:src"/>
          <xsl:apply-templates select="p:subtitle/node()"/>
        </fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!--
    A heading below the document's title: the element's title with its number,
    or words. level is its place in the structure, size its look: in a plan,
    whose chapters have titles of their own, sections look one level higher.
  -->
  <xsl:template name="heading">
    <xsl:param name="level" select="2"/>
    <xsl:param name="size" select="$level - count(ancestor::p:chapter)"/>
    <xsl:param name="nodes" select="p:title/node()"/>
    <xsl:param name="words"/>
    <xsl:choose>
      <xsl:when test="$size &lt; 3">
        <fo:block xsl:use-attribute-sets="heading-2" role="H{$level}">
          <xsl:call-template name="heading-line">
            <xsl:with-param name="nodes" select="$nodes"/>
            <xsl:with-param name="words" select="$words"/>
          </xsl:call-template>
        </fo:block>
      </xsl:when>
      <xsl:when test="$size = 3">
        <fo:block xsl:use-attribute-sets="heading-3" role="H{$level}">
          <xsl:call-template name="heading-line">
            <xsl:with-param name="nodes" select="$nodes"/>
            <xsl:with-param name="words" select="$words"/>
          </xsl:call-template>
        </fo:block>
      </xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="heading-4" role="H{$level}">
          <xsl:call-template name="heading-line">
            <xsl:with-param name="nodes" select="$nodes"/>
            <xsl:with-param name="words" select="$words"/>
          </xsl:call-template>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="heading-line">
    <xsl:param name="nodes"/>
    <xsl:param name="words"/>
    <xsl:copy-of select="(p:title|.)[last()]/@mp:src"/>
    <xsl:choose>
      <xsl:when test="$words"><xsl:value-of select="$words"/></xsl:when>
      <xsl:when test="@mp:number">
        <fo:list-block xsl:use-attribute-sets="numbered" role="none">
          <fo:list-item role="none">
            <fo:list-item-label end-indent="label-end()" role="none">
              <fo:block role="none"><xsl:value-of select="@mp:number"/></fo:block>
            </fo:list-item-label>
            <fo:list-item-body start-indent="body-start()" role="none">
              <fo:block role="none">
                <xsl:apply-templates select="$nodes"/>
                <xsl:apply-templates select="." mode="heading-tail"/>
              </fo:block>
            </fo:list-item-body>
          </fo:list-item>
        </fo:list-block>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$nodes"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What follows the title in a numbered heading -->
  <xsl:template match="*" mode="heading-tail"/>

  <!-- The level of the heading that this element stands below, or its own -->
  <xsl:template match="*" mode="level">
    <xsl:value-of select="1 + count(ancestor-or-self::p:section[not(@label)]|ancestor-or-self::p:chapter
        |ancestor::p:guidance|ancestor::p:foreword|ancestor::p:service[@name])
        + 2 * count(ancestor::p:minute)"/>
  </xsl:template>

  <!-- The element's number hangs in the number column, its content beside it -->
  <xsl:template name="hanging">
    <fo:list-block xsl:use-attribute-sets="numbered paragraph" role="Div">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <fo:list-item role="none">
        <fo:list-item-label end-indent="label-end()" role="none">
          <fo:block><xsl:value-of select="@mp:number"/></fo:block>
        </fo:list-item-label>
        <fo:list-item-body start-indent="body-start()" role="none">
          <xsl:apply-templates select="*"/>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <!--
    A row of a key-value grid; grids are lists without marks. What the value
    holds is the row's content: nodes, one line each, or words.
  -->
  <xsl:template name="grid-row">
    <xsl:param name="label"/>
    <xsl:param name="lines" select="/.."/>
    <xsl:param name="words"/>
    <fo:list-item xsl:use-attribute-sets="grid-row">
      <xsl:copy-of select="$lines[1]/@mp:src"/>
      <fo:list-item-label end-indent="label-end()">
        <fo:block xsl:use-attribute-sets="label"><xsl:value-of select="$label"/></fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <xsl:if test="$words"><fo:block><xsl:value-of select="$words"/></fo:block></xsl:if>
        <xsl:for-each select="$lines">
          <fo:block>
            <xsl:copy-of select="@mp:src|@xml:lang"/>
            <xsl:apply-templates select="." mode="line"/>
          </fo:block>
        </xsl:for-each>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <!-- One line of a grid's value -->
  <xsl:template match="*" mode="line"><xsl:apply-templates/></xsl:template>

  <!-- Dates in words; a date stays on its line, a longer remark does not -->
  <xsl:template match="p:results-to|p:published" mode="line"><xsl:call-template name="day"/></xsl:template>
  <xsl:template name="day">
    <xsl:param name="typed" select="."/>
    <xsl:choose>
      <xsl:when test="string-length(@mp:plain) &gt; 17"><xsl:value-of select="@mp:plain"/></xsl:when>
      <xsl:when test="@mp:plain"><xsl:value-of select="translate(@mp:plain, ' ', '&#160;')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$typed"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "Name, office" of an element with a person attribute -->
  <xsl:template name="person-and-office">
    <xsl:value-of select="@mp:person-name"/>
    <xsl:if test="@mp:person-office"><xsl:value-of select="concat(', ', @mp:person-office)"/></xsl:if>
  </xsl:template>

  <!-- ", " or " and " before a name that is not the first -->
  <xsl:template name="and">
    <xsl:choose>
      <xsl:when test="position() = 1"/>
      <xsl:when test="position() = last()"> and </xsl:when>
      <xsl:otherwise>, </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Name, office, telephone, e-mail, a line each -->
  <xsl:template name="person-lines">
    <fo:block font-weight="bold"><xsl:value-of select="@mp:person-name"/></fo:block>
    <xsl:if test="@mp:person-office">
      <fo:block><xsl:value-of select="@mp:person-office"/></fo:block>
    </xsl:if>
    <xsl:if test="@mp:person-phone">
      <fo:block><xsl:value-of select="translate(@mp:person-phone, ' ', '&#160;')"/></fo:block>
    </xsl:if>
    <xsl:if test="@mp:person-email">
      <fo:block>
        <fo:basic-link xsl:use-attribute-sets="link" external-destination="mailto:{@mp:person-email}">
          <xsl:value-of select="@mp:person-email"/>
        </fo:basic-link>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- A table that only sets things side by side: no structure of its own -->
  <xsl:template name="side-by-side">
    <xsl:param name="left"/>
    <xsl:param name="right"/>
    <fo:table table-layout="fixed" role="none">
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body start-indent="0mm" end-indent="0mm" role="none">
        <fo:table-row role="none">
          <fo:table-cell padding-end="6mm" role="none"><xsl:copy-of select="$left"/></fo:table-cell>
          <fo:table-cell role="none"><xsl:copy-of select="$right"/></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!--
    A figure as it is printed: separators for thousands, the minus sign, the
    decimals it was written with, and its unit where the column does not say it.
  -->
  <xsl:template name="figure">
    <xsl:param name="value"/>
    <xsl:param name="unit"/>
    <xsl:if test="$value &lt; 0">−</xsl:if>
    <xsl:if test="starts-with($unit, 'gbp')">£</xsl:if>
    <xsl:variable name="decimals" select="translate(substring-after($value, '.'), '123456789', '000000000')"/>
    <xsl:variable name="size" select="translate($value, '-+', '')"/>
    <xsl:choose>
      <xsl:when test="$decimals"><xsl:value-of select="format-number($size, concat('#,##0.', $decimals))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="format-number($size, '#,##0')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="$unit = 'percent'">%</xsl:when>
      <xsl:when test="$unit = 'gbpk'">k</xsl:when>
      <xsl:when test="$unit = 'gbpm'">m</xsl:when>
      <xsl:when test="$unit = 'gbpbn'">bn</xsl:when>
      <xsl:when test="$unit = 'days'">&#160;days</xsl:when>
      <xsl:when test="$unit = 'seconds'">&#160;s</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The unit of a whole table, for its caption or head -->
  <xsl:template name="unit-words">
    <xsl:param name="unit"/>
    <xsl:choose>
      <xsl:when test="$unit = 'percent'">%</xsl:when>
      <xsl:when test="$unit = 'gbp'">£</xsl:when>
      <xsl:when test="$unit = 'gbpk'">£000</xsl:when>
      <xsl:when test="$unit = 'gbpm'">£ million</xsl:when>
      <xsl:when test="$unit = 'gbpbn'">£ billion</xsl:when>
      <xsl:when test="$unit = 'days'">days</xsl:when>
      <xsl:when test="$unit = 'seconds'">seconds</xsl:when>
      <xsl:when test="$unit = 'fte'">full-time equivalents</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The ground and the ink of a status: green or low, amber or medium, red or high -->
  <xsl:template name="status-colours">
    <xsl:param name="status"/>
    <xsl:attribute name="background-color">
      <xsl:choose>
        <xsl:when test="$status = 'green' or $status = 'low'"><xsl:value-of select="$green"/></xsl:when>
        <xsl:when test="$status = 'amber' or $status = 'medium'"><xsl:value-of select="$amber"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$red"/></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:attribute name="color">
      <xsl:choose>
        <xsl:when test="$status = 'amber' or $status = 'medium'"><xsl:value-of select="$ink"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$paper"/></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </xsl:template>

  <xsl:template name="status-word">
    <xsl:param name="status"/>
    <xsl:value-of select="concat(translate(substring($status, 1, 1), 'garlmh', 'GARLMH'), substring($status, 2))"/>
  </xsl:template>

  <!-- The arrow is decoration; the word beside it says the same -->
  <xsl:template name="direction">
    <xsl:param name="is"/>
    <xsl:param name="up">Up</xsl:param>
    <xsl:param name="down">Down</xsl:param>
    <xsl:param name="same">Same</xsl:param>
    <fo:inline font-family="{$symbol-font}" mp:artifact="true">
      <xsl:choose>
        <xsl:when test="$is = 'up'">↑</xsl:when>
        <xsl:when test="$is = 'down'">↓</xsl:when>
        <xsl:otherwise>→</xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#160;</xsl:text>
    </fo:inline>
    <xsl:choose>
      <xsl:when test="$is = 'up'"><xsl:value-of select="$up"/></xsl:when>
      <xsl:when test="$is = 'down'"><xsl:value-of select="$down"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$same"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
