package hecht.app.web.chart;

/// One picture of figures. Whoever cannot see it reads its finding and its table, which hold the same figures.
public interface Chart {
    /// Its name in addresses: `/pulse/dots.csv`. Unique on its page.
    String id();

    /// What is drawn: "Health of all 20,000 relationships".
    String title();

    /// What is to be seen, in a sentence with numbers.
    String finding();

    /// The same figures in rows, as people read them and as programs do.
    Table table();

    /// How many decimals people see of a figure: who may see no people gets no more of them from [Table#csv] either.
    default int decimals() {
        return 1;
    }

    Extent extent(Form form);

    void draw(Svg on, Form form);

    /// Whether pointer and arrow keys read it mark by mark: those drawn by [Svg#said].
    default boolean isRead() {
        return false;
    }
}
