import MessageSyntax

/// i18next's placeholders: `{{name}}`, `{{- html}}`, `{{price, currency(EUR)}}`, `$t(key)`.
struct I18nextDialect: PlaceholderDialect {
  func segments(of text: String) -> [MessageSegment] {
    var builder = SegmentBuilder(text)
    var offset = 0
    while offset < builder.bytes.count {
      if builder.starts(with: "{{", at: offset), let end = end(of: "}}", builder, offset + 2) {
        let content = builder.text(offset + 2..<end)
        if let element = placeholder(content, builder.text(offset..<end + 2)) {
          builder.add(element, offset..<end + 2)
          offset = end + 2
          continue
        }
      } else if builder.starts(with: "$t(", at: offset),
        let end = builder.findClose(UInt8(ascii: ")"), from: offset)
      {
        let key = builder.text(offset + 3..<end)
        builder.add(nesting(key, builder.text(offset..<end + 1)), offset..<end + 1)
        offset = end + 1
        continue
      }
      offset += 1
    }
    return builder.finish()
  }

  func token(for element: PatternElement, number: Int, attempt: Int) -> String? {
    guard case .expression(let expression) = element,
      case .variable(let variable)? = expression.operand
    else { return nil }
    guard let function = expression.function else { return "{{\(variable.name)}}" }
    var options: [String] = []
    for option in function.options {
      guard case .literal(let literal) = option.value else { return nil }
      options.append("\(option.name): \(literal.value)")
    }
    if function.name == "integer" { options.append("maximumFractionDigits: 0") }
    let name: String
    switch function.name {
    case "number", "integer": name = "number"
    case "percent":
      name = "number"
      options.append("style: percent")
    case "currency": name = "currency"
    case "date", "time", "datetime": name = "datetime"
    case "string": return "{{\(variable.name)}}"
    default: return nil
    }
    let list = options.isEmpty ? "" : "(\(options.joined(separator: "; ")))"
    return "{{\(variable.name), \(name)\(list)}}"
  }

  func escaped(_ text: String) -> String { text }

  private func end(of mark: String, _ builder: SegmentBuilder, _ start: Int) -> Int? {
    var offset = start
    while let next = builder.findClose(UInt8(ascii: "}"), from: offset) {
      if builder.starts(with: mark, at: next) { return next }
      offset = next + 1
    }
    return nil
  }

  private func nesting(_ key: Substring, _ source: Substring) -> PatternElement {
    .expression(
      Expression(
        operand: .literal(Literal(String(key))), function: FunctionReference("i18next:t"),
        attributes: [Attribute(name: "source", value: Literal(String(source)))]))
  }

  private func placeholder(_ content: Substring, _ source: Substring) -> PatternElement? {
    var name = String(content).trimmed
    var format = ""
    if let comma = name.firstIndex(of: ",") {
      format = String(name[name.index(after: comma)...]).trimmed
      name = String(name[..<comma]).trimmed
    }
    if name.hasPrefix("-") { name = String(name.dropFirst()).trimmed }
    let isName = !name.isEmpty && MessageFormat2.parse("{$\(name)}").isValid
    // A path (`user.name`) is a name of MessageFormat 2 as it stands.
    guard isName else { return nil }
    return element(name, function(format), source: source)
  }

  private func function(_ format: String) -> FunctionReference? {
    guard !format.isEmpty else { return nil }
    let name = String(format.prefix { $0 != "(" }).trimmed
    var options: [Option] = []
    for part in format.dropFirst(name.count + 1).prefix(while: { $0 != ")" }).split(separator: ";")
    {
      let pair = part.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      if pair.count == 2 {
        options.append(Option(name: pair[0], value: .literal(Literal(pair[1]))))
      } else if name == "currency", let code = pair.first {
        options.append(Option(name: "currency", value: .literal(Literal(code))))
      }
    }
    switch name {
    case "number" where options.contains(Option("maximumFractionDigits", "0")):
      options.removeAll { $0 == Option("maximumFractionDigits", "0") }
      return FunctionReference("integer", options: options)
    case "number" where options.contains(Option("style", "percent")):
      options.removeAll { $0 == Option("style", "percent") }
      return FunctionReference("percent", options: options)
    case "number", "currency", "datetime": return FunctionReference(name, options: options)
    default: return FunctionReference("i18next:format", options: [Option("name", format)])
    }
  }
}

extension Option {
  fileprivate init(_ name: String, _ value: String) {
    self.init(name: name, value: .literal(Literal(value)))
  }
}

extension FunctionReference {
  fileprivate init(_ name: String) { self.init(name, options: []) }
}
