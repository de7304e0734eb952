/// `/api/local`: what a command beside a running server asks of it, by the data folder's own token and from this machine only.
/// It is ours on both ends and no contract; programs use `/api/v1`.
@NullMarked
package hecht.app.api.local;

import org.jspecify.annotations.NullMarked;
