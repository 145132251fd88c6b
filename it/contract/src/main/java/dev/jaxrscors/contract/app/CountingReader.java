package dev.jaxrscors.contract.app;

import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Reads a {@link Counted}, and counts that it did. */
@Provider
@Consumes("application/x-counted")
public class CountingReader implements MessageBodyReader<Counted> {

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Counted.class;
  }

  @Override
  public Counted readFrom(
      Class<Counted> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    Calls.count("reader");
    return new Counted(new String(body.readAllBytes(), StandardCharsets.UTF_8));
  }
}
