import LocaleIdentifiers
import MessageBundles
import MessageFormat
import Testing

struct MessageBundleTests {
  private func polish() throws -> [UInt8] {
    var writer = BundleWriter(locale: try #require(LocaleIdentifier("pl")))
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

  @Test func `a localizer falls back in order and shows an unknown key`() throws {
    var writer = BundleWriter(locale: try #require(LocaleIdentifier("fr")))
    writer.add(key: "cart.title", text: "Panier")
    writer.add(key: "cart.empty", text: "Votre panier est vide.")
    let french = try writer.bytes()
    try withTemporaryFile(polish()) { first in
      try withTemporaryFile(french) { second in
        let localizer = Localizer([
          try MessageBundle(path: first), try MessageBundle(path: second),
        ])
        #expect(localizer.format("cart.title") == "Koszyk")
        #expect(localizer.format("cart.empty") == "Votre panier est vide.")
        #expect(localizer.locale(answering: "cart.empty")?.tag == "fr")
        #expect(localizer.format("nowhere") == "nowhere")
      }
    }
  }

  @Test func `the order in which messages are added does not change the file`() throws {
    let locale = try #require(LocaleIdentifier("de"))
    var first = BundleWriter(locale: locale)
    var second = BundleWriter(locale: locale)
    for number in 0..<200 { first.add(key: "key\(number)", text: "Text \(number)") }
    for number in (0..<200).reversed() { second.add(key: "key\(number)", text: "Text \(number)") }
    #expect(try first.bytes() == second.bytes())
  }

  @Test func `a key that is added twice is refused`() throws {
    var writer = BundleWriter(locale: try #require(LocaleIdentifier("de")))
    writer.add(key: "a", text: "1")
    writer.add(key: "a", text: "2")
    #expect(throws: BundleError.duplicateKey("a")) { try writer.bytes() }
  }

  @Test func `a file cut short anywhere is refused`() throws {
    let bytes = try polish()
    for length in 0..<bytes.count {
      try withTemporaryFile(Array(bytes.prefix(length))) { path in
        #expect(throws: BundleError.self) { try MessageBundle(path: path) }
      }
    }
  }

  @Test func `a file with any one bit changed is refused`() throws {
    let bytes = try polish()
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= UInt8(1 << (index % 8))
      try withTemporaryFile(damaged) { path in
        #expect(throws: BundleError.self, "byte \(index)") { try MessageBundle(path: path) }
      }
    }
  }

  @Test func `every fault has an error of its own`() throws {
    let bytes = try polish()
    func open(_ change: (inout [UInt8]) -> Void) throws -> BundleError? {
      var damaged = bytes
      change(&damaged)
      return try withTemporaryFile(damaged) { path in
        do {
          _ = try MessageBundle(path: path)
          return nil
        } catch let error as BundleError {
          return error
        }
      }
    }
    #expect(try open { $0[0] = 0 } == .notABundle)
    #expect(try open { $0[8..<12] = [1, 2, 3, 4] } == .foreignByteOrder)
    #expect(try open { $0[12] = 9 } == .unsupportedVersion(9))
    #expect(
      try open { $0.append(0) }
        == .wrongLength(expected: UInt64(bytes.count), actual: UInt64(bytes.count + 1)))
    #expect(try open { $0[$0.count - 1] ^= 1 } == .checksumMismatch)
    #expect(throws: BundleError.unreadable(path: "/nowhere/at/all", code: 2)) {
      try MessageBundle(path: "/nowhere/at/all")
    }
  }
}
