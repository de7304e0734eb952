package hecht.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one browser and the one house that are open for all of them, and passes them by with a clear word where there is no browser.
public final class InChromium implements ExecutionCondition, ParameterResolver {
    private static final Namespace HERE = Namespace.create(InChromium.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.found().isPresent()
                ? ConditionEvaluationResult.enabled("there is a Chromium")
                : ConditionEvaluationResult.disabled(Chromium.wanted());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == OpenHouse.class || type == Chromium.class;
    }

    /// Opened by the first test that asks, closed after the last one.
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store kept = context.getRoot().getStore(HERE);
        Chromium chromium = kept.computeIfAbsent(Chromium.class, unopened -> Chromium.start(), Chromium.class);
        return parameter.getParameter().getType() == Chromium.class
                ? chromium
                : kept.computeIfAbsent(OpenHouse.class, unopened -> OpenHouse.open(chromium));
    }
}
