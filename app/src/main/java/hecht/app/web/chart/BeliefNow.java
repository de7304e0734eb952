package hecht.app.web.chart;

import hecht.app.words.Messages;
import java.util.ArrayList;
import java.util.List;

/// How likely each condition is now, the closest on top, with what each means.
///
/// @param shares in hundredths, which sum to 100, loose first  @param worth what each condition means: would stay, of a hundred
/// @param worthName what that is called; empty where it may not be told
public record BeliefNow(
        Messages words, String title, String finding, List<Long> shares, List<Long> worth, String worthName)
        implements Chart {
    private static final int WIDTH = 527;
    private static final int ROW = 33;

    public BeliefNow {
        shares = List.copyOf(shares);
        worth = List.copyOf(worth);
    }

    @Override
    public String id() {
        return "belief";
    }

    private boolean isWorthTold() {
        return !worthName.isEmpty();
    }

    @Override
    public Table table() {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (int i = shares.size() - 1; i >= 0; i--) {
            List<Table.Cell> row = new ArrayList<>();
            row.add(Table.Cell.text(Conditions.name(words, i), Conditions.name(words, i)));
            row.add(Table.Cell.whole(Long.toString(shares.get(i)), shares.get(i)));
            if (isWorthTold()) row.add(Table.Cell.whole(Long.toString(worth.get(i)), worth.get(i)));
            rows.add(row);
        }
        List<String> heads =
                new ArrayList<>(List.of(words.say("chart.belief.condition"), words.say("chart.belief.chance")));
        List<String> names = new ArrayList<>(List.of("condition", "percent"));
        if (isWorthTold()) {
            heads.add(worthName);
            names.add("would_stay");
        }
        return new Table(title, heads, names, rows);
    }

    @Override
    public Extent extent(Form form) {
        return new Extent(form.isWide() ? WIDTH : Form.PHONE, ROW * shares.size());
    }

    @Override
    public void draw(Svg on, Form form) {
        double width = extent(form).width();
        double end = width - (isWorthTold() ? 92 : 52);
        Scale scale = new Scale(0, 100, 104, end);
        for (int i = shares.size() - 1; i >= 0; i--) {
            double y = (shares.size() - 1 - i) * ROW + 16;
            rings(on, i, y);
            on.text(40, y + 5, Anchor.START, "tl", Conditions.name(words, i));
            on.rect(104, y - 7, end - 104, 14, "sunkf");
            on.rect(104, y - 7, Math.max(1.6, scale.at(shares.get(i)) - 104), 14, "c" + i);
            on.text(end + 48, y + 5, Anchor.END, "tb", shares.get(i) + " %");
            if (isWorthTold()) on.text(width, y + 5, Anchor.END, "t3", Long.toString(worth.get(i)));
        }
    }

    private static void rings(Svg on, int condition, double y) {
        double[] apart = {6.2, 8, 10, 11.8};
        double x = apart[Math.min(condition, 3)];
        on.circle(x, y, 4.8, "none w2 e" + condition);
        on.circle(29 - x, y, 4.8, "none w2 e" + condition);
    }
}
