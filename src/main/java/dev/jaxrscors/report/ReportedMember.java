package dev.jaxrscors.report;

import dev.jaxrscors.policy.Member;
import java.util.List;

/**
 * A member of a policy in force: its effective values, and where they come from.
 *
 * @param values what is in force, in words where it is no list
 */
record ReportedMember(Member member, List<String> values, Whence from) {

  ReportedMember {
    values = List.copyOf(values);
  }
}
