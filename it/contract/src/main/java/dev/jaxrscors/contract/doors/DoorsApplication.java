package dev.jaxrscors.contract.doors;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application of Jakarta REST behind the filters. */
@ApplicationPath("api")
public class DoorsApplication extends Application {

  /** The origin that the filter before everything allows. */
  public static final String DOOR = "https://door.example.com";

  /** The origin that the resource allows, and the filter does not. */
  public static final String APP = "https://app.example.com";

  /** What the file holds. */
  public static final String FILE = "0123456789";

  /** A file that is long enough to be sent in another way. */
  public static final String LONG_FILE = FILE.repeat(20_000);

  /** The web.xml of the application: a filter behind the others, and two pages for errors. */
  public static final String WEB_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">
        <filter>
          <filter-name>strict</filter-name>
          <filter-class>dev.jaxrscors.contract.doors.StrictDoor</filter-class>
          <async-supported>true</async-supported>
        </filter>
        <filter>
          <filter-name>guard</filter-name>
          <filter-class>dev.jaxrscors.contract.doors.Guard</filter-class>
        </filter>
        <filter-mapping>
          <filter-name>strict</filter-name>
          <url-pattern>/strict/*</url-pattern>
        </filter-mapping>
        <filter-mapping>
          <filter-name>strict</filter-name>
          <url-pattern>/guarded/*</url-pattern>
        </filter-mapping>
        <filter-mapping>
          <filter-name>guard</filter-name>
          <url-pattern>/guarded/*</url-pattern>
        </filter-mapping>
        <error-page>
          <error-code>418</error-code>
          <location>/answers/page</location>
        </error-page>
        <error-page>
          <exception-type>dev.jaxrscors.contract.doors.Boom</exception-type>
          <location>/answers/page</location>
        </error-page>
      </web-app>
      """;
}
