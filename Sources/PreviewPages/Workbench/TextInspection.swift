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
        ("texts", .array(keys.compactMap { key in texts[key].map { inspect($0, in: locale) } })),
      ]))
  }

  private func inspect(_ text: PageText, in locale: LocaleIdentifier) -> JSONText.Value {
    let source = entries[site.source]?[text.key]
    let own = entries[locale]?[text.key]
    let uses = templates.filter { $0.keys.contains(text.key) }.map(\.name)
    let attributes = templates.flatMap(\.pieces).contains { piece in
      if case .messageAsText(text.key, _, _) = piece { true } else { false }
    }
    return .object([
      ("key", .string(text.key)),
      ("text", own.map { .string($0.text) } ?? .null),
      ("source", source.map { .string($0.text) } ?? .null),
      ("shown", .string(text.plain)),
      ("from", text.locale.map { .string($0.tag) } ?? .null),
      ("description", source?.metadata.description.map(JSONText.Value.string) ?? .null),
      ("maxLength", source?.metadata.maxLength.map(JSONText.Value.number) ?? .null),
      ("length", .number(text.plain.count)),
      ("state", own?.metadata.state.map { .string($0.rawValue) } ?? .null),
      (
        "marks",
        .array(TextMark.allCases.filter(text.marks.contains).map { .string($0.rawValue) })
      ),
      ("findings", .array((findings[locale]?[text.key] ?? []).map(Self.json))),
      ("problems", .array((text.problems.map(\.description) + text.errors).map { .string($0) })),
      ("arguments", .array(arguments(of: source))),
      ("pages", .array(uses.map { .string($0) })),
      ("inAttribute", .bool(attributes)),
    ])
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
