package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.Fakes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a type variable stands for in a class. */
class TypeArgumentsTest {

  interface Mapper<E extends Throwable> {
    void map(E thrown, E[] all, List<? extends E> more, Map<String, E> named);
  }

  abstract static class Base<T extends Throwable> implements Mapper<T> {}

  abstract static class OfIo extends Base<IOException> {}

  @SuppressWarnings("rawtypes")
  abstract static class Raw implements Mapper {}

  @Test
  void it_is_followed_to_the_supertype_that_declares_it() {
    assertThat(TypeArguments.of(OfIo.class).argument(Mapper.class)).isEqualTo(IOException.class);
  }

  @Test
  void without_an_argument_it_is_as_wide_as_its_bound() {
    assertThat(TypeArguments.of(Raw.class).argument(Mapper.class)).isEqualTo(Throwable.class);
    assertThat(TypeArguments.of(Base.class).argument(Mapper.class)).isEqualTo(Throwable.class);
  }

  @Test
  void parameters_have_the_classes_that_a_caller_meets() {
    assertThat(TypeArguments.of(OfIo.class).parameters(Fakes.method(Mapper.class, "map")))
        .containsExactly(IOException.class, IOException[].class, List.class, Map.class);
  }

  static class Page<T> {
    T content;
  }

  static class Holder<H> {
    Page<H> page;
    Page<Integer> numbers;
    Page<List<H>> lists;
    H itself;
  }

  static class OfStrings extends Holder<String> {}

  static class OfPages extends Holder<Page<String>> {}

  @Test
  void within_a_type_that_is_named_it_stands_for_what_is_named_there() throws Exception {
    assertThat(contentOf("page", OfStrings.class)).isEqualTo(String.class);
    assertThat(contentOf("numbers", OfStrings.class)).isEqualTo(Integer.class);
    assertThat(contentOf("lists", OfStrings.class)).isEqualTo(List.class);
    assertThat(contentOf("itself", OfPages.class)).isEqualTo(String.class);
    assertThat(contentOf("page", Holder.class)).isEqualTo(Object.class);
  }

  private static Class<?> contentOf(String field, Class<?> holder) throws Exception {
    return TypeArguments.of(holder)
        .within(Holder.class.getDeclaredField(field).getGenericType())
        .erased(Page.class.getDeclaredField("content").getGenericType());
  }
}
