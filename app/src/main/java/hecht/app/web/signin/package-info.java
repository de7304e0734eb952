/// The door: signing in, and choosing a password by a one-time link. Knows the layout and security.
@NullMarked
package hecht.app.web.signin;

import org.jspecify.annotations.NullMarked;
