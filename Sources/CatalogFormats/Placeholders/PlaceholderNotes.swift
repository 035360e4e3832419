import MessageSyntax

/// What a format's placeholders stand for, as lines of a comment beside the message.
///
///     {price} = {$price :currency currency=EUR}
///     .input {$count :integer}
///
/// Written where the format's own reading would not give the message back; read again at import, so
/// that nothing of it is lost on the way through a translator's tool.
struct PlaceholderNotes {
  /// A writing in the format and the element that it stands for, longest writing first.
  private(set) var tokens: [(writing: String, element: PatternElement)] = []
  private(set) var declarations: [String] = []
  private(set) var selectors: [String] = []

  var isEmpty: Bool { tokens.isEmpty && declarations.isEmpty && selectors.isEmpty }

  /// The declarations and the matcher of a message, where there are some.
  var head: String? {
    guard !declarations.isEmpty || !selectors.isEmpty else { return nil }
    let match = selectors.isEmpty ? [] : [".match " + selectors.joined(separator: " ")]
    return (declarations + match).joined(separator: "\n")
  }

  init() {}

  /// Takes the lines that are notes out of a comment.
  ///
  /// Translators' tools break long lines of comments anew, between words and behind hyphens; a note that
  /// was broken so is put together again.
  init(takenFrom lines: inout [String]) {
    var rest: [String] = []
    var index = 0
    while index < lines.count {
      let count = take(from: lines[index...])
      if count == 0 { rest.append(lines[index]) }
      index += max(count, 1)
    }
    lines = rest
    // No message has more placeholders, and a text is compared with each of them.
    tokens.removeLast(max(0, tokens.count - MessageFormat2.mostPlaceholders))
    tokens.sort { $0.writing.utf8.count > $1.writing.utf8.count }
  }

  /// How many of the first lines are a note; 0 where they are none.
  private mutating func take(from lines: ArraySlice<String>) -> Int {
    guard let first = lines.first else { return 0 }
    if take(first) { return 1 }
    guard
      first.hasPrefix(".input ") || first.hasPrefix(".local ") || first.contains(" = {")
        || first.hasSuffix(" =")
    else { return 0 }
    var joined = first
    for (count, line) in lines.dropFirst().prefix(Self.mostLines - 1).enumerated() {
      joined += (joined.hasSuffix("-") ? "" : " ") + line
      if take(joined) { return count + 2 }
    }
    return 0
  }

  /// The most lines that one note is looked for in.
  private static let mostLines = 8

  private mutating func take(_ line: String) -> Bool {
    if line.hasPrefix(".input ") || line.hasPrefix(".local ") {
      guard MessageFormat2.parse(line + " {{}}").isValid else { return false }
      declarations.append(line)
      return true
    }
    if line.hasPrefix(".match $") {
      selectors = line.dropFirst(7).split(separator: " ").map(String.init)
      return true
    }
    guard let separator = line.firstRange(of: " = {") else { return false }
    let writing = String(line[..<separator.lowerBound])
    let source = String(line[line.index(before: separator.upperBound)...])
    guard !writing.isEmpty, case .pattern(let message)? = MessageFormat2.parse(source).message,
      message.declarations.isEmpty, message.pattern.elements.count == 1,
      let element = message.pattern.elements.first
    else { return false }
    if case .text = element { return false }
    tokens.append((writing, element))
    return true
  }

  mutating func add(_ writing: String, _ element: PatternElement) {
    if !tokens.contains(where: { $0.writing == writing }) { tokens.append((writing, element)) }
  }

  /// Notes what stands in front of a message's patterns.
  mutating func add(declarationsOf message: Message) {
    for declaration in message.declarations {
      let only = Message.pattern(
        PatternMessage(declarations: [declaration], pattern: Pattern([])))
      // The declaration is followed by its empty pattern.
      let text = MessageFormat2.print(only)
      let end = text.hasSuffix("{{}}") ? text.utf8.count - 4 : text.utf8.count
      let line = String(decoding: Array(text.utf8).prefix(end), as: UTF8.self)
      declarations.append(line.replacing("\n", with: " ").trimmed)
    }
    if case .select(let select) = message {
      selectors = select.selectors.map { "$" + $0.name }
    }
  }

  var lines: [String] {
    var lines = declarations
    if !selectors.isEmpty { lines.append(".match " + selectors.joined(separator: " ")) }
    for (writing, element) in tokens {
      let pattern = Message.pattern(PatternMessage(pattern: Pattern([element])))
      lines.append(writing + " = " + MessageFormat2.print(pattern))
    }
    return lines
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    let scalars = unicodeScalars
    var start = scalars.startIndex
    var end = scalars.endIndex
    while start < end, scalars[start].isSpace { start = scalars.index(after: start) }
    while start < end {
      let last = scalars.index(before: end)
      guard scalars[last].isSpace else { break }
      end = last
    }
    if start == scalars.startIndex, end == scalars.endIndex { return self }
    return String(scalars[start..<end])
  }
}

extension Unicode.Scalar {
  /// Whether it is white space; that of ASCII is told without a look into Unicode's tables.
  fileprivate var isSpace: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
