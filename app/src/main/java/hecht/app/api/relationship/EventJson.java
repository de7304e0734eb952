package hecht.app.api.relationship;

import hecht.core.event.EventWriter;
import hecht.core.perception.Rule;
import hecht.core.relation.Drawn.Noticed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// An event as it is kept, and how it was noticed.
///
/// @param event its fields, by the names of the contract; attributes as `attributes.NAME`
@JsonNaming(SnakeCaseStrategy.class)
record EventJson(Map<String, String> event, double weight, double quality, boolean perceived, List<RuleJson> rules) {
    @JsonNaming(SnakeCaseStrategy.class)
    record RuleJson(String rule, String reasonEn, String reasonNl) {
        static RuleJson of(Rule it) {
            return new RuleJson(it.name(), it.reason().english(), it.reason().dutch());
        }
    }

    static EventJson of(Noticed it) {
        Map<String, String> fields = new LinkedHashMap<>();
        EventWriter.write(
                it.event(),
                (field, value) -> fields.put(field.label(), value),
                (name, value) -> fields.put("attributes." + name, value));
        return new EventJson(
                fields,
                it.perception().weight(),
                it.perception().quality(),
                it.perception().isPerceived(),
                it.perception().rules().stream().map(RuleJson::of).toList());
    }
}
