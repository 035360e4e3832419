extension String {
  /// The UTF-8 bytes as C's functions take them, with their number.
  mutating func withCharacters<Result>(
    _ body: (UnsafePointer<CChar>, Int32) -> Result
  ) -> Result {
    withUTF8 { bytes in
      let count = Int32(clamping: bytes.count)
      guard let base = bytes.baseAddress else {
        var nothing: CChar = 0
        return body(&nothing, 0)
      }
      return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { body($0, count) }
    }
  }
}
