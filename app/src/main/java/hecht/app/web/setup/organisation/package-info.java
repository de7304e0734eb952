/// What the organisation is and decides: its name, zone and currency, what its customers notice, how leaving shows, what may be
/// kept of people, and the moments that its months are told by. Knows the layout, security and how rules are read.
@NullMarked
package hecht.app.web.setup.organisation;

import org.jspecify.annotations.NullMarked;
