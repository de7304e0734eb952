/// What an organisation decides about itself, what it imported, and what of that was kept aside. Texts of models, rules and
/// mappings are kept as they are: who reads them is another room's.
@NullMarked
package hecht.store.setup;

import org.jspecify.annotations.NullMarked;
