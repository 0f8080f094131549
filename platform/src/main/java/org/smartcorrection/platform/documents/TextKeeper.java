package org.smartcorrection.platform.documents;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.platform.kernel.Keeper;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Reads uploads in the background, one after another: that somebody hands a file in never waits for
 * it, and never fails by it.
 */
@Component
class TextKeeper extends Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(TextKeeper.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Where no reader can be started, one is not tried again at once. */
  private static final int ROUNDS_OFF = 60;

  private static final int A_PROCESS = 200;

  private final Texts texts;
  private final Documents documents;
  private int off;

  TextKeeper(Texts texts, Documents documents) {
    super("texts", Duration.ofSeconds(5), Turn.AFTER_OTHERS);
    this.texts = texts;
    this.documents = documents;
  }

  @Override
  protected void round() {
    if (off > 0) off--;
    // whoever stops the platform does not wait for all of them
    else read(PATIENCE, this::isRunning);
  }

  /** Reads what waits, as long as it goes on. */
  void read(Duration patience, BooleanSupplier goesOn) {
    List<DocumentId> waiting = texts.waiting(A_PROCESS);
    if (waiting.isEmpty()) return;
    try (var reader = new TextReader(patience)) {
      for (DocumentId id : waiting) {
        if (!goesOn.getAsBoolean()) return;
        read(documents.get(id), reader);
      }
    } catch (IOException e) {
      off = ROUNDS_OFF;
      LOG.warn("uploads cannot be read: {}", e.getClass().getName());
    }
  }

  private void read(Document document, TextReader reader) throws IOException {
    Optional<byte[]> content = content(document);
    PlainText read =
        content.isEmpty()
            ? PlainText.without(Reading.State.BROKEN, null)
            : reader.read(kind(document), content.get());
    try {
      texts.keep(
          document,
          new Reading(read.state(), read.pages()),
          read.text().isEmpty() ? null : read.text());
    } catch (IllegalStateException _) {
      // its key was destroyed meanwhile: nothing is kept of it
      texts.keep(document, new Reading(Reading.State.BROKEN, null), null);
    }
  }

  /** Its bytes; empty when they cannot be had any more, or are not those that were handed in. */
  private Optional<byte[]> content(Document document) {
    try {
      return documents
          .content(document)
          .filter(bytes -> Documents.sha256(bytes).equals(document.sha256()));
    } catch (Vault.Tampered _) {
      return Optional.empty();
    }
  }

  private static int kind(Document document) {
    return document.mediaType().equals(MediaType.OFD.mime())
        ? ReadingProgram.OFD
        : ReadingProgram.PDF;
  }
}
