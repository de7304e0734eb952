/// Benchmarks and experiments: how fast and how large hecht is, held against `docs/measured.md`. Knows every room; nothing
/// depends on it.
@NullMarked
package hecht.lab;

import org.jspecify.annotations.NullMarked;
