/// Decides whether an address from a message may become a link.
///
///     LinkTarget.isAllowed("https://example.org")  // true
///     LinkTarget.isAllowed("javascript:alert(1)")  // false
///
/// Allowed are `http`, `https`, `mailto` and addresses without a scheme. Whatever a browser would
/// read in another way than it looks (control characters, backslashes, a host without a scheme)
/// is refused.
enum LinkTarget {
  static func isAllowed(_ address: String) -> Bool {
    guard !address.isEmpty, !address.hasPrefix("//") else { return false }
    let isPlain = address.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && scalar != "\\" && !(0x7F...0xA0).contains(scalar.value)
        && !scalar.properties.isDefaultIgnorableCodePoint
    }
    guard isPlain else { return false }
    guard let scheme = scheme(of: address) else { return true }
    return ["http", "https", "mailto"].contains(scheme.lowercased())
  }

  /// What stands before the first colon, if that colon comes before any `/`, `?` or `#`.
  private static func scheme(of address: String) -> Substring? {
    guard let end = address.firstIndex(where: { ":/?#".contains($0) }), address[end] == ":" else {
      return nil
    }
    return address[..<end]
  }
}
