/*
 * calendar: dates as sources write them (2015-04-22, 2015-04, 10:00) in the
 * words that a pack prints. Gregorian, years 1 to 9999.
 */
#ifndef MERGE_CALENDAR_H
#define MERGE_CALENDAR_H

#define CALENDAR_TEXT 48 /* bytes that any of the texts fits in */

/* "Wednesday, 22 April 2015"; 0, or -1 when date is not a day. */
int calendar_long(const char *date, char text[CALENDAR_TEXT]);

/* "22 April 2015" or "April 2015"; -1 when date is neither day nor month. */
int calendar_plain(const char *date, char text[CALENDAR_TEXT]);

/* "10.00 am", "2.30 pm", "12 noon"; -1 when it is no time of the day. */
int calendar_time(const char *time, char text[CALENDAR_TEXT]);

#endif
