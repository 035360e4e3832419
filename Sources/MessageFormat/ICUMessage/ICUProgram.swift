import LocaleServices
import MessageSyntax

/// An ICU message with its formats made.
indirect enum ICUNode: Sendable {
  case text(String)
  /// `#`
  case number
  case value(ICUValueNode)
  case plural(ICUPluralNode)
  case select(name: String, branches: [(key: String, program: ICUProgram)])
  case choice(name: String, branches: [ICUChoiceNode])
  case tag(name: String, content: ICUProgram?)
}

struct ICUValueNode: Sendable {
  enum Format: Sendable {
    /// Numbers and dates in the locale's way, texts as they are.
    case plain
    case number(ICUNumberStyle)
    case date(DateTimeFormat)
    case rules(RuleBasedNumberFormat)
    /// ICU refused the style.
    case none
  }

  var name: String
  var format: Format
}

struct ICUPluralNode: Sendable {
  struct Branch: Sendable {
    var selector: ICUPluralBranch.Selector
    var program: ICUProgram
  }

  var name: String
  var offset: Double
  var rules: ICUPluralRules
  var branches: [Branch]
}

struct ICUChoiceNode: Sendable {
  var limit: Double
  var isExclusive: Bool
  var program: ICUProgram
}

struct ICUProgram: Sendable {
  private(set) var nodes: [ICUNode]

  init(_ message: ICUMessage, context: MessageFormatContext) {
    nodes = message.elements.map { Self.node($0, context) }
  }

  private static func node(
    _ element: ICUMessageElement, _ context: MessageFormatContext
  ) -> ICUNode {
    switch element {
    case .text(let text): .text(text.value)
    case .number: .number
    case .tag(let tag):
      .tag(name: tag.name, content: tag.content.map { ICUProgram($0, context: context) })
    case .argument(let argument): node(argument, context)
    }
  }

  private static func node(_ argument: ICUArgument, _ context: MessageFormatContext) -> ICUNode {
    let name = argument.name
    switch argument.kind {
    case .plain: return .value(ICUValueNode(name: name, format: .plain))
    case .number(let style):
      return .value(ICUValueNode(name: name, format: .number(context.icuNumberStyle(style))))
    case .date(let style), .time(let style):
      var isTime = false
      if case .time = argument.kind { isTime = true }
      let format = context.icuDateFormat(style, isTime: isTime)
      return .value(ICUValueNode(name: name, format: format.map { .date($0) } ?? .none))
    case .spellout(let style): return rules(.spellout, name, style, context)
    case .ordinal(let style): return rules(.ordinal, name, style, context)
    case .duration(let style): return rules(.duration, name, style, context)
    case .choice(let branches):
      return .choice(
        name: name,
        branches: branches.map {
          ICUChoiceNode(
            limit: $0.limit.value, isExclusive: $0.isExclusive,
            program: ICUProgram($0.message, context: context))
        })
    case .select(let branches):
      return .select(
        name: name,
        branches: branches.map { ($0.key, ICUProgram($0.message, context: context)) })
    case .plural(let plural):
      return .plural(
        ICUPluralNode(
          name: name, offset: plural.offset.value,
          rules: ICUPluralRules(
            plural.isOrdinal ? context.ordinals : context.cardinals,
            writtenAs: plural.decidingKind(of: name), context),
          branches: plural.branches.map {
            ICUPluralNode.Branch(
              selector: $0.selector, program: ICUProgram($0.message, context: context))
          }))
    }
  }

  private static func rules(
    _ style: RuleBasedNumberFormat.Style, _ name: String, _ rules: ICUStyle,
    _ context: MessageFormatContext
  ) -> ICUNode {
    let set: String? =
      switch rules {
      case .standard: nil
      case .named(let name), .pattern(let name), .skeleton(let name): name
      }
    // A rule set that the locale does not have is passed over, as in ICU.
    let format =
      context.ruleBasedFormat(style, rules: set) ?? context.ruleBasedFormat(style, rules: nil)
    return .value(ICUValueNode(name: name, format: format.map { .rules($0) } ?? .none))
  }
}
