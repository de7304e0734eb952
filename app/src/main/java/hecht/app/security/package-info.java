/// Who may do what: signing in, roles and rights by address, what browsers must prove, and the audit of all of it. Knows the
/// store and words; knows no page, no API and no command.
@NullMarked
package hecht.app.security;

import org.jspecify.annotations.NullMarked;
