package dev.jaxrscors.benchmarks.dispatch;

import dev.jaxrscors.rest.CorsFeature;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.jaxrs.lifecycle.PerRequestResourceProvider;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.rs.security.cors.CrossOriginResourceSharingFilter;

/** CXF, asked through the observer that its transports call. */
final class Cxf implements Dispatcher {

  private final Server server;
  private final MemoryDestination destination;

  private Cxf(Server server, MemoryDestination destination) {
    this.server = server;
    this.destination = destination;
  }

  static Cxf with(Layer layer) {
    RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    MemoryDestination destination = new MemoryDestination();
    JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
    factory.setAddress(MemoryDestination.ADDRESS);
    factory.setDestinationFactory(destination.factory());
    factory.setResourceProvider(new PerRequestResourceProvider(Orders.class));
    factory.setProviders(providers(layer));
    return new Cxf(factory.create(), destination);
  }

  private static List<Object> providers(Layer layer) {
    return switch (layer) {
      case BARE -> List.of();
      case IDLE ->
          List.of(
              new IdleFilters.First(),
              new IdleFilters.Last(),
              new IdleFilters.Matched(),
              new IdleFilters.Response());
      case LEAST ->
          List.of(
              new LeastFilters.Mark(),
              new LeastFilters.Delegate(),
              new LeastFilters.Answer(),
              new LeastFilters.Finish());
      case HAND_WRITTEN -> List.of(new HandWrittenFilter());
      case PEER -> List.of(peer());
      case OURS -> List.of(new CorsFeature());
    };
  }

  private static CrossOriginResourceSharingFilter peer() {
    CrossOriginResourceSharingFilter filter = new CrossOriginResourceSharingFilter();
    filter.setAllowOrigins(List.of(Call.ALLOWED));
    filter.setAllowHeaders(List.of("Content-Type", "X-Api-Key"));
    filter.setAllowCredentials(true);
    filter.setMaxAge(600);
    return filter;
  }

  @Override
  public Reply dispatch(Call call) {
    Message message = message(call);
    server.getDestination().getMessageObserver().onMessage(message);
    return destination.reply(message.getExchange());
  }

  private Message message(Call call) {
    Message message = new MessageImpl();
    message.setExchange(new ExchangeImpl());
    message.getExchange().setDestination(destination);
    message.put(Message.HTTP_REQUEST_METHOD, call.method());
    message.put(Message.REQUEST_URL, "http://api.example.com/orders/1");
    message.put(Message.REQUEST_URI, "/orders/1");
    message.put(Message.PATH_INFO, "/orders/1");
    message.put(Message.BASE_PATH, "/");
    message.put(Message.PROTOCOL_HEADERS, headers(call));
    message.setContent(InputStream.class, new ByteArrayInputStream(new byte[0]));
    return message;
  }

  private static Map<String, List<String>> headers(Call call) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    call.headers()
        .forEach((name, value) -> headers.put(name, new ArrayList<>(Arrays.asList(value))));
    return headers;
  }

  @Override
  public void close() {
    server.destroy();
  }
}
