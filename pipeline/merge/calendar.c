/*
 * calendar: weekdays by Zeller's way of counting (the year begins in March,
 * so that the leap day is its last), names in English.
 */
#include "merge/calendar.h"

#include <stdio.h>
#include <string.h>

static const char *const months[] = {"January", "February", "March",
    "April", "May", "June", "July", "August", "September", "October",
    "November", "December"};

static const char *const weekdays[] = {"Sunday", "Monday", "Tuesday",
    "Wednesday", "Thursday", "Friday", "Saturday"};

/* Two digits as a number below limit + 1; -1 when they are not. */
static int
two_digits(const char *s, int limit)
{
	int n;

	if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9')
		return -1;
	n = (s[0] - '0') * 10 + (s[1] - '0');
	return n <= limit ? n : -1;
}

static int
month_length(int year, int month)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
	    30, 31};
	int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return lengths[month - 1] + (month == 2 && leap);
}

/* Year, month and day (0: none); -1 when s is not a date. */
static int
date_read(const char *s, int *year, int *month, int *day)
{
	size_t n = strlen(s);
	int high = n >= 2 ? two_digits(s, 99) : -1;
	int low = n >= 4 ? two_digits(s + 2, 99) : -1;

	if ((n != 7 && n != 10) || s[4] != '-' || high < 0 || low < 0)
		return -1;
	*year = high * 100 + low;
	*month = two_digits(s + 5, 12);
	*day = 0;
	if (*month < 1 || *year < 1)
		return -1;
	if (n == 7)
		return 0;
	*day = s[7] == '-' ? two_digits(s + 8, 31) : -1;
	return *day < 1 || *day > month_length(*year, *month) ? -1 : 0;
}

static int
weekday(int year, int month, int day)
{
	static const int shifts[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};

	if (month < 3)
		year--;
	return (year + year / 4 - year / 100 + year / 400 +
	    shifts[month - 1] + day) % 7;
}

int
calendar_long(const char *date, char text[CALENDAR_TEXT])
{
	int y, m, d;

	if (date_read(date, &y, &m, &d) != 0 || d == 0)
		return -1;
	snprintf(text, CALENDAR_TEXT, "%s, %d %s %d",
	    weekdays[weekday(y, m, d)], d, months[m - 1], y);
	return 0;
}

int
calendar_plain(const char *date, char text[CALENDAR_TEXT])
{
	int y, m, d;

	if (date_read(date, &y, &m, &d) != 0)
		return -1;
	if (d == 0)
		snprintf(text, CALENDAR_TEXT, "%s %d", months[m - 1], y);
	else
		snprintf(text, CALENDAR_TEXT, "%d %s %d", d, months[m - 1], y);
	return 0;
}

int
calendar_time(const char *time, char text[CALENDAR_TEXT])
{
	int hour, minute, twelve;

	if (strlen(time) != 5 || time[2] != ':')
		return -1;
	hour = two_digits(time, 23);
	minute = two_digits(time + 3, 59);
	if (hour < 0 || minute < 0)
		return -1;
	twelve = hour % 12 == 0 ? 12 : hour % 12;
	if (hour == 12 && minute == 0)
		snprintf(text, CALENDAR_TEXT, "12 noon");
	else
		snprintf(text, CALENDAR_TEXT, "%d.%02d %s", twelve, minute,
		    hour < 12 ? "am" : "pm");
	return 0;
}
