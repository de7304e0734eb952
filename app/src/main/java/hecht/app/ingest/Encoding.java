package hecht.app.ingest;

import hecht.core.event.Envelope;
import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Writes events as bytes, half as many as a row of CSV has. Equal events give equal bytes, so that these also tell a
/// repetition from a conflict. [Decoding] reads them.
///
/// | bytes | |
/// |---|---|
/// | 4 | length of all of it |
/// | 4 | number of the customer |
/// | 8 | time in microseconds since 1970 |
/// | 1 | type |
/// | | source, id |
/// | | subject, handling, profile, text, attributes |
/// | | the type's own components |
///
/// A record is a number whose bits say which components are there, then those. Not for several threads.
final class Encoding {
    static final int CUSTOMER = 4;
    static final int TIME = 8;
    static final int TYPE = 16;
    static final int NAME = 17;

    static final Form SUBJECT = new Form(Subject.class);
    static final Form HANDLING = new Form(Handling.class);
    static final Form PROFILE = new Form(Profile.class);

    private final Vocabulary vocabulary;
    private final Forms forms;
    private final boolean withEmployees;
    private final Bytes out = new Bytes();
    private int nameEnds;

    /// @param withEmployees whether employees' names are written at all
    Encoding(Vocabulary vocabulary, Forms forms, boolean withEmployees) {
        this.vocabulary = vocabulary;
        this.forms = forms;
        this.withEmployees = withEmployees;
    }

    /// What was encoded last, from 0 on; valid until the next event is.
    byte[] bytes() {
        return out.array();
    }

    int length() {
        return out.length();
    }

    /// 64 bits of source and id.
    long name(long seed) {
        return Fingerprint.of(bytes(), NAME, nameEnds, seed);
    }

    /// 64 bits of everything else, the customer among it.
    long content() {
        return Fingerprint.of(bytes(), nameEnds, length(), Fingerprint.of(bytes(), CUSTOMER, NAME, 0));
    }

    void encode(int customer, Event event) {
        Envelope e = event.envelope();
        out.clear();
        out.fixedInt(0);
        out.fixedInt(customer);
        out.fixedLong(Decoding.micros(e.time()));
        out.octet(event.type().ordinal());
        word(e.source());
        out.text(e.id());
        nameEnds = out.length();
        Handling handling = withEmployees ? e.handling() : e.handling().withoutEmployee();
        group(SUBJECT, e.subject(), Subject.NONE);
        group(HANDLING, handling, Handling.NONE);
        group(PROFILE, e.profile(), Profile.NONE);
        out.text(e.text() == null ? "" : e.text());
        attributes(e.attributes());
        components(forms.of(event), event);
        Bytes.setInt(out.array(), 0, out.length());
    }

    private void attributes(Map<String, String> attributes) {
        out.varying(attributes.size());
        if (attributes.isEmpty()) return;
        new TreeMap<>(attributes).forEach((name, value) -> {
            word(name);
            out.text(value);
        });
    }

    /// Most events have none of a group, and then there is nothing to look through.
    private void group(Form form, Object group, Object none) {
        if (group.equals(none)) out.octet(0);
        else components(form, group);
    }

    private void components(Form form, Object of) {
        long there = 0;
        for (int i = 0; i < form.size(); i++) if (form.get(i, of) != null) there |= 1L << i;
        out.varying(there);
        for (int i = 0; i < form.size(); i++) {
            Object value = form.get(i, of);
            if (value != null) component(form, i, value);
        }
    }

    private void component(Form form, int part, Object value) {
        switch (form.kind(part)) {
            case WORD -> word((String) value);
            case TEXT -> out.text((String) value);
            // Numbers with few digits end in many zero bits: turned round they are short.
            case NUMBER -> out.varying(Long.reverse(Double.doubleToLongBits((Double) value + 0.0))); // −0 is 0
            case COUNT -> out.varying((Integer) value & 0xffff_ffffL);
            case FLAG -> out.octet((Boolean) value ? 1 : 0);
            case MOMENT -> {
                Instant at = (Instant) value;
                out.fixedLong(at.getEpochSecond());
                out.varying(at.getNano());
            }
            case CHOICE -> out.octet(((Enum<?>) value).ordinal());
            case GROUP -> components(form.group(part), value);
        }
    }

    /// 0 and a text, or the number of a word plus 1.
    private void word(String text) {
        int number = vocabulary.number(text);
        out.varying(number + 1L);
        if (number == Vocabulary.UNKNOWN) out.text(text);
    }
}
