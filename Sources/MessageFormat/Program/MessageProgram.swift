import MessageSyntax

/// A message with its variables resolved to places and its functions looked up.
struct MessageProgram: Sendable {
  /// The names of the arguments, by their place.
  private(set) var arguments: [String] = []
  /// Declared variables, by their place; each is evaluated at most once in a run.
  private(set) var slots: [Slot] = []
  private(set) var body: Body

  struct Slot: Sendable {
    var name: String
    var value: ProgramExpression
  }

  enum Body: Sendable {
    case pattern(ProgramPattern)
    case select([Selector], [ProgramVariant])
  }

  struct Selector: Sendable {
    var slot: Int
    var source: String
    var span: SourceSpan
  }

  /// The most variables that look at one another through options, each at the one before.
  static let deepestOptions = 32

  /// Whether evaluating a variable goes no deeper than that. Slots look at earlier ones only.
  static func isShallow(_ slots: [Slot]) -> Bool {
    var depths: [Int] = []
    func depth(_ operand: ProgramOperand?) -> Int {
      if case .slot(let index) = operand, index < depths.count { depths[index] } else { 0 }
    }
    for slot in slots {
      let options = slot.value.function?.options ?? []
      let deepest = options.map { depth($0.value) + 1 }.max() ?? 0
      depths.append(max(depth(slot.value.operand), deepest))
    }
    return depths.allSatisfy { $0 <= deepestOptions }
  }

  /// The most placeholders that a pattern may have.
  static let maximumPlaceholders = 256

  init(_ message: Message, functions: MessageFunctionRegistry) throws(MessageCompilationError) {
    var compiler = MessageCompiler(functions: functions)
    for declaration in message.declarations { try compiler.declare(declaration) }
    switch message {
    case .pattern(let message): body = .pattern(try compiler.pattern(message.pattern))
    case .select(let message): body = try compiler.select(message)
    }
    arguments = compiler.arguments
    slots = compiler.slots
    guard Self.isShallow(slots) else { throw .optionsTooDeep(limit: Self.deepestOptions) }
  }

  init(arguments: [String], slots: [Slot], body: Body) {
    self.arguments = arguments
    self.slots = slots
    self.body = body
  }
}

typealias ProgramPattern = [ProgramElement]

struct ProgramVariant: Sendable {
  /// nil is `*`.
  var keys: [String?]
  var pattern: ProgramPattern
}

enum ProgramElement: Sendable {
  case text(String)
  case expression(ProgramExpression)
  case markup(ProgramMarkup)
}

struct ProgramMarkup: Sendable {
  var kind: Markup.Kind
  var name: String
  var options: [ProgramOption]
  var source: String
  var span: SourceSpan
}

struct ProgramExpression: Sendable {
  var operand: ProgramOperand?
  var function: ProgramFunction?
  /// What stands in braces if there is no value.
  var source: String
  var span: SourceSpan
}

enum ProgramOperand: Sendable {
  case literal(String)
  case slot(Int)
  case argument(Int)
}

struct ProgramFunction: Sendable {
  var name: String
  /// nil if nobody knows it.
  var function: MessageFunction?
  var options: [ProgramOption]
}

struct ProgramOption: Sendable {
  var name: String
  var value: ProgramOperand
  var source: String
  var span: SourceSpan
}
