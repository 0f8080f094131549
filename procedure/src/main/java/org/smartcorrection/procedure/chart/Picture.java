package org.smartcorrection.procedure.chart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;

/**
 * A procedure as a picture (SVG): states as boxes from top to bottom, acts as labelled arrows with
 * who may do them, and in each state the deadlines that run in it, who owes them and what it does
 * to a person's freedom.
 *
 * <p>The picture carries classes and no style, so that a page may forbid inline style: {@link
 * #stylesheet} is the style it is meant to have, and takes a page's colours from custom properties.
 * Without any, it is plain but legible. A description says all of it in words.
 */
public final class Picture {

  private final Definition definition;
  private final Wording wording;
  private final Sketch sketch;
  private final Markup svg = new Markup();

  private Picture(Definition definition, Wording wording) {
    this.definition = definition;
    this.wording = wording;
    this.sketch = new Sketch(definition, wording);
  }

  /** The procedure as one {@code svg} element. */
  public static String svg(Definition definition, Wording wording) {
    return new Picture(definition, wording).draw();
  }

  /** The style for the classes of every picture. */
  public static String stylesheet() {
    return Stylesheet.read();
  }

  private String draw() {
    String width = Svg.number(sketch.placement.width);
    String height = Svg.number(sketch.placement.height);
    String id = "chart-" + definition.id() + "-" + definition.version();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "chart",
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        width,
        "height",
        height,
        "role",
        "img",
        "lang",
        wording.locale().getLanguage().equals(Locale.CHINESE.getLanguage()) ? "zh" : "en",
        "aria-labelledby",
        id + "-title",
        "aria-describedby",
        id + "-description");
    svg.text(
        "title",
        wording.say("chart.title", new Arg.Words(wording.procedure(definition))),
        "id",
        id + "-title");
    svg.text("desc", description(), "id", id + "-description");
    var drawn = new Svg(svg);
    var boxes = new Boxes(drawn);
    new Lines(sketch, drawn).draw();
    sketch.acts.forEach(boxes::act);
    sketch.states.forEach(
        (state, box) -> boxes.state(state, box, state.id().equals(definition.initial())));
    return svg.close().toString();
  }

  private String description() {
    return definition.acts().stream().map(this::sentence).collect(Collectors.joining(" "));
  }

  private String sentence(Act act) {
    List<String> from =
        definition.states().stream()
            .filter(state -> act.from().contains(state.id()))
            .map(state -> wording.state(definition, state))
            .toList();
    Optional<String> to =
        act.to().flatMap(definition::state).map(state -> wording.state(definition, state));
    Arg name = new Arg.Words(wording.act(act));
    Arg who = new Arg.Words(wording.who(act));
    Arg states = new Arg.Words(wording.joined(from));
    return to.map(target -> wording.say("chart.sentence", name, who, states, new Arg.Words(target)))
        .orElseGet(() -> wording.say("chart.sentence.stays", name, who, states));
  }
}
