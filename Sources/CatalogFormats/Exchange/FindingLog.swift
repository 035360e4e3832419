import Diagnostics
import LocaleIdentifiers
import StringCatalogs

/// Collects what is wrong with one file, with lines and columns.
struct FindingLog {
  private(set) var findings: [Finding] = []
  private let file: CatalogFile
  private let locale: LocaleIdentifier
  /// Made at the first finding: most files have none.
  private var lines: LineIndex?
  private var places: [String: Range<Int>] = [:]

  init(_ file: CatalogFile, _ locale: LocaleIdentifier) {
    self.file = file
    self.locale = locale
  }

  mutating func report(
    _ rule: String, _ message: String, at span: Range<Int>, severity: Severity = .error,
    key: String? = nil, help: String? = nil
  ) {
    let lines = self.lines ?? LineIndex(file.bytes)
    self.lines = lines
    findings.append(
      Finding(
        rule: rule, severity: severity, locale: locale.tag, key: key, file: file.path,
        range: lines.range(span), message: message, help: help))
  }

  mutating func report(_ fault: Diagnostic) {
    report(
      fault.code, fault.message, at: fault.span, severity: fault.severity, help: fault.help)
  }

  /// The file as JSON; nil after saying what is wrong with it.
  mutating func json() -> JSONDocument? {
    do {
      return try JSONDocument(parsing: file.bytes)
    } catch {
      report(error)
      return nil
    }
  }

  /// Whether a value is an object, as JSON catalogues are; else says so.
  mutating func expectsMessages(in value: JSONValue) -> Bool {
    if value.kind == .object { return true }
    report("invalid-catalog", "expected an object of messages", at: value.span)
    return false
  }

  /// Whether a key is new and the file not too long; else says so.
  mutating func admit(_ key: String, at span: Range<Int>) -> Bool {
    if let first = places.updateValue(span, forKey: key) {
      places[key] = first
      let lines = self.lines ?? LineIndex(file.bytes)
      self.lines = lines
      let place = lines.position(at: first.lowerBound)
      let shown = key.replacing("\u{4}", with: " ").prefix(80)
      report(
        "duplicate-key", "the key `\(shown)` stands twice", at: span, key: key,
        help: "the first is on line \(place.line), column \(place.column); keep one of them")
      return false
    }
    guard places.count <= 100_000 else {
      if places.count == 100_001 {
        report(
          "too-many-messages", "more than 100000 messages; those from here on were not read",
          at: span, help: "split the file into several")
      }
      return false
    }
    return true
  }
}
