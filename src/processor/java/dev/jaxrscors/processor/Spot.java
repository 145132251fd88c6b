package dev.jaxrscors.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Where in the sources a message points. */
sealed interface Spot {

  /** {@return the element that the place belongs to} */
  Element element();

  /** Prints a message there. */
  void print(Messager messager, Kind kind, String message);

  /**
   * A declaration.
   *
   * @param element what is declared
   */
  record OnElement(Element element) implements Spot {
    @Override
    public void print(Messager messager, Kind kind, String message) {
      messager.printMessage(kind, message, element);
    }
  }

  /**
   * An annotation.
   *
   * @param element what is annotated
   * @param mirror the annotation
   */
  record OnAnnotation(Element element, AnnotationMirror mirror) implements Spot {
    @Override
    public void print(Messager messager, Kind kind, String message) {
      messager.printMessage(kind, message, element, mirror);
    }
  }

  /**
   * A value in an annotation.
   *
   * @param element what is annotated
   * @param mirror the annotation
   * @param value the value
   */
  record OnValue(Element element, AnnotationMirror mirror, AnnotationValue value) implements Spot {
    @Override
    public void print(Messager messager, Kind kind, String message) {
      messager.printMessage(kind, message, element, mirror, value);
    }
  }
}
