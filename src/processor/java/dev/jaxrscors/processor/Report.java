package dev.jaxrscors.processor;

import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.PolicyRemark;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Reports each remark once in each place. */
final class Report {

  private record Reported(Element element, String message) {}

  private final Messager messager;
  private final Set<Reported> reported = new HashSet<>();

  Report(Messager messager) {
    this.messager = messager;
  }

  void add(Spot spot, Mistake mistake) {
    add(spot, Kind.ERROR, mistake.toString());
  }

  void add(Spot spot, String place, PolicyRemark remark) {
    Kind kind = remark instanceof PolicyProblem ? Kind.ERROR : Kind.WARNING;
    add(spot, kind, place + ", " + remark.describe());
  }

  private void add(Spot spot, Kind kind, String message) {
    if (reported.add(new Reported(spot.element(), message))) {
      spot.print(messager, kind, message);
    }
  }
}
