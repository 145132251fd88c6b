package dev.jaxrscors.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One request and its response, on a connection of its own.
 *
 * <p>It is tempting to leave this to {@link java.net.http.HttpClient}; but that strips control
 * characters from the ends of a field's value, so that a response which no browser shares would
 * look like one that is shared.
 */
final class Connection implements AutoCloseable {
  private static final Set<String> METHODS_OF_BODIES = Set.of("POST", "PUT");

  private final Socket socket = new Socket();
  private final Tls tls;

  Connection(Tls tls) {
    this.tls = tls;
  }

  Response send(String method, URI url, Headers headers, Body body) throws IOException {
    Socket connected = connected(url);
    connected.getOutputStream().write(toWire(method, url, headers, body));
    connected.getOutputStream().flush();
    return new ResponseReader(new BufferedInputStream(connected.getInputStream())).answerTo(method);
  }

  private Socket connected(URI url) throws IOException {
    boolean secure = url.getScheme().equals("https");
    int usual = secure ? 443 : 80;
    int port = url.getPort() < 0 ? usual : url.getPort();
    String host = url.getHost().replaceAll("[\\[\\]]", "");
    socket.connect(new InetSocketAddress(host, port));
    return secure ? secured(host, port) : socket;
  }

  private Socket secured(String host, int port) throws IOException {
    SSLSocket secured =
        (SSLSocket) tls.context().getSocketFactory().createSocket(socket, host, port, true);
    SSLParameters parameters = tls.parameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setApplicationProtocols(new String[] {"http/1.1"});
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static byte[] toWire(String method, URI url, Headers headers, Body body) {
    StringBuilder head = new StringBuilder();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    head.append(method).append(' ').append(url.getRawPath()).append(query).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(url.getRawAuthority()).append("\r\n");
    for (String name : headers.names()) {
      head.append(name).append(": ").append(String.join(", ", headers.values(name)));
      head.append("\r\n");
    }
    // See https://fetch.spec.whatwg.org/#http-network-or-cache-fetch.
    if (body != Body.NONE || METHODS_OF_BODIES.contains(method)) {
      head.append("Content-Length: ").append(body.bytes().length).append("\r\n");
    }
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    wire.writeBytes((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    wire.writeBytes(body.bytes());
    return wire.toByteArray();
  }

  /** Ends whatever still waits for the connection. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed for whoever uses it, even so.
    }
  }
}
