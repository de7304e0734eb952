/// Has the model learn from the histories of all customers, whether they come from files or from a store, and has it judged. Knows
/// ingest's histories and insight; keeps nothing.
@NullMarked
package hecht.app.learning;

import org.jspecify.annotations.NullMarked;
