package org.smartcorrection.platform.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An actor who has signed in. */
final class ActorAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;
  private final transient Actor actor;

  ActorAuthentication(Actor actor) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + actor.role().name())));
    this.actor = actor;
    setAuthenticated(true);
  }

  /** The actor behind an authentication; {@code null} when nobody has signed in. */
  static @Nullable Actor actor(@Nullable Authentication authentication) {
    return authentication instanceof ActorAuthentication known ? known.actor : null;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Actor getPrincipal() {
    return actor;
  }

  @Override
  public String getName() {
    return actor.account().toString();
  }
}
