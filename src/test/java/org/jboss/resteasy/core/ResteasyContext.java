package org.jboss.resteasy.core;

/** Stands for the type of that name in RESTEasy: what a thread works on, by its type. */
public final class ResteasyContext {

  private record Pushed(Class<?> type, Object data) {}

  private static final ThreadLocal<Pushed> PUSHED = new ThreadLocal<>();

  private ResteasyContext() {}

  public static <T> T getContextData(Class<T> type) {
    Pushed pushed = PUSHED.get();
    return pushed != null && pushed.type() == type ? type.cast(pushed.data()) : null;
  }

  /** Runs something while a thread works on something. */
  public static <T> void with(Class<T> type, T data, Runnable work) {
    PUSHED.set(new Pushed(type, data));
    try {
      work.run();
    } finally {
      PUSHED.remove();
    }
  }
}
