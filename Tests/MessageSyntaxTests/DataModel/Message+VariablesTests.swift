import MessageSyntax
import Testing

@Suite("Variables of a message")
struct MessageVariablesTests {
  private func parse(_ source: String) throws -> Message {
    try #require(MessageFormat2.parse(source).message)
  }

  @Test("arguments are the variables that no .local declares")
  func externalVariables() throws {
    let message = try parse(
      ".input {$n :number} .local $m = {$a :integer min=$b} .match $n * {{{$m} {$c} {$n}{#x d=$e}}}"
    )
    let variables = message.externalVariables
    #expect(variables.map(\.name) == ["n", "a", "b", "c", "e"])
    #expect(variables.map(\.functionNames) == [["number"], ["integer"], [], [], []])
    #expect(variables.first?.uses.map(\.role) == [.operand, .selector, .operand])
    #expect(variables[2].uses.map(\.role) == [.option])
  }

  @Test("a use knows its own function, or that of the declaration")
  func functionOfUse() throws {
    let message = try parse(".input {$n :number} {{{$n} {$n :percent}}}")
    let uses = try #require(message.externalVariables.first).uses
    #expect(uses.map(\.function?.name) == ["number", "number", "percent"])
  }

  @Test("the annotation of a variable is found through declarations that only rename")
  func annotation() throws {
    let message = try parse(".input {$n :number} .local $a = {$n} .local $b = {$a} {{{$b}{$c}}}")
    #expect(message.function(annotating: "b")?.name == "number")
    #expect(message.function(annotating: "c") == nil)
    #expect(message.declaration(of: "a")?.name == "a")
  }
}
