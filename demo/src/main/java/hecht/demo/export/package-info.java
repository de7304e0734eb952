/// Lichtland's own files: what its systems export, each in its own untidy columns, with the mapping that makes events of them.
/// Knows the events of Lichtland and not how they are made up.
@NullMarked
package hecht.demo.export;

import org.jspecify.annotations.NullMarked;
