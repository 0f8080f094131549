package org.smartcorrection.node.consensus;

import java.security.cert.X509Certificate;

/**
 * A member as the others reach it.
 *
 * @param host a name, or an address of four numbers
 * @param certificate with which it proves itself to the others and signs its events
 */
public record Peer(String host, int port, X509Certificate certificate) {}
