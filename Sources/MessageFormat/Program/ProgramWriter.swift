import MessageSyntax

/// A compiled message as bytes: what a bundle holds instead of the message's text.
///
///     program     strings, arguments, slots, body
///     strings     a count; for each its length and its UTF-8
///     arguments   a count; for each its name
///     slots       a count; for each its name and an expression that looks at earlier slots only
///     body        0 and a pattern; or 1, a count of selectors, each a slot and its source, and a count
///                 of variants, each with a key for every selector (0 for `*`, 1 and a string) and a
///                 pattern
///     pattern     a count of elements: 0 and a text; 1 and an expression; 2 and markup
///     expression  its source; an operand, or 0; 0, or 1 and a function
///     operand     1 and a string; 2 and a slot; 3 and an argument
///     function    its name, its options
///     markup      its kind (0 open, 1 standalone, 2 close), its name, its source, its options
///     options     a count; for each its name, its source, its operand
///
/// Names, texts and sources are places in `strings`, each of which stands there once. All numbers are
/// written seven bits a byte, the lowest first, the eighth bit set where more follow. Functions stand
/// there by name, so a program is bound to no registry, locale or version of ICU.
struct ProgramWriter {
  private var strings: [String] = []
  private var places: [String: Int] = [:]
  private var body: [UInt8] = []

  static func bytes(of program: MessageProgram) -> [UInt8] {
    var writer = ProgramWriter()
    writer.write(program)
    var bytes: [UInt8] = []
    append(writer.strings.count, to: &bytes)
    for string in writer.strings {
      append(string.utf8.count, to: &bytes)
      bytes += string.utf8
    }
    return bytes + writer.body
  }

  private mutating func write(_ program: MessageProgram) {
    write(program.arguments.count)
    for name in program.arguments { write(name) }
    write(program.slots.count)
    for slot in program.slots {
      write(slot.name)
      write(slot.value)
    }
    switch program.body {
    case .pattern(let pattern):
      write(0)
      write(pattern)
    case .select(let selectors, let variants):
      write(1)
      write(selectors.count)
      for selector in selectors {
        write(selector.slot)
        write(selector.source)
      }
      write(variants.count)
      for variant in variants {
        for key in variant.keys {
          write(key == nil ? 0 : 1)
          if let key { write(key) }
        }
        write(variant.pattern)
      }
    }
  }

  private mutating func write(_ pattern: ProgramPattern) {
    write(pattern.count)
    for element in pattern {
      switch element {
      case .text(let text):
        write(0)
        write(text)
      case .expression(let expression):
        write(1)
        write(expression)
      case .markup(let markup):
        write(2)
        write(markup.kind.code)
        write(markup.name)
        write(markup.source)
        write(markup.options)
      }
    }
  }

  private mutating func write(_ expression: ProgramExpression) {
    write(expression.source)
    if let operand = expression.operand { write(operand) } else { write(0) }
    write(expression.function == nil ? 0 : 1)
    if let function = expression.function {
      write(function.name)
      write(function.options)
    }
  }

  private mutating func write(_ options: [ProgramOption]) {
    write(options.count)
    for option in options {
      write(option.name)
      write(option.source)
      write(option.value)
    }
  }

  private mutating func write(_ operand: ProgramOperand) {
    switch operand {
    case .literal(let text):
      write(1)
      write(text)
    case .slot(let index):
      write(2)
      write(index)
    case .argument(let index):
      write(3)
      write(index)
    }
  }

  private mutating func write(_ string: String) {
    let place = places[string] ?? strings.count
    if place == strings.count {
      places[string] = place
      strings.append(string)
    }
    write(place)
  }

  private mutating func write(_ number: Int) {
    Self.append(number, to: &body)
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest & 0x7F | 0x80))
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}

extension Markup.Kind {
  /// The number that stands for it in a program's bytes.
  fileprivate var code: Int {
    switch self {
    case .open: 0
    case .standalone: 1
    case .close: 2
    }
  }
}
