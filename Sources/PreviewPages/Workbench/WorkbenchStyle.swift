/// The look of the workbench: the marks on the page, the bar below it, the panel beside it.
///
/// A mark is a line of its own pattern beside its color, so that it shows without color too.
enum WorkbenchStyle {
  static let css = #"""
    :root {
      --missing: #b3261e; --stale: #9a5b00; --unreviewed: #1b5fb4; --findings: #8a2be2; --long: #00695c;
      scroll-padding-block-end: 5rem;
    }
    @media (prefers-color-scheme: dark) {
      :root:not([data-theme="light"]) { --missing: #ff9d94; --stale: #ffc069; --unreviewed: #8fc1ff; --findings: #d9a6ff; --long: #6fe0cc; }
    }
    :root[data-theme="dark"] { --missing: #ff9d94; --stale: #ffc069; --unreviewed: #8fc1ff; --findings: #d9a6ff; --long: #6fe0cc; }
    body { padding-block-end: 4.5rem; }
    [data-key] { cursor: pointer; border-radius: 0.15em; }
    [data-key]:hover { outline: 1px solid var(--focus); outline-offset: 0.15em; }
    [data-marks] { text-decoration-line: underline; text-decoration-thickness: 0.11em; text-underline-offset: 0.22em; text-decoration-skip-ink: none; }
    [data-marks~="unreviewed"] { text-decoration-style: dotted; text-decoration-thickness: 1px; text-decoration-color: color-mix(in srgb, var(--unreviewed) 60%, transparent); }
    [data-marks~="long"] { text-decoration-style: double; text-decoration-color: var(--long); }
    [data-marks~="stale"] { text-decoration-style: dashed; text-decoration-color: var(--stale); }
    [data-marks~="findings"] { text-decoration-style: wavy; text-decoration-color: var(--findings); }
    :is([data-marks~="long"], [data-marks~="stale"], [data-marks~="findings"], [data-marks~="missing"]) { text-decoration-thickness: 0.11em; }
    [data-marks~="missing"] { text-decoration-style: solid; text-decoration-color: var(--missing); background: color-mix(in srgb, var(--missing) 12%, transparent); }
    [data-overflow] { outline: 2px dashed var(--long); outline-offset: 2px; }
    [data-owed="no"] { opacity: 0.35; }
    [data-selected] { outline: 2px solid var(--focus) !important; outline-offset: 0.2em; }
    .marks-off [data-marks] { text-decoration-line: none; background: none; }

    .workbench, .workbench-panel {
      font: 0.8125rem/1.5 "Noto Sans", system-ui, "Segoe UI", Roboto, sans-serif;
      background: var(--raised);
      color: var(--ink);
      text-align: start;
      z-index: 20;
    }
    .workbench :is(button, select, input, summary), .workbench-panel :is(button, select, input, textarea) { font: inherit; }
    .workbench {
      position: fixed;
      inset-inline: 0;
      inset-block-end: 0;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.3rem 0.6rem;
      max-block-size: 40vh;
      overflow-y: auto;
      padding: 0.5rem 0.8rem;
      border-block-start: 1px solid var(--line);
      box-shadow: 0 -0.3rem 1.2rem rgb(0 0 0 / 0.12);
    }
    .workbench button, .workbench select, .workbench a { padding: 0.2rem 0.5rem; border-radius: 0.35rem; }
    .workbench-panel button:disabled { color: var(--quiet); cursor: default; opacity: 0.6; }
    .workbench a { color: var(--accent); padding-inline: 0.1rem; }
    .workbench button[aria-pressed="true"] { background: var(--ink); color: var(--paper); }
    .workbench-progress { display: flex; align-items: center; gap: 0.5rem; font-variant-numeric: tabular-nums; }
    .workbench-progress progress { inline-size: 4.5rem; accent-color: var(--accent); }
    .workbench-legend { display: flex; flex-wrap: wrap; gap: 0.2rem 0.35rem; }
    .workbench-legend button { display: inline-flex; gap: 0.35rem; align-items: baseline; }
    .workbench-legend i { font-style: normal; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 0.2em; text-decoration-skip-ink: none; }
    .legend-missing i { text-decoration-style: solid; text-decoration-color: var(--missing); }
    .legend-stale i { text-decoration-style: dashed; text-decoration-color: var(--stale); }
    .legend-unreviewed i { text-decoration-style: dotted; text-decoration-color: var(--unreviewed); }
    .legend-findings i { text-decoration-style: wavy; text-decoration-color: var(--findings); }
    .legend-long i { text-decoration-style: double; text-decoration-color: var(--long); }
    .workbench-legend [aria-pressed="true"] i { text-decoration-color: currentColor; }
    .workbench-broken { flex-basis: 100%; margin: 0; padding: 0.4rem 0.6rem; border: 1px solid var(--missing); border-radius: 0.35rem; white-space: pre-wrap; }
    .workbench-spacer { flex: 1; }
    .workbench-measure { position: absolute; inset-block-start: 0; inset-inline-start: 0; block-size: 100vh; border: 0; visibility: hidden; pointer-events: none; }

    @media (max-width: 48rem) {
      .workbench { flex-wrap: nowrap; overflow-x: auto; }
      .workbench > *, .workbench-legend { flex: none; flex-wrap: nowrap; white-space: nowrap; }
      .workbench-spacer { display: none; }
    }
    .workbench-panel {
      position: fixed;
      inset-block: 0;
      inset-inline-end: 0;
      inline-size: min(27rem, 100vw);
      overflow-y: auto;
      padding: 0.9rem 1.1rem 5rem;
      border-inline-start: 1px solid var(--line);
      box-shadow: 0 0 2rem rgb(0 0 0 / 0.2);
      overflow-wrap: anywhere;
    }
    .workbench-panel h2 { margin: 0 0 0.4rem; font: 700 0.9375rem/1.4 "Noto Sans Mono", ui-monospace, monospace; }
    .workbench-panel h3 { margin: 1rem 0 0.25rem; font: 700 0.8125rem/1.4 "Noto Sans", system-ui, sans-serif; color: var(--quiet); }
    .workbench-panel p { margin: 0 0 0.4rem; }
    .workbench-panel header { display: flex; gap: 0.4rem; justify-content: flex-end; margin-block-end: 0.5rem; }
    .workbench-panel textarea {
      inline-size: 100%;
      min-block-size: 7rem;
      max-block-size: 60vh;
      field-sizing: content;
      padding: 0.5rem;
      border: 1px solid var(--quiet);
      border-radius: 0.35rem;
      background: var(--paper);
      color: inherit;
      resize: vertical;
      unicode-bidi: plaintext;
      line-height: var(--leading);
    }
    .workbench-panel pre { margin: 0; padding: 0.5rem; border-radius: 0.35rem; background: var(--paper); white-space: pre-wrap; font: inherit; line-height: var(--leading); unicode-bidi: plaintext; }
    .workbench-panel :is(textarea, pre, .workbench-sample [lang]) { font-family: var(--ui-font); font-size: 0.9375rem; }
    .workbench-sample { padding: 0.35rem 0.5rem; border-inline-start: 3px solid var(--line); margin-block-end: 0.35rem; line-height: var(--leading); }
    .workbench-sample small { display: block; color: var(--quiet); line-height: 1.4; }
    .workbench-finding { padding-inline-start: 0.6rem; border-inline-start: 3px solid var(--findings); }
    .workbench-finding.error { border-color: var(--missing); }
    .workbench-field { display: grid; grid-template-columns: minmax(5rem, auto) 1fr; gap: 0.2rem 0.6rem; align-items: center; margin-block-end: 0.35rem; }
    .workbench-field input[type="range"] { grid-column: 2; min-inline-size: 0; inline-size: 100%; }
    .workbench-field input:not([type="range"]), .workbench-field select { min-inline-size: 0; inline-size: 100%; padding: 0.2rem 0.4rem; border: 1px solid var(--quiet); border-radius: 0.3rem; background: var(--paper); color: inherit; }
    .workbench-actions { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; margin-block: 0.5rem; }
    .workbench-list { margin: 0; padding: 0; list-style: none; }
    .workbench-list button { display: block; inline-size: 100%; border: 0; background: none; text-align: start; padding: 0.25rem 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .workbench-list button:hover { text-decoration: underline; }
    @media (min-width: 75rem) { .workbench-open body { padding-right: 27rem; } .workbench-open .workbench { right: 27rem; } }
    @media print { .workbench, .workbench-panel { display: none !important; } [data-marks] { text-decoration: none !important; background: none !important; } }
    """#
}
