package org.smartcorrection.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins, changes and ends what a browser's session may do. */
@Component
public class Sessions {
  private static final String PURPOSE = Sessions.class.getName() + ".purpose";
  private final SecurityContextRepository contexts;

  Sessions(SecurityContextRepository contexts) {
    this.contexts = contexts;
  }

  /** Begins to act: the session gets a new name, so that a planted one is worth nothing. */
  public void begin(HttpServletRequest request, HttpServletResponse response, Actor actor) {
    request.getSession(true);
    request.changeSessionId();
    become(request, response, actor);
  }

  /** Goes on in another post of the same account, with that post's usual purpose. */
  void become(HttpServletRequest request, HttpServletResponse response, Actor actor) {
    goOn(request, response, actor);
    request.getSession(true).setAttribute(PURPOSE, ReadPurpose.usual(actor.role()));
  }

  /** Goes on in the same post on another ground, for the same purpose. */
  void goOn(HttpServletRequest request, HttpServletResponse response, Actor actor) {
    SecurityContext context = new SecurityContextImpl(new ActorAuthentication(actor));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  /** Ends the session and everything that waited in it. */
  void end(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session != null) session.invalidate();
  }

  /** What the actor said they are here for. */
  public static ReadPurpose purpose(HttpServletRequest request, Actor actor) {
    HttpSession session = request.getSession(false);
    Object said = session == null ? null : session.getAttribute(PURPOSE);
    return said instanceof ReadPurpose purpose ? purpose : ReadPurpose.usual(actor.role());
  }

  /**
   * What the actor looks for where a person was.
   *
   * @throws PurposeNeeded when they said that they are here for something that does not need it
   */
  public static ReadPurpose purposeOfPlaces(HttpServletRequest request, Actor actor) {
    ReadPurpose said = purpose(request, actor);
    if (!said.opensPlaces()) throw new PurposeNeeded();
    return said;
  }

  static void purpose(HttpServletRequest request, ReadPurpose purpose) {
    request.getSession(true).setAttribute(PURPOSE, purpose);
  }

  /** Where a role's day begins. */
  public static String home(Role role) {
    return switch (role) {
      case AGENCY_OFFICER, JUDICIAL_OFFICE, BUREAU_HEAD, CITY_AGENCY, HOST_AGENCY -> "/console";
      case COURT -> "/court";
      case PROSECUTOR -> "/oversight";
      case SUBJECT -> "/my";
      case AUDITOR -> "/admin/trail";
      case ADMINISTRATOR -> "/admin";
      case SYSTEM -> "/";
    };
  }
}
