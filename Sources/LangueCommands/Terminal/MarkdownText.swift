/// Text as it may stand in a Markdown table (GitHub's).
enum MarkdownText {
  /// A cell that shows a text as it is, on one line. Between backticks, as our messages quote, it stays
  /// code; everything else that Markdown or HTML would read is escaped.
  static func cell(_ text: String) -> String {
    let parts = PrintableText(text).description.split(
      separator: "`", omittingEmptySubsequences: false)
    // An odd backtick opens nothing.
    let isPaired = parts.count % 2 == 1
    var result = ""
    for (index, part) in parts.enumerated() {
      let isLastOdd = !isPaired && index == parts.count - 1
      if index > 0 { result += isLastOdd ? "\\`" : "`" }
      let isCode = index % 2 == 1 && !isLastOdd
      result += isCode ? String(part).replacing("|", with: "\\|") : escaped(part)
    }
    return result
  }

  private static func escaped(_ text: Substring) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "\\", "|", "*", "_", "[", "]", "~", "#":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
