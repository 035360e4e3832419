import LocaleIdentifiers
import PreviewPages
import StringCatalogs

/// Pages as they look and as they are printed, beside the pages themselves.
///
///     try PagePictures(page: "article", pdf: ["fr", "ur"], png: ["ur"]).add(to: staged)
///
/// writes `fr/article.pdf`, `ur/article.pdf` and `ur/article.png`.
struct PagePictures {
  /// The page's name, which the files bear.
  var page: String
  var pdf: [LocaleIdentifier]
  var png: [LocaleIdentifier]

  /// Draws the pages that a folder already holds, and puts the results beside them.
  ///
  /// - Returns: How many bytes each new file has, by its path below the folder.
  func add(to staged: StagedFolder) throws -> [String: Int] {
    guard let folder = FolderContents.absolutePath(staged.path) else {
      throw Failure("the pages cannot be found again")
    }
    let chromium = try Chromium()
    var sizes: [String: Int] = [:]
    func write(_ bytes: [UInt8], to name: String) throws {
      try staged.write(bytes, to: name)
      sizes[name] = bytes.count
    }
    var seen: Set<LocaleIdentifier> = []
    for locale in pdf + png where seen.insert(locale).inserted {
      try chromium.open("file://\(Self.encoded(folder))/\(locale.tag)/index.html")
      if png.contains(locale) {
        try write(try chromium.picture(), to: "\(locale.tag)/\(page).png")
      }
      if pdf.contains(locale) {
        try write(try chromium.document(), to: "\(locale.tag)/\(page).pdf")
      }
    }
    return sizes
  }

  /// A path as it stands in an address.
  private static func encoded(_ path: String) -> String {
    var encoded = ""
    for byte in path.utf8 {
      switch byte {
      case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x7E:
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.utf8.count < 2 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return encoded
  }
}
