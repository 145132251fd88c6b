package dev.jaxrscors.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** A file that comes in parts, with a pause between them. The policy is that of {@link Shop}. */
@Path("downloads")
public class Downloads {

  private static final int PARTS = 5;

  // More than a server keeps back to learn the length of what is short.
  private static final int PART_BYTES = 16 << 10;

  private static final long PAUSE_MILLIS = 200;

  /** Makes the resource. */
  public Downloads() {}

  /** {@return five lines of 16 KiB, one after the other} */
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public StreamingOutput parts() {
    return Downloads::write;
  }

  private static void write(OutputStream out) throws IOException {
    for (int part = 1; part <= PARTS; part++) {
      out.write(line(part).getBytes(US_ASCII));
      out.flush();
      pause();
    }
  }

  private static String line(int part) {
    String start = "part %d of %d ".formatted(part, PARTS);
    return start + ".".repeat(PART_BYTES - start.length() - 1) + "\n";
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
