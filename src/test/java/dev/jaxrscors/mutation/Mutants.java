package dev.jaxrscors.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What PIT reports.
 *
 * @param count of all mutants
 * @param survivors those that no test noticed
 */
record Mutants(int count, List<Mutant> survivors) {

  static final Path SOURCES = Path.of("src", "main", "java");

  static Mutants reported(Path report)
      throws IOException, SAXException, ParserConfigurationException {
    NodeList mutations =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("mutation");
    List<Mutant> survivors = new ArrayList<>();
    for (int i = 0; i < mutations.getLength(); i++) {
      Element mutation = (Element) mutations.item(i);
      if (!Boolean.parseBoolean(mutation.getAttribute("detected"))) {
        survivors.add(mutant(mutation));
      }
    }
    return new Mutants(mutations.getLength(), survivors);
  }

  double percentKilled() {
    return 100.0 * (count - survivors.size()) / count;
  }

  private static Mutant mutant(Element mutation) throws IOException {
    String className = text(mutation, "mutatedClass");
    // A lambda's number depends on those before it.
    String method = text(mutation, "mutatedMethod").replaceAll("lambda\\$(\\w+)\\$\\d+", "$1");
    String mutator = text(mutation, "mutator");
    return new Mutant(
        className.replaceFirst("^dev\\.jaxrscors\\.", "") + "." + method,
        mutator.substring(mutator.lastIndexOf('.') + 1).replaceFirst("Mutator$", ""),
        line(className, mutation));
  }

  private static String line(String className, Element mutation) throws IOException {
    Path source =
        SOURCES.resolve(className.replace('.', '/')).resolveSibling(text(mutation, "sourceFile"));
    int number = Integer.parseInt(text(mutation, "lineNumber"));
    return Files.readAllLines(source).get(number - 1).strip();
  }

  private static String text(Element mutation, String name) {
    return mutation.getElementsByTagName(name).item(0).getTextContent();
  }
}
