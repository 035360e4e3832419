import CatalogExchange
import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

extension RuntimeExport {
  /// `<locale>.lproj` folders for Apple's bundles: `Localizable.strings`, and `Localizable.stringsdict`
  /// for plurals.
  ///
  /// Arguments are numbered in the order of the source's message: `%1$@`, `%2$lld`.
  static let appleStrings = RuntimeExport(
    name: "lproj", title: "Apple's .lproj folders with .strings and .stringsdict"
  ) { texts in
    var writer = LprojWriter(texts)
    return writer.output()
  }
}

struct LprojWriter {
  private let texts: LocaleTexts
  private var log: WritingLog
  private var strings: [String] = []
  private var plurals: [PropertyListValue.Member] = []

  init(_ texts: LocaleTexts) {
    self.texts = texts
    log = WritingLog("lproj", texts.locale)
  }

  mutating func output() -> ExportedTexts {
    for entry in texts.exchanged.entries {
      do throws(NotWritten) {
        try add(entry)
      } catch {
        log.leaveOut(entry.key, error.reason)
      }
    }
    let folder = "\(texts.locale.tag).lproj"
    var files = ["\(folder)/Localizable.strings": Array(strings.joined().utf8)]
    if !plurals.isEmpty {
      let dictionary = PropertyListValue.dictionary(plurals)
      files["\(folder)/Localizable.stringsdict"] = Array(dictionary.document.utf8)
    }
    return ExportedTexts(files: files, findings: log.findings)
  }

  private mutating func add(_ entry: ExchangeEntry) throws(NotWritten) {
    guard let message = entry.translation?.message else { return }
    let places = ArgumentPlaces(entry)
    let hasArguments = !message.externalVariables.isEmpty
    let writer = NumberedPattern(
      places: places,
      // A text without arguments is not formatted, so that its `%` stands for itself.
      escape: { hasArguments ? $0.replacing("%", with: "%%") : $0 },
      placeholder: Self.placeholder)
    switch PluralShape(message) {
    case .other(let reason): throw NotWritten(reason)
    case .text(let pattern):
      let text = try writer.text(of: pattern, in: message)
      let function = message.externalVariables.flatMap(\.functionNames).first {
        !["integer", "string"].contains($0)
      }
      if let function {
        log.change(entry.key, "`:\(function)` is left to the caller, who hands over its text")
      }
      strings.append("\(Self.quoted(entry.key)) = \(Self.quoted(text));\n")
    case .plural(let plural):
      guard plural.kind == .cardinal else { throw NotWritten("it chooses by order") }
      guard let place = places[plural.variable] else {
        throw NotWritten("it chooses by a value that only the message makes")
      }
      plurals.append(.init(entry.key, try tree(plural, place, writer, message)))
    }
  }

  private mutating func tree(
    _ plural: PluralShape.Plural, _ place: Int, _ writer: NumberedPattern, _ message: Message
  ) throws(NotWritten) -> PropertyListValue {
    var forms: [PropertyListValue.Member] = [
      .init("NSStringFormatSpecTypeKey", .string("NSStringPluralRuleType")),
      .init("NSStringFormatValueTypeKey", .string("lld")),
    ]
    for (form, pattern) in plural.forms {
      let text = PropertyListValue.string(try writer.text(of: pattern, in: message))
      switch form {
      case .category(let category): forms.append(.init(category.rawValue, text))
      // Apple's `zero` is taken for 0 in every language.
      case .exact(0) where plural[.category(.zero)] == nil: forms.append(.init("zero", text))
      case .exact(let number): throw NotWritten("it has a text for exactly \(number)")
      }
    }
    return .dictionary([
      .init("NSStringLocalizedFormatKey", .string("%\(place + 1)$#@\(plural.variable)@")),
      .init(plural.variable, .dictionary(forms)),
    ])
  }

  private static func placeholder(_ place: Int, _ function: FunctionReference?) -> String? {
    function?.name == "integer" ? "%\(place + 1)$lld" : "%\(place + 1)$@"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + StringsWriter.escaped(text) + "\""
  }
}

/// Apple's property lists as XML, as far as `.stringsdict` needs them.
indirect enum PropertyListValue {
  case string(String)
  case dictionary([Member])

  struct Member {
    var key: String
    var value: PropertyListValue

    init(_ key: String, _ value: PropertyListValue) {
      self.key = key
      self.value = value
    }
  }

  var document: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <plist version="1.0">
    \(xml(indent: ""))</plist>

    """
  }

  private func xml(indent: String) -> String {
    switch self {
    case .string(let text): return "\(indent)<string>\(Self.escaped(text))</string>\n"
    case .dictionary(let members):
      let inner = members.map { member in
        "\(indent)  <key>\(Self.escaped(member.key))</key>\n"
          + member.value.xml(indent: indent + "  ")
      }
      return "\(indent)<dict>\n\(inner.joined())\(indent)</dict>\n"
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
