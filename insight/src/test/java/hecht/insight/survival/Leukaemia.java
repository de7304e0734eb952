package hecht.insight.survival;

import hecht.insight.regression.Covariates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Freireich et al. (1963), *Blood* 21(6): weeks of remission of 42 children, half on a drug and half on placebo; in every textbook.
final class Leukaemia {
    private static final double[] DRUG = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
    private static final boolean[] DRUG_ENDED = {
        true, true, true, false, true, false, true, false, false, true, true, false, false, false, true, true, false,
        false, false, false, false
    };
    private static final double[] PLACEBO = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};

    static final Durations ON_DRUG = Durations.of(DRUG, DRUG_ENDED);
    static final Durations ALL;
    static final List<String> GROUPS;
    static final Covariates PLACEBO_OR_NOT;

    static {
        double[] times = new double[42];
        boolean[] ended = new boolean[42];
        double[][] placebo = new double[42][1];
        List<String> groups = new ArrayList<>(Collections.nCopies(21, "drug"));
        for (int i = 0; i < 21; i++) {
            times[i] = DRUG[i];
            ended[i] = DRUG_ENDED[i];
            times[21 + i] = PLACEBO[i];
            ended[21 + i] = true;
            placebo[21 + i][0] = 1;
            groups.add("placebo");
        }
        ALL = Durations.of(times, ended);
        GROUPS = List.copyOf(groups);
        PLACEBO_OR_NOT = Covariates.of(List.of("placebo"), placebo);
    }

    private Leukaemia() {}
}
