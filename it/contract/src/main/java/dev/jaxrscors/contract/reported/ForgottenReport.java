package dev.jaxrscors.contract.reported;

import dev.jaxrscors.report.CorsReportResource;
import jakarta.ws.rs.Path;

/** A report that nothing guards. */
@Path("forgotten-report")
public class ForgottenReport extends CorsReportResource {

  /** Makes the resource. */
  public ForgottenReport() {}
}
