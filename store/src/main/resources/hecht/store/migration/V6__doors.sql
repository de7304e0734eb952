-- Who is behind a barrier: where those are few among many, the view of those held would be looked for among all.

CREATE INDEX relationship_locked ON relationship (phi, health) WHERE ended IS NULL AND phi < 1;
