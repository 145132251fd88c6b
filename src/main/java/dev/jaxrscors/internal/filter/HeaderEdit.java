package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.filter.HeaderFields.Conflict;
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
 * An edit of the header fields of one response. Each map is locked while it is edited, since other
 * requests may be answered with the same one.
 */
record HeaderEdit(ResponseHeaders headers, Foreign foreign) {

  private static final String PREFIX = "Access-Control-";

  /** Runtimes edit a map too, and wait for nobody; but they are done in less. */
  private static final int MOST_ATTEMPTS = 1_000;

  /** The fate of the fields of the protocol that other layers have set. */
  enum Foreign {
    REPLACED,
    KEPT
  }

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

  private static Conflict conflict(Found found, Foreign foreign) {
    if (found.isOwn) {
      return Conflict.SHARED;
    }
    return found.isForeign && foreign == Foreign.REPLACED ? Conflict.FOREIGN : Conflict.NONE;
  }

  /** Edits a map, unless there is a conflict: then it is left as it is. */
  static Conflict putFirst(
      MultivaluedMap<String, Object> fields, ResponseHeaders headers, Foreign foreign) {
    return locked(
        fields,
        () -> {
          Found found = Found.in(fields);
          Conflict conflict = conflict(found, foreign);
          if (conflict == Conflict.NONE) {
            put(fields, headers, found);
          }
          return conflict;
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
          return Conflict.NONE;
        });
  }

  /** Makes the fields in a map that was edited, and edited by others since, exactly these again. */
  Conflict putRight(MultivaluedMap<String, Object> fields) {
    return locked(
        fields,
        () -> {
          boolean isAny = removeStray(fields);
          headers.forEach((name, value) -> fields.put(name, own(value, fields.get(name))));
          putVaryRight(fields);
          return isAny ? Conflict.FOREIGN : Conflict.NONE;
        });
  }

  /** Hides the fields that others have put into a map since, where they would be sent instead. */
  Conflict hide(MultivaluedMap<String, Object> fields) {
    return locked(
        fields,
        () -> {
          boolean isAny = hideForeign(fields);
          putVaryRight(fields);
          return isAny ? Conflict.FOREIGN : Conflict.NONE;
        });
  }

  /** Removes the fields that are not as they were put, and reports whether there were any. */
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
    if (!headers.vary().isNothing() && there != null) {
      String merged = merged(headers.vary(), there);
      if (!List.of(merged).equals(there)) {
        fields.put(Vary.FIELD_NAME, OwnValues.of(merged, OwnValues.original(there)));
      }
    }
  }

  /** Puts the fields elsewhere, and hides those of the map that would be sent in their place. */
  Conflict putApart(MultivaluedMap<String, Object> fields, MultivaluedMap<String, Object> apart) {
    headers.forEach(apart::putSingle);
    return locked(
        fields,
        () -> {
          Found found = Found.in(fields);
          if (foreign == Foreign.KEPT && found.isOwn) {
            takeBack(fields);
          } else if (found.isOwn) {
            // What is hidden for another request stays so: it may be on its way out.
            takeBack(fields, Vary.FIELD_NAME);
          }
          if (found.isForeign && foreign == Foreign.REPLACED) {
            hideForeign(fields);
          }
          if (!headers.vary().isNothing()) {
            putVary(found.isVary ? fields : apart, headers.vary(), found);
          }
          return conflict(found, foreign);
        });
  }

  private static void put(
      MultivaluedMap<String, Object> fields, ResponseHeaders headers, Found found) {
    headers.forEach((name, value) -> fields.put(name, OwnValues.of(value, null)));
    if (!headers.vary().isNothing()) {
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
    List.copyOf(fields.keySet()).forEach(name -> takeBack(fields, name));
  }

  private static void takeBack(MultivaluedMap<String, Object> fields, String name) {
    if (fields.get(name) instanceof OwnValues own) {
      List<Object> before = own.before();
      if (before == null) {
        fields.remove(name);
      } else {
        fields.put(name, before);
      }
    }
  }

  /** Hides the fields of the protocol that have values, and reports whether there were any. */
  private static boolean hideForeign(MultivaluedMap<String, Object> fields) {
    boolean isAny = false;
    for (String name : List.copyOf(fields.keySet())) {
      List<Object> values = fields.get(name);
      if (isOfProtocol(name) && values != null && !values.isEmpty()) {
        isAny = true;
        // An interceptor may have added to a list that hides others.
        List<Object> original = OwnValues.original(values);
        fields.put(name, OwnValues.hiding(original == null ? values : original));
      }
    }
    return isAny;
  }

  /** Returns the fields to send in the place of a map, names without regard to case. */
  Map<String, List<Object>> over(MultivaluedMap<String, Object> fields) {
    Map<String, List<Object>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    locked(
        fields,
        () -> {
          sent.clear();
          fields.forEach((name, values) -> addOriginal(name, values, sent));
          return Conflict.NONE;
        });
    headers.forEach((name, value) -> sent.put(name, OwnValues.of(value, null)));
    if (!headers.vary().isNothing()) {
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
  private static Conflict locked(MultivaluedMap<String, Object> fields, Supplier<Conflict> edit) {
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
