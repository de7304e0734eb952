/// How well ways of forecasting do on customers and months that none of them has seen: a model, the same without one of its parts,
/// and simpler ones, side by side. `health.md`, section 8. Uses fit, regression and judgement.
@NullMarked
package hecht.insight.trial;

import org.jspecify.annotations.NullMarked;
