package dev.jaxrscors.browsers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies that take their time, up and down. */
interface Transfers extends Scene {

  String UPLOAD =
      """
      return await new Promise(resolve => {
        const upload = new XMLHttpRequest();
        let progress = 0;
        upload.upload.onprogress = e => { progress = e.loaded; };
        upload.onload = () => resolve({progress, answer: upload.responseText});
        upload.onerror = () => resolve({progress, answer: "error"});
        upload.open("POST", shop("/uploads"));
        upload.setRequestHeader("Content-Type", "application/octet-stream");
        upload.send(new Uint8Array(4_000_000));
      });""";

  @ParameterizedTest
  @EnumSource
  default void the_friend_uploads_and_sees_the_progress(Scheme scheme) {
    Tab friend = friend(scheme);
    assertThat(friend.run(UPLOAD)).hasToString("{\"progress\":4000000,\"answer\":\"4000000\"}");
    assertThat(friend.recorded()).containsExactly("OPTIONS 204", "POST 200");
  }

  @ParameterizedTest
  @EnumSource
  default void the_stranger_uploads_not_one_byte(Scheme scheme) {
    Tab stranger = stranger(scheme);
    assertThat(stranger.run(UPLOAD)).hasToString("{\"progress\":0,\"answer\":\"error\"}");
    assertThat(stranger.recorded()).containsExactly("OPTIONS 403");
  }

  @ParameterizedTest
  @EnumSource
  default void a_download_is_read_while_it_comes_by_the_friend_alone(Scheme scheme) {
    String script =
        """
        try {
          const reader = (await fetch(shop("/downloads"))).body.getReader();
          const start = performance.now();
          let first = null;
          let bytes = 0;
          for (let part = await reader.read(); !part.done; part = await reader.read()) {
            first ??= performance.now() - start;
            bytes += part.value.length;
          }
          return {bytes, early: performance.now() - start - first};
        } catch (e) {
          return {error: e.name};
        }""";
    JsonNode read = friend(scheme).run(script);
    assertThat(read.path("bytes").asInt()).isEqualTo(5 << 14);
    // The shop pauses for 200 ms after each of five parts.
    assertThat(read.path("early").asInt()).isGreaterThan(400);
    assertThat(stranger(scheme).run(script)).hasToString("{\"error\":\"TypeError\"}");
  }
}
