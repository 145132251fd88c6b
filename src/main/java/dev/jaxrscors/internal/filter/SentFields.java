package dev.jaxrscors.internal.filter;

import jakarta.ws.rs.core.MultivaluedMap;

/** What was put on a response, for {@link WriterGuard}, which comes after all other layers. */
record SentFields(HeaderEdit edit, Place place) {

  /** The name of the property of a request. */
  static final String PROPERTY = "dev.jaxrscors.sent";

  enum Place {
    /** Into the map of the response. */
    IN_PLACE,
    /** Beside it: what is in the map is sent as well. */
    APART,
    /** Over it: what is in the map of the protocol is not sent. */
    OVER
  }

  /** Makes the fields in the map of the response as they were meant to be. */
  HeaderFields.Conflict putRight(MultivaluedMap<String, Object> fields) {
    if (edit.foreign() == HeaderEdit.Foreign.KEPT) {
      return HeaderFields.Conflict.NONE;
    }
    return switch (place) {
      case IN_PLACE -> edit.putRight(fields);
      case APART -> edit.hide(fields);
      case OVER -> HeaderFields.Conflict.NONE;
    };
  }
}
