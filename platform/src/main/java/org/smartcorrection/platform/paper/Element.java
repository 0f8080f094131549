package org.smartcorrection.platform.paper;

import org.jspecify.annotations.Nullable;

/**
 * A place in the structure of a paper, for whoever has it read aloud. Two elements are the same
 * only if they are one object.
 */
final class Element {
  private final String type;
  private final @Nullable Element parent;
  private final @Nullable String alternative;

  private Element(String type, @Nullable Element parent, @Nullable String alternative) {
    this.type = type;
    this.parent = parent;
    this.alternative = alternative;
  }

  /** A standard structure type of PDF (ISO 32000, 14.8.4), such as {@code P}. */
  static Element of(String type) {
    return new Element(type, null, null);
  }

  /** A picture, and what it shows in words. */
  static Element figure(String alternative) {
    return new Element("Figure", null, alternative);
  }

  Element child(String childType) {
    return new Element(childType, this, null);
  }

  String type() {
    return type;
  }

  @Nullable Element parent() {
    return parent;
  }

  @Nullable String alternative() {
    return alternative;
  }
}
