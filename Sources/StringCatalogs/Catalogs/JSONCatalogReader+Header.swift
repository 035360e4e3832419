import Diagnostics
import LocaleIdentifiers

extension JSONCatalogReader {
  /// What the `@@` fields say about the whole file.
  struct Header {
    var syntax = MessageSyntaxKind.messageFormat2
    var state: TranslationState?
  }

  /// The fields of a file. Those that start with `@@x-` are for other tools and are passed over.
  static let headerFields = ["@@locale", "@@syntax", "@@state", "@@comment"]

  /// Reads the `@@` fields, wherever they stand in the file.
  mutating func readHeader(_ root: JSONValue) -> Header {
    var header = Header()
    var seen: [String: Range<Int>] = [:]
    for member in root.members where member.key.mayStart(with: UInt8(ascii: "@")) {
      guard let name = member.key.string, name.hasPrefix("@@"), !name.hasPrefix("@@x-") else {
        continue
      }
      let span = Self.content(of: member.key.span)
      if let first = seen[name] {
        let place = lines.position(at: first.lowerBound)
        report(
          "duplicate-key", .error, "`\(name)` stands twice", at: span,
          help: "the first is on line \(place.line), column \(place.column); keep one of them")
        continue
      }
      seen[name] = span
      guard Self.headerFields.contains(name) else {
        let nearest = NearestName.of(name, among: Self.headerFields)
        report(
          "unknown-field", .warning, "unknown field `\(name)`", at: span,
          help: nearest.map { "did you mean `\($0)`?" }
            ?? "the fields are `@@locale`, `@@syntax`, `@@state` and `@@comment`")
        continue
      }
      readHeaderField(name, member.value, &header)
    }
    return header
  }

  private mutating func readHeaderField(
    _ name: String, _ value: JSONValue, _ header: inout Header
  ) {
    guard let text = value.string else {
      report(
        "invalid-value", .error, "`\(name)` must be a string, not \(value.kind.name)",
        at: value.span, help: "put it in double quotes")
      return
    }
    switch name {
    case "@@locale": checkLocale(text, at: value.span)
    case "@@syntax":
      guard let syntax = MessageSyntaxKind(rawValue: text) else {
        report(
          "invalid-value", .error, "unknown syntax `\(text.prefix(64))`", at: value.span,
          help: "write `mf2` for MessageFormat 2 or `icu` for ICU MessageFormat 1")
        return
      }
      header.syntax = syntax
    case "@@state":
      guard let state = TranslationState(rawValue: text) else {
        report(
          "invalid-value", .error, "unknown state `\(text.prefix(64))`", at: value.span,
          help: MetadataReader.statesHelp)
        return
      }
      header.state = state
    default: break
    }
  }

  private mutating func checkLocale(_ text: String, at span: Range<Int>) {
    guard let written = LocaleIdentifier(text) else {
      report(
        "malformed-locale", .error, "`\(text.prefix(64))` is not a locale", at: span,
        help: "write `\(locale)`, as the folder says")
      return
    }
    guard written != locale else { return }
    report(
      "wrong-locale", .error, "the file says `\(written)`, but stands in the folder of `\(locale)`",
      at: span, help: "move the file to `Strings/\(written)`, or write `\(locale)`")
  }
}
