import Diagnostics
import MessageSyntax
import Testing

/// Splits `Hello {1️⃣$nmae2️⃣}` into its text and the marked place.
func marked(_ text: String) -> (source: String, span: Range<Int>) {
  var source = ""
  var start = 0
  var end: Int?
  for character in text {
    switch character {
    case "1️⃣": start = source.utf8.count
    case "2️⃣": end = source.utf8.count
    default: source.append(character)
    }
  }
  return (source, start..<(end ?? start))
}

@Suite("Parsing MessageFormat 2")
struct MessageFormat2Tests {
  @Test(
    "a syntax error is reported once, at the smallest text that shows it",
    arguments: [
      ("Hello 1️⃣{2️⃣$name", "`{` is never closed"),
      ("Hello 1️⃣{2️⃣", "`{` is never closed"),
      ("Hello 1️⃣{2️⃣$name and {$other}", "`{` is never closed"),
      ("Hello 1️⃣}2️⃣", "`}` closes nothing"),
      ("Hello 1️⃣{}2️⃣", "placeholder is empty"),
      ("Hello 1️⃣{ }2️⃣!", "placeholder is empty"),
      ("Hello 1️⃣{{2️⃣name}}", "`{` inside a placeholder"),
      ("100 1️⃣\\%2️⃣", "`\\%` is not an escape"),
      ("a 1️⃣\\2️⃣", "`\\` is not an escape"),
      ("{1️⃣$2️⃣ name}", "expected a name after `$`"),
      ("{1️⃣$02️⃣}", "name cannot start with a digit, `-` or `.`: `$0`"),
      ("{|a|1️⃣:2️⃣b}", "expected white space before `:`"),
      ("{$n :number 1️⃣style2️⃣}", "option `style` has no value"),
      ("{$n :number style1️⃣=2️⃣}", "expected a value after `=`"),
      ("{$n 1️⃣style2️⃣=x}", "unexpected `style` in a placeholder"),
      ("{$n :number @a 1️⃣b2️⃣=c}", "option `b` stands behind an attribute"),
      ("{$n @a=1️⃣$2️⃣b}", "the value of an attribute cannot be a variable"),
      ("{1️⃣|2️⃣text}", "`|` is never closed"),
      ("{#br 1️⃣/2️⃣ }", "`/` must stand directly before `}`"),
      ("{é 1️⃣é2️⃣}", "unexpected `é` in a placeholder"),
      ("{$n 1️⃣%2️⃣}", "unexpected `%` in a placeholder"),
      ("a\u{0}", "U+0000 cannot stand in a message"),
      ("1️⃣{{2️⃣text", "`{{` is never closed"),
      ("{{text1️⃣}2️⃣", "`}` closes nothing"),
      ("{{text}} 1️⃣more2️⃣", "message goes on after its pattern"),
      ("1️⃣.inputs2️⃣ {$n} {{}}", "unknown keyword `.inputs`"),
      (".input 1️⃣{n}2️⃣ {{}}", "`.input` declares a variable"),
      ("1️⃣.local2️⃣ n = {1} {{}}", "expected a variable"),
      (".local 1️⃣$n2️⃣ {1} {{}}", "expected `=` after `$n`"),
      (".local $n = 1️⃣|2️⃣a| {{}}", "expected an expression `{…}`"),
      (".local $n = 1️⃣{#b}2️⃣ {{}}", "markup cannot be declared"),
      ("1️⃣.input {$n}2️⃣", "message ends after its declarations"),
      (".input {$n} 1️⃣a2️⃣", "unexpected `a`"),
      ("1️⃣.match2️⃣ one {{}}", "`.match` selects nothing"),
      (".match 1️⃣{2️⃣$n} * {{}}", "a selector stands without braces"),
      ("1️⃣.match2️⃣ $n", "`.match` has no variants"),
      (".match $n * {{}} 1️⃣one2️⃣", "variant `one` has no pattern"),
      (".match $n 1️⃣%2️⃣ {{}}", "unexpected `%` in a variant"),
      (".match $n one 1️⃣{2️⃣text}", "unexpected `{` in a variant"),
    ])
  func syntaxErrors(_ text: String, _ message: String) {
    let (source, span) = marked(text)
    let result = MessageFormat2.parse(source)
    #expect(result.message == nil)
    #expect(result.diagnostics.map(\.code) == ["syntax-error"])
    #expect(result.diagnostics.first?.message.hasPrefix(message) == true, "\(result.diagnostics)")
    if span.isEmpty { return }
    #expect(result.diagnostics.first?.span == span, "\(result.diagnostics)")
  }

  @Test(
    "a data model error is reported where it is",
    arguments: [
      (".input {$n :x} .match $n 1️⃣* *2️⃣ {{}}", "variant-key-mismatch"),
      (".input {$n :x} 1️⃣.match $n2️⃣ one {{}}", "missing-fallback-variant"),
      (".input {$n} .match 1️⃣$n2️⃣ * {{}}", "missing-selector-annotation"),
      (".match 1️⃣$n2️⃣ * {{}}", "missing-selector-annotation"),
      (".input {$n} .input {1️⃣$n2️⃣} {{}}", "duplicate-declaration"),
      (".local $a = {$b} .local 1️⃣$b2️⃣ = {1} {{}}", "duplicate-declaration"),
      (".local $a = {1️⃣$a2️⃣} {{}}", "duplicate-declaration"),
      (".input {$a :x o=1️⃣$a2️⃣} {{}}", "duplicate-declaration"),
      ("{:f a=1 1️⃣a2️⃣=2}", "duplicate-option-name"),
      ("{#b a=1 b=1 1️⃣a2️⃣=2}", "duplicate-option-name"),
      (".input {$n :x} .match $n |a| {{}} 1️⃣a2️⃣ {{}} * {{}}", "duplicate-variant"),
      (
        ".input {$n :x} .match $n \u{1E0A}\u{323} {{}} 1️⃣\u{1E0C}\u{307}2️⃣ {{}} * {{}}",
        "duplicate-variant"
      ),
    ])
  func dataModelErrors(_ text: String, _ code: String) {
    let (source, span) = marked(text)
    let result = MessageFormat2.parse(source)
    #expect(result.message != nil)
    #expect(!result.isValid)
    #expect(result.diagnostics.map(\.code) == [code])
    #expect(result.diagnostics.first?.span == span)
  }

  @Test("every data model error of a message is reported, in the order of the text")
  func severalErrors() {
    let source = ".input {$n} .input {$n} .match $n one {{}} one {{}}"
    #expect(
      MessageFormat2.parse(source).diagnostics.map(\.code) == [
        "duplicate-declaration", "missing-fallback-variant", "missing-selector-annotation",
        "duplicate-variant",
      ])
  }

  @Test("an annotation counts through declarations that only rename")
  func annotationThroughLocal() {
    let source = ".input {$n :number} .local $a = {$n} .local $b = {$a} .match $b * {{}}"
    #expect(MessageFormat2.parse(source).isValid)
  }

  @Test("a tree knows where each of its parts stands")
  func spans() throws {
    let source = ".input {$n :number select=exact @a=b}{{x{|y| :f}}}"
    let message = try #require(MessageFormat2.parse(source).message)
    func text(_ span: SourceSpan) -> String {
      String(decoding: Array(source.utf8)[span.range], as: UTF8.self)
    }
    let declaration = try #require(message.declarations.first)
    #expect(text(declaration.span) == ".input {$n :number select=exact @a=b}")
    #expect(text(declaration.value.span) == "{$n :number select=exact @a=b}")
    #expect(declaration.value.function.map { text($0.span) } == ":number")
    #expect(declaration.value.function?.options.map { text($0.span) } == ["select=exact"])
    #expect(declaration.value.attributes.map { text($0.span) } == ["@a=b"])
    #expect(declaration.value.operand.map { text($0.span) } == "$n")
    #expect(message.patterns.map { text($0.span) } == ["x{|y| :f}"])
    #expect(message.patterns.first?.elements.map { text($0.span) } == ["x", "{|y| :f}"])
  }

  @Test("names are in NFC and without bidi marks, texts are left alone")
  func normalizesNames() throws {
    let source = "\u{1E0A}\u{323}{$\u{200E}\u{1E0A}\u{323}\u{200E} :a\u{200E}:b}"
    guard case .pattern(let message)? = MessageFormat2.parse(source).message,
      case .text(let text)? = message.pattern.elements.first,
      case .expression(let expression)? = message.pattern.elements.last,
      case .variable(let variable)? = expression.operand
    else {
      Issue.record("not parsed")
      return
    }
    #expect(Array(text.value.unicodeScalars.map(\.value)) == [0x1E0A, 0x323])
    #expect(Array(variable.name.unicodeScalars.map(\.value)) == [0x1E0C, 0x307])
    #expect(expression.function?.name == "a:b")
  }

  @Test("a message of 65536 bytes is read, a longer one is not")
  func longMessages() {
    for (length, code) in [(65_535, nil), (65_536, nil), (65_537, "message-too-long")] {
      let result = MessageFormat2.parse(String(repeating: "a", count: length))
      #expect(result.diagnostics.first?.code == code)
    }
  }

  @Test("a message of 256 placeholders is read, one of more is not")
  func manyPlaceholders() {
    for (count, code) in [(255, nil), (256, nil), (257, "too-many-placeholders")] {
      let result = MessageFormat2.parse(String(repeating: "{$a}", count: count))
      #expect(result.diagnostics.first?.code == code)
    }
  }
}
