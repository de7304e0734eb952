/// How good predictions of yes or no were, told by what happened: sharpness, order and honesty of probabilities. Knows nothing of
/// where they came from. Uses [hecht.insight.regression].
@NullMarked
package hecht.insight.judgement;

import org.jspecify.annotations.NullMarked;
