/** A repository of research data: an API, a deposit servlet and static files, under one policy. */
@NullMarked
package dev.jaxrscors.products.repository;

import org.jspecify.annotations.NullMarked;
