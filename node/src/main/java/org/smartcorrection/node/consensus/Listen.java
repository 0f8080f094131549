package org.smartcorrection.node.consensus;

/** The interface and port on which connections of other members are taken. */
public record Listen(String host, int port) {}
