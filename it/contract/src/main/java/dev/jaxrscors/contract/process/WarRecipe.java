package dev.jaxrscors.contract.process;

import dev.jaxrscors.contract.Ability;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.app.Deployment;
import dev.jaxrscors.contract.app.cdi.RequestBean;
import dev.jaxrscors.contract.app.ejb.SessionBean;
import dev.jaxrscors.contract.configured.ConfiguredApplication;
import dev.jaxrscors.contract.customized.CustomizedApplication;
import dev.jaxrscors.contract.described.DescribedApplication;
import dev.jaxrscors.contract.doors.DoorsApplication;
import dev.jaxrscors.contract.forgotten.ForgottenApplication;
import dev.jaxrscors.contract.governing.GoverningApplication;
import dev.jaxrscors.contract.governinglisted.GoverningListedApplication;
import dev.jaxrscors.contract.listed.ListedApplication;
import dev.jaxrscors.contract.mistaken.MistakenApplication;
import dev.jaxrscors.contract.operated.OperatedApplication;
import dev.jaxrscors.contract.operated.file.OperatedFile;
import dev.jaxrscors.contract.redeployed.RedeployedApplication;
import dev.jaxrscors.contract.scanned.ScannedApplication;
import dev.jaxrscors.contract.secured.SecuredApplication;
import dev.jaxrscors.wire.Calls;
import dev.jaxrscors.wire.ConformanceResources;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What goes into a WAR: packages of classes, jars and files of its own.
 *
 * <pre>{@code
 * WarRecipe.named("shop").packageOf(Orders.class).libraries(jars).file("WEB-INF/web.xml", text);
 * }</pre>
 */
public final class WarRecipe {

  private final String name;
  private final SortedMap<String, byte[]> entries;

  private WarRecipe(String name, SortedMap<String, byte[]> entries) {
    this.name = name;
    this.entries = entries;
  }

  /**
   * Returns the recipe of a WAR that is empty.
   *
   * @param name the name it is deployed under
   * @return the recipe
   */
  public static WarRecipe named(String name) {
    return new WarRecipe(name, new TreeMap<>());
  }

  /**
   * Returns the recipe of the example application that lists its classes.
   *
   * @param name the name it is deployed under
   * @return the recipe
   */
  public static WarRecipe listed(String name) {
    return example(name).packageOf(ListedApplication.class);
  }

  private static WarRecipe example(String name) {
    return named(name)
        .packageOf(Deployment.class)
        .classes(Calls.class)
        .classes(ConformanceResources.class);
  }

  /**
   * Returns the recipe of the example application that lists nothing; its setup is a bean where
   * there are beans, and a property elsewhere.
   *
   * @param name the name it is deployed under
   * @param place what the application may be made of
   * @return the recipe
   */
  public static WarRecipe scanned(String name, Place place) {
    if (!place.abilities().contains(Ability.CDI)) {
      return customized(name);
    }
    WarRecipe recipe =
        example(name).packageOf(ScannedApplication.class).packageOf(RequestBean.class);
    return place.abilities().contains(Ability.EJB) ? recipe.packageOf(SessionBean.class) : recipe;
  }

  /**
   * Returns the recipe of the example application that lists nothing, and has a setup that is a
   * property.
   *
   * @param name the name it is deployed under
   * @return the recipe
   */
  public static WarRecipe customized(String name) {
    return example(name).packageOf(CustomizedApplication.class);
  }

  /**
   * Returns the recipe of the application with security.
   *
   * @param name the name it is deployed under
   * @return the recipe
   */
  public static WarRecipe secured(String name) {
    return named(name)
        .classes(Deployment.class)
        .packageOf(SecuredApplication.class)
        .file("WEB-INF/web.xml", SecuredApplication.WEB_XML);
  }

  /**
   * Returns the recipe of the application that has a policy itself, and a setup that is a bean.
   *
   * @param name the name it is deployed under
   * @return the recipe
   */
  public static WarRecipe governing(String name) {
    return example(name).packageOf(GoverningApplication.class);
  }

  /**
   * Returns the recipe of the application that has a policy itself, and lists its classes.
   *
   * @param name the name it is deployed under
   * @return the recipe
   */
  public static WarRecipe governingListed(String name) {
    return example(name).packageOf(GoverningListedApplication.class);
  }

  /**
   * Returns the recipe of the application whose origins are in configuration, some of it in the
   * WAR.
   *
   * @param name the name it is deployed under
   * @return the recipe
   */
  public static WarRecipe configured(String name) {
    return named(name)
        .classes(Deployment.class)
        .packageOf(ConfiguredApplication.class)
        .file(
            "WEB-INF/classes/" + ConfiguredApplication.PROPERTIES_FILE,
            ConfiguredApplication.PROPERTIES);
  }

  /**
   * Returns the recipe of the application whose operations are described, and say their policies.
   *
   * @param name the name it is deployed under
   * @return the recipe
   */
  public static WarRecipe described(String name) {
    return named(name)
        .classes(Deployment.class)
        .packageOf(DescribedApplication.class)
        .file(
            "WEB-INF/classes/" + DescribedApplication.PROPERTIES_FILE,
            DescribedApplication.PROPERTIES);
  }

  /**
   * Returns the recipe of the application that must not reach production as it is.
   *
   * @param name the name it is deployed under
   * @return the recipe
   */
  public static WarRecipe forgotten(String name) {
    return named(name).classes(Deployment.class).packageOf(ForgottenApplication.class);
  }

  /**
   * Returns the recipe of the application that is operated while it runs.
   *
   * @param name the name it is deployed under
   * @return the recipe
   */
  public static WarRecipe operated(String name) {
    return named(name).classes(Deployment.class).packageOf(OperatedApplication.class);
  }

  /**
   * Returns the same recipe, with a file of configuration that is read whenever it is asked.
   *
   * @param name the name it is deployed under
   * @return the recipe
   */
  public static WarRecipe operatedByFile(String name) {
    return operated(name)
        .packageOf(OperatedFile.class)
        .file(
            "WEB-INF/classes/META-INF/services/" + OperatedFile.SERVICE,
            OperatedFile.SOURCE + "\n");
  }

  /**
   * Returns the recipe of the application that is deployed again and again.
   *
   * @param name the name it is deployed under
   * @return the recipe
   */
  public static WarRecipe redeployed(String name) {
    return named(name).classes(Deployment.class).packageOf(RedeployedApplication.class);
  }

  /**
   * Returns the recipe of the application with servlet filters of the library.
   *
   * @param name the name it is deployed under
   * @return the recipe
   */
  public static WarRecipe doors(String name) {
    return named(name)
        .classes(Deployment.class)
        .classes(Calls.class)
        .packageOf(DoorsApplication.class)
        .file("WEB-INF/web.xml", DoorsApplication.WEB_XML)
        .file("files/page.txt", DoorsApplication.FILE)
        .file("files/long.txt", DoorsApplication.LONG_FILE);
  }

  /**
   * Returns the recipe of the application with mistakes, which lists nothing.
   *
   * @param name the name it is deployed under
   * @return the recipe
   */
  public static WarRecipe mistaken(String name) {
    return named(name).packageOf(MistakenApplication.class);
  }

  /**
   * Returns the name it is deployed under.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns this recipe with every class of one package, but none of the packages below it.
   *
   * @param member a class of that package
   * @return the longer recipe
   */
  public WarRecipe packageOf(Class<?> member) {
    SortedMap<String, byte[]> longer = new TreeMap<>(entries);
    PackageFiles.of(member).forEach((file, bytes) -> longer.put("WEB-INF/classes/" + file, bytes));
    return new WarRecipe(name, longer);
  }

  /**
   * Returns this recipe with one class, and those nested in it.
   *
   * @param outer the class
   * @return the longer recipe
   */
  public WarRecipe classes(Class<?> outer) {
    String path = outer.getName().replace('.', '/');
    SortedMap<String, byte[]> longer = new TreeMap<>(entries);
    PackageFiles.of(outer).entrySet().stream()
        .filter(file -> file.getKey().matches(path + "(\\$.*)?\\.class"))
        .forEach(file -> longer.put("WEB-INF/classes/" + file.getKey(), file.getValue()));
    return new WarRecipe(name, longer);
  }

  /**
   * Returns this recipe with more jars in {@code WEB-INF/lib}.
   *
   * @param jars the jars
   * @return the longer recipe
   * @throws UncheckedIOException if one cannot be read
   */
  public WarRecipe libraries(List<Path> jars) {
    SortedMap<String, byte[]> longer = new TreeMap<>(entries);
    jars.forEach(jar -> longer.put("WEB-INF/lib/" + jar.getFileName(), bytesOf(jar)));
    return new WarRecipe(name, longer);
  }

  private static byte[] bytesOf(Path jar) {
    try {
      return Files.readAllBytes(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns this recipe with one more file of text.
   *
   * @param path the path inside the WAR
   * @param text what it holds
   * @return the longer recipe
   */
  public WarRecipe file(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private WarRecipe with(String path, byte[] bytes) {
    SortedMap<String, byte[]> longer = new TreeMap<>(entries);
    longer.put(path, bytes);
    return new WarRecipe(name, longer);
  }

  /**
   * Builds the WAR, with a token of its own.
   *
   * @param directory where to
   * @return the WAR
   * @throws UncheckedIOException if it cannot be written
   */
  War writeTo(Path directory) {
    String token = UUID.randomUUID().toString();
    Path file = directory.resolve(name + ".war");
    byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
    with(tokenPath(), bytes).with(War.TOKEN_PAGE, bytes).zip(file);
    return new War(name, file, token);
  }

  private static String tokenPath() {
    String folder = Deployment.class.getPackageName().replace('.', '/');
    return "WEB-INF/classes/" + folder + "/" + Deployment.TOKEN_FILE;
  }

  private void zip(Path file) {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
