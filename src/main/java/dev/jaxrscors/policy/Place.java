package dev.jaxrscors.policy;

import dev.jaxrscors.fetch.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where a member of a policy is written, and what stands there. A remedy is told in the words of
 * that place, so that it can be put there as it is.
 */
public sealed interface Place {

  /** Stands for what is there already, where that is too much to be repeated. */
  String REST = "...";

  /** {@return how messages call the place} */
  String name();

  /**
   * {@return what stands there, in the values of {@link Policy}: {@link Policy#NONE} and its like;
   * {@link #REST} alone if that is much; nothing if the member is not set there}
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
   * @param value {@link Policy#NONE} or another value
   */
  String constant(String value);

  /**
   * {@return how a check is set aside for the origins of that place; empty if it cannot be}
   *
   * @param waiver the check
   */
  String waive(Waiver waiver);

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
   * @param name the class or method it stands on
   * @param written what stands there
   */
  record Annotation(String name, List<String> written) implements Place {
    @Override
    public String set(Member member, List<String> values) {
      String assigned =
          switch (member) {
            case CREDENTIALS -> "Credentials." + constantOf(values);
            case REFUSAL -> "Refusal." + constantOf(values);
            case MAX_AGE -> values.get(0);
            default -> list(values);
          };
      return member.label() + " = " + assigned;
    }

    private String list(List<String> values) {
      String elements = values.stream().map(this::constant).collect(Collectors.joining(", "));
      return values.size() == 1 && !values.contains(REST) ? elements : "{" + elements + "}";
    }

    private static String constantOf(List<String> values) {
      return values.get(0).toUpperCase(Locale.ROOT);
    }

    @Override
    public String constant(String value) {
      return constantIn("CorsPolicy", value);
    }

    @Override
    public String waive(Waiver waiver) {
      return "dangerously = Danger." + waiver.name();
    }
  }

  /**
   * A policy that is built in code.
   *
   * @param name how messages call it
   * @param written what it was given
   */
  record Code(String name, List<String> written) implements Place {
    @Override
    public String set(Member member, List<String> values) {
      return switch (member) {
        case CREDENTIALS -> values.get(0) + "Credentials()";
        case REFUSAL -> values.contains("reject") ? "rejectRefused()" : "withholdFromRefused()";
        case MAX_AGE -> "maxAge(" + values.get(0) + ")";
        default ->
            values.stream()
                .map(this::constant)
                .collect(Collectors.joining(", ", member.label() + "(", ")"));
      };
    }

    @Override
    public String constant(String value) {
      return constantIn("Policy", value);
    }

    @Override
    public String waive(Waiver waiver) {
      return "dangerously(Waiver." + waiver.name() + ")";
    }
  }

  /**
   * A key of configuration, or an environment variable.
   *
   * @param name how messages call it, its source included
   * @param key its name as it is written in its source
   * @param policy the name of the policy that it belongs to; empty for the default policy
   * @param written what stands there
   */
  record Key(String name, String key, String policy, List<String> written) implements Place {
    @Override
    public String set(Member member, List<String> values) {
      return key + "=" + values.stream().map(this::constant).collect(Collectors.joining(","));
    }

    @Override
    public String constant(String value) {
      return switch (value) {
        case Policy.NONE -> "none";
        case Policy.DERIVED -> "derived";
        default -> value.replace(",", "\\,");
      };
    }

    /** Only one is a matter of the policy, not of an origin: see {@link Waiver}. */
    @Override
    public String waive(Waiver waiver) {
      if (waiver != Waiver.LOOPBACK_ORIGINS) {
        return "";
      }
      return policy.isEmpty()
          ? "dangerously(Waiver.LOOPBACK_ORIGINS) of the default policy in code"
          : "@CorsPolicy(value = "
              + Quoted.literal(policy)
              + ", dangerously = Danger.LOOPBACK_ORIGINS) in code";
    }
  }

  /**
   * A placeholder in an annotation.
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
    public String waive(Waiver waiver) {
      return annotation.waive(waiver) + " in " + annotation.name();
    }
  }

  private static String constantIn(String type, String value) {
    return switch (value) {
      case Policy.NONE -> type + ".NONE";
      case Policy.DERIVED -> type + ".DERIVED";
      case "(inherit)" -> type + ".INHERIT";
      case REST -> REST;
      default -> Quoted.literal(value);
    };
  }
}
