package hecht.app.security;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import hecht.store.Store;
import hecht.store.access.Act;
import hecht.store.access.Right;
import hecht.store.access.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Which address asks for what. Pages want a session and its role; the API wants a token and its right; what is named nowhere
/// here wants a member, so that a page somebody adds and forgets is never open to viewers.
@Configuration(proxyBeanMethods = false)
class Policy {
    private static final String CONTENT = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// What is asked of programs.
    private static final String[] MACHINES = {"/api/**", "/actuator/**"};

    /// What every page is made of, the same for everybody.
    private static final String[] ASSETS = {"/static/**", "/favicon.ico", "/robots.txt"};

    /// By what a viewer may choose figures.
    private static final Set<String> FOR_VIEWERS = Set.of("", "lang", "month", "segment", "region");

    private final Audit audit;

    Policy(Audit audit) {
        this.audit = audit;
    }

    @Bean
    FilterRegistrationBean<Calm> calm() {
        FilterRegistrationBean<Calm> first = new FilterRegistrationBean<>(new Calm());
        first.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        first.setDispatcherTypes(DispatcherType.REQUEST);
        return first;
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, Premises premises, Store store, Clock clock, LocalToken local) {
        common(http, premises).securityMatcher(MACHINES);
        http.csrf(csrf -> csrf.disable()); // no cookie is looked at here
        http.addFilterBefore(new Bearer(store, clock, local, audit), AnonymousAuthenticationFilter.class);
        http.authorizeHttpRequests(may -> may.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .hasAuthority(Proof.of(Right.METRICS))
                .requestMatchers(POST, "/api/v1/events")
                .hasAuthority(Proof.of(Right.EVENTS))
                .requestMatchers(DELETE, "/api/v1/relationships/*")
                .hasAuthority(Proof.of(Right.ERASE))
                .requestMatchers(GET, "/api/v1/relationships", "/api/v1/relationships/**")
                .hasAuthority(Proof.of(Right.PEOPLE))
                .requestMatchers(GET, "/api/v1/pulse", "/api/v1/pulse/**")
                .hasAuthority(Proof.of(Right.FIGURES))
                .requestMatchers(GET, "/api/v1/imports", "/api/v1/imports/**")
                .hasAuthority(Proof.of(Right.EVENTS))
                .requestMatchers(GET, "/api/v1/openapi", "/api/v1/openapi/**", "/api/v1/openapi.yaml")
                .authenticated()
                .anyRequest()
                .hasAuthority(Proof.COMMAND_LINE));
        http.exceptionHandling(what -> what.accessDeniedHandler(notTheRight())
                .authenticationEntryPoint((request, response, e) -> {
                    audit.refused(request, Act.TOKEN_REFUSED, Audit.asked(request));
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                    Answers.send(request, response, Refused.Kind.NOT_SIGNED_IN);
                }));
        return http.build();
    }

    /// Nobody is asked who they are for these, and no session is looked up: with the database away, the page that says so has
    /// its style.
    @Bean
    @Order(2)
    SecurityFilterChain assets(HttpSecurity http, Premises premises) {
        common(http, premises).securityMatcher(ASSETS);
        http.csrf(csrf -> csrf.disable()); // nothing is written here
        http.authorizeHttpRequests(may -> may.anyRequest().permitAll());
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(
            HttpSecurity http, Premises premises, SignIn signIn, SessionContexts sessions, FormTokens forms) {
        common(http, premises);
        http.authenticationManager(
                new ProviderManager(signIn)); // with no other beside it, which would be asked as well
        http.securityContext(context -> context.securityContextRepository(sessions));
        http.csrf(csrf -> csrf.csrfTokenRepository(forms));
        http.addFilterBefore(new UploadGate(audit), CsrfFilter.class);
        http.formLogin(form -> form.loginPage("/sign-in")
                .loginProcessingUrl("/sign-in")
                .usernameParameter("name")
                .passwordParameter("password")
                .successHandler((request, response, proof) -> {
                    if (proof.getPrincipal() instanceof Who who) sessions.begin(who, request, response);
                    response.sendRedirect(Onward.of(request));
                })
                .failureHandler(
                        (request, response, e) -> response.sendRedirect("/sign-in?failed" + Onward.kept(request))));
        http.logout(out -> out.logoutUrl("/sign-out")
                .addLogoutHandler((request, response, proof) -> {
                    if (proof != null && proof.getPrincipal() instanceof Who who) audit.did(who, Act.SIGNED_OUT, "");
                    sessions.end(request, response);
                })
                .logoutSuccessUrl("/sign-in"));
        http.authorizeHttpRequests(may -> may.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/sign-in", "/link/*")
                .permitAll()
                .requestMatchers(Policy::narrowed)
                .hasRole(Role.MEMBER.name())
                .requestMatchers(
                        GET,
                        "/",
                        "/pulse",
                        "/pulse.csv",
                        "/pulse/**",
                        "/relationships",
                        "/relationships/bands.csv",
                        "/keys")
                .hasRole(Role.VIEWER.name())
                .requestMatchers(POST, "/keys")
                .hasRole(Role.VIEWER.name())
                .requestMatchers("/setup/users", "/setup/users/**")
                .hasRole(Role.OWNER.name())
                .requestMatchers("/setup", "/setup/**", "/demo", "/demo/**")
                .hasRole(Role.STEWARD.name())
                .requestMatchers("/relationships/*/erase")
                .hasRole(Role.STEWARD.name())
                .anyRequest()
                .hasRole(Role.MEMBER.name()));
        http.exceptionHandling(what -> what.accessDeniedHandler(notTheRole())
                .authenticationEntryPoint((request, response, e) -> {
                    boolean reads = request.getMethod().equals("GET");
                    if (reads) response.sendRedirect("/sign-in?" + Onward.TO + "=" + encoded(request));
                    else Answers.send(request, response, Refused.Kind.NOT_SIGNED_IN);
                }));
        return http.build();
    }

    /// What holds for people and programs alike: our names only, no other site's pages, no session of the web server's own,
    /// and the headers.
    private HttpSecurity common(HttpSecurity http, Premises premises) {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(cache -> cache.disable());
        http.addFilterAfter(new HostGate(premises, audit), HeaderWriterFilter.class);
        http.addFilterAfter(new OriginGate(audit), HostGate.class);
        http.headers(headers -> headers.defaultsDisabled()
                .contentTypeOptions(on -> {})
                .cacheControl(on -> {})
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
        if (premises.secure()) http.headers(headers -> headers.httpStrictTransportSecurity(on -> {}));
        return http;
    }

    /// Whether a list is asked for that was narrowed down further than Pulse does: who may do that at will comes down to
    /// figures of one person.
    private static boolean narrowed(HttpServletRequest request) {
        if (!request.getRequestURI().startsWith("/relationships") || request.getQueryString() == null) return false;
        return Arrays.stream(request.getQueryString().split("&", -1))
                .map(each -> each.contains("=") ? each.substring(0, each.indexOf('=')) : each)
                .anyMatch(name -> !FOR_VIEWERS.contains(name));
    }

    private AccessDeniedHandler notTheRole() {
        return (request, response, e) -> {
            boolean form = e instanceof CsrfException;
            audit.refused(request, form ? Act.FORM_REFUSED : Act.ROLE_REFUSED, Audit.asked(request));
            Answers.send(request, response, form ? Refused.Kind.FORM : Refused.Kind.NOT_ALLOWED);
        };
    }

    private AccessDeniedHandler notTheRight() {
        return (request, response, e) -> {
            audit.refused(request, Act.RIGHT_REFUSED, Audit.asked(request));
            Answers.send(request, response, Refused.Kind.NOT_ALLOWED);
        };
    }

    private static String encoded(HttpServletRequest request) {
        String query = request.getQueryString();
        return URLEncoder.encode(request.getRequestURI() + (query == null ? "" : "?" + query), StandardCharsets.UTF_8);
    }
}
