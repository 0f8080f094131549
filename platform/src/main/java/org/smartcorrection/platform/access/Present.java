package org.smartcorrection.platform.access;

import java.util.Optional;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is acting in this request. */
public final class Present {
  private Present() {}

  /** The actor, or empty when nobody has signed in. */
  public static Optional<Actor> find() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication a
        ? Optional.of(a.getPrincipal())
        : Optional.empty();
  }

  /**
   * The actor, at endpoints that the matrix gives to nobody else.
   *
   * @throws NotFound when nobody has signed in
   */
  public static Actor actor() {
    return find().orElseThrow(NotFound::new);
  }
}
