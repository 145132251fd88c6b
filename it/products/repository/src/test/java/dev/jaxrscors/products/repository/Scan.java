package dev.jaxrscors.products.repository;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** A scanned document of many pages: too long to be read whole for one of them. */
final class Scan {

  static final int PAGES = 6;

  /** Noise cannot be compressed: some 200 KB for a page. */
  private static final int SIDE = 256;

  private Scan() {}

  static void writeTo(Path file) throws IOException {
    Random noise = new Random(1901);
    PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    try (PDDocument document = new PDDocument()) {
      for (int number = 1; number <= PAGES; number++) {
        addPage(document, picture(noise), font, textOf(number));
      }
      document.save(file.toFile());
    }
  }

  private static BufferedImage picture(Random noise) {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
      picture.setRGB(pixel % SIDE, pixel / SIDE, noise.nextInt());
    }
    return picture;
  }

  private static void addPage(PDDocument document, BufferedImage picture, PDFont font, String text)
      throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.drawImage(LosslessFactory.createFromImage(document, picture), 72, 300);
      content.beginText();
      content.setFont(font, 12);
      content.newLineAtOffset(72, 200);
      content.showText(text);
      content.endText();
    }
  }

  static String textOf(int number) {
    return "Rainfall of " + (1900 + number);
  }
}
