/// Turns the plain list of languages into a dialog with a search.
enum SelectorScript {
  static let javaScript = #"""
    (() => {
      "use strict";
      // The choice is remembered, so that it can be suggested first on the next visit.
      for (const link of document.querySelectorAll(".languages a[hreflang]")) {
        link.addEventListener("click", () => {
          try {
            localStorage.setItem("language", link.getAttribute("hreflang"));
          } catch {
            // Storage may be forbidden; nothing is suggested then.
          }
        });
      }
    })();
    """#
}
