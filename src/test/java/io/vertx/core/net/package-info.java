/** Stand-ins for what the library reads by name on Vert.x. */
package io.vertx.core.net;
