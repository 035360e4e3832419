import MessageSyntax

/// Placeholders of `printf` and its relatives: `%s`, `%1$@`, `%.2f`, `%(name)d`.
///
/// A text without any is not formatted, so that its `%` stands for itself.
struct PrintfDialect: PlaceholderDialect {
  enum Flavor: Sendable {
    case c, python, apple, java
  }

  let flavor: Flavor
  /// A writing of the format's own, and what it stands for.
  var special: (writing: String, element: PatternElement)?

  func segments(of text: String) -> [MessageSegment] {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return PlainText().segments(of: text) }
    var builder = SegmentBuilder(text)
    var offset = 0
    var position = 0
    var hasElements = false
    while let percent = builder.find(UInt8(ascii: "%"), from: offset) {
      if builder.byte(at: percent + 1) == UInt8(ascii: "%") {
        builder.add("%", percent..<percent + 2)
        offset = percent + 2
        continue
      }
      if let special, builder.starts(with: special.writing, at: percent) {
        hasElements = true
        offset = percent + special.writing.utf8.count
        builder.add(special.element, percent..<offset)
        continue
      }
      guard let found = Specification(builder, percent, flavor) else {
        offset = percent + 1
        continue
      }
      position += 1
      hasElements = true
      let source = builder.text(percent..<found.end)
      let name = found.name ?? "arg\(found.position ?? position)"
      builder.add(element(name, found.function, source: source), percent..<found.end)
      offset = found.end
    }
    return hasElements ? builder.finish() : PlainText().segments(of: text)
  }

  func token(for element: PatternElement, number: Int, attempt: Int) -> String? {
    guard case .expression(let expression) = element else { return nil }
    let isInteger = expression.function?.name == "integer"
    if flavor == .python, let name = element.variableName {
      let suffix = attempt == 0 ? "" : "_\(attempt + 1)"
      return "%(\(name)\(suffix))\(isInteger ? "d" : "s")"
    }
    let number = (element.argumentNumber.flatMap { $0 > 0 ? $0 : nil } ?? number) + attempt
    switch flavor {
    case .apple: return isInteger ? "%\(number)$lld" : "%\(number)$@"
    case .c, .java, .python: return isInteger ? "%\(number)$d" : "%\(number)$s"
    }
  }

  func escaped(_ text: String) -> String { text.replacing("%", with: "%%") }

  func isCounted(_ writing: String) -> Bool {
    !writing.contains("$") && !writing.hasPrefix("%(")
  }
}

/// One `%…` in a text.
private struct Specification {
  var name: String?
  var position: Int?
  var function: FunctionReference?
  var end: Int

  init?(_ builder: SegmentBuilder, _ start: Int, _ flavor: PrintfDialect.Flavor) {
    var offset = start + 1
    func digits() -> Int? {
      var value = 0
      let first = offset
      while let byte = builder.byte(at: offset), byte >= 0x30, byte <= 0x39, offset - first < 4 {
        value = value * 10 + Int(byte - 0x30)
        offset += 1
      }
      return offset > first ? value : nil
    }
    if flavor == .python, builder.byte(at: offset) == UInt8(ascii: "(") {
      guard let close = builder.findClose(UInt8(ascii: ")"), from: offset) else { return nil }
      let text = String(builder.text(offset + 1..<close))
      guard MessageFormat2.parse("{$\(text)}").isValid else { return nil }
      name = text
      offset = close + 1
    }
    let mark = offset
    if let number = digits(), number > 0, builder.byte(at: offset) == UInt8(ascii: "$") {
      position = number
      offset += 1
    } else {
      offset = mark
    }
    // A space is a flag to C only: "100 % sure" is text elsewhere.
    let flags = flavor == .c ? "-+ #0'" : "-+#0,"
    while let byte = builder.byte(at: offset), flags.utf8.contains(byte) { offset += 1 }
    _ = digits()
    var precision: Int?
    if builder.byte(at: offset) == UInt8(ascii: ".") {
      offset += 1
      precision = digits() ?? 0
    }
    let lengths = flavor == .java ? "" : "hlqjztL"
    while let byte = builder.byte(at: offset), lengths.utf8.contains(byte) { offset += 1 }
    guard let conversion = builder.byte(at: offset) else { return nil }
    end = offset + 1
    switch Character(Unicode.Scalar(conversion)) {
    case "d", "i", "u": function = FunctionReference("integer")
    case "f", "F", "g", "G", "e", "E":
      var options: [Option] = []
      if let precision {
        let digits = Operand.literal(Literal(String(precision)))
        options.append(Option(name: "minimumFractionDigits", value: digits))
        options.append(Option(name: "maximumFractionDigits", value: digits))
      }
      function = FunctionReference("number", options: options)
    case "s", "c", "x", "X", "o": function = nil
    case "@", "S", "C", "p", "a", "A":
      guard flavor == .apple || (flavor == .c && conversion != UInt8(ascii: "@")) else {
        return nil
      }
    default: return nil
    }
  }
}
