package org.smartcorrection.platform.shell;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Makes {@link Show} known to the templates as {@code #show}: beans are barred from fragments. */
final class ShowDialect extends AbstractDialect implements IExpressionObjectDialect {
  private static final String NAME = "show";

  private final Show show;

  ShowDialect(Show show) {
    super("Show");
    this.show = show;
  }

  @Override
  public IExpressionObjectFactory getExpressionObjectFactory() {
    return new IExpressionObjectFactory() {
      @Override
      public Set<String> getAllExpressionObjectNames() {
        return Set.of(NAME);
      }

      @Override
      public @Nullable Object buildObject(IExpressionContext context, String name) {
        return NAME.equals(name) ? show : null;
      }

      @Override
      public boolean isCacheable(String name) {
        return true;
      }
    };
  }
}
