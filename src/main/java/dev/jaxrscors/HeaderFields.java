package dev.jaxrscors;

import dev.jaxrscors.protocol.ResponseHeaders;
import dev.jaxrscors.protocol.Vary;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;

/**
 * The one place where header fields of the CORS protocol are put on a response.
 *
 * <p>It is tempting to edit the map of the response, as filters do; but it is the map of the
 * application's {@code Response}, and where several requests are answered with the same one, other
 * threads read it meanwhile, and the next response finds in it what was meant for this one. So a
 * map is edited once, and marked by {@link OwnValues}; from then on it is left alone, and what is
 * to be sent goes through an {@link Outlet} of the runtime.
 */
final class HeaderFields {

  private final Outlets outlets = new Outlets();
  private final WriterGuard guard;

  HeaderFields(WriterGuard guard) {
    this.guard = guard;
  }

  /** What was met on a response. */
  enum Met {
    /** Nothing that matters here. */
    NOTHING,
    /** Fields of the protocol that another layer has set, which are replaced. */
    FOREIGN,
    /** Fields that this library has put there for another request: the response is shared. */
    SHARED
  }

  /**
   * Makes the fields of the CORS protocol on a response exactly these; {@code Vary} keeps what it
   * has.
   */
  Met replace(
      ContainerRequestContext request, ContainerResponseContext response, ResponseHeaders headers) {
    return put(request, response, new HeaderEdit(headers, HeaderEdit.Foreign.REPLACED));
  }

  /**
   * Adds to {@code Vary}. All else is left as the application has made it: without what this
   * library has put there for another request.
   */
  Met vary(ContainerRequestContext request, ContainerResponseContext response, Vary vary) {
    ResponseHeaders headers = ResponseHeaders.nothing(vary);
    return put(request, response, new HeaderEdit(headers, HeaderEdit.Foreign.KEPT));
  }

  private Met put(
      ContainerRequestContext request, ContainerResponseContext response, HeaderEdit edit) {
    Outlet outlet = outlets.of(response);
    MultivaluedMap<String, Object> fields = response.getHeaders();
    MultivaluedMap<String, Object> apart = outlet.apart(response);
    if (apart != null) {
      keep(request, edit, SentFields.Place.APART);
      return edit.putApart(fields, apart);
    }
    Met met = edit.putFirst(fields);
    boolean isOver =
        met != Met.NOTHING && outlet.send(request, response, new HeaderView(fields, edit));
    if (met != Met.NOTHING && !isOver) {
      edit.putAgain(fields);
    }
    keep(request, edit, isOver ? SentFields.Place.OVER : SentFields.Place.IN_PLACE);
    return met;
  }

  private void keep(ContainerRequestContext request, HeaderEdit edit, SentFields.Place place) {
    if (guard.isRegistered()) {
      request.setProperty(SentFields.PROPERTY, new SentFields(edit, place));
    }
  }
}
