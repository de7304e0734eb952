/// Who asked to be forgotten, of whom nobody can say any more who they were: the page for stewards. Knows the layout.
@NullMarked
package hecht.app.web.setup.erasures;

import org.jspecify.annotations.NullMarked;
