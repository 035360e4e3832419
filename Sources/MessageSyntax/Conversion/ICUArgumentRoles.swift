/// What each argument of a message is used for, and so how it must be declared.
struct ICUArgumentRoles {
  /// The kinds of columns of each argument.
  private var kinds: [String: Set<ICUColumn.Kind>] = [:]
  /// The arguments that are shown with a function of their own, or as they are.
  private var shown: Set<String> = []
  private(set) var names = ArgumentNames()

  var hasSelectors: Bool { !kinds.isEmpty }

  mutating func collect(_ message: ICUMessage, _ log: inout ConversionLog) {
    for element in message.elements {
      switch element {
      case .number: break
      case .text(let text): checkCharacters(text.value, text.span, &log)
      case .tag(let tag):
        if !ArgumentNames.isName(NormalizedName.nfc(tag.name)) {
          log.refuse("`\(tag.name)` cannot be the name of markup in MessageFormat 2", tag.span)
        }
        if let content = tag.content { collect(content, &log) }
      case .argument(let argument):
        names.add(argument.name)
        collect(argument, element, &log)
      }
    }
  }

  private mutating func collect(
    _ argument: ICUArgument, _ element: ICUMessageElement, _ log: inout ConversionLog
  ) {
    checkCharacters(argument.kind.style ?? "", argument.span, &log)
    guard let selection = ICUSelection(element) else {
      shown.insert(argument.name)
      return
    }
    kinds[argument.name, default: []].formUnion(selection.kinds)
    if case .plural(let plural) = argument.kind { check(plural, argument, &log) }
    if case .select(let branches) = argument.kind { check(branches, &log) }
    for branch in selection.branches { collect(branch.message, &log) }
  }

  private func check(_ branches: [ICUSelectBranch], _ log: inout ConversionLog) {
    // Strings are equal by their normal form here, as keys are in MessageFormat 2.
    var seen: [String: String] = [:]
    for branch in branches {
      checkCharacters(branch.key, branch.keySpan, &log)
      if let first = seen[branch.key], !first.utf8.elementsEqual(branch.key.utf8) {
        log.refuse(
          "branch `\(branch.key)` has the key of another in other characters", branch.keySpan,
          help: "MessageFormat 2 compares keys by their normal form (NFC)")
      }
      seen[branch.key] = branch.key
    }
  }

  private func checkCharacters(_ text: String, _ span: SourceSpan, _ log: inout ConversionLog) {
    if text.utf8.contains(0) {
      log.refuse("U+0000 cannot stand in MessageFormat 2", span, help: "take it out")
    }
  }

  private func check(
    _ plural: ICUPlural, _ argument: ICUArgument, _ log: inout ConversionLog
  ) {
    if plural.offset.integer.map({ (-99...99).contains($0) }) != true {
      log.refuse(
        "offset `\(plural.offset.text)` is not an integer from -99 to 99", argument.span,
        help: "MessageFormat 2's `:offset` takes no other")
    }
    checkDecidingStyle(of: plural, argument, &log)
    for branch in plural.branches {
      switch branch.selector {
      case .keyword(let keyword) where !ICUSelection.categories.contains(keyword):
        log.warn(
          "branch `\(keyword)` is left out: no language has this category", branch.selectorSpan,
          help: "the categories are zero, one, two, few, many and other")
      case .exact(let number) where number.integer == nil:
        log.warn(
          "branch `=\(number.text)` may never be chosen: it is not an integer",
          branch.selectorSpan, help: "MessageFormat 2 promises exact matches for integers only")
      default: break
      }
    }
  }
}

extension ICUArgumentRoles {
  /// ICU takes the category of the number as `other` shows it first.
  private func checkDecidingStyle(
    of plural: ICUPlural, _ argument: ICUArgument, _ log: inout ConversionLog
  ) {
    let help = "ICU takes the category of the number as `other` shows it first"
    switch plural.decidingKind(of: argument.name) {
    case .number(.named("percent")):
      log.warn(
        "branches are chosen by the number itself, not by its percentage", argument.span,
        help: help)
    case .number(.named("integer")):
      log.note(
        "branches are chosen by the number itself: fractions may get another one", argument.span,
        help: help)
    case .number(.named("currency")), .number(.pattern):
      log.warn(
        "branches are chosen by the number itself, not by the digits that are shown",
        argument.span, help: help)
    default: return
    }
  }

  /// The variable of the argument itself, after its declaration.
  private func base(_ argument: String) -> String { names.name(for: argument) }

  /// Whether the argument chooses both by number and by text: it is then one or the other.
  private func isMixed(_ argument: String) -> Bool {
    let kinds = kinds(of: argument)
    return kinds.contains(.select) && kinds.count > 1
  }

  /// The variable of the argument as a number.
  private func number(_ argument: String) -> String {
    isMixed(argument) ? names.made(argument, "number") : base(argument)
  }

  private func kinds(of argument: String) -> Set<ICUColumn.Kind> { kinds[argument] ?? [] }

  /// Whether the argument's own declaration says `select=ordinal`: it is used for nothing else, and no
  /// other variable is made of it, which could then not select.
  private func isOrdinalOnly(_ argument: String, _ columns: [ICUColumn]) -> Bool {
    kinds(of: argument) == [.number(isOrdinal: true)] && !shown.contains(argument)
      && columns.count { $0.argument == argument } == 1
  }

  private func isSelectOnly(_ argument: String) -> Bool {
    kinds(of: argument) == [.select] && !shown.contains(argument)
  }

  /// The variable that `#` stands for in a branch of this column.
  func numberVariable(for column: ICUColumn) -> String {
    guard case .offset(let offset, _) = column.kind else { return number(column.argument) }
    return offsetName(column.argument, offset)
  }

  private func offsetName(_ argument: String, _ offset: Int) -> String {
    names.made(argument, offset > 0 ? "minus\(offset)" : "plus\(offset.magnitude)")
  }

  /// The variable that a column selects on.
  private func selector(_ column: ICUColumn, of columns: [ICUColumn]) -> String {
    let name = column.kind == .select ? base(column.argument) : number(column.argument)
    var suffixes: [String] = []
    switch column.kind {
    case .number(let isOrdinal):
      if isOrdinal, !isOrdinalOnly(column.argument, columns) { suffixes.append("ordinal") }
    case .exact: break
    case .offset(let offset, let isOrdinal):
      suffixes.append(offset > 0 ? "minus\(offset)" : "plus\(offset.magnitude)")
      if isOrdinal { suffixes.append("ordinal") }
    case .select:
      if !isSelectOnly(column.argument) { suffixes.append("select") }
    }
    if column.instance > 0 {
      // Exact and plain plural columns may both be copies of the argument itself.
      if column.kind == .exact { suffixes.append("exact") }
      suffixes.append("\(column.instance + 1)")
    }
    return suffixes.isEmpty ? name : names.made(column.argument, suffixes.joined(separator: "_"))
  }

  func selectors(for columns: [ICUColumn]) -> [String] {
    columns.map { selector($0, of: columns) }
  }

  /// The declarations that the selectors and the `#`s of these columns need.
  func declarations(for columns: [ICUColumn]) -> [Declaration] {
    var declarations: [Declaration] = []
    var declared: Set<String> = []
    for column in columns where declared.insert(base(column.argument)).inserted {
      declarations.append(input(column.argument, columns))
      if isMixed(column.argument), declared.insert(number(column.argument)).inserted {
        declarations.append(
          local(number(column.argument), base(column.argument), number(isOrdinal: false)))
      }
    }
    for column in columns {
      if case .offset(let offset, _) = column.kind {
        let name = offsetName(column.argument, offset)
        if declared.insert(name).inserted {
          let option = Option(
            name: offset > 0 ? "subtract" : "add",
            value: .literal(Literal("\(offset.magnitude)")))
          declarations.append(
            local(name, number(column.argument), FunctionReference("offset", options: [option])))
        }
      }
      let name = selector(column, of: columns)
      if declared.insert(name).inserted {
        declarations.append(local(name, operand(of: column), function(of: column)))
      }
    }
    return declarations
  }

  private func input(_ argument: String, _ columns: [ICUColumn]) -> Declaration {
    let name = base(argument)
    let function: FunctionReference =
      if isSelectOnly(argument) {
        FunctionReference("string")
      } else if isOrdinalOnly(argument, columns) {
        number(isOrdinal: true)
      } else {
        number(isOrdinal: false)
      }
    // An argument that is a text and is also shown keeps what it is.
    let isText = kinds(of: argument).contains(.select)
    let value = Expression(
      operand: .variable(VariableReference(name)),
      function: isText && !isSelectOnly(argument) ? nil : function)
    return .input(InputDeclaration(name: name, value: value))
  }

  private func number(isOrdinal: Bool) -> FunctionReference {
    let option = Option(name: "select", value: .literal(Literal("ordinal")))
    return FunctionReference("number", options: isOrdinal ? [option] : [])
  }

  private func operand(of column: ICUColumn) -> String {
    if case .offset(let offset, _) = column.kind { return offsetName(column.argument, offset) }
    return column.kind == .select ? base(column.argument) : number(column.argument)
  }

  private func function(of column: ICUColumn) -> FunctionReference {
    switch column.kind {
    case .select: FunctionReference("string")
    case .exact: number(isOrdinal: false)
    case .number(let isOrdinal), .offset(_, let isOrdinal): number(isOrdinal: isOrdinal)
    }
  }

  private func local(
    _ name: String, _ operand: String, _ function: FunctionReference
  ) -> Declaration {
    let value = Expression(
      operand: .variable(VariableReference(operand)), function: function)
    return .local(LocalDeclaration(name: name, value: value))
  }
}
