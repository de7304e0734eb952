package hecht.app.web.pulse;

/// A saved view with how many it holds: people worth talking to.
///
/// @param title its name in words  @param why why a conversation with them is worth having; empty for a view of one's
/// own
/// @param isCapped whether there are more than counted
public record Conversation(String title, String why, long customers, boolean isCapped, String address) {}
