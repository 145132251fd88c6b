package dev.jaxrscors;

import dev.jaxrscors.protocol.ResponseHeaders;
import dev.jaxrscors.protocol.Vary;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;

/** The one place where header fields of the CORS protocol are put on a response. */
final class HeaderFields {

  private HeaderFields() {}

  /**
   * Makes the fields of the CORS protocol on a response exactly these; {@code Vary} keeps what it
   * has.
   *
   * @return whether another layer had set such fields
   */
  static boolean replace(ContainerResponseContext response, ResponseHeaders headers) {
    MultivaluedMap<String, Object> fields = response.getHeaders();
    List<String> foreign = present(fields);
    // Key by key: removing through the key set changes nothing on CXF.
    foreign.forEach(fields::remove);
    headers.forEach(fields::putSingle);
    vary(response, headers.vary());
    return !foreign.isEmpty();
  }

  private static List<String> present(MultivaluedMap<String, Object> fields) {
    List<String> present = new ArrayList<>(0);
    for (String name : fields.keySet()) {
      if (isOfProtocol(name)) {
        present.add(name);
      }
    }
    return present;
  }

  private static boolean isOfProtocol(String name) {
    return name.regionMatches(true, 0, "Access-Control-", 0, 15)
        && ResponseHeaders.NAMES.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static void vary(ContainerResponseContext response, Vary vary) {
    if (vary == Vary.NOTHING) {
      return;
    }
    String present = response.getHeaderString(Vary.FIELD_NAME);
    response
        .getHeaders()
        .putSingle(Vary.FIELD_NAME, present == null ? vary.fieldValue() : vary.mergedInto(present));
  }
}
