import MessageSyntax
import Testing

@Suite("Printing MessageFormat 2")
struct MessagePrinterTests {
  @Test(
    "a message is printed in one layout",
    arguments: [
      ("Hello  {  $name   :string  a = |b|   @c=|d e| } ", "Hello  {$name :string a=b @c=|d e|} "),
      ("{{Hello}}", "Hello"),
      ("{{.Hello}}", "{{.Hello}}"),
      ("{{ .Hello}}", "{{ .Hello}}"),
      ("{{}}", ""),
      ("\\{\\}\\|\\\\", "\\{\\}|\\\\"),
      ("{{ {{}} }}", nil),
      ("{|\\|\\\\\\{|}", "{|\\|\\\\{|}"),
      ("{#b}{/b}{#br /}{#img a=$b @c/}", "{#b}{/b}{#br/}{#img a=$b @c/}"),
      (".input{$n:number}{{}}", nil),
      (".input{$n :number}{{}}", ".input {$n :number}\n{{}}"),
      (
        ".local $a={||}.match $a |*|{{x}}* {{y}}", ".local $a = {||}\n.match $a\n|*| {{x}}\n* {{y}}"
      ),
    ] as [(String, String?)])
  func layout(_ source: String, _ expected: String?) {
    #expect(MessageFormat2.parse(source).message.map(MessageFormat2.print) == expected)
  }

  @Test("a text that would start a complex message is put between braces")
  func dotAfterBlank() throws {
    for text in [".", " \u{3000}.a", "\u{200E}\n.local"] {
      let message = Message.pattern(PatternMessage(pattern: Pattern([.text(Text(text))])))
      try checkRoundTrip(message)
    }
  }

  @Test("a name with a character whose normal form is no name character stays a name")
  func normalizedNames() throws {
    for source in ["{$a\u{37E}b}", "{:f\u{1FEF} o\u{37E}=x @a\u{1FEF}}", "{#m\u{37E}}"] {
      try checkRoundTrip(try #require(MessageFormat2.parse(source).message))
    }
  }
}
