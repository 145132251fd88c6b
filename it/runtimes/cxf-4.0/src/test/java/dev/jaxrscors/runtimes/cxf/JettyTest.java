package dev.jaxrscors.runtimes.cxf;

import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.RuntimeContract;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URI;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.http_jetty.JettyHTTPServerEngineFactory;

class JettyTest extends RuntimeContract {

  JettyTest() {
    super(JettyTest::start, Place.offering().lacking(Gap.UNMAPPED_EXCEPTION));
  }

  private static AutoCloseable start(Application application, URI baseUri) {
    JAXRSServerFactoryBean factory =
        RuntimeDelegate.getInstance().createEndpoint(application, JAXRSServerFactoryBean.class);
    factory.setAddress(baseUri.toString());
    factory.create();
    return () -> JettyHTTPServerEngineFactory.destroyForPort(baseUri.getPort());
  }
}
