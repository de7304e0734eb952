package hecht.app.web.setup.imports;

/// What the form before this page did not do.
///
/// @param key of the sentence; empty when nothing is to be said  @param why in English, as the command says it
public record Complaint(String key, String why) {}
