package org.smartcorrection.platform.documents;

/**
 * A document as somebody hands it in.
 *
 * @param kind what it is meant to be, such as {@code judgment}
 * @param name the file's name
 */
@SuppressWarnings("ArrayRecordComponent") // handed on and never compared
public record Upload(String kind, String name, byte[] content) {
  @Override
  public String toString() {
    return "Upload[" + kind + ", " + content.length + " bytes]";
  }
}
