package org.smartcorrection.platform.tracking;

import java.util.UUID;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.kernel.PersonId;

/**
 * A registered device and who carries it.
 *
 * @param kind what it is in law (M32); nothing it sends can change that
 */
public record Device(UUID id, DeviceKind kind, PersonId person) {}
