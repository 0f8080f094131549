package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.shell.Pages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The same pages on a phone and on a terminal: only the frame around them differs. It is known to
 * every page, because a person reads the law as well, and stays in the frame meanwhile.
 */
@Component
class FrameOfPages implements HandlerInterceptor, WebMvcConfigurer {
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
    if (page != null && Pages.isShown(page))
      page.addObject("frame", Kiosk.on(request) ? "my/kiosk-frame" : "shell/my");
  }
}
