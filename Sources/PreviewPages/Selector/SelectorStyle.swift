/// The look of the language selector, as a list and as a dialog.
enum SelectorStyle {
  static let css = #"""
    .languages { flex: 0 1 auto; }
    .languages:has(details[open]) { flex: 1 0 100%; }
    .languages summary {
      display: inline-flex;
      align-items: center;
      gap: 0.45rem;
      padding: 0.3em 0.8em;
      border: 1px solid var(--line);
      border-radius: 0.4rem;
      background: var(--raised);
      cursor: pointer;
      list-style: none;
      line-height: var(--ui-leading);
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
    .languages small { color: var(--quiet); font-size: 0.8125rem; }
    .languages-default { grid-column: 1 / -1; }

    .languages-enhanced > details { display: none; }
    .languages-button { display: inline-flex; align-items: center; gap: 0.45rem; }
    .languages-button svg { flex: none; }
    .language-dialog {
      inline-size: min(60rem, calc(100vw - 1.5rem));
      block-size: min(44rem, calc(100dvh - 1.5rem));
      max-inline-size: none;
      max-block-size: none;
      padding: 0;
      border: 1px solid var(--line);
      border-radius: 0.7rem;
      background: var(--paper);
      color: var(--ink);
      font-family: var(--ui-font);
      box-shadow: 0 1.5rem 4rem rgb(0 0 0 / 0.3);
    }
    .language-dialog[open] { display: flex; flex-direction: column; }
    .language-dialog::backdrop { background: rgb(0 0 0 / 0.45); }
    .language-bar {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.25rem 0.6rem;
      padding: 0.9rem 1rem 0.6rem;
    }
    .language-line { grid-column: 1 / -1; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; color: var(--quiet); }
    .language-line p { margin: 0; }
    .language-bar input {
      min-inline-size: 0;
      padding: 0.45em 0.8em;
      border: 1px solid var(--quiet);
      border-radius: 0.4rem;
      background: var(--raised);
      font-size: 1rem;
    }
    .language-bar input::placeholder { color: var(--quiet); opacity: 1; }
    #language-list { flex: 1; overflow-y: auto; overscroll-behavior: contain; padding: 0 0.5rem 1rem; }
    #language-list [role="group"] {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr));
      gap: 0 0.5rem;
      padding-block: 0.3rem;
      border-block-end: 1px solid var(--line);
    }
    #language-list [role="group"]:last-child { border-block-end: 0; }
    .language-group { grid-column: 1 / -1; padding: 0.35rem 0.5rem 0.1rem; font-weight: 700; font-size: 0.8125rem; }
    #language-list [role="option"] {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      column-gap: 0.5rem;
      padding: 0.3rem 0.5rem;
      border-radius: 0.35rem;
      cursor: pointer;
    }
    #language-list small { color: var(--quiet); font-size: 0.8125rem; }
    #language-list [role="option"] [lang] { font-family: var(--ui-font); }
    #language-list .is-current { font-weight: 700; color: var(--accent); }
    #language-list [aria-selected="true"] { background: var(--ink); color: var(--paper); }
    #language-list [aria-selected="true"] small { color: inherit; }
    """#
}
