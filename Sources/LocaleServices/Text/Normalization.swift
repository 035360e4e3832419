internal import CICU

extension String {
  /// The text in Unicode's normalization form C: letters with their accents as one character where
  /// there is one.
  ///
  ///     "e\u{301}".normalizedNFC.unicodeScalars.count  // 1
  ///
  /// Text below U+0300 is in NFC already and comes back as it is.
  public var normalizedNFC: String {
    guard utf8.contains(where: { $0 >= 0xCC }) else { return self }
    let result = try? writtenByICU(capacity: Int32(clamping: utf8.count * 2 + 16)) {
      buffer, capacity, status in
      withUTF8Text(self) {
        cicu_normalize_nfc($0 ?? UnsafePointer(buffer), $1, buffer, capacity, &status)
      }
    }
    return result ?? self
  }
}
