/// The look of the pages that show several pages: side by side, and all at once.
enum SheetStyle {
  static let css = #"""
    :root { color-scheme: light dark; }
    * { box-sizing: border-box; }
    body { margin: 0; font: 0.875rem/1.5 "Noto Sans", system-ui, sans-serif; background: Canvas; color: CanvasText; }
    header { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; padding: 0.6rem 1rem; border-block-end: 1px solid color-mix(in srgb, CanvasText 25%, Canvas); }
    h1 { margin: 0; font-size: 1rem; }
    a { color: LinkText; }
    header nav { display: flex; flex-wrap: wrap; gap: 0.2rem 0.8rem; }
    header nav a[aria-current] { color: inherit; font-weight: 700; text-decoration: none; }
    .texts { max-inline-size: 60rem; margin: 0; padding: 0.5rem 1rem 2rem; list-style: none; }
    .texts li { padding-block: 0.35rem; border-block-end: 1px solid color-mix(in srgb, CanvasText 15%, Canvas); }
    .texts a { font-family: "Noto Sans Mono", ui-monospace, monospace; }
    .texts b { padding-inline: 0.4em; border: 1px solid; border-radius: 0.3em; font-size: 0.75rem; }
    .texts span { display: block; font-size: 1rem; }
    :is(.texts, .text) [lang] { font-family: var(--ui-font); line-height: var(--leading); }
    .text { max-inline-size: 46rem; padding: 0.5rem 1rem 2rem; }
    .text h2 { margin: 1.2rem 0 0.3rem; font-size: 0.875rem; }
    .text p { margin-block: 0.4rem; }
    .text pre, .text div, .text textarea { inline-size: 100%; margin: 0; padding: 0.5rem 0.7rem; border: 1px solid color-mix(in srgb, CanvasText 35%, Canvas); border-radius: 0.35rem; font-size: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
    .text :is(button, select) { font: inherit; padding: 0.25rem 0.8rem; }
    .pair { display: grid; grid-template-columns: 1fr 1fr; block-size: calc(100vh - 3.2rem); }
    iframe { border: 0; background: Canvas; }
    .pair iframe { inline-size: 100%; block-size: 100%; }
    .pair iframe + iframe { border-inline-start: 2px solid color-mix(in srgb, CanvasText 25%, Canvas); }
    .sheet { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; padding: 1rem; margin: 0; list-style: none; }
    .sheet li { overflow: hidden; border: 1px solid color-mix(in srgb, CanvasText 25%, Canvas); border-radius: 0.5rem; }
    .sheet a { display: flex; justify-content: space-between; gap: 0.5rem; padding: 0.3rem 0.6rem; color: inherit; }
    .frame { block-size: 20rem; overflow: hidden; position: relative; }
    .frame iframe { inline-size: 1000px; block-size: 1334px; transform: scale(0.24); transform-origin: 0 0; pointer-events: none; position: absolute; inset-block-start: 0; left: 0; }
    """#
}
