/// Who may do what, and who did: accounts, one-time links, sessions, tokens and the audit. Keeps digests of secrets, never a
/// secret; moments come in as arguments. Knows no other room.
@NullMarked
package hecht.store.access;

import org.jspecify.annotations.NullMarked;
