/// What the page does beyond its HTML: the theme switch, and the cart's remove button.
enum SiteScript {
  static let javaScript = #"""
    (() => {
      "use strict";
      const root = document.documentElement;

      const remember = (name, value) => {
        try {
          if (value === null) localStorage.removeItem(name);
          else localStorage.setItem(name, value);
        } catch {
          // Storage may be forbidden; the choice then lasts as long as the page.
        }
      };

      const themeButtons = [...document.querySelectorAll("[data-theme-choice]")];
      const showTheme = () => {
        const theme = root.dataset.theme ?? "system";
        for (const button of themeButtons) {
          button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
        }
      };
      for (const button of themeButtons) {
        button.addEventListener("click", () => {
          const theme = button.dataset.themeChoice;
          if (theme === "system") delete root.dataset.theme;
          else root.dataset.theme = theme;
          remember("theme", theme === "system" ? null : theme);
          showTheme();
        });
      }
      showTheme();

      const cart = document.querySelector(".cart");
      cart?.querySelector(".cart-remove")?.addEventListener("click", () => {
        for (const part of cart.querySelectorAll("p, button")) {
          part.hidden = !part.classList.contains("cart-empty");
        }
        const title = cart.querySelector("h2");
        title?.setAttribute("tabindex", "-1");
        title?.focus();
      });
    })();
    """#
}
