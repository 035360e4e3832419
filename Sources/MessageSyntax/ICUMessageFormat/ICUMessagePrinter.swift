extension ICUMessageFormat {
  /// A message as text, on one line but for the line breaks of its own texts.
  ///
  ///     ICUMessageFormat.parse("{n,plural,one{# file}other{# files}}").message
  ///       .map { ICUMessageFormat.print($0) }
  ///     // {n, plural, one {# file} other {# files}}
  ///
  /// Parsing the text in the same dialect gives an equal message.
  public static func print(_ message: ICUMessage, dialect: Dialect = .icu) -> String {
    var printer = ICUMessagePrinter(dialect: dialect)
    printer.print(message, parent: .none)
    return printer.text
  }
}

/// Writes ICU MessageFormat 1's syntax.
struct ICUMessagePrinter {
  let dialect: ICUMessageFormat.Dialect
  private(set) var text = ""

  init(dialect: ICUMessageFormat.Dialect) { self.dialect = dialect }

  mutating func print(_ message: ICUMessage, parent: ICUMessageParser.Parent) {
    // Neighbouring texts are quoted as one: a quotation must not run into the next.
    var run = ""
    for element in message.elements {
      if case .text(let text) = element {
        run += text.value
        continue
      }
      print(run, parent: parent)
      run = ""
      switch element {
      case .text: break
      case .argument(let argument): print(argument)
      case .number: text += "#"
      case .tag(let tag): print(tag, parent: parent)
      }
    }
    print(run, parent: parent)
  }

  private mutating func print(_ tag: ICUTag, parent: ICUMessageParser.Parent) {
    guard let content = tag.content else {
      text += "<\(tag.name)/>"
      return
    }
    text += "<\(tag.name)>"
    print(content, parent: parent)
    text += "</\(tag.name)>"
  }

  /// Writes text, quoting what would be syntax. An apostrophe is doubled where it might quote.
  private mutating func print(_ value: String, parent: ICUMessageParser.Parent) {
    var scalars = value.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      if scalar == "'" {
        // Also at the end: whatever follows might be syntax.
        let isPlain = next.map { !"'{}#|<>".unicodeScalars.contains($0) } ?? false
        text += isPlain ? "'" : "''"
      } else if isSyntax(scalar, parent) {
        text += "'\(scalar)"
        // One quotation for neighbours; an apostrophe behind it would not close it.
        while let follower = next, follower == "'" || isSyntax(follower, parent) {
          text += follower == "'" ? "''" : String(follower)
          next = scalars.next()
        }
        text += "'"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  private func isSyntax(_ scalar: Unicode.Scalar, _ parent: ICUMessageParser.Parent) -> Bool {
    switch scalar {
    case "{", "}": true
    case "#": parent == .plural
    case "|": parent == .choice
    case "<": dialect == .formatJS
    default: false
    }
  }

  private mutating func print(_ argument: ICUArgument) {
    text += "{" + argument.name
    switch argument.kind {
    case .plain: break
    case .number(let style): print("number", style)
    case .date(let style): print("date", style)
    case .time(let style): print("time", style)
    case .spellout(let rules): print("spellout", rules: rules)
    case .ordinal(let rules): print("ordinal", rules: rules)
    case .duration(let rules): print("duration", rules: rules)
    case .choice(let branches): print(branches)
    case .plural(let plural): print(plural)
    case .select(let branches):
      text += ", select,"
      for branch in branches {
        text += " \(branch.key) {"
        print(branch.message, parent: .select)
        text += "}"
      }
    }
    text += "}"
  }

  private mutating func print(_ type: String, _ style: ICUStyle) {
    text += ", " + type
    switch style {
    case .standard: break
    case .named(let name): text += ", " + name
    case .pattern(let pattern): text += "," + pattern
    case .skeleton(let skeleton): text += ", ::" + skeleton
    }
  }

  /// The names of rules are printed as they were written: ICU takes the white space as part of them.
  private mutating func print(_ type: String, rules: ICUStyle) {
    guard case .named(let name) = rules else { return print(type, rules) }
    text += ", " + type + "," + name
  }

  private mutating func print(_ plural: ICUPlural) {
    text += plural.isOrdinal ? ", selectordinal," : ", plural,"
    if plural.offset != .zero { text += " offset:" + plural.offset.text }
    for branch in plural.branches {
      switch branch.selector {
      case .exact(let number): text += " =\(number.text) {"
      case .keyword(let keyword): text += " \(keyword) {"
      }
      print(branch.message, parent: .plural)
      text += "}"
    }
  }

  private mutating func print(_ branches: [ICUChoiceBranch]) {
    text += ", choice, "
    for (index, branch) in branches.enumerated() {
      if index > 0 { text += "|" }
      text += branch.limit.text + (branch.isExclusive ? "<" : "#")
      print(branch.message, parent: .choice)
    }
  }
}
