import MessageSyntax

/// Apple's placeholders, with the names that a string's arguments have.
struct StringsDictDialect: PlaceholderDialect {
  /// The names of the arguments that the string varies by, by their positions.
  var names: [Int: String] = [:]
  /// The argument that `%ld` stands for in a variable's own texts, or only `ownWriting`.
  var own: String?
  /// What stands for that argument where it is no usual placeholder, formatted as the variable is
  /// declared: `%arg`.
  var ownWriting: String?
  /// The positions of all arguments of a string that is written, by their names.
  private let positions: [String: Int]

  init(
    names: [Int: String], own: String?, ownWriting: String? = nil, positions: [String: Int] = [:]
  ) {
    self.names = names
    self.own = own
    self.ownWriting = ownWriting
    self.positions = positions
  }

  func segments(of text: String) -> [MessageSegment] {
    segmentsWithOwn(of: text).flatMap { segment -> [MessageSegment] in
      switch segment {
      case .element(let element, let range): return [.element(named(element), range)]
      case .text(let value, let range):
        // Every text is a format, also one without placeholders.
        return value.utf8.count == range.count && value.contains("%")
          ? Self.percents(value, at: range.lowerBound) : [segment]
      }
    }
  }

  /// The text's segments, the own writing taken for the argument that it stands for.
  private func segmentsWithOwn(of text: String) -> [MessageSegment] {
    guard let ownWriting, let own else { return PrintfDialect(flavor: .apple).segments(of: text) }
    let number = element(own, source: ownWriting[...])
    return PrintfDialect(flavor: .apple, special: (ownWriting, number)).segments(of: text)
  }

  private static func percents(_ text: String, at start: Int) -> [MessageSegment] {
    var builder = SegmentBuilder(text)
    var offset = 0
    while let percent = builder.find(UInt8(ascii: "%"), from: offset) {
      let isPair = builder.byte(at: percent + 1) == UInt8(ascii: "%")
      offset = percent + (isPair ? 2 : 1)
      builder.add("%", percent..<offset)
    }
    return builder.finish().map { segment in
      switch segment {
      case .text(let value, let range):
        .text(value, range.lowerBound + start..<range.upperBound + start)
      case .element(let element, let range):
        .element(element, range.lowerBound + start..<range.upperBound + start)
      }
    }
  }

  private func named(_ element: PatternElement) -> PatternElement {
    guard case .expression(var expression) = element, let name = element.variableName,
      let writing = element.sourceWriting, writing != ownWriting
    else { return element }
    let position = Int(name.dropFirst(3)) ?? 0
    let known: String? =
      if writing.contains("$") {
        names[position]
      } else if ownWriting != nil {
        positions.isEmpty ? names[position] : ""
      } else if positions.isEmpty {
        own ?? names[position]
      } else {
        // Which one it is depends on the text that it is written into.
        own ?? ""
      }
    expression.operand = .variable(VariableReference(known ?? name))
    return .expression(expression)
  }

  func token(for element: PatternElement, number: Int, attempt: Int) -> String? {
    guard case .expression(let expression) = element, let name = element.variableName else {
      return nil
    }
    let conversions =
      element.isNumber || names.values.contains(name)
      ? ["ld", "lld", "d", "i", "hd", "lu", "llu", "u", "@"] : ["@", "s", "S", "p", "C"]
    if let ownWriting, name == own, expression.function == nil, attempt == 0 { return ownWriting }
    guard attempt < conversions.count else { return nil }
    let position =
      name == own && ownWriting == nil ? "" : positions[name].map { "\($0)$" } ?? "\(number)$"
    return "%\(position)\(conversions[attempt])"
  }

  func escaped(_ text: String) -> String { text.replacing("%", with: "%%") }
}
