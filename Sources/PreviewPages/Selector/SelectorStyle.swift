/// The look of the language selector, as a list and as a dialog.
enum SelectorStyle {
  static let css = #"""
    .languages { flex: 0 1 auto; }
    .languages:has(details[open]) { flex: 1 0 100%; }
    .languages summary {
      display: inline-flex;
      align-items: center;
      gap: 0.45rem;
      padding: 0.35em 0.8em;
      border: 1px solid var(--line);
      border-radius: 0.4rem;
      background: var(--raised);
      cursor: pointer;
      list-style: none;
      line-height: 1.5;
    }
    .languages summary::-webkit-details-marker { display: none; }
    .languages summary:hover { border-color: var(--quiet); }
    .languages summary svg { flex: none; }
    .languages-label { color: var(--quiet); }
    .languages-current { font-weight: 600; }
    .languages ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(11.5rem, 100%), 1fr));
      gap: 0.1rem 1rem;
      margin: 0.9rem 0 0;
      padding: 0;
      list-style: none;
    }
    .languages ul.languages-incomplete { padding-block-start: 0.6rem; border-block-start: 1px solid var(--line); opacity: 0.85; }
    .languages li { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 0.5rem; min-block-size: 2rem; }
    .languages li a { display: inline-block; min-block-size: 1.75rem; font-family: var(--ui-font); text-decoration: none; color: inherit; }
    .languages li a:hover { color: var(--accent); text-decoration: underline; }
    .languages li a[aria-current] { font-weight: 700; color: var(--accent); }
    .languages .gloss { color: var(--quiet); font-size: 0.8125rem; }
    .languages-default { grid-column: 1 / -1; }
    """#
}
