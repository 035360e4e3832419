/// Writes JSON that can also stand inside a `<script>` element of an HTML document.
enum JSONText {
  indirect enum Value {
    case string(String)
    case number(Int)
    case bool(Bool)
    case array([Value])
    /// Members in the order in which they are written.
    case object([(String, Value)])
    case null
  }

  static func text(_ value: Value) -> String {
    var json = ""
    append(value, to: &json)
    return json
  }

  private static func append(_ value: Value, to json: inout String) {
    switch value {
    case .string(let string): appendString(string, to: &json)
    case .number(let number): json += String(number)
    case .bool(let bool): json += bool ? "true" : "false"
    case .null: json += "null"
    case .array(let values):
      json += "["
      for (index, value) in values.enumerated() {
        if index > 0 { json += "," }
        append(value, to: &json)
      }
      json += "]"
    case .object(let members):
      json += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { json += "," }
        appendString(member.0, to: &json)
        json += ":"
        append(member.1, to: &json)
      }
      json += "}"
    }
  }

  /// `<`, `>` and `&` are escaped so that no text can end the script element or open a comment.
  private static func appendString(_ string: String, to json: inout String) {
    json += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "<", ">", "&", "\u{2028}", "\u{2029}": appendEscape(scalar.value, to: &json)
      case _ where scalar.value < 0x20: appendEscape(scalar.value, to: &json)
      default: json.unicodeScalars.append(scalar)
      }
    }
    json += "\""
  }

  private static func appendEscape(_ value: UInt32, to json: inout String) {
    let digits = String(value, radix: 16)
    json += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
