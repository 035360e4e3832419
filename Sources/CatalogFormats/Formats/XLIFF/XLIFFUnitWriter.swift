import CatalogExchange
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Writes one message as a unit, or as a group of units where it has variants.
struct XLIFFUnitWriter {
  let version: XLIFFVersion
  /// The identifiers that are taken.
  private var identifiers: Set<String> = []
  private let locale: LocaleIdentifier
  /// Made when a message without a translation needs it: it takes a while.
  private lazy var planner = try? VariantPlanner(locale: locale)

  init(_ version: XLIFFVersion, _ locale: LocaleIdentifier) {
    self.version = version
    self.locale = locale
  }

  mutating func take(_ identifier: String) { identifiers.insert(identifier) }

  /// - Parameter identifier: The one that the message has in the file already.
  mutating func source(
    _ entry: ExchangeEntry, _ source: Message, _ translation: Message?, identifier: String?
  ) -> Result<String, TaggedPatternFault> {
    let identifier = identifier ?? freeIdentifier(entry.key)
    var details = [("key", identifier == entry.key ? nil : entry.key)]
    let head = Self.head(of: source)
    let targetHead = translation.map { Self.head(of: $0) } ?? head
    var isSelect = false
    for case .select? in [source, translation] { isSelect = true }
    if !head.isEmpty || isSelect { details.append(("head", head)) }
    if targetHead != head { details.append(("target-head", targetHead)) }
    details.append(("source", entry.metadata.source))
    details.append(("exported", entry.exported))
    if version == .version2 {
      details.append(("maxLength", entry.metadata.maxLength.map(String.init)))
    }
    let lines =
      isSelect
      ? group(entry, source, translation, identifier, details)
      : unit(
        identifier, details, entry, indent: "    ",
        Texts(source: source.patterns.first, target: translation?.patterns.first))
    return lines.map { $0.map { $0 + "\n" }.joined() }
  }

  private struct Texts {
    var source: Pattern?
    var target: Pattern?
    var isForSourceOnly = false
  }

  private typealias Details = [(String, String?)]

  // MARK: A unit

  private func unit(
    _ identifier: String, _ details: Details, _ entry: ExchangeEntry?, indent: String,
    state: TranslationState? = nil, _ texts: Texts
  ) -> Result<[String], TaggedPatternFault> {
    var codes = XLIFFCodes(version)
    let source: String
    var target: String?
    switch codes.source(of: texts.source ?? Pattern([])) {
    case .success(let text): source = text
    case .failure(let fault): return .failure(fault)
    }
    if let pattern = texts.target {
      switch codes.source(of: pattern) {
      case .success(let text): target = text
      case .failure(let fault): return .failure(fault)
      }
    }
    let state = entry?.metadata.state ?? state
    let id = XMLText.attribute(identifier)
    let translate = texts.isForSourceOnly ? " translate=\"no\"" : ""
    let inner = indent + "  "
    var lines: [String] = []
    switch version {
    case .version2:
      lines.append("\(indent)<unit id=\"\(id)\"\(translate)>")
      lines += self.details(details, inner) + notes(entry, inner)
      if !codes.data.isEmpty {
        lines.append("\(inner)<originalData>")
        for (index, data) in codes.data.enumerated() {
          lines.append("\(inner)  <data id=\"d\(index + 1)\">\(XMLText.escaped(data))</data>")
        }
        lines.append("\(inner)</originalData>")
      }
      let attribute = state.map { " state=\"\($0.rawValue)\"" } ?? ""
      lines.append("\(inner)<segment\(attribute)>")
      lines.append("\(inner)  <source>\(source)</source>")
      if let target { lines.append("\(inner)  <target>\(target)</target>") }
      lines += ["\(inner)</segment>", "\(indent)</unit>"]
    case .version1:
      let size = entry?.metadata.maxLength.map { " maxwidth=\"\($0)\" size-unit=\"char\"" } ?? ""
      lines.append("\(indent)<trans-unit id=\"\(id)\"\(size)\(translate)>")
      lines.append("\(inner)<source>\(source)</source>")
      let attribute =
        state.map { " state=\"\($0.xliff1Name(hasTarget: target != nil))\"" } ?? ""
      if let target {
        lines.append("\(inner)<target\(attribute)>\(target)</target>")
      } else if state != nil, !texts.isForSourceOnly {
        lines.append("\(inner)<target\(attribute)/>")
      }
      lines += notes(entry, inner) + self.details(details, inner)
      lines.append("\(indent)</trans-unit>")
    }
    return .success(lines)
  }

  private func notes(_ entry: ExchangeEntry?, _ indent: String) -> [String] {
    guard let description = entry?.metadata.description else { return [] }
    let note = "<note>\(XMLText.escaped(description))</note>"
    guard version == .version2 else { return [indent + note] }
    return ["\(indent)<notes>", "\(indent)  \(note)", "\(indent)</notes>"]
  }

  private func details(_ details: Details, _ indent: String) -> [String] {
    let present = details.compactMap { detail in detail.1.map { (detail.0, $0) } }
    guard !present.isEmpty else { return [] }
    if version == .version1 {
      return present.map { name, value in
        "\(indent)<note from=\"langue\">\(name): \(XMLText.escaped(value))</note>"
      }
    }
    return ["\(indent)<mda:metadata>", "\(indent)  <mda:metaGroup category=\"langue\">"]
      + present.map { name, value in
        "\(indent)    <mda:meta type=\"\(name)\">\(XMLText.escaped(value))</mda:meta>"
      } + ["\(indent)  </mda:metaGroup>", "\(indent)</mda:metadata>"]
  }

  // MARK: A group

  private mutating func group(
    _ entry: ExchangeEntry, _ source: Message, _ translation: Message?, _ identifier: String,
    _ details: Details
  ) -> Result<[String], TaggedPatternFault> {
    let id = XMLText.attribute(identifier)
    let size =
      version == .version1
      ? entry.metadata.maxLength.map { " maxwidth=\"\($0)\" size-unit=\"char\"" } ?? "" : ""
    let type = version == .version1 ? " restype=\"x-langue-select\"\(size)" : ""
    var lines = ["    <group id=\"\(id)\"\(type)>"]
    lines +=
      version == .version2
      ? self.details(details, "      ") + notes(entry, "      ")
      : notes(entry, "      ") + self.details(details, "      ")
    let planner = translation == nil ? self.planner : nil
    for pair in XLIFFVariants(source, translation, planner: planner).pairs {
      let keys = pair.targetKeys ?? pair.sourceKeys ?? ""
      let unit = unit(
        freeIdentifier(identifier + "-" + keys),
        [
          ("source-keys", pair.sourceKeys), ("target-keys", pair.targetKeys),
        ], nil, indent: "      ", state: pair.targetKeys == nil ? nil : entry.metadata.state,
        Texts(
          source: pair.source, target: pair.target, isForSourceOnly: pair.targetKeys == nil))
      switch unit {
      case .success(let unit): lines += unit
      case .failure(let fault): return .failure(fault)
      }
    }
    return .success(lines + ["    </group>"])
  }

  /// What stands in front of a message's patterns.
  private static func head(of message: Message) -> String {
    var notes = PlaceholderNotes()
    notes.add(declarationsOf: message)
    return notes.lines.joined(separator: "\n")
  }

  /// An identifier for a key: a name token, and no other unit's.
  private mutating func freeIdentifier(_ key: String) -> String {
    let name = String(
      String.UnicodeScalarView(
        key.unicodeScalars.map {
          $0.properties.isXIDContinue || $0 == "." || $0 == "-" ? $0 : "_"
        }))
    let base = name.isEmpty ? "_" : name
    var free = base
    var number = 2
    while !identifiers.insert(free).inserted {
      free = "\(base)_\(number)"
      number += 1
    }
    return free
  }
}
