package org.smartcorrection.procedure.local;

/** How something is called in the two languages of the platform. */
public record Word(String zh, String en) {
  public Word {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a name is needed in both languages");
    }
  }
}
