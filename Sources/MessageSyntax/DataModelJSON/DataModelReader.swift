/// Why a JSON value is no message.
public struct DataModelError: Error, Hashable, Sendable {
  /// The place, from the root: `variants[0].keys[1]`.
  public var path: String
  /// What should be there.
  public var expected: String
}

extension Message {
  /// Reads a message from the interchange form of the specification (`message.json`).
  ///
  /// Names and keys are put in NFC. Only the form is checked: to find data model errors, print the
  /// message and parse the text.
  public init(dataModel: DataModelJSON) throws(DataModelError) {
    let reader = DataModelReader()
    self = try reader.message(dataModel)
  }
}

private struct DataModelReader {
  func message(_ json: DataModelJSON) throws(DataModelError) -> Message {
    let declarations = try list(json, "declarations", "", declaration)
    switch try type(json, "") {
    case "message":
      return .pattern(
        PatternMessage(
          declarations: declarations, pattern: try pattern(json["pattern"], "pattern")))
    case "select":
      return .select(
        SelectMessage(
          declarations: declarations, selectors: try list(json, "selectors", "", variable),
          variants: try list(json, "variants", "", variant)))
    default:
      throw DataModelError(path: "type", expected: "`message` or `select`")
    }
  }

  private func type(_ json: DataModelJSON, _ path: String) throws(DataModelError) -> String {
    try string(json["type"], path.isEmpty ? "type" : path + ".type")
  }

  private func string(
    _ json: DataModelJSON?, _ path: String
  ) throws(DataModelError) -> String {
    guard case .string(let value)? = json else {
      throw DataModelError(path: path, expected: "a string")
    }
    return value
  }

  private func name(_ json: DataModelJSON, _ path: String) throws(DataModelError) -> String {
    NormalizedName.nfc(try string(json["name"], path + ".name"))
  }

  private func list<Element>(
    _ json: DataModelJSON, _ member: String, _ path: String,
    _ read: (DataModelJSON, String) throws(DataModelError) -> Element
  ) throws(DataModelError) -> [Element] {
    let path = path.isEmpty ? member : path + "." + member
    return try array(json[member], path, read)
  }

  private func array<Element>(
    _ json: DataModelJSON?, _ path: String,
    _ read: (DataModelJSON, String) throws(DataModelError) -> Element
  ) throws(DataModelError) -> [Element] {
    guard case .array(let values)? = json else {
      throw DataModelError(path: path, expected: "an array")
    }
    var elements: [Element] = []
    for (index, value) in values.enumerated() {
      elements.append(try read(value, "\(path)[\(index)]"))
    }
    return elements
  }

  private func declaration(
    _ json: DataModelJSON, _ path: String
  ) throws(DataModelError) -> Declaration {
    let name = try name(json, path)
    let value = try expression(json["value"] ?? .other, path + ".value")
    switch try type(json, path) {
    case "input":
      guard case .variable(let variable)? = value.operand, variable.name == name else {
        throw DataModelError(path: path + ".value.arg", expected: "the variable `\(name)`")
      }
      return .input(InputDeclaration(name: name, value: value))
    case "local": return .local(LocalDeclaration(name: name, value: value))
    default: throw DataModelError(path: path + ".type", expected: "`input` or `local`")
    }
  }

  private func variable(
    _ json: DataModelJSON, _ path: String
  ) throws(DataModelError) -> VariableReference {
    guard try type(json, path) == "variable" else {
      throw DataModelError(path: path + ".type", expected: "`variable`")
    }
    return VariableReference(try name(json, path))
  }

  private func operand(_ json: DataModelJSON, _ path: String) throws(DataModelError) -> Operand {
    switch try type(json, path) {
    case "literal": return .literal(Literal(try string(json["value"], path + ".value")))
    case "variable": return .variable(try variable(json, path))
    default: throw DataModelError(path: path + ".type", expected: "`literal` or `variable`")
    }
  }

  private func variant(_ json: DataModelJSON, _ path: String) throws(DataModelError) -> Variant {
    Variant(
      keys: try list(json, "keys", path, key), value: try pattern(json["value"], path + ".value"))
  }

  private func key(_ json: DataModelJSON, _ path: String) throws(DataModelError) -> VariantKey {
    switch try type(json, path) {
    case "*": return .catchall(.none)
    case "literal":
      return .literal(
        Literal(NormalizedName.nfc(try string(json["value"], path + ".value"))))
    default: throw DataModelError(path: path + ".type", expected: "`literal` or `*`")
    }
  }

  private func pattern(
    _ json: DataModelJSON?, _ path: String
  ) throws(DataModelError) -> Pattern {
    let elements = try array(json, path, element)
    // An empty text is nothing.
    return Pattern(elements.filter { $0 != .text(Text("")) })
  }

  private func element(
    _ json: DataModelJSON, _ path: String
  ) throws(DataModelError) -> PatternElement {
    if case .string(let text) = json { return .text(Text(text)) }
    guard try type(json, path) == "markup" else {
      return .expression(try expression(json, path))
    }
    guard let kind = Markup.Kind(rawValue: try string(json["kind"], path + ".kind")) else {
      throw DataModelError(path: path + ".kind", expected: "`open`, `standalone` or `close`")
    }
    return .markup(
      Markup(
        kind: kind, name: try name(json, path), options: try options(json, path),
        attributes: try attributes(json, path)))
  }

  private func expression(
    _ json: DataModelJSON, _ path: String
  ) throws(DataModelError) -> Expression {
    guard try type(json, path) == "expression" else {
      throw DataModelError(path: path + ".type", expected: "`expression` or `markup`")
    }
    var expression = Expression(attributes: try attributes(json, path))
    if let operand = json["arg"] {
      expression.operand = try self.operand(operand, path + ".arg")
    }
    if let function = json["function"] {
      guard try type(function, path + ".function") == "function" else {
        throw DataModelError(path: path + ".function.type", expected: "`function`")
      }
      expression.function = FunctionReference(
        try name(function, path + ".function"),
        options: try options(function, path + ".function"))
    }
    if expression.operand == nil, expression.function == nil {
      throw DataModelError(path: path, expected: "`arg` or `function`")
    }
    return expression
  }

  private func options(_ json: DataModelJSON, _ path: String) throws(DataModelError) -> [Option] {
    var options: [Option] = []
    for member in try members(json["options"], path + ".options") {
      let value = try operand(member.value, path + ".options." + member.name)
      options.append(Option(name: NormalizedName.nfc(member.name), value: value))
    }
    return options
  }

  private func attributes(
    _ json: DataModelJSON, _ path: String
  ) throws(DataModelError) -> [Attribute] {
    var attributes: [Attribute] = []
    for member in try members(json["attributes"], path + ".attributes") {
      let name = NormalizedName.nfc(member.name)
      if member.value == .bool(true) {
        attributes.append(Attribute(name: name))
        continue
      }
      let memberPath = path + ".attributes." + member.name
      guard case .literal(let literal) = try operand(member.value, memberPath) else {
        throw DataModelError(path: memberPath, expected: "a literal or `true`")
      }
      attributes.append(Attribute(name: name, value: literal))
    }
    return attributes
  }

  private func members(
    _ json: DataModelJSON?, _ path: String
  ) throws(DataModelError) -> [DataModelJSON.Member] {
    guard let json else { return [] }
    guard case .object(let members) = json else {
      throw DataModelError(path: path, expected: "an object")
    }
    return members
  }
}
