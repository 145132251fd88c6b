package dev.jaxrscors.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Run by {@code mvn -Pmutation test} alone: it takes half an hour. */
class MutantsOfRooms {

  static Stream<Room> rooms() {
    return Room.named(System.getProperty("mutation.room", ""));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void are_killed_but_for_those_that_are_known_to_change_nothing(Room room) throws Exception {
    long start = System.nanoTime();
    Mutants mutants = Mutants.reported(Pitest.run(room));
    report(room, mutants, System.nanoTime() - start);

    List<Mutant> equivalent = EquivalentMutants.of(room);
    assertThat(without(equivalent, mutants.survivors())).as("equivalent, but killed").isEmpty();
    List<Mutant> unknown = without(mutants.survivors(), equivalent);
    assertThat(room.isJudgedInWhole() ? unknown : List.of()).as("survivors").isEmpty();
    assertThat(mutants.percentKilled()).isGreaterThanOrEqualTo(room.leastKilled());
  }

  private static List<Mutant> without(List<Mutant> all, List<Mutant> known) {
    List<Mutant> left = new ArrayList<>(all);
    known.forEach(left::remove);
    return left;
  }

  private static void report(Room room, Mutants mutants, long nanos) {
    System.out.printf(
        "%s: %d mutants, %.1f %% killed, %d survive, %.1f minutes%n",
        room.title(),
        mutants.count(),
        mutants.percentKilled(),
        mutants.survivors().size(),
        nanos / 60e9);
  }
}
