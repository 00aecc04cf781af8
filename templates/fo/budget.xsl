<?xml version="1.0" encoding="UTF-8"?>
<!--
  budget: the tables of figures that a plan includes: the budget, line by
  line with subtotals and total, and the expected range of activity quarter by
  quarter. Both stand on the full measure. Sums are derive's.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    exclude-result-prefixes="p">

  <xsl:template match="p:budget">
    <fo:block start-indent="0mm">
      <xsl:call-template name="anchor"/>
      <xsl:call-template name="included-heading"/>
      <xsl:call-template name="drawn-table">
        <xsl:with-param name="widths">39 18 18 19 18 17 17 19</xsl:with-param>
        <xsl:with-param name="dense" select="true()"/>
        <xsl:with-param name="title">
          <xsl:value-of select="concat(@year, ', ')"/>
          <xsl:call-template name="unit-words"><xsl:with-param name="unit" select="@unit"/></xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="heads">
          <xsl:text>Division|&gt;Staffing|&gt;Non-staffing|&gt;Gross expend&#173;iture</xsl:text>
          <xsl:text>|&gt;Internal income|&gt;External income|&gt;Grants|&gt;Net cost</xsl:text>
        </xsl:with-param>
        <xsl:with-param name="rows" select="p:line|p:group/p:line"/>
      </xsl:call-template>
      <xsl:apply-templates select="p:note"/>
    </fo:block>
  </xsl:template>

  <!-- The heading of an included document: one level below where it stands -->
  <xsl:template name="included-heading">
    <xsl:variable name="level"><xsl:apply-templates select="." mode="level"/></xsl:variable>
    <xsl:call-template name="heading">
      <xsl:with-param name="level" select="$level + 1"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:line" mode="row">
    <fo:table-row keep-together.within-page="always">
      <xsl:copy-of select="@mp:src"/>
      <xsl:call-template name="budget-cell">
        <xsl:with-param name="words" select="@name"/>
      </xsl:call-template>
      <xsl:call-template name="budget-cell"><xsl:with-param name="value" select="@staffing"/></xsl:call-template>
      <xsl:call-template name="budget-cell"><xsl:with-param name="value" select="@non-staffing"/></xsl:call-template>
      <xsl:call-template name="budget-cell"><xsl:with-param name="value" select="@mp:gross"/></xsl:call-template>
      <xsl:call-template name="budget-cell"><xsl:with-param name="value" select="@internal"/></xsl:call-template>
      <xsl:call-template name="budget-cell"><xsl:with-param name="value" select="@external"/></xsl:call-template>
      <xsl:call-template name="budget-cell"><xsl:with-param name="value" select="@grants"/></xsl:call-template>
      <xsl:call-template name="budget-cell"><xsl:with-param name="value" select="@mp:net"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- A cell of a line, ruled as the line's kind asks -->
  <xsl:template name="budget-cell">
    <xsl:param name="words"/>
    <xsl:param name="value"/>
    <xsl:choose>
      <xsl:when test="@kind = 'total'">
        <fo:table-cell xsl:use-attribute-sets="grand-cell">
          <xsl:call-template name="budget-cell-content">
            <xsl:with-param name="words" select="$words"/>
            <xsl:with-param name="value" select="$value"/>
          </xsl:call-template>
        </fo:table-cell>
      </xsl:when>
      <xsl:when test="@kind = 'subtotal'">
        <fo:table-cell xsl:use-attribute-sets="total-cell">
          <xsl:call-template name="budget-cell-content">
            <xsl:with-param name="words" select="$words"/>
            <xsl:with-param name="value" select="$value"/>
          </xsl:call-template>
        </fo:table-cell>
      </xsl:when>
      <xsl:otherwise>
        <fo:table-cell xsl:use-attribute-sets="ruled-cell">
          <xsl:call-template name="budget-cell-content">
            <xsl:with-param name="words" select="$words"/>
            <xsl:with-param name="value" select="$value"/>
          </xsl:call-template>
        </fo:table-cell>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="budget-cell-content">
    <xsl:param name="words"/>
    <xsl:param name="value"/>
    <xsl:choose>
      <xsl:when test="$words">
        <xsl:attribute name="role">TH</xsl:attribute>
        <xsl:attribute name="mp:scope">row</xsl:attribute>
        <fo:block><xsl:value-of select="$words"/></fo:block>
      </xsl:when>
      <xsl:otherwise>
        <xsl:attribute name="text-align">end</xsl:attribute>
        <xsl:attribute name="padding-start">1pt</xsl:attribute>
        <fo:block>
          <xsl:choose>
            <xsl:when test="number($value) = 0 or not(string($value))">–</xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="figure"><xsl:with-param name="value" select="$value"/></xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Expected activity: two rows for each measure, its name beside both -->
  <xsl:template match="p:activity-thresholds">
    <fo:block start-indent="0mm">
      <xsl:call-template name="anchor"/>
      <xsl:call-template name="included-heading"/>
      <xsl:call-template name="drawn-table">
        <xsl:with-param name="widths">12 38 21 17 17 17 17 26</xsl:with-param>
        <xsl:with-param name="dense" select="true()"/>
        <xsl:with-param name="heads">
          <xsl:text>Ref|Indicator|Threshold|&gt;Q1|&gt;Q2|&gt;Q3|&gt;Q4|&gt;</xsl:text>
          <xsl:value-of select="@year"/>
          <xsl:text> expected</xsl:text>
        </xsl:with-param>
        <xsl:with-param name="rows" select="p:measure"/>
      </xsl:call-template>
      <xsl:apply-templates select="p:note"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:activity-thresholds/p:measure" mode="row">
    <fo:table-row keep-together.within-page="always" keep-with-next.within-page="always">
      <xsl:copy-of select="@mp:src|@id"/>
      <fo:table-cell xsl:use-attribute-sets="ruled-cell" number-rows-spanned="2">
        <fo:block><xsl:value-of select="@ref"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="ruled-cell" number-rows-spanned="2" role="TH" mp:scope="row">
        <fo:block><xsl:apply-templates select="p:name/node()"/></fo:block>
      </fo:table-cell>
      <xsl:call-template name="words-cell"><xsl:with-param name="words">Upper</xsl:with-param></xsl:call-template>
      <xsl:call-template name="quarter-cells">
        <xsl:with-param name="quarters" select="p:quarter/@upper"/>
        <xsl:with-param name="annual" select="(p:annual/@mp:upper|p:annual[not(@mp:upper)]/@upper)[1]"/>
      </xsl:call-template>
    </fo:table-row>
    <fo:table-row keep-together.within-page="always">
      <xsl:copy-of select="@mp:src"/>
      <xsl:call-template name="words-cell"><xsl:with-param name="words">Lower</xsl:with-param></xsl:call-template>
      <xsl:call-template name="quarter-cells">
        <xsl:with-param name="quarters" select="p:quarter/@lower"/>
        <xsl:with-param name="annual" select="(p:annual/@mp:lower|p:annual[not(@mp:lower)]/@lower)[1]"/>
      </xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="quarter-cells">
    <xsl:param name="quarters"/>
    <xsl:param name="annual"/>
    <xsl:param name="n" select="1"/>
    <xsl:choose>
      <xsl:when test="$n &lt; 5">
        <xsl:call-template name="figure-cell">
          <xsl:with-param name="value" select="$quarters[../@n = $n]"/>
        </xsl:call-template>
        <xsl:call-template name="quarter-cells">
          <xsl:with-param name="quarters" select="$quarters"/>
          <xsl:with-param name="annual" select="$annual"/>
          <xsl:with-param name="n" select="$n + 1"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="figure-cell">
          <xsl:with-param name="value" select="$annual"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
