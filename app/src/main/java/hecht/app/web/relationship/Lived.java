package hecht.app.web.relationship;

import hecht.core.event.Event;
import hecht.core.perception.Perception;

/// An event, and what the customer noticed of it.
record Lived(Event event, Perception noticed) {}
