#include "base/mpt.h"

#include <math.h>

mpt
mpt_from_pt(double pt)
{
	double m = round(pt * MPT_PT);

	if (isnan(m))
		return 0;
	if (m > (double)MPT_MAX)
		return MPT_MAX;
	if (m < -(double)MPT_MAX)
		return -MPT_MAX;
	return (mpt)m;
}
