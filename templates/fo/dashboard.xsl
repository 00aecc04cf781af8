<?xml version="1.0" encoding="UTF-8"?>
<!--
  dashboard: key performance indicators and activity, a service to a landscape
  page: who answers for it, what it is for, its indicators with their ratings,
  its activity against the expected range, notes and commentary.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="p exsl">

  <xsl:template match="p:dashboard">
    <xsl:apply-templates select="p:cover|p:guidance|p:service"/>
  </xsl:template>

  <xsl:template match="p:dashboard/p:cover">
    <xsl:call-template name="cover"><xsl:with-param name="year" select="p:year"/></xsl:call-template>
    <fo:list-block xsl:use-attribute-sets="grid">
      <xsl:copy-of select="@mp:src"/>
      <xsl:call-template name="grid-row">
        <xsl:with-param name="label">Results up to</xsl:with-param>
        <xsl:with-param name="lines" select="p:results-to"/>
      </xsl:call-template>
      <xsl:call-template name="grid-row">
        <xsl:with-param name="label">Produced by</xsl:with-param>
        <xsl:with-param name="lines" select="p:producer"/>
      </xsl:call-template>
      <xsl:call-template name="grid-row">
        <xsl:with-param name="label">Published</xsl:with-param>
        <xsl:with-param name="lines" select="p:published"/>
      </xsl:call-template>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="p:guidance">
    <fo:block xsl:use-attribute-sets="small" break-before="page">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:if test="ancestor::p:document[1]/@orientation = 'landscape'">
        <xsl:attribute name="end-indent"><xsl:value-of select="$wide-sheet-margin"/></xsl:attribute>
      </xsl:if>
      <xsl:call-template name="heading"><xsl:with-param name="words">Guidance notes</xsl:with-param></xsl:call-template>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <!-- Keys: what the colours and the arrows mean -->
  <xsl:variable name="keys">
    <status is="green">The target has been met or exceeded</status>
    <status is="amber">Below the target, but at or above the floor standard</status>
    <status is="red">Below the floor standard</status>
    <direction is="up">Performance has improved since the last period</direction>
    <direction is="down">Performance has worsened since the last period</direction>
    <direction is="same">Performance is unchanged</direction>
  </xsl:variable>

  <xsl:template match="p:rag-key">
    <xsl:call-template name="drawn-table">
      <xsl:with-param name="widths">1 6</xsl:with-param>
      <xsl:with-param name="heads">^Rating|Meaning</xsl:with-param>
      <xsl:with-param name="rows" select="exsl:node-set($keys)/status"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:direction-key">
    <xsl:call-template name="drawn-table">
      <xsl:with-param name="widths">1 6</xsl:with-param>
      <xsl:with-param name="heads">^Direction|Meaning</xsl:with-param>
      <xsl:with-param name="rows" select="exsl:node-set($keys)/direction"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="status|direction" mode="row">
    <fo:table-row>
      <xsl:choose>
        <xsl:when test="self::status">
          <xsl:call-template name="status-cell"><xsl:with-param name="status" select="@is"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="direction-cell"><xsl:with-param name="is" select="@is"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="words-cell"><xsl:with-param name="words" select="."/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="direction-cell">
    <xsl:param name="is"/>
    <fo:table-cell xsl:use-attribute-sets="ruled-cell" text-align="center">
      <fo:block>
        <xsl:choose>
          <xsl:when test="$is">
            <xsl:call-template name="direction"><xsl:with-param name="is" select="$is"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>–</xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- A service -->
  <xsl:template match="p:dashboard/p:service">
    <fo:block break-before="page" role="Sect">
      <xsl:call-template name="anchor"/>
      <xsl:call-template name="part-marker"><xsl:with-param name="part" select="@name"/></xsl:call-template>
      <xsl:call-template name="service-head"/>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <!-- Name, director, Cabinet Member and date of the results, side by side -->
  <xsl:template name="service-head">
    <fo:table table-layout="fixed" role="none" space-after="8pt">
      <xsl:call-template name="columns"><xsl:with-param name="widths">5 3 3 2</xsl:with-param></xsl:call-template>
      <fo:table-body role="none">
        <fo:table-row role="none">
          <fo:table-cell xsl:use-attribute-sets="service-cell" role="none">
            <fo:block xsl:use-attribute-sets="tiny label">
              <xsl:value-of select="@kind"/>
              <xsl:if test="not(@kind)">Division</xsl:if>
            </fo:block>
            <fo:block xsl:use-attribute-sets="heading-2" space-before="0pt" space-after="0pt" role="H2">
              <xsl:value-of select="@name"/>
            </fo:block>
          </fo:table-cell>
          <xsl:call-template name="service-fact">
            <xsl:with-param name="label">Director</xsl:with-param>
            <xsl:with-param name="words" select="@mp:director-name"/>
          </xsl:call-template>
          <xsl:call-template name="service-fact">
            <xsl:with-param name="label">Cabinet Member</xsl:with-param>
            <xsl:with-param name="words" select="@mp:member-name"/>
          </xsl:call-template>
          <xsl:call-template name="service-fact">
            <xsl:with-param name="label">Results up to</xsl:with-param>
            <xsl:with-param name="words">
              <xsl:choose>
                <xsl:when test="@mp:plain"><xsl:value-of select="@mp:plain"/></xsl:when>
                <xsl:when test="@results-to"><xsl:value-of select="@results-to"/></xsl:when>
                <xsl:when test="../p:cover/p:results-to/@mp:plain">
                  <xsl:value-of select="../p:cover/p:results-to/@mp:plain"/>
                </xsl:when>
                <xsl:otherwise><xsl:value-of select="../p:cover/p:results-to"/></xsl:otherwise>
              </xsl:choose>
            </xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="service-fact">
    <xsl:param name="label"/>
    <xsl:param name="words"/>
    <fo:table-cell xsl:use-attribute-sets="service-cell" role="none">
      <fo:block xsl:use-attribute-sets="tiny label"><xsl:value-of select="$label"/></fo:block>
      <fo:block xsl:use-attribute-sets="small"><xsl:value-of select="$words"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="p:service/p:purpose">
    <fo:block xsl:use-attribute-sets="paragraph small">
      <xsl:copy-of select="@mp:src|@xml:lang"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:service/p:commentary">
    <fo:block xsl:use-attribute-sets="small" space-before="6pt">
      <xsl:copy-of select="@mp:src|@xml:lang"/>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <!-- Indicators: by the month or quarter with the year to date, or by the year -->
  <xsl:template match="p:indicators">
    <xsl:variable name="period">
      <xsl:choose>
        <xsl:when test="@period = 'quarter'">quarter</xsl:when>
        <xsl:otherwise>month</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:call-template name="table-title">
      <xsl:with-param name="words">Key performance indicators</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="drawn-table">
      <xsl:with-param name="widths">4.4 25 5.5 6 6.5 6 6 5.5 6.5 7.6</xsl:with-param>
      <xsl:with-param name="dense" select="true()"/>
      <xsl:with-param name="heads" select="concat('Ref|Indicator|&gt;Latest ', $period, '|^',
          translate(substring($period, 1, 1), 'mq', 'MQ'), substring($period, 2),
          ' RAG|^Direction|&gt;Year to date|^YTD RAG|&gt;Target|&gt;Floor standard|&gt;Previous year')"/>
      <xsl:with-param name="rows" select="p:indicator"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:indicators[@period = 'annual']">
    <xsl:call-template name="table-title">
      <xsl:with-param name="words">Annual indicators</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="drawn-table">
      <xsl:with-param name="widths">4.4 37 5.5 6 6.5 5.5 6.5 7.6</xsl:with-param>
      <xsl:with-param name="dense" select="true()"/>
      <xsl:with-param name="heads">
        <xsl:text>Ref|Indicator|&gt;Year end|^RAG|^Direction|&gt;Target|&gt;Floor standard|&gt;</xsl:text>
        <xsl:value-of select="p:indicator[1]/@previous-label"/>
        <xsl:if test="not(p:indicator[1]/@previous-label)">Previous year</xsl:if>
      </xsl:with-param>
      <xsl:with-param name="rows" select="p:indicator"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The table's own title, or words -->
  <xsl:template name="table-title">
    <xsl:param name="words"/>
    <fo:block xsl:use-attribute-sets="caption" role="H3">
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:value-of select="@title"/>
      <xsl:if test="not(@title)"><xsl:value-of select="$words"/></xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:indicator" mode="row">
    <fo:table-row keep-together.within-page="always">
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:call-template name="words-cell"><xsl:with-param name="words" select="@ref"/></xsl:call-template>
      <xsl:call-template name="inline-cell">
        <xsl:with-param name="of" select="p:name"/>
        <xsl:with-param name="role">TH</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@latest"/></xsl:call-template>
      <xsl:call-template name="status-cell"><xsl:with-param name="status" select="@mp:latest-rag"/></xsl:call-template>
      <xsl:call-template name="direction-cell"><xsl:with-param name="is" select="@dot"/></xsl:call-template>
      <xsl:if test="not(../@period = 'annual')"><xsl:call-template name="year-to-date"/></xsl:if>
      <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@target"/></xsl:call-template>
      <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@floor"/></xsl:call-template>
      <xsl:call-template name="previous-cell"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="year-to-date">
    <xsl:choose>
      <xsl:when test="@ytd-state">
        <xsl:call-template name="words-cell">
          <xsl:with-param name="words">
            <xsl:choose>
              <xsl:when test="@ytd-state = 'snapshot'">Snapshot data</xsl:when>
              <xsl:otherwise>N/a</xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
          <xsl:with-param name="align">center</xsl:with-param>
          <xsl:with-param name="span">2</xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@ytd"/></xsl:call-template>
        <xsl:call-template name="status-cell"><xsl:with-param name="status" select="@mp:ytd-rag"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="previous-cell">
    <xsl:choose>
      <xsl:when test="@previous-state">
        <xsl:call-template name="words-cell">
          <xsl:with-param name="words">
            <xsl:choose>
              <xsl:when test="@previous-state = 'new'">New indicator</xsl:when>
              <xsl:otherwise>N/a</xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
          <xsl:with-param name="align">end</xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@previous"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Activity: figures alone, or against an expected range under a head of two rows -->
  <xsl:template match="p:activity">
    <xsl:call-template name="table-title">
      <xsl:with-param name="words">Activity indicators</xsl:with-param>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="p:measure/@lower|p:measure/@upper"><xsl:call-template name="range-table"/></xsl:when>
      <xsl:when test="p:measure/@ref">
        <xsl:call-template name="drawn-table">
          <xsl:with-param name="widths">4.6 40 10 12</xsl:with-param>
          <xsl:with-param name="dense" select="true()"/>
          <xsl:with-param name="heads">Ref|Indicator|&gt;Year to date|&gt;Previous year to date</xsl:with-param>
          <xsl:with-param name="rows" select="p:measure"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="drawn-table">
          <xsl:with-param name="widths">44.6 10 12</xsl:with-param>
          <xsl:with-param name="dense" select="true()"/>
          <xsl:with-param name="heads">Indicator|&gt;Year to date|&gt;Previous year to date</xsl:with-param>
          <xsl:with-param name="rows" select="p:measure"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="range-table">
    <fo:table xsl:use-attribute-sets="table">
      <xsl:copy-of select="@mp:src"/>
      <xsl:call-template name="dense"/>
      <xsl:call-template name="columns">
        <xsl:with-param name="widths">4.6 25 8 8 6.5 6.5 8.4</xsl:with-param>
      </xsl:call-template>
      <fo:table-header start-indent="0mm" end-indent="0mm">
        <fo:table-row>
          <xsl:call-template name="tall-head"><xsl:with-param name="head">Ref</xsl:with-param></xsl:call-template>
          <xsl:call-template name="tall-head"><xsl:with-param name="head">Indicator</xsl:with-param></xsl:call-template>
          <xsl:call-template name="tall-head">
            <xsl:with-param name="head">Year to date</xsl:with-param>
            <xsl:with-param name="align">end</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="tall-head">
            <xsl:with-param name="head">In expected range</xsl:with-param>
            <xsl:with-param name="align">center</xsl:with-param>
          </xsl:call-template>
          <fo:table-cell xsl:use-attribute-sets="upper-head-cell" number-columns-spanned="2" text-align="center"
              role="TH" mp:scope="column">
            <fo:block>Expected activity</fo:block>
          </fo:table-cell>
          <xsl:call-template name="tall-head">
            <xsl:with-param name="head">Previous year to date</xsl:with-param>
            <xsl:with-param name="align">end</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
        <fo:table-row>
          <xsl:call-template name="head-cells">
            <xsl:with-param name="heads">&gt;Upper|&gt;Lower</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body start-indent="0mm" end-indent="0mm">
        <xsl:apply-templates select="p:measure" mode="range-row"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- A head beside two rows of heads -->
  <xsl:template name="tall-head">
    <xsl:param name="head"/>
    <xsl:param name="align">start</xsl:param>
    <fo:table-cell xsl:use-attribute-sets="head-cell" number-rows-spanned="2" text-align="{$align}"
        role="TH" mp:scope="column">
      <fo:block><xsl:value-of select="$head"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="p:activity/p:measure" mode="row">
    <fo:table-row keep-together.within-page="always">
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:call-template name="measure-name"/>
      <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@ytd"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="@text">
          <xsl:call-template name="words-cell"><xsl:with-param name="words" select="@text"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="previous-cell"/></xsl:otherwise>
      </xsl:choose>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="p:measure" mode="range-row">
    <fo:table-row keep-together.within-page="always">
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:call-template name="measure-name"/>
      <xsl:choose>
        <xsl:when test="@text"><xsl:call-template name="words-for-figures"/></xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@ytd"/></xsl:call-template>
          <xsl:call-template name="words-cell">
            <xsl:with-param name="words" select="@mp:range"/>
            <xsl:with-param name="align">center</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@upper"/></xsl:call-template>
          <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@lower"/></xsl:call-template>
          <xsl:call-template name="previous-cell"/>
        </xsl:otherwise>
      </xsl:choose>
    </fo:table-row>
  </xsl:template>

  <!-- The column of references is left out where no measure has one -->
  <xsl:template name="measure-name">
    <xsl:if test="../p:measure/@ref|../p:measure/@lower|../p:measure/@upper">
      <xsl:call-template name="words-cell"><xsl:with-param name="words" select="@ref"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="inline-cell">
      <xsl:with-param name="of" select="p:name"/>
      <xsl:with-param name="role">TH</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Words in place of the figures that there are not; those there are stay -->
  <xsl:template name="words-for-figures">
    <xsl:if test="@ytd">
      <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@ytd"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="words-cell">
      <xsl:with-param name="words" select="@text"/>
      <xsl:with-param name="align">center</xsl:with-param>
      <xsl:with-param name="span" select="5 - count(@ytd) - count((@previous|@previous-state)[1])"/>
    </xsl:call-template>
    <xsl:if test="@previous|@previous-state"><xsl:call-template name="previous-cell"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
