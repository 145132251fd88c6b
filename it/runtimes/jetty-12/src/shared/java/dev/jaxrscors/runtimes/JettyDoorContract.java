package dev.jaxrscors.runtimes;

import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.InProcess;
import dev.jaxrscors.contract.ServletDoorContract;
import dev.jaxrscors.contract.doors.Answers;
import dev.jaxrscors.contract.doors.Boom;
import dev.jaxrscors.contract.doors.DoorsApplication;
import dev.jaxrscors.contract.doors.Guard;
import dev.jaxrscors.contract.doors.StrictDoor;
import dev.jaxrscors.contract.doors.WideDoor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/** The servlet door on Jetty 12, before any servlet that is Jakarta REST. */
abstract class JettyDoorContract extends ServletDoorContract {

  /**
   * Takes what is behind the door.
   *
   * @param rest makes the servlet that is Jakarta REST, which is mapped to {@code /api/*}
   * @param gaps what keeps the library from answering as elsewhere, beside the error pages of Jetty
   */
  JettyDoorContract(Supplier<ServletHolder> rest, Gap... gaps) {
    super(
        InProcess.of(
            (application, baseUri) -> start(rest.get(), baseUri),
            Map.of(WAR, new DoorsApplication())),
        withErrorPage(gaps));
  }

  private static Gap[] withErrorPage(Gap... gaps) {
    return EnumSet.of(Gap.ERROR_PAGE, gaps).toArray(Gap[]::new);
  }

  private static AutoCloseable start(ServletHolder rest, URI baseUri) throws Exception {
    ServletContextHandler context = new ServletContextHandler("/" + WAR);
    context.setBaseResourceAsPath(documents());
    add(context, new WideDoor(), "/*", DispatcherType.ASYNC, DispatcherType.ERROR);
    add(context, new StrictDoor(), "/strict/*");
    add(context, new StrictDoor(), "/guarded/*");
    add(context, new Guard(), "/guarded/*");
    ServletHolder answers = new ServletHolder(new Answers());
    answers.setAsyncSupported(true);
    for (String path : new String[] {"/answers/*", "/strict/*", "/guarded/*"}) {
      context.addServlet(answers, path);
    }
    rest.setAsyncSupported(true);
    rest.setInitOrder(1);
    context.addServlet(rest, "/api/*");
    context.addServlet(new ServletHolder("default", new DefaultServlet()), "/");
    ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
    pages.addErrorPage(418, "/answers/page");
    pages.addErrorPage(Boom.class, "/answers/page");
    context.setErrorHandler(pages);
    Server server = new Server(new InetSocketAddress(baseUri.getHost(), baseUri.getPort()));
    server.setHandler(context);
    server.start();
    return server::stop;
  }

  private static void add(
      ServletContextHandler context, Filter filter, String path, DispatcherType... more) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setAsyncSupported(true);
    context.addFilter(holder, path, EnumSet.of(DispatcherType.REQUEST, more));
  }

  private static Path documents() throws IOException {
    Path documents = Files.createTempDirectory("doors");
    Path files = Files.createDirectory(documents.resolve("files"));
    Files.writeString(files.resolve("page.txt"), DoorsApplication.FILE);
    Files.writeString(files.resolve("long.txt"), DoorsApplication.LONG_FILE);
    return documents;
  }
}
