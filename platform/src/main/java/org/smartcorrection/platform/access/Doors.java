package org.smartcorrection.platform.access;

import java.time.Clock;
import java.util.Optional;
import org.smartcorrection.platform.organisation.Accounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.util.UrlPathHelper;

/** Every request passes here: the matrix decides, the headers follow, nothing else is open. */
@Configuration(proxyBeanMethods = false)
public class Doors {
  /** No page may run a script of anybody else, or ask another host for anything. */
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self';"
          + " media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String[] STATIC = {
    "/look/**",
    "/vendor/**",
    "/verify/**",
    "/map/**",
    "/my-static/**",
    "/my-worker.js",
    "/open-worker.js",
    "/favicon.ico"
  };

  @Bean
  Matrix matrix() {
    return Matrix.load();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  @Bean
  SecurityContextRepository securityContextRepository() {
    return new HttpSessionSecurityContextRepository();
  }

  /**
   * Devices have no session and no account; what lets them in is the credential of each request,
   * which the endpoint looks at. They come by the thousand, so nothing else is in their way.
   */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain devices(HttpSecurity http, Matrix matrix) throws Exception {
    return http.securityMatcher("/ingest/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().access(by(matrix)))
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .logout(logout -> logout.disable())
        .requestCache(cache -> cache.disable())
        .headers(
            headers ->
                headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY)))
        .build();
  }

  private static AuthorizationManager<RequestAuthorizationContext> by(Matrix matrix) {
    return (authentication, context) -> {
      var request = context.getRequest();
      Optional<Matrix.Line> line =
          matrix.line(
              request.getMethod(), UrlPathHelper.defaultInstance.getPathWithinApplication(request));
      boolean allowed =
          line.isPresent() && line.get().allows(ActorAuthentication.actor(authentication.get()));
      return new AuthorizationDecision(allowed);
    };
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      Matrix matrix,
      ApiTokens tokens,
      SecurityContextRepository contexts,
      KeptForms kept,
      Accounts accounts,
      Sessions sessions,
      Clock clock)
      throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(STATIC)
                    .permitAll()
                    .requestMatchers("/error")
                    .permitAll()
                    .anyRequest()
                    .access(by(matrix)))
        .csrf(
            csrf -> csrf.ignoringRequestMatchers(PathPatternRequestMatcher.pathPattern("/api/**")))
        .securityContext(context -> context.securityContextRepository(contexts))
        .addFilterBefore(new ApiTokenFilter(tokens), AnonymousAuthenticationFilter.class)
        .addFilterBefore(
            new StillActing(accounts, sessions, clock), AnonymousAuthenticationFilter.class)
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .logout(logout -> logout.disable())
        .requestCache(cache -> cache.disable())
        .exceptionHandling(
            exceptions -> exceptions.authenticationEntryPoint(kept).accessDeniedHandler(kept))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                    .referrerPolicy(
                        referrer ->
                            referrer.policy(
                                org.springframework.security.web.header.writers
                                    .ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(
                        permissions ->
                            permissions.policy(
                                "geolocation=(self), camera=(self), microphone=(self)")))
        .build();
  }
}
