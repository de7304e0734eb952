/// The REST interface under `/api/v1`: events in, imports, erasing. Knows the store, ingest and who asks; knows no page, no
/// command and nothing of how the server is put together.
@NullMarked
package hecht.app.api;

import org.jspecify.annotations.NullMarked;
