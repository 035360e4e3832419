/// The workbench around a page: marks, legend, filter, the panel of a text, editing, live reload.
enum WorkbenchScript {
  static let javaScript = #"""
    (() => {
      "use strict";
      const root = document.documentElement;
      const locale = root.lang;
      if (new URLSearchParams(location.search).has("bare")) {
        root.classList.add("marks-off");
        return;
      }
      const make = (name, attributes = {}, ...children) => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) {
          if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
          else if (value !== null && value !== undefined && value !== false) {
            element.setAttribute(key, value === true ? "" : value);
          }
        }
        element.append(...children.filter((child) => child !== null && child !== undefined));
        return element;
      };
      const marks = {
        missing: "Missing", stale: "Stale", unreviewed: "Not reviewed", findings: "Findings", long: "Too long",
      };
      const parameters = () => new URLSearchParams(location.search);
      const setParameter = (name, value) => {
        const next = parameters();
        if (value) next.set(name, value);
        else next.delete(name);
        const query = next.toString();
        history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
      };

      let data = { texts: [], edits: false };
      const text = (key) => data.texts.find((text) => text.key === key);
      const owes = (text, mode) =>
        mode === "owed" ? text.marks.some((mark) => mark !== "unreviewed") : text.marks.includes(mode);

      // The bar: progress, legend, filter, views.

      const progress = make("progress", { max: 1, value: 0 });
      const progressText = make("span");
      const legend = make("div", { class: "workbench-legend", role: "group", "aria-label": "Show only" });
      const broken = make("p", { class: "workbench-broken", role: "alert", hidden: true });
      const compare = make("a", {}, "Side by side");
      const bar = make("section", { class: "workbench", lang: "en", dir: "ltr", "aria-label": "Workbench" },
        broken,
        make("label", { class: "workbench-progress" }, progress, progressText),
        legend,
        make("span", { class: "workbench-spacer" }),
        make("button", { type: "button", onclick: () => openList() }, "All texts"),
        make("button", { type: "button", onclick: () => reportOverflow() }, "Overflow"),
        compare,
        make("select", { "aria-label": "Pseudo-language", onchange: (event) => {
          const name = event.target.value;
          if (name) location.assign(`/${data.source ?? locale.split("-x-")[0]}-x-${name}/`);
        } },
          make("option", { value: "" }, "Pseudo-language"),
          ...["accented", "brackets", "mirrored"].map((name) => make("option", {}, name))),
        make("a", { href: "/_/sheet" }, "All pages"));
      document.body.append(bar);

      const showBar = () => {
        const total = data.texts.length;
        const done = data.texts.filter((text) => !text.marks.includes("missing") && !text.marks.includes("stale")).length;
        progress.max = total || 1;
        progress.value = done;
        progressText.textContent = `${locale} ${done} / ${total}`;
        compare.hidden = !data.source;
        compare.href = `/_/compare?left=${data.source}&right=${locale}`;
        const mode = parameters().get("mode");
        const buttons = [["owed", "What I still owe"], ...Object.entries(marks)].map(([name, label]) => {
          const count = data.texts.filter((text) => owes(text, name)).length;
          return make("button", {
            type: "button", class: "legend-" + name, "aria-pressed": String(mode === name),
            onclick: () => {
              setParameter("mode", parameters().get("mode") === name ? null : name);
              showBar();
              applyMode();
            },
          }, make("i", {}, label), " " + count);
        });
        legend.replaceChildren(...buttons);
        broken.hidden = !data.broken?.length;
        broken.textContent = (data.broken ?? []).map((finding) =>
          `${finding.file}${finding.line ? `:${finding.line}:${finding.column}` : ""}: ${finding.message}`).join("\n");
      };
      const applyMode = () => {
        const mode = parameters().get("mode");
        for (const element of document.querySelectorAll("[data-key]")) {
          const entry = text(element.dataset.key);
          if (!mode || !entry) delete element.dataset.owed;
          else element.dataset.owed = owes(entry, mode) ? "yes" : "no";
        }
      };

      // The panel: one text, or the list of all.

      let panel = null;
      let opener = null;
      const closePanel = () => {
        panel?.remove();
        panel = null;
        root.classList.remove("workbench-open");
        for (const element of document.querySelectorAll("[data-selected]")) delete element.dataset.selected;
        setParameter("key", null);
        setParameter("view", null);
        opener?.focus?.();
        opener = null;
      };
      const openPanel = (label, ...children) => {
        panel?.remove();
        panel = make("aside", { class: "workbench-panel", lang: "en", dir: "ltr", "aria-label": label, tabindex: "-1",
          onkeydown: (event) => { if (event.key === "Escape") closePanel(); } },
          make("header", {},
            make("button", { type: "button", onclick: () => openList() }, "All texts"),
            make("button", { type: "button", onclick: closePanel }, "Close")),
          ...children);
        document.body.append(panel);
        root.classList.add("workbench-open");
        panel.focus({ preventScroll: true });
      };
      const openList = () => {
        opener ??= document.activeElement;
        setParameter("key", null);
        setParameter("view", "texts");
        const mode = parameters().get("mode");
        const list = make("ul", { class: "workbench-list" });
        const search = make("input", { type: "search", "aria-label": "Search texts", placeholder: "Key or words", oninput: () => fill() });
        const fill = () => {
          const query = search.value.toLowerCase();
          list.replaceChildren(...data.texts
            .filter((text) => (!mode || owes(text, mode)) &&
              (text.key + " " + text.shown).toLowerCase().includes(query))
            .map((text) => make("li", {}, make("button", { type: "button", onclick: () => openText(text.key, true) },
              make("strong", {}, text.key), " " + text.marks.map((mark) => `[${marks[mark]}]`).join(" ") + " " + text.shown))));
        };
        openPanel("All texts", make("h2", {}, mode ? marks[mode] ?? "What I still owe" : "All texts"),
          make("div", { class: "workbench-field" }, make("span", {}, "Search"), search), list);
        fill();
      };

      const request = async (path, body) => {
        const headers = { "Content-Type": "application/json" };
        if (data.token) headers["X-Langue-Token"] = data.token;
        const response = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
        return { status: response.status, reply: await response.json().catch(() => ({})) };
      };
      const finding = (finding) => make("p", { class: "workbench-finding " + finding.severity },
        make("strong", {}, finding.rule), " " + finding.message, finding.help ? make("br") : null, finding.help ?? null);
      const html = (markup, lang, dir) => {
        // The server has escaped it; parsing it apart keeps it from running anything all the same.
        const element = make("div", { lang, dir });
        element.append(...new DOMParser().parseFromString(markup, "text/html").body.childNodes);
        return element;
      };
      const openText = (key, scroll) => {
        const entry = text(key);
        if (!entry) return;
        opener ??= document.activeElement;
        setParameter("view", null);
        setParameter("key", key);
        for (const element of document.querySelectorAll("[data-key]")) {
          if (element.dataset.key === key) {
            element.dataset.selected = "";
            if (scroll) element.scrollIntoView({ block: "center" });
          } else delete element.dataset.selected;
        }
        const values = {};
        const written = entry.text ?? (data.isSource ? "" : entry.source ?? "");
        const area = make("textarea", { lang: locale, dir: "auto", spellcheck: "true", "aria-label": "Message",
          readonly: !data.edits, oninput: () => later(),
          onkeydown: (event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !data.edits) return;
            event.preventDefault();
            save(area.value, was);
          } });
        area.value = written;
        const state = make("select", { "aria-label": "State" },
          ...["", "initial", "translated", "reviewed", "final"].map((name) =>
            make("option", { value: name, selected: name === (entry.state ?? "") }, name || "(state unchanged)")));
        const trial = make("div");
        const status = make("span", { role: "status" });
        const undone = [];
        const undo = make("button", { type: "button", disabled: true, onclick: async () => {
          const last = undone.pop();
          undo.disabled = !undone.length;
          status.textContent = "Undoing…";
          const { status: code, reply } = await request("/_/undo", { locale, key, undo: last.id });
          status.textContent = code === 200 ? "Undone" : reply.error ?? "Not undone";
          if (code !== 200) return;
          was = last.text;
          area.value = last.text ?? (data.isSource ? "" : entry.source ?? "");
          later();
        } }, "Undo");
        let was = entry.text;
        let number = 0;
        let timer = 0;
        const later = () => { clearTimeout(timer); timer = setTimeout(run, 120); };
        const run = async () => {
          const mine = ++number;
          const body = { locale, key, arguments: values };
          if (area.value !== written || data.edits) body.text = area.value;
          if (!entry.text && area.value === written) delete body.text;
          const { reply } = await request("/_/format", body);
          if (mine !== number) return;
          const limit = entry.maxLength ? ` of ${entry.maxLength}` : "";
          const found = [...(reply.diagnostics ?? []), ...(reply.findings ?? [])];
          // What the checks of the whole site say is about the text as it was saved last.
          const others = text(key)?.findings.filter((other) =>
            !found.some((mine) => mine.rule === other.rule && mine.message === other.message)) ?? [];
          trial.replaceChildren(
            ...found.map(finding),
            ...(area.value === (was ?? written) ? others : []).map(finding),
            ...(reply.problems ?? []).map((problem) => make("p", { class: "workbench-finding" }, problem)),
            ...(reply.html === undefined ? [] : [
              make("h3", {}, `Shown (${reply.length}${limit} characters)`),
              make("div", { class: "workbench-sample" }, html(reply.html, reply.lang, reply.dir))]),
            ...(reply.variants?.length ? [make("h3", {}, "Variants")] : []),
            ...(reply.variants ?? []).map((variant) => make("div", { class: "workbench-sample" },
              make("small", {}, variant.label), html(variant.html, reply.lang, reply.dir))));
        };
        const save = async (value, before) => {
          status.textContent = "Saving…";
          const { status: code, reply } = await request("/_/edit", { locale, key, text: value, was: before,
            state: state.value && state.value !== (entry.state ?? "") ? state.value : null });
          if (code === 200) {
            status.textContent = "Saved";
            undone.push({ id: reply.undo, text: before });
            undo.disabled = false;
            was = value;
          } else if (code === 409) {
            status.textContent = "The file has changed meanwhile. It now says: " + (reply.now ?? "(nothing)");
            was = reply.now ?? null;
          } else {
            status.textContent = reply.error ?? "Not saved";
          }
        };
        const field = (argument) => {
          const set = (value) => { values[argument.name] = value; later(); };
          const label = make("span", { title: argument.description }, "$" + argument.name);
          if (argument.values.length) {
            return make("label", { class: "workbench-field" }, label, make("select", { onchange: (event) => set(event.target.value) },
              ...argument.values.map((value) => make("option", { selected: value === argument.example }, value))));
          }
          const isNumber = ["integer", "number", "currency", "percent"].includes(argument.kind);
          const input = make("input", { type: isNumber ? "number" : "text", step: "any", value: argument.example,
            oninput: () => { if (slider) slider.value = input.value; set(input.value); } });
          const slider = isNumber ? make("input", { type: "range", min: 0, "aria-label": "$" + argument.name,
            max: argument.kind === "percent" ? 1 : Math.max(30, 2 * Number(argument.example ?? 0)),
            step: argument.kind === "integer" ? 1 : argument.kind === "percent" ? 0.01 : "any", value: argument.example,
            oninput: () => { input.value = slider.value; set(slider.value); } }) : null;
          return make("div", { class: "workbench-field" }, label, input, slider);
        };
        openPanel("Text " + key,
          make("h2", {}, key),
          entry.description ? make("p", {}, entry.description) : null,
          make("p", {}, [`State: ${entry.state ?? "none"}`, `shown from ${entry.from ?? "nowhere"}`,
            ...entry.marks.map((mark) => marks[mark])].join(" · ")),
          data.isSource ? null : make("h3", {}, `Source (${data.source})`),
          data.isSource ? null : make("pre", { lang: data.source, dir: "auto" }, entry.source ?? ""),
          make("h3", {}, `Message (${locale})`),
          area,
          data.edits ? make("div", { class: "workbench-actions" }, state,
            make("button", { type: "button", title: "Control-Enter", onclick: () => save(area.value, was) }, "Save"), undo, status) : null,
          entry.arguments.length ? make("h3", {}, "Values") : null,
          ...entry.arguments.filter((argument) => argument.kind !== "list").map(field),
          trial,
          make("h3", {}, "Shown on"),
          make("ul", {}, ...entry.pages.map((page) => make("li", {}, page.name +
            (page.elements ? `, ${page.elements} × in the text` : "") +
            (page.attributes ? `, ${page.attributes} × as plain text (title, attribute)` : ""))),
            entry.inSelector ? make("li", {}, "the language selector") : null,
            ...entry.listedIn.map((other) => make("li", {}, "in the list of ",
              make("button", { type: "button", onclick: () => openText(other, true) }, other)))));
        run();
      };
      document.addEventListener("click", (event) => {
        const element = event.target.closest?.("[data-key]");
        if (!element || event.target.closest(".workbench, .workbench-panel, dialog")) return;
        const busy = event.target.closest("a, button, summary, label, input");
        if (busy && !event.altKey) return;
        event.preventDefault();
        opener = null;
        openText(element.dataset.key);
      }, true);

      // Real layout: what does not fit where it stands.

      // How many lines each text takes in a page that is laid out.
      const lines = (view) => {
        const counts = new Map();
        for (const element of view.querySelectorAll("body [data-key]")) {
          if (element.closest(".workbench, .workbench-panel, dialog")) continue;
          const tops = new Set([...element.getClientRects()].map((box) => Math.round(box.top / 4)));
          counts.set(element.dataset.key, Math.max(counts.get(element.dataset.key) ?? 0, tops.size));
        }
        return counts;
      };
      // Beside the source's page, laid out at the same width: the texts that take more lines.
      const expansion = (own, source) => new Promise((resolve) => {
        const frame = make("iframe", { src: `/${source}/?bare`, title: source, "aria-hidden": "true", tabindex: "-1",
          class: "workbench-measure", onload: async () => {
            await frame.contentDocument.fonts.ready;
            const theirs = lines(frame.contentDocument);
            frame.remove();
            resolve([...own]
              .map(([key, mine]) => ({ key, mine, theirs: theirs.get(key) ?? 0 }))
              .filter(({ mine, theirs }) => theirs && mine > theirs)
              .sort((a, b) => b.mine / b.theirs - a.mine / a.theirs));
          } });
        frame.style.inlineSize = root.clientWidth + "px";
        document.body.append(frame);
      });
      const reportOverflow = async () => {
        opener ??= document.activeElement;
        setParameter("key", null);
        setParameter("view", "overflow");
        // As wide as readers see it, without a panel.
        root.classList.remove("workbench-open");
        const own = lines(document);
        const found = [];
        for (const element of document.querySelectorAll("[data-overflow]")) delete element.dataset.overflow;
        for (const element of document.querySelectorAll("body *")) {
          if (element.closest(".workbench, .workbench-panel, dialog, .skip") || element.scrollWidth <= element.clientWidth + 1) continue;
          const style = getComputedStyle(element);
          if (style.display === "inline" || !element.clientWidth || style.clipPath !== "none") continue;
          element.dataset.overflow = "";
          const key = element.closest("[data-key]")?.dataset.key ?? element.querySelector("[data-key]")?.dataset.key;
          found.push([key, `${element.localName}: ${element.scrollWidth - element.clientWidth} px too wide`]);
        }
        for (const entry of data.texts) {
          if (entry.marks.includes("long")) found.push([entry.key, `${entry.length} characters, room for ${entry.maxLength}`]);
        }
        const width = root.scrollWidth > innerWidth ? `The page is ${root.scrollWidth - innerWidth} px wider than the window.` : "The page fits the window.";
        const list = (items) => make("ul", { class: "workbench-list" }, ...items.map(([key, what]) => make("li", {},
          make("button", { type: "button", onclick: () => key && openText(key, true) }, make("strong", {}, key ?? ""), " " + what))));
        const grown = make("div");
        openPanel("Overflow", make("h2", {}, "Overflow"), make("p", {}, width), list(found), grown);
        if (data.isSource || !data.source) return;
        const longer = await expansion(own, data.source);
        grown.append(make("h3", {}, `More lines than in ${data.source} at this width`),
          longer.length ? list(longer.map(({ key, mine, theirs }) => [key, `${mine} lines, there ${theirs}`])) : make("p", {}, "None."));
      };

      // Live: texts are put in place, so that neither the scroll position nor the panel is lost.

      const load = async () => {
        // A language that is made on the fly has no texts of its own.
        if (locale.includes("-x-")) return showBar();
        const response = await fetch(`/_/texts/${locale}.json`);
        if (response.ok) data = await response.json();
        showBar();
        applyMode();
      };
      const refresh = async () => {
        const response = await fetch(location.pathname);
        if (response.ok) {
          const next = new DOMParser().parseFromString(await response.text(), "text/html");
          const old = [...document.querySelectorAll("body [data-key]")].filter((element) => !element.closest(".workbench-panel, dialog"));
          const fresh = [...next.querySelectorAll("body [data-key]")];
          const same = old.length === fresh.length && old.every((element, index) => element.dataset.key === fresh[index].dataset.key);
          if (!same) {
            location.reload();
            return;
          }
          old.forEach((element, index) => {
            const copy = document.importNode(fresh[index], true);
            if ("selected" in element.dataset) copy.dataset.selected = "";
            if (element.outerHTML !== copy.outerHTML) element.replaceWith(copy);
          });
          document.title = next.title;
        }
        await load();
        root.dataset.version = String(Number(root.dataset.version ?? 0) + 1);
      };
      // A browser keeps few connections to one server open at a time, so one page listens and tells
      // the others; when it is closed, the next one takes over.
      const pages = new BroadcastChannel("langue");
      // Null says that every language may look different now.
      const changed = (locales) => {
        if (!locales || locales.includes(locale.split("-x-")[0])) refresh();
      };
      pages.addEventListener("message", (event) => changed(event.data));
      const listen = () => new Promise(() => {
        const events = new EventSource("/_/events");
        const change = (locales) => {
          pages.postMessage(locales);
          changed(locales);
        };
        events.addEventListener("change", (event) => change(JSON.parse(event.data).locales));
        let wasOpen = false;
        events.addEventListener("open", () => {
          if (wasOpen) change(null);
          wasOpen = true;
        });
      });
      if (navigator.locks) navigator.locks.request("langue-events", listen);
      else listen();

      load().then(() => {
        const key = parameters().get("key");
        const view = parameters().get("view");
        if (key) openText(key, true);
        else if (view === "texts") openList();
        else if (view === "overflow") document.fonts.ready.then(reportOverflow);
      });
    })();
    """#
}
