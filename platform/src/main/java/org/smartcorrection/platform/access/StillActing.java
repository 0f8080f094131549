package org.smartcorrection.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose account was disabled, or whose post has ended, with its next request: a
 * right lasts no longer than its ground.
 */
final class StillActing extends OncePerRequestFilter {
  private final Accounts accounts;
  private final Sessions sessions;
  private final Clock clock;

  StillActing(Accounts accounts, Sessions sessions, Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    @Nullable Actor actor =
        ActorAuthentication.actor(SecurityContextHolder.getContext().getAuthentication());
    if (actor != null && !acts(actor)) sessions.end(request);
    chain.doFilter(request, response);
  }

  private boolean acts(Actor actor) {
    return accounts
        .acting(actor.account(), actor.post(), LegalCalendar.legalDay(clock.instant()))
        .isPresent();
  }
}
