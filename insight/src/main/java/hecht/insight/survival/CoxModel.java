package hecht.insight.survival;

import hecht.insight.regression.Ascent;
import hecht.insight.regression.ChiSquare;
import hecht.insight.regression.Coefficient;
import hecht.insight.regression.Covariance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A fitted Cox regression. It keeps the subjects it was fitted on, for what is asked of it later. Immutable.
public final class CoxModel {
    private final RiskSets sets;
    private final Ties ties;
    private final double[] beta; // in standardised units
    private final double[] inner; // covariance of beta
    private final double logLikelihood;
    private final double logLikelihoodNull;
    private final double score;
    private final double wald;
    private final Covariance covariance;

    CoxModel(RiskSets sets, Ties ties, Ascent.Top top) {
        this.sets = sets;
        this.ties = ties;
        beta = top.point();
        inner = top.covariance();
        logLikelihood = top.height();
        logLikelihoodNull = top.start();
        score = top.score();
        wald = top.wald();
        covariance = outer(inner);
    }

    public Ties ties() {
        return ties;
    }

    /// Log hazard ratios for one unit more; standard errors from the inverse information.
    public List<Coefficient> coefficients() {
        return coefficients(covariance);
    }

    /// The same with robust standard errors, which hold as well when the hazards are not proportional: D'D of what each subject
    /// alone moves the estimate by. Lin & Wei (1989), *JASA* 84(408).
    public List<Coefficient> robust() {
        return coefficients(outer(new Influence(hazards(), sets, inner).covariance()));
    }

    public Covariance covariance() {
        return covariance;
    }

    public double logLikelihood() {
        return logLikelihood;
    }

    /// With every effect 0.
    public double logLikelihoodNull() {
        return logLikelihoodNull;
    }

    /// Whether any effect is there: 2(ℓ(β̂) − ℓ(0)).
    public ChiSquare likelihoodRatio() {
        return ChiSquare.of(2 * (logLikelihood - logLikelihoodNull), beta.length);
    }

    /// The same from the slope at 0: U(0)ᵀI(0)⁻¹U(0).
    public ChiSquare scoreTest() {
        return ChiSquare.of(score, beta.length);
    }

    /// The same from the estimate: β̂ᵀV⁻¹β̂.
    public ChiSquare wald() {
        return ChiSquare.of(wald, beta.length);
    }

    /// How often, of two subjects of whom one is known to have left first, that one had the larger predictor; equal ones count half.
    public double concordance() {
        double[] eta = new double[sets.rows];
        sets.predict(beta, eta);
        return Concordance.of(sets, eta);
    }

    /// Whether effects stay the same as time goes on; empty when people left at too few different times to tell.
    public Optional<ProportionalHazards> proportionalHazards() {
        return ProportionalHazards.test(sets, ties, beta);
    }

    /// The hazard that all share, for predicted curves.
    public BaselineHazard baseline() {
        return new BaselineHazard(hazards(), sets, beta, inner);
    }

    private Hazards hazards() {
        return Hazards.of(sets, ties, beta);
    }

    private List<Coefficient> coefficients(Covariance with) {
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < beta.length; j++)
            coefficients.add(
                    new Coefficient(sets.units.names().get(j), beta[j] * sets.units.unit(j), with.standardError(j)));
        return List.copyOf(coefficients);
    }

    private Covariance outer(double[] standardised) {
        int size = beta.length;
        double[] entries = new double[size * size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                entries[i * size + j] = standardised[i * size + j] * sets.units.unit(i) * sets.units.unit(j);
        return new Covariance(size, entries);
    }
}
