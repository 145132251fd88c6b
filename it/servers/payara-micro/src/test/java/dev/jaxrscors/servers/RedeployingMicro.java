package dev.jaxrscors.servers;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Payara Micro as a program that deploys what it finds in a directory, and again what is replaced
 * there: the server by itself looks once, when it starts.
 */
final class RedeployingMicro {

  private final PayaraMicroRuntime server;
  private final Map<String, Object> deployed = new HashMap<>();

  private RedeployingMicro(PayaraMicroRuntime server) {
    this.server = server;
  }

  /**
   * Runs the server until it is killed.
   *
   * @param args the port, a directory for its files, the directory with the WARs, and libraries
   *     that are to be its own
   * @throws Exception if it cannot be started, or a WAR cannot be deployed
   */
  public static void main(String[] args) throws Exception {
    List<String> libraries = List.of(args).subList(3, args.length);
    PayaraMicroRuntime server = start(Integer.parseInt(args[0]), new File(args[1]), libraries);
    RedeployingMicro micro = new RedeployingMicro(server);
    while (true) {
      micro.deployWhatIsNew(new File(args[2]));
      Thread.sleep(200);
    }
  }

  private static PayaraMicroRuntime start(int port, File root, List<String> libraries)
      throws BootstrapException {
    PayaraMicro micro = PayaraMicro.getInstance();
    micro.setHttpPort(port).setRootDir(root).setNoCluster(true);
    micro.setPreBootHandler(RedeployingMicro::configure);
    libraries.forEach(library -> micro.addLibrary(new File(library)));
    return micro.bootStrap();
  }

  private static void configure(AdminCommandRunner commands) {
    dev.jaxrscors.contract.process.PayaraMicro.LOOPBACK_ALONE
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(words -> commands.run(words[0], words[1]));
  }

  private void deployWhatIsNew(File directory) throws IOException {
    File[] wars = directory.listFiles((folder, name) -> name.endsWith(".war"));
    for (File war : wars == null ? new File[0] : wars) {
      String name = war.getName().replace(".war", "");
      Object now = fileKey(war.toPath());
      Object before = deployed.put(name, now);
      if (now.equals(before)) {
        continue;
      }
      if (before != null) {
        server.undeploy(name);
      }
      server.deploy(name, name, war);
    }
  }

  /** A file that takes the place of another is another file. */
  private static Object fileKey(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }
}
