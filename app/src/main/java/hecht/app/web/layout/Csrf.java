package hecht.app.web.layout;

/// The hidden field by which a form proves that it was one of ours.
public record Csrf(String name, String token) {}
