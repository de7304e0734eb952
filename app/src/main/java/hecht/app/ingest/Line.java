package hecht.app.ingest;

import hecht.core.event.Envelope.Profile;
import hecht.core.relation.Quadrant;
import hecht.core.relation.Standing;

/// One running relationship in a list of them.
///
/// @param customer the final key  @param profile what is known of the customer
/// @param quadrant by the mean attitude over all running relationships
public record Line(String customer, Profile profile, Standing standing, Quadrant quadrant) {}
