import CatalogExchange

/// A format as `langue explain --format` shows it: its files, and what it does not carry.
struct FormatExplanation {
  let text: String

  init(_ format: CatalogFormat) {
    let endings = format.fileEndings.map { "`.\($0)`" }.joined(separator: ", ")
    let languages =
      format.holdsManyLocales
      ? "A file holds all languages."
      : format.carriesSource
        ? "A file holds one language and the source texts beside it." : "A file holds one language."
    let isRead = format.write == nil ? " It is read, and not written." : ""
    var text = "# \(format.name): \(format.title)\n\n\(languages) Files: \(endings).\(isRead)\n"
    if !format.limits.isEmpty {
      text += "\n## Not carried\n\n"
      text += format.limits.map { "- \($0)\n" }.joined()
      text += "\nWhat is lost of a message is a finding of `export` and `import`.\n"
    }
    self.text = text
  }
}
