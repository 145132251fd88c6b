package dev.jaxrscors;

import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.CorsListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps everything it hears, on whichever thread. */
public final class Heard implements CorsListener {

  private final List<CorsEvent> events = new CopyOnWriteArrayList<>();

  /** Returns what was heard so far, and will be. */
  public List<CorsEvent> events() {
    return events;
  }

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

  @Override
  public void reconfigured(CorsEvent.Reconfigured event) {
    events.add(event);
  }
}
