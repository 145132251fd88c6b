package dev.jaxrscors.demo;

import dev.jaxrscors.report.CorsReportResource;
import dev.jaxrscors.report.UnguardedReport;
import jakarta.ws.rs.Path;

/** Who may call what in the shop; and at {@code explain}, why a request is granted or refused. */
@Path("cors-report")
@UnguardedReport(because = "the demo listens on this machine alone, and everyone may look at it")
public class Report extends CorsReportResource {

  /** Makes the resource. */
  public Report() {}
}
