package dev.jaxrscors.browsers;

import dev.jaxrscors.browsers.engine.Engine;

/** What a test has to play with: one engine, and the shop over http and https. */
interface Scene {

  Engine engine();

  Site site(Scheme scheme);

  /** Opens a page of the origin that the shop knows. */
  default Tab friend(Scheme scheme) {
    return Tab.open(engine(), site(scheme), site(scheme).friend());
  }

  /** Opens a page of an origin that the shop does not know. */
  default Tab stranger(Scheme scheme) {
    return Tab.open(engine(), site(scheme), site(scheme).stranger());
  }
}
