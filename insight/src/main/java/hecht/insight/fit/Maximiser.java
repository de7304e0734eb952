package hecht.insight.fit;

import hecht.core.episode.Encounter;
import hecht.core.relation.Matrix;
import hecht.core.relation.Model;
import hecht.core.relation.Observation;
import hecht.core.relation.Parameters;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// The parameters that are likeliest by what is expected of hidden ways and by the prior: each in closed form, so that every
/// round of the fit gains. Immutable.
///
/// Conditions are ordered by how readily customers leave, in every round: the rates of leaving are the likeliest among those
/// that never rise (pooled neighbours, Ayer et al. 1955), which keeps names and order without a search.
record Maximiser(Prior prior, Moves moves, Set<Observation> heard) {
    private static final double LEAST_RATE = 1e-4; // a year, as Parameters ask
    private static final double LEAST_SHARE = 1e-6; // no answer and no start is ever impossible

    /// @param at the model the expectations were made with
    Parameters of(Expected sums, Model at, Flows.Lived lived) {
        Parameters held = prior.at();
        int k = sums.k;
        double[] up = new double[k - 1];
        double[] down = new double[k - 1];
        for (int i = 0; i + 1 < k; i++) {
            up[i] = rate(lived.up()[i], lived.years()[i], held.up().at(i));
            down[i] = rate(lived.down()[i], lived.years()[i + 1], held.down().at(i));
        }
        return new Parameters(
                Matrix.row(shares(sums.started, held.start().toArray())),
                Matrix.row(shares(sums.wonBack, held.wonBack().toArray())),
                Matrix.row(leaving(sums.left, lived.open())),
                Matrix.row(up),
                Matrix.row(down),
                answering(sums, at),
                held.answers(),
                answers(sums),
                moves(sums, at.parameters()));
    }

    /// The conditions of those whose history is cut off.
    ///
    /// @param held what the prior says of them
    Entry entry(Expected sums, Entry held) {
        double[][] found = new double[Entry.bands()][];
        for (int band = 0; band < found.length; band++) found[band] = shares(sums.cutOff[band], held.shares()[band]);
        return new Entry(found);
    }

    private double rate(double jumps, double years, double held) {
        return Math.max(LEAST_RATE, (jumps + prior.years() * held) / (years + prior.years()));
    }

    private double[] shares(double[] counts, double[] held) {
        double[] shares = new double[counts.length];
        double all = 0;
        for (int i = 0; i < counts.length; i++) {
            shares[i] = Math.max(LEAST_SHARE, counts[i] + prior.events() * held[i]);
            all += shares[i];
        }
        for (int i = 0; i < shares.length; i++) shares[i] /= all;
        return shares;
    }

    /// Σ left · ln μ − open · μ at its largest, with μ never rising from one condition to the next.
    private double[] leaving(double[] left, double[] open) {
        int k = left.length;
        double[] departures = new double[k];
        double[] years = new double[k];
        int[] members = new int[k];
        int blocks = 0;
        for (int i = 0; i < k; i++) {
            departures[blocks] = left[i] + prior.years() * prior.at().leaving().at(i);
            years[blocks] = open[i] + prior.years();
            members[blocks++] = 1;
            while (blocks > 1
                    && departures[blocks - 1] * years[blocks - 2] > departures[blocks - 2] * years[blocks - 1]) {
                departures[blocks - 2] += departures[blocks - 1];
                years[blocks - 2] += years[blocks - 1];
                members[blocks - 2] += members[--blocks];
            }
        }
        double[] rates = new double[k];
        for (int block = 0, i = 0; block < blocks; block++)
            for (int each = 0; each < members[block]; each++) rates[i++] = departures[block] / years[block];
        return rates;
    }

    private Matrix answering(Expected sums, Model at) {
        double[] held = prior.at().answering().toArray();
        double usual = logit(at.usual().answerRate());
        double[] adds = new double[sums.k];
        for (int i = 0; i < sums.k; i++) {
            double believed = 1 / (1 + StrictMath.exp(-(usual + held[i])));
            double answered = sums.answered[i] + prior.events() * believed;
            double unanswered = sums.unanswered[i] + prior.events() * (1 - believed);
            adds[i] = StrictMath.log(answered / unanswered) - usual;
        }
        return Matrix.row(adds);
    }

    private static double logit(double p) {
        return StrictMath.log(p / (1 - p));
    }

    /// Of each kind that was heard.
    private Map<Observation, Matrix> answers(Expected sums) {
        Map<Observation, Matrix> tables = new EnumMap<>(Observation.class);
        for (Observation each : heard) {
            double[][] said = sums.said[each.ordinal()];
            Matrix held = prior.at().answers(each);
            double[][] rows = new double[sums.k][];
            for (int i = 0; i < sums.k; i++) {
                double[] at = new double[held.columns()];
                for (int j = 0; j < at.length; j++) at[j] = held.at(i, j);
                rows[i] = shares(said[i], at);
            }
            tables.put(each, Matrix.of(rows));
        }
        return tables;
    }

    // ---- encounters

    private Map<Encounter, Matrix> moves(Expected sums, Parameters at) {
        return switch (moves) {
            case FREE -> free(sums);
            case SYMMETRIC -> alike(sums, at);
            case NONE -> unmoved(sums.k);
        };
    }

    private Map<Encounter, Matrix> free(Expected sums) {
        Map<Encounter, Matrix> all = new EnumMap<>(Encounter.class);
        for (Encounter each : Encounter.values()) {
            Matrix held = prior.at().move(each);
            double[][] rows = new double[sums.k][sums.k];
            for (int i = 0; i < sums.k; i++) {
                double sum = 0;
                for (int j = 0; j < sums.k; j++) {
                    if (held.at(i, j) == 0) continue;
                    rows[i][j] = sums.moved[each.ordinal()][i * sums.k + j] + prior.events() * held.at(i, j);
                    sum += rows[i][j];
                }
                for (int j = 0; j < sums.k; j++) rows[i][j] /= sum;
            }
            all.put(each, Matrix.of(rows));
        }
        return all;
    }

    /// One chance for all, with the prior of one row at the chance that is given first.
    private Map<Encounter, Matrix> alike(Expected sums, Parameters at) {
        double moved = 0;
        double all = 0;
        int k = sums.k;
        for (Encounter each : Encounter.values()) {
            int step = each.isPositive() ? 1 : -1;
            double[] counts = sums.moved[each.ordinal()];
            for (int i = 0; i < k; i++) {
                int to = i + step;
                if (to < 0 || to >= k) continue;
                moved += counts[i * k + to];
                all += counts[i * k + to] + counts[i * k + i];
            }
        }
        double chance = all > 0 ? Math.clamp(moved / all, LEAST_SHARE, 1 - LEAST_SHARE) : chance(at);
        return alike(k, chance);
    }

    private static double chance(Parameters at) {
        return at.move(Encounter.GOOD).at(0, 1);
    }

    /// What these moves start from.
    Parameters starting(Parameters from) {
        Map<Observation, Matrix> own = new EnumMap<>(Observation.class);
        for (Observation each : heard) own.put(each, from.answers(each));
        Map<Encounter, Matrix> start = switch (moves) {
            case FREE -> from.moves();
            case SYMMETRIC -> alike(from.conditions(), chance(from));
            case NONE -> unmoved(from.conditions());
        };
        return new Parameters(
                from.start(),
                from.wonBack(),
                from.leaving(),
                from.up(),
                from.down(),
                from.answering(),
                from.answers(),
                own,
                start);
    }

    private static Map<Encounter, Matrix> alike(int k, double chance) {
        Map<Encounter, Matrix> all = new EnumMap<>(Encounter.class);
        for (Encounter each : Encounter.values()) {
            double[][] rows = new double[k][k];
            for (int i = 0; i < k; i++) {
                int to = each.isPositive() ? Math.min(i + 1, k - 1) : Math.max(i - 1, 0);
                rows[i][i] += 1 - chance;
                rows[i][to] += chance;
            }
            all.put(each, Matrix.of(rows));
        }
        return all;
    }

    private static Map<Encounter, Matrix> unmoved(int k) {
        Map<Encounter, Matrix> all = new EnumMap<>(Encounter.class);
        for (Encounter each : Encounter.values()) all.put(each, Matrix.identity(k));
        return all;
    }

    // ---- what the prior says of parameters

    /// The logarithm of the prior at some parameters, but for a constant. With it every round gains.
    double logPrior(Parameters at, Model model, Entry entry, Entry held) {
        Parameters centre = prior.at();
        double sum = dirichlet(centre.start(), at.start()) + dirichlet(centre.wonBack(), at.wonBack());
        sum += dirichlet(Matrix.of(held.shares()), Matrix.of(entry.shares()));
        for (Map.Entry<Observation, Matrix> each : at.ownAnswers().entrySet())
            sum += dirichlet(centre.answers(each.getKey()), each.getValue());
        if (moves == Moves.FREE)
            for (Encounter each : Encounter.values()) sum += dirichlet(centre.move(each), at.move(each));
        sum += gamma(centre.leaving(), at.leaving()) + gamma(centre.up(), at.up()) + gamma(centre.down(), at.down());
        double usual = logit(model.usual().answerRate());
        for (int i = 0; i < at.conditions(); i++) {
            double believed =
                    1 / (1 + StrictMath.exp(-(usual + centre.answering().at(i))));
            double answering = 1 / (1 + StrictMath.exp(-(usual + at.answering().at(i))));
            sum += prior.events()
                    * (believed * StrictMath.log(answering) + (1 - believed) * StrictMath.log1p(-answering));
        }
        return sum;
    }

    private double dirichlet(Matrix held, Matrix at) {
        double sum = 0;
        double[] counts = held.toArray();
        double[] shares = at.toArray();
        for (int i = 0; i < counts.length; i++)
            if (counts[i] > 0) sum += prior.events() * counts[i] * StrictMath.log(shares[i]);
        return sum;
    }

    private double gamma(Matrix held, Matrix at) {
        double sum = 0;
        for (int i = 0; i < held.columns(); i++)
            sum += prior.years() * (held.at(i) * StrictMath.log(at.at(i)) - at.at(i));
        return sum;
    }
}
