/** A user of the library that is a module itself. */
module shop {
  requires dev.jaxrscors;
}
