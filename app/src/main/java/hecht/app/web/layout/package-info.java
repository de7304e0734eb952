/// What all pages share: header, menu, search, languages, footer, the stylesheet and the script, and what a page is told of the
/// house and of who reads it. Knows words and charts; knows no single page.
@NullMarked
package hecht.app.web.layout;

import org.jspecify.annotations.NullMarked;
