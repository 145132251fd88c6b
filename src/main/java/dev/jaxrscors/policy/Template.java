package dev.jaxrscors.policy;

import dev.jaxrscors.Danger;
import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.policy.PolicyRemark.Text;
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
 *   <li><code>{browser default}</code>: how "no header" is called for the maximum age
 * </ul>
 */
record Template(String value, String finding, String reason, String remedy) {

  private static final Pattern PARTS = Pattern.compile("\\[(.+?)] (.+?), because (.+?); (.+)");

  static Template of(String sentence) {
    Matcher parts = PARTS.matcher(sentence);
    if (!parts.matches()) {
      throw new IllegalArgumentException(sentence);
    }
    return new Template(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
  }

  /** Returns the parts of a message with the slots filled, in the words of a place. */
  Text fill(PolicyRemark remark, Wording in) {
    return new Text(
        remark.member(),
        fill(value, remark, in),
        fill(finding, remark, in),
        fill(reason, remark, in),
        fill(remedy, remark, in));
  }

  private static String fill(String part, PolicyRemark remark, Wording in) {
    StringBuilder filled = new StringBuilder();
    int end = 0;
    for (int open = part.indexOf('{'); open >= 0; open = part.indexOf('{', end)) {
      int close = part.indexOf('}', open);
      filled.append(part, end, open).append(content(part.substring(open + 1, close), remark, in));
      end = close + 1;
    }
    return filled.append(part.substring(end)).toString();
  }

  private static String content(String slot, PolicyRemark remark, Wording in) {
    String operand = slot.substring(slot.indexOf(' ') + 1);
    return switch (slot.split(" ", 2)[0]) {
      case "quoted" -> Quoted.of(argument(operand, remark));
      case "constant" -> constant(argument(operand, remark), remark, in);
      case "write" -> in.write(member(operand), values(operand));
      case "set" -> in.set(member(operand), values(operand));
      case "or" -> in.orWaive(Danger.valueOf(operand));
      case "browser" -> in.browserDefault();
      default -> argument(operand, remark);
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
