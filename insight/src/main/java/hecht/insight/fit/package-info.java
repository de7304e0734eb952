/// How an organisation's own history teaches the model: evidence of many customers in, parameters with how sure they are out.
/// Expectation–maximisation, each part in closed form. `health.md`, section 8.
@NullMarked
package hecht.insight.fit;

import org.jspecify.annotations.NullMarked;
