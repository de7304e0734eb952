/// One relationship: what the customer lived through, what is believed of it and why, and what is worth doing now. Knows the
/// charts, the layout, words, ingest's and the store's doors; knows no other page.
@NullMarked
package hecht.app.web.relationship;

import org.jspecify.annotations.NullMarked;
