extension MessageFormat2 {
  /// Carries a message over to ICU MessageFormat 1.
  ///
  /// The variants become plurals and selects in each other; declarations are put where they are
  /// used; functions become types, styles and skeletons. Markup becomes tags in FormatJS's dialect,
  /// and cannot be carried to ICU's. Names that ICU does not allow are changed.
  public static func convertToICUMessageFormat(
    _ message: Message, dialect: ICUMessageFormat.Dialect = .icu
  ) -> Conversion<ICUMessage> {
    var converter = MessageFormat2ToICU(message, dialect)
    return converter.convert()
  }
}

struct MessageFormat2ToICU {
  let message: Message
  let dialect: ICUMessageFormat.Dialect
  var log: ConversionLog
  let resolver: ValueResolver
  var names = ArgumentNames()
  /// How many patterns were written so far.
  var patterns = 0

  /// A message with more patterns is refused: it would be longer than any is read.
  static let mostPatterns = 2_000

  /// The plural whose branch is being written, directly: what `#` would show.
  struct Plural: Hashable {
    var argument: String
    var offset: Int
  }

  init(_ message: Message, _ dialect: ICUMessageFormat.Dialect) {
    self.message = message
    self.dialect = dialect
    var log = ConversionLog()
    resolver = ValueResolver(message, &log)
    self.log = log
    for variable in message.externalVariables { names.addForICU(variable.name) }
  }

  mutating func convert() -> Conversion<ICUMessage> {
    let result: ICUMessage
    switch message {
    case .pattern(let message): result = pattern(message.pattern, in: nil)
    case .select(let message): result = selection(message)
    }
    if !log.hasErrors {
      // Whatever its reader would refuse: its length, the depth of its branches.
      let text = ICUMessageFormat.print(result, dialect: dialect)
      log.refuse(ICUMessageFormat.parse(text, dialect: dialect).diagnostics, .none)
    }
    return Conversion(
      message: log.hasErrors ? nil : result, diagnostics: log.diagnostics, renamed: names.renamed)
  }
}

extension MessageFormat2ToICU {
  mutating func pattern(_ pattern: Pattern, in plural: Plural?) -> ICUMessage {
    var rest = pattern.elements[...]
    var elements: [ICUMessageElement] = []
    while !rest.isEmpty {
      elements += self.elements(&rest, in: plural, until: nil)
      // A closing markup that closes nothing.
      if case .markup(let markup)? = rest.popFirst() {
        log.refuse("markup `\(markup.name)` is closed but not opened", markup.span)
      }
    }
    return ICUMessage(elements)
  }

  /// Reads elements up to the end or to a closing markup, which is left.
  private mutating func elements(
    _ rest: inout ArraySlice<PatternElement>, in plural: Plural?, until open: Markup?
  ) -> [ICUMessageElement] {
    var elements: [ICUMessageElement] = []
    while let element = rest.first {
      if case .markup(let markup) = element, markup.kind == .close { return elements }
      rest.removeFirst()
      switch element {
      case .text(let text): elements.append(.text(Text(text.value)))
      case .expression(let expression):
        if let element = self.element(expression, in: plural) { elements.append(element) }
      case .markup(let markup):
        if let tag = tag(markup, &rest, in: plural) { elements.append(.tag(tag)) }
      }
    }
    return elements
  }

  private mutating func tag(
    _ markup: Markup, _ rest: inout ArraySlice<PatternElement>, in plural: Plural?
  ) -> ICUTag? {
    guard dialect == .formatJS else {
      log.refuse(
        "markup `\(markup.name)` cannot be carried: ICU MessageFormat 1 has no tags", markup.span,
        help: "FormatJS's dialect has them")
      return nil
    }
    if !markup.options.isEmpty || !markup.attributes.isEmpty {
      log.warn("options of markup `\(markup.name)` are left out", markup.span)
    }
    if !isReadable(markup) {
      log.refuse("markup `\(markup.name)` cannot be the name of a tag", markup.span)
      return nil
    }
    if markup.kind == .standalone { return ICUTag(name: markup.name, content: nil) }
    let content = elements(&rest, in: plural, until: markup)
    guard case .markup(let close)? = rest.first, close.name == markup.name else {
      log.refuse(
        "markup `\(markup.name)` is not closed in the same text", markup.span,
        help: "tags must pair")
      return nil
    }
    rest.removeFirst()
    return ICUTag(name: markup.name, content: ICUMessage(content))
  }

  private func isReadable(_ markup: Markup) -> Bool {
    let message = ICUMessage([.tag(ICUTag(name: markup.name, content: nil))])
    let text = ICUMessageFormat.print(message, dialect: dialect)
    return ICUMessageFormat.parse(text, dialect: dialect).message == message
  }

  private mutating func element(
    _ expression: Expression, in plural: Plural?
  ) -> ICUMessageElement? {
    let value = resolver.resolve(expression, &log)
    switch value.source {
    case .literal(let text):
      guard value.function == nil || value.function?.name == "string" else {
        log.refuse("a literal cannot be formatted by ICU MessageFormat 1", expression.span)
        return nil
      }
      return text.isEmpty ? nil : .text(Text(text))
    case .none:
      log.refuse(
        "function `\(value.function?.name ?? "")` without a variable cannot be carried",
        expression.span)
      return nil
    case .argument(let argument):
      return element(value, argument, expression, in: plural)
    }
  }

  private mutating func element(
    _ value: ResolvedValue, _ argument: String, _ expression: Expression, in plural: Plural?
  ) -> ICUMessageElement? {
    let options = value.function?.options.filter { $0.name != "select" } ?? []
    let isPlainNumber = value.function?.name == "number" && options.isEmpty
    if isPlainNumber, plural == Plural(argument: argument, offset: value.offset) {
      return .number(.none)
    }
    if value.offset != 0 {
      log.refuse(
        "a number with an offset can be shown only as the `#` of its own plural",
        expression.span, help: "show it directly in the variants that select on it")
      return nil
    }
    let kind = ICUFunctionConversion.kind(of: value.function, expression.span, &log)
    let result = ICUArgument(name: names.name(for: argument), kind: kind ?? .plain)
    if !isReadable(result) {
      log.refuse(
        "ICU MessageFormat 1 does not take `\(value.function?.name ?? "")` with these options",
        expression.span)
    }
    return .argument(result)
  }

  /// Whether an argument is read as it is written: ICU must know its skeleton, for one, which its own
  /// dialect asks for.
  private func isReadable(_ argument: ICUArgument) -> Bool {
    let message = ICUMessage([.argument(argument)])
    return [dialect, .icu].allSatisfy { dialect in
      let text = ICUMessageFormat.print(message, dialect: dialect)
      return ICUMessageFormat.parse(text, dialect: dialect).message == message
    }
  }
}
