package org.smartcorrection.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a bearer token act, under {@code /api} only and for one request at a time. */
final class ApiTokenFilter extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";
  private final ApiTokens tokens;

  ApiTokenFilter(ApiTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // a browser's session never speaks to the API: that is what keeps it safe without CSRF tokens
    SecurityContextHolder.clearContext();
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.startsWith(BEARER)) {
      tokens
          .actor(header.substring(BEARER.length()))
          .map(ActorAuthentication::new)
          .ifPresent(known -> SecurityContextHolder.setContext(new SecurityContextImpl(known)));
    }
    chain.doFilter(request, response);
  }
}
