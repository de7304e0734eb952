package hecht.store.event;

/// Whether the next intake is likely to bring nothing that came before, as what a file brings mostly is. Then it is copied
/// without a look; the table's keys refuse what is there already, and the intake looks after all. Each such disappointment
/// doubles how many intakes must bring nothing but news until the next is trusted. For the thread whose turn it is to store.
final class Trust {
    private static final int MOST = 64;

    private final boolean everGiven;
    private int needed = 1;
    private int news;

    Trust(boolean everGiven) {
        this.everGiven = everGiven;
    }

    boolean isGiven() {
        return everGiven && news >= needed;
    }

    /// What was trusted brought something that came before.
    void isLost() {
        needed = Math.min(needed * 2, MOST);
        news = 0;
    }

    /// @param isNews whether an intake that was looked at brought nothing that came before
    void learn(boolean isNews) {
        news = isNews ? news + 1 : 0;
    }
}
