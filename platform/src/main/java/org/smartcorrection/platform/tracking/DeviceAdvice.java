package org.smartcorrection.platform.tracking;

import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.stereotype.Component;

/** What a device says of itself that its wearer should know before anybody is alarmed. */
@Component
public class DeviceAdvice {
  private final Grounds grounds;
  private final Observations observations;

  DeviceAdvice(Grounds grounds, Observations observations) {
    this.grounds = grounds;
    this.observations = observations;
  }

  /** Whether the wearer should charge it: the battery was low when it was last heard. */
  public boolean charge(PersonId person) {
    return grounds
        .of(person)
        .filter(ground -> observations.isOn(person, ground.instance(), Kind.BATTERY_LOW))
        .isPresent();
  }
}
