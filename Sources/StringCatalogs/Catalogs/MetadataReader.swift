import Diagnostics

/// Reads a message's `"@key"` object.
struct MetadataReader {
  static let fields = ["description", "maxLength", "state", "source", "placeholders"]
  static let placeholderFields = ["type", "description", "example", "values", "keys"]
  static let statesHelp = "the states are `initial`, `translated`, `reviewed` and `final`"

  let key: String
  private(set) var faults: [Diagnostic] = []

  init(key: String) {
    self.key = key
  }

  /// - Parameter state: What the file says for all its messages.
  mutating func read(_ value: JSONValue, state: TranslationState?) -> EntryMetadata {
    var metadata = EntryMetadata(state: state)
    for (name, value) in members(value, "metadata", Self.fields) {
      switch name {
      case "description": metadata.description = text(value, name)
      case "maxLength": metadata.maxLength = length(value)
      case "state": metadata.state = choice(value, name, help: Self.statesHelp) ?? state
      case "source": metadata.source = fingerprint(value)
      default: metadata.placeholders = placeholders(value)
      }
    }
    return metadata
  }

  private mutating func placeholders(_ value: JSONValue) -> [String: Placeholder] {
    guard value.kind == .object else {
      wrongKind("placeholders", "an object", value)
      return [:]
    }
    var placeholders: [String: Placeholder] = [:]
    for member in value.members {
      guard let name = member.key.string else { continue }
      if placeholders.updateValue(placeholder(member.value, name), forKey: name) != nil {
        report("duplicate-key", "the placeholder `\(name)` stands twice", member.key.span)
      }
    }
    return placeholders
  }

  private mutating func placeholder(_ value: JSONValue, _ name: String) -> Placeholder {
    var placeholder = Placeholder(kind: .string)
    for (name, value) in members(value, "the placeholder `\(name)`", Self.placeholderFields) {
      switch name {
      case "type":
        let kinds = Placeholder.Kind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        placeholder.kind = choice(value, name, help: "the types are \(kinds)") ?? .string
      case "description": placeholder.description = text(value, name)
      case "example": readExample(value, &placeholder)
      case "values": placeholder.values = texts(value, name)
      default: placeholder.keys = texts(value, name)
      }
    }
    return placeholder
  }

  private mutating func readExample(_ value: JSONValue, _ placeholder: inout Placeholder) {
    switch value.kind {
    case .array: placeholder.exampleItems = texts(value, "example")
    case .number: placeholder.example = value.numberText
    default: placeholder.example = text(value, "example")
    }
  }

  // MARK: Values

  /// The members with a known name, each once; the others are reported.
  private mutating func members(
    _ value: JSONValue, _ what: String, _ known: [String]
  ) -> [(String, JSONValue)] {
    guard value.kind == .object else {
      wrongKind("@\(key)", "an object", value)
      return []
    }
    var members: [(String, JSONValue)] = []
    for member in value.members {
      guard let name = member.key.string else { continue }
      let span = JSONCatalogReader.content(of: member.key.span)
      if !known.contains(name) {
        // Fields of other tools are theirs, as in ARB.
        if name.hasPrefix("x-") { continue }
        let nearest = NearestName.of(name, among: known)
        report(
          "unknown-field", "unknown field `\(name)` in \(what)", span, severity: .warning,
          help: nearest.map { "did you mean `\($0)`?" }
            ?? "the fields are \(known.map { "`\($0)`" }.joined(separator: ", "))")
      } else if !members.contains(where: { $0.0 == name }) {
        members.append((name, member.value))
      } else {
        report("duplicate-key", "the field `\(name)` stands twice", span, help: "keep one of them")
      }
    }
    return members
  }

  private mutating func text(_ value: JSONValue, _ name: String) -> String? {
    if let text = value.string { return text }
    wrongKind(name, "a string", value)
    return nil
  }

  private mutating func texts(_ value: JSONValue, _ name: String) -> [String] {
    guard value.kind == .array else {
      wrongKind(name, "an array", value)
      return []
    }
    return value.elements.compactMap { text($0, name) }
  }

  private mutating func length(_ value: JSONValue) -> Int? {
    if let length = value.integer, length > 0 { return length }
    report(
      "invalid-value", "`maxLength` must be a whole number above 0", value.span,
      help: "it counts characters as people see them")
    return nil
  }

  private mutating func choice<Choice: RawRepresentable<String>>(
    _ value: JSONValue, _ name: String, help: String
  ) -> Choice? {
    guard let text = text(value, name) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report("invalid-value", "unknown \(name) `\(text.prefix(64))`", value.span, help: help)
    return nil
  }

  private mutating func fingerprint(_ value: JSONValue) -> String? {
    guard let text = text(value, "source") else { return nil }
    if Fingerprint(text) != nil { return text }
    report(
      "invalid-value", "`source` is not a fingerprint", value.span,
      help: "it is 16 hexadecimal digits, written by `langue import`")
    return nil
  }

  private mutating func wrongKind(_ name: String, _ expected: String, _ value: JSONValue) {
    report("invalid-value", "`\(name)` must be \(expected), not \(value.kind.name)", value.span)
  }

  private mutating func report(
    _ code: String, _ message: String, _ span: Range<Int>, severity: Severity = .error,
    help: String? = nil
  ) {
    faults.append(
      Diagnostic(code: code, severity: severity, message: message, span: span, help: help))
  }
}
