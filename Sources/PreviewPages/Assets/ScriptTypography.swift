/// Typefaces, leading and line breaking for each script.
///
/// The stacks name the Noto face first, then what Windows, macOS and Android bring. Nothing is
/// justified and nothing is letter-spaced anywhere, so joined scripts keep their joins.
enum ScriptTypography {
  static let css = #"""
    :root, [lang] {
      --text-font: "Noto Serif", Charter, "Iowan Old Style", "Source Serif 4", Cambria, Georgia, serif;
      --title-font: var(--text-font);
      --ui-font: "Noto Sans", system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
      --leading: 1.62;
      --title-leading: 1.18;
      --title-leading-loose: 1.4;
      --ui-leading: 1.5;
      --measure: 40rem;
    }
    :lang(ar) {
      --text-font: "Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", "Noto Sans Arabic", "Noto Serif", Georgia, serif;
      --ui-font: "Noto Sans Arabic", "Segoe UI", "Geeza Pro", Tahoma, "Noto Sans", system-ui, sans-serif;
      --leading: 1.9; --title-leading: 1.45; --title-leading-loose: 1.7; --ui-leading: 1.75;
    }
    :lang(ur) {
      --text-font: "Noto Nastaliq Urdu", "Jameel Noori Nastaleeq", "Urdu Typesetting", "Noto Serif", Georgia, serif;
      --title-font: var(--text-font);
      --ui-font: "Noto Nastaliq Urdu", "Jameel Noori Nastaleeq", "Urdu Typesetting", "Noto Sans", system-ui, sans-serif;
      --leading: 2.4; --title-leading: 2.1; --title-leading-loose: 2.2; --ui-leading: 2.3;
    }
    :lang(hi) {
      --text-font: "Noto Serif Devanagari", "Kohinoor Devanagari", "Nirmala UI", Mangal, "Noto Serif", Georgia, serif;
      --ui-font: "Noto Sans Devanagari", "Kohinoor Devanagari", "Nirmala UI", "Noto Sans", system-ui, sans-serif;
      --leading: 1.8; --title-leading: 1.4; --title-leading-loose: 1.6; --ui-leading: 1.65;
    }
    :lang(bn) {
      --text-font: "Noto Serif Bengali", "Kohinoor Bangla", "Nirmala UI", Vrinda, "Noto Serif", Georgia, serif;
      --ui-font: "Noto Sans Bengali", "Kohinoor Bangla", "Nirmala UI", "Noto Sans", system-ui, sans-serif;
      --leading: 1.8; --title-leading: 1.4; --title-leading-loose: 1.6; --ui-leading: 1.65;
    }
    :lang(ta) {
      --text-font: "Noto Serif Tamil", "Tamil Sangam MN", "Nirmala UI", Latha, "Noto Serif", Georgia, serif;
      --ui-font: "Noto Sans Tamil", "Tamil Sangam MN", "Nirmala UI", "Noto Sans", system-ui, sans-serif;
      --leading: 1.75; --title-leading: 1.4; --title-leading-loose: 1.6; --ui-leading: 1.65;
    }
    :lang(kn) {
      --text-font: "Noto Serif Kannada", "Kannada Sangam MN", "Nirmala UI", Tunga, "Noto Serif", Georgia, serif;
      --ui-font: "Noto Sans Kannada", "Kannada Sangam MN", "Nirmala UI", "Noto Sans", system-ui, sans-serif;
      --leading: 1.85; --title-leading: 1.45; --title-leading-loose: 1.65; --ui-leading: 1.7;
    }
    :lang(th) {
      --text-font: "Noto Serif Thai", "Noto Sans Thai Looped", Thonburi, "Leelawadee UI", "Noto Serif", Georgia, serif;
      --ui-font: "Noto Sans Thai", Thonburi, "Leelawadee UI", "Noto Sans", system-ui, sans-serif;
      --leading: 1.9; --title-leading: 1.5; --title-leading-loose: 1.7; --ui-leading: 1.75;
    }
    :lang(ja) {
      --text-font: "Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif;
      --title-font: "Noto Serif CJK JP", "Noto Serif JP", "Hiragino Mincho ProN", "Yu Mincho", serif;
      --ui-font: var(--text-font);
    }
    :lang(zh) {
      --text-font: "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
      --title-font: "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", SimSun, serif;
      --ui-font: var(--text-font);
    }
    :lang(zh-Hant) {
      --text-font: "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", sans-serif;
      --title-font: "Noto Serif CJK TC", "Noto Serif TC", "Songti TC", PMingLiU, serif;
    }
    :lang(ko) {
      --text-font: "Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif;
      --title-font: "Noto Serif CJK KR", "Noto Serif KR", AppleMyungjo, Batang, serif;
      --ui-font: var(--text-font);
      word-break: keep-all;
    }
    :lang(ja), :lang(zh) { line-break: strict; }
    :is(h1, h2, blockquote, .contents a):lang(ja) { word-break: auto-phrase; }
    :lang(ja), :lang(zh), :lang(ko) {
      --leading: 1.85; --title-leading: 1.38; --title-leading-loose: 1.65; --ui-leading: 1.6;
    }
    :lang(vi) { --leading: 1.7; --title-leading: 1.3; }
    article [lang] { font-family: var(--text-font); }
    :is(h1, h2, blockquote) [lang] { font-family: var(--title-font); }
    :is(.site-header, .site-footer, .contents, .contents h2, figcaption, .byline, .attribution) [lang] { font-family: var(--ui-font); }
    article { hyphens: auto; }
    h1, h2, .contents, .byline { hyphens: manual; }
    :is(h1, h2):lang(de), :is(h1, h2):lang(fi), :is(h1, h2):lang(hu) { hyphens: auto; }
    :is(:lang(ar), :lang(ur), :lang(hi), :lang(bn), :lang(ta), :lang(kn), :lang(th), :lang(ja), :lang(zh), :lang(ko)) em { font-style: normal; font-weight: 600; }
    ol:lang(ar) { list-style-type: arabic-indic; }
    ol:lang(bn) { list-style-type: bengali; }
    """#
}
