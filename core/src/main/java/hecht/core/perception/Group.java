package hecht.core.perception;

import hecht.core.event.Choice;

/// The sides from which an event is looked at. Within a group the first rule that matches counts; over groups qualities
/// multiply and the largest weight holds.
public enum Group implements Choice {
    KIND_AND_OUTCOME,
    WAITING,
    TRANSFERS,
    REPETITION,
    LATENESS,
    AMOUNT,
    OTHER
}
