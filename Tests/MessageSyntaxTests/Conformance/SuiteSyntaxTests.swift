import Diagnostics
import MessageSyntax
import Testing

@Suite("The MessageFormat 2 suite, as far as parsing goes")
struct SuiteSyntaxTests {
  @Test("has its 462 tests", .enabled(if: SharedData.root != nil))
  func isComplete() {
    #expect(SuiteTest.all.count == 462)
    #expect(SuiteTest.all.count { $0.file == "syntax-errors.json" } == 133)
  }

  @Test("each kind of error is found, and nothing else", arguments: SuiteTest.all)
  func findsErrors(_ test: SuiteTest) {
    let expected = test.errors.filter(SuiteTest.parsingErrors.contains)
    let result = MessageFormat2.parse(test.source)
    #expect(result.diagnostics.map(\.code) == expected)
    #expect((result.message == nil) == expected.contains("syntax-error"))
    for diagnostic in result.diagnostics {
      #expect(diagnostic.span.upperBound <= test.source.utf8.count)
      #expect(diagnostic.help != nil)
      #expect(diagnostic.message.first?.isUppercase != true || diagnostic.message.hasPrefix("U+"))
    }
  }

  @Test("what is printed parses to the same message, and prints the same", arguments: SuiteTest.all)
  func roundTrips(_ test: SuiteTest) throws {
    guard let message = MessageFormat2.parse(test.source).message else { return }
    try checkRoundTrip(message)
  }
}

/// Printing a message and parsing the text gives the message back, and the text is a fixed point.
func checkRoundTrip(
  _ message: Message, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let text = MessageFormat2.print(message)
  let again = try #require(
    MessageFormat2.parse(text).message, "\(text)", sourceLocation: sourceLocation)
  #expect(again == message, "\(text)", sourceLocation: sourceLocation)
  #expect(MessageFormat2.print(again) == text, sourceLocation: sourceLocation)
}
