/// A JSON value of the data model's interchange form: what the specification's schema
/// (`message.json`) needs of JSON, and no more.
///
///     MessageFormat2.parse("Hi {$name}").message?.dataModel.text
///     // {"type":"message","declarations":[],"pattern":["Hi ",{"type":"expression",…}]}
public enum DataModelJSON: Hashable, Sendable {
  public struct Member: Hashable, Sendable {
    public var name: String
    public var value: DataModelJSON

    public init(_ name: String, _ value: DataModelJSON) {
      self.name = name
      self.value = value
    }
  }

  case string(String)
  case bool(Bool)
  case array([DataModelJSON])
  /// The members in the order of the text.
  case object([Member])
  /// A number or null, which the data model has no use for.
  case other

  /// The value of an object's member, or nil.
  public subscript(name: String) -> DataModelJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}

extension DataModelJSON {
  /// The value as JSON on one line, in UTF-8 beyond ASCII.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .string(let value): Self.write(value, to: &text)
    case .bool(let value): text += value ? "true" : "false"
    case .other: text += "null"
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.write(member.name, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0"..."\u{1F}":
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
