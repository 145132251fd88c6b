package dev.jaxrscors.contract.reported;

import dev.jaxrscors.report.CorsReportResource;
import dev.jaxrscors.report.UnguardedReport;
import jakarta.ws.rs.Path;

/** The report, for everyone. */
@Path("cors-report")
@UnguardedReport(because = "a test reads it")
public class Report extends CorsReportResource {

  /** Makes the resource. */
  public Report() {}
}
