package hecht.app.web.relationship;

/// Something worth doing: always a conversation.
///
/// @param figure beside it, such as days to go; may be empty
public record Doing(String title, String figure, String unit, String note) {}
