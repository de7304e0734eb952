/// Everything that one customer goes through for one goal: how contacts link, how qualities multiply, when it was too much,
/// when it was right first time and by whose count. Knows perception and events, and nothing of belief.
@NullMarked
package hecht.core.episode;

import org.jspecify.annotations.NullMarked;
