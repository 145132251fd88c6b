package org.apache.cxf.phase;

import org.apache.cxf.message.Message;

/** Stands for the type of that name in CXF. */
public final class PhaseInterceptorChain {

  private static final ThreadLocal<Message> CURRENT = new ThreadLocal<>();

  private PhaseInterceptorChain() {}

  public static Message getCurrentMessage() {
    return CURRENT.get();
  }

  /** Runs something while a message is handled. */
  public static void handle(Message message, Runnable handling) {
    CURRENT.set(message);
    try {
      handling.run();
    } finally {
      CURRENT.remove();
    }
  }
}
