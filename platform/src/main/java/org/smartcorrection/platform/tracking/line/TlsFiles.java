package org.smartcorrection.platform.tracking.line;

import java.nio.file.Path;

/**
 * Where the site keeps what the lines prove themselves with.
 *
 * @param certificate the chain in PEM, the platform's own first
 * @param key its private key in PEM, without a password
 */
public record TlsFiles(Path certificate, Path key) {}
