package org.smartcorrection.location.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.protocol.Reading.Fault;

/** The values of a parsed JSON object, read strictly; a null is a value that is not there. */
record Values(Map<?, ? extends @Nullable Object> map) {
  static final Values NONE = new Values(Map.of());

  @Nullable Object get(String name) {
    return map.get(name);
  }

  OptionalDouble number(String name, Fault fault) {
    Object value = map.get(name);
    if (value == null) return OptionalDouble.empty();
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return OptionalDouble.of(number.doubleValue());
    }
    throw new Fields.FaultException(fault);
  }

  Optional<Boolean> flag(String name) {
    Object value = map.get(name);
    if (value == null) return Optional.empty();
    if (value instanceof Boolean is) return Optional.of(is);
    throw new Fields.FaultException(Fault.FLAG);
  }

  Optional<String> text(String name, Fault fault) {
    Object value = map.get(name);
    if (value == null) return Optional.empty();
    if (!(value instanceof String text)) throw new Fields.FaultException(fault);
    if (text.length() > Fields.LONGEST_VALUE) throw new Fields.FaultException(Fault.TOO_LARGE);
    return Optional.of(text);
  }

  Optional<Values> within(String name) {
    Object value = map.get(name);
    if (value == null) return Optional.empty();
    if (!(value instanceof Map<?, ?> within)) throw new Fields.FaultException(Fault.TYPE);
    return Optional.of(new Values(within));
  }
}
