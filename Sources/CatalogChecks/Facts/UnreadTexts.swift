import MessageSyntax
import StringCatalogs

extension CatalogEntry {
  /// Whether a text holds a choice in double braces that whoever read the file left as it is, as
  /// MediaWiki's `{{PLURAL:$1|…|…}}` where a message has several: which words are shown, and how often,
  /// nobody can tell.
  var hasUnreadChoice: Bool {
    var isFound = false
    forEachText { text in
      var previous: UInt8 = 0
      var isOpen = false
      var hasForms = false
      for byte in text.value.utf8 where !isFound {
        if byte == previous, byte == UInt8(ascii: "{") { isOpen = true }
        if isOpen, byte == UInt8(ascii: "|") { hasForms = true }
        if hasForms, byte == previous, byte == UInt8(ascii: "}") { isFound = true }
        previous = byte
      }
    }
    return isFound
  }

  /// Whether the text is no more than its key, and that no words: String Catalogs take the key for the
  /// source where there is none, and Interface Builder's are like `Nop-cj-93Q.title`. There is nothing to
  /// compare a translation with.
  var isItsOwnKey: Bool {
    guard key == text || key.hasSuffix(":" + text) else { return false }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "_" }
    return parts.count > 1
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy {
            $0 == UInt8(ascii: "-") || $0 < 0x80 && isWordScalar(Unicode.Scalar($0))
          }
      }
  }
}
