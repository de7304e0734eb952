package hecht.insight.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/// CDNOW: the papers' own parameters (Fader, Hardie & Lee 2005; Batislam, Denizel & Filiztekin 2007), those of lifetimes and
/// CLVTools, and more digits of each from an independent computation to a slope below 5e−12.
class PurchasesPublishedTest {
    private static final double SIX_DIGITS = 1e-6; // as printed there; parameters are right to 1e−8 and better
    private static final double ERRORS = 2e-5; // relative to the largest, 6: five digits
    private static final Summary PAPER = new Summary(2, 30.43, 38.86);
    private static final Summary HARDEST = new Summary(26, 30.86, 31);
    private static final Summary SILENT = new Summary(0, 0, 38.86);

    private static Identified<BgNbd> bg(List<Summary> customers) {
        return Identified.of(BgNbd.fit(Summaries.of(customers)));
    }

    private static Identified<MbgNbd> mbg(List<Summary> customers) {
        return Identified.of(MbgNbd.fit(Summaries.of(customers)));
    }

    private static Identified<ParetoNbd> pareto(List<Summary> customers) {
        return Identified.of(ParetoNbd.fit(Summaries.of(customers)));
    }

    private static List<Summary> exact() {
        return Cdnow.exact().stream().map(Purchaser::summary).toList();
    }

    @Test
    void the_BG_NBD_is_that_of_the_paper() {
        bg(Cdnow.rounded())
                .hasParameters(.242593, 4.413532, .792886, 2.425753)
                .hasErrors(ERRORS, .012557, .378221, .185719, .705346)
                .hasLogLikelihood(-9582.425561);
        bg(exact())
                .hasParameters(.242595, 4.413602, .792922, 2.425907)
                .hasErrors(ERRORS, .012557, .378224, .185734, .705414)
                .hasLogLikelihood(-9582.429207);
    }

    @Test
    void the_MBG_NBD_is_that_of_lifetimes() {
        mbg(Cdnow.rounded())
                .hasParameters(.524838, 6.182992, .891356, 1.613999)
                .hasErrors(ERRORS, .083264, .695598, .154785, .537472)
                .hasLogLikelihood(-9582.132685);
        mbg(exact())
                .hasParameters(.524843, 6.183085, .891359, 1.614002)
                .hasErrors(ERRORS, .083268, .695621, .154790, .537495)
                .hasLogLikelihood(-9582.135716);
    }

    @Test
    void the_Pareto_NBD_is_that_of_the_paper() {
        pareto(Cdnow.rounded())
                .hasParameters(.553276, 10.577612, .606214, 11.667911)
                .hasErrors(ERRORS, .047629, .842724, .187280, 6.211029)
                .hasLogLikelihood(-9594.973930);
        pareto(exact())
                .hasParameters(.553277, 10.577684, .606240, 11.668735)
                .hasErrors(ERRORS, .047628, .842723, .187281, 6.211114)
                .hasLogLikelihood(-9594.976179);
    }

    @Test
    void the_NBD_is_what_they_are_held_against() {
        Identified.of(Nbd.fit(Summaries.of(Cdnow.rounded())))
                .hasParameters(.384768, 12.072085)
                .hasErrors(ERRORS, .020985, .808727)
                .hasLogLikelihood(-9763.660222);
    }

    @Test
    void the_steepness_of_the_worst_told_direction_is_known() {
        List<Summary> customers = Cdnow.rounded();
        assertThat(bg(customers).found().steepness()).isCloseTo(7.4, within(.05));
        assertThat(mbg(customers).found().steepness()).isCloseTo(6.3, within(.05));
        assertThat(pareto(customers).found().steepness()).isCloseTo(2.7, within(.05));
    }

    @Test
    void in_days_only_the_rates_and_a_constant_change() {
        List<Summary> days = Cdnow.transactions().until(Cdnow.CALIBRATED, 1).stream()
                .map(Purchaser::summary)
                .toList();
        Identified<BgNbd> found = bg(days).hasLogLikelihood(-14363.530443);
        assertThat(found.model().alpha()).isCloseTo(7 * 4.413602, within(7e-4));
        assertThat(found.model().r()).isCloseTo(.242595, within(1e-4));
    }

    @Test
    void customers_have_their_chances_and_expectations() {
        List<Summary> customers = Cdnow.rounded();
        of(bg(customers).model(), .726609, 1.225910, .968920, 25.759473, 1, .194781);
        of(mbg(customers).model(), .706126, 1.262671, .965553, 23.999957, .389716, .153954);
        of(pareto(customers).model(), .869119, 1.455113, .997918, 25.456547, .295097, .107060);
    }

    private static void of(PurchaseModel model, double... expected) {
        double[] found = {
            model.alive(PAPER),
            model.expected(PAPER, 39),
            model.alive(HARDEST),
            model.expected(HARDEST, 52),
            model.alive(SILENT),
            model.expected(SILENT, 39)
        };
        for (int i = 0; i < found.length; i++)
            assertThat(found[i]).as("%s, figure %s", model, i).isCloseTo(expected[i], within(2 * SIX_DIGITS));
    }

    @Test
    void new_customers_are_expected_to_buy_so_often() {
        List<Summary> customers = Cdnow.rounded();
        ofNew(bg(customers).model(), 1.195016, 1.857972);
        ofNew(mbg(customers).model(), 1.182284, 1.803636);
        ofNew(pareto(customers).model(), 1.213408, 1.909881);
    }

    private static void ofNew(PurchaseModel model, double half, double whole) {
        assertThat(model.expectedOfNew(39)).isCloseTo(half, within(SIX_DIGITS));
        assertThat(model.expectedOfNew(78)).isCloseTo(whole, within(SIX_DIGITS));
    }

    @Test
    void single_customers_have_their_log_likelihood() {
        List<Summary> customers = Cdnow.rounded();
        PurchaseModel bg = bg(customers).model();
        PurchaseModel pareto = pareto(customers).model();
        Summary once = new Summary(1, 1.71, 38.86);
        Summary seven = new Summary(7, 29.43, 38.86);
        assertThat(bg.logLikelihood(PAPER)).isCloseTo(-9.45970103, within(SIX_DIGITS));
        assertThat(pareto.logLikelihood(PAPER)).isCloseTo(-9.55433321, within(SIX_DIGITS));
        assertThat(bg.logLikelihood(once)).isCloseTo(-4.47043855, within(SIX_DIGITS));
        assertThat(pareto.logLikelihood(once)).isCloseTo(-4.44970949, within(SIX_DIGITS));
        assertThat(bg.logLikelihood(SILENT)).isCloseTo(-.55380708, within(SIX_DIGITS));
        assertThat(pareto.logLikelihood(SILENT)).isCloseTo(-.52120177, within(SIX_DIGITS));
        assertThat(bg.logLikelihood(seven)).isCloseTo(-21.86483170, within(5e-6));
        assertThat(pareto.logLikelihood(seven)).isCloseTo(-21.59425912, within(5e-6));
    }

    @Test
    void all_together_they_forecast_too_little_of_the_holdout() {
        Transactions bought = Cdnow.transactions();
        List<Purchaser> all = bought.until(Cdnow.END, 7);
        List<Purchaser> seen = bought.until(Cdnow.CALIBRATED, 7);
        int actual = 0;
        for (int i = 0; i < all.size(); i++)
            actual += all.get(i).summary().frequency() - seen.get(i).summary().frequency();
        assertThat(actual).isEqualTo(1882);
        List<Summary> exact = seen.stream().map(Purchaser::summary).toList();
        assertThat(total(exact, bg(exact).model(), 39)).isCloseTo(1653.409, within(1e-3));
        assertThat(total(exact, mbg(exact).model(), 39)).isCloseTo(1576.728, within(1e-3));
        assertThat(total(exact, pareto(exact).model(), 39)).isCloseTo(1665.513, within(1e-3));
    }

    @Test
    void as_rounded_the_totals_are_those_of_the_reference() {
        List<Summary> customers = Cdnow.rounded();
        PurchaseModel bg = bg(customers).model();
        PurchaseModel mbg = mbg(customers).model();
        PurchaseModel pareto = pareto(customers).model();
        assertThat(total(customers, bg, 39)).isCloseTo(1653.423, within(1e-3));
        assertThat(total(customers, mbg, 39)).isCloseTo(1576.737, within(2e-3)); // here 1576.7357
        assertThat(total(customers, pareto, 39)).isCloseTo(1665.534, within(1e-3));
        assertThat(sum(customers, bg::alive)).isCloseTo(1917.276, within(1e-3));
        assertThat(sum(customers, mbg::alive)).isCloseTo(1057.638, within(1e-3));
        assertThat(sum(customers, pareto::alive)).isCloseTo(1051.879, within(1e-3));
        assertThat(sum(customers, each -> bg.expectedOfNew(each.age()))).isCloseTo(2493.97, within(.01));
        assertThat(sum(customers, each -> mbg.expectedOfNew(each.age()))).isCloseTo(2475.64, within(.01));
        assertThat(sum(customers, each -> pareto.expectedOfNew(each.age()))).isCloseTo(2524.94, within(.01));
        assertThat(sum(customers, each -> bg.expectedOfNew(each.age() + 39))).isCloseTo(4160.64, within(.01));
        assertThat(sum(customers, each -> mbg.expectedOfNew(each.age() + 39))).isCloseTo(4049.97, within(.01));
        assertThat(sum(customers, each -> pareto.expectedOfNew(each.age() + 39)))
                .isCloseTo(4270.07, within(.01));
    }

    private static double total(List<Summary> customers, PurchaseModel model, double duration) {
        return sum(customers, each -> model.expected(each, duration));
    }

    private static double sum(List<Summary> customers, ToDoubleFunction<Summary> of) {
        return customers.stream().mapToDouble(of).sum();
    }
}
