package hecht.core.event;

/// The same events under another key. A new type of event is a new line here; the compiler asks for it.
final class Rekeying {
    private Rekeying() {}

    static Event of(Event event, String customer) {
        Envelope e = event.envelope().of(customer);
        return switch (event) {
            case Event.Described x -> new Event.Described(e);
            case Event.Started x -> new Event.Started(e, x.lockedUntil(), x.noticeFrom(), x.noticeTo());
            case Event.Contract x -> new Event.Contract(e, x.lockedUntil(), x.noticeFrom(), x.noticeTo(), x.barrier());
            case Event.ProductAdded x -> new Event.ProductAdded(e, x.amount());
            case Event.ProductDropped x -> new Event.ProductDropped(e, x.amount());
            case Event.Left x -> new Event.Left(e, x.voluntary(), x.reason(), x.destination(), x.effective());
            case Event.Contact x ->
                new Event.Contact(
                        e,
                        x.direction(),
                        x.kind(),
                        x.outcome(),
                        x.waitSeconds(),
                        x.handlingSeconds(),
                        x.transfers(),
                        x.sentiment(),
                        x.effort(),
                        x.cost());
            case Event.CaseOpened x -> new Event.CaseOpened(e, x.promisedBy());
            case Event.CaseStep x -> new Event.CaseStep(e, x.rightByProcess(), x.cost());
            case Event.CaseClosed x -> new Event.CaseClosed(e, x.outcome());
            case Event.CaseReopened x -> new Event.CaseReopened(e);
            case Event.Ordered x -> new Event.Ordered(e, x.amount(), x.currency(), x.promisedBy(), x.items());
            case Event.Delivered x -> new Event.Delivered(e, x.onTime());
            case Event.Returned x -> new Event.Returned(e, x.by(), x.amount());
            case Event.OrderCancelled x -> new Event.OrderCancelled(e, x.by(), x.amount());
            case Event.Invoiced x -> new Event.Invoiced(e, x.money());
            case Event.Paid x -> new Event.Paid(e, x.money());
            case Event.Reminded x -> new Event.Reminded(e, x.money());
            case Event.Refunded x -> new Event.Refunded(e, x.money());
            case Event.MessageSent x -> new Event.MessageSent(e, x.kind());
            case Event.MessageOpened x -> new Event.MessageOpened(e);
            case Event.MessageClicked x -> new Event.MessageClicked(e);
            case Event.Unsubscribed x -> new Event.Unsubscribed(e);
            case Event.Used x -> new Event.Used(e, x.count(), x.seconds());
            case Event.Disrupted x -> new Event.Disrupted(e, x.until(), x.planned());
            case Event.SurveySent x -> new Event.SurveySent(e, x.survey());
            case Event.SurveyAnswered x ->
                new Event.SurveyAnswered(
                        e, x.question(), x.score(), x.scaleMin(), x.scaleMax(), x.survey(), x.dimension(), x.pillar());
            case Event.Reviewed x -> new Event.Reviewed(e, x.stars());
            case Event.Said x -> new Event.Said(e, x.theme(), x.sentiment(), x.promise());
            case Event.Rewarded x -> new Event.Rewarded(e, x.form(), x.amount());
            case Event.Approached x -> new Event.Approached(e, x.moment(), x.experiment(), x.arm());
            case Event.LifeEvent x -> new Event.LifeEvent(e, x.kind());
            case Event.Merged x -> new Event.Merged(e, x.from());
            case Event.Erased x -> new Event.Erased(e);
        };
    }
}
