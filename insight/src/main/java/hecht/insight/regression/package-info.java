/// Regressions that climb a concave likelihood: one way up (Newton), one logistic regression, and the words for why a climb has
/// no top. Knows nothing of customers; [hecht.insight.survival] and [hecht.insight.judgement] use it.
@NullMarked
package hecht.insight.regression;

import org.jspecify.annotations.NullMarked;
