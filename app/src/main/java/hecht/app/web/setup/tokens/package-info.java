/// Which programs may ask for what: the page for stewards. Knows the layout and security.
@NullMarked
package hecht.app.web.setup.tokens;

import org.jspecify.annotations.NullMarked;
