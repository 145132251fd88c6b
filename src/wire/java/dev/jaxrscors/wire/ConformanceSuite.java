package dev.jaxrscors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jaxrscors.wire.Expectation.Happened;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The conformance cases: what the Fetch standard and this library promise, as data. */
public abstract class ConformanceSuite {

  static final ConformanceCases CASES = ConformanceCases.read();

  /** Makes a suite of all cases. */
  protected ConformanceSuite() {}

  /** Returns where the application is that has the resources of the cases. */
  protected abstract URI baseUri();

  /** Sends a request to the application, and returns the reply. */
  protected abstract Reply send(Request request);

  /** Reports whether {@link ConformanceResources#RESOURCE} ran since this was last called. */
  protected abstract boolean takeInvoked();

  @TestFactory
  Stream<DynamicTest> every_case_holds() {
    return CASES.all().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.get("id").asText() + ": " + c.get("why").asText(), () -> verify(c)));
  }

  private void verify(JsonNode theCase) {
    Happened happened = happen(theCase);
    verifyAlways(theCase, happened);
    new Expectation(theCase.get("expect"), happened).verify();
    if (theCase.has("design")) {
      new Expectation(theCase.get("design"), happened).verify();
    }
  }

  private Happened happen(JsonNode theCase) {
    Request request = ConformanceCases.request(theCase, baseUri());
    BrowserCheck browser =
        theCase.get("policy").get("credentials").asBoolean()
            ? BrowserCheck.INCLUDING_CREDENTIALS
            : BrowserCheck.OMITTING_CREDENTIALS;
    Happened happened = happen(request, browser);
    // A machine that is busy with something else may spoil a measurement, but not three.
    for (int i = 0; i < 2 && happened.millis() > mostMillis(theCase); i++) {
      happened = happen(request, browser);
    }
    return happened;
  }

  private static long mostMillis(JsonNode theCase) {
    return theCase.get("expect").path("maxMillis").asLong(Long.MAX_VALUE);
  }

  private Happened happen(Request request, BrowserCheck browser) {
    takeInvoked();
    long start = System.nanoTime();
    Reply reply = send(request);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return new Happened(request, reply, browser, takeInvoked(), millis);
  }

  private static void verifyAlways(JsonNode theCase, Happened happened) {
    Reply reply = happened.reply();
    for (Field field : reply.corsFields()) {
      assertThat(reply.all(field.name())).as(field.name()).hasSize(1);
      assertThat(field.value()).as(field.name()).isNotEmpty();
    }
    verifyAllowCredentials(reply);
    if (!happened.request().isPreflight()) {
      assertThat(reply.all("Access-Control-Allow-Methods")).isEmpty();
      assertThat(reply.all("Access-Control-Allow-Headers")).isEmpty();
      assertThat(reply.all("Access-Control-Max-Age")).isEmpty();
    }
    if (!Expectation.expectsServerError(theCase.get("expect"))) {
      assertThat(reply.status()).isLessThan(500);
    }
  }

  private static void verifyAllowCredentials(Reply reply) {
    List<String> allow = reply.all("Access-Control-Allow-Credentials");
    if (!allow.isEmpty()) {
      assertThat(allow).containsExactly("true");
      assertThat(reply.all("Access-Control-Allow-Origin")).doesNotContain("*");
    }
  }
}
