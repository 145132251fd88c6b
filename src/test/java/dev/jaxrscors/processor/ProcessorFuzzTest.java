package dev.jaxrscors.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jaxrscors.internal.deploy.DeployedFindings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whatever somebody writes into the members of {@code @CorsPolicy}: each line of the input is a
 * member and one of its strings.
 */
class ProcessorFuzzTest {

  private enum Member {
    VALUE,
    ORIGINS,
    METHODS,
    ALLOWED_HEADERS,
    EXPOSED_HEADERS,
    MAX_AGE;

    String inSource() {
      return switch (this) {
        case ALLOWED_HEADERS -> "allowedHeaders";
        case EXPOSED_HEADERS -> "exposedHeaders";
        case MAX_AGE -> "maxAge";
        default -> name().toLowerCase(Locale.ROOT);
      };
    }

    String written(List<String> texts) {
      return switch (this) {
        case VALUE -> literal(texts.get(texts.size() - 1));
        case MAX_AGE -> Integer.toString(texts.get(texts.size() - 1).hashCode());
        default -> texts.stream().map(ProcessorFuzzTest::literal).collect(joining(", ", "{", "}"));
      };
    }
  }

  @FuzzTest
  @DictionaryEntries({
    "value=",
    "origins=",
    "methods=",
    "allowedHeaders=",
    "exposedHeaders=",
    "maxAge=",
    "https://*.",
    "${shop.pages:",
    "\\x00",
    "<derived>",
    "<none>"
  })
  void the_compiler_says_what_a_deployment_would(byte[] input) throws ClassNotFoundException {
    Map<Member, List<String>> written = written(new String(input, UTF_8));
    String source = source(written);

    Compilation compiled = compilation(source).run();

    Compilation plain = compilation(source).withoutProcessor().run();
    assertThat(plain.errors()).as(source).isEmpty();
    Set<String> errors =
        compiled.errors().stream()
            .map(Compilation.Message::text)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(errors).allMatch(error -> error.matches("Orders[^\n]*"));
    // What is not here may be elsewhere: in configuration, or on the application.
    boolean isWhole =
        written.containsKey(Member.ORIGINS)
            && !written.containsKey(Member.VALUE)
            && written.values().stream().noneMatch(t -> t.stream().anyMatch(s -> s.contains("${")));
    if (isWhole) {
      assertThat(errors)
          .isEqualTo(
              new TreeSet<>(
                  DeployedFindings.of(Map.of(), Optional.empty(), plain.load()).mistakes()));
    }
  }

  private static Map<Member, List<String>> written(String text) {
    Map<Member, List<String>> written = new EnumMap<>(Member.class);
    for (String line : text.split("\n", -1)) {
      for (Member member : Member.values()) {
        if (line.startsWith(member.inSource() + "=")) {
          written
              .computeIfAbsent(member, m -> new ArrayList<>())
              .add(line.substring(member.inSource().length() + 1));
        }
      }
    }
    return written;
  }

  private static String source(Map<Member, List<String>> written) {
    String members =
        written.entrySet().stream()
            .map(e -> e.getKey().inSource() + " = " + e.getKey().written(e.getValue()))
            .collect(joining(", "));
    return Marked.of(
            """
            @Path("orders") @CorsPolicy(%s)
            public class Orders {
              @GET public String get(@HeaderParam("X-Key") String key) { return key; }
            }
            """
                .formatted(members))
        .source();
  }

  private static Compilation compilation(String source) {
    return new Compilation().source(source);
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        literal.append("\\u%04x".formatted((int) c));
      } else if (c < ' ' || c == '"' || c == '\\' || c == '\u007f') {
        // A line feed by its number would be one to the compiler, and end the literal.
        literal.append("\\%03o".formatted((int) c));
      } else {
        literal.append(c);
      }
    }
    return literal.append('"').toString();
  }
}
