extension Message {
  /// The message in the interchange form of the specification (`message.json`).
  public var dataModel: DataModelJSON {
    let declarations = DataModelJSON.array(declarations.map(\.dataModel))
    switch self {
    case .pattern(let message):
      return .node(
        "message",
        [.init("declarations", declarations), .init("pattern", message.pattern.dataModel)])
    case .select(let message):
      return .node(
        "select",
        [
          .init("declarations", declarations),
          .init("selectors", .array(message.selectors.map(\.dataModel))),
          .init("variants", .array(message.variants.map(\.dataModel))),
        ])
    }
  }
}

extension DataModelJSON {
  fileprivate static func node(_ type: String, _ members: [Member]) -> DataModelJSON {
    .object([Member("type", .string(type))] + members)
  }
}

extension Declaration {
  fileprivate var dataModel: DataModelJSON {
    let type =
      switch self {
      case .input: "input"
      case .local: "local"
      }
    return .node(type, [.init("name", .string(name)), .init("value", value.dataModel)])
  }
}

extension Variant {
  fileprivate var dataModel: DataModelJSON {
    let keys = keys.map { key -> DataModelJSON in
      switch key {
      case .literal(let literal): literal.dataModel
      case .catchall: .node("*", [])
      }
    }
    return .object([.init("keys", .array(keys)), .init("value", value.dataModel)])
  }
}

extension Pattern {
  fileprivate var dataModel: DataModelJSON {
    .array(
      elements.map { element in
        switch element {
        case .text(let text): .string(text.value)
        case .expression(let expression): expression.dataModel
        case .markup(let markup): markup.dataModel
        }
      })
  }
}

extension Expression {
  fileprivate var dataModel: DataModelJSON {
    var members: [DataModelJSON.Member] = []
    if let operand { members.append(.init("arg", operand.dataModel)) }
    if let function { members.append(.init("function", function.dataModel)) }
    members += attributes.dataModelMembers
    return .node("expression", members)
  }
}

extension Markup {
  fileprivate var dataModel: DataModelJSON {
    .node(
      "markup",
      [.init("kind", .string(kind.rawValue)), .init("name", .string(name))]
        + options.dataModelMembers + attributes.dataModelMembers)
  }
}

extension FunctionReference {
  fileprivate var dataModel: DataModelJSON {
    .node("function", [.init("name", .string(name))] + options.dataModelMembers)
  }
}

extension Operand {
  fileprivate var dataModel: DataModelJSON {
    switch self {
    case .literal(let literal): literal.dataModel
    case .variable(let variable): variable.dataModel
    }
  }
}

extension Literal {
  fileprivate var dataModel: DataModelJSON { .node("literal", [.init("value", .string(value))]) }
}

extension VariableReference {
  fileprivate var dataModel: DataModelJSON { .node("variable", [.init("name", .string(name))]) }
}

extension [Option] {
  fileprivate var dataModelMembers: [DataModelJSON.Member] {
    isEmpty ? [] : [.init("options", .object(map { .init($0.name, $0.value.dataModel) }))]
  }
}

extension [Attribute] {
  /// Of two attributes with one name the last one counts.
  fileprivate var dataModelMembers: [DataModelJSON.Member] {
    if isEmpty { return [] }
    var members: [DataModelJSON.Member] = []
    for attribute in self {
      members.removeAll { $0.name == attribute.name }
      members.append(.init(attribute.name, attribute.value?.dataModel ?? .bool(true)))
    }
    return [.init("attributes", .object(members))]
  }
}
