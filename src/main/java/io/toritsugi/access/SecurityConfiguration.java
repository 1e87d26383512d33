package io.toritsugi.access;

import io.toritsugi.api.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Two doors. Who shows an {@code Authorization} header, and every bringer of telegrams, comes through the first: no session,
 * no cookie, hence no CSRF token. A browser comes through the second: session cookie, and a token on every change. What is
 * not named here is closed.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    static final String SESSION = "/api/v1/session";

    /** Styles may stand inline (component libraries write them); scripts may not. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
                    + "font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    CookieCsrfTokenRepository csrfTokens() {
        // Readable by the UI's script, which sends it back as a header: that is the whole proof.
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").path("/"));
        return tokens;
    }

    @Bean
    @Order(1)
    SecurityFilterChain keys(
            HttpSecurity http,
            ApiKeys keys,
            PasswordCheck passwords,
            AccessSettings settings,
            Problems problems,
            Refusals refusals)
            throws Exception {
        var header = new AuthorizationHeaderFilter(keys, passwords, settings.basic(), problems);
        return common(http, refusals)
                .securityMatcher(SecurityConfiguration::withoutSession)
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(header, AuthorizationFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::rights)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browsers(
            HttpSecurity http, SignedIn signedIn, CookieCsrfTokenRepository csrfTokens, Refusals refusals)
            throws Exception {
        return common(http, refusals)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(SecurityConfiguration::signingIn))
                // Before the token is looked at: without credentials the answer is 401, not a word on tokens.
                .addFilterAfter(new SessionFilter(signedIn), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::rights)
                .build();
    }

    private static boolean withoutSession(HttpServletRequest request) {
        return AuthorizationHeaderFilter.present(request)
                || request.getServletPath().startsWith("/ota/");
    }

    private static boolean signingIn(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && SESSION.equals(request.getServletPath());
    }

    /** Who may come in where. Rooms ask for more where a call needs more ({@link Caller#require}, {@link HotelAccess}). */
    private static void rights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry calls) {
        calls.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(HttpMethod.POST, SESSION)
                .permitAll()
                .requestMatchers(SESSION)
                .authenticated()
                .requestMatchers("/ota/**")
                .hasRole(Role.INTAKE.name())
                .requestMatchers(HttpMethod.GET, "/api/v1/**")
                .hasRole(Role.VIEWER.name())
                .requestMatchers(HttpMethod.HEAD, "/api/v1/**")
                .hasRole(Role.VIEWER.name())
                .requestMatchers("/api/v1/**")
                .hasRole(Role.OPERATOR.name())
                .requestMatchers("/ws/**")
                .hasRole(Role.VIEWER.name())
                .requestMatchers("/actuator/health/**", "/actuator/prometheus")
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasRole(Role.ADMIN.name())
                // The description of the API holds no data; the UI's files neither.
                .requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml", "/docs/**", "/swagger-ui/**")
                .permitAll()
                .requestMatchers(
                        "/",
                        "/sign-in",
                        "/h",
                        "/h/**",
                        "/index.html",
                        "/assets/**",
                        "/favicon.ico",
                        "/*.svg",
                        "/*.webmanifest")
                .permitAll()
                .anyRequest()
                .authenticated();
    }

    private static HttpSecurity common(HttpSecurity http, Refusals refusals) throws Exception {
        return http.securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                // Sessions are opened and read in this room; Spring's management would make a new token at each
                // request.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityConfiguration::headers);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .cacheControl(Customizer.withDefaults());
    }
}
