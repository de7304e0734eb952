/// The list of relationships: saved views, filters, one sentence on what is selected, and a row for each customer. Knows the
/// charts, the layout, words and the store's doors; knows no other page.
@NullMarked
package hecht.app.web.relationships;

import org.jspecify.annotations.NullMarked;
