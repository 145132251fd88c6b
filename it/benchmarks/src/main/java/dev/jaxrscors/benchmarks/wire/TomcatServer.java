package dev.jaxrscors.benchmarks.wire;

import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.filters.CorsFilter;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Tomcat 10.1 as it comes, with one servlet; but a connection is kept for any number of calls. */
final class TomcatServer {

  private TomcatServer() {}

  static int start(CorsLayer layer) throws LifecycleException {
    Tomcat tomcat = new Tomcat();
    String directory = Path.of("").toAbsolutePath().toString();
    tomcat.setBaseDir(directory);
    Connector connector = connector();
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", directory);
    Tomcat.addServlet(context, "jersey", Applications.servlet(layer)).addMapping("/*");
    addFilter(context, layer);
    tomcat.start();
    return connector.getLocalPort();
  }

  private static Connector connector() {
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    // After a hundred it would close: Jetty does not.
    connector.setProperty("maxKeepAliveRequests", "-1");
    return connector;
  }

  private static void addFilter(Context context, CorsLayer layer) {
    if (layer == CorsLayer.TOMCAT) {
      FilterDef filter = new FilterDef();
      filter.setFilterClass(CorsFilter.class.getName());
      Peers.tomcat().forEach(filter::addInitParameter);
      add(context, filter);
    } else if (layer == CorsLayer.SPRING) {
      FilterDef filter = new FilterDef();
      filter.setFilter(Peers.spring());
      add(context, filter);
    }
  }

  private static void add(Context context, FilterDef filter) {
    filter.setFilterName("cors");
    context.addFilterDef(filter);
    FilterMap everything = new FilterMap();
    everything.setFilterName("cors");
    everything.addURLPattern("/*");
    context.addFilterMap(everything);
  }
}
