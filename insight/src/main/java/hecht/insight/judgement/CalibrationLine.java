package hecht.insight.judgement;

import hecht.insight.regression.Coefficient;

/// The logistic regression of what happened on the logit of what was predicted. A slope below 1: probabilities were too bold, above
/// 1 too timid; with a slope of 1, an intercept below 0: too high. Cox (1958), *Biometrika* 45(3/4).
public record CalibrationLine(Coefficient intercept, Coefficient slope) {
    static final String SLOPE = "logit of the prediction";
}
