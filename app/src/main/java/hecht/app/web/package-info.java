/// The pages: what a person sees of hecht in a browser. Each page has a room of its own below this one; what all share lies in
/// `layout` and `chart`. Knows the store, security and words; knows no command and not the server that wires it.
@NullMarked
package hecht.app.web;

import org.jspecify.annotations.NullMarked;
