package dev.jaxrscors.policy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Danger;
import dev.jaxrscors.fetch.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where a member of a policy is written, and what stands there. A remedy uses the words of that
 * place, so that it can be pasted there.
 *
 * <p>Each is immutable.
 */
public sealed interface Place {

  /** Stands for what is there already, where that is too much to be repeated. */
  String REST = "...";

  /** {@return how messages call the place} */
  String name();

  /**
   * {@return what stands there, in the values of {@link Policy}: {@link CorsPolicy#NONE} and its
   * like; {@link #REST} alone if that is much; nothing if the member is not set there}
   */
  List<String> written();

  /**
   * {@return what to write there so that a member has these values}
   *
   * @param member the member
   * @param values the values, in those of {@link Policy}; {@code allow} and its like for members
   *     that are no lists
   */
  String set(Member member, List<String> values);

  /**
   * {@return how the constant of a value is called there}
   *
   * @param value {@link CorsPolicy#NONE} or another value
   */
  default String constant(String value) {
    return switch (value) {
      case CorsPolicy.NONE -> "CorsPolicy.NONE";
      case CorsPolicy.OFF -> "CorsPolicy.OFF";
      case CorsPolicy.DERIVED -> "CorsPolicy.DERIVED";
      case CorsPolicy.INHERIT -> "CorsPolicy.INHERIT";
      case REST -> REST;
      default -> Quoted.literal(value);
    };
  }

  /**
   * {@return how a check is set aside for the origins of that place; empty if it cannot be}
   *
   * @param danger the check
   */
  String waive(Danger danger);

  private static String expression(Place place, Member member, List<String> values) {
    return switch (member) {
      case CREDENTIALS -> "Credentials." + values.get(0).toUpperCase(Locale.ROOT);
      case REFUSAL -> "Refusal." + values.get(0).toUpperCase(Locale.ROOT);
      case MAX_AGE -> values.get(0);
      default -> values.stream().map(place::constant).collect(Collectors.joining(", "));
    };
  }

  /**
   * {@return some values, or {@link #REST} alone if they are too many to be repeated}
   *
   * @param values the values
   */
  static List<String> bounded(List<String> values) {
    boolean few = values.size() <= 32 && values.stream().mapToInt(String::length).sum() <= 1_000;
    return few ? List.copyOf(values) : List.of(REST);
  }

  /**
   * An annotation.
   *
   * <p>It is immutable.
   *
   * @param name the class or method it stands on
   * @param written what stands there
   */
  record Annotation(String name, List<String> written) implements Place {

    /**
     * Makes one.
     *
     * @param name the class or method it stands on
     * @param written what stands there
     */
    public Annotation {
      written = List.copyOf(written);
    }

    @Override
    public String set(Member member, List<String> values) {
      boolean isOne = !member.isList() || (values.size() == 1 && !values.contains(REST));
      String expression = expression(this, member, values);
      return member.label() + " = " + (isOne ? expression : "{" + expression + "}");
    }

    @Override
    public String waive(Danger danger) {
      return "dangerously = Danger." + danger.name();
    }
  }

  /**
   * A policy that is built in code.
   *
   * <p>It is immutable.
   *
   * @param name how messages call it
   * @param written what it was given
   */
  record Code(String name, List<String> written) implements Place {

    /**
     * Makes one.
     *
     * @param name how messages call it
     * @param written what it was given
     */
    public Code {
      written = List.copyOf(written);
    }

    @Override
    public String set(Member member, List<String> values) {
      return member.label() + "(" + expression(this, member, values) + ")";
    }

    @Override
    public String waive(Danger danger) {
      return "dangerously(Danger." + danger.name() + ")";
    }
  }

  /**
   * A key of configuration, or an environment variable.
   *
   * <p>It is immutable.
   *
   * @param name how messages call it, its source included
   * @param key its name as it is written in its source
   * @param policy the name of the policy that it belongs to; empty for the default policy
   * @param written what stands there
   */
  record Key(String name, String key, String policy, List<String> written) implements Place {

    /**
     * Makes one.
     *
     * @param name how messages call it, its source included
     * @param key its name as it is written in its source
     * @param policy the name of the policy that it belongs to
     * @param written what stands there
     */
    public Key {
      written = List.copyOf(written);
    }

    @Override
    public String set(Member member, List<String> values) {
      return key + "=" + values.stream().map(this::constant).collect(Collectors.joining(","));
    }

    @Override
    public String constant(String value) {
      return switch (value) {
        case CorsPolicy.NONE -> "none";
        case CorsPolicy.OFF -> "off";
        case CorsPolicy.DERIVED -> "derived";
        default -> value.replace(",", "\\,");
      };
    }

    /** Only one is a matter of the policy, not of an origin: see {@link Danger}. */
    @Override
    public String waive(Danger danger) {
      return danger == Danger.LOOPBACK_ORIGINS
          ? key.replaceFirst("origins$", "dangerously").replaceFirst("ORIGINS$", "DANGEROUSLY")
              + "=loopback-origins"
          : "";
    }
  }

  /**
   * A placeholder in an annotation.
   *
   * <p>It is immutable.
   *
   * @param annotation the annotation
   * @param key what the placeholder stands for
   */
  record Placeholder(Annotation annotation, Key key) implements Place {
    @Override
    public String name() {
      return annotation.name() + " (" + key.name() + ")";
    }

    @Override
    public List<String> written() {
      return key.written();
    }

    @Override
    public String set(Member member, List<String> values) {
      return key.set(member, values);
    }

    @Override
    public String constant(String value) {
      return key.constant(value);
    }

    @Override
    public String waive(Danger danger) {
      return annotation.waive(danger) + " in " + annotation.name();
    }
  }
}
