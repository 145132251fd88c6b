package dev.jaxrscors.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jaxrscors.wire.CheckedLog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;

/**
 * Whatever configuration and requests hold, reports stay what they are: each line of the input with
 * an equals sign is a key and its value, the others are an origin, a method, a path, and headers
 * that somebody wants explained.
 */
class ReportFuzzTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TRUSTED = Pattern.compile("(?s)<(style|script)[^>]*>.*?</\\1>");
  private static final Pattern TAG =
      Pattern.compile("<(?<end>/?)(?<name>[a-z0-9]+)(?: [a-z-]+(?:=\"[^\"<>]*\")?)*>");
  private static final Set<String> VOID = Set.of("br", "col", "input", "meta");

  @AutoClose private static final CheckedLog LOG = CheckedLog.open();

  @FuzzTest
  @DictionaryEntries({
    "shop.pages=",
    "cors.policy.public.origins=",
    "cors.policy.public.allowed-headers=",
    "cors.policy.public.exposed-headers=",
    "cors.policy.public.methods=",
    "cors.default.origins=",
    "cors.hosts=",
    "cors.on-mistake=refuse",
    "cors.",
    "</script><img onerror=alert(1)>",
    "`|"
  })
  void a_report_holds_no_markup_but_its_own(byte[] input) throws JsonProcessingException {
    String text = new String(input, UTF_8);
    ReportedShop.Shop shop = ReportedShop.whole();
    List<String> asked = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals < 0) {
        asked.add(line);
      } else {
        shop.with(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    CorsReport report = CorsReport.of(shop);

    assertIsMarkdown(report.toMarkdown());
    assertIsHtml(report.toHtml());
    assertThat(JSON.readTree(report.toJson()).path("version").asInt()).isEqualTo(1);
    CorsReport again = CorsReport.of(shop);
    assertThat(again.toMarkdown()).isEqualTo(report.toMarkdown());
    assertThat(again.toHtml()).isEqualTo(report.toHtml());
    assertThat(again.toJson()).isEqualTo(report.toJson());
    explain(report, asked);
    assertIsWrittenAsText(text);
    assertThat(LOG.unsafe()).isEmpty();
  }

  private static void explain(CorsReport report, List<String> asked)
      throws JsonProcessingException {
    if (asked.size() < 3) {
      return;
    }
    String[] headers = asked.subList(3, asked.size()).toArray(String[]::new);
    Explanation explanation = report.explain(asked.get(0), asked.get(1), asked.get(2), headers);
    assertThat(JSON.readTree(explanation.toJson()).has("outcome")).isTrue();
    assertThat(explanation.toString().chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
    explanation
        .preflight()
        .ifPresent(answer -> assertThat(answer.headers().values()).allMatch(v -> isField(v)));
  }

  private static boolean isField(String value) {
    return value.matches("[ -~]+");
  }

  /** The writers themselves, with what may come from code, too. */
  private static void assertIsWrittenAsText(String text) throws JsonProcessingException {
    String json = Json.of(Map.of(text, List.of(text)));
    assertThat(JSON.readTree(json).path(text).path(0).asText()).isEqualTo(text);
    assertThat(json).doesNotContain("<", ">", "&");
    assertThat(MarkdownWriter.code(text) + MarkdownWriter.plain(text))
        .doesNotContain("\n", "\r")
        .doesNotContainPattern("(?<!\\\\)\\|");
    assertThat(MarkdownWriter.plain(text)).doesNotContain("<", ">");
    assertIsHtml(new Html().element("p", text, "title", text).page());
  }

  /** No value ends its cell, and none its line. */
  private static void assertIsMarkdown(String markdown) {
    assertThat(markdown.chars()).allMatch(c -> c == '\n' || !Character.isISOControl(c));
    assertThat(markdown.lines().filter(line -> line.startsWith("| ")))
        .allMatch(line -> line.split("(?<!\\\\)\\|", -1).length == 5);
  }

  /** Every bracket is one of a tag, and every element that is started is ended. */
  private static void assertIsHtml(String page) {
    String markup = TRUSTED.matcher(page).replaceAll("").replace("<!doctype html>", "");
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(markup);
    StringBuilder text = new StringBuilder();
    while (tag.find()) {
      tag.appendReplacement(text, "");
      String name = tag.group("name");
      if (!tag.group("end").isEmpty()) {
        assertThat(open.pop()).isEqualTo(name);
      } else if (!VOID.contains(name)) {
        open.push(name);
      }
    }
    tag.appendTail(text);
    assertThat(open).isEmpty();
    assertThat(text).doesNotContain("<", ">");
  }
}
