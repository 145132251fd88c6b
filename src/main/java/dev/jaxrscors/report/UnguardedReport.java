package dev.jaxrscors.report;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Serves a {@link CorsReportResource} to whoever asks for it: the library does not look at who that
 * is.
 *
 * <p>One writes it where something guards the resource that the library cannot see, such as a
 * constraint in {@code web.xml}, a proxy, or a filter that makes no user known; or where a report
 * of a demonstration is for everyone.
 *
 * <pre>{@code
 * @Path("admin/cors-report")
 * @UnguardedReport(because = "web.xml lets administrators alone reach /admin")
 * public class Report extends CorsReportResource {}
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UnguardedReport {

  /**
   * Says why that is right; for whoever reads it next.
   *
   * @return the reason
   */
  String because();
}
