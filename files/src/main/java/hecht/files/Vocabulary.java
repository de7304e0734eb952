package hecht.files;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Words by which organisations call their columns and what stands in them, in English and Dutch.
final class Vocabulary {
    private Vocabulary() {}

    static final List<String> TIME = List.of(
            "time",
            "timestamp",
            "date",
            "datum",
            "day",
            "dag",
            "at",
            "on",
            "op",
            "moment",
            "tijd",
            "tijdstip",
            "created",
            "when",
            "stamp",
            "datetime");
    static final List<String> CUSTOMER = List.of(
            "customer",
            "client",
            "klant",
            "member",
            "lid",
            "leden",
            "patient",
            "patiënt",
            "student",
            "leerling",
            "citizen",
            "burger",
            "inwoner",
            "household",
            "huishouden",
            "subscriber",
            "abonnee",
            "debtor",
            "debiteur",
            "relatie",
            "consumer",
            "donor",
            "donateur",
            "account",
            "user",
            "gebruiker",
            "author",
            "buyer",
            "koper",
            "afnemer",
            "tenant",
            "huurder",
            "insured",
            "verzekerde",
            "guest",
            "gast",
            "passenger",
            "reiziger",
            "deelnemer",
            "shopper");
    static final List<String> KEY = List.of(
            "id",
            "key",
            "nr",
            "no",
            "num",
            "number",
            "nummer",
            "code",
            "uuid",
            "guid",
            "unique",
            "ref",
            "reference",
            "sleutel");
    static final List<String> ABOUT_CUSTOMER = List.of(
            "name",
            "naam",
            "city",
            "plaats",
            "woonplaats",
            "state",
            "zip",
            "postcode",
            "postal",
            "street",
            "straat",
            "type",
            "age",
            "leeftijd",
            "gender",
            "geslacht",
            "email",
            "mail",
            "phone",
            "telefoon",
            "segment",
            "country",
            "land",
            "category",
            "group",
            "groep",
            "service",
            "since",
            "timezone",
            "prefix",
            "comment",
            "message");

    static final List<String> DAY_OR_TIME = List.of("date", "datum", "time", "tijd", "timestamp");
    static final List<String> DIRECTION = List.of("direction", "richting", "inbound", "incoming", "inkomend");
    static final List<String> PERSON = List.of(
            "name",
            "naam",
            "employee",
            "medewerker",
            "agent",
            "resource",
            "responsible",
            "behandelaar",
            "email",
            "mail",
            "phone",
            "telefoon",
            "street",
            "straat",
            "address",
            "adres");

    static final List<String> ORDER = List.of(
            "order",
            "bestel",
            "bestelling",
            "purchase",
            "aankoop",
            "basket",
            "mandje",
            "transaction",
            "transactie",
            "sale",
            "sales",
            "verkoop",
            "bought",
            "gekocht");
    static final List<String> INVOICE = List.of("invoice", "factuur", "bill", "rekening", "nota");
    static final List<String> CASE = List.of(
            "case", "zaak", "dossier", "ticket", "incident", "melding", "aanvraag", "application", "verzoek", "issue");
    static final List<String> COMPLAINT = List.of("complaint", "klacht");
    static final List<String> CONTACT = List.of(
            "contact",
            "call",
            "gesprek",
            "chat",
            "tweet",
            "message",
            "bericht",
            "interaction",
            "conversation",
            "sentiment");
    static final List<String> LINE =
            List.of("quantity", "aantal", "stock", "product", "article", "artikel", "sku", "item");

    static final List<String> DUE = List.of(
            "due",
            "promised",
            "estimated",
            "expected",
            "planned",
            "deadline",
            "verwacht",
            "verwachte",
            "beloofd",
            "beloofde",
            "gepland",
            "geplande",
            "streef",
            "streefdatum",
            "verval",
            "vervaldatum",
            "uiterlijk");
    static final List<String> DELIVERED =
            List.of("delivered", "delivery", "geleverd", "levering", "lever", "bezorgd", "bezorg");
    static final List<String> ON_THE_WAY =
            List.of("carrier", "shipped", "shipping", "dispatched", "verzonden", "vervoerder");
    static final List<String> APPROVED =
            List.of("approved", "goedgekeurd", "validated", "paperless", "updated", "modified", "gewijzigd");
    static final List<String> PAID = List.of("paid", "payment", "settled", "betaald", "betaling", "betaal", "voldaan");
    static final List<String> ANSWERED =
            List.of("answer", "answered", "response", "antwoord", "beantwoord", "ingevuld", "completed");
    static final List<String> CLOSED = List.of(
            "closed",
            "close",
            "end",
            "enddate",
            "afgesloten",
            "gesloten",
            "afgehandeld",
            "resolved",
            "opgelost",
            "completed",
            "done",
            "afgerond",
            "eind",
            "einddatum");

    static final List<String> AMOUNT = List.of(
            "amount", "bedrag", "total", "totaal", "value", "waarde", "sales", "revenue", "omzet", "sum", "som");
    static final List<String> PRICE = List.of("price", "prijs", "unitprice");
    static final List<String> QUANTITY = List.of("quantity", "aantal", "qty", "pieces", "stuks");
    static final List<String> SCORE = List.of(
            "score",
            "rating",
            "stars",
            "sterren",
            "cijfer",
            "rapportcijfer",
            "nps",
            "csat",
            "ces",
            "beoordeling",
            "tevredenheid",
            "satisfaction");
    static final List<String> PROSE = List.of(
            "text",
            "tekst",
            "comment",
            "message",
            "opmerking",
            "toelichting",
            "bericht",
            "body",
            "review",
            "description",
            "omschrijving",
            "vraag",
            "klacht");
    static final List<String> CHANNEL = List.of("channel", "kanaal", "medium", "via", "origin");
    static final List<String> OUTCOME =
            List.of("outcome", "status", "result", "resultaat", "uitkomst", "afhandeling", "disposition");
    static final List<String> WAIT = List.of("wait", "waiting", "wacht", "wachttijd");
    static final List<String> TRANSFERS = List.of("transfers", "transferred", "doorverbonden");
    static final List<String> DISPUTED = List.of("disputed", "dispute", "betwist", "bezwaar");
    static final List<String> DAYS_LATE = List.of("late", "overdue", "laat");
    static final List<String> PRODUCT = List.of("product", "artikel", "article", "service", "dienst");
    static final List<String> GOAL = List.of(
            "theme", "thema", "topic", "onderwerp", "reason", "reden", "negativereason", "issue", "goal", "doel");
    static final List<String> REGION = List.of("region", "regio", "country", "land", "state", "province", "provincie");
    static final List<String> SEGMENT =
            List.of("segment", "age", "leeftijd", "agecategory", "leeftijdscategorie", "klasse");
    static final List<String> TEAM =
            List.of("team", "group", "groep", "department", "afdeling", "workgroup", "office", "kantoor");

    static final List<String> YES = List.of("yes", "ja", "true", "1", "y", "j", "waar");

    private static final Map<String, String> CHANNELS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private static final Map<String, String> OUTCOMES = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        put(CHANNELS, "phone", "phone", "telefoon", "telefonisch", "call", "tel", "bellen");
        put(CHANNELS, "mail", "mail", "email", "e-mail");
        put(CHANNELS, "chat", "chat", "whatsapp");
        put(CHANNELS, "visit", "visit", "desk", "balie", "winkel", "store", "bezoek", "kantoor", "branch");
        put(CHANNELS, "letter", "letter", "post", "brief", "postal mail", "fax");
        put(CHANNELS, "web", "web", "website", "internet", "online", "site", "portal", "portaal");
        put(CHANNELS, "app", "app", "mobile", "mobiel");
        put(CHANNELS, "social", "social", "twitter", "facebook", "instagram", "x", "social media");
        put(CHANNELS, "partner", "partner", "referral", "intermediair", "agent");
        put(
                OUTCOMES,
                "resolved",
                "resolved",
                "solved",
                "opgelost",
                "afgehandeld",
                "closed",
                "gesloten",
                "done",
                "gereed",
                "fixed");
        put(OUTCOMES, "unresolved", "unresolved", "niet opgelost", "open", "onopgelost", "failed");
        put(
                OUTCOMES,
                "promised",
                "promised",
                "beloofd",
                "callback",
                "terugbellen",
                "toegezegd",
                "pending",
                "in progress");
        put(OUTCOMES, "transferred", "transferred", "doorverbonden", "forwarded", "doorgestuurd", "escalated");
    }

    /// Which way a contact went, from a column that says the direction or whether it came in.
    static @Nullable String direction(String written) {
        return switch (written.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "in", "inbound", "incoming", "inkomend", "true", "yes", "ja", "1" -> "in";
            case "out", "outbound", "outgoing", "uitgaand", "false", "no", "nee", "0" -> "out";
            default -> null;
        };
    }

    private static void put(Map<String, String> into, String word, String... written) {
        for (String each : written) into.put(each, word);
    }

    static @Nullable String channel(String written) {
        return CHANNELS.get(written.strip());
    }

    static @Nullable String outcome(String written) {
        return OUTCOMES.get(written.strip());
    }
}
