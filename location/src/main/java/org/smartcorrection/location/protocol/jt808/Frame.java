package org.smartcorrection.location.protocol.jt808;

/**
 * One message, unescaped and checked, its body not yet read.
 *
 * @param body not shared with anybody; whoever gets it may keep it
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record Frame(Header header, byte[] body) {}
