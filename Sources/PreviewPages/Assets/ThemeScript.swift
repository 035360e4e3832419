/// Runs before the page is drawn, so that a chosen theme does not flash; small enough to wait for.
enum ThemeScript {
  static let javaScript = #"""
    (() => {
      "use strict";
      const root = document.documentElement;
      root.classList.add("scripted");
      try {
        const theme = localStorage.getItem("theme");
        if (theme === "light" || theme === "dark") root.dataset.theme = theme;
      } catch {
        // Storage may be forbidden; the page then follows the system.
      }
    })();
    """#
}
