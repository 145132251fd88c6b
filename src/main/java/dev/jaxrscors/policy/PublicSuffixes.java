package dev.jaxrscors.policy;

import dev.jaxrscors.fetch.Host;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The domains under which anyone can register a name, such as {@code com}, {@code co.uk} and {@code
 * github.io}.
 *
 * <p>The list comes with the library, is read when a policy first needs it, and is given back when
 * memory is short. Only wildcards are looked up: an old list never refuses an exact origin.
 *
 * @see <a href="https://github.com/publicsuffix/list/wiki/Format">the format of the list</a>
 */
final class PublicSuffixes {

  private static final String LIST = "effective_tld_names.dat";

  private static SoftReference<@Nullable Set<String>> rules = new SoftReference<>(null);

  private PublicSuffixes() {}

  /**
   * Reports whether anyone can register a name under a domain: it is a public suffix, by a rule of
   * the list or because it has one label and no rule knows it; or all that is right below it is.
   */
  static boolean contain(Host host) {
    String domain = host.toString();
    Set<String> known = rules();
    if (host.isLoopback() || known.contains("!" + domain)) {
      return false;
    }
    int dot = domain.indexOf('.');
    return dot < 0
        || known.contains(domain)
        || known.contains("*." + domain)
        || known.contains("*" + domain.substring(dot));
  }

  static synchronized Set<String> rules() {
    Set<String> known = rules.get();
    if (known == null) {
      known = read();
      rules = new SoftReference<>(known);
    }
    return known;
  }

  static Set<String> read() {
    try (InputStream list = PublicSuffixes.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException("The jar lacks " + LIST + ".");
      }
      return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("//"))
          .map(PublicSuffixes::ascii)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a rule as it is written in origins; the list has international names in Unicode. */
  private static String ascii(String rule) {
    return rule.chars().allMatch(c -> c < 0x80) ? rule : IDN.toASCII(rule, IDN.ALLOW_UNASSIGNED);
  }
}
