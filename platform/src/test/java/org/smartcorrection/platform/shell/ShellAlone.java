package org.smartcorrection.platform.shell;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The shell with a web server, with everything open, and with no database and no other module. */
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
    })
@ComponentScan
class ShellAlone {

  /** Serves the component sheet while one works on the look. */
  public static void main(String[] args) {
    SpringApplication.run(ShellAlone.class, args);
  }

  @Bean
  SecurityFilterChain open(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .headers(
            headers ->
                headers.contentSecurityPolicy(
                    policy ->
                        policy.policyDirectives(
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src"
                                + " 'self'; font-src 'self'; connect-src 'self'; manifest-src"
                                + " 'self'; base-uri 'none'; form-action 'self'; frame-ancestors"
                                + " 'none'")))
        .build();
  }
}
