extension MessageFormat2 {
  /// A message as text: one declaration and one variant a line, everything else on one.
  ///
  ///     let message = MessageFormat2.parse(".input{$n :number}.match $n 1{{one}}*{{more}}").message
  ///     message.map(MessageFormat2.print)
  ///     // .input {$n :number}
  ///     // .match $n
  ///     // 1 {{one}}
  ///     // * {{more}}
  ///
  /// Parsing the text gives an equal message. A message that was made, not parsed, must hold only
  /// names that the syntax allows; a U+0000 in a text, which it does not, becomes U+FFFD.
  public static func print(_ message: Message) -> String {
    var printer = MessagePrinter()
    printer.print(message)
    return printer.text
  }
}

/// Writes MessageFormat 2's syntax.
struct MessagePrinter {
  private(set) var text = ""

  mutating func print(_ message: Message) {
    for declaration in message.declarations { print(declaration) }
    switch message {
    case .pattern(let message):
      if message.declarations.isEmpty, Self.isSimple(message.pattern) {
        print(message.pattern)
      } else {
        printQuoted(message.pattern)
      }
    case .select(let message):
      text += ".match"
      for selector in message.selectors {
        text += " $"
        print(name: selector.name)
      }
      for variant in message.variants { print(variant) }
    }
  }

  /// Whether a pattern can stand without `{{` and `}}`: it must not start as a complex message.
  private static func isSimple(_ pattern: Pattern) -> Bool {
    for element in pattern.elements {
      guard case .text(let text) = element else { return true }
      for scalar in text.value.unicodeScalars {
        switch scalar.value {
        case 0x20, 0x09, 0x0A, 0x0D, 0x3000, 0x61C, 0x200E, 0x200F, 0x2066...0x2069: continue
        default: return scalar != "."
        }
      }
    }
    return true
  }
}

extension MessagePrinter {
  private mutating func print(_ declaration: Declaration) {
    switch declaration {
    case .input(let declaration):
      text += ".input "
      print(declaration.value)
    case .local(let declaration):
      text += ".local $"
      print(name: declaration.name)
      text += " = "
      print(declaration.value)
    }
    text += "\n"
  }

  private mutating func print(_ variant: Variant) {
    text += "\n"
    for key in variant.keys {
      switch key {
      case .catchall: text += "*"
      case .literal(let literal): print(literal)
      }
      text += " "
    }
    printQuoted(variant.value)
  }

  private mutating func printQuoted(_ pattern: Pattern) {
    text += "{{"
    print(pattern)
    text += "}}"
  }

  mutating func print(_ pattern: Pattern) {
    for element in pattern.elements {
      switch element {
      case .text(let text): printEscaped(text.value, "\\", "{", "}")
      case .expression(let expression): print(expression)
      case .markup(let markup): print(markup)
      }
    }
  }

  mutating func print(_ expression: Expression) {
    text += "{"
    var needsSpace = false
    if let operand = expression.operand {
      print(operand)
      needsSpace = true
    }
    if let function = expression.function {
      if needsSpace { text += " " }
      text += ":"
      print(name: function.name)
      print(function.options)
      needsSpace = true
    }
    print(expression.attributes)
    text += "}"
  }

  mutating func print(_ markup: Markup) {
    text += markup.kind == .close ? "{/" : "{#"
    print(name: markup.name)
    print(markup.options)
    print(markup.attributes)
    text += markup.kind == .standalone ? "/}" : "}"
  }

  private mutating func print(_ operand: Operand) {
    switch operand {
    case .literal(let literal): print(literal)
    case .variable(let variable):
      text += "$"
      print(name: variable.name)
    }
  }

  private mutating func print(_ options: [Option]) {
    for option in options {
      text += " "
      print(name: option.name)
      text += "="
      print(option.value)
    }
  }

  private mutating func print(_ attributes: [Attribute]) {
    for attribute in attributes {
      text += " @"
      print(name: attribute.name)
      if let value = attribute.value {
        text += "="
        print(value)
      }
    }
  }

  /// Writes a name. It is kept in NFC, where two of the characters that the syntax takes have become
  /// two that it does not take.
  private mutating func print(name: String) {
    for scalar in name.unicodeScalars {
      switch scalar {
      case ";": text.unicodeScalars.append("\u{37E}")
      case "`": text.unicodeScalars.append("\u{1FEF}")
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  private mutating func print(_ literal: Literal) {
    let isUnquoted = literal.value.withUTF8Span { bytes in
      var index = 0
      while index < bytes.count {
        let length =
          bytes[index] < 0x80
          ? (NameCharacters.containsASCII(bytes[index]) ? 1 : 0)
          : NameCharacters.nonASCIILength(in: bytes, at: index)
        if length == 0 { return false }
        index += length
      }
      return index > 0
    }
    if isUnquoted {
      text += literal.value
    } else {
      text += "|"
      printEscaped(literal.value, "\\", "|", "|")
      text += "|"
    }
  }

  private mutating func printEscaped(
    _ value: String, _ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar
  ) {
    for scalar in value.unicodeScalars {
      if scalar == first || scalar == second || scalar == third {
        text.unicodeScalars.append("\\")
      }
      text.unicodeScalars.append(scalar == "\0" ? "\u{FFFD}" : scalar)
    }
  }
}
