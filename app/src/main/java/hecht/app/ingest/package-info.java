/// From inputs to folds without a server: reads events once, keeps each customer's history in canonical order, and folds
/// them all. Knows core and files; prints nothing and knows no command.
@NullMarked
package hecht.app.ingest;

import org.jspecify.annotations.NullMarked;
