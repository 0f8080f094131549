package org.smartcorrection.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes each password of the tests once. To hash one is slow on purpose, and thousands of accounts
 * of the tests share a few; whether a password fits is asked of the real hash.
 */
@Component
class HashedOnce implements BeanPostProcessor {
  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof PasswordEncoder real ? new Remembering(real) : bean;
  }

  private static final class Remembering implements PasswordEncoder {
    private final PasswordEncoder real;
    private final Map<String, String> hashed = new ConcurrentHashMap<>();

    Remembering(PasswordEncoder real) {
      this.real = real;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence raw) {
      return raw == null
          ? null
          : hashed.computeIfAbsent(raw.toString(), password -> real.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence raw, @Nullable String hash) {
      return real.matches(raw, hash);
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
      return real.upgradeEncoding(hash);
    }
  }
}
