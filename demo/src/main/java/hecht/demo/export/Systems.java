package hecht.demo.export;

import static hecht.demo.export.Column.amount;
import static hecht.demo.export.Column.attribute;
import static hecht.demo.export.Column.milliseconds;
import static hecht.demo.export.Column.moment;
import static hecht.demo.export.Column.number;
import static hecht.demo.export.Column.ordinal;
import static hecht.demo.export.Column.text;
import static hecht.demo.export.Column.words;
import static java.util.Map.entry;

import hecht.core.event.Event;
import hecht.core.event.Field;
import hecht.core.event.MessageKind;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The eight systems of Lichtland and what each writes down, as systems do: every one has its own columns, words, dates and
/// numbers, and none of them knows the others. The mappings that make the same events of it again lie beside this class.
final class Systems {
    private static final String ON_THE_SECOND = "dd-MM-yyyy HH:mm:ss";
    private static final String DAY = "dd-MM-yyyy";
    private static final String WITH_OFFSET = "yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx";

    private static final Map<String, String> PRODUCTS =
            Map.of("electricity", "stroom", "gas", "gas", "district heat", "stadswarmte", "feed-in", "teruglevering");
    private static final Map<String, String> CHANNELS = Map.of(
            "phone", "Telefoon",
            "chat", "Chat",
            "mail", "E-mail",
            "letter", "Brief",
            "web", "Website",
            "app", "App",
            "visit", "Bezoek");
    private static final Map<String, String> GOALS = Map.ofEntries(
            entry("move house", "Verhuizen"),
            entry("meter swap", "Meterwissel"),
            entry("heat outage", "Warmtestoring"),
            entry("become a customer", "Klant worden"),
            entry("year statement", "Jaarnota"),
            entry("change instalment", "Termijnbedrag"),
            entry("question", "Vraag"),
            entry("complaint", "Klacht"),
            entry("cancel", "Opzeggen"),
            entry("start feed-in", "Terugleveren"),
            entry("heat tariff", "Warmtetarief"));
    private static final Map<String, String> STEPS = Map.of(
            "connect", "aansluiten",
            "read and register the meter", "meterstand verwerken",
            "settle the heat", "warmte afrekenen",
            "swap the meter", "meter wisselen",
            "visit at home", "huisbezoek");
    private static final Map<String, String> YES_OR_NO = Map.of("true", "ja", "false", "nee");
    private static final Map<String, String> TARIFFS = Map.of(
            "variable", "variabel",
            "fixed 1 year", "vast één jaar",
            "fixed 3 years", "vast drie jaar",
            "heat", "warmte");

    private Systems() {}

    static List<Table> all() {
        return List.of(
                customers(),
                contracts(),
                contacts(),
                cases(),
                bills(),
                debits(),
                visits(),
                disruptions(),
                clicks(),
                surveys(),
                mail(),
                outreach());
    }

    private static Predicate<Event> from(String system, Predicate<Event> of) {
        String source = "lichtland." + system;
        return event -> event.envelope().source().equals(source) && of.test(event);
    }

    private static Table customers() {
        return Table.of(
                "crm/klanten",
                Kind.SEMICOLONS,
                from("crm", event -> event instanceof Event.Described || event instanceof Event.Started),
                text("Klantnummer", Field.CUSTOMER),
                ordinal("Volgnr"),
                words("Status", Field.TYPE, Map.of("described", "Bestaand", "started", "Nieuw")),
                moment("Ingevoerd", Field.TIME, ON_THE_SECOND),
                text("Naam", Field.NAME),
                text("Regio", Field.REGION),
                words("Tarief", Field.SEGMENT, TARIFFS),
                words("Product", Field.PRODUCT, PRODUCTS),
                moment("Vast t/m", Field.LOCKED_UNTIL, DAY),
                moment("Opzegbaar vanaf", Field.NOTICE_FROM, DAY),
                amount("Marge/jr", Field.MARGIN, "€ "),
                attribute("Bouwjaar", "house_built"),
                words("Via", Field.CHANNEL, CHANNELS));
    }

    private static Table contracts() {
        return Table.of(
                "crm/contracten",
                Kind.COMMAS,
                from(
                        "crm",
                        event -> event instanceof Event.Contract
                                || event instanceof Event.ProductAdded
                                || event instanceof Event.Left),
                text("mutatie", Field.ID),
                text("relatie", Field.CUSTOMER),
                words(
                        "soort",
                        Field.TYPE,
                        Map.of("contract", "voorwaarden", "product_added", "uitbreiding", "left", "opzegging")),
                moment("geboekt", Field.TIME, WITH_OFFSET),
                words("product", Field.PRODUCT, PRODUCTS),
                words("tarief", Field.SEGMENT, TARIFFS),
                moment("vast_tot_en_met", Field.LOCKED_UNTIL, DAY),
                moment("opzegbaar_vanaf", Field.NOTICE_FROM, DAY),
                text("belemmering", Field.BARRIER),
                words(
                        "reden",
                        Field.REASON,
                        Map.of("another supplier", "overstap", "moved abroad", "emigratie", "died", "overlijden")),
                moment("einde_levering", Field.EFFECTIVE, WITH_OFFSET));
    }

    private static Table contacts() {
        return Table.of(
                        "crm/contacten",
                        Kind.SEMICOLONS,
                        from(
                                "crm",
                                event -> event instanceof Event.Contact
                                        || event instanceof Event.Rewarded
                                        || event instanceof Event.LifeEvent),
                        text("Contactnr", Field.ID),
                        text("Klantnummer", Field.CUSTOMER),
                        words(
                                "Regel",
                                Field.TYPE,
                                Map.of("contact", "Contact", "rewarded", "Gebaar", "life_event", "Levensgebeurtenis")),
                        moment("Datum/tijd", Field.TIME, ON_THE_SECOND),
                        words("Richting", Field.DIRECTION, Map.of("in", "Inkomend", "out", "Uitgaand")),
                        words(
                                "Soort",
                                Field.KIND,
                                Map.of(
                                        "question", "Vraag",
                                        "request", "Verzoek",
                                        "complaint", "Klacht",
                                        "compliment", "Compliment",
                                        "advice", "Advies",
                                        "information", "Informatie",
                                        "moved", "Verhuisd")),
                        words(
                                "Resultaat",
                                Field.OUTCOME,
                                Map.of(
                                        "resolved", "Opgelost",
                                        "unresolved", "Niet opgelost",
                                        "promised", "Toegezegd",
                                        "transferred", "Doorverbonden")),
                        words("Kanaal", Field.CHANNEL, CHANNELS),
                        words("Onderwerp", Field.GOAL, GOALS),
                        text("Zaak", Field.CASE),
                        words("Product", Field.PRODUCT, PRODUCTS),
                        words("Team", Field.TEAM, Map.of("customer service", "Klantenservice", "welcome", "Welkom")),
                        text("Partij", Field.SUPPLIER),
                        words("Oorzaak", Field.CAUSE, Map.of("supplier", "Leverancier")),
                        text("Wacht (s)", Field.WAIT_SECONDS),
                        text("Keer doorverbonden", Field.TRANSFERS),
                        amount("Kosten", Field.COST, ""),
                        words(
                                "Vorm gebaar",
                                Field.FORM,
                                Map.of(
                                        "appreciation", "Waardering",
                                        "emotion", "Excuses",
                                        "material", "Vergoeding",
                                        "information", "Uitleg")),
                        amount("Bedrag", Field.AMOUNT, "€ "))
                .ofEachYear()
                .breaking("Datum/tijd", "Regel", "Terugbelverzoek");
    }

    private static Table cases() {
        return Table.of(
                        "crm/zaken",
                        Kind.SEMICOLONS,
                        from(
                                "crm",
                                event -> event instanceof Event.CaseOpened
                                        || event instanceof Event.CaseStep
                                        || event instanceof Event.CaseClosed
                                        || event instanceof Event.Ordered),
                        text("Zaaknummer", Field.CASE),
                        number("Relatie"),
                        ordinal("Regel"),
                        words(
                                "Wat",
                                Field.TYPE,
                                Map.of(
                                        "case_opened", "Geopend",
                                        "case_step", "Stap",
                                        "case_closed", "Afgehandeld",
                                        "ordered", "Besteld")),
                        moment("Op", Field.TIME, "d MMMM yyyy HH:mm:ss"),
                        words("Onderwerp", Field.GOAL, GOALS),
                        words("Product", Field.PRODUCT, PRODUCTS),
                        words("Binnen via", Field.CHANNEL, CHANNELS),
                        moment("Toegezegd", Field.PROMISED_BY, DAY),
                        words("Stap", Field.STEP, STEPS),
                        text("Uitvoerder", Field.SUPPLIER),
                        words("Volgens proces", Field.RIGHT_BY_PROCESS, YES_OR_NO),
                        amount("Kosten", Field.COST, ""),
                        words("Uitkomst", Field.OUTCOME, Map.of("fulfilled", "Voldaan")),
                        text("Aantal", Field.ITEMS))
                .breaking("Op", "Wat", "Notitie");
    }

    private static Table bills() {
        return Table.of(
                        "billing/facturen",
                        Kind.SEMICOLONS,
                        from("billing", Event.Invoiced.class::isInstance),
                        words("SOORT", Field.TYPE, Map.of("invoiced", "FACTUUR")),
                        text("FACTUURNR", Field.CASE),
                        number("DEBITEUR"),
                        ordinal("BOEKING"),
                        moment("BOEKDATUM", Field.TIME, "yyyyMMdd HHmmss"),
                        words("ARTIKEL", Field.PRODUCT, PRODUCTS),
                        amount("BEDRAG", Field.AMOUNT, ""))
                .breaking("BOEKDATUM", "SOORT", "CREDITNOTA");
    }

    private static Table debits() {
        return Table.of(
                        "billing/incasso",
                        Kind.SEMICOLONS,
                        from("billing", event -> event instanceof Event.Paid || event instanceof Event.Reminded),
                        words("SOORT", Field.TYPE, Map.of("paid", "ONTVANGST", "reminded", "AANMANING")),
                        text("FACTUURNR", Field.CASE),
                        number("DEBITEUR"),
                        ordinal("BOEKING"),
                        moment("BOEKDATUM", Field.TIME, "yyyyMMdd HHmmss"),
                        words("ARTIKEL", Field.PRODUCT, PRODUCTS),
                        amount("BEDRAG", Field.AMOUNT, ""),
                        text("VALUTA", Field.CURRENCY),
                        words("WIJZE", Field.METHOD, Map.of("direct debit", "SDD", "transfer", "OVB")))
                .ofEachYear()
                .breaking("BOEKDATUM", "SOORT", "STORNO");
    }

    private static Table visits() {
        return Table.of(
                        "field/bezoeken",
                        Kind.SEMICOLONS,
                        from("field", event -> true),
                        text("Bon", Field.ID),
                        text("Klant", Field.CUSTOMER),
                        words("Resultaat", Field.TYPE, Map.of("contact", "Bezocht", "delivered", "Opgeleverd")),
                        moment("Aankomst", Field.TIME, "d-M-yyyy H:mm:ss"),
                        text("Monteur van", Field.SUPPLIER),
                        words("Opdracht", Field.GOAL, GOALS),
                        words("Werk", Field.STEP, STEPS),
                        text("Zaak", Field.CASE),
                        words("Product", Field.PRODUCT, PRODUCTS))
                .breaking("Aankomst", "Resultaat", "Niet thuis");
    }

    private static Table disruptions() {
        return Table.of(
                        "grid/storingen",
                        Kind.TABS,
                        from("grid", event -> true),
                        text("melding", Field.ID),
                        text("aansluiting", Field.CUSTOMER),
                        moment("begin", Field.TIME, "yyyy-MM-dd HH:mm:ssxx"),
                        moment("einde", Field.UNTIL, "yyyy-MM-dd HH:mm:ssxx"),
                        words("net", Field.PRODUCT, Map.of("electricity", "E", "gas", "G", "district heat", "W")),
                        words("gepland", Field.PLANNED, Map.of("true", "1", "false", "0")),
                        words("oorzaak", Field.CAUSE, Map.of("product", "techniek")),
                        text("beheerder", Field.SUPPLIER),
                        words("gevolg", Field.GOAL, GOALS))
                .breaking("begin");
    }

    private static Table clicks() {
        return Table.of(
                        "web/klikken",
                        Kind.LINES,
                        from("web", event -> true),
                        text("sessie", Field.ID),
                        text("klant", Field.CUSTOMER),
                        words("pagina", Field.TYPE, Map.of("used", "/mijn", "contact", "/opzeggen")),
                        milliseconds("ts", Field.TIME),
                        new Column("n", told -> told.field(Field.COUNT), false, true))
                .breaking("ts", "pagina", "/404");
    }

    /// An answer stands in the row of its invitation.
    private static Table surveys() {
        return Table.of(
                        "survey/enquete",
                        Kind.COMMAS,
                        from("survey", Event.SurveySent.class::isInstance),
                        text("Respondent", Field.CUSTOMER),
                        words(
                                "Enquête",
                                Field.SURVEY,
                                Map.of(
                                        "relation-2023", "Relatie 2023",
                                        "relation-2024", "Relatie 2024",
                                        "relation-2025", "Relatie 2025",
                                        "relation-2026", "Relatie 2026")),
                        ordinal("Uitnodiging"),
                        moment("Verstuurd", Field.TIME, "dd/MM/yyyy HH:mm:ss"),
                        words("Via", Field.CHANNEL, CHANNELS),
                        ordinal("Antwoord").next(),
                        moment("Ontvangen", Field.TIME, "dd/MM/yyyy HH:mm:ss").next(),
                        words("Ingevuld op", Field.CHANNEL, CHANNELS).next(),
                        words("Vraag", Field.QUESTION, Map.of("NPS", "Zou u Lichtland aanbevelen?"))
                                .next(),
                        text("Cijfer", Field.SCORE).next())
                .with(from("survey", Event.SurveyAnswered.class::isInstance), Event.SurveySent.class::isInstance)
                .breaking("Verstuurd");
    }

    /// That a newsletter was opened stands in its row.
    private static Table mail() {
        return Table.of(
                        "mail/post",
                        Kind.SEMICOLONS,
                        from("mail", event -> !(event instanceof Event.MessageOpened)),
                        number("Klant"),
                        ordinal("Nr"),
                        new Column("Stuk", Systems::piece, false, false),
                        moment("Verzonden", Field.TIME, "d-M-yyyy H:mm:ss"),
                        words("Wijze", Field.CHANNEL, CHANNELS),
                        ordinal("Nr opening").next(),
                        moment("Geopend", Field.TIME, "d-M-yyyy H:mm:ss").next())
                .with(
                        from("mail", Event.MessageOpened.class::isInstance),
                        event -> event instanceof Event.MessageSent sent && sent.kind() == MessageKind.NEWSLETTER)
                .ofEachYear()
                .breaking("Verzonden", "Stuk", "Reclame");
    }

    private static String piece(Told told) {
        return switch (told.field(Field.TYPE) + " " + told.field(Field.KIND)) {
            case "message_sent newsletter" -> "Nieuwsbrief";
            case "message_sent price" -> "Prijsbrief";
            case "unsubscribed " -> "Afmelding";
            default -> throw new IllegalStateException("mail has no word for " + told.field(Field.TYPE));
        };
    }

    private static Table outreach() {
        return Table.of(
                "outreach/acties",
                Kind.SEMICOLONS,
                from("outreach", event -> true),
                text("Actie-id", Field.ID),
                text("Klant", Field.CUSTOMER),
                moment("Wanneer", Field.TIME, "d MMMM yyyy, HH:mm:ss"),
                words(
                        "Aanleiding",
                        Field.MOMENT,
                        Map.of("new customer", "Nieuwe klant", "door opens", "Contract loopt af")),
                words(
                        "Actie",
                        Field.EXPERIMENT,
                        Map.of("welcome call", "Welkomstgesprek", "renewal mail", "Verlengmail")),
                words("Groep", Field.ARM, Map.of("treated", "Benaderd", "held_out", "Controle")),
                words("Kanaal", Field.CHANNEL, CHANNELS),
                words("Team", Field.TEAM, Map.of("welcome", "Welkom")));
    }
}
