package org.smartcorrection.platform.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Timeliness;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.shell.Text;

/** Which figure somebody opens: what is behind it is a list of cases. */
sealed interface Behind {
  /** What it is, in a few words each. */
  List<Text> words();

  record People(Column column, Map<Dimension, String> of) implements Behind {
    public People {
      of = Map.copyOf(of);
    }

    @Override
    public List<Text> words() {
      var words = new ArrayList<Text>();
      words.add(Text.of("figures.column." + column));
      for (Dimension dimension : Dimension.values())
        if (of.containsKey(dimension)) words.add(dimension.label(of.get(dimension)));
      return words;
    }
  }

  record Acts(EventKind kind, @Nullable String category) implements Behind {
    @Override
    public List<Text> words() {
      Text what = Text.of("figures.kind." + kind);
      return category == null ? List.of(what) : List.of(what, Dimension.CATEGORY.label(category));
    }
  }

  record Deadlines(String rule, String owner, Timeliness.@Nullable Kept kept) implements Behind {
    @Override
    public List<Text> words() {
      return List.of(
          Text.of("rule." + rule),
          Text.of("role." + owner),
          kept == null ? Text.of("figures.due") : Text.of("figures.kept." + kept));
    }
  }

  /** How addresses call a dimension. */
  static String name(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads an address.
   *
   * @throws NotFound when it names no figure of a report
   */
  static Behind read(HttpServletRequest request) {
    return switch (String.valueOf(request.getParameter("what"))) {
      case "people" -> new People(required(Column.values(), request, "column"), divided(request));
      case "acts" ->
          new Acts(
              required(EventKind.values(), request, "kind"),
              divided(request).get(Dimension.CATEGORY));
      case "deadlines" ->
          new Deadlines(
              word(request, "rule"),
              word(request, "owner"),
              constant(Timeliness.Kept.values(), request.getParameter("kept")).orElse(null));
      case String _ -> throw new NotFound();
    };
  }

  private static Map<Dimension, String> divided(HttpServletRequest request) {
    var of = new EnumMap<Dimension, String>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      @Nullable String value = request.getParameter(name(dimension));
      if (value == null) continue;
      if (!dimension.knows(value)) throw new NotFound();
      of.put(dimension, value);
    }
    return of;
  }

  private static <E extends Enum<E>> E required(
      E[] constants, HttpServletRequest request, String name) {
    return constant(constants, request.getParameter(name)).orElseThrow(NotFound::new);
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] constants, @Nullable String name) {
    return Arrays.stream(constants).filter(one -> one.name().equals(name)).findFirst();
  }

  private static String word(HttpServletRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    if (value == null || !value.matches("[A-Za-z0-9_]{1,20}")) throw new NotFound();
    return value;
  }
}
