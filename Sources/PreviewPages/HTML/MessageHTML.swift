/// A message's parts as HTML, with what had to be left out.
///
///     var html = MessageHTML()
///     html.open("strong", options: [:])
///     html.append("a < b")
///     html.close("strong")
///     html.finish()  // "<strong>a &lt; b</strong>"
///
/// Markup becomes an element only through the allow-list; of everything else the text stays and
/// the mark is dropped. The result is always well formed, whatever the message's marks are.
struct MessageHTML {
  private(set) var html = ""
  private(set) var problems: [MarkupProblem] = []
  private var stack: [Open] = []

  private struct Open {
    var name: String
    /// The element that was written for it, nil where it was dropped.
    var element: String?
  }

  mutating func append(_ text: some StringProtocol) {
    HTMLEscaping.appendText(text, to: &html)
  }

  mutating func open(_ name: String, options: [String: String]) {
    let element = start(name, options: options)
    stack.append(Open(name: name, element: element))
  }

  mutating func close(_ name: String) {
    guard let index = stack.lastIndex(where: { $0.name == name }) else {
      problems.append(.unbalanced(name))
      return
    }
    if index != stack.count - 1 { problems.append(.unbalanced(name)) }
    while stack.count > index { endLast() }
  }

  mutating func standalone(_ name: String, options: [String: String]) {
    switch name {
    case "br": html += "<br>"
    default: problems.append(.notAllowed(name))
    }
  }

  /// The HTML, with every element closed.
  mutating func finish() -> String {
    for open in stack.reversed() { problems.append(.unbalanced(open.name)) }
    while !stack.isEmpty { endLast() }
    return html
  }

  private mutating func endLast() {
    guard let open = stack.popLast(), let element = open.element else { return }
    html += "</\(element)>"
  }

  /// Writes the start tag of an allowed element and says which element it is.
  private mutating func start(_ name: String, options: [String: String]) -> String? {
    switch name {
    case "strong", "em", "code":
      html += "<\(name)>"
      return name
    case "quote":
      html += "<q>"
      return "q"
    case "abbr":
      html += "<abbr"
      if let title = options["title"], !title.isEmpty {
        html += " title=\"\(HTMLEscaping.attribute(title))\""
      }
      html += ">"
      return "abbr"
    case "link":
      return startLink(options["href"])
    default:
      problems.append(.notAllowed(name))
      return nil
    }
  }

  private mutating func startLink(_ address: String?) -> String? {
    guard let address else {
      problems.append(.linkWithoutAddress)
      return nil
    }
    guard LinkTarget.isAllowed(address) else {
      problems.append(.addressNotAllowed(address))
      return nil
    }
    guard !stack.contains(where: { $0.element == "a" }) else {
      problems.append(.nestedLink)
      return nil
    }
    html += "<a href=\"\(HTMLEscaping.attribute(address))\">"
    return "a"
  }
}

/// Markup that did not reach the page.
public enum MarkupProblem: Hashable, Sendable, CustomStringConvertible {
  case notAllowed(String)
  case unbalanced(String)
  case linkWithoutAddress
  case addressNotAllowed(String)
  case nestedLink

  public var description: String {
    switch self {
    case .notAllowed(let name): "markup `\(name)` is not shown on pages"
    case .unbalanced(let name): "markup `\(name)` is not opened and closed in pairs"
    case .linkWithoutAddress: "a link needs an address"
    case .addressNotAllowed(let address): "the address `\(address)` may not be linked to"
    case .nestedLink: "a link must not stand inside a link"
    }
  }
}
