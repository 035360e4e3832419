import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs
import Testing

@testable import CatalogFormats

@Suite struct TextFormatsTests {
  private let english = FormatContext(locale: "en", source: "en")

  @Test(.disabled(if: Corpora.isMissing))
  func `every property file comes back as it was`() throws {
    let count = try checkCorpus("properties", .properties)
    #expect(count.files == 28)
    #expect(count.messages == 1_087)
  }

  @Test(.disabled(if: Corpora.isMissing))
  func `every strings file comes back as it was`() throws {
    let count = try checkCorpus("stringsdict", .strings)
    #expect(count.files == 31)
    #expect(count.messages == 18_741)
  }

  @Test func `the JDK takes each apostrophe for a quote, but only where it formats`() {
    let file = catalogFile(
      "en.properties", "a = L'article {0}\nb = L''article '{'{0}'}'\nc = L'article {name}\n")
    let texts = CatalogFormat.properties.read(file, english).entries.compactMap(\.translation?.text)
    #expect(texts.first == "Larticle \\{0\\}")
    #expect(texts.dropFirst().first == "L'article \\{{$arg0 @source=|{0}|}\\}")
    #expect(texts.last == "L'article {$name @source=|{name}|}")
  }

  @Test func `property files that are not UTF-8 are Latin-1`() {
    let bytes: [UInt8] = Array("a=caf".utf8) + [0xE9, 0x0A]
    let file = CatalogFile(path: "fr.properties", bytes: bytes)
    var catalog = CatalogFormat.properties.read(file, english)
    #expect(catalog.entries.first?.translation?.text == "café")
    #expect(CatalogFormat.properties.write?(catalog, english).bytes == bytes)
    catalog.original = nil
    let output = CatalogFormat.properties.write?(catalog, english)
    #expect(output?.bytes == Array("a=caf\\u00E9\n".utf8))
  }

  private static let text =
    "/* Café */\n\"title\" = \"Ouvert 😀\";\n\n\"broken\" = \"%1$@ \\U12\";\n"

  /// The text in UTF-16, with a byte order mark.
  private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? bytes : bytes.reversed()
    }
  }

  @Test(arguments: [true, false])
  func `strings in UTF-16 are read with their places, and stay UTF-16`(isBigEndian: Bool) throws {
    let bytes = Self.utf16(Self.text, isBigEndian: isBigEndian)
    let file = CatalogFile(path: "fr.lproj/a.strings", bytes: bytes)
    var catalog = CatalogFormat.strings.read(file, english)
    #expect(catalog.entries.map(\.key) == ["title", "broken"])
    #expect(catalog.entries.first?.translation?.text == "Ouvert 😀")
    #expect(catalog.entries.first?.metadata.description == "Café")
    let place = try #require(catalog.findings.first?.range?.start)
    #expect((place.line, place.column) == (4, 18))
    // Checks work on the text, and what stands on the disk is known.
    let read = catalog.catalog(of: file, as: "en")
    #expect(String(decoding: read.file.bytes, as: UTF8.self) == "\u{FEFF}" + Self.text)
    #expect(read.file.stored == bytes)
    #expect(CatalogFormat.strings.write?(catalog, english).bytes == bytes)
    catalog.entries[0].translation = ExchangeMessage(
      try #require(MessageFormat2.parse("Fermé").message))
    let changed = Self.text.replacing("Ouvert 😀", with: "Fermé")
    #expect(
      CatalogFormat.strings.write?(catalog, english).bytes
        == Self.utf16(changed, isBigEndian: isBigEndian))
  }

  @Test func `half a character of UTF-16 is told`() {
    var bytes = Self.utf16("\"a\" = \"b\";", isBigEndian: false)
    bytes[8...9] = [0x00, 0xD8]
    for bytes in [bytes, bytes.dropLast()] {
      let catalog = CatalogFormat.strings.read(
        CatalogFile(path: "a.strings", bytes: Array(bytes)), english)
      #expect(catalog.findings.map(\.rule) == ["invalid-encoding"])
      #expect(catalog.entries.isEmpty)
    }
  }

  @Test(arguments: [
    ("strings", "%2$@: %1$lld %3$@"), ("properties", "{1}: {0} {2}"),
    ("android", "%2$s: %1$d %3$s"), ("xcstrings", "%2$@: %1$lld %3$@"),
  ])
  func `numbered placeholders count by the source`(format: String, expected: String) throws {
    let format = try #require(CatalogFormatList.named(format))
    let source = "{$count :integer} by {$name}"
    let translation = "{$name}: {$count :integer} {$more}"
    let entry = ExchangeEntry(
      key: "a", source: ExchangeMessage(try #require(MessageFormat2.parse(source).message)),
      translation: ExchangeMessage(try #require(MessageFormat2.parse(translation).message)))
    let catalog = ExchangeCatalog(locale: "pl", sourceLocale: "en", entries: [entry])
    let output = try #require(format.write?(catalog, FormatContext(locale: "pl", source: "en")))
    #expect(String(decoding: output.bytes, as: UTF8.self).contains(expected))
  }

  @Test(arguments: [
    ("strings", "\"a\" = \"%2$@ %1$@\";\n"), ("properties", "a={1} {0}\n"),
  ])
  func `arguments that are known by their numbers keep them`(format: String, text: String) throws {
    let format = try #require(CatalogFormatList.named(format))
    var catalog = format.read(catalogFile("a", text), english)
    let first = format.name == "strings" ? 1 : 0
    catalog.entries[0].translation = ExchangeMessage(
      try #require(MessageFormat2.parse("{$arg\(first + 1)} – {$arg\(first)}").message))
    let output = try #require(format.write?(catalog, english))
    let written = String(decoding: output.bytes, as: UTF8.self)
    let expected = text.replacing(" %1$@", with: " – %1$@").replacing(" {0}", with: " – {0}")
    #expect(written == expected || written == expected.replacing("–", with: "\\u2013"))
  }

  /// As Excel and Calc save it in most of Europe, as text in UTF-16, and as somebody tidied it.
  @Test(arguments: [
    ("key;translation\r\na;\"x; \"\"y\"\"\"\r\n;\r\n", false),
    ("sep=;\r\nkey;translation\r\na;\"x; \"\"y\"\"\"\r\n", false),
    ("\u{FEFF}key\ttranslation\r\na\t\"x; \"\"y\"\"\"\r\n", true),
    ("Translation , Mine,KEY\n\"x; \"\"y\"\"\",1,a\n", false),
  ])
  func `cells between other separators are read, and written back so`(
    text: String, isUTF16: Bool
  ) throws {
    let bytes = isUTF16 ? UTF16Encoding.littleEndian.encoded(Array(text.utf8)) : Array(text.utf8)
    var catalog = CatalogFormat.csv.read(CatalogFile(path: "a.csv", bytes: bytes), english)
    #expect(catalog.findings == [])
    #expect(catalog.entries.map(\.key) == ["a"])
    #expect(catalog.entries.first?.translation?.text == "x; \"y\"")
    let write = try #require(CatalogFormat.csv.write)
    #expect(write(catalog, english).bytes == bytes)
    catalog.entries[0].translation = ExchangeMessage(
      try #require(MessageFormat2.parse("z; 1").message))
    let again = CatalogFormat.csv.read(
      CatalogFile(path: "a.csv", bytes: write(catalog, english).bytes), english)
    #expect(again.entries.first?.translation?.text == "z; 1")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "'=1", "''-x", "＝1"])
  func `no cell starts a formula, and each comes back`(text: String) throws {
    let entry = ExchangeEntry(
      key: text,
      translation: ExchangeMessage(.pattern(PatternMessage(pattern: Pattern([.text(Text(text))])))))
    let catalog = ExchangeCatalog(locale: "en", sourceLocale: "en", entries: [entry])
    let output = try #require(CatalogFormat.csv.write?(catalog, english))
    let written = String(decoding: output.bytes, as: UTF8.self).split(separator: "\r\n")[1]
    #expect(written.drop { $0 == "\"" }.hasPrefix("'"))
    let read = CatalogFormat.csv.read(CatalogFile(path: "a.csv", bytes: output.bytes), english)
    #expect(read.entries.first?.key == text)
    #expect(read.entries.first?.translation?.text == text)
  }

  @Test func `a message of many parts survives every format that carries it`() throws {
    let source =
      "Hello {$name}, {$price :currency currency=EUR} or {$price :number} {#b}now{/b} 100 %"
    let message = try #require(MessageFormat2.parse(source).message)
    let entry = ExchangeEntry(
      key: "cart.greeting", source: ExchangeMessage(message), translation: ExchangeMessage(message),
      metadata: EntryMetadata(description: "Above the cart", state: .reviewed))
    let catalog = ExchangeCatalog(locale: "en", sourceLocale: "en", entries: [entry])
    // ICU's skeletons say the rounding of money as well, and come back with it.
    for format in CatalogFormatList.all where format.name != "icu-json" {
      guard let write = format.write else { continue }
      let output = write(catalog, english)
      let read = format.read(CatalogFile(path: "x", bytes: output.bytes), english)
      // A file in the source's language alone may have the text as the source only.
      let found = read.entries.first.flatMap { $0.translation ?? $0.source }?.message
      let isSaid = output.findings.contains { $0.severity >= .warning }
      #expect(
        isSaid || found.map { Fingerprint(of: $0) } == Fingerprint(of: message),
        "\(format.name): \(String(decoding: output.bytes, as: UTF8.self))")
    }
  }

  @Test func `a plural survives every format that carries it`() throws {
    let source =
      ".input {$items :integer} .match $items one {{{$items} item}} * {{{$items} items of {$name}}}"
    let message = try #require(MessageFormat2.parse(source).message)
    let entry = ExchangeEntry(
      key: "items", source: ExchangeMessage(message), translation: ExchangeMessage(message))
    let catalog = ExchangeCatalog(locale: "en", sourceLocale: "en", entries: [entry])
    for format in CatalogFormatList.all {
      guard let write = format.write else { continue }
      let output = write(catalog, english)
      let read = format.read(CatalogFile(path: "x", bytes: output.bytes), english)
      // A file in the source's language alone may have the text as the source only.
      let found = read.entries.first.flatMap { $0.translation ?? $0.source }?.message
      let isSaid = output.findings.contains { $0.severity >= .warning }
      #expect(
        isSaid || found.map { Fingerprint(of: $0) } == Fingerprint(of: message),
        "\(format.name): \(String(decoding: output.bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: [
    ("strings", "\"a\" = \"b\"", 1), ("strings", "\"a\" \"b\";", 1), ("strings", "\n/* x", 2),
    ("strings", "\"a\" = \"b", 1), ("csv", "a,b\n1,2\n", 1), ("csv", "key,translation\n\"x", 2),
    ("properties", "a=1\nb=\\u12", 2), ("properties", "a=1\na=2", 2),
    ("arb", "{\"a\": 1}", 1), ("icu-json", "{\"a\": \"{\"", 1), ("i18next", "[1]", 1),
  ])
  func `what cannot be read is told with its line`(format: String, text: String, line: Int) throws {
    let format = try #require(CatalogFormatList.named(format))
    let catalog = format.read(catalogFile("x", text), english)
    #expect(catalog.findings.first?.range?.start.line == line)
    #expect(catalog.findings.first?.severity == .error)
  }

  @Test(.disabled(if: Corpora.isMissing))
  func `no reader stumbles over hostile files or any byte string`() throws {
    var files = try Corpora.files("hostile", ["json"]).map { try FileContents.read($0) }
    files += [[], [0], [0xFF, 0xFE, 0x41], Array("\\".utf8), Array("\"".utf8), Array("{".utf8)]
    let sample = Array(
      "# c\nmsgid \"a\"\nmsgstr[0] \"%1$s {x}\"\n/* */ \"k\" = \"\\U00e9\"; a=\\u00e9,\"q\"".utf8)
    for length in 0...sample.count { files.append(Array(sample.prefix(length))) }
    for bytes in files {
      for format in CatalogFormatList.all {
        let catalog = format.read(CatalogFile(path: "x", bytes: bytes), english)
        for entry in catalog.entries {
          #expect(entry.keySpan.upperBound <= bytes.count)
          #expect(entry.translation.map { $0.valueSpan.upperBound <= bytes.count } ?? true)
        }
        _ = format.write?(catalog, english)
      }
    }
  }
}
