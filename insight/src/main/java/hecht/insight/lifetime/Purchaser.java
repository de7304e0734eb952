package hecht.insight.lifetime;

import java.util.Optional;

/// A customer in the summary that the models take.
///
/// @param spending of purchases after the first; empty where there are none, or no amount is known of any
public record Purchaser(String customer, Summary summary, Optional<Spending> spending) {}
