/*
 * column: from-table-column(). The function asks the table-column of the
 * cell it is called in, and where that cell stands depends on the cells and
 * spans before it. So reading goes on with the initial value and only notes
 * the table; when the whole tree is there, the cells of such tables are
 * counted out, as layout/grid.c does it, and refined again with all that is
 * in them.
 *
 *     <table-column column-number="2" text-align="end"/>
 *     ...
 *     <table-cell text-align="from-table-column()">
 *
 * Rejected: counting while reading. Every table would pay for it.
 */
#include "fo/column.h"

#define COLUMNS 256 /* the most a table may have */

/* Going through the cells of one part. */
struct count {
	const struct fo_node *table;
	int covered[COLUMNS]; /* rows still covered by a span */
	int next;
};

static int
number_of(const struct fo_node *n, enum fo_prop prop, int most)
{
	const int64_t v = fo_int(n, prop);

	return v < 1 ? 1 : v > most ? most : (int)v;
}

/* The table-column for a column and a span; NULL: there is none. */
static const struct fo_node *
column_find(const struct fo_node *table, int column, int span)
{
	int next = 0, seen = 0;

	for (const struct fo_node *n = table->child; n != NULL &&
	    seen < COLUMNS; n = n->next) {
		int times;

		if (n->type != FO_TABLE_COLUMN)
			continue;
		seen++;
		if (fo_specified(n, PROP_COLUMN_NUMBER))
			next = number_of(n, PROP_COLUMN_NUMBER, COLUMNS) - 1;
		times = number_of(n, PROP_NUMBER_COLUMNS_REPEATED, COLUMNS);
		if (column >= next && column < next + times &&
		    number_of(n, PROP_NUMBER_COLUMNS_SPANNED, COLUMNS) == span)
			return n;
		next += times;
	}
	return NULL;
}

static void
cell_count(struct count *c, struct fo_node *cell)
{
	const int span = number_of(cell, PROP_NUMBER_COLUMNS_SPANNED,
	    COLUMNS);
	const int rows = number_of(cell, PROP_NUMBER_ROWS_SPANNED,
	    INT32_MAX / 2);
	int at = c->next;

	if (fo_specified(cell, PROP_COLUMN_NUMBER))
		at = number_of(cell, PROP_COLUMN_NUMBER, COLUMNS) - 1;
	while (at < COLUMNS && c->covered[at])
		at++;
	for (c->next = at; c->next < at + span && c->next < COLUMNS;
	    c->next++)
		c->covered[c->next] = rows;
	cell->column = column_find(c->table, at, span);
	if (cell->column == NULL)
		cell->column = column_find(c->table, at, 1);
}

static void
row_end(struct count *c)
{
	for (int i = 0; i < COLUMNS; i++)
		c->covered[i] -= c->covered[i] > 0;
	c->next = 0;
}

static void
part_count(const struct fo_node *table, const struct fo_node *part)
{
	struct count c = {.table = table};

	for (struct fo_node *n = part->child; n != NULL; n = n->next) {
		if (n->type == FO_TABLE_ROW) {
			for (struct fo_node *k = n->child; k != NULL;
			    k = k->next)
				if (k->type == FO_TABLE_CELL)
					cell_count(&c, k);
			row_end(&c);
		} else if (n->type == FO_TABLE_CELL) {
			if (fo_kw(n, PROP_STARTS_ROW) == FO_KW_TRUE &&
			    c.next > 0)
				row_end(&c);
			cell_count(&c, n);
			if (fo_kw(n, PROP_ENDS_ROW) == FO_KW_TRUE)
				row_end(&c);
		}
	}
}

/* A node and all below it, computed again; ids have been looked at. */
static void
refine_again(struct refiner *r, struct fo_node *n)
{
	const char *id = n->id;

	if (n->type == FO_TEXT)
		n->style = n->parent->style;
	else
		refine(r, n, n->xml);
	n->id = id;
	for (struct fo_node *c = n->child; c != NULL; c = c->next)
		refine_again(r, c);
}

void
column_resolve(struct refiner *r)
{
	struct diag *said = r->diag;

	r->diag = diag_new();
	for (size_t i = 0; i < map_count(r->asked); i++) {
		struct fo_node *table = map_at(r->asked, i)->value;

		for (const struct fo_node *n = table->child; n != NULL;
		    n = n->next)
			if (n->type != FO_TABLE_COLUMN)
				part_count(table, n);
		refine_again(r, table);
	}
	diag_free(r->diag);
	r->diag = said;
}
