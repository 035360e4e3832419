import MessageSyntax

/// Text, placeables and choices as Fluent writes them.
enum FluentText {
  /// Text of a pattern; what its syntax would take for something else is a string literal.
  ///
  /// - Parameters:
  ///   - isFirst: Whether the pattern begins with it.
  ///   - isLast: Whether the pattern ends with it.
  ///   - indent: What further lines start with.
  static func source(_ text: String, isFirst: Bool, isLast: Bool, indent: String) -> String {
    var result = ""
    var isLineStart = isFirst
    let scalars = Array(text.unicodeScalars)
    // White space at a pattern's end is not part of it.
    let kept =
      isLast
      ? scalars.lastIndex { $0 != " " && $0 != "\n" }.map { $0 + 1 } ?? 0 : scalars.count
    for (index, scalar) in scalars.enumerated() {
      if index >= kept {
        result += string(String(String.UnicodeScalarView(scalars[index...]))).braced
        return result
      }
      switch scalar {
      case "{", "}": result += string(String(scalar)).braced
      case "\n":
        if isLineStart, isFirst, result.isEmpty { result += "{ \"\" }" }
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        result += next == "\n" ? "\n" : "\n" + indent
        isLineStart = true
        continue
      case "\r": result += "{ \"\\u000D\" }"
      case " " where isLineStart: result += string(" ").braced
      case "[" where isLineStart, "*" where isLineStart, "." where isLineStart:
        result += string(String(scalar)).braced
      default: result.unicodeScalars.append(scalar)
      }
      isLineStart = false
    }
    return result
  }

  /// A string literal, with its quotes.
  static func string(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { result, scalar in
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let code = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: result.unicodeScalars.append(scalar)
      }
    } + "\""
  }

  /// A placeable that says as much of an element as Fluent can, without its braces; nil where there is no
  /// such thing.
  static func placeable(_ element: PatternElement) -> String? {
    guard case .expression(let expression) = element else { return nil }
    return self.expression(expression)
  }

  /// An expression for a placeable or a choice.
  static func expression(_ expression: Expression) -> String? {
    let argument: String
    switch expression.operand {
    case .variable(let variable)?: argument = "$" + identifier(variable.name)
    case .literal(let literal)?:
      let isNumber = expression.function?.name == "number" && isNumber(literal.value)
      argument = isNumber ? literal.value : string(literal.value)
    case nil: argument = ""
    }
    guard let function = expression.function else { return argument.isEmpty ? nil : argument }
    let options = options(function)
    switch function.name {
    case "number", "integer", "percent", "currency", "offset":
      var options = options
      if function.name == "integer" { options.append("maximumFractionDigits: 0") }
      if function.name == "percent" { options.append("style: \"percent\"") }
      if function.name == "currency" { options.append("style: \"currency\"") }
      return options.isEmpty ? argument : call("NUMBER", argument, options)
    case "datetime": return call("DATETIME", argument, options)
    case "date", "time": return call("DATETIME", argument, [])
    case "fluent:message", "fluent:term", "fluent:attribute":
      guard case .literal(let literal)? = expression.operand else { return nil }
      return literal.value + (options.isEmpty ? "" : "(\(options.joined(separator: ", ")))")
    case let name where name.hasPrefix("fluent:"):
      return call(String(name.dropFirst(7)), argument, options)
    default: return argument.isEmpty ? nil : argument
    }
  }

  private static func call(_ name: String, _ argument: String, _ options: [String]) -> String {
    "\(name)(\(([argument].filter { !$0.isEmpty } + options).joined(separator: ", ")))"
  }

  /// The options that are written out, as Fluent's functions take them.
  private static func options(_ function: FunctionReference) -> [String] {
    function.options.compactMap { option in
      guard case .literal(let literal) = option.value, isIdentifier(option.name) else {
        return nil
      }
      if option.name == "select" {
        return literal.value == "ordinal" ? "type: \"ordinal\"" : nil
      }
      return option.name + ": "
        + (isNumber(literal.value) ? literal.value : string(literal.value))
    }
  }

  static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  /// Letters, digits, `_` and `-`, a letter first.
  static func isIdentifier(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
  }

  /// The identifier for a name that may be none.
  static func identifier(_ name: String) -> String {
    if isIdentifier(name) { return name }
    let kept = name.unicodeScalars.map { scalar -> Unicode.Scalar in
      isIdentifier("a" + String(scalar)) ? scalar : "-"
    }
    let text = String(String.UnicodeScalarView(kept))
    return isIdentifier(text) ? text : "v" + text
  }
}

extension String {
  /// As a placeable.
  fileprivate var braced: String { "{ \(self) }" }
}
