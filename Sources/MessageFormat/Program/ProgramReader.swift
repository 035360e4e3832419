import MessageSyntax

/// What is wrong with the bytes of a compiled message; `offset` counts them from 0.
package struct DamagedProgram: Error, Hashable, Sendable {
  package var what: String
  package var offset: Int
}

/// Reads what `ProgramWriter` wrote, whatever the bytes are: every number is compared with what it
/// counts or points to before it is used, and every string is checked to be UTF-8.
struct ProgramReader {
  private let bytes: UnsafeRawBufferPointer
  private let functions: MessageFunctionRegistry
  private var position = 0
  private var strings: [String] = []
  private var argumentCount = 0
  /// How many slots can be looked at from here.
  private var slotCount = 0

  static func program(
    _ bytes: UnsafeRawBufferPointer, functions: MessageFunctionRegistry
  ) throws(DamagedProgram) -> MessageProgram {
    var reader = ProgramReader(bytes: bytes, functions: functions)
    return try reader.program()
  }

  private init(bytes: UnsafeRawBufferPointer, functions: MessageFunctionRegistry) {
    self.bytes = bytes
    self.functions = functions
  }

  private mutating func program() throws(DamagedProgram) -> MessageProgram {
    let stringCount = try count()
    strings.reserveCapacity(stringCount)
    for _ in 0..<stringCount { strings.append(try utf8()) }
    argumentCount = try count()
    var arguments: [String] = []
    for _ in 0..<argumentCount { arguments.append(try string()) }
    let declared = try count()
    var slots: [MessageProgram.Slot] = []
    for _ in 0..<declared {
      let name = try string()
      slots.append(MessageProgram.Slot(name: name, value: try expression()))
      slotCount += 1
    }
    guard MessageProgram.isShallow(slots) else { throw damage("options go too deep") }
    let body = try body()
    guard position == bytes.count else { throw damage("bytes are left over") }
    return MessageProgram(arguments: arguments, slots: slots, body: body)
  }

  private mutating func body() throws(DamagedProgram) -> MessageProgram.Body {
    switch try number() {
    case 0: return .pattern(try pattern())
    case 1: break
    default: throw damage("a body is of no known kind")
    }
    var selectors: [MessageProgram.Selector] = []
    for _ in 0..<(try count()) {
      let slot = try number()
      guard slot < slotCount else { throw damage("a selector looks at no slot") }
      selectors.append(MessageProgram.Selector(slot: slot, source: try string(), span: .none))
    }
    guard !selectors.isEmpty else { throw damage("there are no selectors") }
    var variants: [ProgramVariant] = []
    var hasFallback = false
    for _ in 0..<(try count()) {
      var keys: [String?] = []
      for _ in selectors {
        switch try number() {
        case 0: keys.append(nil)
        case 1: keys.append(try string())
        default: throw damage("a key is of no known kind")
        }
      }
      hasFallback = hasFallback || keys.allSatisfy { $0 == nil }
      variants.append(ProgramVariant(keys: keys, pattern: try pattern()))
    }
    guard hasFallback else { throw damage("there is no fallback variant") }
    return .select(selectors, variants)
  }

  private mutating func pattern() throws(DamagedProgram) -> ProgramPattern {
    var elements: ProgramPattern = []
    var placeholders = 0
    for _ in 0..<(try count()) {
      switch try number() {
      case 0: elements.append(.text(try string()))
      case 1:
        placeholders += 1
        elements.append(.expression(try expression()))
      case 2:
        placeholders += 1
        elements.append(.markup(try markup()))
      default: throw damage("a part of a pattern is of no known kind")
      }
    }
    guard placeholders <= MessageProgram.maximumPlaceholders else {
      throw damage("a pattern has too many placeholders")
    }
    return elements
  }

  private mutating func markup() throws(DamagedProgram) -> ProgramMarkup {
    let kind: Markup.Kind
    switch try number() {
    case 0: kind = .open
    case 1: kind = .standalone
    case 2: kind = .close
    default: throw damage("markup is of no known kind")
    }
    let name = try string()
    let source = try string()
    return ProgramMarkup(
      kind: kind, name: name, options: try options(), source: source, span: .none)
  }

  private mutating func expression() throws(DamagedProgram) -> ProgramExpression {
    let source = try string()
    let operand = try operand()
    var function: ProgramFunction?
    switch try number() {
    case 0: break
    case 1:
      let name = try string()
      function = ProgramFunction(
        name: name, function: functions[name], options: try options())
    default: throw damage("an expression is of no known kind")
    }
    guard operand != nil || function != nil else { throw damage("an expression is empty") }
    return ProgramExpression(operand: operand, function: function, source: source, span: .none)
  }

  private mutating func options() throws(DamagedProgram) -> [ProgramOption] {
    var options: [ProgramOption] = []
    for _ in 0..<(try count()) {
      let name = try string()
      let source = try string()
      guard let value = try operand() else { throw damage("an option has no value") }
      options.append(ProgramOption(name: name, value: value, source: source, span: .none))
    }
    return options
  }

  private mutating func operand() throws(DamagedProgram) -> ProgramOperand? {
    switch try number() {
    case 0: return nil
    case 1: return .literal(try string())
    case 2:
      let slot = try number()
      guard slot < slotCount else { throw damage("an expression looks at a later slot") }
      return .slot(slot)
    case 3:
      let argument = try number()
      guard argument < argumentCount else { throw damage("an expression looks at no argument") }
      return .argument(argument)
    default: throw damage("an operand is of no known kind")
    }
  }
}

// Numbers and strings
extension ProgramReader {
  private func damage(_ what: String) -> DamagedProgram {
    DamagedProgram(what: what, offset: position)
  }

  /// A number of at most 28 bits.
  private mutating func number() throws(DamagedProgram) -> Int {
    var value = 0
    for shift in stride(from: 0, to: 28, by: 7) {
      guard position < bytes.count else { throw damage("the program ends too early") }
      let byte = Int(bytes[position])
      position += 1
      value |= (byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    throw damage("a number is too large")
  }

  /// How many things follow, each of which takes at least one byte.
  private mutating func count() throws(DamagedProgram) -> Int {
    let value = try number()
    guard value <= bytes.count - position else { throw damage("the program ends too early") }
    return value
  }

  private mutating func string() throws(DamagedProgram) -> String {
    let place = try number()
    guard place < strings.count else { throw damage("there is no such string") }
    return strings[place]
  }

  private mutating func utf8() throws(DamagedProgram) -> String {
    let length = try count()
    let text = UnsafeRawBufferPointer(rebasing: bytes[position..<position + length])
    guard let string = String(validating: text, as: UTF8.self) else {
      throw damage("a text is not UTF-8")
    }
    position += length
    return string
  }
}
