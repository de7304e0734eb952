package hecht.files;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Events of an XES log (IEEE 1849-2016), one row each: a cell `case:NAME` for each attribute of its trace, `NAME` for each
/// of its own, and `case:#` for its place in the trace, from 1: few logs say in any other way that something begins.
/// Attributes within attributes, and whatever the log says of itself, are passed over.
///
/// A document type is refused: it is of no use in XES, and a way to make a reader fetch other files or fill the memory.
final class XesRows extends LooseRows {
    private static final Set<String> ATTRIBUTES = Set.of("string", "date", "int", "float", "boolean", "id");
    static final String PLACE = "case:#";
    private static final XMLInputFactory XML = factory();

    private final Bytes source;
    private final XMLStreamReader in;
    private final Map<String, String> trace = new LinkedHashMap<>(); // attributes of the current trace
    private int place; // of the current event in its trace, from 1

    private XesRows(String file, Bytes source) throws XMLStreamException {
        super(file);
        this.source = source;
        this.in = XML.createXMLStreamReader(source.stream());
    }

    static XesRows open(String file, Bytes source) throws IOException, Refusal {
        try {
            XesRows rows = new XesRows(file, source);
            rows.enter();
            return rows;
        } catch (XMLStreamException e) {
            source.stream().close();
            if (e.getNestedException() instanceof IOException broken) throw broken;
            throw new Refusal(Refusal.Kind.INPUT, file + ": expected an XES log, found no XML.", e);
        } catch (Refusal | RuntimeException e) {
            source.stream().close();
            throw e;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /// Goes into the element `log`.
    private void enter() throws XMLStreamException, Refusal {
        while (in.hasNext()) {
            int what = in.next();
            if (what == XMLStreamConstants.DTD)
                throw new Refusal(
                        Refusal.Kind.INPUT,
                        file() + ": expected XES without a document type, found <!DOCTYPE; take that out of the file.");
            if (what != XMLStreamConstants.START_ELEMENT) continue;
            if (in.getLocalName().equals("log")) return;
            throw new Refusal(
                    Refusal.Kind.INPUT,
                    file() + ": expected an XES log, found XML that begins with <" + in.getLocalName() + ">.");
        }
    }

    @Override
    public boolean next() throws IOException {
        try {
            while (in.hasNext()) {
                if (in.next() != XMLStreamConstants.START_ELEMENT) continue;
                switch (in.getLocalName()) {
                    case "trace" -> {
                        trace.clear();
                        place = 0;
                    }
                    case "event" -> {
                        event();
                        return true;
                    }
                    default -> attribute((name, value) -> trace.put("case:" + name, value));
                }
            }
            return false;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException broken) throw broken;
            throw new IOException("XML that breaks on line " + e.getLocation().getLineNumber(), e);
        }
    }

    private void event() throws XMLStreamException {
        cells.clear();
        problems = List.of();
        trace.forEach(this::put);
        put(PLACE, Integer.toString(++place));
        while (in.next() != XMLStreamConstants.END_ELEMENT) if (in.isStartElement()) attribute(this::put);
        number++;
    }

    /// Reads the attribute that begins here, without those within it; passes over an element that is none.
    private void attribute(BiConsumer<String, String> into) throws XMLStreamException {
        if (ATTRIBUTES.contains(in.getLocalName())) {
            String name = in.getAttributeValue(null, "key");
            String value = in.getAttributeValue(null, "value");
            if (name != null && value != null) into.accept(name, value);
        }
        for (int depth = 1; depth > 0; ) {
            int what = in.next();
            if (what == XMLStreamConstants.START_ELEMENT) depth++;
            else if (what == XMLStreamConstants.END_ELEMENT) depth--;
        }
    }

    @Override
    public long bytesRead() {
        return source.taken();
    }

    @Override
    public void close() {
        try {
            in.close();
            source.stream().close();
        } catch (XMLStreamException | IOException e) {
            // All that was wanted of it has been read.
        }
    }
}
