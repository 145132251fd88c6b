package dev.jaxrscors.contract.reported;

import dev.jaxrscors.report.CorsReportResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

/** A report for administrators, where nobody is logged in. */
@Path("roles-report")
@RolesAllowed("admin")
public class RolesReport extends CorsReportResource {

  /** Makes the resource. */
  public RolesReport() {}
}
