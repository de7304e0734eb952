/// Who may sign in, and as what: the page for owners, and the same for the command beside a running server. Knows the layout
/// and security.
@NullMarked
package hecht.app.web.setup.users;

import org.jspecify.annotations.NullMarked;
