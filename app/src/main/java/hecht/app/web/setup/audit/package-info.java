/// Who did, saw or was refused what: the page for stewards. Knows the layout and security.
@NullMarked
package hecht.app.web.setup.audit;

import org.jspecify.annotations.NullMarked;
