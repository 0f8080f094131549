package org.smartcorrection.platform.tracking.line;

import java.util.Map;
import java.util.Optional;
import org.smartcorrection.platform.tracking.DeviceCredential;

/**
 * What a device says in one request of HTTP, apart from its body.
 *
 * @param path which protocol it speaks
 * @param parameters of the address, and of a form where that is the body; of several of one name
 *     the first
 * @param header the credential in the header, if there is one
 * @param json whether the body says that it is JSON
 */
public record Call(
    String path, Map<String, String> parameters, Optional<DeviceCredential> header, boolean json) {

  /** The address is not for logs: a device may send its key and its place in it. */
  @Override
  public String toString() {
    return "Call[" + path + "]";
  }
}
