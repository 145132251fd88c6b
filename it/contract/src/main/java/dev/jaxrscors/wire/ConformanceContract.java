package dev.jaxrscors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jaxrscors.contract.Answer;
import dev.jaxrscors.contract.Outcome;
import dev.jaxrscors.contract.Subject;
import dev.jaxrscors.wire.Expectation.Happened;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The conformance cases: what the Fetch standard and this library promise, as data. */
public abstract class ConformanceContract {

  private static final ConformanceCases CASES = ConformanceCases.read();

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

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
    Subject subject = subject();
    URI base = subject.baseUri();
    Server server = new Server("http://" + base.getAuthority(), base.getHost());
    Request request = ConformanceCases.request(theCase, server);
    Browser browser =
        theCase.get("policy").get("credentials").asBoolean()
            ? Browser.INCLUDING_CREDENTIALS
            : Browser.OMITTING_CREDENTIALS;
    subject.takeCalls();
    long start = System.nanoTime();
    Answer answer = subject.send(ofContract(request));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    Outcome outcome = new Outcome(answer, subject.takeCalls());
    boolean invoked = outcome.ran(ConformanceResources.RESOURCE);
    return new Happened(request, ofWire(answer), browser, invoked, millis);
  }

  private static dev.jaxrscors.contract.Request ofContract(Request request) {
    var sent = dev.jaxrscors.contract.Request.of(request.method(), request.path().substring(1));
    for (Field field : request.fields()) {
      sent = sent.with(field.name(), field.value());
    }
    return new dev.jaxrscors.contract.Request(
        sent.method(), sent.path(), sent.headers(), request.body());
  }

  private static Reply ofWire(Answer answer) {
    List<Field> fields =
        answer.headers().stream().map(line -> new Field(line.name(), line.value())).toList();
    return new Reply(answer.status(), fields, answer.body());
  }

  private static void verifyAlways(JsonNode theCase, Happened happened) {
    Reply reply = happened.reply();
    for (Field field : reply.fields()) {
      if (field.isOfCors()) {
        assertThat(reply.all(field.name())).as(field.name()).hasSize(1);
        assertThat(field.value()).as(field.name()).isNotEmpty();
      }
    }
    if (!reply.all("Access-Control-Allow-Credentials").isEmpty()) {
      assertThat(reply.all("Access-Control-Allow-Credentials")).containsExactly("true");
      assertThat(reply.all("Access-Control-Allow-Origin")).doesNotContain("*");
    }
    if (!happened.request().isPreflight()) {
      assertThat(reply.all("Access-Control-Allow-Methods")).isEmpty();
      assertThat(reply.all("Access-Control-Allow-Headers")).isEmpty();
      assertThat(reply.all("Access-Control-Max-Age")).isEmpty();
    }
    if (!Expectation.expectsServerError(theCase.get("expect"))) {
      assertThat(reply.status()).isLessThan(500);
    }
  }
}
