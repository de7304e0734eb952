/// How long relationships last, when some of them still do: Kaplan-Meier, the log-rank test, Cox regression and hazards by period.
/// What still goes on when the looking stops is *censored*: it lasted at least that long. Uses [hecht.insight.regression].
@NullMarked
package hecht.insight.survival;

import org.jspecify.annotations.NullMarked;
