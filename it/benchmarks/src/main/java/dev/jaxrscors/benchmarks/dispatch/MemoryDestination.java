package dev.jaxrscors.benchmarks.dispatch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import org.apache.cxf.Bus;
import org.apache.cxf.common.logging.LogUtils;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.service.model.EndpointInfo;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.transport.AbstractDestination;
import org.apache.cxf.transport.Conduit;
import org.apache.cxf.transport.Destination;
import org.apache.cxf.transport.DestinationFactory;
import org.apache.cxf.ws.addressing.EndpointReferenceType;

/** Where CXF is reached, and where it sends its responses: nowhere. */
final class MemoryDestination extends AbstractDestination {

  static final String ADDRESS = "http://api.example.com/";

  private static final Logger LOGGER = LogUtils.getL7dLogger(MemoryDestination.class);

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

  Reply reply(Exchange exchange) {
    Message out = exchange.getOutMessage();
    int status = out.get(Message.RESPONSE_CODE) instanceof Integer code ? code : 200;
    Map<?, ?> fields = out.get(Message.PROTOCOL_HEADERS) instanceof Map<?, ?> map ? map : Map.of();
    return new Reply(
        status, name -> fields.get(name) instanceof List<?> values ? first(values) : null);
  }

  private static String first(List<?> values) {
    return values.isEmpty() ? "" : String.valueOf(values.get(0));
  }

  @Override
  protected Conduit getInbuiltBackChannel(Message in) {
    return new AbstractConduit(getAddress()) {
      @Override
      public void prepare(Message out) throws IOException {
        out.setContent(OutputStream.class, OutputStream.nullOutputStream());
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
