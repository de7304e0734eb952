package hecht.core.relation;

import java.time.Instant;

/// What one step did to health on its day.
///
/// @param points of health, on the day itself
public record Jump(Driver driver, Instant at, double points) {}
