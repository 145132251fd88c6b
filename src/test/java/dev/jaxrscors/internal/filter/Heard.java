package dev.jaxrscors.internal.filter;

import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.CorsListener;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it hears of requests. */
final class Heard implements CorsListener {

  final List<CorsEvent> events = new ArrayList<>();

  @Override
  public void granted(CorsEvent.Granted event) {
    events.add(event);
  }

  @Override
  public void refused(CorsEvent.Refused event) {
    events.add(event);
  }

  @Override
  public void withheld(CorsEvent.Withheld event) {
    events.add(event);
  }
}
