import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs
import Testing

@testable import CatalogFormats

@Suite struct XLIFFTests {
  private let polish = FormatContext(locale: "pl", source: "en")

  // MARK: The official test suite

  /// The test suite's folder of XLIFF 2.1 or 2.2.
  private static func suite(_ version: String, _ folder: String) throws -> [CatalogFile] {
    let path = "xliff/oasis-tcs__xliff-xliff-22/xliff-\(version)/test-suite/" + folder
    return try Corpora.files(path, ["xlf"]).map {
      CatalogFile(path: $0, bytes: try FileContents.read($0))
    }
  }

  private func errors(_ file: CatalogFile) -> [Finding] {
    CatalogFormat.xliff.read(file, polish).findings.filter {
      $0.severity == .error && $0.rule != "duplicate-key"
    }
  }

  /// Its prefix `pgs` is bound to no namespace, and an end tag is missing.
  private static let malformed = "modules/valid/Good-pgs_plural.xlf"

  @Test(.disabled(if: Corpora.isMissing), arguments: [("21", 59), ("22", 61)])
  func `every valid file of the official suite is accepted, but for one that is no XML`(
    version: String, expected: Int
  ) throws {
    var count = 0
    var refused: [String] = []
    for folder in ["core/valid", "modules/valid"] {
      for file in try Self.suite(version, folder) {
        count += 1
        let errors = errors(file)
        if errors.isEmpty { continue }
        refused.append("\(file.path): \(errors.first?.message ?? "")")
      }
    }
    #expect(count == expected)
    #expect(refused.filter { !$0.contains(Self.malformed) } == [])
    #expect(refused.count == (version == "22" ? 1 : 0))
  }

  @Test(.disabled(if: Corpora.isMissing), arguments: ["21", "22"])
  func `every invalid file of the official suite's core is refused`(version: String) throws {
    let files = try Self.suite(version, "core/invalid")
    let accepted = files.filter { errors($0).isEmpty }.map(\.path)
    print("XLIFF \(version) core: \(files.count - accepted.count) of \(files.count) refused")
    #expect(files.count == 119)
    #expect(accepted == [])
  }

  /// They call wrong what the specification leaves to whoever writes it: the category of a note, and a size
  /// of which no profile says how it is counted.
  private static let opinions = [
    "Bad-ctr-property-not-legit-category.xlf", "Bad-slr_sizeInfo-not-integer.xlf",
  ]

  @Test(.disabled(if: Corpora.isMissing), arguments: ["21", "22"])
  func `every invalid file of the official suite's modules is refused, but for two`(
    version: String
  ) throws {
    let files = try Self.suite(version, "modules/invalid")
    let accepted = files.filter { errors($0).isEmpty }.map(\.path)
    print("XLIFF \(version) modules: \(files.count - accepted.count) of \(files.count) refused")
    #expect(files.count == 43)
    #expect(accepted.map { $0.split(separator: "/").last.map(String.init) } == Self.opinions)
  }

  @Test(.disabled(if: Corpora.isMissing), arguments: ["21", "22"])
  func `every valid file of the official suite comes back byte for byte`(version: String) throws {
    var count = RoundTripCount()
    for folder in ["core/valid", "modules/valid"] {
      for file in try Self.suite(version, folder) where !file.path.hasSuffix(Self.malformed) {
        let hasUnits = !CatalogFormat.xliff.read(file, polish).entries.isEmpty
        try checkRewriting(.xliff, file, polish, &count, isNew: hasUnits)
      }
    }
    count.report("xliff 2.\(version == "21" ? 1 : 2)")
    #expect(count.messages == 46)
    #expect(count.notCarried == 0)
  }

  // MARK: Our own files

  private static let messages = [
    (
      "cart.items", ".input {$n :integer}\n.match $n\none {{{$n} <file>}} * {{{$n} files}}",
      ".input {$n :integer}\n.match $n\none {{{$n} plik}} few {{{$n} pliki}} * {{{$n} pliku}}"
    ),
    (
      "price", "Total {$price :currency currency=EUR} {#b}now{/b} {$price}",
      "{#b}Teraz{/b} razem {$price :currency currency=EUR} {$price}"
    ),
    ("declared", ".input {$n :number} {{{$n} & more}}", ".input {$n :number} {{{$n} i}}"),
    ("open", "{#b}x{/i} {#br/}", "{/i}x{#b}"),
    ("white space", "  two  \n spaces ", " dwie \t"),
    ("words", ".input {$g :string}\n.match $g\n|a b| {{x}} * {{y}}", "jedno"),
    ("later", ".input {$n :integer}\n.match $n\none {{a}} * {{b}}", nil),
    ("plain", "Close", nil),
  ]

  private func catalog() throws -> ExchangeCatalog {
    var catalog = ExchangeCatalog(locale: "pl", sourceLocale: "en")
    for (key, source, translation) in Self.messages {
      var entry = ExchangeEntry(key: key)
      entry.source = ExchangeMessage(try #require(MessageFormat2.parse(source).message))
      if let translation {
        entry.translation = ExchangeMessage(
          try #require(MessageFormat2.parse(translation).message))
        entry.metadata.state = .reviewed
      }
      entry.metadata.description = "What <it> is.\nTwo lines."
      entry.metadata.maxLength = 20
      entry.metadata.source = "0123456789abcdef"
      catalog.entries.append(entry)
    }
    return catalog
  }

  @Test(arguments: ["xliff", "xliff12"])
  func `a site's own messages come back whole`(name: String) throws {
    let format = try #require(CatalogFormatList.named(name))
    let catalog = try catalog()
    let output = try #require(format.write?(catalog, polish))
    #expect(output.findings == [])
    let file = CatalogFile(path: "pl.xlf", bytes: output.bytes)
    let again = format.read(file, polish)
    #expect(again.findings == [])
    #expect(again.entries.map(\.key) == catalog.entries.map(\.key))
    for (before, after) in zip(catalog.entries, again.entries) {
      #expect(before.source?.message == after.source?.message)
      #expect(before.translation?.message == after.translation?.message)
      #expect(before.metadata == after.metadata)
    }
    var count = RoundTripCount()
    try checkRewriting(format, file, polish, &count)
  }

  @Test(arguments: ["xliff", "xliff12"])
  func `only the changed unit of an own file is written`(name: String) throws {
    let format = try #require(CatalogFormatList.named(name))
    let bytes = try #require(format.write?(try catalog(), polish)).bytes
    var read = format.read(CatalogFile(path: "pl.xlf", bytes: bytes), polish)
    read.entries[7].translation = ExchangeMessage(
      try #require(MessageFormat2.parse("Zamknij").message))
    read.entries[7].metadata.state = .translated
    let output = try #require(format.write?(read, polish))
    let old = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let new = String(decoding: output.bytes, as: UTF8.self).split(separator: "\n")
    let difference = new.difference(from: old)
    #expect(difference.count <= 3, "\(difference)")
    #expect(
      format.read(CatalogFile(path: "pl.xlf", bytes: output.bytes), polish).entries[7].translation?
        .text == "Zamknij")
  }

  @Test func `an untranslated plural has a unit for each form that the language needs`() throws {
    let bytes = try #require(CatalogFormat.xliff.write?(try catalog(), polish)).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let group = try #require(text.firstRange(of: "<group id=\"later\">"))
    let end = try #require(text[group.upperBound...].firstRange(of: "</group>"))
    let keys = text[group.upperBound..<end.lowerBound].split(separator: "\n").filter {
      $0.contains("target-keys")
    }.map { $0.split(separator: ">")[1].prefix { $0 != "<" } }
    #expect(keys == ["one", "few", "many", "*"])
  }

  // MARK: Other tools' files

  private let foreign2 = catalogFile(
    "a.xlf",
    """
    <?xml version="1.0"?>
    <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en">
      <file id="f">
        <unit id="u1" name="greeting">
          <notes><note>Hi</note></notes>
          <originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>
          <segment state="initial">
            <source>Hello <pc id="1" dataRefStart="d1" dataRefEnd="d2">you</pc><cp hex="0001"/></source>
          </segment>
        </unit>
        <unit id="u2" translate="no"><segment><source>x</source></segment></unit>
        <unit id="u3">
          <segment><source>One.</source><target order="3">Dwa.</target></segment>
          <ignorable><source> </source></ignorable>
          <segment><source>Two.</source><target order="1">Jeden.</target></segment>
        </unit>
      </file>
    </xliff>
    """)

  @Test func `codes of other tools are markup`() throws {
    let catalog = CatalogFormat.xliff.read(foreign2, polish)
    #expect(catalog.findings.map(\.message) == ["`target` without `trgLang` on `xliff`"])
    #expect(catalog.entries.map(\.key) == ["u1", "u3"])
    let first = try #require(catalog.entries.first)
    #expect(
      first.source?.text
        == "Hello {#pc id=1 dataRefStart=d1 dataRefEnd=d2}you{/pc}\u{1}")
    #expect(first.translation == nil)
    #expect(first.metadata.state == .initial)
    #expect(first.metadata.description == "Hi")
    #expect(catalog.entries.last?.translation?.text == "Jeden. Dwa.")
  }

  @Test func `a translation goes into the unit of another tool, with its codes and state`() throws {
    var catalog = CatalogFormat.xliff.read(foreign2, polish)
    catalog.entries[0].translation = ExchangeMessage(
      try #require(
        MessageFormat2.parse("{#pc id=1 dataRefStart=d1 dataRefEnd=d2}Ty{/pc} <hej>").message))
    catalog.entries[0].metadata.state = .translated
    let output = try #require(CatalogFormat.xliff.write?(catalog, polish))
    #expect(output.findings == [])
    let old = String(decoding: foreign2.bytes, as: UTF8.self)
    let expected = old.replacing("srcLang=\"en\">", with: "srcLang=\"en\" trgLang=\"pl\">")
      .replacing("state=\"initial\"", with: "state=\"translated\"")
      .replacing(
        "<cp hex=\"0001\"/></source>",
        with: """
          <cp hex="0001"/></source>
                  <target><pc id="1" dataRefStart="d1" dataRefEnd="d2">Ty</pc> &lt;hej&gt;</target>
          """)
    #expect(String(decoding: output.bytes, as: UTF8.self) == expected)
  }

  @Test func `what a unit of another tool cannot take is told`() throws {
    for (index, text) in [(0, "{$x}"), (0, "{#b}x{/b}"), (1, "Jeden i dwa.")] {
      var catalog = CatalogFormat.xliff.read(foreign2, polish)
      catalog.entries[index].translation = ExchangeMessage(
        try #require(MessageFormat2.parse(text).message))
      let output = try #require(CatalogFormat.xliff.write?(catalog, polish))
      #expect(output.findings.map(\.rule) == ["not-carried"])
      #expect(output.bytes == foreign2.bytes)
    }
  }

  private let foreign1 = catalogFile(
    "a.xliff",
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
      <file original="a.strings" source-language="en" target-language="pl" datatype="plaintext">
        <body>
          <group id="g">
            <trans-unit id="one" approved="yes" maxwidth="9" size-unit="char">
              <source>Hi <g id="1">you</g> <x id="2"/><ph id="3">%s</ph></source>
              <target state='final'>Hej <g id="1">ty</g></target>
              <alt-trans><target>Cześć</target></alt-trans>
              <note>A greeting</note>
            </trans-unit>
          </group>
          <trans-unit id="two" translate="no"><source>x</source></trans-unit>
          <trans-unit id="three"><source>y</source><target/></trans-unit>
        </body>
      </file>
    </xliff>
    """)

  @Test func `XLIFF 1_2 of another tool is read and written`() throws {
    var catalog = CatalogFormat.xliff12.read(foreign1, polish)
    #expect(catalog.findings == [])
    #expect(catalog.entries.map(\.key) == ["one", "three"])
    #expect(
      catalog.entries[0].source?.text == "Hi {#g id=1}you{/g} {#x id=2/}"
        + "{#ph id=3 code=|%s| @source=|<ph id=\"3\">%s</ph>|/}")
    #expect(catalog.entries[0].translation?.text == "Hej {#g id=1}ty{/g}")
    #expect(catalog.entries[0].metadata.state == .final)
    #expect(catalog.entries[0].metadata.maxLength == 9)
    #expect(catalog.entries[0].metadata.description == "A greeting")
    #expect(catalog.entries[1].translation == nil)
    let source = try #require(catalog.entries[0].source)
    catalog.entries[1].translation = ExchangeMessage(try #require(source.message))
    catalog.entries[1].metadata.state = .translated
    let output = try #require(CatalogFormat.xliff12.write?(catalog, polish))
    #expect(output.findings == [])
    let old = String(decoding: foreign1.bytes, as: UTF8.self)
    #expect(
      String(decoding: output.bytes, as: UTF8.self)
        == old.replacing(
          "<target/>",
          with: "<target state=\"translated\">Hi <g id=\"1\">you</g> <x id=\"2\"/>"
            + "<ph id=\"3\">%s</ph></target>"))
  }

  @Test func `a place in a text leads to the file's`() throws {
    let entry = try #require(CatalogFormat.xliff12.read(foreign1, polish).entries.first)
    let message = try #require(entry.translation)
    #expect(fileText(foreign1, entry.keySpan) == "one")
    let word = try #require(message.text.firstRange(of: "ty"))
    let start = message.text.utf8.distance(from: message.text.startIndex, to: word.lowerBound)
    #expect(fileText(foreign1, message.offsets.fileRange(of: start..<start + 2)) == "ty")
  }

  @Test(arguments: [
    ("<tmx/>", "expected `<xliff>`"),
    ("<!DOCTYPE xliff SYSTEM 'xliff.dtd'><xliff/>", "a DOCTYPE is not allowed"),
  ])
  func `what is no XLIFF is told`(text: String, message: String) {
    let findings = CatalogFormat.xliff.read(catalogFile("a.xlf", text), polish).findings
    #expect(findings.first?.message.hasPrefix(message) == true)
  }
}
