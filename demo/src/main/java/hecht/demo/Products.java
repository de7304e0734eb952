package hecht.demo;

/// What Lichtland sells.
final class Products {
    static final String ELECTRICITY = "electricity";
    static final String GAS = "gas";
    static final String HEAT = "district heat";
    static final String FEED_IN = "feed-in";

    private Products() {}
}
