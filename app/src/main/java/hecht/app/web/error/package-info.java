/// What is said when something did not succeed: what happened, that nothing was changed, one way on, a number to quote. Knows
/// the layout and security.
@NullMarked
package hecht.app.web.error;

import org.jspecify.annotations.NullMarked;
