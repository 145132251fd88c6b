package dev.jaxrscors.policy;

import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.policy.PolicyRemark.Text;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message of a kind of problems or hints: {@code [value] finding, because reason; remedy}, with
 * slots in braces:
 *
 * <ul>
 *   <li><code>{0}</code>: an argument, by its number
 *   <li><code>{quoted 0}</code>: an argument, as a Java string literal, cut if it is long
 *   <li><code>{constant 0}</code>: how the constant of a value is called where the member is
 *       written
 *   <li><code>{write CREDENTIALS=allow}</code>: what to write so that a member has values, and
 *       where if that is elsewhere; <code>{set CREDENTIALS=allow}</code>: the same by the way
 *   <li><code>{or INSECURE_ORIGINS}</code>: a clause that sets a check aside, if that can be done
 *   <li><code>{browser default}</code>: how "no header" is called for the time an answer is kept
 * </ul>
 */
final class Template {

  private static final Pattern PARTS = Pattern.compile("\\[(.+?)] (.+?), because (.+?); (.+)");
  private static final Pattern SLOT = Pattern.compile("\\{([^ }]+) ?([^}]*)}");

  private Template() {}

  /** Returns the parts of a message with the slots filled, in the words of a place. */
  static Text fill(String template, PolicyRemark remark, Wording in) {
    Matcher parts = PARTS.matcher(template);
    if (!parts.matches()) {
      throw new IllegalArgumentException(template);
    }
    UnaryOperator<String> fill = part -> filled(part, remark, in);
    return new Text(
        remark.member(),
        fill.apply(parts.group(1)),
        fill.apply(parts.group(2)),
        fill.apply(parts.group(3)),
        fill.apply(parts.group(4)));
  }

  private static String filled(String part, PolicyRemark remark, Wording in) {
    return SLOT.matcher(part)
        .replaceAll(
            slot -> Matcher.quoteReplacement(content(slot.group(1), slot.group(2), remark, in)));
  }

  private static String content(String slot, String operand, PolicyRemark remark, Wording in) {
    return switch (slot) {
      case "quoted" -> Quoted.of(argument(operand, remark));
      case "constant" -> constant(argument(operand, remark), remark, in);
      case "write" -> in.say(member(operand), values(operand));
      case "set" -> in.assign(member(operand), values(operand));
      case "or" -> in.orWaive(Waiver.valueOf(operand));
      case "browser" -> in.browserDefault();
      default -> argument(slot, remark);
    };
  }

  private static String argument(String number, PolicyRemark remark) {
    return remark.arguments().get(Integer.parseInt(number));
  }

  private static String constant(String value, PolicyRemark remark, Wording in) {
    return remark.member().map(member -> in.constant(member, value)).orElse(value);
  }

  private static Member member(String assignment) {
    return Member.valueOf(assignment.substring(0, assignment.indexOf('=')));
  }

  private static String[] values(String assignment) {
    return assignment.substring(assignment.indexOf('=') + 1).split(",", -1);
  }
}
