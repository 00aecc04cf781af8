<?xml version="1.0" encoding="UTF-8"?>
<!--
  plan: a directorate's business plan, a document with a cover, a foreword and
  a contents list of its own. The contents cite the pack's page numbers, which
  are those printed at the foot.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:p="urn:makepack:1"
    xmlns:mp="urn:makepack:ext:1"
    exclude-result-prefixes="p">

  <xsl:template match="p:business-plan">
    <xsl:apply-templates select="p:cover|p:foreword|p:contents|p:chapter|p:access-statement"/>
  </xsl:template>

  <xsl:template match="p:business-plan/p:cover">
    <xsl:call-template name="cover"><xsl:with-param name="year" select="../@year"/></xsl:call-template>
    <xsl:apply-templates select="p:figure"/>
  </xsl:template>

  <xsl:template match="p:foreword">
    <fo:block break-before="page">
      <xsl:call-template name="anchor"/>
      <xsl:call-template name="chapter-title"/>
      <xsl:apply-templates select="*[not(self::p:title)]"/>
      <fo:block space-before="16pt" font-weight="bold"><xsl:value-of select="@mp:person-name"/></fo:block>
      <fo:block><xsl:value-of select="@mp:person-office"/></fo:block>
    </fo:block>
  </xsl:template>

  <xsl:template name="chapter-title">
    <fo:block xsl:use-attribute-sets="chapter-title" role="H2">
      <xsl:copy-of select="p:title/@mp:src"/>
      <xsl:apply-templates select="p:title/node()"/>
    </fo:block>
  </xsl:template>

  <!-- Contents: chapters, and their sections below them -->
  <xsl:template match="p:contents">
    <fo:block break-before="page">
      <xsl:copy-of select="@mp:src|@id"/>
      <fo:block xsl:use-attribute-sets="chapter-title" role="H2">Contents</fo:block>
      <fo:block role="TOC">
        <xsl:for-each select="../p:foreword|../p:chapter">
          <fo:block xsl:use-attribute-sets="contents-chapter" role="TOCI">
            <xsl:call-template name="contents-line"/>
          </fo:block>
          <xsl:for-each select="p:section|p:at-a-glance">
            <fo:block xsl:use-attribute-sets="contents-section" role="TOCI">
              <xsl:call-template name="contents-line"/>
            </fo:block>
          </xsl:for-each>
        </xsl:for-each>
      </fo:block>
    </fo:block>
  </xsl:template>

  <xsl:template name="contents-line">
    <xsl:variable name="to"><xsl:apply-templates select="." mode="anchor"/></xsl:variable>
    <fo:basic-link xsl:use-attribute-sets="quiet-link" internal-destination="{$to}">
      <xsl:apply-templates select="p:title/node()"/>
      <xsl:value-of select="@division"/>
      <fo:leader leader-pattern="dots" leader-length.minimum="12pt" leader-length.optimum="24pt"
          leader-length.maximum="100%" color="{$rule}"/>
      <fo:page-number-citation ref-id="{$to}">
        <xsl:if test="ancestor::p:document[1]/@folios = 'own'">
          <xsl:attribute name="mp:from"><xsl:value-of select="ancestor::p:document[1]/@id"/></xsl:attribute>
        </xsl:if>
      </fo:page-number-citation>
    </fo:basic-link>
  </xsl:template>

  <xsl:template match="p:chapter">
    <fo:block break-before="page" role="Sect">
      <xsl:call-template name="anchor"/>
      <xsl:call-template name="part-marker">
        <xsl:with-param name="part" select="normalize-space(p:title)"/>
      </xsl:call-template>
      <xsl:call-template name="chapter-title"/>
      <xsl:apply-templates select="*[not(self::p:title)]"/>
    </fo:block>
  </xsl:template>

  <!-- A division on a page: purpose, resources, priorities, facts -->
  <xsl:template match="p:at-a-glance">
    <xsl:variable name="level"><xsl:apply-templates select="." mode="level"/></xsl:variable>
    <fo:block role="Sect">
      <xsl:call-template name="anchor"/>
      <xsl:if test="preceding-sibling::*[1][not(self::p:title)]">
        <xsl:attribute name="break-before">page</xsl:attribute>
      </xsl:if>
      <fo:block xsl:use-attribute-sets="glance-title" role="H{$level + 1}">
        <xsl:value-of select="@division"/>
      </fo:block>
      <fo:block xsl:use-attribute-sets="paragraph label">
        <xsl:value-of select="@mp:lead-name"/>
        <xsl:if test="@mp:lead-office"><xsl:value-of select="concat(', ', @mp:lead-office)"/></xsl:if>
      </fo:block>
      <fo:block xsl:use-attribute-sets="lead">
        <xsl:copy-of select="p:purpose/@mp:src"/>
        <xsl:apply-templates select="p:purpose/node()"/>
      </fo:block>
      <xsl:apply-templates select="p:resources|p:priorities|p:facts"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:resources">
    <xsl:call-template name="drawn-table">
      <xsl:with-param name="widths">3 1</xsl:with-param>
      <xsl:with-param name="heads">Resources|&gt;Amount</xsl:with-param>
      <xsl:with-param name="rows" select="p:resource|p:net-cost|p:fte"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:resource" mode="row">
    <fo:table-row keep-together.within-page="always">
      <xsl:copy-of select="@mp:src"/>
      <xsl:call-template name="words-cell">
        <xsl:with-param name="words" select="@name"/>
        <xsl:with-param name="role">TH</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@amount"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="p:net-cost" mode="row">
    <fo:table-row keep-together.within-page="always">
      <xsl:copy-of select="@mp:src"/>
      <fo:table-cell xsl:use-attribute-sets="total-cell" role="TH" mp:scope="row">
        <fo:block>Net cost</fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="total-cell" text-align="end">
        <fo:block>
          <xsl:call-template name="figure">
            <xsl:with-param name="value" select="@amount"/>
            <xsl:with-param name="unit" select="@unit"/>
          </xsl:call-template>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="p:fte" mode="row">
    <fo:table-row keep-together.within-page="always">
      <xsl:copy-of select="@mp:src"/>
      <xsl:call-template name="words-cell">
        <xsl:with-param name="words">Full-time equivalent staff</xsl:with-param>
        <xsl:with-param name="role">TH</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@value"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="p:at-a-glance/p:priorities">
    <fo:block xsl:use-attribute-sets="box-title" space-before="8pt">Divisional priorities</fo:block>
    <xsl:call-template name="list"/>
  </xsl:template>

  <xsl:template match="p:at-a-glance/p:facts">
    <fo:block xsl:use-attribute-sets="key-box">
      <xsl:copy-of select="@mp:src"/>
      <fo:block xsl:use-attribute-sets="box-title">Did you know?</fo:block>
      <xsl:call-template name="list"/>
    </fo:block>
  </xsl:template>

  <!-- Tables of prose -->
  <xsl:template match="p:matrix">
    <fo:table xsl:use-attribute-sets="table">
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:call-template name="columns"><xsl:with-param name="widths">1 1</xsl:with-param></xsl:call-template>
      <fo:table-header start-indent="0mm" end-indent="0mm">
        <fo:table-row>
          <fo:table-cell xsl:use-attribute-sets="title-cell" number-columns-spanned="2" role="TH" mp:scope="column">
            <fo:block><xsl:apply-templates select="p:title/node()"/></fo:block>
          </fo:table-cell>
        </fo:table-row>
        <fo:table-row>
          <xsl:for-each select="p:left|p:right">
            <fo:table-cell xsl:use-attribute-sets="head-cell" role="TH" mp:scope="column">
              <xsl:copy-of select="@mp:src"/>
              <xsl:apply-templates select="*"/>
            </fo:table-cell>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body start-indent="0mm" end-indent="0mm">
        <xsl:for-each select="p:pair">
          <fo:table-row>
            <xsl:copy-of select="@mp:src|@id"/>
            <xsl:call-template name="flow-cell"><xsl:with-param name="of" select="p:a"/></xsl:call-template>
            <xsl:call-template name="flow-cell"><xsl:with-param name="of" select="p:b"/></xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="p:portfolios">
    <fo:table xsl:use-attribute-sets="table">
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:for-each select="p:portfolio">
        <fo:table-column column-width="proportional-column-width(1)"/>
      </xsl:for-each>
      <fo:table-header start-indent="0mm" end-indent="0mm">
        <fo:table-row>
          <xsl:for-each select="p:portfolio">
            <fo:table-cell xsl:use-attribute-sets="head-cell" role="TH" mp:scope="column">
              <fo:block><xsl:value-of select="@title"/></fo:block>
            </fo:table-cell>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body start-indent="0mm" end-indent="0mm">
        <fo:table-row>
          <xsl:for-each select="p:portfolio">
            <xsl:call-template name="flow-cell"><xsl:with-param name="of" select="."/></xsl:call-template>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- Services, activities, questions and targets: a table each -->
  <xsl:template match="p:services|p:activities|p:questions|p:kpi-targets">
    <fo:block>
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:apply-templates select="." mode="table"/>
      <xsl:apply-templates select="p:note"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:services" mode="table">
    <xsl:call-template name="drawn-table">
      <xsl:with-param name="widths">9 16 10</xsl:with-param>
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="heads">Service|Description|Internal or external</xsl:with-param>
      <xsl:with-param name="rows" select="p:band|p:service"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:activities" mode="table">
    <xsl:call-template name="drawn-table">
      <xsl:with-param name="widths">9 16 7</xsl:with-param>
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="heads">Activity|Description|Indicative start date</xsl:with-param>
      <xsl:with-param name="rows" select="p:activity-item|p:activity-list"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:questions" mode="table">
    <xsl:call-template name="drawn-table">
      <xsl:with-param name="widths">1 4</xsl:with-param>
      <xsl:with-param name="heads">Stage|Questions</xsl:with-param>
      <xsl:with-param name="rows" select="p:stage"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:kpi-targets" mode="table">
    <xsl:call-template name="drawn-table">
      <xsl:with-param name="widths">5 22 7 6 6</xsl:with-param>
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="heads">Ref|Indicator|&gt;Forecast|&gt;Floor|&gt;Target</xsl:with-param>
      <xsl:with-param name="rows" select="p:kpi"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:band" mode="row">
    <xsl:call-template name="band-row">
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="columns">3</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:services/p:service" mode="row">
    <fo:table-row>
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:call-template name="short-row"/>
      <xsl:call-template name="inline-cell">
        <xsl:with-param name="of" select="p:name"/>
        <xsl:with-param name="role">TH</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="flow-cell"><xsl:with-param name="of" select="p:description"/></xsl:call-template>
      <fo:table-cell xsl:use-attribute-sets="ruled-cell">
        <xsl:copy-of select="p:delivery/@mp:src"/>
        <xsl:if test="@delivery or not(p:delivery/*)">
          <fo:block>
            <xsl:choose>
              <xsl:when test="@delivery = 'internal'">Internal</xsl:when>
              <xsl:when test="@delivery = 'external'">External</xsl:when>
              <xsl:when test="@delivery = 'both'">Internal and external</xsl:when>
              <xsl:otherwise>–</xsl:otherwise>
            </xsl:choose>
          </fo:block>
        </xsl:if>
        <xsl:apply-templates select="p:delivery/*"/>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="p:activity-item" mode="row">
    <fo:table-row>
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:call-template name="short-row"/>
      <xsl:call-template name="inline-cell">
        <xsl:with-param name="of" select="p:name"/>
        <xsl:with-param name="role">TH</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="flow-cell"><xsl:with-param name="of" select="p:description"/></xsl:call-template>
      <xsl:call-template name="words-cell">
        <xsl:with-param name="words">
          <xsl:call-template name="day"><xsl:with-param name="typed" select="@start"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="p:activity-list" mode="row">
    <xsl:call-template name="band-row">
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="columns">3</xsl:with-param>
    </xsl:call-template>
    <fo:table-row>
      <fo:table-cell xsl:use-attribute-sets="ruled-cell" number-columns-spanned="3">
        <xsl:call-template name="list"/>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="p:stage" mode="row">
    <fo:table-row>
      <xsl:call-template name="words-cell">
        <xsl:with-param name="words" select="@name"/>
        <xsl:with-param name="role">TH</xsl:with-param>
      </xsl:call-template>
      <fo:table-cell xsl:use-attribute-sets="ruled-cell"><xsl:call-template name="list"/></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="p:kpi" mode="row">
    <fo:table-row keep-together.within-page="always">
      <xsl:copy-of select="@mp:src|@id"/>
      <xsl:call-template name="words-cell"><xsl:with-param name="words" select="@ref"/></xsl:call-template>
      <fo:table-cell xsl:use-attribute-sets="ruled-cell" role="TH" mp:scope="row">
        <fo:block>
          <xsl:apply-templates select="p:name/node()"/>
          <xsl:if test="@new = 'yes'"> (new)</xsl:if>
        </fo:block>
      </fo:table-cell>
      <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@forecast"/></xsl:call-template>
      <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@floor"/></xsl:call-template>
      <xsl:call-template name="figure-cell"><xsl:with-param name="value" select="@target"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- Who leads what: the whole above, its units below in rows of three tiles -->
  <xsl:template match="p:structure-chart">
    <xsl:variable name="only" select="p:unit[count(../p:unit) = 1]"/>
    <fo:block space-before="8pt" space-after="12pt" keep-together.within-page="always">
      <xsl:copy-of select="@mp:src|@id"/>
      <fo:block xsl:use-attribute-sets="caption"><xsl:apply-templates select="p:title/node()"/></fo:block>
      <xsl:for-each select="$only">
        <fo:block xsl:use-attribute-sets="chart-head">
          <xsl:copy-of select="@mp:src|@id"/>
          <fo:block font-weight="bold"><xsl:value-of select="@name"/></fo:block>
          <xsl:call-template name="unit-lead"/>
        </fo:block>
      </xsl:for-each>
      <xsl:variable name="units" select="p:unit[not($only)]|$only/p:unit"/>
      <xsl:if test="$units">
        <xsl:call-template name="tile-rows"><xsl:with-param name="units" select="$units"/></xsl:call-template>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template name="tile-rows">
    <xsl:param name="units"/>
    <fo:table xsl:use-attribute-sets="tiles" role="none">
      <fo:table-column column-width="proportional-column-width(1)" number-columns-repeated="3"/>
      <fo:table-body start-indent="0mm" end-indent="0mm" role="none">
        <xsl:for-each select="$units[position() mod 3 = 1]">
          <fo:table-row role="none">
            <xsl:apply-templates select=".|following-sibling::p:unit[position() &lt; 3]" mode="tile"/>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="unit-lead">
    <xsl:if test="@mp:lead-name"><fo:block><xsl:value-of select="@mp:lead-name"/></fo:block></xsl:if>
    <xsl:if test="@mp:lead-office"><fo:block><xsl:value-of select="@mp:lead-office"/></fo:block></xsl:if>
  </xsl:template>

  <xsl:template match="p:unit" mode="tile">
    <fo:table-cell xsl:use-attribute-sets="tile" role="none">
      <xsl:copy-of select="@mp:src|@id"/>
      <fo:block font-weight="bold" color="{$accent}"><xsl:value-of select="@name"/></fo:block>
      <xsl:call-template name="unit-lead"/>
      <xsl:for-each select=".//p:unit">
        <fo:block space-before="2pt">
          <xsl:copy-of select="@mp:src|@id"/>
          <xsl:value-of select="@name"/>
          <xsl:if test="@mp:lead-name"><xsl:value-of select="concat(' – ', @mp:lead-name)"/></xsl:if>
        </fo:block>
      </xsl:for-each>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="p:priorities-list">
    <fo:block>
      <xsl:copy-of select="@id"/>
      <fo:block xsl:use-attribute-sets="box-title" space-before="8pt"><xsl:value-of select="@title"/></fo:block>
      <xsl:call-template name="list"><xsl:with-param name="kind">number</xsl:with-param></xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template match="p:access-statement">
    <fo:block xsl:use-attribute-sets="box" break-before="page">
      <xsl:copy-of select="@mp:src|@id|@xml:lang"/>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
