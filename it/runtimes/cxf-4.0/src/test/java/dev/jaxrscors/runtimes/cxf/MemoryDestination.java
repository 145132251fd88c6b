package dev.jaxrscors.runtimes.cxf;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import org.apache.cxf.Bus;
import org.apache.cxf.common.logging.LogUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.service.model.EndpointInfo;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.transport.AbstractDestination;
import org.apache.cxf.transport.Conduit;
import org.apache.cxf.transport.Destination;
import org.apache.cxf.transport.DestinationFactory;
import org.apache.cxf.ws.addressing.EndpointReferenceType;

/** Where CXF is reached, and keeps what it answers: no socket, no server. */
final class MemoryDestination extends AbstractDestination {

  static final String ADDRESS = "http://api.example.com";

  private static final Logger LOGGER = LogUtils.getL7dLogger(MemoryDestination.class);

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  MemoryDestination() {
    super(new EndpointReferenceType(), endpoint());
  }

  private static EndpointInfo endpoint() {
    EndpointInfo endpoint = new EndpointInfo();
    endpoint.setAddress(ADDRESS);
    return endpoint;
  }

  DestinationFactory factory() {
    return new DestinationFactory() {
      @Override
      public Destination getDestination(EndpointInfo endpoint, Bus bus) {
        return MemoryDestination.this;
      }

      @Override
      public Set<String> getUriPrefixes() {
        return Set.of("http");
      }

      @Override
      public List<String> getTransportIds() {
        return List.of("memory");
      }
    };
  }

  /** Returns the body of the last response, and forgets it. */
  byte[] takeBody() {
    byte[] taken = body.toByteArray();
    body.reset();
    return taken;
  }

  @Override
  protected Conduit getInbuiltBackChannel(Message in) {
    return new AbstractConduit(getAddress()) {
      @Override
      public void prepare(Message out) {
        out.setContent(OutputStream.class, body);
      }

      @Override
      protected Logger getLogger() {
        return LOGGER;
      }
    };
  }

  @Override
  protected Logger getLogger() {
    return LOGGER;
  }
}
