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
  private var plurals: [ExchangeEntry] = []

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
    let context = FormatContext(locale: texts.locale, source: texts.source.locale)
    files["\(folder)/Localizable.stringsdict"] = StringsDictWriter.runTimeFile(
      of: plurals, context, &log)
    return ExportedTexts(files: files, findings: log.findings)
  }

  private mutating func add(_ entry: ExchangeEntry) throws(NotWritten) {
    guard let message = entry.translation?.message else { return }
    guard case .pattern(let plain) = message else { return plurals.append(entry) }
    let hasArguments = !message.externalVariables.isEmpty
    let writer = NumberedPattern(
      places: ArgumentPlaces(entry),
      // A text without arguments is not formatted, so that its `%` stands for itself.
      escape: { hasArguments ? $0.replacing("%", with: "%%") : $0 },
      placeholder: Self.placeholder)
    let text = try writer.text(of: plain.pattern, in: message)
    let function = message.externalVariables.flatMap(\.functionNames).first {
      !["integer", "string"].contains($0)
    }
    if let function {
      log.change(entry.key, "`:\(function)` is left to the caller, who hands over its text")
    }
    strings.append("\(Self.quoted(entry.key)) = \(Self.quoted(text));\n")
  }

  private static func placeholder(_ place: Int, _ function: FunctionReference?) -> String? {
    function?.name == "integer" ? "%\(place + 1)$lld" : "%\(place + 1)$@"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + StringsWriter.escaped(text) + "\""
  }
}
