package dev.jaxrscors.proxies;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A proxy that caches: what must be known of it to run it. */
enum Proxy {
  /** Keeps what answered GET and HEAD, never what answered OPTIONS. */
  NGINX("nginx", "nginx") {
    @Override
    String configuration(Path folder, int port, URI behind, boolean heedsVary) {
      return """
      daemon off;
      master_process off;
      pid %1$s/pid;
      error_log stderr;
      events {}
      http {
        access_log off;
        client_body_temp_path %1$s/body;
        fastcgi_temp_path %1$s/fastcgi;
        scgi_temp_path %1$s/scgi;
        uwsgi_temp_path %1$s/uwsgi;
        proxy_temp_path %1$s/proxy;
        proxy_cache_path %1$s/cache keys_zone=answers:1m use_temp_path=off;
        server {
          listen 127.0.0.1:%2$d;
          location / {
            proxy_pass http://%3$s;
            proxy_cache answers;
            proxy_cache_key $request_uri;
            proxy_cache_methods GET HEAD;
            proxy_cache_valid any 10m;
            %4$s
          }
        }
      }
      """
          .formatted(
              folder, port, behind.getAuthority(), heedsVary ? "" : "proxy_ignore_headers Vary;");
    }

    @Override
    List<String> command(Path program, Path folder, Path configuration, int port) {
      return List.of(
          program.toString(),
          "-p",
          folder.toString(),
          "-e",
          "stderr",
          "-c",
          configuration.toString());
    }
  },
  /** Keeps what answered any method, as it is told to, by path and method. */
  VARNISH("varnishd", "varnish") {
    @Override
    String configuration(Path folder, int port, URI behind, boolean heedsVary) {
      return """
      vcl 4.1;
      backend server { .host = "%1$s"; .port = "%2$d"; }
      sub vcl_recv {
        # On a miss Varnish asks with GET, whatever it was asked with.
        set req.http.X-Method = req.method;
        return (hash);
      }
      sub vcl_hash {
        hash_data(req.url);
        hash_data(req.http.X-Method);
        return (lookup);
      }
      sub vcl_backend_fetch {
        set bereq.method = bereq.http.X-Method;
        unset bereq.http.X-Method;
      }
      sub vcl_backend_response {
        set beresp.ttl = 10m;
        set beresp.uncacheable = false;
        %3$s
        return (deliver);
      }
      """
          .formatted(
              behind.getHost(), behind.getPort(), heedsVary ? "" : "unset beresp.http.Vary;");
    }

    @Override
    List<String> command(Path program, Path folder, Path configuration, int port) {
      return List.of(
          program.toString(),
          "-F",
          "-j",
          "none",
          "-n",
          folder.resolve("work").toString(),
          "-a",
          "127.0.0.1:" + port,
          "-s",
          "malloc,16m",
          "-f",
          configuration.toString());
    }
  };

  /** Where Debian keeps servers, which need not be on everybody's path. */
  private static final List<String> SYSTEM = List.of("/usr/sbin", "/usr/local/sbin");

  private final String program;
  private final String debianPackage;

  Proxy(String program, String debianPackage) {
    this.program = program;
    this.debianPackage = debianPackage;
  }

  /**
   * Returns what it is configured with.
   *
   * @param heedsVary whether it tells answers apart by {@code Vary}, as a cache must
   */
  abstract String configuration(Path folder, int port, URI behind, boolean heedsVary);

  abstract List<String> command(Path program, Path folder, Path configuration, int port);

  Optional<Path> find() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), SYSTEM.stream())
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  String howToInstall() {
    return "apt-get install " + debianPackage;
  }

  @Override
  public String toString() {
    return program;
  }
}
