package dev.jaxrscors.benchmarks.dispatch;

/** A runtime with an application, asked in memory: no socket, no server. */
public interface Dispatcher extends AutoCloseable {

  /**
   * Answers one request, its body included.
   *
   * @param call the request
   * @return the response
   */
  Reply dispatch(Call call);

  @Override
  void close();
}
