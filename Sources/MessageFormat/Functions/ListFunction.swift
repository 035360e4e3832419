import LocaleServices

extension MessageFunction {
  /// `:icu:list`: several texts joined as the language does, with the options `type` (`and`, `or`,
  /// `unit`, or ECMA-402's words for the first two, `conjunction` and `disjunction`) and `width`
  /// (`long`, `short`, `narrow`).
  static let list = MessageFunction(.text) { call in
    let items: [String]
    switch call.operand?.content {
    case .list(let list): items = list
    case .string(let text): items = [text]
    default: return call.badOperand("`:icu:list` needs a list of texts")
    }
    var kind = ListFormat.Kind.conjunction
    var width = ListFormat.Width.long
    for option in call.options {
      switch option.name {
      case "type":
        guard let value = option.text.flatMap(kind(named:)) else {
          call.badOption(option, expected: "`and`, `or` or `unit`")
          continue
        }
        kind = value
      case "width":
        guard let value = option.text.flatMap(ListFormat.Width.init(rawValue:)) else {
          call.badOption(option, expected: "`long`, `short` or `narrow`")
          continue
        }
        width = value
      default: break
      }
    }
    return .string(call.context.format(items, type: kind, width: width))
  }

  private static func kind(named name: String) -> ListFormat.Kind? {
    switch name {
    case "and": .conjunction
    case "or": .disjunction
    default: ListFormat.Kind(rawValue: name)
    }
  }
}
