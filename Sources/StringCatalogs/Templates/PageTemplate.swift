public import Diagnostics

/// A page's HTML with places for messages: `Strings/<page>.html`, parsed.
///
/// There are two kinds of tags and no logic:
///
///     <h1>{{{head.title}}}</h1>              the message as HTML, its markup as elements
///     <input placeholder="{{search.hint}}">  the message as plain text, escaped
///     <html lang="{{page.lang}}">            a value of the page, escaped
///     {{{page.selector}}}                    a part of the page, ready-made HTML
///
/// The parser follows the HTML around the tags, so that a message as HTML stands only where
/// elements may stand, and a message as text never in a script, a style or an address.
public struct PageTemplate: Sendable {
  public enum Piece: Hashable, Sendable {
    /// HTML of the template, copied.
    case html(String)
    /// A message whose markup becomes elements.
    case messageAsHTML(key: String, span: Range<Int>)
    /// A message as plain text, in an attribute, a title or running text.
    case messageAsText(key: String, span: Range<Int>, attribute: Bool)
    case page(PageValue, span: Range<Int>)
  }

  /// The page's name: the file's, without its ending.
  public var name: String
  /// The file's path below the site's folder.
  public var path: String
  /// The file's bytes, which spans count in.
  public var bytes: [UInt8]
  public var pieces: [Piece]

  public init(name: String, path: String, bytes: [UInt8], pieces: [Piece]) {
    self.name = name
    self.path = path
    self.bytes = bytes
    self.pieces = pieces
  }

  /// The keys that the template shows, each once, in the order of the page.
  public var keys: [String] {
    var seen: Set<String> = []
    return pieces.compactMap { piece in
      switch piece {
      case .messageAsHTML(let key, _), .messageAsText(let key, _, _):
        seen.insert(key).inserted ? key : nil
      case .html, .page: nil
      }
    }
  }

  /// Every place where the template shows a key: where the key itself stands in its tag, in UTF-8
  /// bytes of the file.
  public var keyPlaces: [(key: String, span: Range<Int>)] {
    pieces.compactMap { piece in
      switch piece {
      case .messageAsHTML(let key, let span), .messageAsText(let key, let span, _):
        (key, inner(span))
      case .html, .page: nil
      }
    }
  }

  /// The values of the page that the template shows.
  public var values: Set<PageValue> {
    Set(
      pieces.compactMap { piece in
        if case .page(let value, _) = piece { value } else { nil }
      })
  }

  /// What stands in a tag, without its braces and spaces.
  private func inner(_ tag: Range<Int>) -> Range<Int> {
    let around: Set<UInt8> = [UInt8(ascii: "{"), UInt8(ascii: "}"), 0x20, 0x09]
    let text = bytes[tag]
    guard let first = text.firstIndex(where: { !around.contains($0) }),
      let last = text.lastIndex(where: { !around.contains($0) })
    else { return tag }
    return first..<(last + 1)
  }
}

/// What a template can ask of the page beside its messages.
public enum PageValue: String, Hashable, Sendable, CaseIterable {
  /// The page's language as a BCP 47 tag.
  case lang
  /// `ltr` or `rtl`.
  case dir
  /// The folder of the site's pictures, as seen from the page.
  case assets
  /// The links, the policy and the structured data of `<head>`.
  case head
  /// The language selector.
  case selector
  /// The scripts at the end of `<body>`.
  case scripts

  /// Whether the value is HTML, which `{{{…}}}` alone may show.
  public var isHTML: Bool {
    switch self {
    case .lang, .dir, .assets: false
    case .head, .selector, .scripts: true
    }
  }
}

/// A template and every fault in its text.
public struct TemplateParseResult: Sendable {
  public var template: PageTemplate
  public var findings: [Finding]

  public init(template: PageTemplate, findings: [Finding]) {
    self.template = template
    self.findings = findings
  }
}
