package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvalidPolicyExceptionTest {

  private static final Mistake OF_ORDERS = new Mistake("Orders", ProblemKind.NO_ORIGIN.of());
  private static final Mistake OF_CARTS = new Mistake("Carts", PolicyProblem.maxAgeOutOfRange(-7));
  private static final Mistake ALSO_OF_CARTS = new Mistake("Carts", ProblemKind.NO_METHODS.of());

  @Test
  void one_mistake_is_the_whole_message() {
    assertThat(new InvalidPolicyException(List.of(OF_ORDERS))).hasMessage(OF_ORDERS.toString());
  }

  @Test
  void several_are_counted_and_have_a_line_each() {
    assertThat(new InvalidPolicyException(List.of(OF_ORDERS, OF_CARTS)).getMessage().lines())
        .containsExactly("2 mistakes in CORS policies:", OF_CARTS.toString(), OF_ORDERS.toString());
  }

  @Test
  void they_are_sorted_by_place_and_keep_their_order_within_one() {
    InvalidPolicyException thrown =
        new InvalidPolicyException(List.of(OF_ORDERS, OF_CARTS, ALSO_OF_CARTS));
    assertThat(thrown.mistakes()).containsExactly(OF_CARTS, ALSO_OF_CARTS, OF_ORDERS);
    assertThat(thrown.problems())
        .containsExactly(OF_CARTS.problem(), ALSO_OF_CARTS.problem(), OF_ORDERS.problem());
  }

  @Test
  void what_two_methods_inherit_from_one_place_is_said_once() {
    assertThat(new InvalidPolicyException(List.of(OF_ORDERS, OF_ORDERS)).mistakes())
        .containsExactly(OF_ORDERS);
  }

  @Test
  void what_a_container_serializes_keeps_its_message() throws Exception {
    InvalidPolicyException thrown = new InvalidPolicyException(List.of(OF_ORDERS, OF_CARTS));
    assertThat(copyOf(thrown)).hasMessage(thrown.getMessage());
  }

  private static Throwable copyOf(Throwable thrown) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(thrown);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Throwable) in.readObject();
    }
  }

  @Test
  void of_more_than_200_the_rest_is_counted() {
    List<Mistake> most = IntStream.range(0, 200).mapToObj(i -> OF_CARTS.at("C" + i)).toList();
    assertThat(new InvalidPolicyException(most).getMessage().lines())
        .hasSize(201)
        .noneMatch(line -> line.endsWith("more."));
    List<Mistake> more = new ArrayList<>(most);
    more.addAll(List.of(OF_ORDERS, OF_CARTS, ALSO_OF_CARTS));
    assertThat(new InvalidPolicyException(more).getMessage().lines())
        .hasSize(202)
        .endsWith("and 3 more.");
  }
}
