import LocaleIdentifiers
import MessageBundles
import MessageFormat
import MessageSyntax
import Testing

struct MessageBundleTests {
  private func polish() throws -> [UInt8] {
    var writer = BundleWriter(locale: "pl")
    writer.add(key: "cart.title", text: "Koszyk")
    writer.add(
      key: "cart.items",
      messageFormat2: """
        .input {$count :integer} .match $count one {{{$count} artykuł}} few {{{$count} artykuły}}
        many {{{$count} artykułów}} * {{{$count} artykułu}}
        """)
    writer.add(key: "pusty", text: "")
    return try writer.bytes()
  }

  @Test func `a bundle gives back what was written`() throws {
    try withTemporaryFile(polish()) { path in
      let bundle = try MessageBundle(path: path)
      #expect(bundle.locale.tag == "pl")
      #expect(bundle.keys == ["cart.items", "cart.title", "pusty"])
      #expect(bundle.format("cart.title") == "Koszyk")
      #expect(bundle.format("cart.items", ["count": 3]) == "3 artykuły")
      #expect(bundle.format("cart.items", ["count": 5]) == "5 artykułów")
      #expect(bundle.format("pusty") == "")
      #expect(bundle.format("cart") == nil)
      #expect(bundle.format("") == nil)
    }
  }

  @Test func `a bundle says what its messages say without it`() throws {
    let context = MessageFormatContext(locale: "pl")
    try withTemporaryFile(SampleBundle.writer().bytes()) { path in
      let bundle = try MessageBundle(path: path)
      try bundle.verify()
      #expect(bundle.fallback == ["fr"])
      for (key, source) in SampleBundle.messages {
        let message = try #require(MessageFormat2.parse(source).message)
        let formatter = try MessageFormatter(message, context: context)
        var errors: [String] = []
        let text = formatter.format(SampleBundle.arguments) { errors.append("\($0)") }
        var bundleErrors: [String] = []
        #expect(
          bundle.format(key, SampleBundle.arguments) { bundleErrors.append("\($0)") } == text)
        #expect(bundleErrors == errors, "\(key)")
        #expect(
          bundle.formatToParts(key, SampleBundle.arguments)
            == formatter.formatToParts(SampleBundle.arguments))
        #expect(bundle.formatter(for: key)?.argumentNames == formatter.argumentNames)
      }
    }
  }

  @Test func `text is appended or read where it stands`() throws {
    try withTemporaryFile(SampleBundle.writer().bytes()) { path in
      let bundle = try MessageBundle(path: path)
      var buffer = Array(">".utf8)
      #expect(bundle.format("cart.title", into: &buffer))
      #expect(bundle.format("cart.items", ["count": 5], into: &buffer))
      #expect(!bundle.format("nowhere", into: &buffer))
      #expect(String(decoding: buffer, as: UTF8.self) == ">Koszyk5 artykułów")
      #expect(bundle.withPlainText(of: "żółć") { $0.count } == 26)
      #expect(bundle.withPlainText(of: "cart.items") { $0.count } == nil)
      #expect(bundle.withPlainText(of: "nowhere") { $0.count } == nil)
      #expect(bundle.formatter(for: "cart.title") == nil)
    }
  }

  @Test func `a message without placeholders is kept as text`() throws {
    var writer = BundleWriter(locale: "de")
    writer.add(key: "a", messageFormat2: "{{Ein \\{Text\\}}}")
    try withTemporaryFile(writer.bytes()) { path in
      let bundle = try MessageBundle(path: path)
      #expect(bundle.withPlainText(of: "a") { $0.count } == 10)
      #expect(bundle.format("a") == "Ein {Text}")
    }
  }

  @Test func `an invalid message is refused by the writer`() throws {
    var writer = BundleWriter(locale: "de")
    writer.add(key: "a", messageFormat2: "{$name")
    #expect(throws: BundleError.invalidMessage(key: "a")) { try writer.bytes() }
  }

  @Test(arguments: [0, 1, 2, 3, 4, 1000]) func `every key is found, and no other`(
    count: Int
  ) throws {
    var writer = BundleWriter(locale: "de")
    for number in 0..<count { writer.add(key: "key.\(number)", text: "Text \(number)") }
    try withTemporaryFile(writer.bytes()) { path in
      let bundle = try MessageBundle(path: path)
      try bundle.verify()
      #expect(bundle.count == count && bundle.keys.count == count)
      for number in 0..<count { #expect(bundle.format("key.\(number)") == "Text \(number)") }
      for number in count..<count + 100 { #expect(!bundle.contains("key.\(number)")) }
    }
  }

  @Test func `the order in which messages are added does not change the file`() throws {
    let locale: LocaleIdentifier = "de"
    var first = BundleWriter(locale: locale)
    var second = BundleWriter(locale: locale)
    for number in 0..<200 { first.add(key: "key\(number)", text: "Text \(number)") }
    for number in (0..<200).reversed() { second.add(key: "key\(number)", text: "Text \(number)") }
    #expect(try first.bytes() == second.bytes())
  }

  @Test func `a key that is added twice is refused`() throws {
    var writer = BundleWriter(locale: "de")
    writer.add(key: "a", text: "1")
    writer.add(key: "a", text: "2")
    #expect(throws: BundleError.duplicateKey("a")) { try writer.bytes() }
  }
}
