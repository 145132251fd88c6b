package dev.jaxrscors.runtimes.spring.shop;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The application. */
@SpringBootApplication
public class Shop {

  /** The library before servlets. */
  @Bean
  FilterRegistrationBean<FilesCors> filesCors() {
    FilterRegistrationBean<FilesCors> door = new FilterRegistrationBean<>(new FilesCors());
    door.addUrlPatterns("/files/*");
    door.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
    door.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return door;
  }

  /** What is no Jakarta REST. */
  @Bean
  ServletRegistrationBean<Files> files() {
    return new ServletRegistrationBean<>(new Files(), "/files/*");
  }
}
