package dev.jaxrscors.benchmarks.scale;

import java.util.List;
import java.util.stream.IntStream;

/** What a list of origins is made of, one for each customer. */
public enum Listed {
  /** One origin each. */
  EXACT {
    @Override
    String value(int customer) {
      return "https://app.customer" + customer + ".example";
    }
  },
  /** All subdomains of one domain each. */
  PATTERNS {
    @Override
    String value(int customer) {
      return "https://*.customer" + customer + ".example";
    }
  };

  /** Returns how one customer's is spelled. */
  abstract String value(int customer);

  /** Returns the list for some customers. */
  final List<String> values(int customers) {
    return IntStream.range(0, customers).mapToObj(this::value).toList();
  }

  /** Returns the origin of a customer, which is listed in either way. */
  static String origin(int customer) {
    return EXACT.value(customer);
  }
}
