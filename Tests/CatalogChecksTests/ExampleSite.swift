import CatalogChecks
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// A check's example made into a small site, with the places where findings are expected.
struct ExampleSite {
  var site: Site
  var source: LocaleCatalogs
  var target: LocaleCatalogs?
  var templates: [TemplateParseResult]
  var glossary: Glossary
  /// Offsets of the marks, by file.
  var expected: [String: Set<Int>]

  init(_ example: CheckExample) throws {
    let sourceLocale = try requireLocale(example.sourceLocale)
    let targetLocale = try requireLocale(example.targetLocale)
    var expected: [String: Set<Int>] = [:]
    source = Self.catalogs(
      sourceLocale, example, expected: &expected, text: \.source, isSource: true)
    let hasTarget = example.rows.contains { $0.target != nil }
    target =
      hasTarget
      ? Self.catalogs(
        targetLocale, example, expected: &expected, text: \.target, isSource: false)
      : nil
    templates =
      example.template.map { text in
        let (plain, marks) = Self.unmarked(text)
        if !marks.isEmpty { expected["Strings/page.html"] = Set(marks) }
        return [
          PageTemplate.parse(
            name: "page", path: "Strings/page.html", bytes: Array(plain.utf8))
        ]
      } ?? []
    glossary = Glossary(terms: example.terms)

    var manifest: [UInt8] = []
    var spans: [(label: String, span: Range<Int>)] = []
    for (_, label) in example.labels {
      let (plain, marks) = Self.unmarked(label)
      if !marks.isEmpty { expected["Locales/site.json", default: []].insert(manifest.count) }
      spans.append((plain, manifest.count..<manifest.count + plain.utf8.count))
      manifest += Array(plain.utf8) + [0x0A]
    }
    let lines = LineIndex(manifest)
    var entries: [SiteEntry] = []
    for (index, label) in example.labels.enumerated() {
      entries.append(
        SiteEntry(
          isDefault: label.locale == example.sourceLocale,
          locale: try requireLocale(label.locale), label: spans[index].label,
          endonym: example.endonyms[label.locale], labelSpan: lines.range(spans[index].span)))
    }
    if example.labels.isEmpty {
      let nowhere = lines.range(0..<0)
      entries = [
        SiteEntry(isDefault: true, locale: sourceLocale, label: "Default", labelSpan: nowhere),
        SiteEntry(locale: targetLocale, label: example.targetLocale, labelSpan: nowhere),
      ]
    }
    site = Site(
      root: "/", source: sourceLocale, entries: entries,
      manifest: CatalogFile(path: "Locales/site.json", bytes: manifest))
    self.expected = expected
  }

  /// The same site with its catalogues as files of JSON, with other messages behind the example's.
  func readFromFiles(_ others: [(source: String, target: String)]) throws -> ExampleSite {
    func read(_ catalogs: LocaleCatalogs, _ others: [String]) -> LocaleCatalogs {
      let read = catalogs.catalogs.enumerated().map { index, catalog in
        var members: [JSONTree.Member] = []
        for entry in catalog.entries {
          members.append(.init(entry.key, .string(entry.text)))
          let metadata = Self.json(entry.metadata)
          if !metadata.isEmpty { members.append(.init("@" + entry.key, .object(metadata))) }
        }
        if index == 0 {
          members += others.enumerated().map { .init("other.\($0)", .string($1)) }
        }
        let syntax = catalog.entries.first?.syntax ?? .messageFormat2
        members.insert(.init("@@syntax", .string(syntax.rawValue)), at: 0)
        return CatalogReader.json.read(
          CatalogFile(
            path: catalog.file.path, bytes: Array(JSONTree.object(members).text().utf8)),
          catalog.locale)
      }
      return LocaleCatalogs(locale: catalogs.locale, catalogs: read)
    }
    var site = self
    site.source = read(source, others.map(\.source))
    site.target = target.map { read($0, others.map(\.target)) }
    return site
  }

  private static func json(_ metadata: EntryMetadata) -> [JSONTree.Member] {
    var members: [JSONTree.Member] = []
    if let text = metadata.description { members.append(.init("description", .string(text))) }
    if let length = metadata.maxLength { members.append(.init("maxLength", .integer(length))) }
    if let state = metadata.state { members.append(.init("state", .string(state.rawValue))) }
    if let source = metadata.source { members.append(.init("source", .string(source))) }
    let placeholders = metadata.placeholders.sorted { $0.key < $1.key }.map { name, placeholder in
      var fields: [JSONTree.Member] = [.init("type", .string(placeholder.kind.rawValue))]
      if !placeholder.values.isEmpty {
        fields.append(.init("values", .array(placeholder.values.map { .string($0) })))
      }
      return JSONTree.Member(name, .object(fields))
    }
    if !placeholders.isEmpty { members.append(.init("placeholders", .object(placeholders))) }
    return members
  }

  /// What a check finds, as offsets by file.
  func findings(of check: Check) throws -> [Finding] {
    let runner = CheckRunner(
      site: site, checks: [check], templates: templates.map(\.template), glossary: glossary,
      found: templates.flatMap(\.findings))
    let prepared = try runner.prepare(source)
    var reports = [prepared.report]
    if let target { reports.append(try runner.check(target, against: prepared)) }
    return runner.findings(reports, source: prepared)
  }

  // MARK: Making catalogues

  private static func catalogs(
    _ locale: LocaleIdentifier, _ example: CheckExample, expected: inout [String: Set<Int>],
    text: KeyPath<CheckExample.Row, String?>, isSource: Bool
  ) -> LocaleCatalogs {
    // A key that comes twice goes into a second file: a reader of one file sees those itself.
    var rows: [[CheckExample.Row]] = [[], []]
    var keys: Set<String> = []
    for row in example.rows where row[keyPath: text] != nil {
      rows[keys.insert(unmarked(row.key).text).inserted ? 0 : 1].append(row)
    }
    let catalogs = zip(["a", "b"], rows).compactMap { name, rows -> Catalog? in
      guard !rows.isEmpty || name == "a" else { return nil }
      return catalog(
        locale, name, rows, example.syntax, expected: &expected, text: text, isSource: isSource)
    }
    return LocaleCatalogs(locale: locale, catalogs: catalogs)
  }

  private static func catalog(
    _ locale: LocaleIdentifier, _ name: String, _ rows: [CheckExample.Row],
    _ syntax: MessageSyntaxKind, expected: inout [String: Set<Int>],
    text: KeyPath<CheckExample.Row, String?>, isSource: Bool
  ) -> Catalog {
    let path = "Strings/\(locale)/\(name).json"
    var bytes: [UInt8] = []
    var entries: [CatalogEntry] = []
    for row in rows {
      let (key, keyMarks) = unmarked(row.key)
      let (value, marks) = unmarked(row[keyPath: text] ?? "")
      let keySpan = bytes.count..<bytes.count + key.utf8.count
      // A mark in a key that both languages have is meant for the source.
      if !keyMarks.isEmpty, isSource || row.source == nil {
        expected[path, default: []].insert(keySpan.lowerBound)
      }
      bytes += Array(key.utf8) + [UInt8(ascii: "=")]
      let valueSpan = bytes.count..<bytes.count + value.utf8.count
      expected[path, default: []].formUnion(marks.map { valueSpan.lowerBound + $0 })
      bytes += Array(value.utf8) + [0x0A]
      entries.append(
        CatalogEntry(
          key: key, keySpan: keySpan, text: value, valueSpan: valueSpan,
          offsets: OffsetMap(start: valueSpan.lowerBound), syntax: syntax,
          parsed: syntax.parse(value),
          metadata: metadata(row, isSource: isSource)))
    }
    return Catalog(
      locale: locale, name: name, file: CatalogFile(path: path, bytes: bytes), entries: entries,
      findings: [])
  }

  /// Each side has its own part of the metadata, as in a catalogue.
  private static func metadata(_ row: CheckExample.Row, isSource: Bool) -> EntryMetadata {
    var metadata = row.metadata
    if isSource {
      metadata.state = nil
      metadata.source = nil
    } else {
      metadata.description = nil
      metadata.maxLength = nil
      metadata.placeholders = [:]
    }
    return metadata
  }

  /// A text without its marks, and where they stood.
  static func unmarked(_ text: String) -> (text: String, marks: [Int]) {
    let mark = Array(CheckExample.mark.utf8)
    let bytes = Array(text.utf8)
    var plain: [UInt8] = []
    var marks: [Int] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: mark) {
        marks.append(plain.count)
        index += mark.count
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return (String(decoding: plain, as: UTF8.self), marks)
  }
}

struct NotALocale: Error { var tag: String }

func requireLocale(_ tag: String) throws -> LocaleIdentifier {
  guard let locale = LocaleIdentifier(tag) else { throw NotALocale(tag: tag) }
  return locale
}
