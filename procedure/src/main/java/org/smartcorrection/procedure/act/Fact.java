package org.smartcorrection.procedure.act;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.smartcorrection.procedure.TermLength;

/** A typed value that an act states. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
public sealed interface Fact {

  /** The types as definitions name them. */
  enum Type {
    DAY,
    MOMENT,
    COUNT,
    TEXT,
    FLAG,
    CHOICE,
    LENGTH,
    RANGES
  }

  default Type type() {
    return switch (this) {
      case Day _ -> Type.DAY;
      case Moment _ -> Type.MOMENT;
      case Count _ -> Type.COUNT;
      case Text _ -> Type.TEXT;
      case Flag _ -> Type.FLAG;
      case Choice _ -> Type.CHOICE;
      case Length _ -> Type.LENGTH;
      case Ranges _ -> Type.RANGES;
    };
  }

  @JsonTypeName("day")
  record Day(LocalDate value) implements Fact {}

  @JsonTypeName("moment")
  record Moment(Instant value) implements Fact {}

  @JsonTypeName("count")
  record Count(int value) implements Fact {}

  /** Words; blank words count as none. */
  @JsonTypeName("text")
  record Text(String value) implements Fact {}

  @JsonTypeName("flag")
  record Flag(boolean value) implements Fact {}

  /** One of the values that the definition lists. */
  @JsonTypeName("choice")
  record Choice(String value) implements Fact {}

  @JsonTypeName("length")
  record Length(TermLength value) implements Fact {}

  /** Such as earlier leaves. */
  @JsonTypeName("ranges")
  record Ranges(List<DayRange> value) implements Fact {
    public Ranges {
      value = List.copyOf(value);
    }
  }
}
