import Testing

@testable import LangueCommands

@Suite struct MessageArgumentTests {
  @Test(arguments: [
    ("count=3", "count", MessageArgument.Kind.number, "3"),
    ("count=-0.5e3", "count", .number, "-0.5e3"),
    ("code=007", "code", .string, "007"),
    ("name=Ada", "name", .string, "Ada"),
    ("name=", "name", .string, ""),
    ("sum=a=b", "sum", .string, "a=b"),
    ("count:string=3", "count", .string, "3"),
    ("on:datetime=2017-06-12", "on", .datetime, "2017-06-12"),
    ("url=http://a", "url", .string, "http://a"),
  ])
  func `an argument has a name, a type and a value`(
    text: String, name: String, kind: MessageArgument.Kind, value: String
  ) throws {
    let argument = try MessageArgument(text)
    #expect(argument.name == name && argument.kind == kind && argument.value == value)
  }

  @Test(arguments: ["", "name", "=x", ":string=x", "n:integer=3", "n:number=three", "n:number="])
  func `what is no argument is refused`(text: String) {
    #expect(throws: (any Error).self) { try MessageArgument(text) }
  }

  @Test(arguments: ["0", "-1", "10.25", "1e9", "1E-2"])
  func `JSON's numbers are numbers`(text: String) { #expect(MessageArgument.isNumber(text)) }

  @Test(arguments: ["", "-", "01", "1.", ".5", "1e", "0x1", "1 000", "١", "inf", "nan", "+1"])
  func `other digits are text`(text: String) { #expect(!MessageArgument.isNumber(text)) }
}
