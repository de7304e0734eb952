package hecht.app.ingest;

import hecht.core.event.Envelope;
import hecht.core.event.Invalid;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a record of plain values is taken apart and put together again, learned from its components: a new type of event, or
/// a new field of one, needs nothing here. An envelope is left out; [Encoding] knows that by heart. For several threads.
final class Form {
    /// What a component holds.
    enum Kind {
        /// Text that comes again and again.
        WORD,
        /// Text that is another almost every time.
        TEXT,
        NUMBER,
        COUNT,
        FLAG,
        MOMENT,
        CHOICE,
        /// A record of such values.
        GROUP
    }

    private static final Set<String> OTHER_EVERY_TIME = Set.of("caseId", "name", "from", "promise");
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

    private final Part[] parts;
    private final MethodHandle make; // (Object[]) → Object
    private final boolean isEnveloped;

    /// @param get (Object) → Object  @param choices the constants of a choice, else empty
    private record Part(
            Kind kind,
            MethodHandle get,
            List<Object> choices,
            @Nullable Form group) {}

    /// @param type a public record; its envelope, if it has one, comes first
    Form(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        isEnveloped = components.length > 0 && components[0].getType() == Envelope.class;
        int first = isEnveloped ? 1 : 0;
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            parts = new Part[components.length - first];
            for (int i = 0; i < parts.length; i++) parts[i] = part(components[i + first]);
            make = LOOKUP.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (IllegalAccessException | NoSuchMethodException e) {
            throw new IllegalStateException(type + " must be a public record of plain values", e);
        }
    }

    private static Part part(RecordComponent component) throws IllegalAccessException {
        Class<?> type = component.getType();
        MethodHandle get =
                LOOKUP.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
        Kind kind = kind(type, component.getName());
        List<Object> choices = kind == Kind.CHOICE ? List.of(type.getEnumConstants()) : List.of();
        return new Part(kind, get, choices, kind == Kind.GROUP ? new Form(type) : null);
    }

    private static Kind kind(Class<?> type, String name) {
        if (type == String.class) return OTHER_EVERY_TIME.contains(name) ? Kind.TEXT : Kind.WORD;
        if (type == Double.class || type == double.class) return Kind.NUMBER;
        if (type == Integer.class || type == int.class) return Kind.COUNT;
        if (type == Boolean.class || type == boolean.class) return Kind.FLAG;
        if (type == Instant.class) return Kind.MOMENT;
        if (type.isEnum()) return Kind.CHOICE;
        if (type.isRecord()) return Kind.GROUP;
        throw new IllegalStateException("there is no form for a component of type " + type.getName());
    }

    /// How many components there are beside the envelope.
    int size() {
        return parts.length;
    }

    Kind kind(int part) {
        return parts[part].kind;
    }

    Object choice(int part, int ordinal) {
        return parts[part].choices.get(ordinal);
    }

    Form group(int part) {
        Form group = parts[part].group;
        if (group == null) throw new IllegalStateException("component " + part + " is no group");
        return group;
    }

    @Nullable
    Object get(int part, Object of) {
        try {
            return parts[part].get.invokeExact(of);
        } catch (Throwable e) {
            throw new IllegalStateException(of.getClass() + " does not show its component " + part, e);
        }
    }

    /// Room for the values from which [#make] makes a record: the envelope's place first, if it has one.
    @Nullable
    Object[] room(@Nullable Envelope envelope) {
        @Nullable Object[] values = new @Nullable Object[parts.length + (isEnveloped ? 1 : 0)];
        if (isEnveloped) values[0] = envelope;
        return values;
    }

    /// Where in that room a component stands.
    int place(int part) {
        return isEnveloped ? part + 1 : part;
    }

    Object make(@Nullable Object[] values) {
        try {
            return make.invokeExact(values);
        } catch (Invalid e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("what was kept of a record does not make one any more", e);
        }
    }
}
