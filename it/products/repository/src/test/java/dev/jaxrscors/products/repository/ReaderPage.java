package dev.jaxrscors.products.repository;

import dev.jaxrscors.browsers.pages.Pages;
import java.util.Map;

/** A page that reads the repository, with the clients that such pages use. */
final class ReaderPage {

  static final String PATH = "/reader.html";

  private static final String HTML =
      """
      <!doctype html>
      <meta charset="utf-8">
      <title>Reader</title>
      <link rel="icon" href="data:,">
      <script src="/webjars/axios/AXIOS/dist/axios.min.js"></script>
      <script type="module">
        import * as pdfjs from "/webjars/pdfjs-dist/PDFJS/build/pdf.min.mjs";
        pdfjs.GlobalWorkerOptions.workerSrc =
            "/webjars/pdfjs-dist/PDFJS/build/pdf.worker.min.mjs";
        window.pdfjs = pdfjs;
      </script>
      """;

  private ReaderPage() {}

  static Pages serve() {
    String html =
        HTML.replace("AXIOS", System.getProperty("axios.version"))
            .replace("PDFJS", System.getProperty("pdfjs.version"));
    return Pages.serving(Map.of(PATH, html));
  }
}
