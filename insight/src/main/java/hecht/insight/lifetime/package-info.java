/// How often customers go on buying, how long they stay customers, and what that is worth, told from nothing but their purchases:
/// NBD, BG/NBD, MBG/NBD, Pareto/NBD and BG/BB for purchases, Gamma-Gamma for spending, sBG and beta-discrete-Weibull for contracts.
/// A fit says whether the data can tell its parameters at all. Uses [hecht.insight.regression] for intervals and covariances.
@NullMarked
package hecht.insight.lifetime;

import org.jspecify.annotations.NullMarked;
