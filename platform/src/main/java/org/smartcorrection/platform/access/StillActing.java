package org.smartcorrection.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose account was disabled, or whose post or substitution has ended, with its next
 * request: a right lasts no longer than its ground.
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
    if (actor != null)
      current(actor)
          .ifPresentOrElse(now -> goOn(request, response, actor, now), () -> sessions.end(request));
    chain.doFilter(request, response);
  }

  private Optional<Actor> current(Actor actor) {
    return accounts.acting(actor.account(), actor.post(), LegalCalendar.legalDay(clock.instant()));
  }

  /** Another substitution may have begun in the same post meanwhile, such as one by order. */
  private void goOn(
      HttpServletRequest request, HttpServletResponse response, Actor before, Actor now) {
    if (!Objects.equals(before.inPlace(), now.inPlace()))
      sessions.goOn(request, response, now.lookingAt(before.county()));
  }
}
