package hecht.app.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a browser does without script: keeps cookies, follows redirects, sends forms with the token of the page they were on,
/// and says `Origin: null` and `Sec-Fetch-Site: same-origin` of them, as our referrer policy makes it.
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final URI base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String token = "";

    Browser(URI base) {
        this.base = base;
    }

    /// What came back.
    public record Answer(int status, String body, HttpResponse<String> whole) {
        public String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }

        public List<String> headers(String name) {
            return whole.headers().allValues(name);
        }
    }

    public Answer get(String path) {
        return follow(send(HttpRequest.newBuilder(base.resolve(path)).GET().build()));
    }

    /// Without following redirects.
    public Answer ask(HttpRequest.Builder request) {
        return send(request.build());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    /// A form of the page that was read last; fields by turns name and value.
    public Answer post(String path, String... fields) {
        return follow(ask(requestOf(path, fields)));
    }

    /// What [#post] sends, to be sent without following where it leads.
    public HttpRequest.Builder requestOf(String path, String... fields) {
        List<String> all = new ArrayList<>(List.of("form", token));
        all.addAll(List.of(fields));
        return form(path, all.toArray(String[]::new)).header("Origin", "null").header("Sec-Fetch-Site", "same-origin");
    }

    /// The same without anything that proves where it comes from.
    HttpRequest.Builder form(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2)
            body.append(i == 0 ? "" : "&")
                    .append(encoded(fields[i]))
                    .append('=')
                    .append(encoded(fields[i + 1]));
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    public Answer signIn(String name, String password) {
        get("/sign-in");
        return post("/sign-in", "name", name, "password", password);
    }

    String token() {
        return token;
    }

    Map<String, String> cookies() {
        Map<String, String> all = new java.util.TreeMap<>();
        for (HttpCookie each : cookies.getCookieStore().getCookies()) all.put(each.getName(), each.getValue());
        return all;
    }

    void setCookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(base, cookie);
    }

    private Answer follow(Answer answer) {
        Answer last = answer;
        for (int i = 0; i < 5 && last.status() / 100 == 3; i++)
            last = send(HttpRequest.newBuilder(base.resolve(last.header("Location")))
                    .GET()
                    .build());
        return last;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> got = client.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(got.body());
            if (found.find()) token = found.group(1);
            return new Answer(got.statusCode(), got.body(), got);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
