package dev.jaxrscors.browsers;

/** How pages and shop are served. */
enum Scheme {
  HTTP,
  HTTPS
}
