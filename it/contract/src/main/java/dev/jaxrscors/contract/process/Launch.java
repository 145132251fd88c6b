package dev.jaxrscors.contract.process;

import dev.jaxrscors.contract.app.Deployment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command that starts a server in the foreground.
 *
 * @param port the port the server will serve HTTP on
 * @param command the program and its arguments
 * @param environment variables set besides the few every server gets
 * @param announcement what the server prints before the first request may be sent; empty if it may
 *     be sent at any time
 * @param falseStart what the server prints when it fails to start by a fault of its own that the
 *     next start need not meet; empty if it has none
 */
public record Launch(
    int port,
    List<String> command,
    Map<String, String> environment,
    String announcement,
    String falseStart) {

  /**
   * Copies the list and the map.
   *
   * @param port the port the server will serve HTTP on
   * @param command the program and its arguments
   * @param environment variables set besides the few every server gets
   * @param announcement what the server prints before the first request may be sent
   * @param falseStart what the server prints when it is to be started again
   */
  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /**
   * Returns the launch of a script of the Bourne shell, whether or not unpacking it kept it
   * executable.
   *
   * @param port the port the server will serve HTTP on
   * @param script the script and its arguments
   * @return the launch
   */
  public static Launch ofScript(int port, Object... script) {
    return of(port, List.of("sh"), script);
  }

  /**
   * Returns the launch of a Java virtual machine of the version that runs the tests.
   *
   * @param port the port the server will serve HTTP on
   * @param run the run whose temporary files it keeps to
   * @param arguments the options, then the class or the jar with its arguments
   * @return the launch
   */
  public static Launch ofJava(int port, Run run, Object... arguments) {
    return of(port, run.java(), arguments);
  }

  /**
   * Returns the launch of a program that is itself the one application of a run.
   *
   * @param port the port the program will serve HTTP on
   * @param run the run, of one WAR that stays unused but for its token
   * @param arguments the options, then the class or the jar with its arguments
   * @return the launch
   */
  public static Launch ofProgram(int port, Run run, Object... arguments) {
    List<String> program = new ArrayList<>(run.java());
    program.add("-D" + Deployment.TOKEN_PROPERTY + "=" + run.wars().get(0).token());
    return of(port, program, arguments);
  }

  private static Launch of(int port, List<String> program, Object... arguments) {
    List<String> command = new ArrayList<>(program);
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new Launch(port, command, Map.of(), "", "");
  }

  /**
   * Returns this launch with one more environment variable.
   *
   * @param name the name of the variable
   * @param value its value
   * @return the launch
   */
  public Launch with(String name, Object value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value.toString());
    return new Launch(port, command, more, announcement, falseStart);
  }

  /**
   * Returns this launch of a server that is not to be asked anything while it still deploys.
   *
   * @param text what it prints when it has deployed all, within one line
   * @return the launch
   */
  public Launch announcing(String text) {
    return new Launch(port, command, environment, text, falseStart);
  }

  /**
   * Returns this launch of a server that now and then fails to start, whatever is deployed.
   *
   * @param text what it prints then and never else, within one line
   * @return the launch
   */
  public Launch startedAgainAfter(String text) {
    return new Launch(port, command, environment, announcement, text);
  }

  boolean isFalseStart(String log) {
    return !falseStart.isEmpty() && log.contains(falseStart);
  }
}
