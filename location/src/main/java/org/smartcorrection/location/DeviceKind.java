package org.smartcorrection.location;

/** What a positioning device is in law; the protocol it speaks says nothing about it. */
public enum DeviceKind {
  /** A dedicated anti-tamper device, the only kind that Article 29 admits (Measures 37). */
  DEDICATED,
  /** Anything else a person carries, above all a phone: single verification points only. */
  PHONE
}
