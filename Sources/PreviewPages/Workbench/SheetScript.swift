/// Keeps two pages at the same place, and changes what is compared.
enum SheetScript {
  static let javaScript = #"""
    (() => {
      "use strict";
      const selects = document.querySelectorAll("select[name]");
      for (const select of selects) select.addEventListener("change", () => select.form.submit());
      const frames = [...document.querySelectorAll(".pair iframe")];
      let leader = null;
      for (const frame of frames) {
        frame.addEventListener("load", () => {
          const view = frame.contentWindow;
          view.addEventListener("pointermove", () => { leader = frame; });
          view.addEventListener("wheel", () => { leader = frame; }, { passive: true });
          view.addEventListener("scroll", () => {
            if (leader !== frame) return;
            // The same section, and as far into it, since texts differ in length.
            const sections = [...view.document.querySelectorAll("article > *")];
            const at = sections.findLast((section) => section.getBoundingClientRect().top <= 40) ?? sections[0];
            const index = sections.indexOf(at);
            if (index < 0) return;
            const box = at.getBoundingClientRect();
            const part = (40 - box.top) / (box.height || 1);
            for (const other of frames) {
              if (other === frame) continue;
              const target = other.contentWindow.document.querySelectorAll("article > *")[index];
              if (!target) continue;
              const goal = target.getBoundingClientRect();
              other.contentWindow.scrollBy({ top: goal.top - 40 + part * goal.height, behavior: "instant" });
            }
          });
        });
      }
    })();
    """#
}
