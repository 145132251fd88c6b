package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.filter.HeaderFields.Met;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of the header fields of one response. Each map is locked while it is edited,
 * since other requests may be answered with the same one.
 *
 * @param headers the fields of the CORS protocol to be sent
 * @param foreign what becomes of those that other layers have set
 */
record HeaderEdit(ResponseHeaders headers, Foreign foreign) {

  private static final String PREFIX = "Access-Control-";

  /** Runtimes edit a map too, and wait for nobody; but they are done in less. */
  private static final int MOST_ATTEMPTS = 1_000;

  /** What becomes of fields of the protocol that other layers have set. */
  enum Foreign {
    /** They are not sent. */
    REPLACED,
    /** They are none of our business. */
    KEPT
  }

  /** What a map holds that matters here. */
  private record Found(boolean isVary, boolean isForeign, boolean isOwn) {

    private static final Found NOTHING = new Found(false, false, false);

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
      boolean isForeign = false;
      boolean isOwn = false;
      // Not the entries, which on Jersey let it forget what it has made of the fields so far.
      for (String name : fields.keySet()) {
        boolean isNamedVary = name.equalsIgnoreCase(Vary.FIELD_NAME);
        if (isNamedVary || isOfProtocol(name)) {
          boolean isMarked = fields.get(name) instanceof OwnValues;
          isOwn |= isMarked;
          isVary |= isNamedVary;
          isForeign |= !isNamedVary && !isMarked;
        }
      }
      return new Found(isVary, isForeign, isOwn);
    }
  }

  private static Met met(Found found, Foreign foreign) {
    if (found.isOwn) {
      return Met.SHARED;
    }
    return found.isForeign && foreign == Foreign.REPLACED ? Met.FOREIGN : Met.NOTHING;
  }

  /** Edits a map, unless something was met there: then it is left as it is. */
  static Met putFirst(
      MultivaluedMap<String, Object> fields, ResponseHeaders headers, Foreign foreign) {
    return locked(
        fields,
        () -> {
          Found found = Found.in(fields);
          Met met = met(found, foreign);
          if (met == Met.NOTHING) {
            put(fields, headers, found);
          }
          return met;
        });
  }

  /** Edits a map whatever is there, where there is no other way. */
  void putAgain(MultivaluedMap<String, Object> fields) {
    locked(
        fields,
        () -> {
          takeBack(fields);
          if (foreign == Foreign.REPLACED) {
            List.copyOf(fields.keySet()).stream()
                .filter(HeaderEdit::isOfProtocol)
                // Key by key: removing through the key set changes nothing on CXF.
                .forEach(fields::remove);
          }
          put(fields, headers, Found.in(fields));
          return Met.NOTHING;
        });
  }

  /** Makes the fields in a map that was edited, and edited by others since, exactly these again. */
  Met putRight(MultivaluedMap<String, Object> fields) {
    return foreign == Foreign.KEPT
        ? Met.NOTHING
        : locked(
            fields,
            () -> {
              Met met = removeStray(fields) ? Met.FOREIGN : Met.NOTHING;
              headers.forEach((name, value) -> fields.put(name, own(value, fields.get(name))));
              putVaryRight(fields);
              return met;
            });
  }

  /** Hides in a map what others have put there since, where it would be sent in their place. */
  Met hide(MultivaluedMap<String, Object> fields) {
    return foreign == Foreign.KEPT
        ? Met.NOTHING
        : locked(
            fields,
            () -> {
              Found found = Found.in(fields);
              if (found.isForeign) {
                hideForeign(fields);
              }
              putVaryRight(fields);
              return met(new Found(false, found.isForeign, false), foreign);
            });
  }

  /** Removes what is not as it was put, and reports whether there was anything. */
  private boolean removeStray(MultivaluedMap<String, Object> fields) {
    Map<String, String> put = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(put::put);
    boolean isAny = false;
    for (String name : List.copyOf(fields.keySet())) {
      boolean isAsPut = List.of(put.getOrDefault(name, "")).equals(fields.get(name));
      if (isOfProtocol(name) && !isAsPut) {
        isAny = true;
        fields.remove(name);
      }
    }
    return isAny;
  }

  private static List<Object> own(String value, @Nullable List<Object> there) {
    return there instanceof OwnValues ? there : OwnValues.of(value, null);
  }

  private void putVaryRight(MultivaluedMap<String, Object> fields) {
    List<Object> there = fields.get(Vary.FIELD_NAME);
    if (headers.vary() != Vary.NOTHING && there != null) {
      String merged = merged(headers.vary(), there);
      if (!List.of(merged).equals(there)) {
        fields.put(Vary.FIELD_NAME, OwnValues.of(merged, OwnValues.original(there)));
      }
    }
  }

  /** Puts the fields elsewhere, and hides in the map what would be sent in their place. */
  Met putApart(MultivaluedMap<String, Object> fields, MultivaluedMap<String, Object> apart) {
    headers.forEach(apart::putSingle);
    return locked(
        fields,
        () -> {
          Found found = Found.in(fields);
          if (found.isOwn) {
            takeBack(fields);
          }
          if (found.isForeign && foreign == Foreign.REPLACED) {
            hideForeign(fields);
          }
          if (headers.vary() != Vary.NOTHING) {
            putVary(found.isVary ? fields : apart, headers.vary(), found);
          }
          return met(found, foreign);
        });
  }

  private static void put(
      MultivaluedMap<String, Object> fields, ResponseHeaders headers, Found found) {
    headers.forEach((name, value) -> fields.put(name, OwnValues.of(value, null)));
    if (headers.vary() != Vary.NOTHING) {
      putVary(fields, headers.vary(), found);
    }
  }

  private static void putVary(MultivaluedMap<String, Object> fields, Vary vary, Found found) {
    List<Object> before = found.isVary ? fields.get(Vary.FIELD_NAME) : null;
    fields.put(Vary.FIELD_NAME, OwnValues.of(merged(vary, before), before));
  }

  private static String merged(Vary vary, @Nullable List<Object> before) {
    return before == null
        ? vary.fieldValue()
        : vary.mergedInto(before.stream().map(Object::toString).collect(Collectors.joining(",")));
  }

  private static void takeBack(MultivaluedMap<String, Object> fields) {
    for (String name : List.copyOf(fields.keySet())) {
      if (fields.get(name) instanceof OwnValues own) {
        List<Object> before = own.before();
        if (before == null) {
          fields.remove(name);
        } else {
          fields.put(name, before);
        }
      }
    }
  }

  private static void hideForeign(MultivaluedMap<String, Object> fields) {
    for (String name : List.copyOf(fields.keySet())) {
      List<Object> values = fields.get(name);
      if (isOfProtocol(name) && values != null) {
        fields.put(name, OwnValues.hiding(values));
      }
    }
  }

  /** Returns what is to be sent where a map holds something else, names without regard to case. */
  Map<String, List<Object>> over(MultivaluedMap<String, Object> fields) {
    Map<String, List<Object>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    locked(
        fields,
        () -> {
          sent.clear();
          fields.forEach((name, values) -> addOriginal(name, values, sent));
          return Met.NOTHING;
        });
    headers.forEach((name, value) -> sent.put(name, OwnValues.of(value, null)));
    if (headers.vary() != Vary.NOTHING) {
      sent.put(
          Vary.FIELD_NAME, OwnValues.of(merged(headers.vary(), sent.get(Vary.FIELD_NAME)), null));
    }
    return sent;
  }

  private void addOriginal(String name, List<Object> values, Map<String, List<Object>> sent) {
    List<Object> original = OwnValues.original(values);
    boolean isReplaced = foreign == Foreign.REPLACED && isOfProtocol(name);
    if (original != null && !isReplaced) {
      sent.put(name, new ArrayList<>(original));
    }
  }

  private static boolean isOfProtocol(String name) {
    return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
        && ResponseHeaders.NAMES.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** Does what may be done again from its start. */
  private static Met locked(MultivaluedMap<String, Object> fields, Supplier<Met> edit) {
    for (int attempt = 1; ; attempt++) {
      try {
        synchronized (fields) {
          return edit.get();
        }
      } catch (ConcurrentModificationException e) {
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }
}
