package dev.jaxrscors.contract.secured;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application. */
@ApplicationPath("api")
public class SecuredApplication extends Application {

  /** The web.xml of the application: two constraints, of which one leaves OPTIONS out. */
  public static final String WEB_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">
        <context-param>
          <param-name>resteasy.role.based.security</param-name>
          <param-value>true</param-value>
        </context-param>
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>open to preflights</web-resource-name>
            <url-pattern>/api/constrained/omitting</url-pattern>
            <http-method-omission>OPTIONS</http-method-omission>
          </web-resource-collection>
          <auth-constraint>
            <role-name>user</role-name>
          </auth-constraint>
        </security-constraint>
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>closed to all</web-resource-name>
            <url-pattern>/api/constrained/everything</url-pattern>
          </web-resource-collection>
          <auth-constraint>
            <role-name>user</role-name>
          </auth-constraint>
        </security-constraint>
        <login-config>
          <auth-method>BASIC</auth-method>
          <realm-name>file</realm-name>
        </login-config>
        <security-role>
          <role-name>user</role-name>
        </security-role>
      </web-app>
      """;
}
