package hecht.app.web.demo;

import hecht.app.ingest.LichtlandLoading;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// While Lichtland is on its way, whoever loads it sees how far it is instead of half its figures.
@Configuration(proxyBeanMethods = false)
class OnTheWay implements WebMvcConfigurer {
    private static final String STEWARD = "STEWARD";

    private final LichtlandLoading lichtland;

    OnTheWay(LichtlandLoading lichtland) {
        this.lichtland = lichtland;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                            throws IOException {
                        if (!lichtland.seen().isRunning() || !request.isUserInRole(STEWARD)) return true;
                        response.sendRedirect("/demo");
                        return false;
                    }
                })
                .addPathPatterns("/", "/pulse", "/relationships");
    }
}
