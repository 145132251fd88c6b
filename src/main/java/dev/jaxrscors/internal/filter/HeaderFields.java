package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.internal.runtime.Outlet;
import dev.jaxrscors.internal.runtime.OutletFinder;
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

  private static final ResponseHeaders NOTHING = ResponseHeaders.nothing(Vary.NOTHING);

  private final OutletFinder outlets = new OutletFinder();
  private final WriterGuard guard;

  HeaderFields(WriterGuard guard) {
    this.guard = guard;
  }

  /** Fields that are in the way on a response. */
  enum Conflict {
    NONE,
    /** Fields of the protocol that another layer has set, which are replaced. */
    FOREIGN,
    /** Fields that this library has put there for another request: the response is shared. */
    SHARED
  }

  /**
   * Makes the fields of the CORS protocol on a response exactly these; {@code Vary} keeps what it
   * has.
   */
  Conflict replace(
      ContainerRequestContext request, ContainerResponseContext response, ResponseHeaders headers) {
    return put(request, response, headers, HeaderEdit.Foreign.REPLACED);
  }

  /**
   * Adds to {@code Vary}. All else is left as the application has made it: without what this
   * library has put there for another request.
   */
  Conflict vary(ContainerRequestContext request, ContainerResponseContext response, Vary vary) {
    ResponseHeaders headers = vary.isNothing() ? NOTHING : ResponseHeaders.nothing(vary);
    return put(request, response, headers, HeaderEdit.Foreign.KEPT);
  }

  private Conflict put(
      ContainerRequestContext request,
      ContainerResponseContext response,
      ResponseHeaders headers,
      HeaderEdit.Foreign foreign) {
    Outlet outlet = outlets.of(response);
    MultivaluedMap<String, Object> fields = response.getHeaders();
    MultivaluedMap<String, Object> apart = outlet.apart(response);
    if (apart != null) {
      HeaderEdit edit = new HeaderEdit(headers, foreign);
      keep(request, edit, SentFields.Place.APART);
      return edit.putApart(fields, apart);
    }
    Conflict conflict = HeaderEdit.putFirst(fields, headers, foreign);
    if (conflict != Conflict.NONE || guard.isRegistered()) {
      HeaderEdit edit = new HeaderEdit(headers, foreign);
      SentFields.Place place = SentFields.Place.IN_PLACE;
      if (conflict != Conflict.NONE
          && outlet.send(request, response, new HeaderView(fields, edit))) {
        place = SentFields.Place.OVER;
      } else if (conflict != Conflict.NONE) {
        edit.putAgain(fields);
      }
      keep(request, edit, place);
    }
    return conflict;
  }

  private void keep(ContainerRequestContext request, HeaderEdit edit, SentFields.Place place) {
    if (guard.isRegistered()) {
      request.setProperty(SentFields.PROPERTY, new SentFields(edit, place));
    }
  }
}
