package hecht.app.web.error;

/// What the page of errors says.
///
/// @param key of its title; its text is the same with `.text`  @param onward the one way on
/// @param search whether a customer can be looked for instead  @param number to quote
public record Trouble(String key, String onward, boolean search, String number) {}
