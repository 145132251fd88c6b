package dev.jaxrscors.processor;

import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.PolicyRemark;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Says each thing once in each place. */
final class Report {

  private record Said(Element element, String message) {}

  private final Messager messager;
  private final Set<Said> said = new HashSet<>();

  Report(Messager messager) {
    this.messager = messager;
  }

  void add(Spot spot, Sum.Found found) {
    add(spot, found.level().place(), found.problem(), found.text());
  }

  void add(Spot spot, String place, PolicyRemark remark) {
    add(spot, place, remark, remark.text());
  }

  private void add(Spot spot, String place, PolicyRemark remark, PolicyRemark.Text text) {
    String message = place + ", " + text.describe();
    if (said.add(new Said(spot.element(), message))) {
      spot.print(messager, kind(remark), message);
    }
  }

  private static Kind kind(PolicyRemark remark) {
    return remark instanceof PolicyProblem ? Kind.ERROR : Kind.WARNING;
  }
}
