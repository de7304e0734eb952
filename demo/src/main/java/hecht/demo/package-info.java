/// The made-up supplier Lichtland: events with their truth beside them, so that what hecht believes can be held against what
/// is so. Knows only core; the product never reads the truth.
@NullMarked
package hecht.demo;

import org.jspecify.annotations.NullMarked;
