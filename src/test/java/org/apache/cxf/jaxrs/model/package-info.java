/** Stand-ins for what the library reads by name on CXF. */
package org.apache.cxf.jaxrs.model;
