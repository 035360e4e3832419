import CatalogExchange
import Diagnostics
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Writes Apple's `.stringsdict`.
///
/// In a file that was read, only changed strings are written; new ones stand at its end.
struct StringsDictWriter {
  private var log: WritingLog
  private var rewriting: Rewriting
  private let hasZero: Bool

  private static let skeleton = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE plist PUBLIC "\(PropertyListDocument.doctype)" \
    "http://www.apple.com/DTDs/PropertyListDocument-1.0.dtd">
    <plist version="1.0">
    <dict>
    </dict>
    </plist>

    """

  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    let bytes = Rewriting.document(of: catalog) ?? Array(skeleton.utf8)
    let read: (CatalogFile) -> ExchangeCatalog = { StringsDictReader.read($0, context) }
    var writer = StringsDictWriter(
      log: WritingLog("stringsdict", context.locale),
      rewriting: Rewriting(bytes, read: read(CatalogFile(path: "", bytes: bytes))),
      hasZero: StringsDictStrings.hasZero(context))
    guard let list = try? PropertyListDocument(parsing: bytes) else {
      return FormatOutput(
        bytes: bytes, findings: read(CatalogFile(path: "", bytes: bytes)).findings)
    }
    writer.write(catalog.entries, list.dictionary)
    writer.log.reportLost(catalog.entries, carries: [.description])
    writer.rewriting.verify(&writer.log, read: read)
    return FormatOutput(bytes: writer.rewriting.output(), findings: writer.log.findings)
  }

  /// A file that Apple's Foundation loads at run time, and nobody translates: without comments.
  ///
  /// - Returns: nil where none of the entries can be written.
  static func runTimeFile(
    of entries: [ExchangeEntry], _ context: FormatContext, _ log: inout WritingLog
  ) -> [UInt8]? {
    let nothing = ExchangeCatalog(locale: context.locale, sourceLocale: context.source)
    var writer = StringsDictWriter(
      log: log, rewriting: Rewriting(Array(skeleton.utf8), read: nothing),
      hasZero: StringsDictStrings.hasZero(context))
    let members = entries.compactMap { entry in
      writer.string(entry).map { Self.member(entry.key, $0.content) }
    }
    log = writer.log
    guard !members.isEmpty else { return nil }
    return Array(skeleton.replacing("</dict>", with: members.joined() + "</dict>").utf8)
  }

  private static func member(_ key: String, _ content: String) -> String {
    "  <key>\(XMLText.escaped(key))</key>\n  <dict>\(content)\n  </dict>\n"
  }

  private mutating func write(_ entries: [ExchangeEntry], _ dictionary: XMLNode) {
    var places: [String: PropertyListDocument.Member] = [:]
    for member in PropertyListDocument.members(of: dictionary) { places[member.name] = member }
    var added = ""
    for entry in entries where rewriting.isChanged(entry) {
      guard let string = string(entry) else { continue }
      guard let place = places[entry.key] else {
        let comment = MessageComment.source(
          description: entry.metadata.description, notes: string.notes)
        if let comment { added += "  \(comment)\n" }
        added += Self.member(entry.key, string.content)
        continue
      }
      let old = MessageComment(place.comment)
      if string.notes.lines != old.notes.lines {
        let comment = MessageComment.source(description: old.description, notes: string.notes)
        if let span = old.span {
          rewriting.replace(span, with: comment ?? "")
        } else if let comment {
          let start = place.key.span.lowerBound
          rewriting.replace(start..<start, with: comment + "\n  ")
        }
      }
      rewriting.replace(place.value.span, with: "<dict>\(string.content)\n  </dict>")
    }
    guard !added.isEmpty else { return }
    if dictionary.isSelfClosing {
      rewriting.replace(dictionary.span, with: "<dict>\n\(added)</dict>")
    } else {
      let text = dictionary.source(dictionary.content)
      let space = text.utf8.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
      let end = dictionary.content.upperBound - space
      rewriting.replace(end..<end, with: (text.contains("\n") ? "" : "\n") + added)
    }
  }

  // MARK: One string

  private mutating func string(
    _ entry: ExchangeEntry
  ) -> (content: String, notes: PlaceholderNotes)? {
    guard let translation = entry.translation else { return nil }
    guard let message = translation.message else {
      log.take(translation.parsed.diagnostics, of: entry.key)
      return nil
    }
    if XMLText.impossibleScalar(in: entry.key) != nil {
      log.leaveOut(entry.key, "no XML document can hold its key")
      return nil
    }
    var pieces: [PluralFactors.Piece]
    var selectors: [VariableReference] = []
    switch message {
    case .pattern(let message): pieces = [.common(message.pattern)]
    case .select(let message):
      for meaning in message.selectorMeanings() where meaning.kind != .plural(.cardinal) {
        log.leaveOut(entry.key, "it chooses by something else than counts")
        return nil
      }
      guard let factors = PluralFactors(message) else {
        log.leaveOut(
          entry.key, "its numbers do not vary apart from each other",
          help: "a `.stringsdict` has a text with a changing place for each number")
        return nil
      }
      pieces = factors.pieces
      selectors = message.selectors
    }
    let positions = Self.positions(of: entry, Self.arguments(pieces, selectors.map(\.name)))
    // One argument alone needs no number.
    let isAlone = positions.count == 1 && positions.values.first == 1
    var known: [Int: String] = [:]
    for selector in selectors { known[positions[selector.name] ?? 1] = selector.name }
    let dialect = StringsDictDialect(
      names: known, own: isAlone ? selectors.first?.name : nil, positions: positions)
    var writer = PlaceholderWriter(dialect)
    var format = ""
    var variables = ""
    for piece in pieces {
      switch piece {
      case .common(let pattern): format += writer.text(of: pattern)
      case .varying(let selector, let forms):
        let name = selectors[selector].name
        let position = positions[name] ?? 1
        format += isAlone ? "%#@\(name)@" : "%\(position)$#@\(name)@"
        guard let variable = variable(name, forms, entry.key, message, &writer) else { return nil }
        variables += variable
      }
    }
    if let fault = writer.faults.first ?? Self.fault(format + variables) {
      log.leaveOut(entry.key, fault)
      return nil
    }
    var notes = writer.notes
    if !Self.isNatural(message) { notes.add(declarationsOf: message) }
    rewriting.note(written: message, for: entry.key)
    let key = "\n    <key>NSStringLocalizedFormatKey</key>\n    <string>"
    return (key + XMLText.escaped(format) + "</string>" + variables, notes)
  }

  private static func fault(_ text: String) -> String? {
    XMLText.impossibleScalar(in: text).map {
      "no XML document can hold U+\(String($0.value, radix: 16, uppercase: true))"
    }
  }

  private mutating func variable(
    _ name: String, _ forms: [(key: VariantKey, pattern: Pattern)], _ key: String,
    _ message: Message, _ writer: inout PlaceholderWriter
  ) -> String? {
    let isDecimal = message.function(annotating: name)?.name != "integer"
    var source = """

          <key>\(XMLText.escaped(name))</key>
          <dict>
            <key>NSStringFormatSpecTypeKey</key>
            <string>NSStringPluralRuleType</string>
            <key>NSStringFormatValueTypeKey</key>
            <string>\(isDecimal ? "g" : "ld")</string>
      """
    for (formKey, pattern) in forms {
      let category: String
      switch formKey {
      case .catchall: category = "other"
      case .literal(let literal):
        if PluralCategory(rawValue: literal.value) != nil {
          category = literal.value
        } else if literal.value == "0", !hasZero {
          category = "zero"
        } else {
          log.leaveOut(key, "it has a text for exactly \(literal.value)")
          return nil
        }
      }
      source += "\n      <key>\(category)</key>"
      source += "\n      <string>\(XMLText.escaped(writer.text(of: pattern)))</string>"
    }
    return source + "\n    </dict>"
  }

  /// The places that a program hands the arguments over at, from 1: those of the source's message in its
  /// order, so that a translation may turn them around or leave one out; else those of the text.
  private static func positions(of entry: ExchangeEntry, _ names: [String]) -> [String: Int] {
    let places = entry.source == nil ? nil : ArgumentPlaces(entry)
    var positions: [String: Int] = [:]
    for (index, name) in names.enumerated() { positions[name] = (places?[name] ?? index) + 1 }
    return positions
  }

  /// The names of the arguments in the order of the text, the numbers that it varies by among them.
  private static func arguments(
    _ pieces: [PluralFactors.Piece], _ selectors: [String]
  ) -> [String] {
    var names: [String] = []
    func add(_ name: String?) {
      if let name, !names.contains(name) { names.append(name) }
    }
    for piece in pieces {
      switch piece {
      case .common(let pattern): for element in pattern.elements { add(element.variableName) }
      case .varying(let selector, let forms):
        add(selectors[selector])
        for form in forms {
          for element in form.pattern.elements { add(element.variableName) }
        }
      }
    }
    // Arguments that came by their positions keep them, where all others agree.
    let byPosition = names.enumerated().allSatisfy { index, name in
      !name.hasPrefix("arg") || Int(name.dropFirst(3)) == nil || name == "arg\(index + 1)"
    }
    return byPosition ? names : names.sorted { Self.position($0) < Self.position($1) }
  }

  private static func position(_ name: String) -> Int {
    name.hasPrefix("arg") ? Int(name.dropFirst(3)) ?? Int.max : Int.max
  }

  /// Whether the message's declarations are what the reader makes of the variables.
  private static func isNatural(_ message: Message) -> Bool {
    guard case .select(let select) = message else { return message.declarations.isEmpty }
    return select.declarations.count == select.selectors.count
      && zip(select.declarations, select.selectors).allSatisfy { declaration, selector in
        guard case .input(let input) = declaration else { return false }
        return input.name == selector.name
          && (input.value.function == FunctionReference("integer")
            || input.value.function == FunctionReference("number"))
      }
  }
}
