import LocaleIdentifiers
import MessageFormat
import Testing

@_spi(Damage) @testable import MessageBundles

/// Whatever the bytes of a file are, opening and using it ends in an error or an answer.
struct DamagedBundleTests {
  private func error(_ bytes: [UInt8]) throws -> BundleError? {
    try withTemporaryFile(bytes) { path in
      do {
        _ = try MessageBundle(path: path)
        return nil
      } catch let error as BundleError {
        return error
      }
    }
  }

  /// The file with a checksum that is right again.
  private func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    BundleSeal.seal(&bytes)
    return bytes
  }

  @Test func `a file cut short anywhere is refused`() throws {
    let bytes = try SampleBundle.writer().bytes()
    for length in 0..<bytes.count {
      #expect(try error(Array(bytes.prefix(length))) != nil, "\(length) bytes")
    }
  }

  @Test func `a file with any one bit changed is refused`() throws {
    let bytes = try SampleBundle.writer().bytes()
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= UInt8(1 << (index % 8))
      #expect(try error(damaged) != nil, "byte \(index)")
    }
  }

  /// What a disk or a transfer does to more than a bit: blocks that are zero, swapped or moved.
  @Test func `a file with zeroed, swapped or moved blocks is refused`() throws {
    var writer = BundleWriter(locale: "pl")
    for number in 0..<400 { writer.add(key: "k\(number)", text: "text number \(number)") }
    let bytes = try writer.bytes()
    var tried = 0
    for size in [1, 8, 16, 64, 128, 512] {
      let starts = stride(
        from: BundleLayout.checkedFrom, to: bytes.count - 2 * size, by: size * 3 + 1)
      for start in starts {
        let block = start..<start + size
        let next = start + size..<start + 2 * size
        let changes: [(inout [UInt8]) -> Void] = [
          { $0.replaceSubrange(block, with: repeatElement(0, count: size)) },
          { $0.replaceSubrange(start..<next.upperBound, with: bytes[next] + bytes[block]) },
          {
            $0.removeSubrange(block)
            $0 += bytes[block]
          },
        ]
        for change in changes {
          var damaged = bytes
          change(&damaged)
          guard damaged != bytes else { continue }
          tried += 1
          let isSame = damaged.withUnsafeBytes { damaged in
            bytes.withUnsafeBytes { BundleHash.checksum(damaged) == BundleHash.checksum($0) }
          }
          #expect(!isSame, "\(size) bytes at \(start)")
        }
      }
    }
    #expect(tried > 1000)
  }

  @Test func `keys of every length up to the longest are found`() throws {
    var writer = BundleWriter(locale: "pl")
    let keys = (0...BundleLayout.longestKey).map { String(repeating: "k", count: $0) }
    for key in keys { writer.add(key: key, text: "\(key.count)") }
    try withTemporaryFile(writer.bytes()) { path in
      let bundle = try MessageBundle(path: path)
      try bundle.verify()
      for key in keys {
        #expect(bundle.format(key) == "\(key.count)")
        // As long, but another last or first letter.
        if !key.isEmpty {
          #expect(bundle.format(key.dropLast() + "x") == nil)
          #expect(bundle.format("x" + key.dropFirst()) == nil)
        }
      }
    }
  }

  @Test func `every fault has an error of its own`() throws {
    let bytes = try SampleBundle.writer().bytes()
    func changed(_ change: (inout [UInt8]) -> Void) throws -> BundleError? {
      var damaged = bytes
      change(&damaged)
      return try error(damaged)
    }
    #expect(try changed { $0[0] = 0 } == .notABundle)
    #expect(try changed { $0[8..<12] = [1, 2, 3, 4] } == .foreignByteOrder)
    #expect(try changed { $0[12] = 9 } == .unsupportedVersion(9))
    #expect(
      try changed { $0.append(0) }
        == .wrongLength(expected: UInt64(bytes.count), actual: UInt64(bytes.count + 1)))
    #expect(try changed { $0[$0.count - 1] ^= 1 } == .checksumMismatch)
    #expect(throws: BundleError.unreadable(path: "/nowhere/at/all", code: 2)) {
      try MessageBundle(path: "/nowhere/at/all")
    }
  }

  /// A byte that is changed by someone who knows the checksum: the file may open, but then every use of
  /// it ends, and `verify` finds each fault that can change what a message says.
  @Test func `a file that was made to do harm does none`() throws {
    let bytes = try SampleBundle.writer().bytes()
    let changes: [UInt8] = [0x01, 0xFF, 0x10, 0x80]
    var opened = 0
    var found = 0
    for index in BundleLayout.checkedFrom..<bytes.count {
      var damaged = bytes
      damaged[index] ^= changes[index % changes.count]
      try withTemporaryFile(sealed(damaged)) { path in
        guard let bundle = try? MessageBundle(path: path) else { return }
        opened += 1
        #expect(SampleBundle.answers(bundle).count == 8)
        for key in bundle.keys { _ = bundle.formatToParts(key, SampleBundle.arguments) }
        do {
          try bundle.verify()
        } catch {
          found += 1
        }
      }
    }
    #expect(opened > 200 && found > 200, "\(opened) opened, \(found) found by verify")
  }

  @Test func `a damaged message is shown as such and reported`() throws {
    var bytes = try SampleBundle.writer().bytes()
    let place = try #require(
      bytes.indices.first { bytes[$0...].starts(with: "Koszyk".utf8) })
    bytes[place] = 0xFF
    try withTemporaryFile(sealed(bytes)) { path in
      let bundle = try MessageBundle(path: path)
      var errors: [String] = []
      for _ in 0..<2 {
        #expect(bundle.format("cart.title", onError: { errors.append($0.source) }) == "{\u{FFFD}}")
      }
      #expect(errors == ["cart.title", "cart.title"])
      #expect(bundle.format("żółć") == "Zażółć gęślą jaźń")
      #expect(throws: BundleError.self) { try bundle.verify() }
    }
  }
}
