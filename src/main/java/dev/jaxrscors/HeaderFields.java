package dev.jaxrscors;

import dev.jaxrscors.protocol.ResponseHeaders;
import dev.jaxrscors.protocol.Vary;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;

/** The one place where header fields of the CORS protocol are put on a response. */
final class HeaderFields {

  private static final String PREFIX = "Access-Control-";

  private HeaderFields() {}

  /**
   * Makes the fields of the CORS protocol on a response exactly these; {@code Vary} keeps what it
   * has.
   *
   * @return whether another layer had set such fields
   */
  static boolean replace(ContainerResponseContext response, ResponseHeaders headers) {
    MultivaluedMap<String, Object> fields = response.getHeaders();
    Found found = Found.in(fields);
    if (found.isAnyForeign) {
      removeForeign(fields);
    }
    headers.forEach((name, value) -> put(fields, name, value));
    Vary vary = headers.vary();
    if (vary != Vary.NOTHING) {
      put(fields, Vary.FIELD_NAME, found.isVary ? merged(vary, response) : vary.fieldValue());
    }
    return found.isAnyForeign;
  }

  /** What other layers have set that matters here. */
  private record Found(boolean isVary, boolean isAnyForeign) {

    private static final Found NOTHING = new Found(false, false);

    static Found in(MultivaluedMap<String, Object> fields) {
      return hasMediaTypeAtMost(fields) ? NOTHING : look(fields);
    }

    /**
     * So it is with most responses, and seen without going through the names, of which CXF makes a
     * sorted copy. The name is in lower case: in any other, Jersey makes a copy of it.
     */
    private static boolean hasMediaTypeAtMost(MultivaluedMap<String, Object> fields) {
      return fields.isEmpty() || (fields.size() == 1 && fields.containsKey("content-type"));
    }

    private static Found look(MultivaluedMap<String, Object> fields) {
      boolean isVary = false;
      boolean isAnyForeign = false;
      // Not the entries, which on Jersey let it forget what it has made of the fields so far.
      for (String name : fields.keySet()) {
        isVary |= name.equalsIgnoreCase(Vary.FIELD_NAME);
        isAnyForeign |= isOfProtocol(name);
      }
      return new Found(isVary, isAnyForeign);
    }
  }

  /** Key by key: removing through the key set changes nothing on CXF. */
  private static void removeForeign(MultivaluedMap<String, Object> fields) {
    List.copyOf(fields.keySet()).stream()
        .filter(HeaderFields::isOfProtocol)
        .forEach(fields::remove);
  }

  private static boolean isOfProtocol(String name) {
    return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
        && ResponseHeaders.NAMES.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static String merged(Vary vary, ContainerResponseContext response) {
    String present = response.getHeaderString(Vary.FIELD_NAME);
    return present == null ? vary.fieldValue() : vary.mergedInto(present);
  }

  /** Not putSingle, which looks the name up twice, and makes a longer list than one value needs. */
  private static void put(MultivaluedMap<String, Object> fields, String name, String value) {
    List<Object> values = new ArrayList<>(1);
    values.add(value);
    fields.put(name, values);
  }
}
