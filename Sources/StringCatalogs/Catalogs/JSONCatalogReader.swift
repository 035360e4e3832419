import Diagnostics
import LocaleIdentifiers
import MessageSyntax

/// Reads a catalogue in the site's own format: a JSON object of messages, with `"@key"` metadata.
struct JSONCatalogReader {
  /// The greatest number of messages in a file.
  static let maximumMessages = 100_000
  /// The greatest length of a dotted key, in UTF-8 bytes.
  static let maximumKeyLength = 512

  let file: CatalogFile
  let locale: LocaleIdentifier
  /// Made for the first finding: most files have none.
  lazy var lines = LineIndex(file.bytes)
  var findings: [Finding] = []
  private var table: CatalogTable
  /// The metadata objects in the order of the file, each for a whole key.
  private var metadata: [MetadataObject] = []

  /// A `"@key"` object that waits for its message.
  private struct MetadataObject {
    var key: String
    var nameSpan: Range<Int>
    var value: JSONValue
  }

  init(file: CatalogFile, locale: LocaleIdentifier) {
    self.file = file
    self.locale = locale
    table = CatalogTable(bytes: file.bytes)
  }

  mutating func read() -> Catalog {
    do {
      let document = try JSONDocument(parsing: file.bytes)
      read(document)
    } catch {
      findings.append(Finding(error, locale: locale.tag, file: file.path, lines: lines))
    }
    return Catalog(
      locale: locale, name: file.catalogName, file: file, entries: CatalogEntries(table),
      findings: findings.sorted())
  }

  private mutating func read(_ document: JSONDocument) {
    if document.hasByteOrderMark {
      report(
        "byte-order-mark", .note, "the file starts with a byte order mark", at: 0..<3,
        help: "save it as UTF-8 without one")
    }
    guard document.root.kind == .object else {
      report(
        "invalid-value", .error, "a catalogue is an object, not \(document.root.kind.name)",
        at: document.root.span, help: "write `{ \"key\": \"message\" }`")
      return
    }
    let header = readHeader(document.root)
    table.syntax = header.syntax
    table.state = header.state
    // A catalogue without metadata holds a message for each two values.
    table.reserve(min(document.valueCount / 2, Self.maximumMessages))
    readMembers(of: document.root, prefix: "")
    attachMetadata()
    if table.count > Self.maximumMessages { reportTooMany() }
  }

  // MARK: Messages

  /// Reads the members of the file or of a nested object. JSON's own limit bounds the recursion.
  private mutating func readMembers(of object: JSONValue, prefix: String) {
    for member in object.members {
      guard table.count <= Self.maximumMessages else { continue }
      let span = Self.content(of: member.key.span)
      if member.key.mayStart(with: UInt8(ascii: "@")), let name = member.key.string,
        name.utf8.first == UInt8(ascii: "@")
      {
        readMetadataName(name, member, prefix: prefix)
        continue
      }
      if prefix.isEmpty, !member.key.hasEscapes, member.value.kind == .string,
        span.count <= Self.maximumKeyLength, fault(inKeyAt: span) == nil
      {
        add(member.value, key: nil, keySpan: span)
        continue
      }
      guard let name = member.key.string else { continue }
      let key = prefix + name
      guard isAcceptable(key, component: name, at: span) else { continue }
      switch member.value.kind {
      case .string: add(member.value, key: key, keySpan: span)
      case .object: readMembers(of: member.value, prefix: key + ".")
      default:
        report(
          "invalid-value", .error, "`\(key)` must be a message, not \(member.value.kind.name)",
          at: member.value.span, key: key, help: "put the message in double quotes")
      }
    }
  }

  /// - Parameter key: nil where it stands in the file as it is.
  private mutating func add(_ value: JSONValue, key: String?, keySpan: Range<Int>) {
    let known = table.add(
      value.span, hasEscapes: value.hasEscapes, name: keySpan, key: key)
    guard let known else { return }
    let key = key ?? String(decoding: file.bytes[keySpan], as: UTF8.self)
    reportDuplicate(key, at: keySpan, first: table.entry(known))
  }

  private mutating func isAcceptable(
    _ key: String, component: String, at span: Range<Int>
  ) -> Bool {
    if key.utf8.count > Self.maximumKeyLength {
      report(
        "invalid-key", .error,
        "a key of \(key.utf8.count) bytes, more than the \(Self.maximumKeyLength) that are read",
        at: span, help: "shorten it")
      return false
    }
    switch Self.fault(of: component.utf8) {
    case nil: return true
    case .emptyName:
      report(
        "invalid-key", .error,
        component.isEmpty ? "a key without a name" : "an empty name between dots in `\(key)`",
        at: span, help: "every part of a dotted key has a name, as in `cart.items`")
    case .controlCharacter:
      report("invalid-key", .error, "a control character in a key", at: span, help: "delete it")
    }
    return false
  }

  private enum KeyFault { case emptyName, controlCharacter }

  /// What is wrong with a key's text, by its bytes: U+0000 to U+001F and U+007F to U+009F are controls.
  private static func fault(of component: some Sequence<UInt8>) -> KeyFault? {
    var previous = UInt8(ascii: ".")
    var fault: KeyFault?
    for byte in component {
      if byte < 0x20 || byte == 0x7F || (previous == 0xC2 && byte < 0xA0) {
        return .controlCharacter
      }
      if byte == UInt8(ascii: "."), previous == byte { fault = .emptyName }
      previous = byte
    }
    return previous == UInt8(ascii: ".") ? .emptyName : fault
  }

  private func fault(inKeyAt span: Range<Int>) -> KeyFault? {
    file.bytes.withUnsafeBufferPointer { Self.fault(of: UnsafeBufferPointer(rebasing: $0[span])) }
  }

  private mutating func reportDuplicate(_ key: String, at span: Range<Int>, first: CatalogEntry) {
    let place = lines.position(at: first.keySpan.lowerBound)
    let isExact = first.key.utf8.elementsEqual(key.utf8)
    let way =
      if !isExact {
        "written with other code points, but the same character for character"
      } else if first.keySpan.count != span.count {
        "once nested, once dotted"
      } else {
        nil as String?
      }
    report(
      "duplicate-key", .error, "the key `\(key)` stands twice\(way.map { ", \($0)" } ?? "")",
      at: span, key: key,
      help: "the first is on line \(place.line), column \(place.column); keep one of them")
  }

  private mutating func reportTooMany() {
    let last = table.entry(table.count - 1)
    table.removeLast()
    report(
      "too-many-messages", .error,
      "more than \(Self.maximumMessages) messages; those from here on were not read",
      at: last.keySpan, help: "split the file into several catalogues")
  }

  // MARK: Metadata

  private mutating func readMetadataName(
    _ name: String, _ member: JSONValue.Member, prefix: String
  ) {
    if name.hasPrefix("@@") {
      if !prefix.isEmpty {
        report(
          "unknown-field", .warning, "`\(name)` inside a nested object",
          at: Self.content(of: member.key.span), help: "fields of the file stand at its top")
      }
      return
    }
    metadata.append(
      MetadataObject(
        key: prefix + name.dropFirst(), nameSpan: Self.content(of: member.key.span),
        value: member.value))
  }

  private mutating func attachMetadata() {
    table.metadata.reserveCapacity(metadata.count)
    // What was read for a message is known by its place; the others are few.
    var unknown: Set<String> = []
    // Made for the first object that stands twice.
    lazy var firsts = Dictionary(
      metadata.map { ($0.key, $0.nameSpan) }, uniquingKeysWith: { first, _ in first })
    for object in metadata {
      let key = object.key
      let place = table.place(of: key)
      let isKnown = place.map { table.metadata[$0] != nil } ?? !unknown.insert(key).inserted
      if isKnown, let first = firsts[key] {
        let place = lines.position(at: first.lowerBound)
        report(
          "duplicate-key", .error, "the metadata of `\(key)` stands twice", at: object.nameSpan,
          key: key,
          help: "the first is on line \(place.line), column \(place.column); keep one of them")
        continue
      }
      guard let place else {
        let nearest = NearestName.of(key, among: table.list.rows.indices.lazy.map(table.list.key))
        report(
          "unknown-key", .warning, "metadata for `\(key)`, which has no message",
          at: object.nameSpan, key: key,
          help: nearest.map { "did you mean `@\($0)`?" } ?? "write the message, or delete this")
        continue
      }
      var reader = MetadataReader(key: key)
      table.metadata[place] = reader.read(object.value, state: table.state)
      for fault in reader.faults {
        findings.append(
          Finding(fault, locale: locale.tag, key: key, file: file.path, lines: lines))
      }
    }
  }

  // MARK: Findings

  mutating func report(
    _ rule: String, _ severity: Severity, _ message: String, at span: Range<Int>,
    key: String? = nil, help: String? = nil
  ) {
    findings.append(
      Finding(
        rule: rule, severity: severity, locale: locale.tag, key: key, file: file.path,
        range: lines.range(span), message: message, help: help))
  }

  /// A string's place without its quotes.
  static func content(of span: Range<Int>) -> Range<Int> {
    guard span.count >= 2 else { return span }
    return span.lowerBound + 1..<span.upperBound - 1
  }
}
