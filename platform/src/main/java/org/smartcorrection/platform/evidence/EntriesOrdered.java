package org.smartcorrection.platform.evidence;

/** Entries got their places in the log; receipts changed. */
public record EntriesOrdered(int count) {}
