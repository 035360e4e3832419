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
    let owners = listOwners
    let shown = keys.compactMap { key in
      texts[key].map { inspect($0, in: locale, sourceTexts, listedIn: owners[key] ?? []) }
    }
    var members: [JSONTree.Member] = []
    members.append(.init("locale", .string(locale.tag)))
    members.append(.init("source", .string(site.source.tag)))
    members.append(.init("isSource", .boolean(locale == site.source)))
    members.append(.init("dir", .string(languages.direction(of: locale))))
    members.append(.init("sourceDir", .string(languages.direction(of: site.source))))
    members.append(.init("edits", .boolean(edits)))
    members.append(.init("token", .string(token)))
    members.append(.init("broken", .array(broken.map(Self.json))))
    members.append(.init("texts", .array(shown)))
    return JSONTree.object(members).text(.compact)
  }

  private func inspect(
    _ text: PageText, in locale: LocaleIdentifier, _ sourceTexts: [String: PageText],
    listedIn owners: [String]
  ) -> JSONTree {
    let source = entry(text.key, in: site.source)
    let own = entry(text.key, in: locale)
    let marks = TextMark.allCases.filter(text.marks.contains).map(\.rawValue)
    let problems = text.problems.map(\.description) + text.errors
    let length = source?.metadata.maxLength.map { JSONTree.integer($0) }
    var members: [JSONTree.Member] = []
    members.append(.init("key", .string(text.key)))
    members.append(.init("text", .string(own?.text)))
    members.append(.init("source", .string(source?.text)))
    members.append(.init("shown", .string(text.plain)))
    members.append(.init("from", .string(text.locale?.tag)))
    members.append(.init("description", .string(source?.metadata.description)))
    members.append(.init("maxLength", length ?? .null))
    members.append(.init("length", .integer(text.plain.count)))
    members.append(.init("sourceLength", .integer(sourceTexts[text.key]?.plain.count ?? 0)))
    members.append(.init("state", .string(own?.metadata.state?.rawValue)))
    members.append(.init("marks", Self.strings(marks)))
    members.append(
      .init("findings", .array((findings[locale]?[text.key] ?? []).map(Self.json))))
    members.append(.init("problems", Self.strings(problems)))
    members.append(.init("arguments", .array(arguments(of: source))))
    members.append(.init("pages", .array(uses(of: text.key))))
    members.append(.init("inSelector", .boolean(SelectorWords.keys.contains(text.key))))
    members.append(.init("listedIn", Self.strings(owners)))
    return .object(members)
  }

  static func strings(_ texts: [String]) -> JSONTree { .array(texts.map { .string($0) }) }

  /// Where a key is shown: the pages, and how often as HTML and as plain text.
  private func uses(of key: String) -> [JSONTree] {
    templates.compactMap { template in
      let elements = template.pieces.count { piece in
        if case .messageAsHTML(key, _) = piece { true } else { false }
      }
      let attributes = template.pieces.count { piece in
        if case .messageAsText(key, _, _) = piece { true } else { false }
      }
      guard elements + attributes > 0 else { return nil }
      var members: [JSONTree.Member] = []
      members.append(.init("name", .string(template.name)))
      members.append(.init("elements", .integer(elements)))
      members.append(.init("attributes", .integer(attributes)))
      return .object(members)
    }
  }

  /// By key, the messages whose lists are made of its text among others.
  private var listOwners: [String: [String]] {
    var owners: [String: [String]] = [:]
    for owner in (catalogs[site.source].map { Array($0.keys) } ?? []).sorted() {
      for key in listKeys(of: owner) { owners[key, default: []].append(owner) }
    }
    return owners
  }

  static func json(_ finding: Finding) -> JSONTree {
    var members: [JSONTree.Member] = []
    members.append(.init("rule", .string(finding.rule)))
    members.append(.init("severity", .string(finding.severity.rawValue)))
    members.append(.init("message", .string(finding.message)))
    members.append(.init("help", .string(finding.help)))
    members.append(.init("file", .string(finding.file)))
    if let start = finding.range?.start {
      members.append(.init("line", .integer(start.line)))
      members.append(.init("column", .integer(start.column)))
    }
    return .object(members)
  }

  private func arguments(of entry: CatalogEntry?) -> [JSONTree] {
    guard let placeholders = entry?.metadata.placeholders else { return [] }
    return placeholders.sorted { $0.key < $1.key }.map { name, placeholder in
      var members: [JSONTree.Member] = []
      members.append(.init("name", .string(name)))
      members.append(.init("kind", .string(placeholder.kind.rawValue)))
      members.append(.init("description", .string(placeholder.description)))
      members.append(.init("example", .string(placeholder.example)))
      members.append(.init("values", Self.strings(placeholder.values)))
      return .object(members)
    }
  }
}
