import Diagnostics
public import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// One text to be shown, and changed, by a browser without scripts.
public struct TextForm: Sendable {
  public var locale: LocaleIdentifier
  public var key: String
  /// What a request that saves has to say; nil where texts are read-only.
  public var token: String?
  /// What was typed and could not be saved.
  public var typed: String?
  /// What became of the last try to save.
  public var notice: String?
  /// The number of the change that can be taken back, where one was just saved.
  public var undo: Int?

  public init(
    locale: LocaleIdentifier, key: String, token: String? = nil, typed: String? = nil,
    notice: String? = nil, undo: Int? = nil
  ) {
    self.locale = locale
    self.key = key
    self.token = token
    self.typed = typed
    self.notice = notice
    self.undo = undo
  }

  /// Where a text is shown in this way.
  public static func address(of key: String, in locale: LocaleIdentifier) -> String {
    "/_/text?locale=\(locale.tag)&key=\(encoded(key))"
  }

  /// A key as it stands in an address.
  static func encoded(_ key: String) -> String {
    var encoded = ""
    for byte in key.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.utf8.count < 2 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return encoded
  }
}

extension SitePages {
  /// The texts of a locale's page as a list of links, for a browser without scripts.
  ///
  /// - Parameter mark: Only the texts that bear it.
  public func textList(in locale: LocaleIdentifier, mark: TextMark? = nil) -> String? {
    guard locales.contains(locale), let template = templates.first else { return nil }
    let texts = texts(of: template, in: locale)
    let tag = HTMLEscaping.attribute(locale.tag)
    var html = SheetPage.head("Texts of \(locale.tag)")
    html += "<header><h1>Texts of \(tag)</h1><nav aria-label=\"Show only\">"
    html += "<a href=\"/_/texts/\(tag)/\"\(mark == nil ? " aria-current=\"page\"" : "")>All</a>"
    for choice in TextMark.allCases {
      html += " <a href=\"/_/texts/\(tag)/?mode=\(choice.rawValue)\""
      html += "\(mark == choice ? " aria-current=\"page\"" : "")>\(choice.label)</a>"
    }
    html += "</nav><a href=\"/\(tag)/\">The page</a></header>\n<main>\n<ul class=\"texts\">\n"
    var seen: Set<String> = []
    for key in template.keys + SelectorWords.keys where seen.insert(key).inserted {
      guard let text = texts[key], mark.map(text.marks.contains) ?? true else { continue }
      let address = HTMLEscaping.attribute(TextForm.address(of: key, in: locale))
      html += "<li><a href=\"\(address)\">\(HTMLEscaping.text(key))</a>"
      for mark in TextMark.allCases where text.marks.contains(mark) {
        html += " <b>\(mark.label)</b>"
      }
      html += " \(Self.quoted(text.plain, text.locale ?? locale, text.direction))</li>\n"
    }
    return html + "</ul>\n</main>\n</body>\n</html>\n"
  }

  /// One text: what it says, what it should say, and the means to change it.
  public func page(for form: TextForm) -> String? {
    let trial = TextTrial(locale: form.locale, key: form.key, text: form.typed)
    guard let source = entry(form.key, in: site.source), let result = result(of: trial) else {
      return nil
    }
    let own = entry(form.key, in: form.locale)
    let tag = HTMLEscaping.attribute(form.locale.tag)
    let key = HTMLEscaping.text(form.key)
    var html = SheetPage.head("\(form.key) in \(form.locale.tag)")
    html += "<header><h1>\(key)</h1><a href=\"/_/texts/\(tag)/\">All texts</a> "
    html +=
      "<a href=\"/\(tag)/?key=\(TextForm.encoded(form.key))\">The page</a></header>\n<main class=\"text\">\n"
    if let notice = form.notice {
      html += "<p role=\"status\"><strong>\(HTMLEscaping.text(notice))</strong></p>\n"
    }
    if let undo = form.undo, let token = form.token {
      html += "<form method=\"post\" action=\"/_/undo\" accept-charset=\"utf-8\">"
      html += Self.hidden([
        ("token", token), ("locale", form.locale.tag), ("key", form.key), ("undo", String(undo)),
      ])
      html += "<p><button>Undo</button></p></form>\n"
    }
    if let description = source.metadata.description {
      html += "<p>\(HTMLEscaping.text(description))</p>\n"
    }
    if form.locale != site.source {
      let direction = languages.direction(of: site.source)
      html += "<h2>Source (\(HTMLEscaping.text(site.source.tag)))</h2>\n"
      html += "<pre \(Self.language(site.source, direction))>"
      html += "\(HTMLEscaping.text(source.text))</pre>\n"
    }
    html += fields(of: form, own, source)
    for finding in findings[form.locale]?[form.key] ?? [] {
      html += "<p><strong>\(HTMLEscaping.text(finding.rule))</strong> "
      html += "\(HTMLEscaping.text(finding.message))"
      html += "\(finding.help.map { ": " + HTMLEscaping.text($0) } ?? "")</p>\n"
    }
    for diagnostic in result.diagnostics {
      html += "<p><strong>\(HTMLEscaping.text(diagnostic.message))</strong></p>\n"
    }
    if let output = result.output {
      let language = Self.language(result.locale, languages.direction(of: result.locale))
      html += "<h2>Shown</h2>\n<div \(language)>\(output.html)</div>\n"
      if !result.variants.isEmpty { html += "<h2>Variants</h2>\n" }
      for variant in result.variants {
        html += "<p>\(HTMLEscaping.text(variant.label))</p>\n"
        html += "<div \(language)>\(variant.html)</div>\n"
      }
    }
    return html + "</main>\n</body>\n</html>\n"
  }

  private func fields(of form: TextForm, _ own: CatalogEntry?, _ source: CatalogEntry) -> String {
    let language = Self.language(form.locale, languages.direction(of: form.locale))
    let written = own?.text ?? (form.locale == site.source ? source.text : "")
    let state = own?.metadata.state
    var html = "<h2 id=\"message\">Message (\(HTMLEscaping.text(form.locale.tag)))</h2>\n"
    guard let token = form.token else {
      html += "<pre \(language)>\(HTMLEscaping.text(own?.text ?? ""))</pre>\n"
      return html + "<p>State: \(state?.rawValue ?? "none")</p>\n"
    }
    html += "<form method=\"post\" action=\"/_/text\" accept-charset=\"utf-8\">\n"
    html += Self.hidden([
      ("token", token), ("locale", form.locale.tag), ("key", form.key), ("was", own?.text),
    ])
    // HTML drops a line break that comes right behind the tag.
    html += "<textarea name=\"text\" rows=\"8\" aria-labelledby=\"message\" \(language)>\n"
    html += "\(HTMLEscaping.text(form.typed ?? written))</textarea>\n<p><label>State "
    html += "<select name=\"state\">"
    html += "<option value=\"\">(unchanged: \(state?.rawValue ?? "none"))</option>"
    for choice in TranslationState.allCases { html += "<option>\(choice.rawValue)</option>" }
    return html + "</select></label> <button>Save</button></p>\n</form>\n"
  }

  /// Fields that a form sends without showing them.
  private static func hidden(_ fields: [(name: String, value: String?)]) -> String {
    fields.compactMap { name, value in
      value.map {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(HTMLEscaping.attribute($0))\">\n"
      }
    }.joined()
  }

  private static func language(_ locale: LocaleIdentifier, _ direction: String) -> String {
    "lang=\"\(HTMLEscaping.attribute(locale.tag))\" dir=\"\(direction)\""
  }

  private static func quoted(
    _ text: String, _ locale: LocaleIdentifier, _ direction: String
  ) -> String {
    "<span \(language(locale, direction))>\(HTMLEscaping.text(text))</span>"
  }
}
