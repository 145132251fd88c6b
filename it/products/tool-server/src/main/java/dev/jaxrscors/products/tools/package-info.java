/**
 * A server of tools for language models, by the Streamable HTTP transport of the Model Context
 * Protocol.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">Model
 *     Context Protocol, transports</a>
 */
@NullMarked
package dev.jaxrscors.products.tools;

import org.jspecify.annotations.NullMarked;
