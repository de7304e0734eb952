package hecht.app.web.relationships;

import hecht.app.web.chart.Months;
import hecht.app.words.Messages;
import hecht.core.relation.Condition;
import java.time.LocalDate;
import java.time.YearMonth;

/// The words of the list, in the language of who reads it.
record Said(Messages messages) {
    String say(String key, Object... values) {
        return messages.say(key, values);
    }

    String condition(int place) {
        return messages.word(Condition.values()[place]);
    }

    /// `Jan 2027`.
    String month(LocalDate day) {
        return Months.name(messages, YearMonth.from(day));
    }
}
