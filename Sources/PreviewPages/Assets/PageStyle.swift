/// The page's own look: colors, measure, header, article, footer.
///
/// Only logical properties are used, so that Arabic and Urdu mirror without a rule of their own.
enum PageStyle {
  static let css = #"""
    :root {
      color-scheme: light dark;
      --paper: #fbfaf7;
      --raised: #ffffff;
      --ink: #1f1d1a;
      --quiet: #5f5a52;
      --line: #ddd7cb;
      --accent: #8f2d3f;
      --focus: #1f5fbf;
      --mark: #f6e7b8;
      --side: clamp(1rem, 4vw, 2.5rem);
      --contents: 15rem;
      --gutter: 4.5rem;
      /* What stands above, beside and below the text shares its outer edges. */
      --frame: calc(var(--contents) + var(--gutter) + var(--measure));
    }
    @media (prefers-color-scheme: dark) {
      :root:not([data-theme="light"]) {
        --paper: #17181b;
        --raised: #202226;
        --ink: #e9e6df;
        --quiet: #aaa59b;
        --line: #383b41;
        --accent: #f0a5ae;
        --focus: #8ab8ff;
        --mark: #4d431d;
      }
    }
    :root[data-theme="dark"] {
      color-scheme: dark;
      --paper: #17181b;
      --raised: #202226;
      --ink: #e9e6df;
      --quiet: #aaa59b;
      --line: #383b41;
      --accent: #f0a5ae;
      --focus: #8ab8ff;
      --mark: #4d431d;
    }
    :root[data-theme="light"] { color-scheme: light; }

    *, *::before, *::after { box-sizing: border-box; }
    html {
      background: var(--paper);
      color: var(--ink);
      text-size-adjust: 100%;
      -webkit-text-size-adjust: 100%;
      scroll-padding-block-start: 1.5rem;
    }
    body {
      margin: 0;
      font-family: var(--text-font);
      font-size: clamp(1.0625rem, 0.98rem + 0.35vw, 1.1875rem);
      line-height: var(--leading);
      text-align: start;
      overflow-wrap: break-word;
    }
    a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 0.06em; }
    a:hover { text-decoration-thickness: 0.12em; }
    :focus-visible { outline: 0.16rem solid var(--focus); outline-offset: 0.16rem; }
    [tabindex="-1"]:focus { outline: none; }
    button, input, summary { font: inherit; font-family: var(--ui-font); color: inherit; }
    button {
      padding: 0.3em 0.9em;
      border: 1px solid var(--line);
      border-radius: 0.4rem;
      background: var(--raised);
      cursor: pointer;
      line-height: var(--ui-leading);
    }
    button:hover { border-color: var(--quiet); }
    [hidden] { display: none !important; }
    abbr[title] { text-decoration: underline dotted var(--quiet) 0.06em; text-underline-offset: 0.2em; }
    code { font-family: "Noto Sans Mono", ui-monospace, Consolas, monospace; font-size: 0.9em; }

    .skip {
      position: absolute;
      inset-block-start: -20rem;
      inset-inline-start: 1rem;
      padding: 0.5rem 1rem;
      background: var(--raised);
      border-radius: 0 0 0.4rem 0.4rem;
      font-family: var(--ui-font);
      z-index: 10;
    }
    .skip:focus { inset-block-start: 0; }

    .site-header, .site-footer {
      inline-size: min(100% - 2 * var(--side), var(--frame));
      margin-inline: auto;
      font-family: var(--ui-font);
      font-size: 0.875rem;
      line-height: var(--ui-leading);
    }
    .site-header {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      gap: 0.9rem 1.5rem;
      padding-block: 0.9rem;
      border-block-end: 1px solid var(--line);
    }
    .site-header p { margin: 0; }

    .site-search {
      flex: 1 1 18rem;
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.3rem 0.4rem;
      max-inline-size: 30rem;
      margin-inline: auto;
    }
    .site-search label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .site-search input {
      min-inline-size: 0;
      inline-size: 100%;
      padding: 0.3em 0.8em;
      border: 1px solid var(--quiet);
      border-radius: 0.4rem;
      background: var(--raised);
      line-height: var(--ui-leading);
    }
    .site-search input::placeholder { color: var(--quiet); opacity: 1; }
    .site-search .search-prompt { grid-column: 1 / -1; color: var(--quiet); font-size: 0.8125rem; }

    .theme-switch { display: none; }
    .scripted .theme-switch { display: flex; flex-wrap: wrap; }
    .theme-switch button { border-radius: 0; margin-inline-start: -1px; padding-inline: 0.7em; }
    .theme-switch button:first-child { border-start-start-radius: 0.4rem; border-end-start-radius: 0.4rem; }
    .theme-switch button:last-child { border-start-end-radius: 0.4rem; border-end-end-radius: 0.4rem; }
    .theme-switch button[aria-pressed="true"] { background: var(--ink); color: var(--paper); border-color: var(--ink); }

    .cart {
      flex: 1 0 100%;
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.2rem 1.25rem;
      padding-block-start: 0.6rem;
      border-block-start: 1px solid var(--line);
      color: var(--quiet);
    }
    .cart h2 { margin: 0; font-family: inherit; font-size: inherit; line-height: inherit; color: var(--ink); }
    .cart-subtotal { color: var(--ink); font-weight: 600; }
    .cart-added { flex-basis: 100%; }
    .cart-remove {
      padding: 0;
      border: 0;
      background: none;
      color: var(--accent);
      text-decoration: underline;
      text-underline-offset: 0.18em;
      text-align: start;
    }

    main { padding-inline: var(--side); }
    article { max-inline-size: var(--frame); margin-inline: auto; padding-block: clamp(1.75rem, 5vw, 4rem); }
    article > * { max-inline-size: var(--measure); margin-inline: auto; }
    h1, h2 {
      font-family: var(--title-font);
      line-height: var(--title-leading);
      font-weight: 700;
      text-wrap: balance;
      break-after: avoid;
    }
    h1 { margin: 0 0 0.6em; font-size: clamp(1.9rem, 1.35rem + 2.6vw, 3rem); }
    h2 { margin: 2.6em 0 0.6em; font-size: clamp(1.35rem, 1.2rem + 0.7vw, 1.7rem); }
    p { margin: 0 0 1.1em; text-wrap: pretty; }
    .lead { font-size: 1.175em; color: var(--quiet); }
    .byline {
      display: flex;
      flex-wrap: wrap;
      gap: 0.2rem 1.5rem;
      margin: 0;
      padding: 0;
      list-style: none;
      font-family: var(--ui-font);
      font-size: 0.875rem;
      line-height: var(--ui-leading);
      color: var(--quiet);
    }
    section > ul, section > ol { margin: 0 0 1.3em; padding-inline-start: 1.5em; }
    section li { margin-block-end: 0.6em; padding-inline-start: 0.25em; }
    section li::marker { color: var(--accent); }

    .contents { margin-block-start: 2.2rem; font-family: var(--ui-font); font-size: 0.9375rem; line-height: var(--ui-leading); }
    .contents h2 { margin: 0 0 0.5rem; font-family: inherit; font-size: 0.875rem; line-height: inherit; color: var(--quiet); }
    .contents ol { margin: 0; padding: 0; list-style: none; border-inline-start: 2px solid var(--line); }
    .contents li { margin: 0; padding-inline-start: 0.9rem; }
    .contents a { display: inline-block; padding-block: 0.2rem; color: inherit; text-decoration: none; text-wrap: pretty; }
    .contents a:hover { color: var(--accent); text-decoration: underline; }

    figure { margin: 2.2em 0; }
    figure img { display: block; inline-size: 100%; block-size: auto; border-radius: 0.5rem; }
    figcaption { margin-block-start: 0.6em; font-family: var(--ui-font); font-size: 0.875rem; line-height: var(--ui-leading); color: var(--quiet); }
    :root[data-theme="dark"] figure img { filter: brightness(0.86); }
    @media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) figure img { filter: brightness(0.86); } }
    blockquote {
      margin: 2em 0 0.6em;
      padding-inline-start: 1.25rem;
      border-inline-start: 0.25rem solid var(--accent);
      font-family: var(--title-font);
      font-size: 1.35em;
      line-height: var(--title-leading-loose);
    }
    blockquote p { margin: 0; text-wrap: balance; }
    .attribution { padding-inline-start: 1.5rem; font-family: var(--ui-font); font-size: 0.9375rem; color: var(--quiet); }

    #faq details { border-block-start: 1px solid var(--line); }
    #faq details:last-of-type { border-block-end: 1px solid var(--line); }
    #faq summary { padding-block: 0.75rem; font-weight: 600; line-height: var(--title-leading-loose); cursor: pointer; }
    #faq summary::marker { color: var(--accent); }
    #faq details p { margin-block: 0 1rem; padding-inline-start: 1.1rem; }
    #references { font-size: 0.9375em; }

    .site-footer {
      padding-block: 1.5rem 2.5rem;
      border-block-start: 1px solid var(--line);
      color: var(--quiet);
    }
    .site-footer p { margin: 0 0 0.35rem; }

    @media (max-width: 40rem) {
      /* The two choices that need few words share a line. */
      .site-header { column-gap: 0.75rem; justify-content: space-between; }
      .languages-label { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
      .site-search { order: 1; flex-basis: 100%; max-inline-size: none; }
      .cart { order: 2; }
    }
    @media (min-width: 70rem) {
      article {
        display: grid;
        grid-template-columns: var(--contents) minmax(0, var(--measure));
        column-gap: var(--gutter);
      }
      article > * { grid-column: 2; margin-inline: 0; inline-size: 100%; }
      article > .contents {
        grid-column: 1;
        grid-row: 1 / span 14;
        position: sticky;
        inset-block-start: 1.5rem;
        align-self: start;
        max-block-size: calc(100vh - 3rem);
        overflow-y: auto;
        margin-block-start: 0.6rem;
      }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
    @media print {
      :root, :root[data-theme] { --paper: #fff; --raised: #fff; --ink: #000; --quiet: #333; --line: #bbb; --accent: #000; color-scheme: light; }
      .skip, .site-header, .contents { display: none !important; }
      body { font-size: 10.5pt; }
      article { display: block; padding: 0; max-inline-size: none; }
      article > * { max-inline-size: none; }
      figure, blockquote, li { break-inside: avoid; }
      #faq details::details-content { content-visibility: visible; block-size: auto; }
      section a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; overflow-wrap: anywhere; }
      @page { margin: 18mm 20mm; }
    }
    """#
}
