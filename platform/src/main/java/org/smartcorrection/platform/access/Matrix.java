package org.smartcorrection.platform.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The authorisation matrix, {@code authorisation.txt}: one line per endpoint, in a form that a
 * security auditor reads without knowing Java. What is not in it is denied.
 */
public final class Matrix {
  private final List<Line> lines;

  /** The lines by the first segment of their path: each request looks through its own alone. */
  private final Map<String, List<Line>> byBeginning;

  private Matrix(List<Line> lines) {
    this.lines = List.copyOf(lines);
    byBeginning =
        lines.stream()
            .collect(Collectors.groupingBy(line -> beginning(line.path().getPatternString())));
    byBeginning.keySet().stream()
        .filter(name -> name.contains("{") || name.contains("*"))
        .findAny()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException("a path begins with a name, not with " + name);
            });
  }

  private static String beginning(String path) {
    int end = path.indexOf('/', 1);
    return end < 0 ? path : path.substring(0, end);
  }

  /**
   * One line.
   *
   * @param anybody whether even somebody who has not signed in may call it
   */
  public record Line(String method, PathPattern path, boolean anybody, Set<Role> roles) {
    boolean matches(String method, PathContainer path) {
      boolean sameMethod =
          this.method.equals(method) || (this.method.equals("GET") && method.equals("HEAD"));
      return sameMethod && this.path.matches(path);
    }

    /** Whether this line lets somebody in; {@code null} has not signed in. */
    public boolean allows(@Nullable Actor actor) {
      return anybody || (actor != null && roles.contains(actor.role()));
    }
  }

  /** Reads the matrix from the class path. */
  public static Matrix load() {
    try (InputStream in = Matrix.class.getResourceAsStream("/authorisation.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Matrix parse(String text) {
    var lines = new ArrayList<Line>();
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) continue;
      List<String> words = List.of(line.split("\\s+"));
      if (words.size() < 3) throw new IllegalArgumentException("not a line of the matrix: " + raw);
      lines.add(line(words));
    }
    return new Matrix(lines);
  }

  private static Line line(List<String> words) {
    List<String> who = words.subList(2, words.size());
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : who) {
      switch (word) {
        case "anybody", "device" -> {}
        case "staff" -> {
          roles.addAll(EnumSet.allOf(Role.class));
          roles.removeAll(Set.of(Role.SUBJECT, Role.HOST_AGENCY, Role.SYSTEM));
        }
        case "supervision" -> {
          for (Role role : Role.values()) if (role.supervises()) roles.add(role);
        }
        case "signed-in" -> {
          roles.addAll(EnumSet.allOf(Role.class));
          roles.removeAll(Set.of(Role.HOST_AGENCY, Role.SYSTEM));
        }
        case String name -> roles.add(Role.valueOf(name));
      }
    }
    // a device proves itself with its own credential at the endpoint, not with an account
    boolean anybody = who.contains("anybody") || who.contains("device");
    return new Line(
        words.get(0), PathPatternParser.defaultInstance.parse(words.get(1)), anybody, roles);
  }

  /** The line for a request, the most specific path first; empty means denied. */
  public Optional<Line> line(String method, String path) {
    PathContainer container = PathContainer.parsePath(path);
    return byBeginning.getOrDefault(beginning(path), List.of()).stream()
        .filter(line -> line.matches(method, container))
        .min((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.path(), b.path()));
  }

  public List<Line> lines() {
    return lines;
  }
}
