import LocaleIdentifiers
import MessageBundles
import MessageFormat
import Synchronization
import Testing

struct LocalizerTests {
  private func bytes(
    _ locale: LocaleIdentifier, fallback: [LocaleIdentifier] = [], _ texts: [String: String]
  ) throws -> [UInt8] {
    var writer = BundleWriter(locale: locale, fallback: fallback)
    for (key, text) in texts { writer.add(key: key, messageFormat2: text) }
    return try writer.bytes()
  }

  private func withSite<Result>(_ body: (String) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
      try put(bytes("fr", ["a": "fr a", "b": "fr b", "c": "fr c"]), at: "\(folder)/fr.langue")
      try put(bytes("es", fallback: ["fr"], ["a": "es a", "b": "es b"]), at: "\(folder)/es.langue")
      try put(
        bytes("es-MX", fallback: ["es", "fr"], ["a": "es-MX a"]), at: "\(folder)/es-MX.langue")
      return try body(folder)
    }
  }

  @Test func `a chain is asked in order and shows an unknown key`() throws {
    try withSite { folder in
      let chain = BundleChain([
        try MessageBundle(path: "\(folder)/es.langue"),
        try MessageBundle(path: "\(folder)/fr.langue"),
      ])
      #expect(["a", "b", "c", "d"].map { chain.format($0) } == ["es a", "es b", "fr c", "d"])
      #expect(chain.locale(answering: "c") == "fr")
      #expect(chain.locale(answering: "d") == nil)
      var buffer: [UInt8] = []
      chain.format("c", into: &buffer)
      chain.format("d", into: &buffer)
      #expect(String(decoding: buffer, as: UTF8.self) == "fr cd")
      #expect(chain.formatToParts("d") == [.text("d")])
    }
  }

  @Test func `each request is answered in its own locale`() throws {
    try withSite { folder in
      let localizer = try Localizer(folder: folder)
      #expect(localizer.locales == ["es-MX", "es", "fr"])
      #expect(localizer.source == "fr")
      func answers(_ locale: LocaleIdentifier?) -> [String] {
        ["a", "b", "c", "d"].map { localizer.format($0, in: locale) }
      }
      #expect(answers("es-MX") == ["es-MX a", "es b", "fr c", "d"])
      #expect(answers("es") == ["es a", "es b", "fr c", "d"])
      // No bundle of its own: the nearest parent's.
      #expect(answers("es-AR") == ["es a", "es b", "fr c", "d"])
      #expect(answers("fr-CA") == ["fr a", "fr b", "fr c", "d"])
      #expect(answers("ja") == ["fr a", "fr b", "fr c", "d"])
      #expect(answers(nil) == ["fr a", "fr b", "fr c", "d"])
      #expect(try Localizer(folder: folder, source: "es").format("a") == "es a")
    }
  }

  @Test func `a reload shows what is new, and a request keeps what it has`() throws {
    try withSite { folder in
      let localizer = try Localizer(folder: folder)
      let request = localizer.messages(in: "es")
      try put(bytes("es", ["a": "es new"]), at: "\(folder)/es.langue")
      #expect(localizer.format("a", in: "es") == "es a")
      try localizer.reload()
      #expect(localizer.format("a", in: "es") == "es new")
      #expect(request.format("a") == "es a")
    }
  }

  @Test func `a reload that fails changes nothing`() throws {
    try withSite { folder in
      let localizer = try Localizer(folder: folder)
      var damaged = try bytes("es", ["a": "es new"])
      damaged[damaged.count - 1] ^= 1
      try put(damaged, at: "\(folder)/es.langue")
      #expect(throws: BundleError.checksumMismatch) { try localizer.reload() }
      #expect(localizer.format("a", in: "es") == "es a")
      try put(bytes("fr", ["a": "x"]), at: "\(folder)/es.langue")
      #expect(throws: BundleError.duplicateLocale("fr")) { try localizer.reload() }
      #expect(localizer.format("a", in: "es") == "es a")
    }
  }

  @Test func `a folder without bundles is an error`() throws {
    try withTemporaryFolder { folder in
      #expect(throws: BundleError.noBundles(path: folder)) { try Localizer(folder: folder) }
      #expect(throws: BundleError.unreadable(path: "\(folder)/x", code: 2)) {
        try Localizer(folder: "\(folder)/x")
      }
    }
  }

  @Test func `readers on many threads see whole bundles while others are loaded`() throws {
    let generations = 40
    try withTemporaryFolder { folder in
      let path = "\(folder)/pl.langue"
      @Sendable func generation(_ number: Int) throws -> [UInt8] {
        var texts: [String: String] = [:]
        for key in 0..<50 { texts["k\(key)"] = "g\(number) {$n :integer}" }
        return try bytes("pl", texts)
      }
      try put(generation(0), at: path)
      let localizer = try Localizer(folder: folder)
      let isOver = Atomic(false)
      let faults = Mutex<[String]>([])
      let requests = Atomic(0)
      onThreads(9) { thread in
        if thread == 0 {
          for number in 1...generations {
            do {
              try put(generation(number), at: path)
              try localizer.reload()
            } catch {
              faults.withLock { $0.append("\(error)") }
            }
          }
          isOver.store(true, ordering: .releasing)
          return
        }
        var newest = 0
        while !isOver.load(ordering: .acquiring) {
          let messages = localizer.messages(in: "pl")
          let texts = Set((0..<50).map { messages.format("k\($0)", ["n": 7]) })
          requests.add(1, ordering: .relaxed)
          let number = texts.first.flatMap { Int($0.dropFirst().prefix { $0 != " " }) }
          if texts.count != 1 || (number ?? -1) < newest {
            faults.withLock { $0.append("\(texts) after \(newest)") }
          }
          newest = number ?? newest
        }
      }
      #expect(faults.withLock { $0 } == [])
      #expect(requests.load(ordering: .relaxed) > 0)
      #expect(localizer.format("k0", ["n": 1], in: "pl") == "g\(generations) 1")
    }
  }
}
