package hecht.app.web.relationship;

import hecht.app.words.Plain;
import hecht.core.event.Event;

/// The addresses of one relationship's pages.
///
/// @param customer the key
public record Addresses(String customer) {
    public String page() {
        return "/relationships/" + Plain.inAddress(customer);
    }

    public String event(Event of) {
        return event(of.envelope().source(), of.envelope().id());
    }

    public String event(String source, String id) {
        return page() + "/events/" + Plain.inAddress(source) + "/" + Plain.inAddress(id);
    }

    public String csv(String chart) {
        return page() + "/" + chart + ".csv";
    }

    public String conversations() {
        return page() + "/conversations";
    }

    public String erase() {
        return page() + "/erase";
    }
}
