package org.smartcorrection.platform.shell;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ITemplateResolver;

/** Static files, languages and templates of all pages. */
@Configuration(proxyBeanMethods = false)
class ShellConfiguration implements WebMvcConfigurer {
  private static final List<String> STATIC =
      List.of("look", "map", "my-static", "vendor", "verify");

  @Bean
  LocaleResolver localeResolver() {
    return new Languages();
  }

  @Bean
  MessageSource messageSource(ObjectProvider<MoreTexts> more) {
    return Bundles.messages(more::stream);
  }

  @Bean
  Show show(MessageSource messageSource) {
    return new Show(messageSource);
  }

  @Bean
  SpringTemplateEngine templateEngine(
      ObjectProvider<ITemplateResolver> resolvers,
      ObjectProvider<IDialect> dialects,
      MessageSource messageSource,
      Show show) {
    var engine = new SpringTemplateEngine();
    // an expression that was evaluated often becomes byte code
    engine.setEnableSpringELCompiler(true);
    engine.setMessageResolver(new StrictMessages(messageSource, show));
    resolvers.orderedStream().forEach(engine::addTemplateResolver);
    dialects.orderedStream().forEach(engine::addDialect);
    engine.addDialect(new ShowDialect(show));
    return engine;
  }

  /** Lets {@code @{/look/tokens.css}} in a template name the file by its content. */
  @Bean
  FilterRegistrationBean<ResourceUrlEncodingFilter> resourceUrlEncodingFilter() {
    var registration = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
    return registration;
  }

  /**
   * Only files that hold nobody's secrets, and never the live stream, which must not be buffered.
   */
  @Bean
  WebServerFactoryCustomizer<ConfigurableWebServerFactory> compressedStaticFiles() {
    return factory -> {
      var compression = new Compression();
      compression.setEnabled(true);
      compression.setMimeTypes(new String[] {"text/css", "text/javascript", "image/svg+xml"});
      factory.setCompression(compression);
    };
  }

  /** Each folder by its name: a link to a page must not look for a file of that name. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    for (String folder : STATIC)
      named(registry.addResourceHandler("/" + folder + "/**"), "classpath:/static/" + folder + "/");
    named(registry.addResourceHandler("/*.js"), "classpath:/static/");
  }

  private static void named(ResourceHandlerRegistration files, String location) {
    files
        .addResourceLocations(location)
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
        .addTransformer(new CssLinkResourceTransformer());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new LanguageSwitch());
    registry.addInterceptor(new StaticCaching());
  }
}
