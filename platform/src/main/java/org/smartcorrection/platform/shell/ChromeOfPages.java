package org.smartcorrection.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts the {@link Chrome} into every page that has none of its own. What answers without a page, as
 * to a device, pays nothing for it.
 */
@Component
class ChromeOfPages implements HandlerInterceptor, WebMvcConfigurer {
  private static final String CHROME = "chrome";

  private final Chromes chromes;

  ChromeOfPages(Chromes chromes) {
    this.chromes = chromes;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page != null && Pages.isShown(page) && !page.getModel().containsKey(CHROME))
      page.addObject(CHROME, chromes.of(request));
  }
}
