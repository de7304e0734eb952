package hecht.insight.lifetime;

/// The log-likelihood of a model with positive parameters, as a function of their natural values.
interface Likelihood {
    /// The parameters' names, in the order in which they are given.
    String[] names();

    /// How many observations the log-likelihood is a sum over.
    double observations();

    /// What 1 is for each parameter: the unit of time or money for those that have one, so that whether a parameter ran away does
    /// not depend on days or weeks.
    double[] units();

    /// @param slope filled with the derivatives by the parameters
    /// @return the sum over all observations; −∞ or NaN where it is out of a double's range
    double at(double[] parameters, double[] slope);
}
