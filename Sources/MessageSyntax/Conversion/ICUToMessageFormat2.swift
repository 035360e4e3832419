extension ICUMessageFormat {
  /// Carries a message of ICU MessageFormat 1 over to MessageFormat 2.
  ///
  /// Plural and select become one `.match` with a selector for each of them, and the text around
  /// them stands in every variant. Names that MessageFormat 2 does not allow are changed. Types and
  /// styles become functions and options; those without a standard form become functions of the
  /// `icu` namespace.
  public static func convertToMessageFormat2(_ message: ICUMessage) -> Conversion<Message> {
    var converter = ICUToMessageFormat2(message)
    return converter.convert()
  }
}

struct ICUToMessageFormat2 {
  /// A message with more variants is refused: it would be longer than any is read.
  static let mostVariants = 2_000

  let source: ICUMessage
  var log = ConversionLog()
  var roles = ICUArgumentRoles()
  var table = ICUVariantTable()

  init(_ source: ICUMessage) { self.source = source }

  mutating func convert() -> Conversion<Message> {
    roles.collect(source, &log)
    let message = log.hasErrors ? nil : build()
    if let message, message.placeholderCount > MessageFormat2.mostPlaceholders {
      log.refuse(
        "message would have more than \(MessageFormat2.mostPlaceholders) placeholders",
        source.span, help: "split it into several messages")
    } else if let message, !log.hasErrors {
      // Whatever else its reader would refuse: its length, a key given twice in other characters.
      log.refuse(MessageFormat2.parse(MessageFormat2.print(message)).diagnostics, source.span)
    }
    return Conversion(
      message: log.hasErrors ? nil : message, diagnostics: log.diagnostics,
      renamed: roles.names.renamed)
  }

  private mutating func build() -> Message? {
    guard roles.hasSelectors else {
      let elements = patternElements(of: source, plural: nil)
      return .pattern(
        PatternMessage(declarations: [], pattern: Pattern(elements.joiningTexts)))
    }
    // The patterns are the same in both; only the choice of them is put differently.
    var sparse = ICUVariantTable()
    let isSmall = sparse.addSparseRows(source, roles) { pattern, plural in
      elements(pattern, plural)
    }
    var product = ICUVariantTable()
    let isProduct = product.addProductRows(source, roles) { pattern, plural in
      elements(pattern, plural)
    }
    if isProduct, !isSmall || product.rows.count <= sparse.rows.count {
      table = product
    } else if isSmall {
      table = sparse
    } else {
      log.refuse("message has more than \(Self.mostVariants) variants", source.span)
      return nil
    }
    return .select(
      SelectMessage(
        declarations: roles.declarations(for: table.columns),
        selectors: roles.selectors(for: table.columns).map { VariableReference($0) },
        variants: table.variants))
  }

  private mutating func patternElements(
    of message: ICUMessage, plural: ICUColumn?
  ) -> [PatternElement] {
    message.elements.flatMap { elements($0, plural) }
  }

  /// What an element that selects nothing becomes.
  private mutating func elements(
    _ element: ICUMessageElement, _ plural: ICUColumn?
  ) -> [PatternElement] {
    switch element {
    case .text(let text): return [.text(Text(text.value))]
    case .number:
      guard let plural else { return [.text(Text("#"))] }
      return [variable(roles.numberVariable(for: plural))]
    case .tag(let tag):
      guard let content = tag.content else { return [tag.markup(.standalone)] }
      return [tag.markup(.open)] + patternElements(of: content, plural: plural)
        + [tag.markup(.close)]
    case .argument(let argument):
      let operand = Operand.variable(VariableReference(roles.names.name(for: argument.name)))
      let function = ICUStyleConversion.function(for: argument, &log)
      let space = ICUStyleConversion.leadingSpace(argument.kind)
      return (space.isEmpty ? [] : [.text(Text(space))])
        + [.expression(Expression(operand: operand, function: function))]
    }
  }

  private func variable(_ name: String) -> PatternElement {
    .expression(Expression(operand: .variable(VariableReference(name))))
  }
}

extension ICUTag {
  /// The start or the end of the tag as markup.
  func markup(_ kind: Markup.Kind) -> PatternElement {
    .markup(Markup(kind: kind, name: NormalizedName.nfc(name)))
  }
}

extension Message {
  /// How many expressions and markup elements there are, in the declarations and in all patterns.
  var placeholderCount: Int {
    patterns.reduce(declarations.count) { count, pattern in
      count
        + pattern.elements.count { element in
          if case .text = element { false } else { true }
        }
    }
  }
}
