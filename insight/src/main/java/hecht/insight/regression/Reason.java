package hecht.insight.regression;

import java.util.List;

/// Why the data give no estimate. Each says in one sentence what is the matter and what to do.
public sealed interface Reason {
    String sentence();

    /// A covariate that is a combination of others, or of none: then it has one value wherever something is compared.
    record Collinear(String covariate, List<String> with) implements Reason {
        public Collinear {
            with = List.copyOf(with);
        }

        @Override
        public String sentence() {
            return with.isEmpty()
                    ? covariate
                            + " does not vary among those who are compared, so its effect cannot be told; leave it out."
                    : covariate + " follows from " + String.join(", ", with)
                            + ", so their effects cannot be told apart; leave one of them out.";
        }
    }

    /// The covariates, or a sum of them, divide the outcomes without error: the likelihood grows for ever as they grow.
    record Separated(List<String> covariates) implements Reason {
        public Separated {
            covariates = List.copyOf(covariates);
        }

        @Override
        public String sentence() {
            return String.join(", ", covariates) + (covariates.size() == 1 ? " divides" : " together divide")
                    + " the outcomes without an exception, so that no finite effect fits best; take wider groups, leave it out, or wait for more data.";
        }
    }

    /// Every outcome is the same.
    record OneOutcome(boolean yes) implements Reason {
        @Override
        public String sentence() {
            return "Every outcome is " + (yes ? "yes" : "no")
                    + ", so that nothing can be told about what makes a difference.";
        }
    }

    /// Nobody left.
    record NoEvents() implements Reason {
        @Override
        public String sentence() {
            return "Nobody left in the time that was looked at, so that nothing can be told about what makes a difference.";
        }
    }

    /// Whenever somebody left, nobody stayed: the order of leaving says nothing.
    record NobodyStayed() implements Reason {
        @Override
        public String sentence() {
            return "There is no moment at which some left while others stayed, so that there is nothing to compare.";
        }
    }

    /// The climb was stopped; the top was not reached.
    record OutOfRounds(int rounds) implements Reason {
        @Override
        public String sentence() {
            return "No estimate was reached in " + rounds
                    + " rounds; look for a covariate with a few values far from all others, and take its logarithm.";
        }
    }
}
