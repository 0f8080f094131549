package org.smartcorrection.acceptance.bench;

import java.nio.file.Path;
import java.util.List;

/** From a clean clone of what is committed here to the ready line; dependencies are at hand. */
final class CleanClone implements Row {
  @Override
  public String id() {
    return "main.1";
  }

  @Override
  public List<Figure> measure() throws Exception {
    try (var scratch = Scratch.make()) {
      Path clone = Clone.into(scratch.folder());
      try (var launch = Launch.of(clone, scratch.folder().resolve("data"))) {
        return List.of(
            new Figure(
                id(),
                "clean clone to Ready, dependencies at hand",
                launch.seconds(),
                "s",
                120,
                60));
      }
    }
  }
}
