/// The pages as people meet them: a real server with a small Lichtland, looked at in a real Chromium. Knows the app from
/// outside, by its addresses.
@NullMarked
package hecht.browser;

import org.jspecify.annotations.NullMarked;
