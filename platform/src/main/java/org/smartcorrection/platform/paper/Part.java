package org.smartcorrection.platform.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One part of a paper.
 *
 * @param kind what it is
 * @param texts as many as the kind has; a text may have several lines
 */
public record Part(Kind kind, List<String> texts) {
  /** What a part of a paper can be (after GB/T 9704, 党政机关公文格式). */
  public enum Kind {
    /** 发文机关: the agency whose paper it is. */
    AGENCY(1),
    /** 标题. */
    TITLE(1),
    /** 发文字号, the paper's number. */
    NUMBER(1),
    /** 主送: whom it is addressed to. */
    TO(1),
    /** A paragraph. */
    TEXT(1),
    /** What a value is called, and the value. */
    FIELD(2),
    /** One line of a list. */
    ITEM(1),
    /** What the columns of a table of contents are called (DA/T 22: seven of them). */
    COLUMNS(7),
    /** One line of a table of contents, below {@link #COLUMNS}. */
    ENTRY(7),
    /** The articles that it rests on. */
    BASIS(1),
    /** What can be done against it. */
    REMEDY(1),
    /** 附件: what is attached. */
    ANNEX(1),
    /** 落款: agency, post and day; the seal stands on it. */
    SIGNED(3);

    private final int texts;

    Kind(int texts) {
      this.texts = texts;
    }

    /** The name in the stored form. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Part {
    texts = texts.stream().map(Letters::plain).toList();
    if (texts.size() != kind.texts) throw new IllegalArgumentException(kind + " has other texts");
  }

  public static Part of(Kind kind, String... texts) {
    return new Part(kind, Arrays.asList(texts));
  }

  /** The first text, and for most kinds the only one. */
  public String text() {
    return texts.getFirst();
  }

  /** The name that templates tell kinds by. */
  public String is() {
    return kind.word();
  }
}
