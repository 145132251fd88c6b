package dev.jaxrscors.servers;

import dev.jaxrscors.report.CorsReportResource;
import dev.jaxrscors.report.UnguardedReport;
import jakarta.ws.rs.Path;

/** The report, for everyone. */
@Path("cors-report")
@UnguardedReport(because = "a test reads it")
public class Report extends CorsReportResource {}
