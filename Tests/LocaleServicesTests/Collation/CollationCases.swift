import LocaleIdentifiers
import LocaleServices

/// Runs the sections of ICU's `collationtest.txt` that name a locale. Those with rules of their own
/// need a function that the project has no use for, and are counted.
struct CollationCases {
  var checked = 0
  var skippedSections = 0
  var failures: [String] = []
  private var locale: String?
  private var attributes: [String: String] = [:]
  private var collator: Collator?
  private var previous: String?

  static func run(_ file: String) throws -> CollationCases {
    var cases = CollationCases()
    for line in file.split(whereSeparator: \.isNewline) { try cases.read(String(line)) }
    return cases
  }

  private mutating func read(_ line: String) throws {
    let text = String(line.prefix { $0 != "#" })
    if text.hasPrefix("@") {
      let words = text.dropFirst().split(whereSeparator: \.isWhitespace).map(String.init)
      attributes = [:]
      collator = nil
      switch words.first {
      case "root": locale = "und"
      case "locale":
        locale = words.dropFirst().first
      default:
        locale = nil
        skippedSections += 1
      }
    } else if text.hasPrefix("%") {
      let parts = text.dropFirst().filter { !$0.isWhitespace }.split(separator: "=").map(
        String.init)
      collator = nil
      if let key = Self.keys[parts.first ?? ""], let value = Self.values[parts.last ?? ""] {
        attributes[key] = value
      } else {
        locale = nil
        skippedSections += 1
      }
    } else if text.hasPrefix("* compare") {
      previous = nil
      if let locale, collator == nil {
        let keywords = attributes.sorted { $0.key < $1.key }.map { "-\($0)-\($1)" }.joined()
        let extended = locale.contains("-u-") ? locale + keywords : locale + "-u" + keywords
        let tag = keywords.isEmpty ? locale : extended
        guard let identifier = LocaleIdentifier(tag) else {
          self.locale = nil
          skippedSections += 1
          return
        }
        collator = try Collator(locale: identifier)
      }
    } else if let collator, text.hasPrefix("=") || text.hasPrefix("<") {
      guard let space = text.firstIndex(of: " ") else { return }
      let value = Self.unescaped(text[space...].trimmingSpaces)
      let expected: Collator.Order = text.hasPrefix("=") ? .same : .ascending
      if let value, let previous = self.previous ?? Optional("") {
        checked += 1
        if collator.compare(previous, value) != expected {
          failures.append("\(collator.locale): \(previous) \(line)")
        }
      }
      previous = value
    }
  }

  private static let keys = [
    "strength": "ks", "alternate": "ka", "caseFirst": "kf", "caseLevel": "kc", "backwards": "kb",
    "numeric": "kn", "maxVariable": "kv", "normalization": "kk",
  ]
  private static let values = [
    "primary": "level1", "secondary": "level2", "tertiary": "level3", "quaternary": "level4",
    "identical": "identic", "shifted": "shifted", "non-ignorable": "noignore", "upper": "upper",
    "lower": "lower", "off": "false", "on": "true", "space": "space", "punct": "punct",
    "symbol": "symbol", "currency": "currency",
  ]

  /// Resolves `\u0300`, `\x01`, `\U00010300`; nil for what is no text, such as a lone surrogate.
  private static func unescaped(_ text: String) -> String? {
    var result = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
      guard character == "\\" else {
        result.append(character)
        continue
      }
      guard let kind = rest.popFirst() else { return nil }
      let digits: Int
      switch kind {
      case "u": digits = 4
      case "U": digits = 8
      case "x": digits = 2
      case "\\", "#", "'", "\"":
        result.append(kind)
        continue
      default: return nil
      }
      let code = rest.prefix(digits)
      rest = rest.dropFirst(digits)
      guard code.count == digits, let value = UInt32(code, radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return nil }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    let start = firstIndex { $0 != " " && $0 != "\t" } ?? endIndex
    let end = lastIndex { $0 != " " && $0 != "\t" }.map { index(after: $0) } ?? start
    return String(self[start..<end])
  }
}
