/// The made-up supplier: how far its loading is, how it comes in and how it goes. Knows layout, ingest and who asks.
@NullMarked
package hecht.app.web.demo;

import org.jspecify.annotations.NullMarked;
