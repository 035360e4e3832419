import LocaleIdentifiers
import MessageFormat
import MessageSyntax
import StringCatalogs
import Testing

/// What JSON cannot hand over to Node's side of `NodeParityTests`: numbers that are none, and texts that
/// are too long.
@Suite struct ModuleEdgesTests {
  private static let messages = [
    "long": "{$x :string}, {$y :string}!",
    "marked": "{#b}{$x :string}{/b}, {$y :string}!",
    "number": "{$n :string}",
    "declared": ".input {$n :number} {{{$n :string}}}",
    "named": "{$code :icu:displayName}",
  ]

  /// The texts that a module of Polish says, one for each expression of JavaScript.
  private func said(_ expressions: [String]) throws -> [String] {
    let node = try #require(NodeParityTests.node)
    let site = try TemporaryFolder()
    try site.write(
      #"{"source": "pl", "entries": [{"locale": "pl", "label": "Polski", "default": true}]}"#,
      to: "Locales/site.json")
    let members = Self.messages.map { JSONTree.Member($0.key, .string($0.value)) }
    try site.write(JSONTree.object(members).text(.compact), to: "Strings/pl/page.json")
    let export = try Executable.langue.run(
      ["export", "--format", "esm", "--output", "modules"], in: site.path)
    #expect(export.status == 0, "\(export.errors)")
    try site.write(
      """
      import { messages, parts } from "./modules/pl.js";
      const say = (key, args) => messages.get(key)(args);
      console.log(JSON.stringify([\(expressions.joined(separator: ", "))]));
      """, to: "say.mjs")
    try site.write("{ \"type\": \"module\" }", to: "package.json")
    let run = try node.run(["\(site.path)/say.mjs"])
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDocument(parsing: Array(run.output.utf8)).root.elements.map { $0.string ?? "?" }
  }

  private func formatter(_ key: String) throws -> MessageFormatter {
    let message = try #require(MessageFormat2.parse(Self.messages[key] ?? "").message)
    return try MessageFormatter(message, context: MessageFormatContext(locale: "pl"))
  }

  @Test(.enabled(if: NodeParityTests.node != nil, "there is no node on the PATH"))
  func `a text that is too long ends in a module where it ends here`() throws {
    // Marks of direction take six bytes beside each of the two texts, the rest of the message three.
    let counts = [(1, 1), (400_000, 124_279), (400_000, 124_280), (400_000, 124_281), (524_286, 1)]
    var expected: [String] = []
    var expressions: [String] = []
    for (first, second) in counts {
      let arguments: [String: Argument] = [
        "x": .string(String(repeating: "é", count: first)),
        "y": .string(String(repeating: "ż", count: second)),
      ]
      for key in ["long", "marked"] {
        expected.append(String(try formatter(key).format(arguments).utf8.count))
        expressions.append(
          """
          String(new TextEncoder().encode(say("\(key)", \
          { x: "é".repeat(\(first)), y: "ż".repeat(\(second)) })).length)
          """)
      }
    }
    #expect(Set(expected).count >= 4, "\(expected)")
    #expect(try said(expressions) == expected)
  }

  @Test(.enabled(if: NodeParityTests.node != nil, "there is no node on the PATH"))
  func `numbers that are none have the same names in a module`() throws {
    let numbers: [(String, Double)] = [
      ("NaN", .nan), ("Infinity", .infinity), ("-Infinity", -.infinity), ("1e21", 1e21),
      ("-0", -0.0),
    ]
    var expected: [String] = []
    var expressions: [String] = []
    for (code, number) in numbers {
      for key in ["number", "declared"] {
        expected.append(try formatter(key).format(["n": .number(number)]))
        expressions.append("say(\"\(key)\", { n: \(code) })")
      }
    }
    #expect(expected.first?.contains("NaN") == true && expected.first?.contains("nan") == false)
    #expect(try said(expressions) == expected)
  }

  @Test(.enabled(if: NodeParityTests.node != nil, "there is no node on the PATH"))
  func `a name that is spelled like its code is a name`() throws {
    let codes = ["yao", "gan", "xx", "pl", "en-XX"]
    let expected = try codes.map { try formatter("named").format(["code": .string($0)]) }
    #expect(expected.prefix(3) == ["yao", "gan", "\u{2068}{$code}\u{2069}"])
    #expect(try said(codes.map { "say(\"named\", { code: \"\($0)\" })" }) == expected)
  }
}
