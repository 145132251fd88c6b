package org.jboss.resteasy.spi;

import java.util.List;

/** Stands for the type of that name in RESTEasy: the names of the classes that it knows. */
public record ResteasyDeployment(
    List<String> resources,
    List<String> beans,
    List<String> providers,
    List<String> scannedResources,
    List<String> scannedBeans,
    List<String> scannedProviders) {

  public List<String> getResourceClasses() {
    return resources;
  }

  public List<String> getJndiComponentResources() {
    return beans;
  }

  public List<String> getProviderClasses() {
    return providers;
  }

  public List<String> getScannedResourceClasses() {
    return scannedResources;
  }

  public List<String> getScannedJndiComponentResources() {
    return scannedBeans;
  }

  public List<String> getScannedProviderClasses() {
    return scannedProviders;
  }
}
