package org.smartcorrection.platform.hosting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.web.server.PortInUseException;

/** A reason not to start that a person can do something about: told in a paragraph, not a trace. */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Obstacle obstacle;
  private final String paragraph;

  CannotStart(Obstacle obstacle, Object... arguments) {
    this(Texts.bilingual("hosting.cannot-start." + obstacle.text(), arguments), obstacle);
  }

  private CannotStart(String paragraph, Obstacle obstacle) {
    super(paragraph);
    this.obstacle = obstacle;
    this.paragraph = paragraph;
  }

  /** The system did not let us use a folder. */
  static CannotStart on(Path folder, IOException reason) {
    String said = reason.getClass().getSimpleName() + ": " + reason.getMessage();
    return new CannotStart(Obstacle.FOLDER_UNUSABLE, folder, said);
  }

  /** The known reason inside a failure, when there is one. */
  static Optional<CannotStart> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause())
      switch (cause) {
        case CannotStart known -> {
          return Optional.of(known);
        }
        // somebody took the port after it was tried
        case PortInUseException port -> {
          return Optional.of(new CannotStart(Obstacle.PORT_TAKEN, port.getPort()));
        }
        default -> {}
      }
    return Optional.empty();
  }

  Obstacle obstacle() {
    return obstacle;
  }

  /** What happened, what was kept and what to do, in Chinese and in English. */
  String paragraph() {
    return paragraph;
  }

  int exitCode() {
    return obstacle.exitCode();
  }
}
