package org.smartcorrection.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A class of tests that uses the one {@link Demonstration}, one class at a time: meanwhile those
 * that start platforms of their own run beside it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Demonstration.class)
@ResourceLock("demonstration")
@interface SharedDemonstration {}
