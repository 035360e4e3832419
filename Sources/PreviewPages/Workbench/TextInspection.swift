public import Diagnostics
public import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

extension SitePages {
  /// What the workbench tells about every text of a locale's page, as JSON.
  ///
  /// - Parameters:
  ///   - edits: Whether texts may be saved; the page then shows the means to.
  ///   - token: What a request that saves has to say.
  ///   - broken: What keeps files from being shown as they are.
  public func inspection(
    in locale: LocaleIdentifier, edits: Bool = false, token: String? = nil, broken: [Finding] = []
  ) -> String? {
    guard locales.contains(locale), let template = templates.first else { return nil }
    let texts = texts(of: template, in: locale)
    let sourceTexts = locale == site.source ? texts : self.texts(of: template, in: site.source)
    var seen: Set<String> = []
    let keys = (template.keys + SelectorWords.keys).filter { seen.insert($0).inserted }
    return JSONText.text(
      .object([
        ("locale", .string(locale.tag)),
        ("source", .string(site.source.tag)),
        ("isSource", .bool(locale == site.source)),
        ("dir", .string(languages.direction(of: locale))),
        ("sourceDir", .string(languages.direction(of: site.source))),
        ("edits", .bool(edits)),
        ("token", token.map(JSONText.Value.string) ?? .null),
        ("broken", .array(broken.map(Self.json))),
        (
          "texts",
          .array(keys.compactMap { key in texts[key].map { inspect($0, in: locale, sourceTexts) } })
        ),
      ]))
  }

  private func inspect(
    _ text: PageText, in locale: LocaleIdentifier, _ sourceTexts: [String: PageText]
  ) -> JSONText.Value {
    let source = entries[site.source]?[text.key]
    let own = entries[locale]?[text.key]
    return .object([
      ("key", .string(text.key)),
      ("text", own.map { .string($0.text) } ?? .null),
      ("source", source.map { .string($0.text) } ?? .null),
      ("shown", .string(text.plain)),
      ("from", text.locale.map { .string($0.tag) } ?? .null),
      ("description", source?.metadata.description.map(JSONText.Value.string) ?? .null),
      ("maxLength", source?.metadata.maxLength.map(JSONText.Value.number) ?? .null),
      ("length", .number(text.plain.count)),
      ("sourceLength", .number(sourceTexts[text.key]?.plain.count ?? 0)),
      ("state", own?.metadata.state.map { .string($0.rawValue) } ?? .null),
      (
        "marks",
        .array(TextMark.allCases.filter(text.marks.contains).map { .string($0.rawValue) })
      ),
      ("findings", .array((findings[locale]?[text.key] ?? []).map(Self.json))),
      ("problems", .array((text.problems.map(\.description) + text.errors).map { .string($0) })),
      ("arguments", .array(arguments(of: source))),
      ("pages", .array(uses(of: text.key))),
      ("inSelector", .bool(SelectorWords.keys.contains(text.key))),
      ("listedIn", .array(listOwners(of: text.key).map { .string($0) })),
    ])
  }

  /// Where a key is shown: the pages, and how often as HTML and as plain text.
  private func uses(of key: String) -> [JSONText.Value] {
    templates.compactMap { template in
      let elements = template.pieces.count { piece in
        if case .messageAsHTML(key, _) = piece { true } else { false }
      }
      let attributes = template.pieces.count { piece in
        if case .messageAsText(key, _, _) = piece { true } else { false }
      }
      guard elements + attributes > 0 else { return nil }
      return .object([
        ("name", .string(template.name)), ("elements", .number(elements)),
        ("attributes", .number(attributes)),
      ])
    }
  }

  /// The messages whose lists are made of a key's text among others.
  private func listOwners(of key: String) -> [String] {
    (entries[site.source] ?? [:]).keys.filter { listKeys(of: $0).contains(key) }.sorted()
  }

  static func json(_ finding: Finding) -> JSONText.Value {
    var members: [(String, JSONText.Value)] = [
      ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
      ("message", .string(finding.message)), ("help", finding.help.map { .string($0) } ?? .null),
      ("file", .string(finding.file)),
    ]
    if let start = finding.range?.start {
      members += [("line", .number(start.line)), ("column", .number(start.column))]
    }
    return .object(members)
  }

  private func arguments(of entry: CatalogEntry?) -> [JSONText.Value] {
    guard let placeholders = entry?.metadata.placeholders else { return [] }
    return placeholders.sorted { $0.key < $1.key }.map { name, placeholder in
      .object([
        ("name", .string(name)),
        ("kind", .string(placeholder.kind.rawValue)),
        ("description", placeholder.description.map(JSONText.Value.string) ?? .null),
        ("example", placeholder.example.map(JSONText.Value.string) ?? .null),
        ("values", .array(placeholder.values.map { .string($0) })),
      ])
    }
  }
}
