import Diagnostics
import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax
import Testing

/// Unicode's MessageFormat 2 suite: output, errors in kind and order, parts.
@Suite(.enabled(if: SharedData.root != nil, SharedData.whySkipped))
struct SuiteTests {
  @Test func `all tests of the suite pass`() throws {
    let cases = try SuiteCase.all()
    #expect(cases.count == 462)
    for test in cases { try check(test) }
  }

  private func check(_ test: SuiteCase) throws {
    let parsed = MessageFormat2.parse(test.source)
    guard let message = parsed.message, parsed.isValid else {
      let codes = parsed.diagnostics.filter { $0.severity == .error }.map(\.code)
      #expect(codes == test.expectedErrors, "\(test.name) \(test.source)")
      return
    }
    let locale = try #require(LocaleIdentifier(test.locale))
    let context = MessageFormatContext(locale: locale, functions: TestFunctions.registry)
    let formatter = try MessageFormatter(message, context: context, bidiIsolation: test.isolation)
    var errors: [String] = []
    let text = formatter.format(test.arguments) { errors.append($0.kind.rawValue) }
    #expect(errors == test.expectedErrors, "\(test.name) \(test.source)")
    if let expected = test.expected {
      #expect(text == expected, "\(test.name) \(test.source)")
    }
    var partErrors: [String] = []
    let parts = formatter.formatToParts(test.arguments) { partErrors.append($0.kind.rawValue) }
    #expect(partErrors == errors, "\(test.name) \(test.source)")
    #expect(parts.map(\.text).joined() == text, "\(test.name) \(test.source)")
    if let expected = test.expectedParts {
      #expect(parts.count == expected.count, "\(test.name) \(test.source): \(parts)")
      for (part, wanted) in zip(parts, expected) {
        #expect(fits(part, wanted), "\(test.name) \(test.source): \(part) is not \(wanted)")
      }
    }
  }

  /// Whether a part has every field that is asked for.
  private func fits(_ part: MessagePart, _ wanted: [String: JSONValue]) -> Bool {
    let shown = part.fields
    return wanted.allSatisfy { name, value in shown[name].map { isEqual($0, value) } ?? false }
  }

  private func isEqual(_ left: JSONValue, _ right: JSONValue) -> Bool {
    switch (left, right) {
    case (.string(let a), .string(let b)): a == b
    case (.object(let a), .object(let b)):
      b.allSatisfy { name, value in a[name].map { isEqual($0, value) } ?? false }
    case (.array(let a), .array(let b)):
      a.count == b.count && zip(a, b).allSatisfy { isEqual($0, $1) }
    default: false
    }
  }
}

extension MessagePart {
  /// The part with the suite's names.
  fileprivate var fields: [String: JSONValue] {
    switch self {
    case .text(let text): ["type": .string("text"), "value": .string(text)]
    case .bidiIsolation(let mark): ["type": .string("bidiIsolation"), "value": .string(mark)]
    case .fallback(let source): ["type": .string("fallback"), "source": .string(source)]
    case .markup(let markup):
      [
        "type": .string("markup"), "kind": .string(markup.kind.rawValue),
        "name": .string(markup.name),
        "options": .object(markup.options.mapValues { .string($0) }),
      ].merging(markup.identifier.map { ["id": .string($0)] } ?? [:]) { $1 }
    case .value(let value):
      [
        "type": .string(value.type), "value": .string(value.value),
        "locale": .string(value.locale),
        "parts": .array(
          value.parts.map {
            .object(["type": .string($0.kind.rawValue), "value": .string($0.value)])
          }),
      ].merging(value.identifier.map { ["id": .string($0)] } ?? [:]) { $1 }
        .merging(value.direction.map { ["dir": .string($0.html)] } ?? [:]) { $1 }
    }
  }
}
