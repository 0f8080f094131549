package org.smartcorrection.node.consortium;

import java.net.URI;
import java.security.cert.X509Certificate;
import org.smartcorrection.node.consensus.Peer;

/**
 * A member of the consortium.
 *
 * @param name as people call it
 * @param host where its node takes the connections of the others
 * @param url where its logs are read, ending in a slash
 * @param certificate with which its node proves itself to the others
 */
public record Member(String name, String host, int port, URI url, X509Certificate certificate) {
  Peer peer() {
    return new Peer(host, port, certificate);
  }
}
