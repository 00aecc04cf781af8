<?xml version="1.0" encoding="UTF-8"?>
<!--
  risk: registers and profiles. A register opens with its summary profile and
  the scales, then gives each risk a sheet: a bar that names it, the four
  columns of prose with the ratings beside them, the controls, the actions; all
  in one frame. The ratings are a small table in the fifth cell, so the prose
  may run over a page without a row span.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    exclude-result-prefixes="p">

  <xsl:template match="p:risk-register">
    <xsl:call-template name="document-head"/>
    <fo:block xsl:use-attribute-sets="small">
      <xsl:apply-templates select="p:intro/*"/>
      <xsl:call-template name="summary-profile"/>
      <xsl:apply-templates select="p:note|p:nb/*"/>
      <xsl:call-template name="scales"/>
    </fo:block>
    <xsl:apply-templates select="p:risk"/>
  </xsl:template>

  <!-- "Low 1–6, Medium 8–15, High 16–25" on their colours -->
  <xsl:template name="bands">
    <fo:block xsl:use-attribute-sets="small" space-before="6pt" space-after="6pt" keep-with-next.within-page="always">
      <xsl:call-template name="band-chip">
        <xsl:with-param name="band">low</xsl:with-param>
        <xsl:with-param name="range">1–6</xsl:with-param>
      </xsl:call-template>
      <xsl:text>&#160;  </xsl:text>
      <xsl:call-template name="band-chip">
        <xsl:with-param name="band">medium</xsl:with-param>
        <xsl:with-param name="range">8–15</xsl:with-param>
      </xsl:call-template>
      <xsl:text>&#160;  </xsl:text>
      <xsl:call-template name="band-chip">
        <xsl:with-param name="band">high</xsl:with-param>
        <xsl:with-param name="range">16–25</xsl:with-param>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template name="band-chip">
    <xsl:param name="band"/>
    <xsl:param name="range"/>
    <fo:inline xsl:use-attribute-sets="chip">
      <xsl:call-template name="status-colours"><xsl:with-param name="status" select="$band"/></xsl:call-template>
      <xsl:call-template name="status-word"><xsl:with-param name="status" select="$band"/></xsl:call-template>
      <xsl:value-of select="concat('&#160;', $range)"/>
    </fo:inline>
  </xsl:template>

  <xsl:template name="summary-profile">
    <xsl:call-template name="heading">
      <xsl:with-param name="words">Summary risk profile</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="bands"/>
    <xsl:call-template name="drawn-table">
      <xsl:with-param name="widths">3 14 4 4 5</xsl:with-param>
      <xsl:with-param name="dense" select="true()"/>
      <xsl:with-param name="heads">Risk|Title|^Current rating|^Target rating|Change</xsl:with-param>
      <xsl:with-param name="rows" select="p:risk|p:closed"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:risk-register/p:risk" mode="row">
    <fo:table-row keep-together.within-page="always">
      <xsl:copy-of select="@mp:src"/>
      <fo:table-cell xsl:use-attribute-sets="ruled-cell" role="TH" mp:scope="row">
        <fo:block>
          <fo:basic-link xsl:use-attribute-sets="quiet-link">
            <xsl:attribute name="internal-destination">
              <xsl:apply-templates select="." mode="anchor"/>
            </xsl:attribute>
            <xsl:value-of select="translate(@code, ' ', '&#160;')"/>
          </fo:basic-link>
        </fo:block>
      </fo:table-cell>
      <xsl:call-template name="inline-cell"><xsl:with-param name="of" select="p:title"/></xsl:call-template>
      <xsl:apply-templates select="p:current|p:target" mode="cell"/>
      <xsl:call-template name="change-cell"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="p:closed" mode="row">
    <fo:table-row keep-together.within-page="always">
      <xsl:copy-of select="@mp:src"/>
      <xsl:call-template name="code-and-title"/>
      <xsl:call-template name="words-cell">
        <xsl:with-param name="words">
          <xsl:value-of select="@change"/>
          <xsl:if test="not(@change)">Risk closed</xsl:if>
        </xsl:with-param>
        <xsl:with-param name="span">3</xsl:with-param>
        <xsl:with-param name="align">center</xsl:with-param>
      </xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="code-and-title">
    <xsl:call-template name="words-cell">
      <xsl:with-param name="words" select="translate(@code, ' ', '&#160;')"/>
      <xsl:with-param name="role">TH</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="words-cell"><xsl:with-param name="words" select="@title"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:current|p:target" mode="cell">
    <xsl:call-template name="status-cell">
      <xsl:with-param name="status" select="@mp:band"/>
      <xsl:with-param name="score" select="@mp:score"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="change-cell">
    <fo:table-cell xsl:use-attribute-sets="ruled-cell">
      <fo:block>
        <xsl:choose>
          <xsl:when test="@change = 'new'">New risk</xsl:when>
          <xsl:when test="@change = 'revised'">Revised risk</xsl:when>
          <xsl:when test="@change">
            <xsl:call-template name="direction">
              <xsl:with-param name="is" select="@change"/>
              <xsl:with-param name="up">Higher</xsl:with-param>
              <xsl:with-param name="down">Lower</xsl:with-param>
              <xsl:with-param name="same">Unchanged</xsl:with-param>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>–</xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- What the five steps of likelihood and impact are called -->
  <xsl:template name="likelihood-word">
    <xsl:param name="step"/>
    <xsl:choose>
      <xsl:when test="$step = 1">Very unlikely</xsl:when>
      <xsl:when test="$step = 2">Unlikely</xsl:when>
      <xsl:when test="$step = 3">Possible</xsl:when>
      <xsl:when test="$step = 4">Likely</xsl:when>
      <xsl:when test="$step = 5">Very likely</xsl:when>
    </xsl:choose>
    <xsl:value-of select="concat('&#160;(', $step, ')')"/>
  </xsl:template>

  <xsl:template name="impact-word">
    <xsl:param name="step"/>
    <xsl:choose>
      <xsl:when test="$step = 1">Minor</xsl:when>
      <xsl:when test="$step = 2">Moderate</xsl:when>
      <xsl:when test="$step = 3">Significant</xsl:when>
      <xsl:when test="$step = 4">Serious</xsl:when>
      <xsl:when test="$step = 5">Major</xsl:when>
    </xsl:choose>
    <xsl:value-of select="concat('&#160;(', $step, ')')"/>
  </xsl:template>

  <xsl:template name="scales">
    <fo:table xsl:use-attribute-sets="table" keep-together.within-page="always">
      <xsl:call-template name="columns"><xsl:with-param name="widths">2 3 3 3 3 3</xsl:with-param></xsl:call-template>
      <fo:table-header start-indent="0mm" end-indent="0mm">
        <xsl:call-template name="title-row">
          <xsl:with-param name="title">Likelihood and impact scales</xsl:with-param>
          <xsl:with-param name="columns">6</xsl:with-param>
        </xsl:call-template>
      </fo:table-header>
      <fo:table-body start-indent="0mm" end-indent="0mm">
        <fo:table-row><xsl:call-template name="scale-cells"/></fo:table-row>
        <fo:table-row>
          <xsl:call-template name="scale-cells"><xsl:with-param name="of">Impact</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- The name of a scale and its steps -->
  <xsl:template name="scale-cells">
    <xsl:param name="of">Likelihood</xsl:param>
    <xsl:param name="step" select="0"/>
    <xsl:call-template name="words-cell">
      <xsl:with-param name="role">
        <xsl:choose>
          <xsl:when test="$step = 0">TH</xsl:when>
          <xsl:otherwise>TD</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="words">
        <xsl:choose>
          <xsl:when test="$step = 0"><xsl:value-of select="$of"/></xsl:when>
          <xsl:when test="$of = 'Impact'">
            <xsl:call-template name="impact-word"><xsl:with-param name="step" select="$step"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="likelihood-word"><xsl:with-param name="step" select="$step"/></xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:if test="$step &lt; 5">
      <xsl:call-template name="scale-cells">
        <xsl:with-param name="of" select="$of"/>
        <xsl:with-param name="step" select="$step + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The sheet of a risk -->
  <xsl:template match="p:risk-register/p:risk">
    <fo:block break-before="page" role="Sect">
      <xsl:call-template name="anchor"/>
      <xsl:call-template name="part-marker">
        <xsl:with-param name="part" select="@code"/>
      </xsl:call-template>
      <fo:block xsl:use-attribute-sets="sheet-bar" role="H2">
        <xsl:copy-of select="p:title/@mp:src"/>
        <xsl:value-of select="concat(@code, '&#160;&#160; ')"/>
        <xsl:apply-templates select="p:title/node()"/>
      </fo:block>
      <xsl:call-template name="sheet-table">
        <xsl:with-param name="widths">11 11 11 10 17</xsl:with-param>
        <xsl:with-param name="heads">Source or cause|Risk event|Consequence|Risk owner|Rating</xsl:with-param>
        <xsl:with-param name="rows" select="."/>
      </xsl:call-template>
      <xsl:call-template name="sheet-table">
        <xsl:with-param name="widths">41 19</xsl:with-param>
        <xsl:with-param name="heads">Control|Control owner</xsl:with-param>
        <xsl:with-param name="rows" select="p:control"/>
      </xsl:call-template>
      <xsl:call-template name="sheet-table">
        <xsl:with-param name="widths">30 19 11</xsl:with-param>
        <xsl:with-param name="heads">Action|Action owner|Planned completion</xsl:with-param>
        <xsl:with-param name="rows" select="p:action"/>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

  <!-- One grid of a sheet, drawn as tables are; mode "sheet-row" draws a row -->
  <xsl:template name="sheet-table">
    <xsl:param name="widths"/>
    <xsl:param name="heads"/>
    <xsl:param name="rows"/>
    <xsl:if test="$rows">
      <fo:table xsl:use-attribute-sets="sheet-table">
        <xsl:copy-of select="@mp:src"/>
        <xsl:call-template name="columns"><xsl:with-param name="widths" select="$widths"/></xsl:call-template>
        <fo:table-header start-indent="0mm" end-indent="0mm">
          <fo:table-row>
            <xsl:call-template name="sheet-head-cells">
              <xsl:with-param name="heads" select="$heads"/>
            </xsl:call-template>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body start-indent="0mm" end-indent="0mm">
          <xsl:apply-templates select="$rows" mode="sheet-row"/>
        </fo:table-body>
      </fo:table>
    </xsl:if>
  </xsl:template>

  <xsl:template name="sheet-head-cells">
    <xsl:param name="heads"/>
    <fo:table-cell xsl:use-attribute-sets="sheet-head-cell" role="TH" mp:scope="column">
      <fo:block><xsl:value-of select="substring-before(concat($heads, '|'), '|')"/></fo:block>
    </fo:table-cell>
    <xsl:if test="contains($heads, '|')">
      <xsl:call-template name="sheet-head-cells">
        <xsl:with-param name="heads" select="substring-after($heads, '|')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The risk itself: four columns of prose and the ratings -->
  <xsl:template match="p:risk" mode="sheet-row">
    <fo:table-row>
      <xsl:copy-of select="@mp:src"/>
      <xsl:apply-templates select="p:source|p:event|p:consequence" mode="sheet-cell"/>
      <fo:table-cell xsl:use-attribute-sets="grid-cell">
        <xsl:apply-templates select="p:owner" mode="sheet-cell"/>
        <xsl:if test="p:cabinet-member">
          <fo:block font-weight="bold" keep-with-next.within-page="always">
            <xsl:text>Responsible Cabinet Member</xsl:text>
            <xsl:if test="p:cabinet-member[2]">s</xsl:if>
          </fo:block>
        </xsl:if>
        <xsl:apply-templates select="p:cabinet-member" mode="sheet-cell"/>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="grid-cell"><xsl:call-template name="ratings"/></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="p:owner|p:cabinet-member" mode="sheet-cell">
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:copy-of select="@mp:src"/>
      <xsl:call-template name="person-and-office"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:control" mode="sheet-row">
    <fo:table-row keep-together.within-page="always">
      <xsl:copy-of select="@mp:src"/>
      <xsl:apply-templates select="." mode="sheet-cell"/>
      <xsl:call-template name="owner-cell"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="p:action" mode="sheet-row">
    <fo:table-row keep-together.within-page="always">
      <xsl:copy-of select="@mp:src"/>
      <xsl:apply-templates select="." mode="sheet-cell"/>
      <xsl:call-template name="owner-cell"/>
      <fo:table-cell xsl:use-attribute-sets="grid-cell">
        <fo:block>
          <xsl:if test="@due">
            <xsl:call-template name="day"><xsl:with-param name="typed" select="@due"/></xsl:call-template>
          </xsl:if>
          <xsl:if test="@due-note"><xsl:value-of select="concat(' (', @due-note, ')')"/></xsl:if>
          <xsl:if test="not(@due|@due-note)">–</xsl:if>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- The content of a flow -->
  <xsl:template match="*" mode="sheet-cell">
    <fo:table-cell xsl:use-attribute-sets="grid-cell">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:apply-templates select="*"/>
      <xsl:if test="not(*)"><fo:block/></xsl:if>
    </fo:table-cell>
  </xsl:template>

  <!-- The owner in the author's words, or the person and office -->
  <xsl:template name="owner-cell">
    <fo:table-cell xsl:use-attribute-sets="grid-cell">
      <fo:block>
        <xsl:choose>
          <xsl:when test="@owner-text"><xsl:value-of select="@owner-text"/></xsl:when>
          <xsl:when test="@mp:owner-name">
            <xsl:value-of select="@mp:owner-name"/>
            <xsl:if test="@mp:owner-office"><xsl:value-of select="concat(', ', @mp:owner-office)"/></xsl:if>
          </xsl:when>
          <xsl:otherwise>–</xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- Likelihood, impact and their product, now and as aimed at -->
  <xsl:template name="ratings">
    <fo:table table-layout="fixed" keep-together.within-page="always">
      <xsl:call-template name="columns"><xsl:with-param name="widths">9 12 12</xsl:with-param></xsl:call-template>
      <fo:table-header start-indent="0mm" end-indent="0mm">
        <fo:table-row>
          <fo:table-cell><fo:block/></fo:table-cell>
          <xsl:for-each select="p:current|p:target">
            <xsl:call-template name="ratings-head">
              <xsl:with-param name="head">
                <xsl:choose>
                  <xsl:when test="self::p:current">Current</xsl:when>
                  <xsl:otherwise>Target</xsl:otherwise>
                </xsl:choose>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body start-indent="0mm" end-indent="0mm">
        <fo:table-row>
          <xsl:call-template name="ratings-head">
            <xsl:with-param name="head">Likelihood</xsl:with-param>
            <xsl:with-param name="scope">row</xsl:with-param>
          </xsl:call-template>
          <xsl:for-each select="p:current|p:target">
            <fo:table-cell xsl:use-attribute-sets="ratings-cell">
              <fo:block>
                <xsl:call-template name="likelihood-word">
                  <xsl:with-param name="step" select="@likelihood"/>
                </xsl:call-template>
              </fo:block>
            </fo:table-cell>
          </xsl:for-each>
        </fo:table-row>
        <fo:table-row>
          <xsl:call-template name="ratings-head">
            <xsl:with-param name="head">Impact</xsl:with-param>
            <xsl:with-param name="scope">row</xsl:with-param>
          </xsl:call-template>
          <xsl:for-each select="p:current|p:target">
            <fo:table-cell xsl:use-attribute-sets="ratings-cell">
              <fo:block>
                <xsl:call-template name="impact-word"><xsl:with-param name="step" select="@impact"/></xsl:call-template>
              </fo:block>
            </fo:table-cell>
          </xsl:for-each>
        </fo:table-row>
        <fo:table-row>
          <xsl:call-template name="ratings-head">
            <xsl:with-param name="head">Rating</xsl:with-param>
            <xsl:with-param name="scope">row</xsl:with-param>
          </xsl:call-template>
          <xsl:apply-templates select="p:current|p:target" mode="cell"/>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="ratings-head">
    <xsl:param name="head"/>
    <xsl:param name="scope">column</xsl:param>
    <fo:table-cell xsl:use-attribute-sets="ratings-cell" role="TH" mp:scope="{$scope}">
      <fo:block font-weight="bold"><xsl:value-of select="$head"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- The profile of some risks within a report -->
  <xsl:template match="p:risk-profile">
    <fo:block>
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:call-template name="bands"/>
      <xsl:call-template name="drawn-table">
        <xsl:with-param name="widths">4 12 4 4</xsl:with-param>
        <xsl:with-param name="heads">Risk|Title|^Current rating|^Target rating</xsl:with-param>
        <xsl:with-param name="rows" select="p:risk"/>
      </xsl:call-template>
      <xsl:apply-templates select="p:note"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:risk-profile/p:risk" mode="row">
    <fo:table-row keep-together.within-page="always">
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:call-template name="code-and-title"/>
      <xsl:call-template name="status-cell">
        <xsl:with-param name="status" select="@mp:current-band"/>
        <xsl:with-param name="score" select="@current"/>
      </xsl:call-template>
      <xsl:call-template name="status-cell">
        <xsl:with-param name="status" select="@mp:target-band"/>
        <xsl:with-param name="score" select="@target"/>
      </xsl:call-template>
    </fo:table-row>
  </xsl:template>
</xsl:stylesheet>
