/// Turns the plain list of languages into a dialog with a search (WAI-ARIA's combobox pattern).
///
/// Without it, or where anything it needs is missing, the list of links stays as it is.
enum SelectorScript {
  static let javaScript = #"""
    (() => {
      "use strict";
      const nav = document.querySelector(".languages");
      if (!nav) return;
      const links = [...nav.querySelectorAll("a[hreflang]")];

      // What the reader typed and chose survives the change of language.

      const storage = (area, name, value) => {
        try {
          if (value === undefined) return area().getItem(name);
          area().setItem(name, value);
        } catch {
          // Storage may be forbidden; then nothing is kept.
        }
        return null;
      };
      const fields = () =>
        [...document.querySelectorAll("input:not([type=hidden]):not([type=password]), textarea")]
          .filter((field) => field.name && !field.closest("dialog"));
      const leave = (link) => {
        storage(() => localStorage, "language", link.dataset.tag ?? link.getAttribute("hreflang"));
        const typed = {};
        for (const field of fields()) if (field.value) typed[field.name] = field.value;
        storage(() => sessionStorage, "typed", JSON.stringify(typed));
      };
      const address = (link) => {
        const target = new URL(link.href);
        target.search = location.search;
        target.hash = location.hash;
        return target.href;
      };
      for (const link of links) {
        link.addEventListener("click", () => {
          leave(link);
          link.href = address(link);
        });
      }
      const typed = storage(() => sessionStorage, "typed");
      if (typed) {
        try {
          const values = JSON.parse(typed);
          for (const field of fields()) {
            if (!field.value && typeof values[field.name] === "string") {
              field.value = values[field.name];
            }
          }
        } catch {
          // Written by something else: not ours to restore.
        }
        try { sessionStorage.removeItem("typed"); } catch { /* as above */ }
      }

      if (typeof HTMLDialogElement !== "function" || links.length < 2) return;

      // The search: folded, by word, forgiving of a slip.

      const special = {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th",
      };
      const fold = (text) =>
        text.normalize("NFD").toLowerCase()
          .replace(/[\p{M}\u2018\u2019'"`ʻʼʿʾ\u200B-\u200F\u2066-\u2069\u061C]/gu, "")
          .replace(/[ßæœøđðłıþ]/g, (letter) => special[letter])
          .replace(/[\s\-_()]+/g, " ").trim();
      const distance = (a, b, limit) => {
        if (Math.abs(a.length - b.length) > limit) return limit + 1;
        let before = [];
        let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
        for (let i = 1; i <= a.length; i++) {
          const row = [i];
          for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1];
            row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (same ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
              row[j] = Math.min(row[j], before[j - 2] + 1);
            }
          }
          before = previous;
          previous = row;
        }
        return previous[b.length];
      };
      const score = (terms, query) => {
        const slips = query.length >= 8 ? 2 : query.length >= 4 ? 1 : 0;
        let best = Infinity;
        for (const term of terms) {
          if (term === query) return 0;
          if (term.startsWith(query)) best = Math.min(best, 1);
          else if (term.includes(" " + query)) best = Math.min(best, 2);
          else if (query.length > 2 && term.includes(query)) best = Math.min(best, 3);
          else if (slips && best > 4) {
            const words = [term, ...term.split(" ")];
            const near = words.some((word) =>
              distance(word, query, slips) <= slips ||
              (word.length > query.length && distance(word.slice(0, query.length), query, slips) <= slips));
            if (near) best = 4;
          }
        }
        return best;
      };

      // The entries, from the links themselves; the search words come when they are first needed.

      const entries = links.map((link, index) => ({
        link,
        index,
        tag: link.dataset.tag ?? link.getAttribute("hreflang"),
        isDefault: Boolean(link.closest(".languages-default")),
        isIncomplete: Boolean(link.closest(".languages-incomplete")),
        region: "",
        gloss: link.parentElement.querySelector("small")?.textContent ?? "",
        terms: [],
      }));
      for (const entry of entries) {
        entry.terms = [entry.link.textContent, entry.gloss, entry.tag].map(fold).filter(Boolean);
      }
      let results = null;
      let asked = false;
      const load = async () => {
        if (asked) return;
        asked = true;
        try {
          const folder = nav.dataset.assets;
          const [names, own] = await Promise.all(
            [folder + "/languages.json", "languages.json"].map(async (url) => {
              const response = await fetch(url);
              if (!response.ok) throw new Error(String(response.status));
              return response.json();
            }));
          results = own.results;
          for (const entry of entries) {
            if (entry.isDefault) continue;
            entry.region = own.regions[entry.tag] ?? "";
            entry.terms.push(...(names[entry.tag] ?? []).map(fold).filter(Boolean));
          }
          if (dialog.open) show(active?.dataset.entry);
        } catch {
          // The names on the page still are a search.
        }
      };

      // The dialog.

      const make = (name, attributes = {}, ...children) => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        element.append(...children);
        return element;
      };
      const words = nav.dataset;
      const label = nav.getAttribute("aria-label");
      const summary = nav.querySelector("summary");
      const button = make("button", {
        type: "button", class: "languages-button", "aria-haspopup": "dialog", title: summary.title,
      }, ...[...summary.childNodes].map((node) => node.cloneNode(true)));
      const input = make("input", {
        id: "language-search", type: "text", role: "combobox", autocomplete: "off",
        autocapitalize: "none", spellcheck: "false", "aria-expanded": "true",
        "aria-controls": "language-list", "aria-autocomplete": "list",
      });
      const list = make("div", { id: "language-list", role: "listbox", "aria-label": label });
      const status = make("p", { role: "status", class: "language-status" });
      const close = make("button", { type: "button" }, words.close ?? "×");
      const dialog = make("dialog", { class: "language-dialog", "aria-label": label },
        make("div", { class: "language-bar" },
          make("div", { class: "language-line" },
            make("label", { for: "language-search" }, words.search ?? label), status),
          input, close),
        list);
      nav.append(button, dialog);
      nav.classList.add("languages-enhanced");

      let active = null;
      const activate = (option) => {
        active?.setAttribute("aria-selected", "false");
        active = option ?? null;
        if (!active) {
          input.removeAttribute("aria-activedescendant");
          return;
        }
        active.setAttribute("aria-selected", "true");
        input.setAttribute("aria-activedescendant", active.id);
        active.scrollIntoView({ block: "nearest" });
      };
      let count = 0;
      const option = (entry) => {
        const { link } = entry;
        const element = make("div", { id: "language-" + count++, role: "option", "aria-selected": "false" });
        element.dataset.entry = entry.index;
        const name = make("span", {}, link.textContent);
        name.lang = link.lang;
        name.dir = link.dir;
        element.append(name);
        if (entry.gloss) element.append(" ", make("small", {}, entry.gloss));
        if (link.hasAttribute("aria-current")) element.classList.add("is-current");
        element.addEventListener("click", () => {
          leave(link);
          location.assign(address(link));
        });
        element.addEventListener("pointermove", () => {
          if (active !== element) activate(element);
        });
        return element;
      };
      const group = (title, members) => {
        if (!members.length) return;
        const element = make("div", { role: "group" });
        if (title) {
          const heading = make("div", { class: "language-group", id: "language-group-" + count++ }, title);
          heading.setAttribute("role", "presentation");
          element.setAttribute("aria-labelledby", heading.id);
          element.append(heading);
        }
        element.append(...members.map(option));
        list.append(element);
      };
      const suggested = () => {
        const wanted = [storage(() => localStorage, "language"), ...navigator.languages]
          .filter(Boolean).map((tag) => tag.toLowerCase());
        const found = [];
        for (const tag of wanted) {
          for (let part = tag; part; part = part.replace(/-?[^-]*$/, "")) {
            const entry = entries.find((entry) =>
              !entry.isDefault && !entry.isIncomplete && entry.tag.toLowerCase() === part);
            if (entry && !found.includes(entry)) found.push(entry);
            if (entry) break;
          }
        }
        return found.slice(0, 4);
      };
      const show = (chosen) => {
        list.replaceChildren();
        active = null;
        count = 0;
        const query = fold(input.value);
        if (query) {
          const found = entries.filter((entry) => !entry.isDefault)
            .map((entry) => ({ entry, rank: score(entry.terms, query) }))
            .filter(({ rank }) => rank < Infinity)
            .sort((a, b) => a.rank - b.rank || a.entry.index - b.entry.index)
            .map(({ entry }) => entry);
          group("", found);
          status.textContent = found.length
            ? results?.[found.length - 1] ?? String(found.length)
            : words.none ?? "";
        } else {
          status.textContent = "";
          group("", entries.filter((entry) => entry.isDefault));
          group(words.suggestions, suggested());
          const rest = entries.filter((entry) => !entry.isDefault && !entry.isIncomplete);
          const regions = [...new Set(rest.map((entry) => entry.region))];
          if (regions.length < 2) group(words.all, rest);
          else {
            regions.sort((a, b) => !a - !b || a.localeCompare(b, document.documentElement.lang));
            for (const region of regions) {
              group(region || words.all, rest.filter((entry) => entry.region === region));
            }
          }
          group("", entries.filter((entry) => entry.isIncomplete));
        }
        activate(list.querySelector(`[data-entry="${chosen}"]`) ??
          (query ? list.querySelector("[role=option]") : null));
      };

      input.addEventListener("input", () => show());
      input.addEventListener("keydown", (event) => {
        const options = [...list.querySelectorAll("[role=option]")];
        const index = options.indexOf(active);
        if (event.key === "ArrowDown") activate(options[(index + 1) % options.length]);
        else if (event.key === "ArrowUp") {
          activate(options[(index < 1 ? options.length : index) - 1]);
        } else if (event.key === "PageDown") activate(options[Math.min(index + 10, options.length - 1)]);
        else if (event.key === "PageUp") activate(options[Math.max(index - 10, 0)]);
        else if (event.key === "Enter" && !event.isComposing) active?.click();
        else if (event.key === "Escape" && input.value) {
          input.value = "";
          show();
        } else return;
        event.preventDefault();
      });
      for (const sign of ["pointerenter", "focus"]) button.addEventListener(sign, load);
      button.addEventListener("click", () => {
        input.value = "";
        dialog.showModal();
        show();
        input.focus();
        load();
      });
      close.addEventListener("click", () => dialog.close());
      dialog.addEventListener("click", (event) => {
        if (event.target === dialog) dialog.close();
      });
      dialog.addEventListener("close", () => button.focus());
    })();
    """#
}
