/// Relationships for programs: the list, one of them, its events, episodes and contributions. The same figures as on the pages,
/// unrounded, in JSON whose names are those of the command's. Knows words, security and the store's doors.
@NullMarked
package hecht.app.api.relationship;

import org.jspecify.annotations.NullMarked;
