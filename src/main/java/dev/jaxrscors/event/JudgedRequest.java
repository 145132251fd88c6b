package dev.jaxrscors.event;

import dev.jaxrscors.Target;

/**
 * A request as events show it. The origin, the method and the path come from the request, and are
 * cut but not escaped: whoever shows them has to, and nobody should make tags of them, since there
 * is no end to them.
 *
 * <p>It is immutable.
 *
 * @param kind which of the two requests of the protocol it is
 * @param origin {@code Origin} as it was sent, cut after 256 characters
 * @param method its method; for a preflight the one that it asks for
 * @param path the path template that was matched, such as {@code /orders/{id}}, as in {@link
 *     Target#path()}; {@link Target#UNMATCHED} where no resource was
 * @param policy where the policy is written that decided, as the log calls it; empty where there is
 *     none
 */
public record JudgedRequest(
    RequestKind kind, String origin, String method, String path, String policy) {

  private static final int LONGEST = 256;

  /**
   * Makes one, cut to size.
   *
   * @param kind which of the two requests of the protocol it is
   * @param origin {@code Origin}
   * @param method its method
   * @param path the path template
   * @param policy where the policy is written
   */
  public JudgedRequest {
    origin = cut(origin);
    method = cut(method);
    path = cut(path);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
