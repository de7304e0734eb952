package hecht.app.web.pulse;

import java.util.ArrayList;
import java.util.List;

/// One thing worth saying: a few words in front, then what it is, with its spread and its remedy.
///
/// @param kind which of the kinds of [Sentences]  @param sign the picture before it, as HTML
/// @param parts in order; what is a spread is printed small, what has an address is a link
/// @param matter points of health times customers: by this the largest are chosen
public record Sentence(String kind, String sign, String lead, List<Part> parts, double matter) {
    public Sentence {
        parts = List.copyOf(parts);
    }

    /// @param address empty where it is not a link
    public record Part(String text, boolean isSpread, String address) {
        public boolean isLink() {
            return !address.isEmpty();
        }
    }

    /// @param text in which `[…]` is a spread and `‹…›` leads to the address  @param address empty where there is none
    static Sentence of(String kind, String sign, String lead, String text, String address, double matter) {
        return new Sentence(kind, sign, lead, parts(text, address), matter);
    }

    /// Parts of a text in which `[…]` is a spread and `‹…›` leads to the address.
    static List<Part> parts(String text, String address) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int spread = text.indexOf('[', at);
            int link = text.indexOf('‹', at);
            int next = spread < 0 ? link : link < 0 ? spread : Math.min(spread, link);
            if (next < 0) next = text.length();
            if (next > at) parts.add(new Part(text.substring(at, next), false, ""));
            if (next == text.length()) break;
            boolean isSpread = next == spread;
            int end = text.indexOf(isSpread ? ']' : '›', next);
            String inside = text.substring(next + 1, end);
            parts.add(new Part(inside, isSpread, isSpread ? "" : address));
            at = end + 1;
        }
        return parts;
    }
}
