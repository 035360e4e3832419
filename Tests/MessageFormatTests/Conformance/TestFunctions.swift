import LocaleServices
import MessageFormat

/// The functions that the suite defines for its own use: `:test:function`, `:test:select`,
/// `:test:format`.
enum TestFunctions {
  static let registry = MessageFunctionRegistry.standard
    .adding("test:function", function(canSelect: true, canFormat: true))
    .adding("test:select", function(canSelect: true, canFormat: false))
    .adding("test:format", function(canSelect: false, canFormat: true))

  private static func function(canSelect: Bool, canFormat: Bool) -> MessageFunction {
    MessageFunction { call in
      var value: TestValue
      if case .custom(let custom) = call.operand?.content, let operand = custom as? TestValue {
        value = operand
      } else if let number = call.operandNumber?.value.exact {
        value = TestValue(input: number)
      } else {
        return call.badOperand("expects a number")
      }
      value.canFormat = canFormat
      for option in call.options {
        switch (option.name, option.text) {
        case ("decimalPlaces", "0"): value.decimalPlaces = 0
        case ("decimalPlaces", "1"): value.decimalPlaces = 1
        case ("decimalPlaces", _):
          call.badOption(option, expected: "0 or 1")
          return nil
        case ("fails", "never"): break
        case ("fails", "select"): value.failsSelect = true
        case ("fails", "format"): value.failsFormat = true
        case ("fails", "always"): (value.failsSelect, value.failsFormat) = (true, true)
        case ("fails", _): call.badOption(option, expected: "never, select, format or always")
        default: break
        }
      }
      return MessageValue(.custom(value), isSelectable: canSelect)
    }
  }
}

private struct TestValue: CustomMessageValue {
  var input: ExactDecimal
  var decimalPlaces = 0
  var canFormat = true
  var failsSelect = false
  var failsFormat = false

  var partType: String { "test" }

  func format() throws(MessageFormatError.Kind) -> String {
    if failsFormat { throw .badOption }
    guard canFormat else { throw .unsupportedOperation }
    let parts = input.description.split(separator: ".")
    let fraction = parts.count > 1 ? parts[1].prefix(1) : "0"
    return parts[0] + (decimalPlaces == 1 ? "." + fraction : "")
  }

  func match(_ key: String) throws(MessageFormatError.Kind) -> Int? {
    if failsSelect { throw .badSelector }
    guard input.description == "1" else { return nil }
    if decimalPlaces == 1, key == "1.0" { return 0 }
    return key == "1" ? 1 : nil
  }
}
