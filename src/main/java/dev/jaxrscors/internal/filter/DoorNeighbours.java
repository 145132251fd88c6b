package dev.jaxrscors.internal.filter;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The servlet doors of one web application. Where several stand before a request, the one with the
 * nearest pattern decides, whichever comes first: containers start annotated filters in an order of
 * their own, and a preflight, which the first one answers, has to be answered as the request is.
 */
final class DoorNeighbours {

  private static final String ATTRIBUTE = "dev.jaxrscors.doors";

  private final List<ServedDoor> doors = new CopyOnWriteArrayList<>();

  static DoorNeighbours in(ServletContext context) {
    synchronized (DoorNeighbours.class) {
      if (context.getAttribute(ATTRIBUTE) instanceof DoorNeighbours known) {
        return known;
      }
      DoorNeighbours made = new DoorNeighbours();
      context.setAttribute(ATTRIBUTE, made);
      return made;
    }
  }

  void add(ServedDoor door) {
    doors.add(door);
  }

  void remove(ServedDoor door) {
    doors.remove(door);
  }

  /** Returns the door that decides about a request that one of them has met. */
  ServedDoor nearest(ServedDoor met, HttpServletRequest request) {
    if (doors.size() < 2) {
      return met;
    }
    ServedDoor nearest = met;
    int nearness = met.patterns().nearness(request);
    for (ServedDoor door : doors) {
      int other = door.patterns().nearness(request);
      if (other > nearness || (other == nearness && door.isBefore(nearest))) {
        nearest = door;
        nearness = other;
      }
    }
    return nearest;
  }
}
