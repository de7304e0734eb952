package hecht.app.security;

import hecht.store.access.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/// What a form must bring along to prove that it is one of ours: a digest of the session's cookie, or before signing in of a
/// visit's. Nobody who cannot read the cookie can work it out, and nothing has to be kept of it.
@Component
final class FormTokens implements CsrfTokenRepository {
    private final Cookies cookies;

    FormTokens(Cookies cookies) {
        this.cookies = cookies;
    }

    private record Token(String text, Secret cookie) implements CsrfToken {
        private static final long serialVersionUID = 1L;

        static Token of(Secret cookie) {
            byte[] digest = new Secret("form " + cookie.text()).digest();
            return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(digest), cookie);
        }

        @Override
        public String getToken() {
            return text;
        }

        @Override
        public String getHeaderName() {
            return "X-Form-Token";
        }

        @Override
        public String getParameterName() {
            return "form";
        }

        @Override
        public String toString() {
            return "Token";
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return cookies.session(request)
                .or(() -> cookies.visit(request))
                .map(Token::of)
                .orElse(null);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return Token.of(Secret.fresh());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token instanceof Token(var text, var cookie)) cookies.visit(request, response, cookie);
        else cookies.forgetVisit(request, response);
    }
}
