/// The page *Pulse*: how the whole customer base stands, whom we do not see, and what moved it. Knows the store's
/// months, charts
/// and the layout; reads one row a month, segment and region, and folds nothing.
@NullMarked
package hecht.app.web.pulse;

import org.jspecify.annotations.NullMarked;
