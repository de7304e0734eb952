package hecht.insight.survival;

/// On which scale an interval around a share S that stays is even: S ± z·se there, and back. With se = S·σ, σ² the sum of
/// Greenwood: `PLAIN` S ± zSσ, cut at 0 and 1; `LOG` S·exp(±zσ), cut at 1, which is R's usual; `LOG_LOG` S^exp(±zσ/ln S).
/// Kalbfleisch & Prentice (2002), *The Statistical Analysis of Failure Time Data*, 1.4.
public enum Band {
    PLAIN,
    LOG,
    LOG_LOG
}
